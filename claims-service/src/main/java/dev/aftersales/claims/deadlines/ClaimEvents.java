package dev.aftersales.claims.deadlines;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said of claims, so that clocks can start and stop with it; and what of it comes before what. */
public final class ClaimEvents {

    /** In each row, whatever stands further on comes later, if it comes. */
    private static final List<List<String>> ORDER = List.of(
            List.of("CLAIM_RECEIVED", "ACK_SENT", "DIAGNOSIS_CONCLUDED", "DECISION_COVERED", "CARRIER_ACCEPTED"),
            List.of("CLAIM_RECEIVED", "DIAGNOSIS_REQUESTED", "DIAGNOSIS_CONCLUDED"),
            List.of("CLAIM_RECEIVED", "APPLICATION_ACCEPTED", "DEVICE_SENT", "DEVICE_RECEIVED", "REPAIR_COMPLETED"),
            List.of("CLAIM_RECEIVED", "PAYMENT_NOTICE", "PAID"),
            List.of("FAULT_REPORTED", "FIRST_HUMAN_RESPONSE", "ON_SITE_ARRIVAL"),
            List.of("DEPOT_RECEIVED", "REPAIR_COMPLETED"),
            List.of("FACTORY_RECEIVED", "REPAIRED"),
            List.of("UNIT_RECEIVED", "FAULT_VERIFIED_WITH_CUSTOMER"),
            List.of(
                    "UNIT_RECEIVED",
                    "FORWARDED_TO_MANUFACTURER",
                    "RETURNED_BY_MANUFACTURER",
                    "RETURN_HANDED_TO_CARRIER"),
            List.of("PROJECT_ACCEPTED", "INSPECTION_DONE"),
            List.of("PROJECT_ACCEPTED", "REVIEW_HELD"),
            List.of("CALL_RECEIVED", "CALL_ANSWERED"),
            List.of("THRESHOLD_REACHED", "PLAN_INITIATED"));

    private static final Set<String> SAID = new LinkedHashSet<>(List.of(
            "CLAIM_RECEIVED",
            "FAULT_REPORTED",
            "ACK_SENT",
            "DIAGNOSIS_CONCLUDED",
            "DIAGNOSIS_REQUESTED",
            "DECISION_COVERED",
            "CARRIER_ACCEPTED",
            "APPLICATION_ACCEPTED",
            "PAYMENT_NOTICE",
            "PAID",
            "DEVICE_SENT",
            "DEVICE_RECEIVED",
            "FIRST_HUMAN_RESPONSE"));

    private ClaimEvents() {}

    /** Whether anybody says that of a claim, as the suite is now. */
    public static boolean isSaid(String event) {
        return SAID.contains(event);
    }

    /** Whether the one is known to come after the other. */
    public static boolean comesAfter(String later, String earlier) {
        return ORDER.stream()
                .anyMatch(row ->
                        row.contains(later) && row.contains(earlier) && row.indexOf(later) > row.indexOf(earlier));
    }
}
