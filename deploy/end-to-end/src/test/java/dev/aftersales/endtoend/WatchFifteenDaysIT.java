package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Promises and their clocks on the running suite, with its business time moved by hand. */
class WatchFifteenDaysIT {

    private static final String CLOCK = "/ops/v1/clock";
    private static final Pattern CLAUSE = Pattern.compile("\"clause\":\"([^\"]+)\"");

    private final Api olga = TheSuite.as("olga");

    /** Policy A: acknowledged late, diagnosed late, dispatched late; each told once, to those whom it concerns. */
    @Test
    void theLongestChainOfPromisesTellsEachLatenessOnce() {
        YearsAhead.enter(TheSuite.running().gateway());
        Mailbox agents = Mailbox.ofTeam("viktor", "agent");
        Mailbox operations = Mailbox.ofTeam("viktor", "vendor-ops");
        Mailbox technicians = Mailbox.ofTeam("viktor", "technician");
        Mailbox warehouse = Mailbox.ofTeam("viktor", "warehouse");

        // Nobody can be told anything: the acknowledgment is late.
        TheSuite.running().stop("mail");
        String claim = Journey.submitted(Journey.freshSerial(), "X-931");
        Instant acknowledgeBy = due(claim, "A4.3");
        pass(acknowledgeBy);
        awaitHappened(claim, "DEADLINE_BREACHED");
        TheSuite.running().start("mail");
        awaitHappened(claim, "ACKNOWLEDGED");
        agents.awaitMail(claim, "A4.3");
        operations.awaitMail(claim, "A4.3");

        // A?4: that bought the diagnosis no time.
        assertThat(Instant.parse(deadline(claim, "A4.4", "countsFrom"))).isEqualTo(acknowledgeBy);
        assertThat(deadline(claim, "A4.4", "insteadBy")).isEqualTo("A4.3");
        pass(Instant.parse(deadline(claim, "A4.4", "targetAt")));
        technicians.awaitMail(claim, "Soon due");
        Instant diagnoseBy = due(claim, "A4.4");
        pass(diagnoseBy);
        technicians.awaitMail(claim, "Overdue");
        operations.awaitMail(claim, "A4.4");

        concluded(claim);
        Journey.awaitState(claim, "RELEASED");
        pass(Instant.parse(deadline(claim, "A4.5", "targetAt")));
        warehouse.awaitMail(claim, "Soon due");
        Instant dispatchBy = due(claim, "A4.5");
        pass(dispatchBy);
        warehouse.awaitMail(claim, "Overdue");
        operations.awaitMail(claim, "A4.5");

        Answer timeline = TheSuite.as("maria").get("/api/v1/claims/" + claim + "/timeline");
        assertThat(timeline.<List<String>>at("$.entries[?(@.what == 'DEADLINE_BREACHED')].clauses[0]"))
                .containsExactly("A4.3", "A4.4", "A4.5");
        assertThat(timeline.<List<String>>at("$.entries[?(@.what == 'DEADLINE_BREACHED')].time"))
                .extracting(Instant::parse)
                .containsExactly(acknowledgeBy.plusSeconds(1), diagnoseBy.plusSeconds(1), dispatchBy.plusSeconds(1));
        assertThat(told(claim))
                .containsExactly(
                        "claim-submitted",
                        "diagnosis-requested",
                        "deadline-breached A4.3",
                        "claim-acknowledged",
                        "deadline-warned A4.4",
                        "deadline-breached A4.4",
                        "coverage-decided A2.1",
                        "service-authorised",
                        "deadline-warned A4.5",
                        "deadline-breached A4.5");
        // Mails about what different services said are sent side by side.
        assertThat(Mailbox.of("maria@nordwind.example").about(claim))
                .extracting(Mailbox.Mail::subject)
                .containsExactlyInAnyOrder(
                        "Claim " + claim + ": we have received it",
                        "Claim " + claim + ": covered",
                        "Claim " + claim + ": your parts are being packed");
        for (Mailbox box : List.of(agents, operations, technicians, warehouse)) {
            assertThat(box.about(claim)).extracting(Mailbox.Mail::subject).doesNotHaveDuplicates();
        }
        assertThat(agents.about(claim)).hasSize(1);
        assertThat(technicians.about(claim)).hasSize(2);
        assertThat(warehouse.about(claim)).hasSize(2);
        assertThat(operations.about(claim)).hasSize(3);
    }

