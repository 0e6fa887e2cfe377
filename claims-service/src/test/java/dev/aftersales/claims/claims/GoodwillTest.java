package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoodwillTest {

    private static final List<ChargeSplit> PARTS_ARE_THE_CUSTOMERS = List.of(
            new ChargeSplit(ChargeItem.LABOUR, Payer.VENDOR, "C4.1", null),
            new ChargeSplit(ChargeItem.PARTS, Payer.CUSTOMER, "C4.1", null),
            new ChargeSplit(ChargeItem.INBOUND_FREIGHT, Payer.CUSTOMER, "C4.3a", null));

    @Test
    void coversAllWhenItIsFull() {
        assertThat(granting().coversAll(PARTS_ARE_THE_CUSTOMERS)).isTrue();
    }

    @Test
    void coversAllWhenNothingOfTheServiceIsLeftToTheCustomer() {
        assertThat(granting(ChargeItem.PARTS).coversAll(PARTS_ARE_THE_CUSTOMERS))
                .isTrue();
        assertThat(granting(ChargeItem.LABOUR).coversAll(PARTS_ARE_THE_CUSTOMERS))
                .isFalse();
    }

    @Test
    void leavesPartsAndLabourToTheCustomerWhereThePolicyIsSilent() {
        assertThat(granting(ChargeItem.LABOUR).coversAll(List.of())).isFalse();
        assertThat(granting(ChargeItem.LABOUR, ChargeItem.PARTS).coversAll(List.of()))
                .isTrue();
    }

    private static Goodwill granting(ChargeItem... items) {
        return new Goodwill(List.of(items), null, null, "r", "viktor", Instant.EPOCH);
    }
}
