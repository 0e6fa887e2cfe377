package dev.aftersales.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wishes the suite to consist of.
 *
 * @param instances of each service
 * @param jvmOptions that replace the usual ones, by part
 * @param kept where a part keeps its data, if not in the suite's directory, by part
 * @param outside parts that run elsewhere already
 * @param mailServer in place of an own one
 */
record Wishes(
        Ports ports,
        boolean partners,
        boolean services,
        int instances,
        Map<String, List<String>> jvmOptions,
        Map<String, Path> kept,
        Outside outside,
        Optional<MailServerAddress> mailServer) {

    /** Where mail goes. */
    record MailServerAddress(String host, String port) {}
}
