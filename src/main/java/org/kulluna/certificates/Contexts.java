package org.kulluna.certificates;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The vocabularies of credentials, as the house carries them. It never opens the network for one. */
final class Contexts implements DocumentLoader {
    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private final Map<String, Document> known;

    Contexts(Map<String, Document> known) {
        this.known = known;
    }

    static Contexts carried() {
        return new Contexts(
                Map.of(CREDENTIALS, read("credentials-v2.json"), OPEN_BADGES, read("open-badges-3.0.3.json")));
    }

    private static Document read(String file) {
        try (InputStream in = Contexts.class.getResourceAsStream("/certificates/contexts/" + file)) {
            return JsonDocument.of(Objects.requireNonNull(in, file));
        } catch (IOException | JsonLdError e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = known.get(url.toString());
        if (document == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
        }
        return document;
    }
}
