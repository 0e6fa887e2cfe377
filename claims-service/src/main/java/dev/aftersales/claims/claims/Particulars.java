package dev.aftersales.claims.claims;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said of a claim beside the fault itself; policies ask for different parts of it.
 *
 * @param channel by which the claim came, for example {@code WEB}
 * @param site administrative code of where the unit stands, for example {@code CN-440307}
 * @param faultDate when the fault occurred, in the policy's zone
 * @param component of the unit that failed, for policies with terms of their own for components
 * @param keepParts whether replaced parts are to come back after a paid repair (D2.5c); absent when it was left open
 * @param facts what the policy lets a claim say of itself, by the names that it gives them
 * @param consents what was agreed to, each item once
 * @param unavailable items that the customer says will not come, for example a lost {@code WARRANTY_CARD}, each once
 */
public record Particulars(
        @Nullable String channel,
        @Nullable String site,
        @Nullable LocalDate faultDate,
        @Nullable String component,
        @Nullable Boolean keepParts,
        Map<String, String> facts,
        List<Consent> consents,
        List<Unavailable> unavailable) {

    /** Nothing was said. */
    public static final Particulars NONE =
            new Particulars(null, null, null, null, null, Map.of(), List.of(), List.of());

    public Particulars {
        facts = Map.copyOf(facts);
        consents = List.copyOf(consents);
        unavailable = List.copyOf(unavailable);
    }

    /** The same with what was said later: it wins where both say something, except that who first said a thing stays. */
    Particulars and(Particulars later) {
        Map<String, Consent> agreed = new LinkedHashMap<>();
        consents.forEach(consent -> agreed.put(consent.item(), consent));
        later.consents()
                .forEach(consent ->
                        agreed.merge(consent.item(), consent, (first, again) -> first.saysAs(again) ? first : again));
        Map<String, String> known = new TreeMap<>(facts);
        known.putAll(later.facts());
        Map<String, Unavailable> missing = new LinkedHashMap<>();
        Stream.of(unavailable, later.unavailable())
                .flatMap(List::stream)
                .forEach(said -> missing.putIfAbsent(said.item(), said));
        return new Particulars(
                later.channel() == null ? channel : later.channel(),
                later.site() == null ? site : later.site(),
                later.faultDate() == null ? faultDate : later.faultDate(),
                later.component() == null ? component : later.component(),
                later.keepParts() == null ? keepParts : later.keepParts(),
                known,
                List.copyOf(agreed.values()),
                List.copyOf(missing.values()));
    }

    /** Whether all of that was said before, by whomever and whenever. */
    boolean say(Particulars again) {
        return and(again).equals(this);
    }
}
