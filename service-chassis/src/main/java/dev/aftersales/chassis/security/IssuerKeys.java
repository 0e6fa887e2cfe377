package dev.aftersales.chassis.security;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Asks for the issuer's keys when the service starts and until it has them, so that no request pays for it. The port
 * opens with the keys there, or after a moment without them if the issuer starts later.
 */
final class IssuerKeys implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

    /** Of no issuer: it is refused for its signature, and for that the keys are needed. */
    private static final String NOBODYS = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.bm9uZQ";

    /** How long the start waits for an issuer that may still be starting itself. */
    private static final Duration OPENING_WAITS = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final JwtDecoder verifier;
    private volatile @Nullable Thread asking;

    /** @param verifier comes to an end by itself, whether or not the issuer answers */
    IssuerKeys(JwtDecoder verifier) {
        this.verifier = verifier;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("issuer-keys").unstarted(this::askUntilKnown);
        asking = thread;
        thread.start();
        try {
            if (!thread.join(OPENING_WAITS)) {
                log.atWarn().log("The issuer's keys cannot be read yet; the service opens without them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread thread = asking;
        asking = null;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }

    /** Before the port opens. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void askUntilKnown() {
        while (asking == Thread.currentThread() && !areKnown()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean areKnown() {
        try {
            verifier.decode(NOBODYS);
            return true;
        } catch (BadJwtException refused) {
            return true;
        } catch (JwtException | JwtDecoderInitializationException e) {
            log.atDebug().addKeyValue("reason", e.getMessage()).log("The issuer does not answer yet");
            return false;
        }
    }
}
