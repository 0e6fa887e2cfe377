package dev.aftersales.chassis.sample;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What evidence does to those who touch it; a test may heal it. */
@Component
public class Toxicity {

    private final Set<String> healed = ConcurrentHashMap.newKeySet();
    public final AtomicInteger touched = new AtomicInteger();

    public void heal(String claimId) {
        healed.add(claimId);
    }

    void mayBreak(EvidenceReceived evidence) {
        touched.incrementAndGet();
        if (healed.contains(evidence.claimId())) {
            return;
        }
        if (evidence.evidenceIds().contains("poison")) {
            throw new IllegalStateException("poisoned");
        }
        if (evidence.evidenceIds().contains("error")) {
            throw new StackOverflowError("poisoned deeply");
        }
        if (evidence.evidenceIds().contains("outage")) {
            throw new MongoSocketReadException("gone", new ServerAddress());
        }
    }
}
