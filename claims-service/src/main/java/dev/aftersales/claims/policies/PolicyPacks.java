package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The policy versions that come with the service: {@code policy-packs/<vendor>/<version>.yaml}. */
public final class PolicyPacks implements Policies {

    private static final String FOLDER = "policy-packs/";

    private final Clock clock;
    private final List<Shipped> shipped = new ArrayList<>();
    private final Map<String, CompiledPolicy> byVersion = new HashMap<>();

    /** Newest first. */
    private final Map<String, List<CompiledPolicy>> byVendor = new HashMap<>();

    PolicyPacks(Clock clock, Collection<CompiledPolicy> policies) {
        this.clock = clock;
        for (CompiledPolicy policy : policies) {
            if (byVersion.put(policy.version(), policy) != null) {
                throw new PackError(FOLDER, policy.version(), "two packs have this version");
            }
            byVendor.computeIfAbsent(policy.vendor(), vendor -> new ArrayList<>())
                    .add(policy);
        }
        byVendor.values()
                .forEach(versions -> versions.sort(
                        Comparator.comparing(CompiledPolicy::effectiveFrom).reversed()));
    }

    /**
     * A version that came with the service.
     *
     * @param text its YAML
     */
    public record Shipped(CompiledPolicy policy, String text) {}

    /** All of them. */
    public List<Shipped> shipped() {
        return List.copyOf(shipped);
    }

    /**
     * Reads every pack on the class path.
     *
     * @throws PackError when one is wrong
     */
    static PolicyPacks load(Clock clock) {
        PackReader reader = new PackReader();
        List<Shipped> shipped = new ArrayList<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*.yaml")) {
                String url = resource.getURL().toString();
                String file = url.substring(url.lastIndexOf(FOLDER));
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                PolicyRules rules = reader.read(file, text);
                List<PackProblem> slips = new ArrayList<>(reader.idleReadings(file, text));
                slips.addAll(reader.unknownCodes(file, text));
                if (!slips.isEmpty()) {
                    throw new PackError(slips);
                }
                String expected = FOLDER + rules.vendor() + "/" + rules.version() + ".yaml";
                if (!file.equals(expected)) {
                    throw new PackError(file, "version", "by its vendor and version the pack belongs into " + expected);
                }
                shipped.add(new Shipped(reader.compile(rules), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("policy packs cannot be read", e);
        }
        refuseSuccessors(shipped);
        PolicyPacks packs =
                new PolicyPacks(clock, shipped.stream().map(Shipped::policy).toList());
        packs.shipped.addAll(shipped);
        return packs;
    }

    /** A vendor's first version may come with the service; a successor is drafted and announced, and its guards are asked (A6.2). */
    static void refuseSuccessors(List<Shipped> shipped) {
        Map<String, String> first = new HashMap<>();
        for (Shipped pack : shipped) {
            CompiledPolicy policy = pack.policy();
            String other = first.putIfAbsent(policy.vendor(), policy.version());
            if (other != null) {
                throw new PackError(
                        FOLDER + policy.vendor(),
                        policy.version(),
                        other + " comes with the service, too; make the later one a draft (POST /api/v1/policies), and"
                                + " activate it");
            }
        }
    }

    @Override
    public Optional<CompiledPolicy> current(String vendor) {
        return byVendor.getOrDefault(vendor, List.of()).stream()
                .filter(this::isInEffect)
                .findFirst();
    }

    @Override
    public boolean isInEffect(CompiledPolicy policy) {
        return !policy.effectiveFrom().isAfter(clock.instant());
    }

    @Override
    public Optional<CompiledPolicy> version(String policyVersion) {
        return Optional.ofNullable(byVersion.get(policyVersion));
    }

    @Override
    public List<CompiledPolicy> versions(String vendor) {
        return List.copyOf(byVendor.getOrDefault(vendor, List.of()));
    }

    @Override
    public Set<String> vendors() {
        return Set.copyOf(byVendor.keySet());
    }
}
