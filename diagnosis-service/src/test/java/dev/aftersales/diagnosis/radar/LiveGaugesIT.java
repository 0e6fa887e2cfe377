package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From claims to what a person sees, by the radar that runs. */
@ServiceIT
class LiveGaugesIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @LocalServerPort
    int port;

    @Test
    void showsTwentyThreeOfThirtyAsTheyAreClaimedAndTheIssueThatTheyBecome() {
        FailingUnits units = FailingUnits.fresh().policy(1, NOW.minus(Duration.ofDays(60)), FailingUnits.PER_CUSTOMER);
        claim(units, 1, 22);
        awaitUnits(units, 22);

        claim(units, 23, 23);

        Answer shown = awaitUnits(units, 23);
        assertThat(shown.<String>at("$.items[0].words.en")).isEqualTo("23 of 30 units in 30 days, rising");
        assertThat(shown.<Integer>at("$.items[0].claims")).isEqualTo(23);
        assertThat(shown.text()).doesNotContain("batchIssue");
        claim(units, 24, 30);
        String group = awaitUnits(units, 30).at("$.items[0].id");
        assertThat(list(units).<String>at("$.items[0].batchIssue")).isEqualTo("bat-" + group + ".1");
        Topics.about(group, "batch-gauges").forEach(ContractCheck::keepsItsContract);
        assertThat(Topics.about(group, "batch-gauges")).extracting(Message::key).containsOnly(group);
    }

    private static void claim(FailingUnits units, int first, int last) {
        for (int unit = first; unit <= last; unit++) {
            units.claimed("S-" + unit, NOW.minus(Duration.ofMinutes(40 - unit)));
        }
    }

    private Answer awaitUnits(FailingUnits units, int count) {
        return await().atMost(FailingUnits.PATIENCE)
                .until(() -> list(units), answer -> answer.text().contains("\"units\":" + count + ","));
    }

    private Answer list(FailingUnits units) {
        return Api.at(port)
                .withToken(People.ANNA.claims().vendors(units.vendor()).sign())
                .get("/api/v1/batch-radar");
    }
}
