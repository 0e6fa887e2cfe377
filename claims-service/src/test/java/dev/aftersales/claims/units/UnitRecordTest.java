package dev.aftersales.claims.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.contracts.Sale;
import dev.aftersales.claims.units.UnitRecord.Word;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.units.UnitRecorded;
import dev.aftersales.contracts.events.units.UnitRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitRecordTest {

    private static final Instant AT = Instant.parse("2026-08-20T08:00:00Z");
    private static final UnitRecord NEW = UnitRecord.unheardOf("exporter", "S-1");

    private final List<Event> told = new ArrayList<>();

    @Test
    void tellsOfAUnitOnceHoweverOftenItIsHeard() {
        // When
        UnitRecord once = after(NEW, has("A", 1, "L1"));
        UnitRecord twice = after(once, has("A", 1, "L1"));

        // Then
        assertThat(twice).isEqualTo(once);
        assertThat(told)
                .containsExactly(new UnitRecorded("exporter", "S-1", "X1", "MAIN_UNIT", "L1", "A", "nordwind", AT));
    }

    @Test
    void saysNothingWhereAContractWasEnteredAnewAndTheUnitIsTheSame() {
        // Given
        UnitRecord unit = after(NEW, has("A", 1, "L1"));
        told.clear();

        // When
        UnitRecord again = after(unit, has("A", 2, "L1"));

        // Then
        assertThat(told).isEmpty();
        assertThat(again.hasHeard("A", 2)).isTrue();
    }

    /** A frozen instance wakes up and says what it read before. */
    @Test
    void doesNotHeedWhatTheContractSaidBefore() {
        // Given: back as it was, so that only the number of the entry tells
        UnitRecord unit = after(after(NEW, has("A", 1, "L1")), has("A", 3, "L1"));
        told.clear();

        // When
        UnitRecord late = after(unit, has("A", 2, "L2"));

        // Then
        assertThat(late).isEqualTo(unit);
        assertThat(told).isEmpty();
    }

    @Test
    void isRemovedByTheContractThatHadItAlone() {
        // Given
        UnitRecord unit = after(NEW, has("A", 1, "L1"));
        told.clear();

        // When
        UnitRecord others = after(unit, lacks("B", 2));
        UnitRecord gone = after(others, lacks("A", 2));
        after(gone, lacks("A", 2));

        // Then
        assertThat(others.sale()).isNotNull();
        assertThat(gone.sale()).isNull();
        assertThat(told).containsExactly(new UnitRemoved("exporter", "S-1", "A", AT));
    }

    @Test
    void movesToAnotherContractInEitherOrder() {
        // Given
        UnitRecord unit = after(NEW, has("A", 1, "L1"));
        told.clear();

        // When
        UnitRecord inOrder = after(after(unit, lacks("A", 2)), has("B", 1, "L1"));
        UnitRecord newFirst = after(after(unit, has("B", 1, "L1")), lacks("A", 2));

        // Then
        assertThat(List.of(inOrder, newFirst))
                .extracting(UnitRecord::sale)
                .allSatisfy(sale -> assertThat(sale.contract()).isEqualTo("B"));
        assertThat(told)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("UnitRemoved", "UnitRecorded", "UnitRecorded");
    }

    /** A's first word came late, over B's: when A takes it back, B has the unit still. */
    @Test
    void fallsBackToWhoeverHasIt() {
        // Given
        UnitRecord unit = after(after(NEW, has("B", 1, "L1")), has("A", 1, "L1"));
        told.clear();

        // When
        UnitRecord back = after(unit, lacks("A", 2), has("B", 1, "L1"));

        // Then
        assertThat(back.sale().contract()).isEqualTo("B");
        assertThat(told).hasOnlyElementsOfType(UnitRecorded.class).hasSize(1);
    }

    @Test
    void asksAgainWhereWhoeverHadItHasBeenHeardSince() {
        // Given
        UnitRecord unit = after(after(NEW, has("B", 2, "L1")), has("A", 1, "L1"));

        // When / Then
        assertThat(unit.after(lacks("A", 2), has("B", 1, "L1"))).isEmpty();
    }

    @Test
    void remembersAUnitThatWentBeforeItWasHeardOf() {
        // Given
        UnitRecord gone = after(NEW, lacks("A", 2));

        // When
        UnitRecord late = after(gone, has("A", 1, "L1"));

        // Then
        assertThat(late).isEqualTo(gone);
        assertThat(told).isEmpty();
    }

    private UnitRecord after(UnitRecord before, Word word) {
        return after(before, word, null);
    }

    private UnitRecord after(UnitRecord before, Word word, @Nullable Word elsewhere) {
        UnitRecord after = before.after(word, elsewhere).orElseThrow();
        told.addAll(after.news(before, word.at()));
        return after;
    }

    private static Word has(String contract, int entry, String lot) {
        return new Word(contract, entry, AT, new Sale(contract, "nordwind", "X1", ItemClass.MAIN_UNIT, lot));
    }

    private static Word lacks(String contract, int entry) {
        return new Word(contract, entry, AT, null);
    }
}
