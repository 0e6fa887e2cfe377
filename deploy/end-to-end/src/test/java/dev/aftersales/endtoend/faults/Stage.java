package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Attempt;
import dev.aftersales.endtoend.ledger.Checker;
import dev.aftersales.endtoend.ledger.Goods;
import dev.aftersales.endtoend.ledger.Ledger;
import dev.aftersales.endtoend.ledger.Load;
import dev.aftersales.endtoend.ledger.Observer;
import dev.aftersales.endtoend.ledger.Order;
import dev.aftersales.endtoend.ledger.Outcome;
import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** A running suite with customers who claim, a ledger of what they tried, and the look at the end. */
final class Stage implements AutoCloseable {

    /** Long enough that only what would never become quiet is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration OUTCOMES = Duration.ofMinutes(8);

    /** Each may have one mail in hand when its service crashes. */
    private static final int COURIERS = 8;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String run;
    private final Setting setting;
    private final boolean own;
    private final Load load;
    private final List<Load> loads = new ArrayList<>();
    private final Figures figures;
    private int undelivered;
    private int repeatable;

    /** By the runs before, on a shared suite. */
    private final long repeatedBefore;

    private Map<String, Long> dead = Map.of();
    private final Instant begun = Instant.now();

    private Stage(String run, Setting setting, boolean own) {
        this.run = run;
        this.setting = setting;
        this.own = own;
        this.load = new Load(setting.suite(), setting.ledger(), "maria");
        this.loads.add(load);
        this.figures = new Figures(run);
        this.repeatedBefore = own ? 0 : setting.observer().look().repeatedMails();
    }

    /** A suite as {@code deploy/up} starts it; in the short round all such runs share one. */
    static Stage set(String run) {
        Round.refuseWhenLate(run);
        return Round.wanted() == Round.SHORT ? new Stage(run, Setting.shared(), false) : set(run, suite -> suite);
    }

    /** A suite of the run's own making. */
    static Stage set(String run, UnaryOperator<Suite> suited) {
        Round.refuseWhenLate(run);
        return new Stage(run, Setting.of(run, suited), true);
    }

    /** A suite of the run's own making, whose mails are kept there. */
    static Stage set(String run, Path mails, UnaryOperator<Suite> suited) {
        Round.refuseWhenLate(run);
        return new Stage(run, Setting.of(run, mails, suited), true);
    }

    Suite.Running suite() {
        return setting.suite();
    }

    Figures figures() {
        return figures;
    }

    Load load() {
        return load;
    }

    Ledger ledger() {
        return setting.ledger();
    }

    Observer observer() {
        return setting.observer();
    }

    Goods goods() {
        return setting.goods();
    }

