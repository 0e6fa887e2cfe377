package dev.aftersales.contracts;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.batches.*;
import dev.aftersales.contracts.events.calendars.*;
import dev.aftersales.contracts.events.catalogue.*;
import dev.aftersales.contracts.events.claims.*;
import dev.aftersales.contracts.events.clock.*;
import dev.aftersales.contracts.events.customers.*;
import dev.aftersales.contracts.events.diagnosis.*;
import dev.aftersales.contracts.events.logistics.*;
import dev.aftersales.contracts.events.notices.*;
import dev.aftersales.contracts.events.notifications.*;
import dev.aftersales.contracts.events.partners.*;
import dev.aftersales.contracts.events.policies.*;
import dev.aftersales.contracts.events.radar.*;
import dev.aftersales.contracts.events.units.*;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of every event type of the suite, in the order in which one claim meets them. */
public final class EventTypes {

    /** Every event record. */
    public static final List<Class<? extends Event>> ALL = List.of(
            CustomerUpdated.class,
            UnitRecorded.class,
            UnitRemoved.class,
            ClaimSubmitted.class,
            ClaimAcknowledged.class,
            EvidenceRequested.class,
            EvidenceReceived.class,
            DiagnosisRequested.class,
            DiagnosisStarted.class,
            DiagnosisCompleted.class,
            CoverageDecided.class,
            CoverageDisputed.class,
            DisputeDecided.class,
            QuoteRequested.class,
            QuoteIssued.class,
            QuoteAccepted.class,
            PaymentReceived.class,
            QuotePaid.class,
            QuoteDeclined.class,
            ServiceAuthorised.class,
            PartsReserved.class,
            PartsBackordered.class,
            PartsReleased.class,
            CarrierAccepted.class,
            PartsDispatched.class,
            CarrierDelivered.class,
            Delivered.class,
            DeadlineWarned.class,
            DeadlineBreached.class,
            DeadlineEscalated.class,
            ClaimExpired.class,
            ClaimWithdrawn.class,
            DeviceReportedLate.class,
            ClaimClosed.class,
            FaultCodeEntered.class,
            ThresholdReached.class,
            GroupGrew.class,
            GroupGauged.class,
            BatchIssueDetected.class,
            BatchIssueGrew.class,
            EmergencyPlanWarned.class,
            EmergencyPlanOverdue.class,
            EmergencyPlanInitiated.class,
            EmergencyPartsWanted.class,
            BatchIssueContained.class,
            BatchIssueResolved.class,
            EmergencyStockAssessed.class,
            EmergencyPartsReserved.class,
            ShippingHeld.class,
            BatchNoticeRequested.class,
            BatchNoticeWithdrawn.class,
            NotificationSent.class,
            NotificationFailed.class,
            PolicyNoticeRequested.class,
            NoticeSent.class,
            NoticeFailed.class,
            PolicyNoticeWithdrawn.class,
            PolicyVersionPublished.class,
            PolicyVersionWithdrawn.class,
            CalendarYearWanted.class,
            CalendarVersionEntered.class,
            ClockAdvanced.class);

    private static final Map<String, Class<? extends Event>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

    private EventTypes() {}

    /** The CloudEvents type of a record, for example {@code claims.claim-submitted.v1}. */
    public static String typeOf(Class<? extends Event> event) {
        return contractOf(event).type();
    }

    /** The topic that carries the record. */
    public static Topic topicOf(Class<? extends Event> event) {
        return contractOf(event).topic();
    }

    /** The record of a CloudEvents type, or empty when the suite does not know the type or its version. */
    public static Optional<Class<? extends Event>> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static EventContract contractOf(Class<? extends Event> event) {
        EventContract contract = event.getAnnotation(EventContract.class);
        if (contract == null) {
            throw new IllegalArgumentException(event + " has no contract");
        }
        return contract;
    }
}
