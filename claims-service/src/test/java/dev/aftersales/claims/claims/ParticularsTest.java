package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticularsTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T10:00:00Z");

    private static final Unavailable CARD = new Unavailable("WARRANTY_CARD", "lin", FIRST);
    private static final Unavailable INVOICE = new Unavailable("INVOICE", "lin", LATER);

    @Test
    void keepsWhoFirstSaidThatSomethingWillNotCome() {
        // Given
        Particulars first = new Particulars(null, null, null, null, null, Map.of(), List.of(), List.of(CARD));
        Particulars again = new Particulars(
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(new Unavailable("WARRANTY_CARD", "b4", LATER)));

        // Then
        assertThat(first.and(again).unavailable()).containsExactly(CARD);
        assertThat(first.say(again)).isTrue();
    }

    @Test
    void keepsWhoAgreedFirst() {
        // When
        Particulars both = agreed("D-1", "dora", FIRST).and(agreed("D-1", "otto", LATER));

        // Then
        assertThat(both.consents()).containsExactly(new Consent("TERMS_ACCEPTED", "D-1", "dora", FIRST));
    }

    @Test
    void takesTheConsentToAnotherVersion() {
        assertThat(agreed("D-1", "dora", FIRST)
                        .and(agreed("D-2", "dora", LATER))
                        .consents())
                .containsExactly(new Consent("TERMS_ACCEPTED", "D-2", "dora", LATER));
    }

    @Test
    void addsWhatIsSaidLaterAndForgetsNothing() {
        // Given
        Particulars first =
                new Particulars("WEB", "CN-44", null, null, true, Map.of("a", "X"), List.of(), List.of(CARD));
        Particulars later = new Particulars(
                null, "CN-4403", LocalDate.EPOCH, null, null, Map.of("b", "Y"), List.of(), List.of(INVOICE));

        // When
        Particulars both = first.and(later);

        // Then
        assertThat(both)
                .isEqualTo(new Particulars(
                        "WEB",
                        "CN-4403",
                        LocalDate.EPOCH,
                        null,
                        true,
                        Map.of("a", "X", "b", "Y"),
                        List.of(),
                        List.of(CARD, INVOICE)));
        assertThat(both.say(later)).isTrue();
        assertThat(first.say(later)).isFalse();
    }

    private static Particulars agreed(String version, String by, Instant at) {
        return new Particulars(
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(new Consent("TERMS_ACCEPTED", version, by, at)),
                List.of());
    }
}
