package dev.aftersales.claims.batches;

import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one customer is told of the units that concern them: all are counted, the first are named. */
final class Digest {

    private final Set<String> serials = new HashSet<>();
    private final List<String> named = new ArrayList<>();
    private final Set<String> claims = new LinkedHashSet<>();
    private int verified;
    private int unverified;

    /** A unit in several claims is one. */
    void serial(String serial) {
        if (serials.add(serial)) {
            another(serial);
        }
    }

    /** A unit that is told of once only, so that nobody has to remember it. */
    void another(String serial) {
        verified++;
        if (named.size() < BatchNoticeRequested.MOST_SERIALS) {
            named.add(serial);
        }
    }

    void unverified(int quantity) {
        unverified += quantity;
    }

    void claim(String id) {
        if (claims.size() < BatchNoticeRequested.MOST_CLAIMS) {
            claims.add(id);
        }
    }

    int units() {
        return verified + unverified;
    }

    int unverified() {
        return unverified;
    }

    List<String> named() {
        return List.copyOf(named);
    }

    List<String> claims() {
        return List.copyOf(claims);
    }
}
