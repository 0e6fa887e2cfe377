package dev.aftersales.claims.units;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.contracts.Sale;
import dev.aftersales.contracts.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The installed base, one document for each unit, so that what is said of a unit has one order whichever contracts it goes
 * through.
 */
final class UnitRecords {

    private static final AggregateType<UnitRecord> TYPE = AggregateType.of(
                    "units", UnitRecord.class, UnitRecord::vendor)
            .tellingOn(Topic.UNITS)
            .indexedBy(UnitRecords::fields)
            .withIndex(Indexes.ascending("vendor", "model", "_id"))
            .withIndex(Indexes.ascending("vendor", "model", "lot", "_id"));

    private final Aggregates<UnitRecord> units;

    UnitRecords(AggregatesFactory aggregates) {
        this.units = aggregates.of(TYPE);
    }

    /** What is known of these units, by serial; one read. */
    Map<String, UnitRecord> known(String vendor, List<String> serials) {
        return units
                .query(
                        in(
                                "_id",
                                serials.stream()
                                        .map(serial -> id(vendor, serial))
                                        .toList()),
                        ascending("_id"),
                        serials.size())
                .stream()
                .map(Stored::state)
                .collect(Collectors.toMap(UnitRecord::serial, Function.identity()));
    }

    /**
     * Keeps what a contract says of units of which nothing is known yet, each in one write with what is told of it.
     *
     * @param words by serial
     * @return serials of those of which something is known by now: they are to hear it one by one
     */
    Set<String> begin(String vendor, Map<String, UnitRecord.Word> words) {
        Map<String, String> serials = new HashMap<>();
        Map<String, Change<UnitRecord>> firsts = new HashMap<>();
        words.forEach((serial, word) -> {
            UnitRecord unheardOf = UnitRecord.unheardOf(vendor, serial);
            UnitRecord first = unheardOf.after(word, null).orElseThrow();
            serials.put(id(vendor, serial), serial);
            firsts.put(id(vendor, serial), new Change<>(first, first.news(unheardOf, word.at())));
        });
        return units.insertAll(firsts).stream().map(serials::get).collect(Collectors.toSet());
    }

    /**
     * Lets the record of a unit know what a contract says, in one write with what is told of it; repeatable.
     *
     * @param elsewhere what another contract says that has the unit
     * @return whether it does; if not, {@code elsewhere} is out of date
     */
    boolean hear(String vendor, String serial, UnitRecord.Word word, UnitRecord.@Nullable Word elsewhere) {
        return units.decide(id(vendor, serial), stored -> heard(stored.state(), word, elsewhere))
                .orElseThrow();
    }

    private static Decision<UnitRecord, Boolean> heard(
            UnitRecord before, UnitRecord.Word word, UnitRecord.@Nullable Word elsewhere) {
        UnitRecord after = before.after(word, elsewhere).orElse(null);
        if (after == null) {
            return Decision.refuse(false);
        }
        return after.equals(before)
                ? Decision.refuse(true)
                : Decision.commit(after, true, after.news(before, word.at()));
    }

    /**
     * Units of a model that stand under a contract of the vendor, by serial.
     *
     * @param lot of that production lot only; absent for all, also those of which nobody told it
     * @param after only serials beyond it; the empty string for the first
     * @param most at most so many
     */
    List<UnitRecord> of(String vendor, String model, @Nullable String lot, String after, int most) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor), eq("model", model)));
        if (lot != null) {
            filters.add(eq("lot", lot));
        }
        filters.add(gt("_id", id(vendor, after)));
        return units.query(and(filters), ascending("_id"), most).stream()
                .map(Stored::state)
                .toList();
    }

    private static Map<String, @Nullable Object> fields(UnitRecord unit) {
        Sale sale = unit.sale();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("model", sale == null ? null : sale.model());
        fields.put("lot", sale == null ? null : sale.productionLot());
        return fields;
    }

    private static String id(String vendor, String serial) {
        return vendor + "/" + serial;
    }
}
