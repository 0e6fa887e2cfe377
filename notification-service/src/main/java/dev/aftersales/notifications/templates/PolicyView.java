package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the templates about policies can name. */
final class PolicyView {

    private final Language language;

    PolicyView(Language language) {
        this.language = language;
    }

    Map<String, Object> of(PolicyNews news) {
        return switch (news) {
            case PolicyNews.PolicyNotice notice -> notice(notice);
            case PolicyNews.PolicyNoticeWithdrawn withdrawn -> withdrawn(withdrawn);
            case PolicyNews.CalendarYearWanted wanted -> wanted(wanted);
        };
    }

    private Map<String, Object> notice(PolicyNews.PolicyNotice notice) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", notice.policyVersion());
        view.put("effectiveFrom", language.start(notice.effectiveFrom(), notice.zone()));
        view.put("changes", notice.changes().stream().map(this::sentence).toList());
        if (notice.moreChanges() > 0) {
            view.put("more", notice.moreChanges());
        }
        return view;
    }

    private Map<String, Object> withdrawn(PolicyNews.PolicyNoticeWithdrawn withdrawn) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("policyVersion", withdrawn.policyVersion());
        if (withdrawn.inForce() != null) {
            view.put("inForce", withdrawn.inForce());
        }
        PolicyNoticeWithdrawn.Next next = withdrawn.next();
        if (next != null) {
            view.put(
                    "next",
                    Map.of("version", next.version(), "from", language.start(next.effectiveFrom(), next.zone())));
        }
        return view;
    }

    private Map<String, Object> wanted(PolicyNews.CalendarYearWanted wanted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("calendar", wanted.calendar());
        view.put("version", wanted.version());
        view.put("calendarName", PlainText.line(language.in(wanted.words())));
        view.put("year", Integer.toString(wanted.year()));
        view.put("begins", language.moment(wanted.beginsAt(), wanted.zone()));
        view.put(wanted.awaited() ? "awaited" : "ahead", true);
        return view;
    }

    private String sentence(Change change) {
        return PlainText.sentence(
                switch (language) {
                    case EN -> change.en();
                    case ZH -> change.zh();
                });
    }
}
