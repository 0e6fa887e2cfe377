package dev.aftersales.diagnosis.radar;

import dev.aftersales.diagnosis.radar.Books.Growth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Counts the units of each group and tells when there are enough, once for each issue; as long as the issue is open, it
 * tells by what it grows.
 */
final class GroupCounter implements Processor<String, GroupNews, String, Told> {

    private static final String STORE = "groups";

    /** What an open issue grows by is told together. */
    static final Duration TOGETHER = Duration.ofSeconds(1);

    /** So many lines in one event: it stays far below what an event may be. */
    private static final int MOST_LINES = 500;

    /** So many groups are taken up in a turn, whatever is due of them; the next follows soon. */
    private static final int MOST_DUE = 200;

    private final Clock clock;
    private final Retention retention;
    private final StateStores stores;
    private final Past past;
    private @Nullable ProcessorContext<String, Told> processorContext;
    private @Nullable Prompt prompt;
    private @Nullable Books optionalBooks;
    private @Nullable PublishedRules optionalRules;
    private @Nullable RuleChanges optionalChanges;
    private @Nullable Gauges optionalGauges;

    private GroupCounter(Retention retention, StateStores stores, Past past) {
        this.clock = retention.clock();
        this.retention = retention;
        this.stores = stores;
        this.past = past;
    }

    static ProcessorSupplier<String, GroupNews, String, Told> supplier(
            Retention retention, StateStores stores, Past past) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, GroupNews, String, Told> get() {
                return new GroupCounter(retention, stores, past);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.of(STORE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Told> context) {
        processorContext = context;
        prompt = new Prompt(context);
        optionalBooks = new Books(stores, context, STORE);
        optionalRules = new PublishedRules(stores, context, STORE);
        optionalChanges = new RuleChanges(stores, context, STORE, books());
        context.schedule(TOGETHER, PunctuationType.WALL_CLOCK_TIME, now -> {
            applyChangedRules(now);
            if (past.isOver(now)) {
                books().takeLooks(now, MOST_DUE).forEach((id, look) -> lookAgain(id, look.first(), now));
                tellGrowth(now);
            }
        });
        optionalGauges = new Gauges(stores, context, STORE);
        GaugeTeller teller = new GaugeTeller(context, clock, books(), rules(), gauges(), this::counts);
        GaugeTurns turns = new GaugeTurns(gauges(), teller::tell);
        context.schedule(GaugeTurns.EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            holdSome(now);
            if (past.isOver(now)) {
                gauges().changeDue(clock.instant(), MOST_DUE);
                turns.turn(now);
            }
        });
        books().forget(
                        context,
                        this::counts,
                        (group, head) -> !head.open() && head.episode() == 0 && gauges().last(group) == null);
    }

    @Override
    public void process(Record<String, GroupNews> news) {
        if (rules().mayHaveChanged(clock.instant())) {
            applyChangedRules(news.timestamp());
        }
        String id = news.key();
        GroupNews said = news.value();
        Head known = headHeld(id, news.timestamp());
        gauges().change(id, clock.instant());
        long machineTime = Objects.requireNonNull(processorContext).currentSystemTimeMs();
        past.read(news.timestamp(), machineTime);
        if (said.resolved() != null) {
            closed(id, known, said.resolved(), news.timestamp());
            return;
        }
        Entry entry = Objects.requireNonNull(said.entry());
        Head head = known == null ? Head.of(Objects.requireNonNull(said.group()), clock.instant()) : known;
        if (said.counts() && !counts(head, entry)) {
            return;
        }
        boolean changed = said.counts() ? books().add(id, entry) : books().remove(id, entry);
        if (!changed || !counts(head, entry)) {
            return;
        }
        if (known == null) {
            books().keep(id, head);
        }
        if (head.open()) {
            Head grown = grown(id, head, entry, said.counts());
            keepIfOther(id, head, grown);
        }
        if (said.counts() && said.insteadOf() != null) {
            books().restate(id, entry, said.insteadOf(), machineTime);
        } else if (said.counts() && books().isToBeLookedAt(id)) {
            // What is claimed meanwhile would be counted beside units that still count twice.
            books().lookFrom(id, entry.since());
        } else if (said.counts()) {
            look(id, entry.since(), news.timestamp());
        }
    }

