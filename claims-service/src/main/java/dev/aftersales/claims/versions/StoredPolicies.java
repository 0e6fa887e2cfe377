package dev.aftersales.claims.versions;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.policies.PolicyPacks;
import dev.aftersales.claims.versions.Succession.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The versions that came with the service and those that were activated since. Each is compiled once. Which of them is in
 * force follows the business clock and what this instance knows of the successions: that is renewed in the background (see
 * {@link PolicyRefresh}) and never on the way of a claim; a version that a claim names and this instance has not heard of
 * is fetched.
 */
final class StoredPolicies implements Policies {

    private final PolicyPacks shipped;
    private final Successions successions;
    private final Aggregates<PolicyVersion> versions;
    private final Drafting drafting;
    private final Clock businessClock;
    private final Map<String, CompiledPolicy> compiled = new ConcurrentHashMap<>();

    /** Beyond the shipped ones, newest first. */
    private final Map<String, List<CompiledPolicy>> lines = new ConcurrentHashMap<>();

    StoredPolicies(
            PolicyPacks shipped,
            Successions successions,
            Aggregates<PolicyVersion> versions,
            Drafting drafting,
            Clock businessClock) {
        this.shipped = shipped;
        this.successions = successions;
        this.versions = versions;
        this.drafting = drafting;
        this.businessClock = businessClock;
    }

    @Override
    public Optional<CompiledPolicy> current(String vendor) {
        return line(vendor).stream().filter(this::isInEffect).findFirst().or(() -> shipped.current(vendor));
    }

    @Override
    public boolean isInEffect(CompiledPolicy policy) {
        return !policy.effectiveFrom().isAfter(businessClock.instant());
    }

    @Override
    public Optional<CompiledPolicy> version(String policyVersion) {
        Optional<CompiledPolicy> known =
                shipped.version(policyVersion).or(() -> Optional.ofNullable(compiled.get(policyVersion)));
        return known.isPresent() ? known : fetched(policyVersion);
    }

    @Override
    public List<CompiledPolicy> versions(String vendor) {
        return withShipped(line(vendor), vendor);
    }

    /** The same by this succession. */
    List<CompiledPolicy> versions(Succession succession) {
        return withShipped(learn(succession), succession.vendor());
    }

    private List<CompiledPolicy> withShipped(List<CompiledPolicy> line, String vendor) {
        List<CompiledPolicy> all = new ArrayList<>(line);
        all.addAll(shipped.versions(vendor));
        return List.copyOf(all);
    }

    /** The vendor's newest version, in force or set to take effect. */
    Optional<CompiledPolicy> newest(String vendor) {
        return versions(vendor).stream().findFirst();
    }

    @Override
    public Set<String> vendors() {
        Set<String> all = new HashSet<>(shipped.vendors());
        all.addAll(lines.keySet());
        return Set.copyOf(all);
    }

    /** Vendors of whom this instance was asked. */
    Set<String> vendorsAskedFor() {
        return Set.copyOf(lines.keySet());
    }

    private List<CompiledPolicy> line(String vendor) {
        List<CompiledPolicy> line = lines.get(vendor);
        return line == null ? learn(successions.of(vendor)) : line;
    }

    /**
     * Learns what follows what.
     *
     * @throws IllegalStateException when this release cannot read a version that is set to take effect
     */
    List<CompiledPolicy> learn(Succession succession) {
        List<CompiledPolicy> line = new ArrayList<>();
        for (Step step : succession.steps()) {
            CompiledPolicy policy = compiled.get(step.version());
            if (policy == null) {
                policy = successions
                        .finish(succession.vendor(), step)
                        .map(version -> compile(version, step.effectiveFrom()))
                        .orElse(null);
            }
            if (policy != null) {
                line.addFirst(policy);
            }
        }
        List<CompiledPolicy> newestFirst = List.copyOf(line);
        List<CompiledPolicy> known = lines.put(succession.vendor(), newestFirst);
        if (known != null) {
            // What was given up before its date is not to be bound to after it.
            known.stream()
                    .filter(policy -> !newestFirst.contains(policy))
                    .forEach(policy -> compiled.remove(policy.version(), policy));
        }
        return newestFirst;
    }

    @Override
    public Optional<CompiledPolicy> proposed(String policyVersion) {
        return version(policyVersion).or(() -> versions.find(policyVersion)
                .map(Stored::state)
                .filter(version -> version.stage() instanceof Stage.Draft || version.stage() instanceof Stage.Noticed)
                .map(drafting::stored));
    }

    /** The version of that name, whatever has become of it: to be read, not to be judged by. */
    Optional<CompiledPolicy> written(String policyVersion) {
        return version(policyVersion)
                .or(() -> versions.find(policyVersion).map(Stored::state).map(this::asTold));
    }

    private CompiledPolicy asTold(PolicyVersion version) {
        Notice told = version.stage().told();
        return told == null ? drafting.stored(version) : drafting.stored(version, told.effectiveFrom());
    }

    private Optional<CompiledPolicy> fetched(String id) {
        return versions.find(id).map(Stored::state).flatMap(version -> {
            if (!(version.stage() instanceof Stage.Active active)) {
                return Optional.empty();
            }
            if (active.shipped()) {
                return Optional.of(compile(version, active.effectiveFrom()));
            }
            // Its place decides: one that is being given up has none any more.
            return learn(successions.of(version.vendor())).stream()
                    .filter(policy -> policy.version().equals(id))
                    .findFirst();
        });
    }

    private CompiledPolicy compile(PolicyVersion version, Instant effectiveFrom) {
        return compiled.computeIfAbsent(version.id(), id -> drafting.stored(version, effectiveFrom));
    }
}
