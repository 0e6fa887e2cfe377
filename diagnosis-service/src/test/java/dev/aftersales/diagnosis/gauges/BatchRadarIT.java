package dev.aftersales.diagnosis.gauges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.diagnosis.BatchGauge;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class BatchRadarIT {

    @LocalServerPort
    int port;

    @Autowired
    GroupGauges groups;

    Api anna;

    @BeforeEach
    void connect() {
        anna = Api.at(port).as(People.ANNA);
    }

    @Test
    void showsTwentyThreeOfThirtyRising() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 23, "RISING", false);

        Answer shown = awaitUnits(gauge, 23);

        assertThat(shown.<Integer>at("$.of")).isEqualTo(30);
        assertThat(shown.<Integer>at("$.percent")).isEqualTo(76);
        assertThat(shown.<Integer>at("$.windowDays")).isEqualTo(30);
        assertThat(shown.<String>at("$.trend")).isEqualTo("RISING");
        assertThat(shown.<String>at("$.clause")).isEqualTo("A4.7");
        assertThat(shown.<String>at("$.group.model")).isEqualTo(gauge.model());
        assertThat(shown.<List<String>>at("$.lots")).containsExactly(gauge.lot());
        assertThat(shown.<String>at("$.words.en"))
                .isEqualTo("23 of 30 units in 30 days, rising; 2 of them without a serial number");
        assertThat(shown.<String>at("$.words.zh")).isEqualTo("30 天内 23 台，满 30 台即为批量问题，呈上升趋势；其中 2 台无序列号");
        assertThat(shown.text()).doesNotContain("batchIssue");
        Answer claims = anna.get("/api/v1/batch-radar/" + gauge.group() + "/claims");
        assertThat(claims.<Integer>at("$.total")).isEqualTo(2);
        assertThat(claims.<List<String>>at("$.items[*].claim")).containsExactly("clm-b", "clm-a");
    }

    @Test
    void namesTheOpenBatchIssue() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 31, "RISING", true);

        assertThat(awaitUnits(gauge, 31).<String>at("$.batchIssue")).isEqualTo("bat-" + gauge.group() + ".1");
    }

    @Test
    void handlesADuplicateOnceAndPassesOverAnOlderWordAfterANewer() {
        BatchGauge gauge = BatchGauge.fresh()
                .has(2, 12, "RISING", false)
                .has(2, 99, "RISING", false)
                .has(1, 11, "RISING", false);
        BatchGauge behind = gauge.has(3, 13, "RISING", false);

        awaitUnits(behind, 13);
        gauge.has(2, 12, "RISING", false).has(4, 14, "RISING", false);
        awaitUnits(gauge, 14);
        assertThat(groups.fullestFirst("exporter", ofModel(gauge.model()), null, 10))
                .hasSize(1);
    }

    @Test
    void anEmptyGroupLeavesTheListAndMayComeAgain() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 3, "RISING", false);
        awaitUnits(gauge, 3);

        gauge.has(2, 0, "FALLING", false);
        await().untilAsserted(() -> assertThat(one(gauge).status()).isEqualTo(404));
        assertThat(anna.get("/api/v1/batch-radar/" + gauge.group() + "/claims").status())
                .isEqualTo(404);
        assertThat(listed("model=" + gauge.model())).isEmpty();

        gauge.has(1, 3, "RISING", false).has(3, 1, "RISING", false);
        awaitUnits(gauge, 1);
    }

    /** A family that is set later does not take along what is counted under the bare code. */
    @Test
    void warnsOfUnitsThatAreCountedUnderACodeWhoseFamilyIsSetLater() {
        String code = Faults.freshCode();
        String family = Faults.freshCode();
        String body = Faults.body(1).strip();
        String withFamily = body.substring(0, body.length() - 1) + ",\"family\":\"" + family + "\"}";
        Api petra = Api.at(port).as(People.PETRA);
        BatchGauge gauge = BatchGauge.ofFault(code).has(1, 23, "RISING", false);
        BatchGauge open = BatchGauge.ofFault(code).has(1, 31, "STEADY", true);
        awaitUnits(gauge, 23);
        awaitUnits(open, 31);

        Answer bare = petra.put("/api/v1/fault-catalogue/" + code, body);
        Answer warned = petra.put("/api/v1/fault-catalogue/" + code, withFamily);
        Answer again = petra.put("/api/v1/fault-catalogue/" + code, withFamily);
        Answer unclaimed = petra.put("/api/v1/fault-catalogue/" + Faults.freshCode(), withFamily);

        assertThat(bare.text()).doesNotContain("countedApart");
        assertThat(warned.<Integer>at("$.countedApart[0].units")).isEqualTo(54);
        assertThat(warned.<Integer>at("$.countedApart[0].groups")).isEqualTo(2);
        assertThat(warned.<String>at("$.countedApart[0].faultFamily")).isEqualTo(code);
        assertThat(warned.<List<String>>at("$.countedApart[0].batchIssues"))
                .containsExactly("bat-" + open.group() + ".1");
        assertThat(warned.<String>at("$.countedApart[0].words.en"))
                .startsWith("54 units are counted under " + code + ", and stay there")
                .contains("family " + family + " holds for what is claimed from now on");
        assertThat(warned.<String>at("$.countedApart[0].words.zh")).contains("54 台", "仅适用于此后的索赔");
        assertThat(again.text()).isEqualTo(warned.text());
        assertThat(unclaimed.text()).doesNotContain("countedApart");
    }

    @Test
    void listsTheFullestFirstPageByPage() {
        String model = BatchGauge.fresh().model();
        List<String> fullestFirst = new ArrayList<>();
        for (int units = 1; units <= 7; units++) {
            BatchGauge gauge = BatchGauge.ofModel(model).has(1, units / 2 + 1, "STEADY", false);
            awaitUnits(gauge, units / 2 + 1);
            fullestFirst.add(gauge.group());
        }

        List<String> paged = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        String next = "";
        do {
            Answer page = anna.get("/api/v1/batch-radar?limit=3&model=" + model + next);
            paged.addAll(page.<List<String>>at("$.items[*].id"));
            units.addAll(page.<List<Integer>>at("$.items[*].units"));
            next = page.text().contains("\"next\"") ? "&cursor=" + page.<String>at("$.next") : "";
        } while (!next.isEmpty());

        assertThat(paged).hasSize(7).containsExactlyInAnyOrderElementsOf(fullestFirst);
        assertThat(units).containsExactly(4, 4, 3, 3, 2, 2, 1);
    }

    @Test
    void narrowsByWhatIsAskedFor() {
        BatchGauge onItsWay = BatchGauge.fresh().has(1, 23, "RISING", false);
        BatchGauge open = BatchGauge.ofModel(onItsWay.model()).has(1, 31, "STEADY", true);
        awaitUnits(onItsWay, 23);
        awaitUnits(open, 31);
        String model = "model=" + onItsWay.model();

        assertThat(listed(model)).containsExactly(open.group(), onItsWay.group());
        assertThat(listed("model=%20" + onItsWay.model().toLowerCase(Locale.ROOT)))
                .hasSize(2);
        assertThat(listed(model + "&open=false")).containsExactly(onItsWay.group());
        assertThat(listed(model + "&open=true")).containsExactly(open.group());
        assertThat(listed(model + "&minUnits=24")).containsExactly(open.group());
        assertThat(listed(model + "&lot=" + open.lot())).containsExactly(open.group());
        assertThat(listed(model + "&faultFamily=PSU-NO-OUTPUT&contractHolder=nordwind"))
                .hasSize(2);
        assertThat(listed(model + "&faultFamily=psu-no-output%20")).hasSize(2);
        assertThat(listed(model + "&contractHolder=suedwind")).isEmpty();
        assertThat(listed(model + "&faultFamily=OTHER")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modell=PX",
                "sort=units",
                "open=perhaps",
                "minUnits=many",
                "minUnits=-1",
                "limit=0",
                "limit=201",
                "cursor=nonsense",
                "cursor=eHl6"
            })
    void refusesWhatItDoesNotKnow(String query) {
        assertThat(anna.get("/api/v1/batch-radar?" + query).status()).isEqualTo(400);
    }

    @Test
    void hidesTheGroupsOfOtherVendors() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 5, "RISING", false);
        awaitUnits(gauge, 5);
        Api vera = Api.at(port).as(People.VERA);

        assertThat(vera.get("/api/v1/batch-radar/" + gauge.group()).status()).isEqualTo(404);
        assertThat(vera.get("/api/v1/batch-radar/" + gauge.group() + "/claims").status())
                .isEqualTo(404);
        assertThat(vera.get("/api/v1/batch-radar?vendor=exporter").status()).isEqualTo(404);
        assertThat(vera.get("/api/v1/batch-radar?model=" + gauge.model()).<List<String>>at("$.items"))
                .isEmpty();
    }

    /** As after the radar counts in another way, and nobody says any more that the groups of before are empty. */
    @Test
    void forgetsGroupsThatNoWindowHoldsAnyMore() {
        Instant longAgo = Instant.parse("2020-03-01T08:00:00Z");
        BatchGauge gauge = BatchGauge.fresh().hasAt(longAgo, 1, 5, "RISING", false);
        awaitUnits(gauge, 5);
        BatchGauge fresh = BatchGauge.fresh().has(1, 5, "RISING", false);
        awaitUnits(fresh, 5);

        groups.forget(longAgo.plus(Duration.ofDays(31)).minusMillis(1));
        assertThat(one(gauge).status()).isEqualTo(200);
        groups.forget(longAgo.plus(Duration.ofDays(31)));

        assertThat(one(gauge).status()).isEqualTo(404);
        assertThat(one(fresh).status()).isEqualTo(200);
    }

    private Answer awaitUnits(BatchGauge gauge, int units) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> one(gauge), answer -> answer.status() == 200 && answer.<Integer>at("$.units") == units);
    }

    private Answer one(BatchGauge gauge) {
        return anna.get("/api/v1/batch-radar/" + gauge.group());
    }

    private List<String> listed(String query) {
        Answer page = anna.get("/api/v1/batch-radar?" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.at("$.items[*].id");
    }

    private static GaugeFilter ofModel(String model) {
        return new GaugeFilter(model, null, null, null, null, null);
    }
}