    private void keepIfOther(String id, Head before, Head now) {
        if (now != before) {
            books().keep(id, now);
        }
    }

    /** What is in the group since then may complete a batch at any moment since. */
    private void look(String id, Instant since, long timestamp) {
        Head head = Objects.requireNonNull(books().head(id));
        if (head.open()) {
            keepIfOther(id, head, reachedSooner(id, head, since));
        } else {
            watch(id, head, since, later(since, clock.instant()), timestamp);
        }
    }

    /** Units become no more by being claimed in another way: whether they are a batch is seen when they count in one way. */
    private void lookAgain(String id, Instant first, long now) {
        Head head = books().head(id);
        if (head == null) {
            return;
        }
        gauges().change(id, clock.instant());
        if (head.open()) {
            Head sooner = reachedSooner(id, head, first);
            if (sooner != head) {
                Head telling = sooner.telling();
                books().keep(id, telling);
                tell(id, Alarm.grew(telling, List.of(), List.of()), now);
            }
        } else {
            Instant from = changes()
                    .since(head.group().vendor(), id)
                    .filter(first::isAfter)
                    .orElse(first);
            watch(id, head, from, later(first, clock.instant()), now);
        }
    }

    /** What is part of an open issue counts as long as that is open; else what is too old counts no more. */
    private boolean counts(Head head, Entry entry) {
        return head.counts(entry) && (head.open() || retention.holds(entry.at()));
    }

    private void closed(String id, @Nullable Head known, GroupNews.Resolved closing, long timestamp) {
        int counted = known == null ? 0 : known.episode();
        if (closing.episode() > counted) {
            books().keepClosing(id, closing.episode(), closing.at());
        } else if (known != null && known.open() && closing.episode() == counted) {
            resolve(id, closing.at(), timestamp);
        }
    }

    /** An open issue: every unit beyond those that it was detected with is growth. */
    private Head grown(String id, Head head, Entry entry, boolean counts) {
        books().later(id, entry, counts);
        boolean otherwiseKnown =
                books().ofSameUnit(id, entry).stream().anyMatch(other -> head.counts(other) && !other.equals(entry));
        if (otherwiseKnown) {
            return head;
        }
        return head.counting(counts ? head.tally().plus(entry) : head.tally().minus(entry));
    }

    /** Claims have no order among each other: one that is heard late may have made the batch sooner than was told. */
    private Head reachedSooner(String id, Head head, Instant since) {
        Instant reachedAt = head.reachedAt();
        if (reachedAt == null || !since.isBefore(reachedAt)) {
            return head;
        }
        List<Entry> entries =
                books().entriesOf(id).stream().filter(one -> counts(head, one)).toList();
        return Detection.in(entries, rules().now().of(head.group()), since, reachedAt)
                .filter(sooner -> sooner.at().isBefore(reachedAt))
                .map(sooner -> head.reached(sooner.at()))
                .orElse(head);
    }

    /** A group that is no batch yet, and is kept as that: looks whether it is by now, and whether that batch was closed before it was heard of. */
    private void watch(String id, Head head, Instant first, Instant last, long timestamp) {
        Head now = watched(id, head, first, last, timestamp);
        if (now.open()) {
            books().keep(id, now);
            Instant closing = books().takeClosing(id, now.episode());
            if (closing != null) {
                resolve(id, closing, timestamp);
            }
        }
    }

