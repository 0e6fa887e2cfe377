package dev.aftersales.claims.batches;

import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.claims.claims.Claim;
import dev.aftersales.claims.claims.ClaimLine;
import dev.aftersales.claims.claims.Claims;
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
 */
final class FailedAlike {

    private static final int SERIALS = 100;

    private final KnownIssue issue;
    private final KnownIssues issues;
    private final Claims claims;
    private final Set<String> serials = new HashSet<>();
    private final Set<String> faultCodes = new HashSet<>();
    private final Map<String, Boolean> alike = new HashMap<>();

    FailedAlike(KnownIssue issue, KnownIssues issues, Claims claims) {
        this.issue = issue;
        this.issues = issues;
        this.claims = claims;
        alike.put(issue.id(), true);
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
                .filter(link -> alike.computeIfAbsent(link.batchIssue(), this::isAlike))
                .flatMap(link -> link.counting().stream())
                .map(BatchLink.Unit::serial)
                .filter(Objects::nonNull);
        Stream<String> claimed = faultCodes.contains(claim.faultCode())
                ? claim.lines().stream().map(ClaimLine::serial).filter(Objects::nonNull)
                : Stream.empty();
        Stream.concat(counting, claimed).forEach(serials::add);
    }

    private boolean isAlike(String other) {
        return issues.find(other).filter(issue::isLike).isPresent();
    }
}
