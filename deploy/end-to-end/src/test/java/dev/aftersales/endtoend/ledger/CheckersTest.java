package dev.aftersales.endtoend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each checker is silent on a sound suite and speaks of exactly what it is for. */
class CheckersTest {

    @TempDir
    Path directory;

    private static final String MARIA = "maria@nordwind.example";

    private Ledger ledger;
    private final List<Sighting.Claim> claims = new ArrayList<>();
    private final Map<String, String> cases = new java.util.HashMap<>();
    private final List<Sighting.Shipment> shipments = new ArrayList<>();
    private final List<Sighting.Reservation> reservations = new ArrayList<>();
    private final List<Sighting.Notification> notifications = new ArrayList<>();
    private final List<Sighting.Mail> mails = new ArrayList<>();
    private final List<Sighting.Event> events = new ArrayList<>();
    private final Map<String, Long> told = new java.util.HashMap<>(Map.of("claims/clm-1", 2L));
    private long available = 9;
    private long onHand = 10;
    private long departed;

    @BeforeEach
    void oneSoundClaim() {
        ledger = Ledger.in(directory.resolve("ledger.tsv"));
        answered("S-1", new Outcome.Accepted("clm-1"));
        claims.add(new Sighting.Claim("clm-1", Set.of("S-1"), "RELEASED", true));
        cases.put("clm-1", "CONCLUDED");
        shipments.add(new Sighting.Shipment("shp-1", "clm-1", List.of(1), "Released"));
        reservations.add(new Sighting.Reservation("res-1", "clm-1", "FAN", 1));
        letter("ntf-1", "ClaimReceived", "we have received it");
        letter("ntf-2", "CoverageDecided", "covered");
        letter("ntf-3", "PartsReleased", "your parts are being packed");
        events.add(new Sighting.Event("claims", "clm-1", "e1", "claims.claim-submitted.v1", 1L));
        events.add(new Sighting.Event("claims", "clm-1", "e2", "claims.coverage-decided.v1", 2L));
        events.add(new Sighting.Event("claims", "clm-1", "e1", "claims.claim-submitted.v1", 1L));
    }

