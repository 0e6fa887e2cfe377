package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.claims.versions.NoticeRequest.State;
import dev.aftersales.claims.versions.NoticeRequest.ToldOrganisation;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Who was asked to be told of which version, and what became of it. */
final class NoticeRequests {

    private static final int PAGE = 50;

    private final Aggregates<NoticeRequest> requests;

    NoticeRequests(Aggregates<NoticeRequest> requests) {
        this.requests = requests;
    }

    /** How far the notice of a version has come; reads its requests page by page. */
    NoticeFigures figures(String vendor, String version) {
        NoticeFigures figures = NoticeFigures.NONE;
        List<NoticeRequest> page;
        int last = 0;
        do {
            page = page(vendor, version, last);
            for (NoticeRequest request : page) {
                figures = figures.and(request);
                last = request.number();
            }
        } while (page.size() == PAGE);
        return figures;
    }

    /** The latest word on each of these customers who was asked to be told. */
    Map<String, Recipient> told(String vendor, String version, List<String> customers) {
        List<String> keys = customers.stream()
                .map(customer -> VersionTypes.told(version, customer))
                .toList();
        Map<String, NoticeRequest> latest = new HashMap<>();
        Map<String, Recipient> told = new HashMap<>();
        // A customer stands in more than one request only after a failure, which is rare.
        for (Stored<NoticeRequest> stored :
                requests.query(and(eq("vendor", vendor), in("told", keys)), ascending("_id"), Integer.MAX_VALUE)) {
            NoticeRequest request = stored.state();
            for (Recipient one : request.recipients()) {
                String id = one.customer().id();
                NoticeRequest before = latest.get(id);
                if (before == null || before.number() < request.number()) {
                    latest.put(id, request);
                    told.put(id, one);
                }
            }
        }
        return told;
    }

    /** Those of these organisations that were told of the version by other means than a mail. */
    Map<String, ToldOrganisation> toldOrganisations(String vendor, String version, List<String> organisations) {
        List<String> keys = organisations.stream()
                .map(organisation -> VersionTypes.toldOrganisation(version, organisation))
                .toList();
        Map<String, ToldOrganisation> told = new HashMap<>();
        for (Stored<NoticeRequest> stored :
                requests.query(and(eq("vendor", vendor), in("told", keys)), ascending("_id"), Integer.MAX_VALUE)) {
            stored.state().organisations().forEach(one -> told.put(one.organisation(), one));
        }
        return told;
    }

    /** The number that the version's next request takes; empty when the version was given up and none may follow. */
    OptionalInt nextNumber(String vendor, String version) {
        List<NoticeRequest> last = states(
                requests.query(and(eq("vendor", vendor), eq("policyVersion", version)), descending("number"), 1));
        if (last.isEmpty()) {
            return OptionalInt.of(1);
        }
        return last.getFirst().isSeal()
                ? OptionalInt.empty()
                : OptionalInt.of(last.getFirst().number() + 1);
    }

    /** Has every request of a version that was given up say, once, whom it told of it. */
    void revoke(String vendor, String version, Revocation revocation) {
        List<NoticeRequest> page;
        int last = 0;
        do {
            page = page(vendor, version, last);
            for (NoticeRequest request : page) {
                requests.<Boolean>decide(NoticeRequest.idOf(version, request.number()), stored -> {
                    NoticeRequest before = stored.state();
                    if (before.revocation() != null) {
                        return Decision.refuse(false);
                    }
                    NoticeRequest after = before.revoked(revocation);
                    return Decision.commit(after, true, after.news(before));
                });
                last = request.number();
            }
        } while (page.size() == PAGE);
    }

    /** @return false when another instance has taken the number */
    boolean insert(NoticeRequest request, PolicyNoticeRequested event) {
        return requests.insert(event.noticeId(), Change.of(request, event))
                instanceof Insertion.Inserted<NoticeRequest>;
    }

    /**
     * Takes down that a customer, or an organisation, was told by other means, or that no request follows; nobody is sent a
     * mail for it.
     *
     * @return false when another request has taken the number
     */
    boolean insert(NoticeRequest told) {
        return requests.insert(NoticeRequest.idOf(told.policyVersion(), told.number()), Change.of(told))
                instanceof Insertion.Inserted<NoticeRequest>;
    }

    /** The first customers whom no mail has reached and nobody has told otherwise. */
    List<String> unreached(String vendor, String version, int most) {
        Set<String> unreached = new LinkedHashSet<>();
        List<NoticeRequest> page;
        int last = 0;
        do {
            page = page(vendor, version, last);
            for (NoticeRequest request : page) {
                for (Recipient one : request.recipients()) {
                    if (one.state() == State.FAILED) {
                        unreached.add(one.customer().id());
                    } else {
                        unreached.remove(one.customer().id());
                    }
                }
                last = request.number();
            }
        } while (page.size() == PAGE);
        return unreached.stream().limit(most).toList();
    }

    private List<NoticeRequest> page(String vendor, String version, int after) {
        return states(requests.query(
                and(eq("vendor", vendor), eq("policyVersion", version), gt("number", after)),
                ascending("number"),
                PAGE));
    }

    private static List<NoticeRequest> states(List<Stored<NoticeRequest>> stored) {
        return stored.stream().map(Stored::state).toList();
    }
}
