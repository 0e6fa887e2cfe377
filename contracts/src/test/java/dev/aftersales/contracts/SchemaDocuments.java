package dev.aftersales.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every schema document by its {@code $id}, with references followed across documents. */
record SchemaDocuments(Map<String, JsonNode> byId) {

    /** A node of a schema and the document that its local references are relative to. */
    record Located(JsonNode node, JsonNode document) {

        Located at(JsonNode child) {
            return new Located(child, document);
        }
    }

    static SchemaDocuments ofTheSuite() {
        JsonMapper json = new JsonMapper();
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        Schemas.byId().forEach((id, text) -> documents.put(id, json.readTree(text)));
        return new SchemaDocuments(documents);
    }

    Located root(String id) {
        JsonNode document = byId.get(id);
        return new Located(document, document);
    }

    Located resolve(Located schema) {
        JsonNode reference = schema.node().get("$ref");
        if (reference == null) {
            return schema;
        }
        String[] target = reference.asString().split("#", 2);
        JsonNode document = target[0].isEmpty() ? schema.document() : byId.get(target[0]);
        if (document == null) {
            throw new AssertionError("no document for " + reference);
        }
        JsonNode node = document.at(target[1]);
        if (node.isMissingNode()) {
            throw new AssertionError("nothing at " + reference);
        }
        return resolve(new Located(node, document));
    }
}
