package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.Gateway;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Plays the people and firms outside the suite for the demo. A simulation may poll; the suite itself never does. */
public final class Partners {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

    private Partners() {}

    /** @param args addresses of the gateway and of the issuer */
    public static void main(String[] args) throws InterruptedException {
        Gateway gateway = new Gateway(URI.create(args[0]), URI.create(args[1]));
        Warehouse warehouse = new Warehouse(gateway);
        Carrier carrier = new Carrier(gateway, Clock.systemUTC());
        while (true) {
            round(warehouse, carrier);
            Thread.sleep(BETWEEN_ROUNDS);
        }
    }

    /** The carrier comes first, so that at least one round lies between a confirmation and its scan. */
    private static void round(Warehouse warehouse, Carrier carrier) {
        try {
            carrier.deliverDispatched();
            carrier.acceptReady();
            warehouse.confirmReleased();
        } catch (UncheckedIOException unreachable) {
            System.out.println(unreachable.getMessage());
        }
    }
}
