package org.kulluna.imports;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file out of a request of either kind. */
@Component
class ImportUpload {
    /** Base64 of the largest file, and some room for the rest. */
    private static final int MAX_BODY = ImportCharset.MAX_BYTES / 3 * 4 + 100_000;

    /**
     * @param id made by the client, so that the request may be sent again; left out, each request stands for itself
     * @param text the file as text, or
     * @param base64 its bytes
     */
    record Body(
            @Nullable UUID id,
            @Nullable String unit,
            @Nullable String fileName,
            @Nullable String text,
            @Nullable String base64) {}

    /** The same as form data. */
    record Parts(@Nullable UUID id, String unit, byte[] file) {}

    record Read(UUID id, String unit, @Nullable String fileName, byte[] content) {}

    private final JsonMapper json;

    ImportUpload(JsonMapper json) {
        this.json = json;
    }

    Read read(HttpServletRequest request) {
        try {
            String type = request.getContentType();
            return type != null && type.startsWith("multipart/") ? parts(request) : body(request);
        } catch (IOException | ServletException | JacksonException e) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
    }

    private static Read parts(HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("file");
        String id = request.getParameter("id");
        return new Read(
                id == null || id.isEmpty() ? Ids.next() : uuid(id),
                text(request.getParameter("unit")),
                file == null ? null : file.getSubmittedFileName(),
                file == null ? new byte[0] : file.getInputStream().readNBytes(ImportCharset.MAX_BYTES + 1));
    }

    private Read body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
        }
        Body body = json.readValue(bytes, Body.class);
        if (body == null) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
        return new Read(body.id() == null ? Ids.next() : body.id(), text(body.unit()), body.fileName(), content(body));
    }

    private static byte[] content(Body body) {
        if (body.text() != null) {
            return body.text().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return body.base64() == null ? new byte[0] : Base64.getMimeDecoder().decode(body.base64());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("base64", "import-not-text");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("id", "not-a-choice");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
