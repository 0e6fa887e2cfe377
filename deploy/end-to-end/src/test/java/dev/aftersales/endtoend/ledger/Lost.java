package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An accepted claim is missing, its way never reached the mail server, or nobody was to be told of a batch issue. */
public record Lost() implements Checker {

    /** The mails of a claim whose fault the catalogue answers, up to the release of its parts. */
    private static final Set<String> MAILS = Set.of("we have received it", "covered", "your parts are being packed");

    private static final String WAITS = "your parts are on back order";
    private static final String DEPARTED = "your parts are on their way";

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        Set<String> there =
                sighting.claims().stream().map(Sighting.Claim::id).collect(Collectors.toCollection(HashSet::new));
        Map<String, List<String>> mails = sighting.mails().stream()
                .collect(Collectors.groupingBy(
                        Sighting.Mail::claim, Collectors.mapping(Sighting.Mail::subject, Collectors.toList())));
        // Told as failed, because the recipient cannot be reached: how many may be is for the run to say.
        Set<String> undeliverable = sighting.notifications().stream()
                .filter(letter -> letter.state().equals("Failed") && letter.team() == null)
                .map(Sighting.Notification::claim)
                .collect(Collectors.toSet());
        Set<String> waited = sighting.events().stream()
                .filter(event -> event.type().equals("logistics.parts-backordered.v1"))
                .map(Sighting.Event::key)
                .collect(Collectors.toSet());
        Set<String> departed = sighting.shipments().stream()
                .filter(shipment -> Set.of("Dispatched", "Delivered").contains(shipment.stage()))
                .map(Sighting.Shipment::claim)
                .collect(Collectors.toSet());
        List<String> findings = new ArrayList<>();
        for (Tried tried : ledger.claims().values()) {
            for (String claim : tried.accepted()) {
                if (!there.contains(claim)) {
                    findings.add("claim " + claim + " of " + tried.serial() + " was accepted and is not there");
                    continue;
                }
                if (undeliverable.contains(claim)) {
                    continue;
                }
                Set<String> missing = new TreeSet<>(MAILS);
                if (waited.contains(claim)) {
                    missing.add(WAITS);
                }
                if (departed.contains(claim)) {
                    missing.add(DEPARTED);
                }
                // That on the way goes on with the tracking number.
                mails.getOrDefault(claim, List.of())
                        .forEach(subject -> missing.removeIf(news -> subject.endsWith(news)
                                || (news.equals(DEPARTED) && subject.contains(": " + DEPARTED))));
                if (!missing.isEmpty()) {
                    findings.add("claim " + claim + " was accepted and never got the mails " + missing);
                }
            }
        }
        alarms(sighting, findings);
        return findings;
    }

    /** A letter is enough: that of a team without mailbox waits for one. */
    private static void alarms(Sighting sighting, List<String> findings) {
        Set<String> told = sighting.notifications().stream()
                .filter(letter -> letter.template().equals("BatchIssueDetected"))
                .map(Sighting.Notification::claim)
                .collect(Collectors.toSet());
        sighting.events().stream()
                .filter(event -> event.type().equals("batches.batch-issue-detected.v1"))
                .map(Sighting.Event::key)
                .distinct()
                .filter(issue -> !told.contains(issue))
                .forEach(issue -> findings.add("batch issue " + issue + " was detected and no team was told"));
    }
}
