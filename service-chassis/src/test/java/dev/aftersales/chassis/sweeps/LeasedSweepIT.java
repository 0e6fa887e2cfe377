package dev.aftersales.chassis.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.testing.ServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class LeasedSweepIT {

    @Autowired
    MongoDatabase database;

    private final String name = Sample.freshId();

    @Test
    void runsInOneInstanceAtATimeAndInTheNextWhenThatOneStops() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        LeasedSweep one = sweep(first::incrementAndGet);
        LeasedSweep other = sweep(second::incrementAndGet);

        one.start();
        await().until(() -> first.get() > 3);
        other.start();
        int then = first.get();
        await().until(() -> first.get() > then + 10);
        assertThat(second).hasValue(0);

        one.stop();
        await().until(() -> second.get() > 3);
        other.stop();
    }

    @Test
    void aLeaseIsNotWrittenWithEveryRound() {
        AtomicInteger rounds = new AtomicInteger();
        LeasedSweep sweep = sweep(rounds::incrementAndGet);
        sweep.start();
        await().until(() -> rounds.get() > 3);
        Object until = leasedUntil();

        int then = rounds.get();
        await().until(() -> rounds.get() > then + 20);

        assertThat(leasedUntil()).isEqualTo(until);
        sweep.stop();
    }

    private Object leasedUntil() {
        return database.getCollection("leases")
                .find(new Document("_id", name))
                .first()
                .get("until");
    }

    @Test
    void failingRoundIsNotTheLast() {
        AtomicInteger rounds = new AtomicInteger();
        LeasedSweep sweep = sweep(() -> {
            rounds.incrementAndGet();
            throw new IllegalStateException("a bad round");
        });

        sweep.start();

        await().until(() -> rounds.get() > 3);
        sweep.stop();
    }

    @Test
    void roundThatEndsWithAnErrorIsNotTheLast() {
        AtomicInteger rounds = new AtomicInteger();
        LeasedSweep sweep = sweep(() -> {
            rounds.incrementAndGet();
            throw new StackOverflowError("a deep round");
        });

        sweep.start();

        await().until(() -> rounds.get() > 3);
        sweep.stop();
    }

    @Test
    void aRoundThatIsHurriedComesAtOnceAlsoAfterOneThatIsUnderWay() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        LeasedSweep sweep = new LeasedSweep(
                name,
                Duration.ofHours(1),
                () -> {
                    if (rounds.incrementAndGet() == 1) {
                        underWay.countDown();
                        // Waiting for whatever it may be uses up the wake-up.
                        awaitUninterruptibly(goOn);
                    }
                },
                database,
                Clock.systemUTC());
        sweep.start();
        underWay.await();

        sweep.hurry();
        goOn.countDown();
        // One more than asked for may come, where the round under way did not use up the wake-up.
        await().until(() -> rounds.get() >= 2);

        int before = rounds.get();
        sweep.hurry();
        await().until(() -> rounds.get() > before);
        sweep.stop();
    }

    @Test
    void aRoundThatIsHurriedDoesNotWaitForALeaseholderThatDied() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        LeasedSweep dead = sweep(first::incrementAndGet);
        LeasedSweep living =
                new LeasedSweep(name, Duration.ofHours(1), second::incrementAndGet, database, Clock.systemUTC());
        dead.start();
        await().until(() -> first.get() > 3);
        living.start();

        living.hurry();

        await().until(() -> second.get() == 1);
        dead.stop();
        living.stop();
    }

    /** As it stands when the clock is set back by an hour, and whoever held the lease dies before renewing it. */
    @Test
    void aLeaseOfAClockThatWasSetBackHoldsNobodyUp() {
        database.getCollection("leases").insertOne(lease("dead", Duration.ofHours(1)));
        AtomicInteger rounds = new AtomicInteger();
        LeasedSweep sweep = sweep(rounds::incrementAndGet);

        sweep.start();

        await().until(() -> rounds.get() > 0);
        sweep.stop();
    }

    @Test
    void aLeaseOfAClockThatIsAFewSecondsAheadIsLeftToItsHolder() {
        // Given: leased for ten seconds by a clock that is eight ahead
        database.getCollection("leases").insertOne(lease("ahead", Duration.ofSeconds(18)));
        AtomicInteger rounds = new AtomicInteger();
        LeasedSweep sweep = sweep(rounds::incrementAndGet);

        sweep.start();

        await().during(Duration.ofMillis(300)).until(() -> rounds.get() == 0);
        sweep.stop();
    }

    private Document lease(String owner, Duration ahead) {
        return new Document("_id", name)
                .append("owner", owner)
                .append("until", Date.from(Instant.now().plus(ahead)));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private LeasedSweep sweep(Runnable task) {
        return new LeasedSweep(name, Duration.ofMillis(10), task, database, Clock.systemUTC());
    }
}
