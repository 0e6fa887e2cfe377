package dev.aftersales.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wishes the suite to consist of.
 *
 * @param simulation whether business time can be moved
 * @param instances of each service that is not among {@code instancesOf}
 * @param jvmOptions that replace the usual ones, by part
 * @param kept where a part keeps its data, if not in the suite's directory, by part
 * @param outside parts that run elsewhere already
 * @param mailServer in place of an own one
 */
record Wishes(
        Ports ports,
        boolean partners,
        boolean services,
        boolean simulation,
        int instances,
        Map<String, Integer> instancesOf,
        Map<String, List<String>> jvmOptions,
        Map<String, Path> kept,
        Outside outside,
        Optional<MailServerAddress> mailServer) {

    /** How many instances of that service run. */
    int instancesOf(String service) {
        return instancesOf.getOrDefault(service, instances);
    }

    /** Where mail goes. */
    record MailServerAddress(String host, String port) {}
}
