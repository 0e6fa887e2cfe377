package dev.aftersales.claims.versions;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which a version differs from another.
 *
 * @param section of the pack, for example {@code exclusions}
 * @param clause whose rule it is; absent where the rule belongs to none
 * @param path to it, for example {@code term.length}
 * @param from what it was, as the pack has it; absent for what is new
 * @param to what it becomes; absent for what is gone
 * @param en the same in words, English
 * @param zh the same in Chinese
 */
record Difference(
        String section,
        @Nullable String clause,
        Kind kind,
        String path,
        @Nullable String from,
        @Nullable String to,
        String en,
        String zh) {

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REORDERED
    }
}
