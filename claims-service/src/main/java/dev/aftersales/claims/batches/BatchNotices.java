package dev.aftersales.claims.batches;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.EventId;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Who is told of which batch issue. */
final class BatchNotices {

    private static final int PIECE = 200;
    private static final String BATCH_ISSUE = "batchIssue";

    /** With its first event a customer is to be told. */
    private static final int REQUEST = 1;

    private static final AggregateType<BatchNotice> TYPE = AggregateType.of(
                    "batch-notices", BatchNotice.class, BatchNotice::vendor)
            .tellingOn(Topic.BATCH_NOTICES)
            .indexedBy(notice -> Map.of(BATCH_ISSUE, notice.batchIssue()))
            .withIndex(ascending(BATCH_ISSUE, "_id"));

    private final Aggregates<BatchNotice> notices;

    BatchNotices(AggregatesFactory factory) {
        this.notices = factory.of(TYPE);
    }

    /** Those of these customers who are told already. */
    Set<String> told(String batchIssue, Kind kind, Collection<String> customers) {
        Set<String> told = new HashSet<>();
        pieces(List.copyOf(customers)).forEach(piece -> {
            Map<String, String> ids = new LinkedHashMap<>();
            piece.forEach(customer -> ids.put(BatchNotice.idOf(batchIssue, kind, customer), customer));
            notices.ids(in("_id", ids.keySet()), "", PIECE).forEach(id -> told.add(ids.get(id)));
        });
        return told;
    }

    /**
     * Has customers told, except for those who are.
     *
     * @param lots the affected ones; none where they are not known, or all of the model are
     */
    void tell(KnownIssue issue, Kind kind, List<String> lots, Map<CustomerRef, Digest> digests) {
        Set<String> told = told(
                issue.id(), kind, digests.keySet().stream().map(CustomerRef::id).toList());
        List<CustomerRef> wanted = digests.keySet().stream()
                .filter(customer -> !told.contains(customer.id()))
                .toList();
        pieces(wanted).forEach(piece -> {
            Map<String, Change<BatchNotice>> firsts = new LinkedHashMap<>();
            piece.forEach(customer -> {
                String id = BatchNotice.idOf(issue.id(), kind, customer.id());
                firsts.put(id, first(id, issue, kind, lots, customer, Objects.requireNonNull(digests.get(customer))));
            });
            notices.insertAll(firsts);
        });
    }

    /** Takes back whatever customers were, or are, to be told of an issue that is none; repeatable. */
    void withdraw(String batchIssue, Instant at) {
        completeFields();
        String last = "";
        List<String> page;
        do {
            page = notices.ids(eq(BATCH_ISSUE, batchIssue), last, PIECE);
            page.forEach(id -> withdrawOne(id, at));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PIECE);
    }

    /** Has notices found by their issue that were stored before they were; costs one look at an index where there are none. */
    private void completeFields() {
        List<String> page;
        do {
            page = notices.ids(eq(BATCH_ISSUE, null), "", PIECE);
            page.forEach(id -> notices.decide(id, stored -> Decision.commit(stored.state(), id)));
        } while (!page.isEmpty());
    }

    private void withdrawOne(String id, Instant at) {
        notices.<Boolean>decide(id, stored -> {
            BatchNotice notice = stored.state();
            return notice.withdrawnAt() != null
                    ? Decision.refuse(false)
                    : Decision.commit(
                            notice.withdrawn(at),
                            true,
                            new BatchNoticeWithdrawn(
                                    id,
                                    notice.vendor(),
                                    notice.batchIssue(),
                                    EventId.of(Topic.BATCH_NOTICES, id, REQUEST),
                                    notice.kind(),
                                    notice.customer(),
                                    notice.units(),
                                    at));
        });
    }

    private static Change<BatchNotice> first(
            String id, KnownIssue issue, Kind kind, List<String> lots, CustomerRef customer, Digest digest) {
        UnitGroup group = Objects.requireNonNull(issue.group());
        return Change.of(
                new BatchNotice(issue.vendor(), issue.id(), kind, customer, digest.units(), null),
                new BatchNoticeRequested(
                        id,
                        issue.vendor(),
                        issue.id(),
                        kind,
                        customer,
                        group.model(),
                        group.faultFamily(),
                        lots,
                        digest.units(),
                        digest.unverified(),
                        digest.named(),
                        digest.claims(),
                        digest.faultCodes(),
                        digest.claimedWithoutSerial()));
    }

    private static <T> List<List<T>> pieces(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + PIECE)
                .mapToObj(from -> all.subList(from, Math.min(from + PIECE, all.size())))
                .toList();
    }
}
