package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.gateway.StubService;
import dev.aftersales.gateway.StubService.Going;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceChoiceIT extends RunningGateway {

    private static final String PATH = "/api/v1/diagnoses";

    /** What an earlier test did to an instance is over once both get requests again. */
    @BeforeEach
    void bothAreAwake() {
        await().until(() -> {
            forgetWhatServicesSaw();
            read();
            read();
            return DIAGNOSIS.seen().size() == 1 && DIAGNOSIS_TOO.seen().size() == 1;
        });
        forgetWhatServicesSaw();
    }

    @AfterEach
    void bothStay() {
        DIAGNOSIS.is(Going.STAYING);
        DIAGNOSIS_TOO.is(Going.STAYING);
    }

    @Test
    void givesRequestsToBothByTurns() {
        IntStream.range(0, 10).forEach(i -> read());

        assertThat(DIAGNOSIS.seen()).hasSize(5);
        assertThat(DIAGNOSIS_TOO.seen()).hasSize(5);
    }

    @Test
    void goesOnToTheNextWhenOneRefusesWhateverTheRequest() {
        DIAGNOSIS.stop();
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(post().status()).isEqualTo(200);
            }
        } finally {
            DIAGNOSIS.start();
        }

        assertThat(DIAGNOSIS_TOO.seen()).hasSize(4).allSatisfy(seen -> assertThat(seen.bodyBytes())
                .isEqualTo(2));
    }

    @Test
    void answersUnavailableWhenAllRefuse() {
        DIAGNOSIS.stop();
        DIAGNOSIS_TOO.stop();
        try {
            Answer answer = post();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:unavailable");
        } finally {
            DIAGNOSIS.start();
            DIAGNOSIS_TOO.start();
        }
        assertThat(read().status()).isEqualTo(200);
    }

    @Test
    void sendsNothingMoreToWhoSaysGoodBye() {
        DIAGNOSIS.is(Going.LEAVING);

        IntStream.range(0, 10).forEach(i -> post());

        assertThat(DIAGNOSIS.seen()).hasSize(1);
        assertThat(DIAGNOSIS_TOO.seen()).hasSize(9);
    }

    @Test
    void readsFromAnotherWhatAStoppingOneDidNotTake() {
        DIAGNOSIS.is(Going.STOPPING);

        for (int i = 0; i < 4; i++) {
            assertThat(read().status()).isEqualTo(200);
        }
    }

    @Test
    void saysOfAPostThatAStoppingOneDidNotTakeThatNothingWasChanged() {
        DIAGNOSIS.is(Going.STOPPING);
        DIAGNOSIS_TOO.is(Going.STOPPING);

        Answer answer = post();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.<String>at("$.detail")).startsWith("Nothing was changed.");
    }

    @Test
    void readsFromAnotherWhenOneBreaksOffAndPostsOnlyOnce() {
        gateway().as(People.ANNA).get(PATH + "/hangs-up");
        assertThat(seen()).hasSize(2);
        forgetWhatServicesSaw();

        gateway().as(People.ANNA).post(PATH + "/hangs-up", "{}");
        assertThat(seen()).hasSize(1);
    }

    @Test
    void restsWhoDoesNotAnswerInTime() {
        assertThat(gateway().as(People.ANNA).get(PATH + "/silent").status()).isEqualTo(504);
        StubService other = DIAGNOSIS.seen().isEmpty() ? DIAGNOSIS : DIAGNOSIS_TOO;
        forgetWhatServicesSaw();

        for (int i = 0; i < 4; i++) {
            read();
        }

        assertThat(other.seen()).hasSize(4);
    }

    private Answer read() {
        return gateway().as(People.ANNA).get(PATH);
    }

    private Answer post() {
        return gateway().as(People.ANNA).post(PATH, "{}");
    }
}
