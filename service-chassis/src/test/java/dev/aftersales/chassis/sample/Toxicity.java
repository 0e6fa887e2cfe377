package dev.aftersales.chassis.sample;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What evidence does to those who touch it; a test may heal it. */
@Component
public class Toxicity {

    private final Set<String> healed = ConcurrentHashMap.newKeySet();
    private final Set<String> cutOff = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    public final AtomicInteger touched = new AtomicInteger();

    public void heal(String claimId) {
        healed.add(claimId);
        cutOff.remove(claimId);
    }

    /** From now on whoever touches this evidence finds the store gone. */
    public void cutOff(String claimId) {
        cutOff.add(claimId);
    }

    /** From now on whoever touches this evidence waits. */
    public void hold(String claimId) {
        held.put(claimId, new CountDownLatch(1));
    }

    /** Lets those go on who wait. */
    public void release(String claimId) {
        held.get(claimId).countDown();
    }

    /** Whether somebody waits. */
    public boolean isHolding(String claimId) {
        return waiting.contains(claimId);
    }

    void mayBreak(EvidenceReceived evidence) {
        touched.incrementAndGet();
        await(evidence.claimId());
        if (cutOff.contains(evidence.claimId())) {
            throw new MongoSocketReadException("gone", new ServerAddress());
        }
        if (healed.contains(evidence.claimId())) {
            return;
        }
        if (evidence.evidenceIds().contains("poison")) {
            throw new IllegalStateException("poisoned");
        }
        if (evidence.evidenceIds().contains("error")) {
            throw new StackOverflowError("poisoned deeply");
        }
        if (evidence.evidenceIds().contains("linkage")) {
            throw new NoClassDefFoundError("poisoned by a missing class");
        }
        if (evidence.evidenceIds().contains("memory")) {
            throw new OutOfMemoryError("as if");
        }
        if (evidence.evidenceIds().contains("outage")) {
            throw new MongoSocketReadException("gone", new ServerAddress());
        }
    }

    private void await(String claimId) {
        CountDownLatch latch = held.get(claimId);
        if (latch == null) {
            return;
        }
        waiting.add(claimId);
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