    private Head watched(String id, Head head, Instant first, Instant last, long timestamp) {
        RuleBook.OfGroup rules = rules().now().of(head.group());
        // What is grouped otherwise by now goes on being counted, and may be any number.
        if (!rules.hasAnyWithin(first, last) || books().unitsAtMost(id) < rules.least()) {
            return head;
        }
        List<Entry> entries =
                books().entriesOf(id).stream().filter(one -> counts(head, one)).toList();
        // Another machine's clock, by which something was claimed or moved, may be ahead.
        Instant end = entries.stream().map(Entry::since).reduce(last, GroupCounter::later);
        Optional<Detection> detection = Detection.in(entries, rules, first, end);
        if (detection.isEmpty()) {
            return head;
        }
        Instant from = detection.get().from();
        List<Entry> members =
                entries.stream().filter(one -> !one.at().isBefore(from)).toList();
        Head detected = head.detected(detection.get(), Tally.of(members, from, Instant.MAX), retention.since())
                .telling();
        members.stream().skip(MOST_LINES).forEach(one -> books().later(id, one, true));
        tell(
                id,
                Alarm.detected(
                        detected,
                        detection.get(),
                        members.stream().limit(MOST_LINES).toList()),
                timestamp);
        return detected;
    }

    /** Tells first what the issue grew by; what was claimed after the closing may be the next batch already. */
    private void resolve(String id, Instant at, long timestamp) {
        for (Books.Told next = books().take(id, MOST_LINES);
                next.group() != null;
                next = books().take(id, MOST_LINES)) {
            tellGrowth(id, next, timestamp);
        }
        Head resolved = Objects.requireNonNull(books().head(id)).resolved(at);
        books().keep(id, resolved);
        if (books().isToBeLookedAt(id)) {
            // What was claimed after the closing may count twice at this moment.
            books().lookFrom(id, resolved.since());
        } else {
            watch(id, resolved, resolved.since(), later(at, clock.instant()), timestamp);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tellGrowth(long now) {
        for (int told = 0; told < MOST_DUE; told++) {
            Books.Told next = books().take(MOST_LINES);
            if (next.group() == null) {
                return;
            }
            tellGrowth(next.group(), next, now);
        }
    }

    private void tellGrowth(String id, Books.Told growth, long timestamp) {
        Head telling = Objects.requireNonNull(books().head(id)).telling();
        books().keep(id, telling);
        tell(id, Alarm.grew(telling, entries(growth, true), entries(growth, false)), timestamp);
    }

    private static List<Entry> entries(Books.Told told, boolean counts) {
        return told.changes().stream()
                .filter(change -> change.counts() == counts)
                .map(Growth::entry)
                .toList();
    }

    /** A policy that asks for fewer units, or looks back longer, may find its batch in groups that nothing is claimed of. */
    private void applyChangedRules(long timestamp) {
        Map<String, Instant> changed = rules().changed(clock.instant());
        changed.forEach(changes()::add);
        if (!changed.isEmpty()) {
            holdSome(timestamp);
        }
    }

    private void holdSome(long timestamp) {
        changes().turn((id, since) -> {
            gauges().change(id, clock.instant());
            hold(id, since, timestamp);
        });
    }

    /** The group as it stands by rules that changed: what comes now is counted after what stood there by then. */
    private @Nullable Head headHeld(String id, long timestamp) {
        Head head = books().head(id);
        Optional<Instant> since =
                head == null ? Optional.empty() : changes().since(head.group().vendor(), id);
        since.ifPresent(from -> hold(id, from, timestamp));
        return since.isPresent() ? books().head(id) : head;
    }

    private void hold(String id, Instant since, long timestamp) {
        Head head = books().head(id);
        if (head == null || head.open()) {
            return;
        }
        if (books().isToBeLookedAt(id)) {
            // Its units may count twice at this moment.
            books().lookFrom(id, since);
        } else {
            watch(id, head, since, clock.instant(), timestamp);
        }
    }

    private void tell(String id, Alarm alarm, long timestamp) {
        ProcessorContext<String, Told> onwards = Objects.requireNonNull(processorContext);
        onwards.forward(new Record<>(id, alarm, timestamp));
        Objects.requireNonNull(prompt).alarm(timestamp);
    }

    private RuleChanges changes() {
        return Objects.requireNonNull(optionalChanges);
    }

    private Books books() {
        return Objects.requireNonNull(optionalBooks);
    }

    private Gauges gauges() {
        return Objects.requireNonNull(optionalGauges);
    }

    private PublishedRules rules() {
        return Objects.requireNonNull(optionalRules);
    }
}
