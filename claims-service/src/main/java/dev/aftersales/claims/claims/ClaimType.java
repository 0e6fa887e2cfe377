package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.Topic;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How claims are kept, and by what they are found. */
final class ClaimType {

    static final String ORGANISATION = "organisation";
    static final String STATE = "claimState";
    static final String CONTRACT = "contract";
    static final String MODEL = "model";
    static final String SERIALS = "serials";
    static final String CLAUSES = "clauses";
    static final String READINGS = "readings";

    /** {@link #QUOTE_REQUESTED} while a line waits for the quote that the customer asked for; absent while none does. */
    static final String QUOTE = "quote";

    static final String QUOTE_REQUESTED = "REQUESTED";
    static final String SUBMITTED_AT = "submittedAt";

    /** When the first of the open quotes expires; absent while none does. */
    static final String QUOTE_EXPIRES_AT = "quoteExpiresAt";

    /** What clocks hang on and has happened to the claim. */
    static final String MILESTONES = "milestones";

    /** When the next deadline sets something off; absent while none will. */
    static final String DEADLINE_AT = "deadlineAt";

    /** What has to be entered into a calendar before all of its deadlines can be reckoned; absent while nothing has. */
    static final String AWAITS_YEAR = "awaitsYear";

    /** Batch issues in which lines count; absent where there is none. */
    static final String BATCH_ISSUES = "batchIssues";

    /** Since when the latest of the payments that pay for nothing waits for somebody; absent while none does. */
    static final String UNAPPLIED_AT = "unappliedAt";

    static final AggregateType<Claim> TYPE = AggregateType.of("claims", Claim.class, Claim::vendor)
            .tellingOn(Topic.CLAIMS)
            .indexedBy(ClaimType::fields)
            .withIndex(newestFirst("vendor"))
            .withIndex(newestFirst("vendor", ORGANISATION))
            .withIndex(newestFirst("vendor", STATE))
            .withIndex(newestFirst("vendor", CONTRACT))
            .withIndex(newestFirst("vendor", MODEL))
            .withIndex(newestFirst("vendor", SERIALS))
            .withIndex(newestFirst("vendor", CLAUSES))
            .withIndex(newestFirst("vendor", READINGS))
            .withIndex(newestFirst("vendor", QUOTE))
            .withIndex(compoundIndex(ascending("vendor"), descending(UNAPPLIED_AT, "_id")))
            .withIndex(ascending(QUOTE_EXPIRES_AT, "_id"))
            .withIndex(ascending(DEADLINE_AT, "_id"))
            .withIndex(newestFirst("vendor", MILESTONES))
            .withIndex(ascending("vendor", AWAITS_YEAR, "_id"))
            .withIndex(newestFirst("vendor", BATCH_ISSUES))
            .withIndex(ascending("vendor", BATCH_ISSUES, "_id"));

    private ClaimType() {}

    private static Map<String, @Nullable Object> fields(Claim claim) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(ORGANISATION, claim.organisation());
        fields.put(STATE, claim.state().name());
        fields.put(CONTRACT, claim.contract().orElse(null));
        fields.put(MODEL, claim.model());
        fields.put(
                SERIALS,
                claim.lines().stream()
                        .map(ClaimLine::serial)
                        .filter(Objects::nonNull)
                        .toList());
        fields.put(CLAUSES, ofLines(claim, ClaimLine::clauses));
        fields.put(READINGS, ofLines(claim, ClaimLine::restsOn));
        fields.put(QUOTE, claim.lines().stream().anyMatch(ClaimLine::awaitsQuote) ? QUOTE_REQUESTED : null);
        fields.put(SUBMITTED_AT, claim.submittedAt());
        fields.put(QUOTE_EXPIRES_AT, quoteExpiresAt(claim));
        fields.put(
                MILESTONES,
                claim.clocks().milestones().stream()
                        .map(Milestone::event)
                        .distinct()
                        .toList());
        fields.put(DEADLINE_AT, claim.clocks().nextAt());
        AwaitedYear awaits = claim.clocks().awaits();
        fields.put(AWAITS_YEAR, awaits == null ? null : awaits.key());
        fields.put(UNAPPLIED_AT, unappliedAt(claim));
        fields.put(BATCH_ISSUES, batchIssues(claim));
        return fields;
    }

    static @Nullable Instant quoteExpiresAt(Claim claim) {
        return claim.quotes().stream()
                .filter(Quote::open)
                .map(Quote::validUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable List<String> batchIssues(Claim claim) {
        List<String> issues = claim.batchLinks().stream()
                .filter(link -> !link.counting().isEmpty())
                .map(BatchLink::batchIssue)
                .toList();
        return issues.isEmpty() ? null : issues;
    }

    static @Nullable Instant unappliedAt(Claim claim) {
        return claim.unappliedPayments().stream()
                .filter(UnappliedPayment::open)
                .map(UnappliedPayment::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<String> ofLines(Claim claim, Function<ClaimLine, List<String>> cited) {
        return claim.lines().stream()
                .map(cited)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static Bson newestFirst(String... equal) {
        return compoundIndex(ascending(equal), descending(SUBMITTED_AT, "_id"));
    }
}
