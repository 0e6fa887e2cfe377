package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.Observation;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy version made ready for judging: causes and findings are looked up by code, not searched for. Immutable; shared
 * by all threads.
 */
public final class CompiledPolicy {

    private final PolicyRules rules;
    private final Set<String> coveredCauses;
    private final String coveredCausesInWords;
    private final Map<String, List<Grounds>> excludedCauses;
    private final List<Exclusion> excludedByObservation;
    private final Map<String, List<Observed>> findings;

    private CompiledPolicy(
            PolicyRules rules,
            Map<String, List<Grounds>> excludedCauses,
            List<Exclusion> excludedByObservation,
            Map<String, List<Observed>> findings) {
        this.rules = rules;
        this.coveredCauses = Set.copyOf(rules.coverage().causes().covered());
        this.coveredCausesInWords = String.join(" / ", rules.coverage().causes().covered());
        this.excludedCauses = Map.copyOf(excludedCauses);
        this.excludedByObservation = List.copyOf(excludedByObservation);
        this.findings = Map.copyOf(findings);
    }

    /** Compiles rules whose names are known to agree: every clause, reading and observation that they name is there. */
    public static CompiledPolicy of(PolicyRules rules) {
        Map<String, List<Grounds>> causes = new HashMap<>();
        List<Exclusion> byObservation = new ArrayList<>();
        for (Exclusion exclusion : rules.exclusions()) {
            for (String cause : exclusion.causes()) {
                causes.computeIfAbsent(cause, code -> new ArrayList<>())
                        .add(new Grounds(exclusion, exclusion.reading()));
            }
            Exclusion.SameEvent sameEvent = exclusion.sameEvent();
            if (sameEvent != null) {
                for (String cause : sameEvent.causes()) {
                    causes.computeIfAbsent(cause, code -> new ArrayList<>())
                            .add(new Grounds(exclusion, sameEvent.reading()));
                }
            }
            if (!exclusion.observed().isEmpty()) {
                byObservation.add(exclusion);
            }
        }
        Map<String, List<Observed>> findings = new HashMap<>();
        for (Observation observation : rules.observations()) {
            observation.findings().forEach((finding, value) -> findings.computeIfAbsent(
                            finding, code -> new ArrayList<>())
                    .add(new Observed(observation.name(), value)));
        }
        return new CompiledPolicy(rules, causes, byObservation, findings);
    }

    public String vendor() {
        return rules.vendor();
    }

    /** For example {@code A-1}. */
    public String version() {
        return rules.version();
    }

    /** In which the policy's days begin and end. */
    public ZoneId zone() {
        return rules.zone();
    }

    /** From when on claims are bound to it. */
    public Instant effectiveFrom() {
        return rules.effectiveFrom();
    }

    /** What the pack says, whole. */
    public PolicyRules rules() {
        return rules;
    }

    boolean covers(String cause) {
        return coveredCauses.contains(cause);
    }

    String coveredCausesInWords() {
        return coveredCausesInWords;
    }

    /** On what grounds this cause is excluded, in the policy's order; empty for a cause that no clause excludes. */
    List<Grounds> exclusionsOf(String cause) {
        return excludedCauses.getOrDefault(cause, List.of());
    }

    List<Exclusion> exclusionsByObservation() {
        return excludedByObservation;
    }

    /** What this finding says; empty for a code that the policy makes nothing of. */
    List<Observed> observedBy(String finding) {
        return findings.getOrDefault(finding, List.of());
    }

    Text clause(String id) {
        return Objects.requireNonNull(rules.clauses().get(id), id);
    }

    @Nullable
    Text reading(@Nullable String id) {
        return id == null ? null : Objects.requireNonNull(rules.readings().get(id), id);
    }

    /** An exclusion that names a cause, and the reading by which it does. */
    record Grounds(Exclusion exclusion, @Nullable String reading) {}

    /** What a finding says. */
    record Observed(String observation, String value) {}
}
