package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.EmergencyPartsWanted;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.EmergencyPlanOverdue;
import dev.aftersales.contracts.events.batches.EmergencyPlanWarned;
import dev.aftersales.contracts.events.calendars.CalendarVersionEntered;
import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.ClaimWithdrawn;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import dev.aftersales.contracts.events.clock.ClockAdvanced;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.contracts.events.logistics.ShippingHeld;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import dev.aftersales.contracts.events.notifications.NotificationFailed;
import dev.aftersales.contracts.events.notifications.NotificationSent;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a schema says beyond the types of its record. */
class EventRulesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void refuses(Class<? extends Event> event, String object, String change, String why) {
        assertThat(errorsAfter(event, object, change)).as(why).isNotEmpty();
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                Arguments.of(ClaimSubmitted.class, "", "{\"submittedAt\":\"16.11.2026\"}", "time is ISO 8601"),
                Arguments.of(
                        ClaimSubmitted.class, "", "{\"submittedAt\":\"2026-11-16T08:42:10\"}", "time has an offset"),
                Arguments.of(ClaimSubmitted.class, "", "{\"lines\":[]}", "a claim has a line"),
                Arguments.of(ClaimSubmitted.class, "", "{\"vendor\":\" \"}", "vendor is not blank"),
                Arguments.of(ClaimSubmitted.class, "", "{\"claimId\":\"a b\"}", "an id has no blank"),
                Arguments.of(
                        ClaimSubmitted.class, "/customer", "{\"contactVersion\":0}", "contact versions start at 1"),
                Arguments.of(ClaimSubmitted.class, "/lines/0", "{\"line\":0}", "lines start at 1"),
                Arguments.of(ClaimSubmitted.class, "/lines/0", "{\"quantity\":2}", "a serial is one unit"),
                Arguments.of(ClaimSubmitted.class, "/lines/1", "{\"quantity\":0}", "quantity is at least 1"),
                Arguments.of(CoverageDecided.class, "/lines/0", "{\"verdict\":\"REJECTED\"}", "no bare refusal"),
                Arguments.of(
                        CoverageDecided.class, "/lines/0", "{\"verdict\":\"NEEDS_REVIEW\"}", "route only when covered"),
                Arguments.of(CoverageDecided.class, "/lines/0", "{\"clauses\":[]}", "a verdict names its clauses"),
                Arguments.of(
                        CoverageDecided.class,
                        "/lines/0",
                        "{\"quoteRoute\":\"/api/v1/claims/c/quote\"}",
                        "quote route only when not covered"),
                Arguments.of(
                        CoverageDecided.class, "/lines/1", "{\"quoteRoute\":\"elsewhere\"}", "quote route is ours"),
                Arguments.of(
                        CoverageDecided.class, "/explanations/0", "{\"reasons\":[]}", "an explanation has a reason"),
                Arguments.of(
                        CoverageDecided.class,
                        "/explanations/0/reasons/0",
                        "{\"text\":{\"en\":\"a\"}}",
                        "a reason is told in both languages"),
                Arguments.of(ServiceAuthorised.class, "/lines/0", "{\"parts\":[]}", "route PARTS sends parts"),
                Arguments.of(
                        ServiceAuthorised.class, "/lines/0", "{\"route\":\"ON_SITE\"}", "only route PARTS sends parts"),
                Arguments.of(QuoteIssued.class, "", "{\"quote\":0}", "quotes are counted from 1"),
                Arguments.of(QuoteIssued.class, "", "{\"items\":[]}", "a quote has an item"),
                Arguments.of(QuoteIssued.class, "/total", "{\"amount\":\"-0.01\"}", "nothing is below zero"),
                Arguments.of(QuoteIssued.class, "/total", "{\"currency\":\"eur\"}", "currencies are ISO 4217"),
                Arguments.of(QuoteDeclined.class, "", "{\"reason\":\"TOO_DEAR\"}", "reason is one of three"),
                Arguments.of(DiagnosisStarted.class, "", "{\"mode\":\"GUESS\"}", "mode is one of two"),
                Arguments.of(PartsReleased.class, "", "{\"lines\":[1,1]}", "a line is named once"),
                Arguments.of(PartsReleased.class, "/parts/0", "{\"quantity\":0}", "quantity is at least 1"),
                Arguments.of(CustomerUpdated.class, "", "{\"cipher\":\"{}\"}", "a contact is never in clear"),
                Arguments.of(CustomerUpdated.class, "", "{\"version\":0}", "contact versions start at 1"),
                Arguments.of(NotificationSent.class, "", "{\"causedBy\":\"claims\"}", "a cause is an event id"),
                Arguments.of(NotificationFailed.class, "", "{\"reason\":\"550 a@b.example\"}", "no mail addresses"),
                Arguments.of(BatchNoticeRequested.class, "", "{\"units\":0}", "a notice is about a unit"),
                Arguments.of(BatchNoticeRequested.class, "", "{\"serials\":[\"1\",\"1\"]}", "a unit is named once"),
                Arguments.of(BatchNoticeWithdrawn.class, "", "{\"kind\":\"ALL\"}", "kind is one of two"),
                Arguments.of(BatchNoticeRequested.class, "/customer", "{\"contactVersion\":0}", "versions start at 1"),
                Arguments.of(NoticeFailed.class, "", "{\"reason\":\"550 a@b.example\"}", "no mail addresses"),
                Arguments.of(DeadlineWarned.class, "", "{\"number\":1}", "only a reminder has a number"),
                Arguments.of(DeadlineWarned.class, "", "{\"kind\":\"REMINDER\"}", "a reminder has a number"),
                Arguments.of(
                        DeadlineWarned.class,
                        "",
                        "{\"kind\":\"REMINDER\",\"number\":1,\"heldSince\":\"2026-11-16T16:42:10+08:00\"}",
                        "a reminder holds nothing off"),
                Arguments.of(
                        DeadlineWarned.class, "", "{\"kind\":\"REMINDER\",\"number\":0}", "reminders count from 1"),
                Arguments.of(DeadlineWarned.class, "", "{\"tell\":[\"AGENT\",\"AGENT\"]}", "told once"),
                Arguments.of(DeadlineWarned.class, "/promise/words", "{\"zh\":\" \"}", "told in both languages"),
                Arguments.of(DeadlineBreached.class, "", "{\"zone\":\"+08:00 \"}", "a zone has a name"),
                Arguments.of(DeadlineBreached.class, "", "{\"lines\":[]}", "a promise is about lines"),
                Arguments.of(DeadlineBreached.class, "/promise", "{\"stop\":\"diagnosis\"}", "a code of the policy"),
                Arguments.of(DeadlineEscalated.class, "", "{\"number\":0}", "steps count from 1"),
                Arguments.of(DeadlineEscalated.class, "", "{\"tell\":[\"CUSTOMER\"]}", "not the customer's to see to"),
                Arguments.of(DeadlineEscalated.class, "", "{\"tell\":[]}", "it is put before somebody"),
                Arguments.of(ClaimExpired.class, "", "{\"clause\":\" \"}", "a clause ends them"),
                Arguments.of(ClaimWithdrawn.class, "", "{\"lines\":[]}", "something is withdrawn"),
                Arguments.of(DeviceReportedLate.class, "", "{\"what\":\"LOST\"}", "it was sent, or came"),
                Arguments.of(
                        DeviceReportedLate.class,
                        "",
                        "{\"heldUntil\":\"2026-12-08T15:59:59Z\"}",
                        "what has come is waited for no more"),
                Arguments.of(PolicyVersionPublished.class, "", "{\"sha256\":\"A1\"}", "a hash is whole"),
                Arguments.of(PolicyVersionPublished.class, "/batchRules/0", "{\"units\":1}", "one is no batch"),
                Arguments.of(PolicyVersionPublished.class, "/batchRules/0", "{\"units\":10001}", "nobody reaches that"),
                Arguments.of(PolicyVersionPublished.class, "/batchRules/0", "{\"window\":\"-PT24H\"}", "days to come"),
                Arguments.of(
                        PolicyVersionPublished.class,
                        "/batchRules/0",
                        "{\"groupedBy\":[\"LOT\"]}",
                        "different models are no batch"),
                Arguments.of(
                        PolicyVersionPublished.class,
                        "/batchRules/0",
                        "{\"groupedBy\":[\"MODEL\",\"COLOUR\"]}",
                        "a key is one of four"),
                Arguments.of(
                        PolicyVersionPublished.class,
                        "/batchRules/0",
                        "{\"groupedBy\":[\"MODEL\",\"MODEL\"]}",
                        "a key is named once"),
                Arguments.of(
                        PolicyVersionPublished.class,
                        "/batchRules/0/plan/told",
                        "{\"breached\":[\"CUSTOMER\"]}",
                        "the plan is the vendor's"),
                Arguments.of(
                        PolicyVersionPublished.class, "/batchRules/0/text", "{\"zh\":\" \"}", "told in both languages"),
                Arguments.of(BatchIssueDetected.class, "", "{\"lines\":[]}", "a batch has a line"),
                Arguments.of(BatchIssueDetected.class, "", "{\"episode\":0}", "issues of a group count from 1"),
                Arguments.of(BatchIssueDetected.class, "", "{\"tell\":[\"CUSTOMER\"]}", "the alarm is the vendor's"),
                Arguments.of(BatchIssueGrew.class, "", "{\"units\":-1}", "units are counted from 0"),
                Arguments.of(GroupGauged.class, "", "{\"trend\":\"UP\"}", "a trend is one of three"),
                Arguments.of(GroupGauged.class, "", "{\"units\":0}", "an empty group was seen nowhere"),
                Arguments.of(GroupGauged.class, "", "{\"lots\":[\"1\",\"1\"]}", "a lot is named once"),
                Arguments.of(GroupGauged.class, "/text", "{\"zh\":\" \"}", "told in both languages"),
                Arguments.of(EmergencyPlanWarned.class, "", "{\"after\":\"P1D\"}", "a duration is in hours"),
                Arguments.of(EmergencyPlanWarned.class, "", "{\"tell\":[\"CUSTOMER\"]}", "the plan is the vendor's"),
                Arguments.of(EmergencyPlanOverdue.class, "", "{\"tell\":[\"CUSTOMER\"]}", "the plan is the vendor's"),
                Arguments.of(EmergencyPlanOverdue.class, "/text", "{\"zh\":\" \"}", "told in both languages"),
                Arguments.of(EmergencyPlanInitiated.class, "", "{\"owner\":\"a@b.example\"}", "no mail addresses"),
                Arguments.of(EmergencyPlanInitiated.class, "", "{\"owner\":\"Viktor V\"}", "an id, no name"),
                Arguments.of(EmergencyPlanInitiated.class, "", "{\"containment\":\"HOPE\"}", "a step is one of four"),
                Arguments.of(EmergencyPlanInitiated.class, "", "{\"lots\":[\"1\",\"1\"]}", "a lot is named once"),
                Arguments.of(EmergencyPlanInitiated.class, "", "{\"tell\":[\"CUSTOMER\"]}", "the plan is the vendor's"),
                Arguments.of(BatchIssueResolved.class, "", "{\"kind\":\"GONE\"}", "closed as one of two"),
                Arguments.of(BatchIssueResolved.class, "", "{\"resolvedBy\":\"Viktor V\"}", "an id, no name"),
                Arguments.of(BatchIssueResolved.class, "", "{\"tell\":[\"CUSTOMER\"]}", "the issue is the vendor's"),
                Arguments.of(EmergencyPartsWanted.class, "/parts/0", "{\"quantity\":0}", "quantity is at least 1"),
                Arguments.of(EmergencyStockAssessed.class, "/parts/0", "{\"free\":-1}", "nothing is below zero"),
                Arguments.of(EmergencyStockAssessed.class, "/parts/0", "{\"served\":-1}", "nothing is below zero"),
                Arguments.of(EmergencyPartsReserved.class, "/parts/0", "{\"reserved\":-1}", "nothing is below zero"),
                Arguments.of(ShippingHeld.class, "", "{\"lots\":[\"1\",\"1\"]}", "a lot is named once"),
                Arguments.of(ClockAdvanced.class, "", "{\"vendor\":\"exporter\"}", "time is no vendor's"),
                Arguments.of(ClockAdvanced.class, "", "{\"by\":\"-PT1H\"}", "time goes forward"),
                Arguments.of(ClockAdvanced.class, "", "{\"offset\":\"PT\"}", "a duration is whole"),
                Arguments.of(PolicyVersionPublished.class, "", "{\"pack\":\" \"}", "the terms are told"),
                Arguments.of(CalendarVersionEntered.class, "", "{\"years\":[]}", "a calendar holds a year"),
                Arguments.of(CalendarVersionEntered.class, "", "{\"years\":[2027,2027]}", "a year is named once"),
                Arguments.of(CalendarYearWanted.class, "", "{\"year\":27}", "a year is whole"),
                Arguments.of(CalendarYearWanted.class, "/words", "{\"zh\":\" \"}", "told in both languages"),
                Arguments.of(CalendarYearWanted.class, "", "{\"version\":0}", "versions count from 1"),
                Arguments.of(PolicyNoticeRequested.class, "", "{\"customers\":[]}", "a notice is for somebody"),
                Arguments.of(PolicyNoticeWithdrawn.class, "", "{\"customers\":[]}", "told to somebody"),
                Arguments.of(PolicyNoticeWithdrawn.class, "", "{\"withdrawnAt\":\"today\"}", "an instant"),
                Arguments.of(PolicyNoticeRequested.class, "/changes/0", "{\"zh\":\" \"}", "told in both languages"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void accepts(Class<? extends Event> event, String object, String change, String why) {
        assertThat(errorsAfter(event, object, change)).as(why).isEmpty();
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                Arguments.of(ClaimSubmitted.class, "/lines/1", "{\"quantity\":40}", "a quantity without serials"),
                Arguments.of(ClaimSubmitted.class, "", "{\"submittedAt\":\"2026-11-16T16:42:10+08:00\"}", "any offset"),
                Arguments.of(DeadlineWarned.class, "", "{\"kind\":\"REMINDER\",\"number\":3}", "the third reminder"),
                Arguments.of(
                        DeadlineWarned.class,
                        "",
                        "{\"heldSince\":\"2026-11-16T16:42:10+08:00\"}",
                        "an ending held off"),
                Arguments.of(DeadlineBreached.class, "", "{\"tell\":[]}", "a breach that nobody is told of"),
                Arguments.of(CoverageDecided.class, "/lines/0", "{\"verdict\":\"COVERED_PARTIAL\"}", "partial cover"),
                Arguments.of(
                        ServiceAuthorised.class,
                        "/lines/0",
                        "{\"route\":\"ON_SITE\",\"parts\":[]}",
                        "another route without parts"));
    }

    @Test
    void readsAVerdictOfBeforeThereWereExplanations() {
        ObjectNode data = (ObjectNode) JSON.readTree(Schemas.exampleOf(CoverageDecided.class));
        data.remove("explanations");

        assertThat(Validation.errors(Schemas.idOf("claims.coverage-decided.v1"), data))
                .isEmpty();
        assertThat(JSON.treeToValue(data, CoverageDecided.class).explanations()).isEmpty();
    }

    private static List<Error> errorsAfter(Class<? extends Event> event, String object, String change) {
        JsonNode data = JSON.readTree(Schemas.exampleOf(event));
        ((ObjectNode) data.at(object)).setAll((ObjectNode) JSON.readTree(change));
        return Validation.errors(Schemas.idOf(EventTypes.typeOf(event)), data);
    }
}