    /** A file of this run, which is not there yet. */
    Path file(String name) {
        Path file = setting.directory().resolve(run + "-" + name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Customers begin to come; so many in all, each with a unit of his own. */
    void claim(int claims, double perSecond) {
        load.start(setting.goods().enter("nordwind", claims), perSecond);
    }

    /** Further customers come, of another company. */
    void claimAs(String person, String organisation, int claims, double perSecond) {
        claimAs(person, setting.goods().enter(organisation, claims), perSecond);
    }

    /** Further customers come, with units that were entered before. */
    void claimAs(String person, List<Goods.Unit> units, double perSecond) {
        Load more = new Load(setting.suite(), setting.ledger(), person);
        loads.add(more);
        more.start(units, perSecond);
    }

    /** So many letters cannot be delivered, for a reason that lies with their recipients. */
    Stage expectingUndelivered(int letters) {
        undelivered = letters;
        return this;
    }

    /** So many times a crash may fall between the mail server's acceptance of a mail and the service's record of it. */
    Stage allowingRepeatedMails(int crashes) {
        repeatable = crashes * COURIERS;
        return this;
    }

    /** So many records lie in dead letters unsettled, by the service that heard them; otherwise none may. */
    Stage expectingDead(Map<String, Long> letters) {
        dead = letters;
        return this;
    }

    /** A further customer comes, whose fault only a technician can judge; answers the claim once it is accepted. */
    String claimWithUnknownFault() {
        Goods.Unit unit = setting.goods().enter("nordwind", 1).getFirst();
        Load more = new Load(setting.suite(), setting.ledger(), "maria");
        loads.add(more);
        more.start(List.of(new Goods.Unit(unit.contract(), unit.serial(), "X-999")), 1);
        return await().atMost(OUTCOMES)
                .until(
                        () -> Optional.ofNullable(ledger().claims().get(unit.serial()))
                                .flatMap(tried -> tried.accepted().stream().findFirst()),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for a part that is being brought back. */
    void awaitReady(String part) {
        URI readiness = suite().url(part).resolve("/actuator/health/readiness");
        await().atMost(PATIENCE).alias(part + " is back").until(() -> {
            try {
                suite().pid(part);
                return HTTP.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException | IllegalStateException down) {
                return false;
            }
        });
    }

    /** Waits until a part that was killed runs as another process, and is ready. */
    void awaitAnother(String part, long killed) {
        await().atMost(PATIENCE).alias(part + " is back").until(() -> {
            try {
                return suite().pid(part) != killed;
            } catch (IllegalStateException down) {
                return false;
            }
        });
        if (part.equals("broker") || part.equals("store")) {
            int port = part.equals("broker")
                    ? suite().ports().broker()
                    : suite().ports().store();
            await().atMost(PATIENCE).until(() -> listens(port));
        } else {
            awaitReady(part);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Waits until nothing moves any more but what is named. */
    void awaitUnrest(String why, List<String> expected) {
        await().atMost(PATIENCE).alias(run + " rests in spite " + why).until(() -> observer().unrest().stream()
                .allMatch(unrest -> expected.stream().anyMatch(unrest::endsWith)));
    }

    /** Returns when so many customers have come. */
    void awaitCustomers(int count) {
        while (load.begun() < count) {
            pass(Duration.ofMillis(10));
        }
    }

    /** Lets time pass under load. */
    void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Ends the part as a crash would, and starts it again after that time; answers how long it then took to be ready. */
    Duration crash(String part, Duration down) {
        suite().kill(part);
        pass(down);
        Instant from = Instant.now();
        suite().restart(part);
        return Duration.between(from, Instant.now());
    }

    /**
     * Waits until the suite is quiet, and compares what was tried with what is there.
     *
     * <p>No more customers come: what is still to be done afterwards is backlog.
     *
     * @param healed since when nothing was disturbed any more
     * @param limit in which the backlog should be gone
     */
    Sighting verify(Instant healed, Duration limit) {
        boolean known = loads.stream().allMatch(one -> one.finish(OUTCOMES));
        Instant quiet = awaitQuiet();
        figures.add("everything done after the last disturbance", Duration.between(healed, quiet), limit);
        Sighting sighting = setting.observer().look();
        long accepted = ledger().claims().values().stream()
                .filter(tried -> !tried.accepted().isEmpty())
                .count();
        figures.add("events whose order was looked at", Order.lookedAt(sighting));
        figures.add("claims sent / accepted", ledger().claims().size() + " / " + accepted);
        figures.add("mails accepted by the mail server", sighting.mails().size());
        Map<String, List<String>> findings = findings(sighting);
        findings.forEach((checker, found) -> figures.add(checker, found.size()));
        long repeated = sighting.repeatedMails() - repeatedBefore;
        figures.shouldBeNone("mails sent again under their Message-ID", repeated);
        long refused = ledger().attempts().stream()
                .filter(attempt -> attempt.outcome() instanceof Outcome.Refused)
                .count();
        long failed = sighting.notifications().stream()
                .filter(letter -> letter.state().equals("Failed"))
                .count();
        figures.add("whole run", Figures.seconds(Duration.between(begun, Instant.now())));
        assertThat(known).as("every customer knows the outcome").isTrue();
        assertThat(refused).as("honest requests that were refused for good").isZero();
        assertThat(findings.values().stream().flatMap(Collection::stream).toList())
                .as("findings of the ledger's checkers")
                .isEmpty();
        assertThat(repeated)
                .as("mails sent again under their Message-ID, no more than crashes can explain")
                .isLessThanOrEqualTo(repeatable);
        assertThat(observer().deadLetters())
                .as("records in dead letters, by service")
                .isEqualTo(dead);
        assertThat(failed).as("letters that could not be delivered").isEqualTo(undelivered);
        return sighting;
    }

    /**
     * What each checker finds, by its name, once every customer knows the outcome and the suite is quiet, or when that
     * time is over: a suite without its guards may never be quiet.
     */
    Map<String, List<String>> findings(Duration patience) {
        Instant until = Instant.now().plus(patience);
        loads.forEach(one -> one.awaitOutcomes(patience));
        while (!unrest().isEmpty() && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return findings(observer().look());
    }

    private Map<String, List<String>> findings(Sighting sighting) {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        Checker.all().forEach(checker -> findings.put(checker.name(), checker.findings(ledger(), sighting)));
        return findings;
    }

    /** Returns when all claims were sent and each customer knows what became of his. */
    void awaitOutcomes() {
        assertThat(loads).as("customers know the outcome").allMatch(one -> one.awaitOutcomes(OUTCOMES));
    }

    /**
     * Returns when nothing moves any more; says since when. One look is not enough: what it has not looked at yet may hand
     * over to what it has.
     */
    Instant awaitQuiet() {
        Instant until = Instant.now().plus(PATIENCE);
        Instant since = null;
        while (true) {
            List<String> unrest = unrest();
            Instant now = Instant.now();
            if (unrest.isEmpty() && since != null) {
                return since;
            }
            since = unrest.isEmpty() ? now : null;
            assertThat(now).as("%s is quiet at last, but %s", run, unrest).isBefore(until);
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private List<String> unrest() {
        try {
            return observer().unrest();
        } catch (com.mongodb.MongoException e) {
            return List.of("the store does not answer");
        }
    }

    /** How long attempts took that began in that time, however they ended; to be asked when all have. */
    Duration slowest(Instant from, Instant to) {
        return ledger().attempts().stream()
                .filter(attempt ->
                        !attempt.begun().isBefore(from) && attempt.begun().isBefore(to))
                .map(Attempt::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Attempts that ended otherwise than with 201, of those that fell into that time; not those still under way. */
    List<Attempt> failures(Instant from, Instant to) {
        List<Attempt> failed = new ArrayList<>();
        for (Attempt attempt : ledger().attempts()) {
            if (attempt.outcome() != null && attempt.status() != 201 && attempt.during(from, to)) {
                failed.add(attempt);
            }
        }
        return failed;
    }

    /** Tells the figures, also of a run that failed. */
    @Override
    public void close() {
        figures.tell();
        loads.forEach(Load::close);
        if (own) {
            setting.close();
        }
    }
}
