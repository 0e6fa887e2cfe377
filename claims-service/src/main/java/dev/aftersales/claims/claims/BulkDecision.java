package dev.aftersales.claims.claims;

import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's one word on lines of a batch issue. It is carried out claim by claim, in the order of their ids, each by the
 * command of a single decision.
 *
 * @param selected what it is about; empty for all lines of the issue
 * @param reason the one explanation in the person's words, for each of the lines and their customers
 * @param by the person's id
 * @param roles that the person had when it was ordered
 * @param hash of the request, by which a repeat is known from another one
 * @param after the last claim that is done with; the empty string before the first
 * @param claims how many claims are done with
 * @param decided how many of their lines it decided
 * @param refused how many it could not
 * @param doneAt absent while claims are left
 */
record BulkDecision(
        String id,
        String vendor,
        String batchIssue,
        Order order,
        List<Selected> selected,
        String reason,
        String by,
        Set<Role> roles,
        Instant askedAt,
        String hash,
        String after,
        int claims,
        int decided,
        int refused,
        @Nullable Instant doneAt) {

    BulkDecision {
        selected = List.copyOf(selected);
        roles = Set.copyOf(roles);
    }

    /** What is decided. */
    sealed interface Order {

        /** The suspicion that lines wait with is settled. */
        record Settle(Review.Outcome outcome) implements Order {}

        /**
         * More is granted than the verdict does.
         *
         * @param items that the vendor bears; empty for all
         * @param route of the service; absent for that of the diagnosis
         */
        record Grant(List<ChargeItem> items, @Nullable Route route) implements Order {
            public Grant {
                items = List.copyOf(items);
            }
        }
    }

    /**
     * Lines of a claim.
     *
     * @param lines empty for all that count in the issue
     */
    record Selected(String claim, List<Integer> lines) {
        Selected {
            lines = List.copyOf(lines);
        }

        /** Both of the same claim; all lines where one of them says so. */
        Selected and(Selected other) {
            return lines.isEmpty() || other.lines.isEmpty()
                    ? new Selected(claim, List.of())
                    : new Selected(
                            claim,
                            Stream.concat(lines.stream(), other.lines.stream()).toList());
        }
    }

    boolean open() {
        return doneAt == null;
    }

    /** The person, as far as a decision asks. */
    Caller caller() {
        return new Caller(by, null, Set.of(vendor), roles, null, null, null);
    }

    /** These claims are done with. */
    BulkDecision past(List<BulkOutcome> outcomes) {
        int more = outcomes.stream().mapToInt(BulkOutcome::decidedLines).sum();
        int less = outcomes.stream().mapToInt(BulkOutcome::refusedLines).sum();
        return with(outcomes.getLast().claim(), claims + outcomes.size(), decided + more, refused + less, null);
    }

    BulkDecision done(Instant at) {
        return with(after, claims, decided, refused, at);
    }

    private BulkDecision with(String last, int seen, int more, int less, @Nullable Instant at) {
        return new BulkDecision(
                id, vendor, batchIssue, order, selected, reason, by, roles, askedAt, hash, last, seen, more, less, at);
    }
}