    /** Policy D: three reminders, and the end with the first second of the sixteenth day (worked example 31). */
    @Test
    void anApplicationWhoseDeviceNeverComesIsRemindedOfThriceAndCloses() {
        Mailbox dora = Mailbox.of("dora@brightlab.example");
        String claim = depotClaim();
        Instant lastSecond = due(claim, "D4.2b");

        pass(lastSecond.minus(Duration.ofDays(1)));
        for (int reminder = 1; reminder <= 3; reminder++) {
            dora.awaitMail(claim, "reminder " + reminder);
        }
        assertThat(state("dora", claim)).isEqualTo("AUTHORISED");
        pass(lastSecond);
        dora.awaitMail(claim, "closed, because");

        assertThat(state("dora", claim)).isEqualTo("EXPIRED");
        assertThat(Instant.parse(
                        TheSuite.as("dora").get("/api/v1/claims/" + claim).at("$.closedAt")))
                .isEqualTo(lastSecond.plusSeconds(1));
        assertThat(dora.about(claim)).extracting(Mailbox.Mail::subject).doesNotHaveDuplicates();
    }

    private String depotClaim() {
        Api dora = TheSuite.as("dora");
        Answer submitted = Journey.submit(dora, UUID.randomUUID().toString(), """
                {"model":"DX-10","serials":["DX10-0004"],"faultCode":"X-930","description":"It stopped working",
                 "channel":"WEB","evidenceIds":["%s"],"consents":[%s]}""".formatted(
                        Journey.uploadPhoto(dora),
                        List.of("TERMS_ACCEPTED", "DATA_BACKED_UP", "PASSWORD_STATE", "DETAILS_CONFIRMED").stream()
                                .map(item -> "{\"item\":\"%s\",\"version\":\"D-1\"%s}"
                                        .formatted(item, item.equals("PASSWORD_STATE") ? ",\"state\":\"CLEARED\"" : ""))
                                .collect(Collectors.joining(","))));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        String claim = submitted.at("$.id");
        conclude("ida", claim, "DEPOT_REPAIR", "COMPLEX", "[]");
        await().atMost(Duration.ofSeconds(20)).until(() -> state("dora", claim).equals("AUTHORISED"));
        return claim;
    }

    private static void concluded(String claim) {
        conclude("tomas", claim, "PARTS", "SIMPLE", "[{\"part\":\"FAN-12\",\"quantity\":1}]");
    }

    private static void conclude(String technician, String claim, String disposition, String faultClass, String parts) {
        Api person = TheSuite.as(technician);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> person.post("/api/v1/diagnoses/" + claim + "/assignment", "{}")
                                .status()
                        == 201);
        Answer concluded = person.post(
                "/api/v1/diagnoses/" + claim + "/conclusion", """
                {"lines":[{"line":1,"cause":"MATERIAL","causeConfirmed":true,"faultClass":"%s","disposition":"%s",
                 "parts":%s,"findings":[{"code":"SEEN-1","note":"as the photo shows"}]}]}""".formatted(faultClass, disposition, parts));
        assertThat(concluded.status()).as(concluded.text()).isEqualTo(200);
    }

    /** Moves the time into the second after that one. */
    private void pass(Instant lastSecond) {
        Instant now = Instant.parse(olga.get(CLOCK).at("$.businessTime"));
        Duration wait = Duration.ofSeconds(
                Duration.between(now, lastSecond.plusSeconds(1)).toSeconds() + 1);
        if (wait.isPositive()) {
            Answer moved = olga.with("Idempotency-Key", UUID.randomUUID().toString())
                    .post(CLOCK, "{\"advance\": \"" + wait + "\"}");
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        }
    }

    private static Instant due(String claim, String clause) {
        return Instant.parse(deadline(claim, clause, "dueAt"));
    }

    private static String deadline(String claim, String clause, String field) {
        Api reader = TheSuite.as(clause.startsWith("A") ? "maria" : "dora");
        String path = "$.deadlines[?(@.promise.clause == '" + clause + "')].promise." + field;
        await().atMost(Duration.ofSeconds(20)).until(() -> !reader.get("/api/v1/claims/" + claim + "/deadlines")
                .<List<String>>at(path)
                .isEmpty());
        return reader.get("/api/v1/claims/" + claim + "/deadlines")
                .<List<String>>at(path)
                .getFirst();
    }

    /** What the claim's topic says of it, in order; of deadlines, with their clause. */
    private static List<String> told(String claim) {
        return Wire.everything().stream()
                .filter(event -> claim.equals(event.key()))
                .filter(event -> event.topic().equals("claims"))
                .map(event ->
                        Wire.header(event, "ce_type").replaceAll("claims\\.|\\.v1", "") + clause(Wire.text(event)))
                .toList();
    }

    private static String clause(String event) {
        Matcher clause = CLAUSE.matcher(event);
        return clause.find() ? " " + clause.group(1) : "";
    }

    private static void awaitHappened(String claim, String what) {
        await().atMost(Duration.ofSeconds(20)).alias(what).until(() -> Journey.timeline(claim)
                .contains(what));
    }

    private static String state(String person, String claim) {
        return TheSuite.as(person).get("/api/v1/claims/" + claim).at("$.state");
    }
}
