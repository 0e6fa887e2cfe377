package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.contracts.PrintedCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists claims, newest first, from an index that starts with the vendor. */
final class ClaimList {

    private final Claims claims;
    private final Policies policies;

    ClaimList(Claims claims, Policies policies) {
        this.claims = claims;
        this.policies = policies;
    }

    /**
     * What is looked for; whatever is absent does not narrow the list.
     *
     * @param clause that the last decision on a line cites
     * @param reading that the last decision on a line rests on
     * @param quote how far a line has come with its quote
     * @param batchIssue in which a line counts
     * @param submittedFrom inclusive
     * @param submittedTo exclusive
     */
    record Filter(
            @Nullable ClaimState state,
            @Nullable String contract,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String clause,
            @Nullable String reading,
            @Nullable Quoted quote,
            @Nullable String batchIssue,
            @Nullable Instant submittedFrom,
            @Nullable Instant submittedTo) {

        Filter {
            model = PrintedCode.orNone(model);
            serial = PrintedCode.orNone(serial);
        }
    }

    /** How far a claim has come with a quote. */
    enum Quoted {
        /** A customer waits for one. */
        REQUESTED
    }

    /**
     * A page of what the caller may see of that vendor.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 422 for a reading that none of the vendor's versions has: an
     *     empty list would say that no decision rests on it
     */
    Page<ClaimSummary> page(
            Caller caller, String vendor, Filter filter, @Nullable String cursor, @Nullable Integer requestedLimit) {
        int limit = Cursor.limit(requestedLimit);
        refuseUnknown(filter.reading(), vendor);
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        if (!ClaimAccess.isStaff(caller)) {
            filters.add(eq(ClaimType.ORGANISATION, caller.organisationOrProblem()));
        }
        ClaimState state = filter.state();
        if (state != null) {
            filters.add(eq(ClaimType.STATE, state.name()));
        }
        addEqual(filters, ClaimType.CONTRACT, filter.contract());
        addEqual(filters, ClaimType.MODEL, filter.model());
        addEqual(filters, ClaimType.SERIALS, filter.serial());
        addEqual(filters, ClaimType.CLAUSES, filter.clause());
        addEqual(filters, ClaimType.READINGS, filter.reading());
        if (filter.quote() == Quoted.REQUESTED) {
            filters.add(eq(ClaimType.QUOTE, ClaimType.QUOTE_REQUESTED));
        }
        addEqual(filters, ClaimType.BATCH_ISSUES, filter.batchIssue());
        Instant from = filter.submittedFrom();
        if (from != null) {
            filters.add(gte(ClaimType.SUBMITTED_AT, from));
        }
        Instant to = filter.submittedTo();
        if (to != null) {
            filters.add(lt(ClaimType.SUBMITTED_AT, to));
        }
        if (cursor != null) {
            filters.add(Cursor.decode(cursor).after(ClaimType.SUBMITTED_AT));
        }
        List<Claim> found = claims.query(and(filters), descending(ClaimType.SUBMITTED_AT, "_id"), limit + 1);
        return Cursor.page(found, limit, claim -> new Cursor(claim.submittedAt(), claim.id()), ClaimSummary::of);
    }

    private void refuseUnknown(@Nullable String reading, String vendor) {
        if (reading == null) {
            return;
        }
        SortedSet<String> known = new TreeSet<>();
        policies.versions(vendor)
                .forEach(policy -> known.addAll(policy.rules().readings().keySet()));
        if (!known.contains(reading)) {
            throw Problem.status(422)
                    .type("reading-unknown")
                    .title("The policy has no such reading")
                    .detail(
                            known.isEmpty()
                                    ? "No version of vendor " + vendor + "'s policy has readings."
                                    : "The versions of vendor " + vendor + "'s policy know these readings: "
                                            + String.join(", ", known) + ".")
                    .with("field", "reading")
                    .with("readings", known)
                    .exception();
        }
    }

    private static void addEqual(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }
}
