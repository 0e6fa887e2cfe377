package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units that fail alike, under one rule of a vendor's policy.
 *
 * @param traits what they have in common; a trait that the rule names and nobody knows is the empty string
 */
record Group(String vendor, String rule, Map<Trait, String> traits) {

    /** So many bytes of a hash: two groups of one vendor do not meet in a life of the universe. */
    private static final int HASH_BYTES = 15;

    Group {
        Map<Trait, String> ordered = new EnumMap<>(Trait.class);
        ordered.putAll(traits);
        traits = Collections.unmodifiableMap(ordered);
    }

    /** The group that a sighting belongs to under a rule. */
    static Group of(Sighting sighting, @Nullable String lot, String rule, Set<Trait> groupedBy) {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        for (Trait trait : groupedBy) {
            traits.put(
                    trait,
                    switch (trait) {
                        case CONTRACT_HOLDER -> sighting.organisation();
                        case MODEL -> sighting.model();
                        case FAULT_FAMILY -> sighting.faultFamily();
                        case LOT -> lot == null ? "" : lot;
                    });
        }
        return new Group(sighting.vendor(), rule, traits);
    }

    /** The trait, if the rule names it and it is known. */
    @Nullable
    String trait(Trait trait) {
        String value = traits.get(trait);
        return value == null || value.isEmpty() ? null : value;
    }

    /** As events tell it. */
    UnitGroup told() {
        return new UnitGroup(
                trait(Trait.CONTRACT_HOLDER), trait(Trait.MODEL), trait(Trait.FAULT_FAMILY), trait(Trait.LOT));
    }

    /**
     * Names the group wherever it is met, in keys and paths. It begins with the vendor, and tells groups of another set of
     * traits apart, so that two ways of grouping can run beside each other.
     */
    String id() {
        StringBuilder all = new StringBuilder(rule);
        traits.forEach(
                (trait, value) -> all.append('\n').append(trait).append('=').append(value));
        return ofVendor(vendor) + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(all.toString()));
    }

    /** What the ids of all groups of a vendor begin with. */
    static String ofVendor(String vendor) {
        return vendor + ".";
    }

    private static byte[] hash(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
