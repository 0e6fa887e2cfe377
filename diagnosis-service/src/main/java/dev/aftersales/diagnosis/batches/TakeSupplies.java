package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed;
import dev.aftersales.contracts.events.logistics.ShippingHeld;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Keeps with the batch issue what logistics says of it. An issue that is closed stays as it is. */
@Component
public class TakeSupplies {

    private final BatchIssues issues;

    TakeSupplies(BatchIssues issues) {
        this.issues = issues;
    }

    /** So much of the parts was free. */
    public void assessed(Received<EmergencyStockAssessed> cause) {
        EmergencyStockAssessed said = cause.data();
        keep(cause, said.batchIssueId(), supplies -> supplies.assessed(said.parts(), said.assessedAt()));
    }

    /** So much is reserved for the plan. */
    public void reserved(Received<EmergencyPartsReserved> cause) {
        EmergencyPartsReserved said = cause.data();
        keep(cause, said.batchIssueId(), supplies -> supplies.reserving(said.parts(), said.reservedAt()));
    }

    /** Lots are shipped no more. */
    public void held(Received<ShippingHeld> cause) {
        ShippingHeld said = cause.data();
        keep(
                cause,
                said.batchIssueId(),
                supplies -> supplies.holding(new Supplies.ShippingHold(said.model(), said.lots(), said.heldAt())));
    }

    private <E extends Event> void keep(Received<E> cause, String id, UnaryOperator<Supplies> news) {
        Reacted reacted = issues.react(
                cause,
                id,
                issue -> issue instanceof Resolved
                        ? Change.of(issue)
                        : Change.of(issue.with(
                                issue.file().supplied(news.apply(issue.file().supplies())))));
        if (reacted == Reacted.MISSING) {
            throw new IllegalStateException("logistics names a batch issue that does not exist");
        }
    }
}
