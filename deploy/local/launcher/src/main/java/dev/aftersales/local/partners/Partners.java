package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.BusinessTime;
import dev.aftersales.local.gateway.Gateway;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Plays the people and firms outside the suite for the demo. A simulation may poll; the suite itself never does. */
public final class Partners {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

    private static final int ROUNDS_BETWEEN_PAYMENTS = 8;

    private Partners() {}

    /** @param args addresses of the gateway and of the issuer */
    public static void main(String[] args) throws InterruptedException {
        Gateway gateway = new Gateway(URI.create(args[0]), URI.create(args[1]));
        Clock businessTime = new BusinessTime(gateway);
        List<Runnable> rounds = Trade.ALL.stream()
                .map(trade -> parcels(gateway, businessTime, trade))
                .toList();
        List<Runnable> payments = Trade.ALL.stream()
                .map(trade -> (Runnable) new PaymentProvider(gateway, Clock.systemUTC(), businessTime, trade)::collect)
                .toList();
        Distributor distributor = new Distributor(gateway);
        for (int round = 0; ; round++) {
            attempt(distributor::claimWhatFailed);
            rounds.forEach(Partners::attempt);
            if (round % ROUNDS_BETWEEN_PAYMENTS == 0) {
                payments.forEach(Partners::attempt);
            }
            Thread.sleep(BETWEEN_ROUNDS);
        }
    }

    /** The carrier comes first, so that at least one round lies between a confirmation and its scan. */
    private static Runnable parcels(Gateway gateway, Clock businessTime, Trade trade) {
        Warehouse warehouse = new Warehouse(gateway, trade);
        Carrier carrier = new Carrier(gateway, Clock.systemUTC(), businessTime, trade);
        return () -> {
            carrier.deliverDispatched();
            carrier.acceptReady();
            warehouse.confirmReleased();
        };
    }

    private static void attempt(Runnable round) {
        try {
            round.run();
        } catch (UncheckedIOException unreachable) {
            System.out.println(unreachable.getMessage());
        }
    }
}
