package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A claim is there that nobody sent, or whose sender was told that it was refused. */
public record Phantom() implements Checker {

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        Map<String, Tried> tried = ledger.claims();
        List<String> findings = new ArrayList<>();
        for (Sighting.Claim claim : sighting.claims()) {
            for (String serial : claim.serials()) {
                Tried sent = tried.get(serial);
                if (sent == null) {
                    findings.add("claim " + claim.id() + " of " + serial + " was never sent");
                } else if (sent.refused()) {
                    findings.add("claim " + claim.id() + " of " + serial + " was refused and is there");
                }
            }
        }
        return findings;
    }
}
