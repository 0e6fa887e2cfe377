package dev.aftersales.notifications.templates;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the templates about promised times can name. Times are told in the zone of the policy. */
final class DeadlineView {

    /** What is the customer's to do; everything else that is promised is the vendor's. */
    private static final Map<String, String> CUSTOMERS_TO_DO =
            Map.of("DEVICE_SENT", "send", "DEVICE_RECEIVED", "arrive", "PAID", "pay");

    private final Language language;
    private final Instant at;

    /** @param at business time at which the letter is written */
    DeadlineView(Language language, Instant at) {
        this.language = language;
        this.at = at;
    }

    Map<String, Object> of(DeadlineNews news) {
        return switch (news) {
            case DeadlineNews.ClaimExpired expired -> expired(expired);
            case DeadlineNews.DeadlineReminder reminder -> reminder(reminder);
            case DeadlineNews.DeadlineMissed missed -> deadline(missed.deadline());
            case DeadlineNews.ClosingHeld held -> held(held);
            case DeadlineNews.DeviceReportedLate reported -> device(reported.device());
            case DeadlineNews.DeviceToSeeTo toSeeTo -> toSeeTo(toSeeTo);
            case DeadlineNews.DeadlineWarned warned -> warned(warned);
            case DeadlineNews.DeadlineBreached breached -> late(breached.deadline(), breached.countsFrom());
            case DeadlineNews.DeadlineEscalated escalated -> escalated(escalated);
        };
    }

    private Map<String, Object> expired(DeadlineNews.ClaimExpired expired) {
        Map<String, Object> view = deadline(expired.deadline());
        view.put(expired.claimClosed() ? "claimClosed" : "othersGoOn", true);
        view.put(
                "expiredAt",
                language.moment(expired.expiredAt(), expired.deadline().zone()));
        return view;
    }

    private Map<String, Object> reminder(DeadlineNews.DeadlineReminder reminder) {
        Map<String, Object> view = deadline(reminder.deadline());
        if (reminder.number() != null) {
            view.put("number", reminder.number());
            // The policy reminds of sending the device for the sake of the day on which the claim closes without it.
            if (view.remove("send") != null) {
                view.put("arrive", true);
            }
        }
        if (reminder.at().isAfter(reminder.deadline().dueAt())) {
            view.put("over", true);
        }
        return view;
    }

    private Map<String, Object> held(DeadlineNews.ClosingHeld held) {
        Map<String, Object> view = deadline(held.deadline());
        view.put(
                "was",
                language.moment(held.since().minusSeconds(1), held.deadline().zone()));
        return view;
    }

    private Map<String, Object> toSeeTo(DeadlineNews.DeviceToSeeTo toSeeTo) {
        Map<String, Object> view = device(toSeeTo.device());
        if (!toSeeTo.otherClaims().isEmpty()) {
            view.put("others", String.join(language.comma(), toSeeTo.otherClaims()));
        }
        return view;
    }

    private Map<String, Object> device(DeadlineNews.LateDevice device) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("clause", device.clause());
        view.put("lines", language.lines(device.lines()));
        view.put(device.sent() ? "sent" : "came", true);
        view.put(device.reopened() ? "goesOn" : "staysClosed", true);
        view.put("happenedAt", language.moment(device.happenedAt(), device.zone()));
        view.put("expiredAt", language.moment(device.expiredAt(), device.zone()));
        if (device.heldUntil() != null) {
            view.put("until", language.moment(device.heldUntil(), device.zone()));
        }
        return view;
    }

    private Map<String, Object> warned(DeadlineNews.DeadlineWarned warned) {
        Map<String, Object> view = deadline(warned.deadline());
        String zone = warned.deadline().zone();
        if (warned.number() != null) {
            view.put("number", warned.number());
        }
        view.put("countsFrom", language.moment(warned.countsFrom(), zone));
        view.put("warnedAt", language.moment(warned.at(), zone));
        return view;
    }

    private Map<String, Object> late(DeadlineNews.Deadline deadline, Instant countsFrom) {
        Map<String, Object> view = deadline(deadline);
        view.put("countsFrom", language.moment(countsFrom, deadline.zone()));
        view.put("late", language.length(Duration.between(deadline.dueAt(), at)));
        return view;
    }

    private Map<String, Object> escalated(DeadlineNews.DeadlineEscalated escalated) {
        Map<String, Object> view = late(escalated.deadline(), escalated.countsFrom());
        view.put("number", escalated.number());
        if (!view.containsKey("ours")) {
            view.put("customers", true);
        }
        return view;
    }

    private Map<String, Object> deadline(DeadlineNews.Deadline deadline) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", deadline.policyVersion());
        view.put("clause", deadline.clause());
        view.put("promised", PlainText.line(language.in(deadline.promise().words())));
        view.put("lines", language.lines(deadline.lines()));
        view.put("due", language.moment(deadline.dueAt(), deadline.zone()));
        view.put(CUSTOMERS_TO_DO.getOrDefault(deadline.promise().stop(), "ours"), true);
        return view;
    }
}
