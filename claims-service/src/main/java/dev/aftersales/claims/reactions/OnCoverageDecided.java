package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.OfferQuote;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Quotes by itself what the vendor does not bear, where every price is known (A1.3, B3.1, C4.1, D2.2a). */
@Component
final class OnCoverageDecided implements Reaction<CoverageDecided> {

    private final OfferQuote offers;

    OnCoverageDecided(OfferQuote offers) {
        this.offers = offers;
    }

    @Override
    public Class<CoverageDecided> event() {
        return CoverageDecided.class;
    }

    @Override
    public void react(Received<CoverageDecided> event) {
        CoverageDecided said = event.data();
        Set<Integer> unpaid = said.lines().stream()
                .filter(line ->
                        line.verdict() == Verdict.NOT_COVERED_OFFER_QUOTE || line.verdict() == Verdict.COVERED_PARTIAL)
                .map(CoverageDecided.Line::line)
                .collect(Collectors.toSet());
        if (!unpaid.isEmpty()) {
            offers.offer(event, said.claimId(), unpaid);
        }
    }
}
