package dev.aftersales.notifications.templates;

import java.util.Locale;

/** The messages that customers and the vendors' teams may get. */
public enum Template {
    CLAIM_RECEIVED,
    EVIDENCE_REQUESTED,
    COVERAGE_DECIDED,
    COVERAGE_DISPUTED,
    DISPUTE_DECIDED,
    QUOTE_REQUESTED,
    QUOTE_ISSUED,
    QUOTE_ACCEPTED,
    QUOTE_DECLINED,
    QUOTE_EXPIRED,
    PAYMENT_RECEIVED,
    PARTS_BACKORDERED,
    PARTS_RELEASED,
    PARTS_DISPATCHED,
    DELIVERED,
    CLAIM_CLOSED,
    CLAIM_EXPIRED,
    DEADLINE_REMINDER,
    DEADLINE_MISSED,
    CLOSING_HELD,
    DEVICE_REPORTED_LATE,
    DEVICE_TO_SEE_TO,
    DEADLINE_WARNED,
    DEADLINE_BREACHED,
    DEADLINE_ESCALATED,
    POLICY_NOTICE,
    POLICY_NOTICE_WITHDRAWN,
    CALENDAR_YEAR_WANTED,
    BATCH_ISSUE_DETECTED,
    EMERGENCY_PLAN_WARNED,
    EMERGENCY_PLAN_OVERDUE,
    EMERGENCY_PLAN_INITIATED,
    BATCH_ISSUE_RESOLVED,
    FAILED_UNITS_NOTICE,
    SISTER_UNITS_NOTICE,
    BATCH_NOTICE_WITHDRAWN;

    /** The name in events, metrics and resources, for example {@code claim-received}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
