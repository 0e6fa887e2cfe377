package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.PackReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The exporter's policy, in each of its three forms. */
final class PolicyA {

    private static final String PACK = "policy-packs/exporter/A-1.yaml";

    private PolicyA() {}

    /** The pack that claims-service ships. */
    static CompiledPolicy compiled() {
        return new PackReader().compile(PACK, new String(read("/" + PACK), StandardCharsets.UTF_8));
    }

    /** What of it decides, as a DMN table in FEEL. */
    static byte[] inFeel() {
        return read("policy-a.feel.dmn");
    }

    /** The same table in the other engine's own expression language. */
    static byte[] inJuel() {
        return read("policy-a.juel.dmn");
    }

    private static byte[] read(String resource) {
        try (InputStream content = PolicyA.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
