package dev.aftersales.claims.claims;

import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out bulk decisions: each claim by the command of a single decision, so that every rule of one holds. It may stop
 * anywhere and begin again, in two instances at once: the claim's timeline says which of its lines a bulk decision decided,
 * in the write that does.
 */
final class DecideInBulk implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DecideInBulk.class);
    private static final int AT_ONCE = 20;
    private static final int CLAIMS = 20;

    private final BulkDecisions decisions;
    private final Claims claims;
    private final ReviewClaim reviewClaim;
    private final GrantGoodwill grantGoodwill;
    private final Clock businessClock;

    /** Those that failed last: they hold up no other, and are logged once. */
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    DecideInBulk(
            BulkDecisions decisions,
            Claims claims,
            ReviewClaim reviewClaim,
            GrantGoodwill grantGoodwill,
            Clock businessClock) {
        this.decisions = decisions;
        this.claims = claims;
        this.reviewClaim = reviewClaim;
        this.grantGoodwill = grantGoodwill;
        this.businessClock = businessClock;
    }

    /** Some claims of each that is open, in turn, so that a large one holds up no other. */
    @Override
    public void run() {
        List<String> open = decisions.open("", AT_ONCE);
        while (!open.isEmpty()) {
            List<String> left = new ArrayList<>();
            open.forEach(id -> {
                if (goOn(id)) {
                    left.add(id);
                }
            });
            open = left;
        }
    }

    /** @return whether claims may be left that can be decided now; one that fails is tried again in the next round */
    private boolean goOn(String id) {
        try {
            boolean more = decisions
                    .find(id)
                    .filter(BulkDecision::open)
                    .filter(this::goOn)
                    .isPresent();
            failed.remove(id);
            return more;
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            if (failed.add(id)) {
                log.atError().addKeyValue("bulkDecision", id).setCause(e).log("A bulk decision does not go on");
            }
            return false;
        }
    }

    /** @return whether claims may be left */
    private boolean goOn(BulkDecision bulk) {
        List<BulkDecision.Selected> next = next(bulk);
        if (next.isEmpty()) {
            decisions.done(bulk, businessClock.instant().truncatedTo(ChronoUnit.MILLIS));
            return false;
        }
        decisions.past(
                bulk, next.stream().map(selected -> decide(bulk, selected)).toList());
        return true;
    }

    private List<BulkDecision.Selected> next(BulkDecision bulk) {
        if (bulk.selected().isEmpty()) {
            return claims.ofBatchIssue(bulk.vendor(), bulk.batchIssue(), bulk.after(), CLAIMS).stream()
                    .map(claim -> new BulkDecision.Selected(claim.id(), List.of()))
                    .toList();
        }
        return bulk.selected().stream()
                .filter(selected -> selected.claim().compareTo(bulk.after()) > 0)
                .sorted(Comparator.comparing(BulkDecision.Selected::claim))
                .limit(CLAIMS)
                .toList();
    }

    private BulkOutcome decide(BulkDecision bulk, BulkDecision.Selected selected) {
        Optional<Claim> found =
                claims.find(selected.claim()).filter(claim -> claim.vendor().equals(bulk.vendor()));
        List<Integer> linked = found.flatMap(claim -> claim.batchLink(bulk.batchIssue()))
                .map(BatchLink::lines)
                .orElse(List.of());
        Map<Integer, String> refused = new HashMap<>();
        Set<Integer> wanted = new TreeSet<>(selected.lines().isEmpty() ? linked : selected.lines());
        wanted.stream().filter(line -> !linked.contains(line)).forEach(line -> refused.put(line, "not-in-batch-issue"));
        Set<Integer> decided = found.map(claim -> decide(bulk, claim, without(wanted, refused.keySet()), refused))
                .orElse(Set.of());
        return new BulkOutcome(
                bulk.id(),
                bulk.vendor(),
                selected.claim(),
                wanted.stream()
                        .map(line -> new BulkOutcome.Line(
                                line, decided.contains(line) ? null : refused.getOrDefault(line, "not-decided")))
                        .toList());
    }

    private Set<Integer> decide(BulkDecision bulk, Claim claim, Set<Integer> lines, Map<Integer, String> refused) {
        Set<Integer> granted = new TreeSet<>();
        Set<Integer> rest = without(lines, marked(bulk, claim));
        try {
            while (!rest.isEmpty()) {
                Set<Integer> left = attempt(bulk, claim, rest, granted, refused);
                if (left.size() == rest.size()) {
                    break;
                }
                rest = left;
            }
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            // It holds up no other, and its lines say that they are not decided.
            log.atError()
                    .addKeyValue("claim", claim.id())
                    .addKeyValue("bulk", bulk.id())
                    .setCause(e)
                    .log("A bulk decision failed on a claim");
        }
        // As it stands now: another instance may have been faster.
        Set<Integer> decided = new TreeSet<>(granted);
        claims.find(claim.id()).ifPresent(now -> decided.addAll(marked(bulk, now)));
        return decided;
    }

    /**
     * One try with these lines, all or nothing.
     *
     * @return what is to be tried again, without the lines that stood in the way
     */
    private Set<Integer> attempt(
            BulkDecision bulk, Claim claim, Set<Integer> lines, Set<Integer> done, Map<Integer, String> refused) {
        return switch (bulk.order()) {
            case BulkDecision.Order.Settle settle ->
                switch (reviewClaim.review(
                        bulk.caller(),
                        claim,
                        new ReviewClaim.Word(
                                lines, settle.outcome(), bulk.reason(), bulk.reason(), List.of(), bulk.id()))) {
                    case ReviewClaim.Outcome.Reviewed reviewed -> Set.of();
                    case ReviewClaim.Outcome.NotInReview none -> refuse(lines, lines, "not-in-review", refused);
                    case ReviewClaim.Outcome.LinesNotInReview some ->
                        refuse(lines, some.lines(), "not-in-review", refused);
                    case ReviewClaim.Outcome.LinesUnknown some -> refuse(lines, some.lines(), "line-unknown", refused);
                    case ReviewClaim.Outcome.EvidenceNeeded some ->
                        refuse(lines, some.lines(), "evidence-needed", refused);
                    case ReviewClaim.Outcome.Unusable unusable -> refuse(lines, lines, "evidence-unusable", refused);
                };
            case BulkDecision.Order.Grant grant ->
                switch (grantGoodwill.grant(
                        bulk.caller(),
                        claim,
                        lines,
                        grant.items(),
                        grant.route(),
                        bulk.reason(),
                        bulk.reason(),
                        bulk.id())) {
                    case GrantGoodwill.Outcome.Granted granted -> {
                        done.addAll(lines);
                        yield Set.of();
                    }
                    case GrantGoodwill.Outcome.NotYours notYours -> refuse(lines, lines, "not-yours-to-grant", refused);
                    case GrantGoodwill.Outcome.LinesUnknown some ->
                        refuse(lines, some.lines(), "line-unknown", refused);
                    case GrantGoodwill.Outcome.LinesNotAnswered some ->
                        refuse(lines, some.lines(), "nothing-to-grant", refused);
                    case GrantGoodwill.Outcome.NoParts some -> refuse(lines, some.lines(), "no-parts", refused);
                };
        };
    }

    private static Set<Integer> refuse(
            Set<Integer> lines, Iterable<Integer> some, String why, Map<Integer, String> refused) {
        some.forEach(line -> refused.put(line, why));
        return without(lines, refused.keySet());
    }

    /** Lines that it has decided. */
    private static Set<Integer> marked(BulkDecision bulk, Claim claim) {
        return claim.timeline().stream()
                .filter(entry -> entry.what() == TimelineEntry.What.DECIDED_IN_BULK
                        && bulk.id().equals(entry.note()))
                .flatMap(entry -> entry.lines().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> without(Set<Integer> lines, Set<Integer> others) {
        Set<Integer> left = new TreeSet<>(lines);
        left.removeAll(others);
        return left;
    }
}
