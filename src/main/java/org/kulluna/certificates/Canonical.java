package org.kulluna.certificates;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.http.media.MediaType;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.Rdf;
import com.apicatalog.rdf.RdfDataset;
import com.apicatalog.rdf.io.error.RdfWriterException;
import com.apicatalog.rdf.io.error.UnsupportedContentException;
import io.setl.rdf.normalization.RdfNormalize;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a JSON-LD document says, written in the one way in which it can be signed (RDF Dataset Canonicalization 1.0). */
final class Canonical {
    private final DocumentLoader contexts;

    Canonical(DocumentLoader contexts) {
        this.contexts = contexts;
    }

    /** Sorted lines of N-Quads. */
    String lines(JsonObject document) {
        try {
            RdfDataset said =
                    JsonLd.toRdf(JsonDocument.of(document)).loader(contexts).get();
            StringWriter out = new StringWriter();
            Rdf.createWriter(MediaType.N_QUADS, out).write(RdfNormalize.normalize(said));
            return out.toString().lines().sorted().reduce("", (all, line) -> all + line + "\n");
        } catch (JsonLdError | IOException | RdfWriterException | UnsupportedContentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of them. */
    byte[] hash(JsonObject document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(lines(document).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
