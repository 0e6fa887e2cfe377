package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one service for one unit on one day.
 *
 * @param rule that says it
 * @param available whether the owner may ask for it on that day, if need be by a quote
 * @param price what it costs on that day; where it is not available, what it would cost
 * @param from the first day on which it is there at that price; absent when nothing says so
 * @param until the last day; absent when it has no end, or when it is not available
 * @param nextDue the next of its regular dates, counted from the first and never from the last one; absent without such
 *     dates, and when none is left, which {@code because} then says
 * @param because what it would take, until when it was free, or that no regular date is left; absent when there is nothing to say
 */
record Entitlement(
        EntitlementRule rule,
        boolean available,
        EntitlementRule.Price price,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate nextDue,
        @Nullable Because because) {}
