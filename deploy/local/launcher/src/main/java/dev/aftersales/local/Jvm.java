package dev.aftersales.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Command lines for JVMs of the suite, on the JDK that runs the launcher.
 *
 * @param data named on every command line, so that whoever cleans up can tell our processes from others
 */
record Jvm(Path data) {

    /** Where the options end and the program begins. */
    private static final Set<String> PROGRAM = Set.of("-cp", "-jar");

    private static final String ARCHIVE_FILE = "-XX:SharedArchiveFile=";
    private static final Set<String> ARCHIVING = Set.of("-XX:+AutoCreateSharedArchive", "-XX:+VerifySharedSpaces");

    private static final int UNSAFE_MEMORY_OPTION_SINCE = 23;

    List<String> mainClass(List<String> options, String classPath, String mainClass, Object... arguments) {
        List<String> command = start(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", classPath, mainClass));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** The jar's manifest enables native access: as an option it would cost the archive of classes its modules. */
    List<String> jar(List<String> options, Path jar) {
        List<String> command = start(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /**
     * Options to keep the loaded classes in that file: a second start maps what the first had to look for and verify.
     * {@code VerifySharedSpaces}, so that what two JVMs may have written at once is noticed and not used.
     */
    static List<String> archiving(Path archive) {
        List<String> options = new ArrayList<>(ARCHIVING);
        options.add(ARCHIVE_FILE + archive);
        // It would name each class that it cannot keep.
        options.add("-Xlog:cds*=error");
        return options;
    }

    /**
     * The same command line with further options for the JVM, behind those that it has, so that they win.
     *
     * @throws IllegalArgumentException if it is not one that was made here
     */
    static List<String> withOptions(List<String> command, List<String> more) {
        int end = 0;
        while (end < command.size() && !PROGRAM.contains(command.get(end))) {
            end++;
        }
        if (end == command.size()) {
            throw new IllegalArgumentException(
                    command.getFirst() + " is not a JVM and takes no options of one: " + more);
        }
        List<String> longer = new ArrayList<>(command);
        longer.addAll(end, more);
        if (more.stream().anyMatch(option -> option.startsWith("-javaagent:"))) {
            // An agent adds to the class path, so that no archive of other starts fits, and one of this start none of
            // theirs.
            longer.removeIf(option -> ARCHIVING.contains(option) || option.startsWith(ARCHIVE_FILE));
        }
        return longer;
    }

    private List<String> start(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Daftersales.data=" + data);
        // A JVM without memory is neither dead nor alive; a dead one is started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (Runtime.version().feature() >= UNSAFE_MEMORY_OPTION_SINCE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        return command;
    }
}
