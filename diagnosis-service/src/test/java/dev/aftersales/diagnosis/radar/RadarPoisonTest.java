package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.START;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static dev.aftersales.diagnosis.radar.Radar.serials;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read stops nothing, is not lost, and holds up its own claim alone. */
class RadarPoisonTest {

    private static final String SUBMITTED = "claims.claim-submitted.v1";

    private final Radar radar = new Radar().withPolicies();

    @AfterEach
    void close() {
        radar.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    claims       | claims.claim-submitted.v1      | no JSON
                    claims       | claims.claim-submitted.v1      | {}
                    claims       | claims.claim-submitted.v1      | []
                    claims       | claims.claim-submitted.v1      | {"vendor":"exporter","claimId":"p","lines":"none"}
                    claims       | claims.claim-submitted.v1      | {"vendor":"exporter","claimId":"p","lines":[{"line":1,"quantity":0}]}
                    claims       | claims.claim-submitted.v1      | {"vendor":"exporter","claimId":"p","model":"m","faultCode":"f","organisation":"o","lines":[],"evidenceIds":[]}
                    claims       | claims.claim-submitted.v1      | {"vendor":"foreign","claimId":"p","model":"m","faultCode":"f","organisation":"o","lines":[],"evidenceIds":[],"submittedAt":"2026-03-02T08:00:00Z"}
                    claims       | claims.claim-submitted.v1      | {"vendor":"exporter","claimId":"p","model":"m","faultCode":"f","organisation":"o","lines":[],"evidenceIds":[],"submittedAt":"+1000000-01-01T00:00:00Z"}
                    claims       | claims.claim-submitted.v9      | {}
                    claims       | claims.claim-withdrawn.v1      | {"vendor":"exporter","lines":[1]}
                    diagnosis    | diagnosis.diagnosis-completed.v1 | {"vendor":"exporter","lines":[]}
                    units        | units.unit-recorded.v1         | 7
                    batch-issues | batches.batch-issue-resolved.v1 | {"vendor":"exporter","batchIssueId":"b","episode":1}
                    """)
    void isALetterAndTheRestIsCounted(String topic, String type, String data) {
        radar.claim(serials(1, 15));

        radar.bytes(topic, "p", type, data.getBytes(StandardCharsets.UTF_8));
        radar.claim(serials(16, 15));

        assertThat(radar.letters().buried()).singleElement().asString().startsWith("p: ");
        assertThat(radar.alarms()).hasSize(1);
    }

    /** From when on a unit is in its group is reckoned with. */
    @Test
    void whatWasSaidAtNoTimeThatCanBeReckonedWithIsALetter() {
        radar.at(Instant.parse("9999-06-01T00:00:00Z"));
        radar.lot("PX200-1", "L-7");
        radar.at(START);

        radar.claim(serials(1, 30));

        assertThat(radar.letters().buried()).singleElement().asString().endsWith("an illegal value: time");
        assertThat(radar.alarms()).hasSize(1);
    }

    @Test
    void whatIsTooDeepIsALetter() {
        radar.bytes("claims", "p", SUBMITTED, "[".repeat(50_000).getBytes(StandardCharsets.UTF_8));

        assertThat(radar.letters().buried()).hasSize(1);
    }

    @Test
    void laterEventsOfTheSameClaimWaitBehindIt() {
        radar.bytes("claims", "clm-1", SUBMITTED, "{".getBytes(StandardCharsets.UTF_8));

        radar.claim(serials(1, 30));
        radar.claim(serials(31, 29));

        assertThat(radar.letters().parked()).containsExactly("clm-1");
        assertThat(radar.alarms()).isEmpty();
    }

    @Test
    void whatIsNotHeardMayBeAnything() {
        radar.bytes("claims", "p", "claims.claim-closed.v1", "no JSON".getBytes(StandardCharsets.UTF_8));

        assertThat(radar.letters().buried()).isEmpty();
    }

    /** Every instance holds all of these topics; the watch that reads them too makes the letters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policies        | policies.policy-version-published.v1 | no JSON
            policies        | policies.policy-version-published.v1 | {"vendor":"exporter"}
            policies        | policies.policy-version-published.v1 | {"vendor":"exporter","policyVersion":"A-9","batchRules":[{"rule":"SAME_HOLDER","units":0,"window":"P30D","groupedBy":[]}]}
            fault-catalogue | catalogue.fault-code-entered.v1      | {"vendor":"exporter","code":"P-501"}
            fault-catalogue | catalogue.fault-code-entered.v1      | 0
            """)
    void tablesPassOverIt(String topic, String type, String data) {
        radar.bytes(topic, VENDOR + "/P-501", type, data.getBytes(StandardCharsets.UTF_8));
        radar.bytes(topic, "another", type, data.getBytes(StandardCharsets.UTF_8));

        radar.claim(serials(1, 30));

        assertThat(radar.alarms()).hasSize(1);
        assertThat(radar.letters().buried()).isEqualTo(List.of());
    }
}
