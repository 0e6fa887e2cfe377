package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn.Next;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody is told of a policy, or of what it needs. */
public sealed interface PolicyNews extends News {

    /**
     * The vendor's policy will change (A6.2).
     *
     * @param noticeId the request that named the customer
     * @param effectiveFrom the new version takes effect then, or later
     * @param moreChanges how many changes had no room among those told
     * @param zone of the policy, in which its day is meant; absent in a letter of before it was told
     */
    record PolicyNotice(
            String noticeId,
            String policyVersion,
            Instant effectiveFrom,
            List<Change> changes,
            int moreChanges,
            @Nullable String zone)
            implements PolicyNews {
        public PolicyNotice {
            changes = List.copyOf(changes);
        }

        @Override
        public Template template() {
            return Template.POLICY_NOTICE;
        }
    }

    /**
     * The vendor's policy will not change as the customer was told.
     *
     * @param noticeId the request that named the customer
     * @param policyVersion that does not take effect
     * @param inForce the version that is in force; absent where there is none
     * @param next the version that is set to take effect; absent where none is
     */
    record PolicyNoticeWithdrawn(
            String noticeId,
            String policyVersion,
            @Nullable String inForce,
            @Nullable Next next) implements PolicyNews {
        @Override
        public Template template() {
            return Template.POLICY_NOTICE_WITHDRAWN;
        }
    }

    /**
     * Those who keep a calendar are told that it lacks a year which is needed, now or soon. It is about no claim.
     *
     * @param calendar the vendor's name of it, for example {@code china}
     * @param version its newest one
     * @param words what people call it
     * @param beginsAt the first instant of the year
     * @param awaited whether a deadline waits for the year already
     * @param zone of the calendar
     */
    record CalendarYearWanted(
            String calendar, int version, Words words, int year, Instant beginsAt, boolean awaited, String zone)
            implements PolicyNews {
        public CalendarYearWanted {
            // As with a deadline.
            Objects.requireNonNull(ZoneId.of(zone));
        }

        @Override
        public Template template() {
            return Template.CALENDAR_YEAR_WANTED;
        }
    }
}
