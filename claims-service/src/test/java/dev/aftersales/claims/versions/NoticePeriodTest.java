package dev.aftersales.claims.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.contracts.events.CustomerRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A6.2 with reading R-A13: 30 days, in the zone Asia/Shanghai. */
class NoticePeriodTest {

    private static final PolicyRules POLICY = GivenPacks.rules(GivenPacks.text("exporter/A-1"));
    private static final Instant SENT = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant END = Instant.parse("2026-07-01T16:00:00Z");
    private static final Instant LATER = Instant.parse("2026-08-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T10:00:00Z, 2026-07-01T16:00:00Z",
        "2026-06-01T15:59:59Z, 2026-07-01T16:00:00Z",
        "2026-06-01T16:00:00Z, 2026-07-02T16:00:00Z",
        "2028-01-31T10:00:00Z, 2028-03-01T16:00:00Z",
    })
    void isOverWhenThirtyWholeDaysAfterTheDayOfTheLastMailAre(Instant sent, Instant end) {
        assertThat(NoticePeriod.end(POLICY, figures(1, 1, 0, 0, sent))).isEqualTo(end);
    }

    /** Worked example 45. */
    @Test
    void refusesAVersionOfWhichNobodyWasTold() {
        List<Refusal> refusals = NoticePeriod.refusals(POLICY, false, NoticeFigures.NONE, 0, SENT);

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.clause()).isEqualTo("A6.2");
            assertThat(refusal.reading()).isEqualTo("R-A13");
            assertThat(refusal.rule()).isEqualTo("notice-sent");
            assertThat(refusal.detail()).contains("POST its notice");
        });
    }

    @ParameterizedTest(name = "{0} pending, {1} failed, {2} newcomers, from {3}: {4}")
    @CsvSource({
        "0, 0, 0, 2026-07-01T16:00:00Z, ''",
        "1, 0, 0, 2026-07-01T16:00:00Z, notice-sent",
        "0, 1, 0, 2026-07-01T16:00:00Z, notice-sent",
        "1, 0, 1, 2026-07-01T16:00:00Z, notice-sent",
        "0, 0, 0, 2026-07-01T15:59:59Z, effective-after-notice",
        "2, 1, 0, 2026-06-03T00:00:00Z, notice-sent notice-sent effective-after-notice",
    })
    @ClauseCases(decides = "A6.2", justNot = "A6.2")
    void refuses(int pending, int failed, int newcomers, Instant from, String expected) {
        NoticeFigures figures = figures(10, 10 - pending - failed, pending, failed, SENT);

        assertThat(NoticePeriod.refusals(POLICY, true, figures, newcomers, from))
                .extracting(Refusal::rule)
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest(name = "{0} pending, {1} failed: {2}")
    @CsvSource({"0, 0, ''", "0, 1, 1 of 10 customers", "2, 1, 3 of 10 customers"})
    void warnsOfAVersionThatWasSetAheadWhenAMailFailsLater(int pending, int failed, String expected) {
        NoticeFigures figures = figures(10, 10 - pending - failed, pending, failed, SENT);

        assertThat(NoticePeriod.missed(figures).map(Warning::detail).orElse("")).contains(expected);
        assertThat(NoticePeriod.missed(figures).isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Test
    void needsNoPeriodWhereNobodyHadToBeTold() {
        assertThat(NoticePeriod.refusals(POLICY, true, NoticeFigures.NONE, 0, SENT))
                .isEmpty();
    }

    @Test
    void countsEachCustomerOnceThoughASecondMailWasNeeded() {
        // Given
        NoticeRequest first = request(
                        1,
                        Recipient.of(customer("a"), false, false),
                        Recipient.of(customer("b"), false, false),
                        Recipient.of(customer("c"), true, false))
                .sent("a", SENT)
                .failed("b", SENT.plusSeconds(1), "550")
                .sent("c", LATER);
        NoticeRequest second = request(2, Recipient.of(customer("b"), false, true));

        // When
        NoticeFigures waiting = NoticeFigures.NONE.and(first).and(second);
        NoticeFigures told = NoticeFigures.NONE.and(first).and(second.sent("b", SENT.plusSeconds(9)));
        NoticeFigures failedAgain = NoticeFigures.NONE.and(first).and(second.failed("b", LATER, "550"));

        // Then
        assertThat(NoticeFigures.NONE.and(first)).isEqualTo(figures(3, 2, 0, 1, SENT));
        assertThat(waiting).isEqualTo(figures(3, 2, 1, 0, SENT));
        assertThat(told).as("c came late").isEqualTo(figures(3, 3, 0, 0, SENT.plusSeconds(9)));
        assertThat(failedAgain).isEqualTo(figures(3, 2, 0, 1, SENT));
        assertThat(NoticePeriod.end(POLICY, told)).isEqualTo(END);
    }

    @Test
    void takesTheFirstWordOnAMail() {
        NoticeRequest request = request(1, Recipient.of(customer("a"), false, false))
                .sent("a", SENT)
                .failed("a", LATER, "550");

        assertThat(NoticeFigures.NONE.and(request)).isEqualTo(figures(1, 1, 0, 0, SENT));
    }

    private static NoticeFigures figures(int affected, int sent, int pending, int failed, Instant last) {
        return new NoticeFigures(affected, sent, pending, failed, last, Uncontacted.Found.NONE);
    }

    private static NoticeRequest request(int number, Recipient... recipients) {
        return new NoticeRequest("A-2", "exporter", number, List.of(recipients));
    }

    private static CustomerRef customer(String id) {
        return new CustomerRef(id, 1);
    }
}
