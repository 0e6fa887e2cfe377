package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DatedDocument.State;
import dev.aftersales.claims.adjudication.DocumentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimDocumentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-20");

    @Test
    void countsTheLastOneThatWasBrought() {
        assertThat(of(1, brought(null, "I-1"), brought(null, "I-2"))).containsExactly("I-2");
    }

    @Test
    void countsWhatAPersonExaminedBeforeWhatNobodyLookedAt() {
        assertThat(of(1, examined(null, "I-1", State.VALID), brought(null, "I-2")))
                .containsExactly("I-1");
        assertThat(of(1, examined(null, "I-1", State.ALTERED), examined(null, "I-2", State.VALID)))
                .containsExactly("I-2");
    }

    @Test
    void countsWhatCameAfterAPaperThatWasFoundAtFault() {
        ClaimDocument faulty = at(10, examined(null, "I-1", State.ILLEGIBLE));
        assertThat(of(1, at(5, brought(null, "I-0")), faulty)).containsExactly("I-1");
        assertThat(of(1, faulty, at(20, brought(null, "I-2")))).containsExactly("I-1", "I-2");
        assertThat(of(1, faulty, at(20, brought(1, "I-2")), at(30, brought(null, "I-3"))))
                .containsExactly("I-1", "I-2");
        assertThat(of(1, faulty, at(20, brought(2, "I-2")))).containsExactly("I-1");
        assertThat(of(1, faulty, at(20, examined(null, "I-2", State.VALID)))).containsExactly("I-2");
    }

    @Test
    void countsThePaperOfTheLineBeforeThatOfAll() {
        assertThat(of(1, brought(1, "I-1"), brought(null, "I-2"))).containsExactly("I-1");
        assertThat(of(2, brought(1, "I-1"), brought(null, "I-2"))).containsExactly("I-2");
        assertThat(of(2, brought(1, "I-1"))).isEmpty();
    }

    @Test
    void countsWhatAFileShowsBeforeWhatWasOnlyTyped() {
        assertThat(of(1, brought(null, "I-1").and(filed("I-1")), brought(1, "I-2")))
                .containsExactly("I-1");
    }

    @Test
    void takesTheFileOfAPaperThatWasTypedBefore() {
        // Given
        ClaimDocument typed = brought(null, "I-1");

        // When
        ClaimDocument both = typed.and(filed("I-1"));

        // Then
        assertThat(typed.says(filed("I-1"))).isFalse();
        assertThat(both.says(filed("I-1"))).isTrue();
        assertThat(both.says(typed)).isTrue();
        assertThat(both.document().isShown()).isTrue();
        assertThat(examined(null, "I-1", State.ALTERED).says(filed("I-1"))).isTrue();
    }

    @Test
    void isTheSamePaperWhateverWasFoundOfItSince() {
        assertThat(brought(null, "I-1").isSameAs(examined(null, "I-1", State.ALTERED)))
                .isTrue();
        assertThat(brought(null, "I-1").isSameAs(brought(1, "I-1"))).isFalse();
        assertThat(brought(null, "I-1").isSameAs(brought(null, "I-2"))).isFalse();
    }

    private static List<String> of(int line, ClaimDocument... documents) {
        return ClaimDocument.of(List.of(documents), line).stream()
                .map(DatedDocument::id)
                .toList();
    }

    private static ClaimDocument at(int second, ClaimDocument paper) {
        return new ClaimDocument(paper.line(), paper.document(), paper.by(), Instant.ofEpochSecond(second));
    }

    private static ClaimDocument brought(Integer line, String number) {
        return document(line, number, State.VALID, Confirmer.Kind.CUSTOMER);
    }

    private static ClaimDocument examined(Integer line, String number, State state) {
        return document(line, number, state, Confirmer.Kind.AGENT);
    }

    private static ClaimDocument filed(String number) {
        return document(null, number, State.VALID, Confirmer.Kind.CUSTOMER, "scan-1");
    }

    private static ClaimDocument document(Integer line, String number, State state, Confirmer.Kind by) {
        return document(line, number, state, by, null);
    }

    private static ClaimDocument document(
            Integer line, String number, State state, Confirmer.Kind by, @Nullable String file) {
        return new ClaimDocument(
                line,
                new DatedDocument(
                        DocumentKind.INVOICE,
                        number,
                        DAY,
                        state,
                        Map.of(),
                        file,
                        new Confirmation(new Confirmer(by, "p"), Instant.EPOCH)),
                "maria",
                Instant.EPOCH);
    }
}
