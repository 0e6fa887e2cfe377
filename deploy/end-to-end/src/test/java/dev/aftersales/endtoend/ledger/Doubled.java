package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two claims for one key, two mails of one kind for one claim to one mailbox, two shipments or reservations for one need.
 * One mail that came twice under one Message-ID is {@linkplain Sighting#repeatedMails() counted apart}.
 */
public record Doubled() implements Checker {

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        List<String> findings = new ArrayList<>();
        ledger.claims().values().stream()
                .filter(tried -> tried.accepted().size() > 1)
                .forEach(tried -> findings.add("one key was answered with the claims " + tried.accepted()));
        more(sighting.claims().stream().flatMap(claim -> claim.serials().stream()), serial -> serial)
                .forEach((serial, count) -> findings.add(count + " claims for the one request of " + serial));
        Set<String> messages = new HashSet<>();
        more(
                        sighting.mails().stream().filter(mail -> messages.add(mail.messageId())),
                        mail -> mail.mailbox() + ", " + mail.claim() + ": " + mail.subject())
                .forEach((mail, count) -> findings.add(count + " mails \"" + mail + "\""));
        more(
                        sighting.shipments().stream().flatMap(shipment -> shipment.lines().stream()
                                .map(line -> shipment.claim() + "/" + line)),
                        line -> line)
                .forEach((line, count) -> findings.add(count + " shipments for line " + line));
        more(sighting.reservations().stream(), held -> held.order() + " of " + held.part())
                .forEach((held, count) -> findings.add(count + " reservations for " + held));
        return findings;
    }

    private static <T> Map<String, Long> more(Stream<T> things, Function<T, String> name) {
        Map<String, Long> counted = things.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
        counted.values().removeIf(count -> count == 1);
        return counted;
    }
}