    @Test
    void soundSuiteHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptedClaimThatIsNotThereIsLost() {
        answered("S-2", new Outcome.Accepted("clm-2"));

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void claimWhoseLastMailNeverCameIsLost() {
        mails.removeLast();
        notifications.removeLast();

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void claimWhoseOutcomeIsUnknownIsNeitherLostNorPhantom() {
        answered("S-2", new Outcome.Unknown("connection reset"));

        assertThat(findings()).isEmpty();
    }

    @Test
    void claimThatNobodySentIsAPhantom() {
        claims.add(new Sighting.Claim("clm-9", Set.of("S-9"), "IN_DIAGNOSIS", false));

        assertThat(findings()).containsOnlyKeys("phantom");
    }

    @Test
    void claimThatWasRefusedAndIsThereIsAPhantom() {
        answered("S-9", new Outcome.Refused(422));
        claims.add(new Sighting.Claim("clm-9", Set.of("S-9"), "IN_DIAGNOSIS", false));

        assertThat(findings()).containsOnlyKeys("phantom");
    }

    @Test
    void twoClaimsForOneKeyAreDoubled() {
        claims.add(new Sighting.Claim("clm-9", Set.of("S-1"), "IN_DIAGNOSIS", false));

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    @Test
    void oneKeyThatIsAnsweredWithTwoClaimsIsDoubled() {
        answered("S-1", new Outcome.Accepted("clm-9"));

        assertThat(findings()).containsKeys("doubled");
    }

    @Test
    void twoMailsOfOneKindForOneClaimAreDoubled() {
        mails.add(new Sighting.Mail(
                MARIA, "clm-1", mails.getFirst().subject(), "<ntf-8@notifications.example>", Instant.EPOCH));

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    @Test
    void mailsOfOneKindToTwoTeamsAreSound() {
        letterTo("AGENT", "ntf-5", "Overdue");
        letterTo("TECHNICIAN", "ntf-6", "Overdue");

        assertThat(findings()).isEmpty();
    }

    @Test
    void twoMailsOfOneKindToOneTeamAreDoubled() {
        letterTo("AGENT", "ntf-5", "Overdue");
        letterTo("AGENT", "ntf-6", "Overdue");

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    @Test
    void batchIssueOfWhichNobodyWasToldIsLost() {
        detected();

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void batchIssueWhoseLetterWaitsForAMailboxIsSound() {
        detected();
        notifications.add(
                new Sighting.Notification("ntf-7", "bat-1", "BatchIssueDetected", "WaitingForContact", "VENDOR_OPS"));

        assertThat(findings()).isEmpty();
    }

    @Test
    void alarmThatReachesOneTeamTwiceIsDoubled() {
        detected();
        alarm("ntf-7");
        alarm("ntf-8");

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    private void detected() {
        events.add(new Sighting.Event(
                "batch-issues", "bat-1", "batch-issues/bat-1/1", "batches.batch-issue-detected.v1", 1L));
    }

    private void alarm(String id) {
        notifications.add(new Sighting.Notification(id, "bat-1", "BatchIssueDetected", "Sent", "VENDOR_OPS"));
        mails.add(new Sighting.Mail(
                "ops@exporter.example", "bat-1", "Batch issue", "<" + id + "@notifications.example>", Instant.EPOCH));
    }

    @Test
    void teamThatCannotBeReachedExcusesNoMailToTheCustomer() {
        mails.removeLast();
        notifications.removeLast();
        notifications.add(new Sighting.Notification("ntf-5", "clm-1", "DeadlineBreached", "Failed", "AGENT"));

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void oneMailThatCameTwiceIsCountedApart() {
        Sighting.Mail first = mails.getFirst();
        mails.add(new Sighting.Mail(
                MARIA,
                first.claim(),
                first.subject(),
                first.messageId(),
                first.at().plusSeconds(1)));

        assertThat(findings()).isEmpty();
        assertThat(sighting().repeatedMails()).isOne();
    }

    @Test
    void twoShipmentsForOneLineAreDoubled() {
        shipments.add(new Sighting.Shipment("shp-2", "clm-1", List.of(1), "Released"));

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    @Test
    void twoReservationsForOneNeedAreDoubled() {
        reservations.add(new Sighting.Reservation("res-2", "clm-1", "FAN", 1));
        available = 8;

        assertThat(findings()).containsOnlyKeys("doubled");
    }

    @Test
    void gapInTheSequenceIsOutOfOrder() {
        events.add(new Sighting.Event("claims", "clm-1", "e4", "claims.service-authorised.v1", 4L));

        assertThat(findings()).containsOnlyKeys("order");
    }

    @Test
    void lastEventThatNeverCameIsOutOfOrder() {
        told.put("claims/clm-1", 3L);

        assertThat(findings()).containsOnlyKeys("order");
    }

    @Test
    void eventOfOursWithoutASequenceIsOutOfOrder() {
        events.add(new Sighting.Event("claims", "clm-1", "claims/clm-1/3", "claims.claim-closed.v1", null));

        assertThat(findings()).containsOnlyKeys("order");
    }

    @Test
    void concludedCaseOfAClaimThatStillWaitsForItDiverges() {
        claims.add(new Sighting.Claim("clm-2", Set.of("S-2"), "IN_DIAGNOSIS", false));
        cases.put("clm-2", "CONCLUDED");
        answered("S-2", new Outcome.Unknown("connection reset"));

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void olderEventAfterANewerOneIsOutOfOrder() {
        events.add(1, new Sighting.Event("claims", "clm-2", "f2", "claims.coverage-decided.v1", 2L));
        events.add(2, new Sighting.Event("claims", "clm-2", "f1", "claims.claim-submitted.v1", 1L));

        assertThat(findings()).containsOnlyKeys("order");
    }

    @Test
    void claimThatStandsElsewhereThanItsShipmentDiverges() {
        claims.set(0, new Sighting.Claim("clm-1", Set.of("S-1"), "AUTHORISED", true));

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void claimThatDoesNotKnowOfItsReceiptDiverges() {
        claims.set(0, new Sighting.Claim("clm-1", Set.of("S-1"), "RELEASED", false));

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void reservationWithoutAnOrderLeaked() {
        reservations.add(new Sighting.Reservation("res-9", "clm-9", "FAN", 1));
        available = 8;

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void stockThatDoesNotAddUpDiverges() {
        available = 10;

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void receiptThatCountsTwiceDiverges() {
        onHand = 20;
        available = 19;

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void partsThatHaveDepartedAndAreOnHandDiverge() {
        departed = 1;

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void packedShipmentWhoseReservationIsGoneDiverges() {
        shipments.set(0, new Sighting.Shipment("shp-1", "clm-1", List.of(1), "ReadyForCarrier"));
        reservations.clear();
        available = 10;

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    @Test
    void claimThatWaitedForPartsAndWasNotToldIsLost() {
        events.add(new Sighting.Event("logistics", "clm-1", "l1", "logistics.parts-backordered.v1", 1L));

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void claimThatWaitedForPartsAndWasToldIsSound() {
        events.add(new Sighting.Event("logistics", "clm-1", "l1", "logistics.parts-backordered.v1", 1L));
        letter("ntf-4", "PartsBackordered", "your parts are on back order");

        assertThat(findings()).isEmpty();
    }

    @Test
    void claimWhosePartsDepartedAndWhoWasNotToldIsLost() {
        dispatched();

        assertThat(findings()).containsOnlyKeys("lost");
    }

    @Test
    void claimWhosePartsDepartedAndWhoWasToldIsSound() {
        dispatched();
        letter("ntf-4", "PartsDispatched", "your parts are on their way, tracking number T-1");

        assertThat(findings()).isEmpty();
    }

    @Test
    void letterThatIsSentAndInNoMailboxDiverges() {
        notifications.add(new Sighting.Notification("ntf-9", "clm-1", "PartsDispatched", "Sent", null));

        assertThat(findings()).containsOnlyKeys("divergent");
    }

    private void dispatched() {
        claims.set(0, new Sighting.Claim("clm-1", Set.of("S-1"), "DISPATCHED", true));
        shipments.set(0, new Sighting.Shipment("shp-1", "clm-1", List.of(1), "Dispatched"));
        reservations.clear();
        onHand = 9;
        departed = 1;
    }

    private void answered(String serial, Outcome outcome) {
        ledger.answered(ledger.sending("claim", "key-" + serial, serial), 0, false, outcome);
    }

    private void letter(String id, String template, String subject) {
        notifications.add(new Sighting.Notification(id, "clm-1", template, "Sent", null));
        mail(MARIA, id, "Claim clm-1: " + subject);
    }

    private void letterTo(String team, String id, String subject) {
        notifications.add(new Sighting.Notification(id, "clm-1", "DeadlineBreached", "Sent", team));
        mail(team + "@exporter.example", id, subject);
    }

    private void mail(String mailbox, String id, String subject) {
        mails.add(new Sighting.Mail(mailbox, "clm-1", subject, "<" + id + "@notifications.example>", Instant.EPOCH));
    }

    private Map<String, List<String>> findings() {
        Sighting sighting = sighting();
        Map<String, List<String>> findings = new java.util.TreeMap<>();
        for (Checker checker : Checker.all()) {
            List<String> found = checker.findings(ledger, sighting);
            if (!found.isEmpty()) {
                findings.put(checker.name(), found);
            }
        }
        return findings;
    }

    private Sighting sighting() {
        return new Sighting(
                claims,
                cases,
                shipments,
                reservations,
                List.of(new Sighting.StockLevel("FAN", onHand, available, reservations.size(), 10, departed)),
                notifications,
                mails,
                told,
                events);
    }
}
