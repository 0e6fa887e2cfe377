package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for one item of a line's service.
 *
 * @param clause that says so
 * @param reading under which it does; absent when its words suffice
 */
public record ChargeSplit(
        ChargeItem item,
        Payer payer,
        String clause,
        @Nullable String reading) {}
