package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shipped calendar ends with the last year that was published; whoever lives longer enters the next ones. */
public final class YearsAhead {

    private static final String CALENDAR = "/api/v1/calendars/china";

    private YearsAhead() {}

    /** Enters the two years after this one, as if they had been published without a holiday. */
    public static void enter(Gateway gateway) {
        Answer china = gateway.get("petra", CALENDAR);
        assertThat(china.status()).as(china.body().toString()).isEqualTo(200);
        ObjectNode calendar = (ObjectNode) china.body().get("calendar").deepCopy();
        ArrayNode years = JsonMapper.shared().createArrayNode();
        IntStream.rangeClosed(
                        calendar.get("years").get(0).asInt(),
                        Year.now(ZoneOffset.UTC).getValue() + 2)
                .forEach(years::add);
        calendar.set("years", years);
        Answer entered = gateway.postOnto(
                "petra",
                CALENDAR + "/versions",
                "\"" + china.body().get("version").asInt() + "\"",
                Map.of("reason", "years ahead, before they are published", "calendar", calendar));
        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
    }
}
