package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A version with the tree of its pack as it was written. */
final class PolicySource {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final CompiledPolicy policy;
    private final JsonNode tree;

    private PolicySource(CompiledPolicy policy, JsonNode tree) {
        this.policy = policy;
        this.tree = tree;
    }

    /** @param pack that the policy was compiled from */
    static PolicySource of(CompiledPolicy policy, String pack) {
        return new PolicySource(policy, YAML.readTree(pack));
    }

    CompiledPolicy policy() {
        return policy;
    }

    JsonNode tree() {
        return tree;
    }
}
