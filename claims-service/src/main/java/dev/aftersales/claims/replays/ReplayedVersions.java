package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.policies.Policies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The versions that can be replayed, and what tells one from the same name with other rules. */
final class ReplayedVersions {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Policies policies;

    ReplayedVersions(Policies policies) {
        this.policies = policies;
    }

    /** The version of that name, as it stands. */
    Optional<CompiledPolicy> find(String version) {
        return policies.proposed(version);
    }

    /** The version of that name, if it still says the same. */
    Optional<CompiledPolicy> find(String version, String rules) {
        return find(version).filter(policy -> hash(policy).equals(rules));
    }

    /** SHA-256 of what the version says, in hexadecimal digits; from when on it does is not part of it. */
    static String hash(CompiledPolicy policy) {
        PolicyRules rules = policy.rules().as(policy.version(), Instant.EPOCH);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(CANONICAL.writeValueAsString(rules).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
