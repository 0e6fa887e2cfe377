package dev.aftersales.diagnosis.radar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells how full a group is, if that is news. */
final class GaugeTeller {

    private final ProcessorContext<String, Told> context;
    private final Clock clock;
    private final Books books;
    private final PublishedRules rules;
    private final Gauges gauges;
    private final BiPredicate<Head, Entry> counts;

    /** @param counts whether an entry does, in a group that stands so */
    GaugeTeller(
            ProcessorContext<String, Told> context,
            Clock clock,
            Books books,
            PublishedRules rules,
            Gauges gauges,
            BiPredicate<Head, Entry> counts) {
        this.context = context;
        this.clock = clock;
        this.books = books;
        this.rules = rules;
        this.gauges = gauges;
        this.counts = counts;
    }

    /** Returns how many entries were read for it. */
    int tell(String id) {
        Instant now = clock.instant();
        Head head = books.head(id);
        RuleBook.OfGroup ofGroup = head == null ? null : rules.now().of(head.group());
        Optional<RuleBook.InForce> last = ofGroup == null ? Optional.empty() : ofGroup.lastBy(now);
        if (head == null || ofGroup == null || last.isEmpty()) {
            gauges.empty(id);
            return 0;
        }
        // Which no rule counts any more, or counts together with others, is empty.
        List<Entry> all = ofGroup.at(now).isPresent() ? books.entriesOf(id) : List.of();
        List<Entry> entries = all.stream().filter(one -> counts.test(head, one)).toList();
        Gauges.Last before = gauges.last(id);
        long sequence = before == null ? now.toEpochMilli() : before.sequence() + 1;
        Gauge gauge = Gauge.of(head, sequence, last.get(), entries, now);
        boolean news = before == null ? !gauge.isEmpty() : before.fingerprint() != gauge.fingerprint();
        if (news) {
            context.forward(new Record<>(id, gauge, context.currentSystemTimeMs()));
        }
        if (gauge.isEmpty()) {
            gauges.empty(id);
        } else {
            long told = news ? sequence : Objects.requireNonNull(before).sequence();
            gauges.told(id, new Gauges.Last(told, gauge.fingerprint(), Gauge.nextChange(last.get(), entries, now)));
        }
        return all.size();
    }
}
