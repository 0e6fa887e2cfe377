package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.KnownAttributes;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.regions.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a customer says against what the policy can make something of: a word that it does not know is refused. */
final class SaidCheck {

    private final CompiledPolicy policy;
    private final PolicyRules rules;
    private final LocalDate today;

    /** @param now the policy's day is taken from it */
    SaidCheck(CompiledPolicy policy, Instant now) {
        this.policy = policy;
        this.rules = policy.rules();
        this.today = LocalDate.ofInstant(now, policy.zone());
    }

    /**
     * Something that cannot be taken in.
     *
     * @param type of the problem
     * @param field of the request
     */
    record Refusal(String type, String field, String title, String detail) {}

    /**
     * A consent without which there is no claim (D0.1), or no service (D3.1 to D3.3).
     *
     * @param words what people call it
     */
    record Needed(String item, String clause, Text words) {}

    /** The first thing that cannot be taken in. */
    Optional<Refusal> refusal(Said said, Collection<Integer> lines) {
        return Stream.<Optional<Refusal>>of(
                        consents(said),
                        unavailable(said),
                        facts(said),
                        faultDate(said.faultDate()),
                        channel(said.channel()),
                        site(said.site()),
                        component(said.component()),
                        documents(said.documents(), lines))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What has to be agreed to before there can be a claim, and is not (D0.1). */
    List<Needed> needed(Said said) {
        Set<String> agreed = said.consents() == null
                ? Set.of()
                : said.consents().stream().map(Said.ConsentRequest::item).collect(Collectors.toSet());
        return needed(Consent.Needed.AT_SUBMISSION, consent -> agreed.contains(consent.item()));
    }

    /** What has to be agreed to before anything is served, and is not (D3.1 to D3.3). */
    List<Needed> neededBeforeService(Particulars said) {
        return needed(Consent.Needed.BEFORE_SERVICE, consent -> said.consents().stream()
                .anyMatch(given ->
                        given.item().equals(consent.item()) && consent.isMetBy(given.state(), given.detail())));
    }

    private List<Needed> needed(Consent.Needed by, Predicate<Consent> given) {
        return rules.consents().stream()
                .filter(consent -> consent.needed() == by)
                .filter(consent -> !given.test(consent))
                .map(consent -> new Needed(consent.item(), consent.clause(), policy.words(consent.item())))
                .toList();
    }

    /** Papers that cannot be taken in. */
    Optional<Refusal> documents(@Nullable List<Said.DocumentRequest> documents, Collection<Integer> lines) {
        if (documents == null) {
            return Optional.empty();
        }
        for (int i = 0; i < documents.size(); i++) {
            Said.DocumentRequest document = documents.get(i);
            if (document.date().isAfter(today)) {
                return refused(
                        "date-in-the-future",
                        "documents[" + i + "].date",
                        "The paper is dated in the future",
                        "Today is " + today + " where the policy counts days. Send the date that stands on the paper.");
            }
            Integer line = document.line();
            if (line != null && !lines.contains(line)) {
                return refused(
                        "line-unknown",
                        "documents[" + i + "].line",
                        "The claim does not have that line",
                        "Name the line whose unit the paper is of, or none when it is of all.");
            }
            Optional<Refusal> attribute = attributes("documents[" + i + "].attributes", document.attributes());
            if (attribute.isPresent()) {
                return attribute;
            }
        }
        return Optional.empty();
    }

    /** What is said to stand on a paper under a name that the policy does not know would be passed over (B4.5, D2.4d). */
    Optional<Refusal> attributes(String field, @Nullable Map<String, String> attributes) {
        Set<String> known = KnownAttributes.of(rules).ofPaper();
        return attributes == null
                ? Optional.empty()
                : attributes.keySet().stream()
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .findFirst()
                        .flatMap(name -> refused(
                                "attribute-unknown",
                                field + "." + name,
                                "The policy makes nothing of that on a paper",
                                known.isEmpty()
                                        ? "Policy " + policy.version()
                                                + " looks at nothing but kind, number and date. Leave attributes out."
                                        : "One of " + String.join(", ", known) + "; " + name
                                                + " is none of them. Leave out what policy " + policy.version()
                                                + " does not look at."));
    }

    private Optional<Refusal> consents(Said said) {
        if (said.consents() == null) {
            return Optional.empty();
        }
        Set<String> known = rules.consents().stream().map(Consent::item).collect(Collectors.toCollection(TreeSet::new));
        for (Said.ConsentRequest consent : said.consents()) {
            if (!known.contains(consent.item())) {
                return refused(
                        "consent-unknown",
                        "consents",
                        "The policy asks for no such consent",
                        known.isEmpty()
                                ? "Policy " + policy.version() + " asks for none. Leave consents out."
                                : "Policy " + policy.version() + " asks for " + String.join(", ", known) + ".");
            }
            if (!consent.version().equals(policy.version())) {
                return refused(
                        "consent-outdated",
                        "consents",
                        "That consent is to other terms",
                        "The claim is judged by version " + policy.version() + ". Read it at /api/v1/policies/"
                                + policy.version() + " and agree to that.");
            }
            Optional<Refusal> state = state(consent);
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    /** What is stated must be one of the states that the policy knows, with a word beside where it asks for one (D3.2). */
    private Optional<Refusal> state(Said.ConsentRequest said) {
        Consent asked = rules.consents().stream()
                .filter(consent -> consent.item().equals(said.item()))
                .findFirst()
                .orElseThrow();
        if (asked.isMetBy(said.state(), blankToNull(said.detail()))
                && (said.state() == null) == asked.states().isEmpty()) {
            return Optional.empty();
        }
        boolean known = said.state() != null && asked.states().contains(said.state());
        return refused(
                known ? "detail-needed" : "state-unknown",
                known ? "consents.detail" : "consents.state",
                known ? "A word is missing beside that state" : "That is none of the states that the policy knows",
                known
                        ? "Clause " + asked.clause() + " asks what is left. Say it in detail, without any password."
                        : asked.states().isEmpty()
                                ? asked.item() + " is agreed to, and no more. Leave state out."
                                : "State of " + asked.item() + " one of " + String.join(", ", asked.states()) + ".");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Optional<Refusal> unavailable(Said said) {
        if (said.unavailable() == null) {
            return Optional.empty();
        }
        Set<String> known =
                rules.evidence().stream().map(Requirement::item).collect(Collectors.toCollection(TreeSet::new));
        known.add(rules.term().missingItem());
        return said.unavailable().stream()
                .filter(item -> !known.contains(item))
                .findFirst()
                .flatMap(item -> refused(
                        "item-unknown",
                        "unavailable",
                        "The policy does not ask for that",
                        "Policy " + policy.version() + " may ask for " + String.join(", ", known) + "."));
    }

    /** A cause that neither the policy nor anybody else has a name for. */
    Optional<Refusal> declaredCause(@Nullable String cause) {
        return cause == null || policy.declarable().contains(cause)
                ? Optional.empty()
                : refused(
                        "cause-unknown",
                        "declaredCause",
                        "There is no such cause",
                        "Name one of " + String.join(", ", policy.declarable())
                                + ", or leave it out and describe the fault.");
    }

    /** A channel that nobody has a name for; by which of the others claims are taken is the policy's to say (A4.1, D1.1a). */
    private Optional<Refusal> channel(@Nullable String channel) {
        return channel == null || policy.channels().contains(channel)
                ? Optional.empty()
                : refused(
                        "channel-unknown",
                        "channel",
                        "There is no such channel",
                        "Name one of " + String.join(", ", policy.channels()) + ", or leave channel out.");
    }

    /** A place that is no region would lie in none on which a service depends (C2.2), and nobody would hear why. */
    private static Optional<Refusal> site(@Nullable String site) {
        return site == null || Regions.isOne(site)
                ? Optional.empty()
                : refused(
                        "site-unknown",
                        "site",
                        "There is no such region",
                        "Give a country of ISO 3166 and, where it matters, the administrative code in it, for example"
                                + " CN-440307.");
    }

    private Optional<Refusal> facts(Said said) {
        if (said.facts() == null) {
            return Optional.empty();
        }
        List<FactRule> known = rules.facts().stream()
                .filter(fact ->
                        fact.from() == FactRule.Source.CLAIM || !fact.reported().isEmpty())
                .toList();
        for (var entry : said.facts().entrySet()) {
            Optional<FactRule> rule = known.stream()
                    .filter(fact -> fact.name().equals(entry.getKey()))
                    .findFirst();
            if (rule.isEmpty()) {
                return refused(
                        "fact-unknown",
                        "facts",
                        "The policy makes nothing of that fact",
                        "Policy " + policy.version() + " looks at "
                                + known.stream().map(FactRule::name).collect(Collectors.joining(", ", "[", "]"))
                                + ". Leave out what it does not look at.");
            }
            FactRule asked = rule.get();
            List<String> values = asked.from() == FactRule.Source.CLAIM ? asked.values() : asked.reported();
            if (!values.isEmpty() && !values.contains(entry.getValue())) {
                return refused(
                        "fact-unknown",
                        "facts." + asked.name(),
                        "That fact has no such value",
                        "It is one of " + String.join(", ", values) + ".");
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> faultDate(@Nullable LocalDate date) {
        return date == null || !date.isAfter(today)
                ? Optional.empty()
                : refused(
                        "date-in-the-future",
                        "faultDate",
                        "The fault lies in the future",
                        "Today is " + today + " where the policy counts days. Send the day on which the fault showed.");
    }

    /** A component that no product of the policy has is no component with a term of its own (D2.4a): it is refused. */
    private Optional<Refusal> component(@Nullable String component) {
        Set<String> known = new TreeSet<>();
        rules.products()
                .values()
                .forEach(product -> known.addAll(product.components().keySet()));
        return component == null || known.contains(component)
                ? Optional.empty()
                : refused(
                        "component-unknown",
                        "component",
                        "The policy knows no such component",
                        known.isEmpty()
                                ? "Policy " + policy.version() + " has no terms for components. Leave component out."
                                : "Policy " + policy.version() + " knows " + String.join(", ", known)
                                        + ". Name one of them, or leave component out for the whole unit.");
    }

    private static Optional<Refusal> refused(String type, String field, String title, String detail) {
        return Optional.of(new Refusal(type, field, title, detail));
    }
}
