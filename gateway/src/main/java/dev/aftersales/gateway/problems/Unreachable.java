package dev.aftersales.gateway.problems;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Tells failures that came before anything of a request was sent: sending it again does nothing twice. */
public final class Unreachable {

    private Unreachable() {}

    /** Whether there was no connection on which the request could have been sent. */
    public static boolean is(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof PoolAcquireTimeoutException
                || failure instanceof PoolAcquirePendingLimitException;
    }
}
