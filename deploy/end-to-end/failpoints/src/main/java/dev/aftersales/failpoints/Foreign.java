package dev.aftersales.failpoints;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The services' objects, whose classes are known here by name only. */
final class Foreign {

    private Foreign() {}

    /**
     * Calls a method of whatever visibility, chosen by its name and the arguments.
     *
     * @throws IllegalStateException when there is none
     */
    static @Nullable Object call(Object self, String method, @Nullable Object... arguments) {
        return callAs(self.getClass(), self, method, arguments);
    }

    /**
     * Calls the method that takes these arguments, as that class or interface declares it.
     *
     * @throws IllegalStateException when there is none
     */
    static @Nullable Object callAs(Class<?> of, @Nullable Object self, String method, @Nullable Object... arguments) {
        return invoke(method(of, method, arguments), self, arguments);
    }

    /** A component of a record, or anything else that has a value. */
    static Object value(@Nullable Object self, String accessor) {
        Object value = self == null ? null : call(self, accessor);
        if (value == null) {
            throw new IllegalStateException(self + " has no " + accessor);
        }
        return value;
    }

    /** Throws what the method throws. */
    static @Nullable Object invoke(Method method, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(self, arguments);
        } catch (InvocationTargetException e) {
            throw Foreign.<RuntimeException>asIs(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> of, String name, @Nullable Object[] arguments) {
        for (Class<?> type = of; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge() && takes(method, arguments)) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new IllegalStateException(of.getName() + " has no method " + name + "/" + arguments.length + "; it has "
                + Arrays.stream(of.getDeclaredMethods()).map(Method::getName).toList());
    }

    private static boolean takes(Method method, @Nullable Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i -> arguments[i] == null || types[i].isInstance(arguments[i]));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asIs(@Nullable Throwable thrown) throws T {
        throw (T) (thrown == null ? new IllegalStateException("no cause") : thrown);
    }
}
