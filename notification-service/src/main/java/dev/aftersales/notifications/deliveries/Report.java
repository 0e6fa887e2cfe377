package dev.aftersales.notifications.deliveries;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import dev.aftersales.contracts.events.notifications.NoticeSent;
import dev.aftersales.contracts.events.notifications.NotificationFailed;
import dev.aftersales.contracts.events.notifications.NotificationSent;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import dev.aftersales.notifications.templates.PolicyNews;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the suite is told of a letter: of one about a claim otherwise than of one about a policy. Of one about neither,
 * nothing: nobody counts on it, and the list of notifications shows it.
 */
final class Report {

    private Report() {}

    /** The mail server accepted it. */
    static List<Event> sent(Letter letter, Instant at) {
        String template = letter.news().template().id();
        About notice = about(letter.news());
        if (notice != null) {
            return List.of(new NoticeSent(
                    letter.id(),
                    letter.vendor(),
                    notice.noticeId(),
                    notice.policyVersion(),
                    customer(letter),
                    template,
                    letter.causedBy(),
                    at));
        }
        if (isCountedOnByNobody(letter)) {
            return List.of();
        }
        return List.of(
                new NotificationSent(letter.id(), letter.vendor(), claim(letter), template, letter.causedBy(), at));
    }

    /**
     * It is given up.
     *
     * @param reason the mail server's reply code, or {@code erased}
     */
    static List<Event> failed(Letter letter, String reason, Instant at) {
        String template = letter.news().template().id();
        About notice = about(letter.news());
        if (notice != null) {
            return List.of(new NoticeFailed(
                    letter.id(),
                    letter.vendor(),
                    notice.noticeId(),
                    notice.policyVersion(),
                    customer(letter),
                    template,
                    letter.causedBy(),
                    reason,
                    at));
        }
        if (isCountedOnByNobody(letter)) {
            return List.of();
        }
        return List.of(new NotificationFailed(
                letter.id(), letter.vendor(), claim(letter), template, letter.causedBy(), reason, at));
    }

    /** Which notice a letter is about. */
    private record About(String noticeId, String policyVersion) {}

    private static @Nullable About about(News news) {
        if (news instanceof PolicyNews.PolicyNotice notice) {
            return new About(notice.noticeId(), notice.policyVersion());
        }
        return news instanceof PolicyNews.PolicyNoticeWithdrawn withdrawn
                ? new About(withdrawn.noticeId(), withdrawn.policyVersion())
                : null;
    }

    private static boolean isCountedOnByNobody(Letter letter) {
        return switch (letter.news()) {
            case PolicyNews.CalendarYearWanted wanted -> true;
            case BatchNews.OfBatchIssue batch -> true;
            case BatchNews.BatchNotice notice -> true;
            case BatchNews.BatchNoticeWithdrawn withdrawn -> true;
            default -> false;
        };
    }

    private static String customer(Letter letter) {
        return Objects.requireNonNull(letter.customer(), "a notice is for a customer")
                .id();
    }

    private static String claim(Letter letter) {
        return Objects.requireNonNull(letter.claim(), "all other news are about a claim");
    }
}
