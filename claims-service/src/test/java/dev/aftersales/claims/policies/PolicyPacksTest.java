package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPacksTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void findsTheFirstVersionsOfFiveVendorsOnTheClassPath() {
        // When
        PolicyPacks packs = PolicyPacks.load(NOW);

        // Then
        assertThat(List.of("exporter", "shops", "agency", "online", "project"))
                .extracting(vendor ->
                        packs.current(vendor).map(CompiledPolicy::version).orElse("none"))
                .containsExactly("A-1", "B-1", "C-1", "D-1", "E-1");
        assertThat(packs.version("A-1")).isPresent();
        assertThat(packs.current("newcomer")).isEmpty();
        assertThat(packs.version("Z-9")).isEmpty();
    }

    @Test
    void bindsToTheNewestVersionInForceAndKeepsTheOlder() {
        // Given
        CompiledPolicy past = version("A-1", "2025-01-01T00:00:00Z");
        CompiledPolicy present = version("A-2", "2026-01-01T00:00:00Z");
        CompiledPolicy future = version("A-3", "2027-01-01T00:00:00Z");

        // When
        PolicyPacks packs = new PolicyPacks(NOW, List.of(present, future, past));

        // Then
        assertThat(packs.current("exporter")).contains(present);
        assertThat(packs.version("A-1")).contains(past);
        assertThat(packs.versions("exporter")).containsExactly(future, present, past);
    }

    @Test
    void bindsToTheNamedVersionOnceItsDateHasComeAndBeforeThatToTheOneInForce() {
        // Given: versions of the last year, of this one, of this very instant and of the millisecond after
        CompiledPolicy past = version("A-1", "2025-01-01T00:00:00Z");
        CompiledPolicy present = version("A-2", "2026-01-01T00:00:00Z");
        CompiledPolicy justNow = version("A-3", "2026-11-20T00:00:00Z");
        CompiledPolicy toCome = version("A-4", "2026-11-20T00:00:00.001Z");

        // When
        PolicyPacks packs = new PolicyPacks(NOW, List.of(past, present, justNow, toCome));

        // Then
        Instant now = NOW.instant();
        assertThat(packs.binding("exporter", "A-1", now)).contains(past);
        assertThat(packs.binding("exporter", "A-3", now)).contains(justNow);
        assertThat(packs.binding("exporter", "A-4", now)).contains(justNow);
        assertThat(packs.binding("exporter", "A-9", now)).isEmpty();
    }

    /** Reading R-A13: older contracts keep their version. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # entered,                 bound to
            2024-06-01T00:00:00Z,      A-3
            2025-01-01T00:00:00Z,      A-1
            2025-12-31T23:59:59.999Z,  A-1
            2026-01-01T00:00:00Z,      A-2
            2026-11-20T00:00:00Z,      A-3
            2026-11-20T00:00:00.001Z,  A-3
            """)
    void bindsAContractThatNamesNoneToTheVersionInForceWhenItWasEntered(Instant entered, String bound) {
        // Given: versions of the last year, of this one, of this very instant and of the millisecond after
        PolicyPacks packs = new PolicyPacks(
                NOW,
                List.of(
                        version("A-1", "2025-01-01T00:00:00Z"),
                        version("A-2", "2026-01-01T00:00:00Z"),
                        version("A-3", "2026-11-20T00:00:00Z"),
                        version("A-4", "2026-11-20T00:00:00.001Z")));

        assertThat(packs.binding("exporter", null, entered).map(CompiledPolicy::version))
                .contains(bound);
    }

    /** A6.2: who ships a second version tells nobody of it. */
    @Test
    void a62ShipsNoSecondVersionOfAVendor() {
        // Given
        PolicyPacks.Shipped first = new PolicyPacks.Shipped(version("A-1", "2025-01-01T00:00:00Z"), "");
        PolicyPacks.Shipped second = new PolicyPacks.Shipped(version("A-2", "2026-01-01T00:00:00Z"), "");

        // When / Then
        PolicyPacks.refuseSuccessors(List.of(first));
        assertThatThrownBy(() -> PolicyPacks.refuseSuccessors(List.of(first, second)))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("A-2")
                .hasMessageContaining("A-1");
    }

    @Test
    void refusesTwoPacksOfOneVersion() {
        // Given
        List<CompiledPolicy> twins =
                List.of(version("A-1", "2025-01-01T00:00:00Z"), version("A-1", "2026-01-01T00:00:00Z"));

        // When / Then
        assertThatThrownBy(() -> new PolicyPacks(NOW, twins))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("A-1");
    }

    private static CompiledPolicy version(String version, String effectiveFrom) {
        return new PackReader().compile(ExporterPack.POLICY.rules().as(version, Instant.parse(effectiveFrom)));
    }
}
