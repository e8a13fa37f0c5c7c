package org.kulluna.certificates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.support.NodeProject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's verifier ({@code @digitalbazaar/vc}), which knows the documents it is given and no network. */
final class Verifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();
    private final Map<String, JsonNode> cases = new LinkedHashMap<>();

    Verifier serve(String address, String document) {
        documents.put(address, JSON.readTree(document));
        return this;
    }

    Verifier ask(String name, String credential) {
        cases.put(name, JSON.readTree(credential));
        return this;
    }

    /** By case: verified, revoked, error. */
    JsonNode answers() throws Exception {
        List<Map<String, Object>> asked = cases.entrySet().stream()
                .map(e -> Map.<String, Object>of("name", e.getKey(), "credential", e.getValue()))
                .toList();
        String said = NodeProject.of("badges")
                .run("verify.mjs", JSON.writeValueAsString(Map.of("documents", documents, "cases", asked)));
        return JSON.readTree(said);
    }
}
