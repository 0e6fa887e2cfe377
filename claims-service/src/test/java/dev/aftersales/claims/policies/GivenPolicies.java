package dev.aftersales.claims.policies;

import com.mongodb.MongoTimeoutException;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The policies in force, and beside them versions that differ in a few words. */
public final class GivenPolicies implements Policies {

    private final Policies inForce;
    private final List<CompiledPolicy> others = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> outOfReach = new HashSet<>();

    public GivenPolicies(Policies inForce) {
        this.inForce = inForce;
    }

    /** Those that come with the service. */
    public static GivenPolicies shipped() {
        return new GivenPolicies(PolicyPacks.load(Clock.systemUTC()));
    }

    /** The exporter's pack as a version of that name, with other words in some places; each has to be there. */
    public GivenPolicies with(String version, String... wordsAndOthers) {
        others.add(
                new PackReader().compile("policy-packs/exporter/" + version + ".yaml", pack(version, wordsAndOthers)));
        return this;
    }

    /** With the store out of reach for whoever asks for the version of that name. */
    public void outOfReach(String version) {
        outOfReach.add(version);
    }

    /** With the store back. */
    public void withinReach() {
        outOfReach.clear();
    }

    /** Without the version of that name. */
    public GivenPolicies without(String version) {
        gone.add(version);
        return this;
    }

    /** That pack as YAML. */
    public static String pack(String version, String... wordsAndOthers) {
        try {
            String pack =
                    new ClassPathResource("policy-packs/exporter/A-1.yaml").getContentAsString(StandardCharsets.UTF_8);
            String changed = replaced(pack, "version: A-1", "version: " + version);
            for (int i = 0; i < wordsAndOthers.length; i += 2) {
                changed = replaced(changed, wordsAndOthers[i], wordsAndOthers[i + 1]);
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String pack, String words, String others) {
        if (!pack.contains(words)) {
            throw new IllegalArgumentException("the pack does not say " + words);
        }
        return pack.replace(words, others);
    }

    @Override
    public Optional<CompiledPolicy> current(String vendor) {
        return inForce.current(vendor);
    }

    @Override
    public Optional<CompiledPolicy> version(String policyVersion) {
        if (outOfReach.contains(policyVersion)) {
            throw new MongoTimeoutException("the store does not answer");
        }
        if (gone.contains(policyVersion)) {
            return Optional.empty();
        }
        return others.stream()
                .filter(policy -> policy.version().equals(policyVersion))
                .findFirst()
                .or(() -> inForce.version(policyVersion));
    }

    @Override
    public boolean isInEffect(CompiledPolicy policy) {
        return inForce.isInEffect(policy);
    }

    @Override
    public List<CompiledPolicy> versions(String vendor) {
        return inForce.versions(vendor);
    }

    @Override
    public Set<String> vendors() {
        return inForce.vendors();
    }
}
