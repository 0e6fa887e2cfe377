package dev.aftersales.benchmarks.load;

import dev.aftersales.benchmarks.load.CustomerDesk.Answered;
import dev.aftersales.benchmarks.load.CustomerDesk.Prepared;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends each claim when it is due, whether or not those before it are answered, and counts every latency from then: a
 * suite that stalls is charged for the wait of all who came meanwhile.
 */
public final class OpenLoop {

    private static final Duration STRAGGLERS = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final CustomerDesk desk;
    private final Acceptances acceptances;

    /** A claim that was sent. */
    private record Sent(long dueAt, long sentAt, Answered answered) {}

    public OpenLoop(CustomerDesk desk, Acceptances acceptances) {
        this.desk = desk;
        this.acceptances = acceptances;
    }

    /** Sends all, and returns when each has had its mail or the patience with stragglers is over. */
    public LoadResult run(List<Prepared> claims, double perSecond) {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Schedule schedule =
                new Schedule(System.nanoTime() + Duration.ofMillis(100).toNanos(), perSecond);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < claims.size(); i++) {
                long dueAt = schedule.dueAt(i);
                Prepared claim = claims.get(i);
                parkUntil(dueAt);
                threads.execute(() -> send(claim, dueAt, sent, failures));
            }
        }
        List<Sent> accepted =
                sent.stream().filter(one -> !one.answered().claim().isEmpty()).toList();
        sent.stream()
                .filter(one -> one.answered().claim().isEmpty())
                .forEach(one -> failures.add("status " + one.answered().status()));
        awaitMails(accepted);
        return result(claims.size(), accepted, List.copyOf(failures));
    }

    private void send(Prepared claim, long dueAt, Queue<Sent> sent, Queue<String> failures) {
        long sentAt = System.nanoTime();
        try {
            sent.add(new Sent(dueAt, sentAt, desk.submit(claim)));
        } catch (UncheckedIOException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    private void awaitMails(List<Sent> accepted) {
        long patience = System.nanoTime() + STRAGGLERS.toNanos();
        while (System.nanoTime() < patience
                && accepted.stream()
                        .anyMatch(one -> acceptances.of(one.answered().claim()) == null)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private LoadResult result(int due, List<Sent> accepted, List<String> failures) {
        List<Long> mails = new ArrayList<>();
        List<Long> posts = new ArrayList<>();
        List<Long> slips = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Sent one : accepted) {
            posts.add(one.answered().answeredAt() - one.dueAt());
            slips.add(one.sentAt() - one.dueAt());
            Long mail = acceptances.of(one.answered().claim());
            if (mail == null) {
                lost.add(one.answered().claim());
            } else {
                mails.add(mail - one.dueAt());
            }
        }
        return new LoadResult(
                due, Latencies.of(mails), Latencies.of(posts), Latencies.of(slips), List.copyOf(lost), failures);
    }

    private static void parkUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
