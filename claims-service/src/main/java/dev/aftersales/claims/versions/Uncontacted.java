package dev.aftersales.claims.versions;

import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.customers.Customers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Organisations that hold a contract with the vendor and have nobody on record whom a mail could be sent to. They are
 * affected clients all the same (A6.2). They are looked for anew each time, so a contact that is put on record takes its
 * organisation out.
 */
final class Uncontacted {

    private static final int PAGE = 500;

    private final Contracts contracts;
    private final Customers customers;
    private final NoticeRequests requests;

    Uncontacted(Contracts contracts, Customers customers, NoticeRequests requests) {
        this.contracts = contracts;
        this.customers = customers;
        this.requests = requests;
    }

    /**
     * Some organisations.
     *
     * @param first of them, so many as can be named
     */
    record Found(int count, List<String> first) {

        static final Found NONE = new Found(0, List.of());

        private static final int MOST_NAMED = 100;

        Found {
            first = List.copyOf(first);
        }

        private Found and(List<String> more) {
            List<String> named = new ArrayList<>(first);
            more.stream().limit(MOST_NAMED - named.size()).forEach(named::add);
            return new Found(count + more.size(), named);
        }
    }

    /** Those whom nobody has told of the version by other means either. */
    Found notToldOf(PolicyVersion version) {
        String vendor = version.vendor();
        contracts.completeFields(vendor);
        Found found = Found.NONE;
        List<String> page;
        String last = "";
        do {
            page = contracts.organisations(vendor, last, PAGE);
            if (!page.isEmpty()) {
                last = page.getLast();
                found = found.and(without(version, page));
            }
        } while (!page.isEmpty());
        return found;
    }

    private List<String> without(PolicyVersion version, List<String> organisations) {
        Set<String> reached = customers.reached(version.vendor(), organisations);
        List<String> others =
                organisations.stream().filter(one -> !reached.contains(one)).toList();
        if (others.isEmpty()) {
            return others;
        }
        Set<String> told = requests.toldOrganisations(version.vendor(), version.id(), others)
                .keySet();
        return others.stream().filter(one -> !told.contains(one)).toList();
    }

    /** Whether that is such an organisation. */
    boolean includes(String vendor, String organisation, Instant now) {
        return contracts.heldBy(vendor, organisation, now)
                && customers.reached(vendor, List.of(organisation)).isEmpty();
    }
}
