package dev.aftersales.failpoints;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands in for an object of the services behind one of its interfaces, and passes on what it does not change. */
abstract class Substitute implements InvocationHandler {

    private final Object original;

    Substitute(Object original) {
        this.original = original;
    }

    /** @param interfaceName as the original's own class loader knows it */
    static Object of(String interfaceName, Object original, Substitute substitute) {
        ClassLoader loader = original.getClass().getClassLoader();
        try {
            Class<?> type = Class.forName(interfaceName, false, loader);
            return Proxy.newProxyInstance(loader, new Class<?>[] {type}, substitute);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        return called(method, arguments);
    }

    abstract @Nullable Object called(Method method, @Nullable Object[] arguments);

    final @Nullable Object pass(Method method, @Nullable Object... arguments) {
        return Foreign.invoke(method, original, arguments);
    }
}
