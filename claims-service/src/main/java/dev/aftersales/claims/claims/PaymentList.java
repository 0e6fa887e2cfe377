package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists the payments that pay for nothing and wait for somebody, from an index that starts with the vendor. */
final class PaymentList {

    private final Claims claims;
    private final StrayPayments strays;

    PaymentList(Claims claims, StrayPayments strays) {
        this.claims = claims;
        this.strays = strays;
    }

    /**
     * A payment as it stands in the list.
     *
     * @param claimId as the provider named it
     * @param organisation whose claim it is; absent where the vendor has no such claim
     * @param number in its claim
     * @param quote that it was meant for
     * @param expected what would have paid that quote; absent when the claim has no such quote
     * @param reason why it pays for nothing, a code
     * @param at since when it waits
     * @param settlement where somebody says how it was settled, a path of the public API
     */
    record Row(
            String claimId,
            @Nullable String organisation,
            int number,
            String paymentId,
            String toldBy,
            int quote,
            @Nullable Money expected,
            Money received,
            Instant paidAt,
            String reason,
            Instant at,
            String settlement) {

        static Row of(Claim claim, UnappliedPayment unapplied) {
            return new Row(
                    claim.id(),
                    claim.organisation(),
                    unapplied.number(),
                    unapplied.payment().paymentId(),
                    unapplied.by().id(),
                    unapplied.quote(),
                    unapplied.expected(),
                    unapplied.payment().amount(),
                    unapplied.payment().paidAt(),
                    unapplied.why(),
                    unapplied.at(),
                    "/api/v1/claims/" + claim.id() + "/payments/" + unapplied.number() + "/settlement");
        }

        static Row of(StrayPayment stray) {
            UnappliedPayment unapplied = stray.payment();
            return new Row(
                    stray.claimId(),
                    null,
                    unapplied.number(),
                    unapplied.payment().paymentId(),
                    unapplied.by().id(),
                    unapplied.quote(),
                    null,
                    unapplied.payment().amount(),
                    unapplied.payment().paidAt(),
                    unapplied.why(),
                    unapplied.at(),
                    "/api/v1/payments/" + stray.id() + "/settlement");
        }
    }

    /**
     * A page of a vendor's, the claim with the latest such payment first. A claim's payments stand on one page, so that a
     * page of so many claims may have some more rows.
     */
    Page<Row> unapplied(String vendor, @Nullable String cursor, @Nullable Integer requestedLimit) {
        int limit = Cursor.limit(requestedLimit);
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor), gt(ClaimType.UNAPPLIED_AT, Instant.EPOCH)));
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(ClaimType.UNAPPLIED_AT));
        }
        Bson order = descending(ClaimType.UNAPPLIED_AT, "_id");
        List<Waiting> found = Stream.concat(
                        claims.query(and(filters), order, limit + 1).stream().map(Waiting::of),
                        strays.query(and(filters), order, limit + 1).stream().map(Waiting::of))
                .sorted(Comparator.comparing(Waiting::at)
                        .thenComparing(Waiting::id)
                        .reversed())
                .limit(limit + 1L)
                .toList();
        Page<List<Row>> page =
                Cursor.page(found, limit, waiting -> new Cursor(waiting.at(), waiting.id()), Waiting::rows);
        return new Page<>(page.items().stream().flatMap(List::stream).toList(), page.next());
    }

    /** A place in the list: a claim with such payments, or one that has no claim. */
    private record Waiting(Instant at, String id, List<Row> rows) {

        static Waiting of(Claim claim) {
            return new Waiting(
                    Objects.requireNonNull(ClaimType.unappliedAt(claim)), claim.id(), PaymentList.rows(claim));
        }

        static Waiting of(StrayPayment stray) {
            return new Waiting(stray.payment().at(), stray.id(), List.of(Row.of(stray)));
        }
    }

    private static List<Row> rows(Claim claim) {
        return claim.unappliedPayments().stream()
                .filter(UnappliedPayment::open)
                .map(payment -> Row.of(claim, payment))
                .toList()
                .reversed();
    }
}
