package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final long NOW = 1_000_000;

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final Prompt prompt = new Prompt(context);

    @Test
    void hasWhatSomebodyWaitsForCommittedAtOnce() {
        at(NOW);

        prompt.next(NOW - 299);

        assertThat(context.committed()).isTrue();
    }

    @Test
    void hasAClaimOfManyLinesNotCommittedLineByLine() {
        at(NOW);
        prompt.next(NOW);
        context.resetCommit();

        at(NOW + 19);
        prompt.next(NOW);
        assertThat(context.committed()).isFalse();
        at(NOW + 20);
        prompt.next(NOW);

        assertThat(context.committed()).isTrue();
    }

    @Test
    void leavesThePastToTheInterval() {
        at(NOW);

        prompt.next(NOW - 300);
        prompt.alarm(NOW - 300);

        assertThat(context.committed()).isFalse();
    }

    @Test
    void doesNotLetWhatIsNewWaitBecauseThePastIsReadBesideIt() {
        at(NOW);
        prompt.next(NOW - 300);

        prompt.next(NOW);

        assertThat(context.committed()).isTrue();
    }

    @Test
    void hasEachAlarmCommittedAtOnce() {
        at(NOW);
        prompt.next(NOW);
        context.resetCommit();

        prompt.alarm(NOW);

        assertThat(context.committed()).isTrue();
    }

    private void at(long millis) {
        context.setCurrentSystemTimeMs(millis);
    }
}
