package dev.aftersales.chassis.sample;

import dev.aftersales.testing.EventToSend;
import dev.aftersales.testing.Topics;
import java.util.UUID;

/** Words that the chassis' tests share. */
public final class Sample {

    private Sample() {}

    public static String freshId() {
        return "t-" + UUID.randomUUID();
    }

    /** Evidence about a tally, as claims-service would say it. */
    public static EventToSend evidence(String id, long sequence, String what) {
        return Topics.event("claims.evidence-received.v1")
                .subject(id)
                .sequence(sequence)
                .json("{\"claimId\":\"%s\",\"vendor\":\"exporter\",\"evidenceIds\":[\"%s\"]}".formatted(id, what));
    }
}
