package dev.aftersales.gateway.routes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A path that the world may call.
 *
 * @param pattern of the path, everything under it included
 * @param admission who is let through
 * @param upstream the service it leads to; absent for what the gateway answers itself
 * @param servicePath how the path begins at the service; the rest of it follows
 * @param largestBody bytes; more is refused with 413
 * @param patience from the request's first byte until the service's answer begins, after which the answer is 504;
 *     absent where the setting for all routes will do
 */
public record PublicRoute(
        String pattern,
        Admission admission,
        @Nullable Upstream upstream,
        String servicePath,
        long largestBody,
        @Nullable Duration patience) {

    private static final String REST = "/{*rest}";

    /** The largest JSON body, bytes. */
    private static final long JSON = 1024L * 1024;

    /** Everything under a path, which the service knows by the same path. */
    static PublicRoute under(String path, Admission admission, Upstream upstream) {
        return new PublicRoute(path + REST, admission, upstream, path, JSON, null);
    }

    /** One path that the gateway answers itself. */
    static PublicRoute own(String path, Admission admission, long largestBody) {
        return new PublicRoute(path, admission, null, path, largestBody, null);
    }

    /** The same, but the service knows it by another path. */
    PublicRoute servedAt(String path) {
        return new PublicRoute(pattern, admission, upstream, path, largestBody, patience);
    }

    /** The same, but for bodies that are large and come slowly. */
    PublicRoute taking(long bytes, Duration within) {
        return new PublicRoute(pattern, admission, upstream, servicePath, bytes, within);
    }

    /** The same, but its answer is waited for longer. */
    PublicRoute answeredWithin(Duration within) {
        return new PublicRoute(pattern, admission, upstream, servicePath, largestBody, within);
    }

    /** The path without the part that stands for everything under it. */
    String path() {
        return pattern.endsWith(REST) ? pattern.substring(0, pattern.length() - REST.length()) : pattern;
    }
}
