package dev.aftersales.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.diagnosis.catalogue.PersonNeeded.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueAnswerTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-05T09:00:00Z");

    // code: "-" not in the catalogue; models: "-" all; serials: "." a line without serial; earlier: passages of S1.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            known fault of a listed model               | +  | WP-400 | 1 x 40.00 | 50.00 | 1 | S1    | 0 | through
            an entry without models is for all          | +  | -      | 1 x 40.00 | 50.00 | 1 | S1    | 0 | through
            parts worth exactly the cap                 | +  | -      | 2 x 25.00 | 50.00 | 1 | S1    | 0 | through
            the cap is per line, not per claim          | +  | -      | 1 x 40.00 | 50.00 | 1 | S1 S2 | 0 | through
            one passage less than the limit             | +  | -      | 1 x 40.00 | 50.00 | 2 | S1    | 1 | through
            an unknown code                             | -  | -      | 1 x 40.00 | 50.00 | 1 | S1    | 0 | CODE_UNKNOWN 1
            another model                               | +  | WP-900 | 1 x 40.00 | 50.00 | 1 | S1    | 0 | MODEL_NOT_LISTED 1
            its model in other letters                  | +  | wp-400 | 1 x 40.00 | 50.00 | 1 | S1    | 0 | through
            parts a cent over the cap                   | +  | -      | 1 x 50.01 | 50.00 | 1 | S1    | 0 | OVER_VALUE_CAP 1
            several pieces over the cap                 | +  | -      | 2 x 40.00 | 50.00 | 1 | S1    | 0 | OVER_VALUE_CAP 1
            the limit reached before                    | +  | -      | 1 x 40.00 | 50.00 | 1 | S1    | 1 | LIMIT_REACHED 1
            the limit reached by one of two             | +  | -      | 1 x 40.00 | 50.00 | 1 | S2 S1 | 1 | LIMIT_REACHED 2
            a serial named twice goes through twice     | +  | -      | 1 x 40.00 | 50.00 | 1 | S1 S1 | 0 | LIMIT_REACHED 2
            a limit of none                             | +  | -      | 1 x 40.00 | 50.00 | 0 | S1    | 0 | LIMIT_REACHED 1
            a line without serial                       | +  | -      | 1 x 40.00 | 50.00 | 1 | S1 .  | 0 | NO_SERIAL 2
            every reason is told                        | +  | WP-900 | 1 x 60.00 | 50.00 | 1 | .     | 0 | MODEL_NOT_LISTED 1 OVER_VALUE_CAP 1 NO_SERIAL 1
            """)
    void lets(
            String rule,
            String code,
            String models,
            String parts,
            String cap,
            int limit,
            String serials,
            int earlier,
            String expected) {
        Optional<CatalogueEntry> entry =
                code.equals("-") ? Optional.empty() : Optional.of(entry(models, parts, cap, limit));

        CatalogueAnswer answer = CatalogueAnswer.judge(
                entry, "WP-400", lines(serials), cause -> true, (asked, days) -> Map.of("S1", earlier));

        assertThat(told(answer)).isEqualTo(expected);
    }

    @Test
    void countsQuantityIntoTheValueOfALine() {
        UnitLine three = new UnitLine(1, null, 3);

        CatalogueAnswer answer = CatalogueAnswer.judge(
                Optional.of(entry("-", "1 x 20.00", "50.00", 1)),
                "WP-400",
                List.of(three),
                cause -> true,
                (asked, days) -> Map.of());

        assertThat(told(answer)).isEqualTo("OVER_VALUE_CAP 1 NO_SERIAL 1");
    }

    @Test
    void leavesACauseThatThePolicyDoesNotHaveToAPerson() {
        CatalogueAnswer answer = CatalogueAnswer.judge(
                Optional.of(entry("-", "1 x 20.00", "50.00", 1)),
                "WP-400",
                lines("S1"),
                cause -> false,
                (asked, days) -> Map.of());

        assertThat(told(answer)).isEqualTo("CAUSE_UNKNOWN 1");
    }

    @Test
    void looksBackAsFarAsTheEntrySays() {
        List<Integer> lookedBack = new ArrayList<>();

        CatalogueAnswer.judge(
                Optional.of(entry("-", "1 x 20.00", "50.00", 1)),
                "WP-400",
                lines("S1"),
                cause -> true,
                (serials, days) -> {
                    lookedBack.add(days);
                    return Map.of();
                });

        assertThat(lookedBack).containsExactly(90);
    }

    private static String told(CatalogueAnswer answer) {
        return switch (answer) {
            case CatalogueAnswer.GoesThrough goes -> "through";
            case CatalogueAnswer.NeedsPerson needs ->
                String.join(
                        " ",
                        needs.reasons().stream().map(CatalogueAnswerTest::told).toList());
        };
    }

    private static String told(PersonNeeded needed) {
        Reason reason = needed.reason();
        return reason + " "
                + String.join(",", needed.lines().stream().map(String::valueOf).toList());
    }

    private static CatalogueEntry entry(String models, String parts, String cap, int limit) {
        String[] part = parts.split(" x ");
        return CatalogueEntry.first(
                "exporter",
                "PSU-NO-OUTPUT",
                new FaultDefinition(
                        models.equals("-") ? List.of() : List.of(models),
                        "WORKMANSHIP",
                        FaultClass.SIMPLE,
                        Route.PARTS,
                        List.of(new CataloguePart("PSU", Integer.parseInt(part[0]), euro(part[1]))),
                        euro(cap),
                        new SerialLimit(limit, 90),
                        null,
                        null),
                "petra",
                WRITTEN);
    }

    private static List<UnitLine> lines(String serials) {
        List<UnitLine> lines = new ArrayList<>();
        for (String serial : serials.split(" ")) {
            @Nullable String known = serial.equals(".") ? null : serial;
            lines.add(new UnitLine(lines.size() + 1, known, 1));
        }
        return lines;
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
