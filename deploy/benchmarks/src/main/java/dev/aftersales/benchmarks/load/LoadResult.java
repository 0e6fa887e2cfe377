package dev.aftersales.benchmarks.load;

import java.util.List;

/**
 * What a load brought. Every latency is counted from the moment at which the claim was due.
 *
 * @param due claims that were to be sent
 * @param mails until the mail server took the mail of released parts
 * @param posts until the POST was answered with 201
 * @param slips until the request left this process; large ones blame the load generator, not the suite
 * @param lost claims that were taken and had no such mail in the end
 * @param failures why claims were not taken
 */
public record LoadResult(
        int due, Latencies mails, Latencies posts, Latencies slips, List<String> lost, List<String> failures) {}
