package dev.aftersales.claims.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version of which customers were told does not take effect.
 *
 * @param inForce the version that was in force then; absent where the vendor had none
 */
record Revocation(@Nullable String inForce, Instant at) {}
