package dev.aftersales.local;

import java.nio.file.Path;

/** A launcher without services, to be killed by a test. */
final class PartsLauncher {

    static final String READY = "all parts are ready";

    private PartsLauncher() {}

    public static void main(String[] args) throws Exception {
        int[] given = new int[args.length];
        for (int i = 1; i < args.length; i++) {
            given[i] = Integer.parseInt(args[i]);
        }
        Ports ports = new Ports(1, 2, 3, 4, 5, given[6], given[1], given[2], given[3], given[4], given[5]);
        try {
            Suite.on(Path.of(args[0]))
                    .ports(ports)
                    .services(false)
                    .output(System.out)
                    .start();
        } catch (StoppedWhileStarting told) {
            return;
        }
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
