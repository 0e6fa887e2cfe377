package dev.aftersales.local;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ports that the system gives to outgoing connections, and that a part may therefore find taken at any time.
 *
 * @param first lowest of them
 * @param last highest of them
 */
record EphemeralPorts(int first, int last) {

    private static final int LONGEST = 64;
    private static final Path LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** What this system tells; nothing where it does not. */
    static Optional<EphemeralPorts> ofThisMachine() {
        // In one read: asked for the rest, the kernel says that there is none.
        try (InputStream told = new FileInputStream(LINUX.toFile())) {
            return parse(new String(told.readNBytes(LONGEST), StandardCharsets.US_ASCII));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    static Optional<EphemeralPorts> parse(String text) {
        String[] bounds = text.strip().split("\\s+");
        try {
            return bounds.length == 2
                    ? Optional.of(new EphemeralPorts(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1])))
                    : Optional.empty();
        } catch (NumberFormatException unknownForm) {
            return Optional.empty();
        }
    }

    /** One sentence for who shifts ports into the range although a smaller distance would keep them out of it. */
    Optional<String> warning(int offset) {
        int farthest = first - 1 - Ports.standard().highest();
        if (farthest < 1 || offset <= farthest) {
            return Optional.empty();
        }
        return Optional.of("Note: --port-offset " + offset + " leads to ports from " + first + " to " + last
                + ", which this machine gives to outgoing connections, so that one may be taken at any time: a distance of "
                + farthest + " or less keeps clear of them.");
    }
}
