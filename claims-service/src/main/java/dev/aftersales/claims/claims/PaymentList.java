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
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists the payments that pay for nothing and wait for somebody, from an index that starts with the vendor. */
final class PaymentList {

    private final Claims claims;

    PaymentList(Claims claims) {
        this.claims = claims;
    }

    /**
     * A payment as it stands in the list.
     *
     * @param number in its claim; it is settled under it
     * @param quote that it was meant for
     * @param expected what would have paid that quote; absent when the claim has no such quote
     * @param reason why it pays for nothing, a code
     * @param at since when it waits
     */
    record Row(
            String claimId,
            String organisation,
            int number,
            String paymentId,
            String toldBy,
            int quote,
            @Nullable Money expected,
            Money received,
            Instant paidAt,
            String reason,
            Instant at) {

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
                    unapplied.at());
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
        List<Claim> found = claims.query(and(filters), descending(ClaimType.UNAPPLIED_AT, "_id"), limit + 1);
        Page<List<Row>> page = Cursor.page(
                found,
                limit,
                claim -> new Cursor(Objects.requireNonNull(ClaimType.unappliedAt(claim)), claim.id()),
                PaymentList::rows);
        return new Page<>(page.items().stream().flatMap(List::stream).toList(), page.next());
    }

    private static List<Row> rows(Claim claim) {
        return claim.unappliedPayments().stream()
                .filter(UnappliedPayment::open)
                .map(payment -> Row.of(claim, payment))
                .toList()
                .reversed();
    }
}
