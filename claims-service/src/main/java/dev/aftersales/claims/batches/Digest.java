package dev.aftersales.claims.batches;

import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one customer is told of the units that concern them: all are counted, the first by serial are named. */
final class Digest {

    private final Set<String> serials = new HashSet<>();
    private final SortedSet<String> named = new TreeSet<>();
    private final Set<String> claims = new LinkedHashSet<>();
    private final Set<String> awaiting = new LinkedHashSet<>();
    private final Set<String> lots = new LinkedHashSet<>();
    private final SortedSet<String> faultCodes = new TreeSet<>();
    private int verified;
    private int unverified;
    private int claimedWithoutSerial;

    /** A unit in several claims is one. */
    void serial(String serial) {
        if (serials.add(serial)) {
            another(serial);
        }
    }

    /** A unit that is told of once only, so that nobody has to remember it. */
    void another(String serial) {
        verified++;
        named.add(serial);
        if (named.size() > BatchNoticeRequested.MOST_SERIALS) {
            named.removeLast();
        }
    }

    void unverified(int quantity) {
        unverified += quantity;
    }

    /** Units of the company's claims that may be some of those of which nobody claimed the serial. */
    void claimedWithoutSerial(int quantity, String claim) {
        claimedWithoutSerial = (int) Math.min(Integer.MAX_VALUE, (long) claimedWithoutSerial + quantity);
        claim(claim);
    }

    void claim(String id) {
        if (claims.size() < BatchNoticeRequested.MOST_CLAIMS) {
            claims.add(id);
        }
    }

    /** A claim that does not go on before the customer adds what is wanted. */
    void awaiting(String id) {
        if (awaiting.size() < BatchNoticeRequested.MOST_CLAIMS) {
            awaiting.add(id);
        }
    }

    /** An affected lot of which the customer has units: what else a plan is about is nobody's business. */
    void lot(String lot) {
        lots.add(lot);
    }

    /** With which alike units were claimed: the customer knows codes, and not how the catalogue groups them. */
    void faultCode(String code) {
        faultCodes.add(code);
    }

    int units() {
        return verified + unverified;
    }

    int unverified() {
        return unverified;
    }

    /** Absent where there are none. */
    @Nullable
    Integer claimedWithoutSerial() {
        return claimedWithoutSerial == 0 ? null : claimedWithoutSerial;
    }

    List<String> named() {
        return List.copyOf(named);
    }

    /** Absent where nobody said one. */
    @Nullable
    List<String> faultCodes() {
        return faultCodes.isEmpty()
                ? null
                : faultCodes.stream().limit(BatchNoticeRequested.MOST_CODES).toList();
    }

    List<String> claims() {
        return List.copyOf(claims);
    }

    /** Absent where there are none. */
    @Nullable
    List<String> awaiting() {
        return awaiting.isEmpty() ? null : List.copyOf(awaiting);
    }

    List<String> lots() {
        return List.copyOf(lots);
    }
}
