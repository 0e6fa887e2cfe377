package dev.aftersales.failpoints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the changed methods call in. Public because they lie in other packages, below another class loader. */
public final class Switchboard {

    private static final ThreadLocal<Boolean> BYPASSED = ThreadLocal.withInitial(() -> false);
    private static volatile List<Failpoint> connected = List.of();

    private Switchboard() {}

    static void connect(List<Failpoint> failpoints) {
        connected = List.copyOf(failpoints);
    }

    /** Whether the method is to be left out. */
    public static boolean enter(int failpoint, @Nullable Object self, @Nullable Object[] arguments) {
        return !BYPASSED.get() && connected.get(failpoint).interception().skips(self, arguments);
    }

    /** What the method is to return. */
    public static @Nullable Object exit(int failpoint, @Nullable Object returned) {
        return BYPASSED.get()
                ? returned
                : connected.get(failpoint).interception().returned(returned);
    }

    /** Calls a method as it was written. */
    static @Nullable Object original(Object self, String method, @Nullable Object... arguments) {
        BYPASSED.set(true);
        try {
            return Foreign.call(self, method, arguments);
        } finally {
            BYPASSED.set(false);
        }
    }
}
