package dev.aftersales.diagnosis.radar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Letters in memory: a record is parked behind one that was buried under its key. */
final class KeptLetters implements Letters {

    private final Set<String> blocked = new HashSet<>();
    private final List<String> buried = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();

    @Override
    public boolean park(ConsumerRecord<String, byte[]> received) {
        if (!blocked.contains(received.topic() + received.key())) {
            return false;
        }
        parked.add(received.key());
        return true;
    }

    @Override
    public void forget() {}

    @Override
    public void bury(ConsumerRecord<String, byte[]> received, RuntimeException failure) {
        blocked.add(received.topic() + received.key());
        buried.add(received.key() + ": " + failure.getMessage());
    }

    /** Keys, each with the reason. */
    List<String> buried() {
        return buried;
    }

    /** Keys. */
    List<String> parked() {
        return parked;
    }
}
