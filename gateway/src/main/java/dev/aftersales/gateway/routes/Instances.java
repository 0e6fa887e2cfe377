package dev.aftersales.gateway.routes;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The instances of a service, and which of them gets the next request. */
final class Instances {

    private final List<Instance> all;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param nanoTime as {@link System#nanoTime()} */
    Instances(List<URI> addresses, LongSupplier nanoTime) {
        all = addresses.stream().map(address -> new Instance(address, nanoTime)).toList();
    }

    /**
     * All of them, in the order in which a request should try them: by turns, but one that has fewer unanswered requests
     * comes first, so that one that hangs gets no more than it already has; those that rest come last, and
     * one whose rest is over comes first once.
     */
    List<Instance> inOrder() {
        List<Instance> awake = new ArrayList<>(all.size());
        List<Instance> resting = new ArrayList<>();
        Instance toBeTried = null;
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        for (int i = 0; i < all.size(); i++) {
            Instance instance = all.get((first + i) % all.size());
            if (instance.isAwake()) {
                awake.add(instance);
            } else if (toBeTried == null && instance.isToBeTried()) {
                toBeTried = instance;
            } else {
                resting.add(instance);
            }
        }
        awake.sort(Comparator.comparingInt(Instance::unanswered));
        if (toBeTried != null) {
            awake.addFirst(toBeTried);
        }
        awake.addAll(resting);
        return awake;
    }
}
