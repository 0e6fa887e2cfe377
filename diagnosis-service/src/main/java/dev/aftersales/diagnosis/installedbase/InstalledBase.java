package dev.aftersales.diagnosis.installedbase;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.units.UnitRecorded;
import dev.aftersales.contracts.events.units.UnitRemoved;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All units that were sold, each in a small document of its own, guarded by the unit's own sequence. */
@Component
public class InstalledBase {

    private static final String MODEL = "model";
    private static final String LOT = "lot";

    static final AggregateType<UnitRecord> TYPE = AggregateType.of(
                    "installed-units", UnitRecord.class, UnitRecord::vendor)
            .indexedBy(InstalledBase::queryFields)
            .withIndex(Indexes.ascending("vendor", MODEL, LOT, "_id"))
            .withIndex(Indexes.ascending("vendor", MODEL, "_id"));

    private final Aggregates<UnitRecord> units;

    InstalledBase(Aggregates<UnitRecord> units) {
        this.units = units;
    }

    /**
     * Units that are alike.
     *
     * @param lot absent for all lots of the model, and for units without one
     */
    public record Scope(
            String vendor, String model, @Nullable String lot) {

        private Bson filter() {
            Bson alike = and(eq("vendor", vendor), eq(MODEL, model));
            return lot == null ? alike : and(alike, eq(LOT, lot));
        }
    }

    /** The unit stands under this contract, for the first time or otherwise than before. */
    public void recorded(Received<UnitRecorded> cause) {
        UnitRecorded said = cause.data();
        keep(
                cause,
                new UnitRecord(
                        said.vendor(),
                        new SoldUnit(
                                said.vendor(),
                                said.serial(),
                                said.model(),
                                said.lot(),
                                said.contractNumber(),
                                said.organisation())));
    }

    /** The unit stands under no contract any more. */
    public void removed(Received<UnitRemoved> cause) {
        keep(cause, new UnitRecord(cause.data().vendor(), null));
    }

    /** Units that stand under a contract, by serial, behind that one. */
    public List<SoldUnit> of(Scope scope, @Nullable String afterSerial, int limit) {
        Bson alike = scope.filter();
        return units
                .query(
                        afterSerial == null ? alike : and(alike, gt("_id", id(scope.vendor(), afterSerial))),
                        Sorts.ascending("_id"),
                        limit)
                .stream()
                .map(stored -> Objects.requireNonNull(stored.state().sold()))
                .toList();
    }

    /**
     * Those of these serials that stand under a contract.
     *
     * @param serials some hundreds
     */
    public Set<String> soldOf(String vendor, Collection<String> serials) {
        if (serials.isEmpty()) {
            return Set.of();
        }
        List<String> ids = serials.stream().map(serial -> id(vendor, serial)).toList();
        return units.query(in("_id", ids), Sorts.ascending("_id"), ids.size()).stream()
                .filter(stored -> stored.state().sold() != null)
                .map(stored -> Objects.requireNonNull(stored.state().sold()).serial())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A unit is told of once at first, and seldom again: so it is made first, and read only where it is there. */
    private void keep(Received<?> cause, UnitRecord told) {
        if (units.create(cause, cause.subject(), () -> Change.of(told)) == Reacted.REPEATED) {
            units.react(cause, cause.subject(), before -> Change.of(told));
        }
    }

    private static String id(String vendor, String serial) {
        return vendor + "/" + serial;
    }

    private static Map<String, @Nullable Object> queryFields(UnitRecord unit) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        SoldUnit sold = unit.sold();
        if (sold != null) {
            fields.put(MODEL, sold.model());
            fields.put(LOT, sold.lot());
        }
        return fields;
    }
}
