package dev.aftersales.logistics.carriers;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.logistics.carriers.Scan.Outcome;
import dev.aftersales.logistics.orders.CarrierScan;
import dev.aftersales.logistics.orders.CarryShipment;
import dev.aftersales.logistics.orders.ParcelConfirmed;
import dev.aftersales.logistics.sweeps.Round;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps every scan first and matches it with its shipment then. The confirmation does it the other way round, so that
 * whoever comes second finds the other; a crash between the two is what the sweep is for.
 */
@Component
public class CarrierScans implements ParcelConfirmed {

    private static final int AT_ONCE = 200;

    /** More scans than one parcel can have: two kinds, and a handful of strangers with the same number. */
    private static final int MOST_OF_A_PARCEL = 50;

    private final Aggregates<Scan> scans;
    private final CarryShipment carry;
    private final MeterRegistry meters;
    private final Clock clock;

    CarrierScans(Aggregates<Scan> scans, CarryShipment carry, MeterRegistry meters, Clock clock) {
        this.scans = scans;
        this.carry = carry;
        this.meters = meters;
        this.clock = clock;
    }

    /** A partner has scanned a parcel. Repeatable. */
    public void scanned(String vendor, String trackingNumber, CarrierScan scan) {
        Scan received = Scan.received(vendor, trackingNumber, scan, clock.instant());
        Scan kept =
                switch (scans.insert(received.id(), Change.of(received))) {
                    case Insertion.Inserted<Scan> inserted -> received;
                    case Insertion.AlreadyThere<Scan> there ->
                        earliest(there.stored().state(), scan.at());
                };
        if (kept.outcome() == Outcome.WAITING) {
            match(vendor, trackingNumber);
        } else {
            count("REPEATED");
        }
    }

    @Override
    public void confirmed(String vendor, String trackingNumber) {
        if (!of(vendor, trackingNumber).isEmpty()) {
            match(vendor, trackingNumber);
        }
    }

    /** Looks again for the shipments of scans that wait. */
    void retry() {
        Instant now = clock.instant();
        List<Stored<Scan>> waiting =
                scans.query(lt(ScansConfiguration.TRY_AT, now), Sorts.ascending(ScansConfiguration.TRY_AT), AT_ONCE);
        Round.of("waiting-scans", waiting, due -> {
            match(due.state().vendor(), due.state().trackingNumber());
            scans.decide(
                    due.id(),
                    stored -> stored.state().outcome() == Outcome.WAITING
                            ? Decision.commit(stored.state().notFound(now), true)
                            : Decision.refuse(false));
        });
    }

    private void match(String vendor, String trackingNumber) {
        List<Scan> known = of(vendor, trackingNumber);
        Optional<String> carrier = carry.scanned(
                vendor, trackingNumber, known.stream().map(Scan::asCarrierScan).toList());
        if (carrier.isEmpty()) {
            count("WAITING");
            return;
        }
        for (Scan scan : known) {
            Outcome outcome = scan.partner().equals(carrier.get()) ? Outcome.APPLIED : Outcome.FOREIGN;
            if (scan.outcome() != outcome) {
                settle(scan.id(), outcome);
            }
        }
    }

    /** A stranger's scan becomes the carrier's own when the warehouse corrects who the carrier is; never the reverse. */
    private void settle(String id, Outcome outcome) {
        boolean settled = scans.<Boolean>decide(
                        id,
                        stored -> stored.state().outcome() == Outcome.APPLIED
                                        || stored.state().outcome() == outcome
                                ? Decision.refuse(false)
                                : Decision.commit(stored.state().settled(outcome), true))
                .orElseThrow();
        if (settled) {
            count(outcome.name());
        }
    }

    /** The first acceptance scan is what stops the clock of A4.5 (A?5), whichever report of it comes first. */
    private Scan earliest(Scan known, Instant at) {
        if (known.outcome() != Outcome.WAITING || !at.isBefore(known.at())) {
            return known;
        }
        return scans.<Scan>decide(
                        known.id(),
                        stored -> at.isBefore(stored.state().at())
                                ? Decision.commit(
                                        stored.state().earlierAt(at),
                                        stored.state().earlierAt(at))
                                : Decision.refuse(stored.state()))
                .orElseThrow();
    }

    private List<Scan> of(String vendor, String trackingNumber) {
        return scans
                .query(
                        and(eq("vendor", vendor), eq("trackingNumber", trackingNumber)),
                        Sorts.ascending("_id"),
                        MOST_OF_A_PARCEL)
                .stream()
                .map(Stored::state)
                .toList();
    }

    private void count(String outcome) {
        meters.counter("aftersales.carrier.scans", "outcome", outcome).increment();
    }
}
