package dev.aftersales.claims.batches;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.EventId;
import dev.aftersales.chassis.aggregate.Stored;
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
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

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
            .withIndex(ascending("vendor", BATCH_ISSUE, "_id"));

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

    /** Has customers told, except for those who are. */
    void tell(KnownIssue issue, Kind kind, Map<CustomerRef, Digest> digests) {
        Set<String> told = told(
                issue.id(), kind, digests.keySet().stream().map(CustomerRef::id).toList());
        List<CustomerRef> wanted = digests.keySet().stream()
                .filter(customer -> !told.contains(customer.id()))
                .toList();
        pieces(wanted).forEach(piece -> {
            Map<String, Change<BatchNotice>> firsts = new LinkedHashMap<>();
            piece.forEach(customer -> {
                String id = BatchNotice.idOf(issue.id(), kind, customer.id());
                firsts.put(id, first(id, issue, kind, customer, Objects.requireNonNull(digests.get(customer))));
            });
            notices.insertAll(firsts);
        });
    }

    /**
     * Takes back whatever customers were, or are, to be told of an issue that is none; repeatable.
     *
     * @param beside other issues of which alike units are: what a customer was told of these holds all the same
     */
    void withdraw(String vendor, String batchIssue, Instant at, List<String> beside) {
        completeFields(vendor);
        String last = "";
        List<String> page;
        do {
            page = notices.ids(of(vendor, batchIssue), last, PIECE);
            page.forEach(id -> withdrawOne(id, at, beside));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PIECE);
    }

    /** Has notices found by their issue that were stored before they were; costs one look at an index where there are none. */
    private void completeFields(String vendor) {
        List<String> page;
        do {
            page = notices.ids(of(vendor, null), "", PIECE);
            page.forEach(id -> notices.decide(id, stored -> Decision.commit(stored.state(), id)));
        } while (!page.isEmpty());
    }

    private static Bson of(String vendor, @Nullable String batchIssue) {
        return and(eq("vendor", vendor), eq(BATCH_ISSUE, batchIssue));
    }

    private void withdrawOne(String id, Instant at, List<String> beside) {
        BatchNotice found = notices.find(id).map(Stored::state).orElse(null);
        if (found == null || found.withdrawnAt() != null) {
            return;
        }
        String also = otherKindOf(found);
        List<String> standing = standing(found.customer().id(), beside);
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
                                    requestOf(id),
                                    notice.kind(),
                                    notice.customer(),
                                    notice.units(),
                                    at,
                                    also == null ? null : requestOf(also),
                                    standing.isEmpty() ? null : standing));
        });
    }

    /** What the customer is told of the same issue for the other reason. */
    private @Nullable String otherKindOf(BatchNotice notice) {
        Kind other =
                switch (notice.kind()) {
                    case FAILED_UNITS -> Kind.SISTER_UNITS;
                    case SISTER_UNITS -> Kind.FAILED_UNITS;
                };
        String id =
                BatchNotice.idOf(notice.batchIssue(), other, notice.customer().id());
        return notices.find(id).isPresent() ? id : null;
    }

    /** The first of these issues of which the customer is told. */
    private List<String> standing(String customer, List<String> beside) {
        Set<String> told = new HashSet<>();
        for (List<String> piece : pieces(beside)) {
            Map<String, String> ids = new LinkedHashMap<>();
            piece.forEach(issue ->
                    Stream.of(Kind.values()).forEach(kind -> ids.put(BatchNotice.idOf(issue, kind, customer), issue)));
            notices.ids(in("_id", ids.keySet()), "", ids.size()).forEach(id -> told.add(ids.get(id)));
        }
        return beside.stream()
                .filter(told::contains)
                .limit(BatchNoticeWithdrawn.MOST_STANDING)
                .toList();
    }

    private static String requestOf(String id) {
        return EventId.of(Topic.BATCH_NOTICES, id, REQUEST);
    }

    private static Change<BatchNotice> first(
            String id, KnownIssue issue, Kind kind, CustomerRef customer, Digest digest) {
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
                        digest.lots(),
                        digest.units(),
                        digest.unverified(),
                        digest.named(),
                        digest.claims(),
                        digest.faultCodes(),
                        digest.claimedWithoutSerial(),
                        digest.awaiting()));
    }

    private static <T> List<List<T>> pieces(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + PIECE)
                .mapToObj(from -> all.subList(from, Math.min(from + PIECE, all.size())))
                .toList();
    }
}
