package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The packs that come with the service, for tests of the engine. */
public final class ShippedPacks {

    private static final Policies PACKS = PolicyPacks.load(Clock.systemUTC());

    /** A to E, each in its first version. */
    public static final List<CompiledPolicy> ALL = List.of("A-1", "B-1", "C-1", "D-1", "E-1").stream()
            .map(ShippedPacks::version)
            .toList();

    private ShippedPacks() {}

    /** All of them, as the service finds them. */
    public static Policies packs() {
        return PACKS;
    }

    /** The first version of a policy, by its letter in the clause register. */
    public static CompiledPolicy policy(String letter) {
        return version(letter + "-1");
    }

    /** The version of that name, compiled. */
    public static CompiledPolicy version(String version) {
        return PACKS.version(version).orElseThrow();
    }

    /**
     * A shipped pack with some of its text changed.
     *
     * @param changes what stands there, each followed by what shall stand there in its place
     */
    public static CompiledPolicy changed(String vendor, String version, String... changes) {
        String file = "policy-packs/" + vendor + "/" + version + ".yaml";
        String text;
        try {
            text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < changes.length; i += 2) {
            if (!text.contains(changes[i])) {
                throw new AssertionError("'" + changes[i] + "' does not stand in " + file);
            }
            text = text.replace(changes[i], changes[i + 1]);
        }
        return new PackReader().compile(file, text);
    }
}
