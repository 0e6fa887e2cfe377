package dev.aftersales.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the parts are named that are instances of one service: the first as the service, the next with a number behind. */
final class InstanceName {

    private static final Pattern FURTHER = Pattern.compile("(.+)-([0-9]+)");

    private InstanceName() {}

    static String of(String service, int instance) {
        return instance == 1 ? service : service + "-" + instance;
    }

    static String serviceOf(String part) {
        Matcher further = FURTHER.matcher(part);
        return further.matches() ? further.group(1) : part;
    }

    static int numberIn(String part) {
        Matcher further = FURTHER.matcher(part);
        return further.matches() ? Integer.parseInt(further.group(2)) : 1;
    }

    /** The names under which something may be said to a part, the more particular one last. */
    static Stream<String> heededBy(String part) {
        return Stream.of(serviceOf(part), part).distinct();
    }
}
