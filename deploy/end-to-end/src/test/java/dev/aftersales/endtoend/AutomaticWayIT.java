package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the gateway to the inbox without a decision by a person. */
class AutomaticWayIT {

    private static final Mailbox MARIA = Mailbox.of("maria@nordwind.example");

    @Test
    void claimWithAKnownFaultComesOutAsPartsAndMails() {
        Api maria = TheSuite.as("maria");
        String evidence = Journey.uploadPhoto(maria);
        Answer submitted = Journey.submit(
                maria,
                UUID.randomUUID().toString(),
                Journey.body(Journey.freshSerial(), "E-104", evidence, "The fan does not turn"));
        String claim = submitted.at("$.id");
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.header("location")).endsWith("/api/v1/claims/" + claim);

        Journey.awaitState(claim, "RELEASED");
        String shipment = Journey.claim(claim).at("$.lines[0].shipmentId");
        List<String> pickList = TheSuite.as("wang")
                .get("/api/v1/shipments?state=RELEASED&limit=200")
                .at("$.items[*].id");
        assertThat(pickList).contains(shipment);
        String tracking = "E2E-" + claim;
        Journey.confirmShipment(shipment, tracking);
        Journey.accepted(tracking);
        Journey.awaitState(claim, "DISPATCHED");
        Journey.delivered(tracking);
        Journey.awaitState(claim, "CLOSED");

        MARIA.awaitMail(claim, "received");
        MARIA.awaitMail(claim, "closed");
        List<Mailbox.Mail> mails = MARIA.about(claim);
        assertThat(mails).hasSize(6);
        assertThat(mails).extracting(Mailbox.Mail::messageId).doesNotHaveDuplicates();
        assertThat(mails).anySatisfy(mail -> assertThat(mail.text()).contains(tracking));
        assertThat(mails).anySatisfy(mail -> assertThat(mail.text()).contains("FAN-12"));
        assertThat(Journey.timeline(claim))
                .containsSubsequence(
                        "SUBMITTED",
                        "ADMITTED_TO_DIAGNOSIS",
                        "DIAGNOSIS_COMPLETED",
                        "COVERED",
                        "SERVICE_AUTHORISED",
                        "PARTS_RELEASED",
                        "PARTS_DISPATCHED",
                        "DELIVERED",
                        "CLOSED")
                .contains("ACKNOWLEDGED");
        Answer decision = maria.get("/api/v1/claims/" + claim + "/decision");
        assertThat(decision.<List<String>>at("$.explanations[*].citations[*].clause"))
                .contains("A1.1", "A2.0");
    }

    @Test
    void unitBeyondItsTermIsOfferedAQuoteWithTheDateThatWouldHaveCoveredIt() {
        String claim = Journey.submitted("PX200-9001", "E-104");

        Answer decided = Journey.claim(claim);

        assertThat(decided.<String>at("$.lines[0].verdict")).isEqualTo("NOT_COVERED_OFFER_QUOTE");
        assertThat(decided.<List<String>>at("$.lines[0].clauses")).contains("A3.1", "A1.3");
        assertThat(decided.<String>at("$.lines[0].quoteRoute")).startsWith("/api/v1/claims/" + claim);
        String why = TheSuite.as("maria")
                .get("/api/v1/claims/" + claim + "/decision")
                .text();
        assertThat(why)
                .contains(LocalDate.now(ZoneOffset.ofHours(8)).minusYears(1).toString());
        Mailbox.Mail mail = MARIA.awaitMail(claim, "not covered");
        assertThat(mail.text()).contains("A3.1", "quote");
    }

    @Test
    void customerWhoReadsChineseIsWrittenToInChinese() {
        Api chen = TheSuite.as("chen");
        String evidence = Journey.uploadPhoto(chen);
        Answer submitted = chen.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/claims", """
                {"contractNumber":"PA-2026-0042","model":"PX-200","serials":["PX200-4001"],"faultCode":"E-110",
                 "description":"No power","evidenceIds":["%s"]}""".formatted(evidence));
        String claim = submitted.at("$.id");

        Mailbox.Mail first = Mailbox.of("chen@pacific.example").awaitMail(claim, "");

        assertThat(first.subject() + first.text()).containsPattern("[\\u4e00-\\u9fff]{4}");
    }

    @Test
    void evidenceComesBackAsAnAttachmentOfItsTrueType() {
        Api maria = TheSuite.as("maria");
        byte[] photo = Journey.largePhoto(8 * 1024 * 1024);
        Answer uploaded = maria.upload("/api/v1/evidence", "../../fan.html", "text/html", photo);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);

        Answer served = maria.get("/api/v1/evidence/" + uploaded.<String>at("$.id"));

        assertThat(served.body()).isEqualTo(photo);
        assertThat(served.header("content-type")).startsWith("image/png");
        assertThat(served.header("content-disposition"))
                .startsWith("attachment")
                .doesNotContain("..", "html");
        assertThat(served.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(TheSuite.as("chen")
                        .get("/api/v1/evidence/" + uploaded.<String>at("$.id"))
                        .status())
                .isEqualTo(404);
    }
}
