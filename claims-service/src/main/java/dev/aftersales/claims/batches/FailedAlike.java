package dev.aftersales.claims.batches;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.Conclusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Serials of units that failed as those of a batch issue did: they count in it, or in another one of the model and fault
 * family (a lot that went to two customers has two), or were claimed with a fault code that claims of the issue have.
 *
 * <p>What a person found to be no batch issue says of no unit that it failed: its serials may be mistyped, or made up, and
 * somebody else's. Nor does the fault code of a claim that was in one, unless a technician found what is wrong with the unit.
 */
final class FailedAlike {

    private static final int SERIALS = 100;

    private final KnownIssue issue;
    private final KnownIssues issues;
    private final Claims claims;
    private final Set<String> serials = new HashSet<>();
    private final Set<String> faultCodes = new HashSet<>();
    private final Map<String, Standing> standings = new HashMap<>();

    /** How an issue is to the one that this is about. */
    private enum Standing {
        ALIKE,
        ANOTHER,
        NONE
    }

    FailedAlike(KnownIssue issue, KnownIssues issues, Claims claims) {
        this.issue = issue;
        this.issues = issues;
        this.claims = claims;
        standings.put(issue.id(), Standing.ALIKE);
    }

    /** A claim of the issue itself. */
    void claim(Claim claim) {
        faultCodes.add(claim.faultCode());
        see(claim);
    }

    /** Looks up what was claimed of units that were sold. */
    void lookUp(Collection<String> sold) {
        List<String> piece = new ArrayList<>();
        for (String serial : sold) {
            // A claim that failed alike tells of all its units at once.
            if (!serials.contains(serial)) {
                piece.add(serial);
            }
            if (piece.size() == SERIALS) {
                claims.eachWith(issue.vendor(), piece, this::see);
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            claims.eachWith(issue.vendor(), piece, this::see);
        }
    }

    /** With which units of the issue were claimed. */
    Set<String> faultCodes() {
        return Set.copyOf(faultCodes);
    }

    boolean contains(String serial) {
        return serials.contains(serial);
    }

    private void see(Claim claim) {
        Stream<String> counting = claim.batchLinks().stream()
                .filter(link -> standing(link) == Standing.ALIKE)
                .flatMap(link -> link.counting().stream())
                .map(BatchLink.Unit::serial)
                .filter(Objects::nonNull);
        boolean doubted = claim.batchLinks().stream().anyMatch(link -> standing(link) == Standing.NONE);
        Stream<String> claimed = faultCodes.contains(claim.faultCode())
                ? claim.lines().stream()
                        .filter(line -> !doubted || isLookedAt(line))
                        .map(ClaimLine::serial)
                        .filter(Objects::nonNull)
                : Stream.empty();
        Stream.concat(counting, claimed).forEach(serials::add);
    }

    /** By a person: what the catalogue says, it says of the fault code alone. */
    private static boolean isLookedAt(ClaimLine line) {
        Conclusion conclusion = line.conclusion();
        return conclusion != null && conclusion.diagnosis().confirmedBy().kind() == Confirmer.Kind.TECHNICIAN;
    }

    private Standing standing(BatchLink link) {
        return standings.computeIfAbsent(
                link.batchIssue(),
                other -> issues.find(other).map(this::standing).orElse(Standing.ANOTHER));
    }

    private Standing standing(KnownIssue other) {
        if (other.isNone()) {
            return Standing.NONE;
        }
        return issue.isLike(other) ? Standing.ALIKE : Standing.ANOTHER;
    }
}
