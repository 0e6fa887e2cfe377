package dev.aftersales.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the person at the terminal asked for.
 *
 * @param data directory that keeps everything between two runs
 * @param fresh whether it is emptied first
 * @param detach whether the command returns once everything is ready
 * @param demo whether simulated partners take part; business time can be moved then, too
 * @param simulation whether business time can be moved
 * @param portOffset distance by which all ports are shifted
 */
record Options(Path data, boolean fresh, boolean detach, boolean demo, boolean simulation, int portOffset) {

    /**
     * Reads the command line.
     *
     * @throws StartFailure if it says something that is not understood
     */
    static Options parse(List<String> arguments, Path defaultData) {
        Path data = defaultData;
        boolean fresh = false;
        boolean detach = false;
        boolean demo = false;
        boolean simulation = false;
        int offset = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--detach" -> detach = true;
                case "--demo" -> demo = true;
                case "--simulation" -> simulation = true;
                case "--data" -> data = Path.of(value(arguments, ++i, argument)).toAbsolutePath();
                case "--port-offset" -> offset = number(value(arguments, ++i, argument));
                default ->
                    throw new StartFailure("There is no option " + argument + ": deploy/up --help names them all.");
            }
        }
        return new Options(data, fresh, detach, demo, simulation || demo, offset);
    }

    /** The ports that the offset leads to. */
    Ports ports() {
        try {
            return Ports.standard().shifted(portOffset);
        } catch (IllegalArgumentException outOfRange) {
            throw new StartFailure("With --port-offset " + portOffset + " a port would leave the range from 1 to 65535:"
                    + " choose a distance from -3024 to 38518.");
        }
    }

    /** The same options for the process that stays in the background. */
    List<String> inBackground() {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        if (fresh) {
            arguments.add("--fresh");
        }
        if (demo) {
            arguments.add("--demo");
        }
        if (simulation) {
            arguments.add("--simulation");
        }
        arguments.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        return arguments;
    }

    private static String value(List<String> arguments, int index, String option) {
        if (index == arguments.size()) {
            throw new StartFailure("Option " + option + " needs a value: deploy/up --help shows how.");
        }
        return arguments.get(index);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailure("--port-offset needs a whole number, not " + text + ".");
        }
    }
}
