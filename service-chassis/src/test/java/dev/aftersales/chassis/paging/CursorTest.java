package dev.aftersales.chassis.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aftersales.chassis.problems.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWasHandedOut() {
        Cursor place = new Cursor(Instant.parse("2026-11-20T10:00:00.123Z"), "c|1");
        assertThat(Cursor.decode(place.encode())).isEqualTo(place);
        TextCursor text = new TextCursor("Ärmel/7|b");
        assertThat(TextCursor.decode(text.encode())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "x", "xx", "cursor"})
    void refusesWhatItNeverHandedOut(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.decode(text));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TextCursor.decode(text));
    }

    @Test
    void refusesAPlaceInAnotherList() {
        String place = new TextCursor("issue-1/line-2").encode();

        assertThat(TextCursor.decode(place, "issue-1/").text()).isEqualTo("issue-1/line-2");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TextCursor.decode(place, "issue-2/"));
    }

    @Test
    void leadsOnFromTheLastItemShownAndEndsWithTheList() {
        Page<String> first = TextCursor.page(List.of("a", "b", "c"), 2, TextCursor::new, Function.identity());
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(TextCursor.decode(first.next()).text()).isEqualTo("b");
        assertThat(TextCursor.page(List.of("c", "d"), 2, TextCursor::new, Function.identity()))
                .isEqualTo(new Page<>(List.of("c", "d"), null));
    }
}
