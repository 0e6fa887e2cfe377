package dev.aftersales.claims.reactions;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenBatches;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.Lag;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What batch issues do to claims (A4.7): once, again, and out of their order. */
@ServiceIT
class BatchIssuesIT {

    @LocalServerPort
    int port;

    GivenClaims given;
    GivenBatches batch;
    String first;
    String second;
    String claim;

    @BeforeEach
    void submitAClaimOfTwoLines() {
        given = GivenClaims.at(port);
        batch = GivenBatches.unique();
        first = unique("S");
        second = unique("S");
        claim = given.admitted(first, second);
    }

    @Test
    void linksTheLinesOfAnIssueOnceThoughItIsToldTwice() {
        // When
        batch.detected(1, line(1, first));
        batch.detected(1, line(1, first));
        batch.grew(2, List.of(line(1, first)), List.of());
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<String>>at("$.batchIssues[*].id")).containsExactly(batch.id());
        assertThat(given.claim(claim).<List<Integer>>at("$.batchIssues[0].lines"))
                .containsExactly(1);
        assertThat(entries("BATCH_ISSUE_LINKED")).containsExactly(batch.id());
        assertThat(listed()).containsExactly(claim);
    }

    @Test
    void linksWhatAnOlderEventNamesThatComesAfterANewer() {
        // When
        batch.grew(2, List.of(line(2, second)), List.of());
        batch.detected(1, line(1, first));
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<Integer>>at("$.batchIssues[0].lines"))
                .containsExactly(1, 2);
    }

    @Test
    void forgetsWhatWentAndIsNotTakenBackByAnOlderEvent() {
        // Given
        batch.detected(1, line(1, first), line(2, second));

        // When
        batch.grew(3, List.of(), List.of(line(1, first), line(2, second)));
        batch.grew(2, List.of(line(1, first)), List.of());
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<Object>>at("$..batchIssues")).isEmpty();
        assertThat(entries("BATCH_ISSUE_LEFT")).containsExactly(batch.id());
        assertThat(listed()).isEmpty();
    }

    @Test
    void linksTheOthersOfAnEventThatNamesAClaimWhichDoesNotExist() {
        // When
        batch.detected(1, new CountedLine("clm-none", 1, "S-0", 1, GivenBatches.REACHED), line(1, first));
        handledSoFar();

        // Then
        assertThat(listed()).containsExactly(claim);
    }

    private CountedLine line(int number, String serial) {
        return new CountedLine(claim, number, serial, 1, GivenBatches.REACHED);
    }

    private List<String> listed() {
        return Api.at(port)
                .as(People.ANNA)
                .get("/api/v1/claims?batchIssue=" + batch.id())
                .at("$.items[*].id");
    }

    private List<String> entries(String what) {
        return given.timeline(claim).at("$.entries[?(@.what=='" + what + "')].note");
    }

    private static void handledSoFar() {
        Lag.awaitNone(Topic.BATCH_ISSUES);
    }
}
