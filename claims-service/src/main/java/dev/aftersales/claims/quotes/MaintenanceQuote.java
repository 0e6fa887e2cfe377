package dev.aftersales.claims.quotes;

import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer of paid maintenance for units of a contract (E6.1). What is offered never changes: what accepts it is the agreement
 * that is bound to it.
 *
 * @param serials the units that it is about; none only where it was offered for all that the contract has before these were
 *     named
 * @param from first day
 * @param until the day after the last one
 * @param price of what is maintained
 * @param cap the most that the policy lets it cost
 * @param clause that sets the cap
 * @param validUntil the last moment at which it can be accepted; absent when it does not expire
 * @param issuedBy the person's id
 * @param declined by whom and when; absent while nobody declined it
 */
record MaintenanceQuote(
        String id,
        String vendor,
        String contract,
        String policyVersion,
        List<String> serials,
        LocalDate from,
        LocalDate until,
        Money price,
        Money cap,
        Money fee,
        String clause,
        @Nullable String reading,
        @Nullable Instant validUntil,
        String issuedBy,
        Instant issuedAt,
        @Nullable Declined declined) {
    MaintenanceQuote {
        serials = List.copyOf(serials);
    }

    /** Whether it is over at that time. */
    boolean expiredAt(Instant now) {
        return validUntil != null && now.isAfter(validUntil);
    }

    /** @param person who declined it, by id */
    record Declined(String person, Instant at) {}

    MaintenanceQuote declined(Declined by) {
        return new MaintenanceQuote(
                id,
                vendor,
                contract,
                policyVersion,
                serials,
                from,
                until,
                price,
                cap,
                fee,
                clause,
                reading,
                validUntil,
                issuedBy,
                issuedAt,
                by);
    }
}
