package dev.aftersales.failpoints;

import java.util.OptionalInt;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Methods of a class, of whatever visibility.
 *
 * @param parameters how many the method has, to choose among methods of one name; all of them when empty
 */
record Target(String className, String method, OptionalInt parameters) {

    static Target of(String className, String method) {
        return new Target(className, method, OptionalInt.empty());
    }

    static Target of(String className, String method, int parameters) {
        return new Target(className, method, OptionalInt.of(parameters));
    }

    ElementMatcher.Junction<MethodDescription> matcher() {
        ElementMatcher.Junction<MethodDescription> named = ElementMatchers.<MethodDescription>named(method)
                .and(ElementMatchers.not(ElementMatchers.isAbstract()))
                .and(ElementMatchers.not(ElementMatchers.isBridge()));
        return parameters.isEmpty() ? named : named.and(ElementMatchers.takesArguments(parameters.getAsInt()));
    }

    @Override
    public String toString() {
        return className + "." + method + (parameters.isEmpty() ? "" : "/" + parameters.getAsInt());
    }
}
