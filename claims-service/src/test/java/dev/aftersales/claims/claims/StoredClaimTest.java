package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.aggregate.StateReader;
import dev.aftersales.claims.adjudication.Doubt;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

/** A service reads what its predecessors wrote. */
class StoredClaimTest {

    private final StateMapper states = new StateMapper();

    /** As the service stored one before there were particulars, kept decisions and disputes. */
    private static final String FIRST_SHAPE = """
            {"id":"clm-1","vendor":"exporter","organisation":"nordwind","customer":{"id":"cus-1","contactVersion":1},
             "submittedBy":"maria","submittedAt":"2026-11-20T10:00:00Z","policyVersion":"A-1","contractNumber":"C-1",
             "model":"X1","faultCode":"E-42","description":"It does not start.","declaredCause":null,
             "evidence":[{"id":"ev-1","kind":"PHOTO"}],
             "lines":[
               {"line":1,"serial":"S-1","quantity":1,"state":{"kind":"NotCovered","quoteRoute":"/api/v1/claims/clm-1/quote"},
                "verdict":"NOT_COVERED_OFFER_QUOTE","clauses":["A1.1","A3.1"],"explanationId":"e1","conclusion":null,"review":null},
               {"line":2,"serial":"S-2","quantity":1,"state":{"kind":"InReview","beforeDiagnosis":false},
                "verdict":"NEEDS_REVIEW","clauses":["A3.2"],"explanationId":"e2",
                "conclusion":{"diagnosis":{"cause":"WATER_INGRESS","causeConfirmed":false,
                  "confirmedBy":{"kind":"TECHNICIAN","id":"tomas"},"concludedAt":"2026-11-20T11:00:00Z",
                  "faultClass":"SIMPLE","disposition":"PARTS","findings":[],"observations":{}},
                  "parts":[{"part":"P-7","quantity":1}],"causeDismissed":null},
                "review":{"agent":"anna","outcome":"CONFIRM","reason":"r","at":"2026-11-20T12:00:00Z"}}],
             "acknowledgedAt":"2026-11-20T10:00:05Z","closedAt":null,
             "timeline":[{"seq":1,"time":"2026-11-20T10:00:00Z","what":"SUBMITTED",
               "actor":{"kind":"CUSTOMER","id":"maria"},"lines":[],"clauses":[],"explanationId":null,"note":null}],
             "firstAnswer":{"bodyHash":"h","status":201,"location":"/api/v1/claims/clm-1","body":"{}"}}""";

    @Test
    void readsAClaimOfTheFirstShape() {
        // When
        Claim claim = states.toState(Document.parse(FIRST_SHAPE), Claim.class);

        // Then
        assertThat(claim.contract()).contains("C-1");
        assertThat(claim.particulars()).isEqualTo(Particulars.NONE);
        assertThat(claim.decisions()).isEmpty();
        assertThat(claim.disputes()).isEmpty();
        assertThat(claim.decision(1)).isEmpty();
        assertThat(claim.lines())
                .extracting(ClaimLine::verdict)
                .containsExactly(Verdict.NOT_COVERED_OFFER_QUOTE, Verdict.NEEDS_REVIEW);
        assertThat(claim.lines()).allSatisfy(line -> assertThat(line.readings()).isEmpty());
    }

    /** One was stored when the clock had been set back, and must not keep the claim's deadlines from being reckoned. */
    @Test
    void readsAWaitThatEndsBeforeItBeganAsOneThatEndsAsItBegan() {
        CustomerWait wait = states.toState(Document.parse("""
                        {"by":"EVIDENCE","from":"2026-11-20T10:00:00Z","to":"2026-11-20T09:00:00Z","lines":[1]}"""), CustomerWait.class);

        assertThat(wait.to()).isEqualTo(wait.from());
    }

    /** Before all reviews of a line were kept there was the last one, of whatever was in doubt. */
    @Test
    void readsTheOnlyReviewThatWasKept() {
        // When
        Claim claim = states.toState(Document.parse(FIRST_SHAPE), Claim.class);
        StateReader<Claim> walk = states.reader(Claim.class);
        Claim walked =
                walk.read(new RawBsonDocument(new Document("state", Document.parse(FIRST_SHAPE)), new DocumentCodec()));

        // Then
        Review review = new Review("anna", Review.Outcome.CONFIRM, "r", Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(claim.lines()).extracting(ClaimLine::reviews).containsExactly(List.of(), List.of(review));
        assertThat(walked.lines()).isEqualTo(claim.lines());
    }

    @Test
    void readsWhatItWrites() {
        // Given
        Claim old = states.toState(Document.parse(FIRST_SHAPE), Claim.class);
        ClaimLine contested = old.lines().getFirst();
        Claim claim = old.change()
                .lines(List.of(contested
                        .at(((LineState.Answered) contested.state()).disputed(1))
                        .reviewed(new Review(
                                "anna",
                                Review.Outcome.DISMISS,
                                "r",
                                Instant.parse("2026-11-20T12:00:00Z"),
                                List.of("A1.1"),
                                List.of(new Doubt("A1.1", "SERIAL unavailable"))))))
                .done();

        // When
        Claim read = states.toState(states.toDocument(claim), Claim.class);

        // Then
        assertThat(read).isEqualTo(claim);
    }
}
