package dev.aftersales.failpoints;

import org.jspecify.annotations.Nullable;

/** What happens around a call of a method. */
interface Interception {

    /**
     * Before the call.
     *
     * @param self absent for a static method
     * @param arguments may be replaced in place
     * @return whether the method is left out; it then returns null, 0 or false
     */
    default boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
        return false;
    }

    /** After the call, unless it threw: what the method shall return. */
    default @Nullable Object returned(@Nullable Object returned) {
        return returned;
    }
}
