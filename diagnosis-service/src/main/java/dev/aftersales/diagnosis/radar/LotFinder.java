package dev.aftersales.diagnosis.radar;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Adds the production lot to what was claimed, and says for which groups it counts. A lot that is entered, or put right,
 * after a claim moves the claim's units to where they belong.
 */
final class LotFinder implements Processor<String, UnitNews, String, GroupNews> {

    private static final String STORE = "units";

    private final Grouping grouping;
    private final Retention retention;
    private final StateStores stores;
    private final Past past;
    private @Nullable ProcessorContext<String, GroupNews> context;
    private @Nullable Prompt prompt;
    private @Nullable Section<SeenUnit> units;

    private LotFinder(Grouping grouping, Retention retention, StateStores stores, Past past) {
        this.grouping = grouping;
        this.retention = retention;
        this.stores = stores;
        this.past = past;
    }

    static ProcessorSupplier<String, UnitNews, String, GroupNews> supplier(
            Grouping grouping, Retention retention, StateStores stores, Past past) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, UnitNews, String, GroupNews> get() {
                return new LotFinder(grouping, retention, stores, past);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.of(STORE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, GroupNews> processorContext) {
        context = processorContext;
        prompt = new Prompt(processorContext);
        units = stores.section(processorContext, STORE, STORE, SeenUnit.class);
        Walk.over(Objects.requireNonNull(units), processorContext, (unit, seen) -> {
            SeenUnit left = seen.since(retention.since());
            return left.isNothingSince(retention.since()) ? null : left;
        });
    }

    @Override
    public void process(Record<String, UnitNews> news) {
        past.read(news.timestamp(), Objects.requireNonNull(context).currentSystemTimeMs());
        Section<SeenUnit> store = Objects.requireNonNull(units);
        SeenUnit stored = store.get(news.key());
        SeenUnit before = stored == null ? SeenUnit.NEVER : stored.since(retention.since());
        SeenUnit now =
                switch (news.value()) {
                    case UnitNews.Claimed claimed -> before.seen(claimed.sighting());
                    case UnitNews.Entered entered -> before.of(entered.lot(), entered.at());
                };
        if (now.equals(before)) {
            return;
        }
        store.put(news.key(), now);
        for (Sighting sighting : before.sightings()) {
            if (!now.sightings().contains(sighting) || !Objects.equals(now.lot(), before.lot())) {
                tellGone(news.timestamp(), sighting, before, now);
            }
        }
        for (Sighting sighting : now.sightings()) {
            if (!before.sightings().contains(sighting) || !Objects.equals(now.lot(), before.lot())) {
                tellCounts(news.timestamp(), sighting, now);
            }
        }
    }

    private void tellCounts(long timestamp, Sighting sighting, SeenUnit unit) {
        for (Grouping.Rule rule : grouping.of(sighting.vendor())) {
            if (rule.takes(unit.lot())) {
                Group group = Group.of(sighting, unit.lot(), rule.name(), rule.groupedBy());
                tell(timestamp, group, sighting, unit, true);
            }
        }
    }

    /** Where another lot does not make another group, it is told of the group that the unit stays in, and nothing goes. */
    private void tellGone(long timestamp, Sighting sighting, SeenUnit before, SeenUnit now) {
        for (Grouping.Rule rule : grouping.of(sighting.vendor())) {
            Group group = Group.of(sighting, before.lot(), rule.name(), rule.groupedBy());
            boolean stays = now.sightings().contains(sighting)
                    && Group.of(sighting, now.lot(), rule.name(), rule.groupedBy())
                            .equals(group);
            if (!stays && rule.takes(before.lot())) {
                tell(timestamp, group, sighting, before, false);
            }
        }
    }

    private void tell(long timestamp, Group group, Sighting sighting, SeenUnit unit, boolean counts) {
        Entry entry = Entry.of(sighting, unit, group.traits().keySet());
        Objects.requireNonNull(context)
                .forward(new Record<>(group.id(), GroupNews.of(group, entry, counts, sighting.insteadOf()), timestamp));
        Objects.requireNonNull(prompt).next(timestamp);
    }
}
