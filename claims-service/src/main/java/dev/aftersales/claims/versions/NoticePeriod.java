package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether every customer was told, and long enough before (A6.2; the days are a reading, R-A13). */
final class NoticePeriod {

    private NoticePeriod() {}

    /**
     * The instant at which the notice period of the version in force is over: so many whole days of its zone after the day
     * of the last mail; absent when the policy asks for no notice, or nobody had to be told.
     */
    static @Nullable Instant end(PolicyRules inForce, NoticeFigures figures) {
        Governance.Notice notice = inForce.governance().notice();
        Instant last = figures.lastSentAt();
        if (notice == null || last == null) {
            return null;
        }
        return endAfter(inForce.zone(), notice.days().value(), last);
    }

    /** The clause that asks for the notice, and the reading that says how long before. */
    static Basis basis(Governance.Notice notice) {
        return new Basis(
                notice.clause(), notice.reading() == null ? notice.days().reading() : notice.reading());
    }

    /** The instant at which so many whole days after the day of an instant are over. */
    static Instant endAfter(ZoneId zone, int days, Instant from) {
        return from.atZone(zone)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * What stands in the way. The days need not be over for a version to be set ahead: it takes effect by itself at an
     * instant after them, as the customers were told.
     *
     * @param inForce the version whose customers are told
     * @param noticed whether the notice was asked for
     * @param figures taken when everybody had been looked for
     * @param newcomers of those who are still to be told, who came after the notice
     * @param effectiveFrom from when on the new version would take effect
     */
    static List<Refusal> refusals(
            PolicyRules inForce, boolean noticed, NoticeFigures figures, int newcomers, Instant effectiveFrom) {
        Governance.Notice notice = inForce.governance().notice();
        if (notice == null) {
            return List.of();
        }
        Basis basis = basis(notice);
        if (!noticed) {
            return List.of(Refusal.by(
                    basis,
                    "notice-sent",
                    "No customer has been told of this version. POST its notice first; it takes effect "
                            + notice.days().value() + " days after the last mail at the earliest."));
        }
        List<Refusal> refusals = new ArrayList<>();
        int waiting = figures.waiting();
        if (waiting > 0) {
            refusals.add(Refusal.by(
                    basis,
                    "notice-sent",
                    waiting + " of " + figures.affected() + " customers are still to be told"
                            + (newcomers > 0 ? ", " + newcomers + " of whom came after the notice" : "")
                            + ". Their mails are under way; activate again when all are sent."));
        }
        if (figures.failed() > 0) {
            refusals.add(Refusal.by(
                    basis,
                    "notice-sent",
                    "No mail reached " + figures.failed() + " of " + figures.affected()
                            + " customers. Have their contacts put right, and POST the notice again: only they get"
                            + " another mail. Whom somebody told by other means, POST as told under the notice."));
        }
        Uncontacted.Found uncontacted = figures.uncontacted();
        if (uncontacted.count() > 0) {
            int more = uncontacted.count() - uncontacted.first().size();
            refusals.add(Refusal.by(
                    basis,
                    "notice-sent",
                    uncontacted.count() + " of " + figures.affected()
                            + " clients hold a contract and have nobody on record to be mailed: "
                            + String.join(", ", uncontacted.first()) + (more > 0 ? " and " + more + " more" : "")
                            + ". Have one of each put a contact on record, or tell them by other means and POST them"
                            + " as told under the notice."));
        }
        Instant end = end(inForce, figures);
        if (end != null && effectiveFrom.isBefore(end)) {
            refusals.add(Refusal.by(
                    basis,
                    "effective-after-notice",
                    "The version would take effect at " + effectiveFrom + ", before the notice period of "
                            + notice.days().value() + " days is over at " + end
                            + ". Activate it with an effectiveFrom from then on; that need not be waited for."));
        }
        return refusals;
    }

    /** That a version was set to take effect and somebody has not been told of it; absent when all have. */
    static Optional<Warning> missed(NoticeFigures figures) {
        int missed = figures.failed() + figures.waiting();
        return missed == 0
                ? Optional.empty()
                : Optional.of(new Warning(
                        "notice-sent",
                        "The version is set to take effect, and " + missed + " of " + figures.affected()
                                + " customers have not been told of it by mail. Tell them by other means, or withdraw it"
                                + " before it takes effect."));
    }
}
