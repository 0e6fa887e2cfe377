package dev.aftersales.chassis.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.contracts.Topic;
import java.util.Date;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterDocumentTest {

    @Test
    void keepsWhatMayBeAnEvent() {
        byte[] largest = new byte[Topic.MAX_EVENT_BYTES];

        Document letter = letterOf(largest);

        assertThat(LetterDocument.recordOf(letter).value()).isEqualTo(largest);
        assertThat(LetterDocument.leavesValueOut(letter)).isFalse();
    }

    @Test
    void keepsSizeAndHashOfWhatIsTooLargeForAnEvent() {
        Document letter = letterOf(new byte[Topic.MAX_EVENT_BYTES + 1]);

        assertThat(LetterDocument.recordOf(letter).value()).isNull();
        assertThat(LetterDocument.leavesValueOut(letter)).isTrue();
        assertThat(LetterDocument.view(letter).bytes()).isEqualTo(Topic.MAX_EVENT_BYTES + 1);
        assertThat(LetterDocument.view(letter).sha256()).hasSize(64);
    }

    @Test
    void leavesNothingOutOfARecordThatHadNoValue() {
        assertThat(LetterDocument.leavesValueOut(letterOf(null))).isFalse();
    }

    private static Document letterOf(byte @Nullable [] value) {
        return LetterDocument.of(
                "sample-service.claims",
                new ConsumerRecord<>("claims", 3, 17, "clm-1", value),
                Status.DEAD,
                "too large",
                1,
                new Date());
    }
}
