package dev.aftersales.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines for JVMs of the suite, on the JDK that runs the launcher.
 *
 * @param data named on every command line, so that whoever cleans up can tell our processes from others
 */
record Jvm(Path data) {

    private static final int UNSAFE_MEMORY_OPTION_SINCE = 23;

    List<String> mainClass(List<String> options, String classPath, String mainClass, Object... arguments) {
        List<String> command = start(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    List<String> jar(List<String> options, Path jar) {
        List<String> command = start(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private List<String> start(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Daftersales.data=" + data);
        command.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= UNSAFE_MEMORY_OPTION_SINCE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        return command;
    }
}
