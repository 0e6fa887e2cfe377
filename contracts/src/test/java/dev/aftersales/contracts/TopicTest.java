package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TopicTest {

    private static final String DAYS_400 = Long.toString(Duration.ofDays(400).toMillis());

    @ParameterizedTest
    @EnumSource
    void deadLettersBearTheNameOfTheirSource(Topic topic) {
        assertThat(topic.deadLetterTopicName()).isEqualTo(topic.topicName() + ".dead-letters");
    }

    @ParameterizedTest
    @EnumSource
    void deadLettersAreNeverCompacted(Topic topic) {
        assertThat(topic.deadLetterSettings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", DAYS_400)
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMERS", "POLICIES", "UNITS", "FAULT_CATALOGUE", "BATCH_GAUGES", "CLOCK"})
    void theLastWordOnACustomerEachPolicyVersionEachUnitEachGroupAndTheClockStaysForEver(Topic topic) {
        assertThat(topic.settings()).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
    }

    @Test
    void customersRollTheirSegmentDailySoThatCompactionReachesIt() {
        assertThat(Topic.CUSTOMERS.settings())
                .containsEntry("segment.ms", Long.toString(Duration.ofDays(1).toMillis()));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CUSTOMERS", "POLICIES", "UNITS", "FAULT_CATALOGUE", "BATCH_GAUGES", "CLOCK"})
    void factsStayForLongerThanAYearOfWarranty(Topic topic) {
        assertThat(topic.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", DAYS_400)
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameOnTheBroker(Topic topic) {
        assertThat(Topic.named(topic.topicName())).isEqualTo(topic);
    }

    @Test
    void refusesNameThatTheSuiteDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topic.named("claims.dead-letters"))
                .withMessageContaining("claims.dead-letters");
    }

    @Test
    void threeReplicasGoOnWithOneAway() {
        assertThat(Topic.CLAIMS.settings(Topic.REPLICATION)).containsEntry("min.insync.replicas", "2");
        assertThat(Topic.CLAIMS.deadLetterSettings(Topic.REPLICATION)).containsEntry("min.insync.replicas", "2");
        assertThat(Topic.CLAIMS.settings(1)).containsEntry("min.insync.replicas", "1");
    }
}
