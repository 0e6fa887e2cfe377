package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.Vocabulary;
import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Intake;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Reading;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.contracts.PrintedCode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy pack. It takes nothing for granted: every name must be introduced, every text be there in both
 * languages, every key be known. What is wrong is told all at once, as far as that can be: first what is no YAML, then
 * what has not the shape or names nothing, then what contradicts itself.
 */
public final class PackReader {

    private final PackSchema schema = PackSchema.shipped();
    private final Vocabulary vocabulary;

    /** With the words of the suite as they come with the service. */
    public PackReader() {
        this.vocabulary = VocabularyReader.shipped();
    }

    /**
     * The rules of a pack, made ready for judging.
     *
     * @param file its path, for messages
     * @throws PackError when something is wrong with it
     */
    public CompiledPolicy compile(String file, String content) {
        return compile(read(file, content));
    }

    /**
     * The rules of a pack that somebody hands in: every code of it must be known beside.
     *
     * @param file its path, for messages
     * @throws PackError when something is wrong with it
     */
    public CompiledPolicy compileHandedIn(String file, String content) {
        PolicyRules rules = read(file, content);
        List<PackProblem> unknown = unknownCodes(file, content);
        if (!unknown.isEmpty()) {
            throw new PackError(unknown);
        }
        return compile(rules);
    }

    /** What clocks may start and stop with. */
    public Set<String> events() {
        return vocabulary.events();
    }

    /** Rules made ready for judging. */
    public CompiledPolicy compile(PolicyRules rules) {
        return CompiledPolicy.of(rules, vocabulary);
    }

    /**
     * The rules of a pack.
     *
     * @param file its path, for messages
     * @throws PackError when something is wrong with it
     */
    public PolicyRules read(String file, String content) {
        PackDocument document = PackDocument.of(file, content);
        List<PackProblem> problems = new ArrayList<>(schema.problems(document));
        problems.addAll(PackReferences.problems(document));
        if (!problems.isEmpty()) {
            throw new PackError(problems);
        }
        Map<String, Reading> readings = new LinkedHashMap<>();
        return rules(new PackSection(document, "", document.values(), readings), readings);
    }

    /** Readings of a pack on which no rule rests, and of which it does not say why; empty when there are none. */
    public List<PackProblem> idleReadings(String file, String content) {
        return PackReferences.idleReadings(PackDocument.of(file, content));
    }

    /** Codes of a pack that neither the suite nor the pack itself has words for; empty when there are none. */
    List<PackProblem> unknownCodes(String file, String content) {
        return PackCodes.problems(PackDocument.of(file, content), vocabulary);
    }

    private static PolicyRules rules(PackSection pack, Map<String, Reading> readings) {
        Map<String, Clause> clauses = clauses(pack);
        readings.putAll(readings(pack));
        List<FactRule> facts = facts(pack);
        Map<String, FactRule> byName = new HashMap<>();
        facts.forEach(fact -> byName.put(fact.name(), fact));
        PackNames names = new PackNames(clauses, readings, byName);
        checkEachSection(pack, names);

        Coverage coverage = CoverageReader.coverage(pack.section("coverage"), names);
        List<Exclusion> exclusions = ExclusionReader.exclusions(pack, names, coverage);
        PolicyRules rules = new PolicyRules(
                pack.text("vendor"),
                pack.text("policy"),
                pack.text("version"),
                pack.parsed("zone", "a time zone such as Asia/Shanghai", ZoneId::of),
                pack.optionalText("calendar"),
                closeOfBusiness(pack),
                currency(pack),
                pack.parsed("effectiveFrom", "an instant such as 2025-01-01T00:00:00Z", Instant::parse),
                pack.someOf(Precedence.class, "precedence"),
                clauses,
                readings,
                pack.has("codes") ? VocabularyReader.texts(pack, "codes") : Map.of(),
                facts,
                products(pack, facts),
                TermReader.term(pack.section("term"), names),
                coverage,
                names.basis(pack.section("quoteInTerm")),
                evidence(pack, names, exclusions, byName),
                intake(pack, names),
                consents(pack, names),
                exclusions,
                MoneyReader.charges(pack, names),
                MoneyReader.quotes(pack, names),
                MoneyReader.statutory(pack, names),
                MoneyReader.contract(pack, names),
                MoneyReader.overrides(pack, names),
                ServiceReader.entitlements(pack, names),
                BatchReader.batches(pack, names),
                ServiceReader.clocks(pack, names),
                ServiceReader.provisions(pack, "logistics", names),
                ServiceReader.provisions(pack, "communication", names),
                ServiceReader.governance(pack, names));
        pack.end();
        return rules;
    }

    /** Reads each section by itself first, so that what is wrong with one does not hide what is wrong with the next. */
    private static void checkEachSection(PackSection pack, PackNames names) {
        List<Runnable> sections = List.of(
                () -> pack.parsed("zone", "a time zone such as Asia/Shanghai", ZoneId::of),
                () -> closeOfBusiness(pack),
                () -> currency(pack),
                () -> pack.parsed("effectiveFrom", "an instant such as 2025-01-01T00:00:00Z", Instant::parse),
                () -> products(pack, List.copyOf(names.facts().values())),
                () -> TermReader.term(pack.section("term"), names),
                () -> ExclusionReader.exclusions(pack, names, CoverageReader.coverage(pack.section("coverage"), names)),
                () -> intake(pack, names),
                () -> consents(pack, names),
                () -> MoneyReader.charges(pack, names),
                () -> MoneyReader.quotes(pack, names),
                () -> MoneyReader.statutory(pack, names),
                () -> MoneyReader.contract(pack, names),
                () -> MoneyReader.overrides(pack, names),
                () -> ServiceReader.entitlements(pack, names),
                () -> BatchReader.batches(pack, names),
                () -> ServiceReader.clocks(pack, names),
                () -> ServiceReader.provisions(pack, "logistics", names),
                () -> ServiceReader.provisions(pack, "communication", names),
                () -> ServiceReader.governance(pack, names));
        List<PackProblem> problems = new ArrayList<>();
        for (Runnable section : sections) {
            try {
                section.run();
            } catch (PackError e) {
                // Clocks name rules of batches, and so find the same wrong with these.
                e.problems().stream()
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new PackError(problems);
        }
    }

    private static @Nullable Settled<LocalTime> closeOfBusiness(PackSection pack) {
        return pack.optionalSettled(
                "closeOfBusiness", key -> pack.parsed(key, "a time such as \"18:00\"", LocalTime::parse));
    }

    private static @Nullable String currency(PackSection pack) {
        String code = pack.optionalText("currency");
        if (code != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(code))) {
            throw pack.error("currency", "is '" + code + "'; must be a currency such as CNY");
        }
        return code;
    }

    private static Map<String, Clause> clauses(PackSection pack) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        pack.named("clauses").forEach((id, section) -> {
            clauses.put(
                    id,
                    new Clause(
                            section.oneOf(Clause.Kind.class, "kind"),
                            section.oneOf(Clause.Force.class, "force"),
                            section.text("en"),
                            section.text("zh")));
            section.end();
        });
        return clauses;
    }

    private static Map<String, Reading> readings(PackSection pack) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        pack.optionalNamed("readings").forEach((id, section) -> {
            // For whoever reads the pack: PackReferences looks whether it has to be there.
            section.optionalText("noRule");
            readings.put(
                    id,
                    new Reading(
                            section.optionalText("settles"),
                            section.optionalScalar("value"),
                            section.text("en"),
                            section.text("zh")));
            section.end();
        });
        return readings;
    }

    private static List<FactRule> facts(PackSection pack) {
        List<FactRule> facts = new ArrayList<>();
        pack.optionalNamed("facts").forEach((name, section) -> {
            FactRule.Source from = section.oneOf(FactRule.Source.class, "from");
            List<String> values = section.has("values") ? section.texts("values") : valuesOf(from);
            boolean paper = from == FactRule.Source.DOCUMENT || from == FactRule.Source.BARCODES;
            facts.add(new FactRule(
                    name,
                    from,
                    values,
                    said(name, values, section.optionalSection("findings")),
                    said(name, values, section.optionalSection("causes")),
                    section.optionalText("causesReading"),
                    reported(name, values, section),
                    paper ? section.oneOf(DocumentKind.class, "document") : null,
                    from == FactRule.Source.BARCODES ? section.texts("attributes") : List.of()));
            section.end();
        });
        return facts;
    }

    /** What a customer may report of the fact. */
    private static List<String> reported(String fact, List<String> values, PackSection section) {
        List<String> reported = section.optionalTexts("reported");
        for (String value : reported) {
            if (!values.contains(value)) {
                throw section.error("reported", "'" + value + "' is no value of " + fact);
            }
        }
        return reported;
    }

    /** Codes, each with the value that it says of the fact. */
    private static Map<String, String> said(String fact, List<String> values, @Nullable PackSection section) {
        Map<String, String> said = new LinkedHashMap<>();
        if (section != null) {
            for (String code : section.keys()) {
                String value = section.text(code);
                if (!values.contains(value)) {
                    throw section.error(code, "'" + value + "' is no value of " + fact);
                }
                said.put(code, value);
            }
        }
        return said;
    }

    private static List<String> valuesOf(FactRule.Source from) {
        return switch (from) {
            case DOCUMENT ->
                Arrays.stream(DatedDocument.State.values()).map(Enum::name).toList();
            case BARCODES ->
                Arrays.stream(FactRule.Agreement.values()).map(Enum::name).toList();
            case DIAGNOSIS, UNIT, CLAIM -> List.of();
        };
    }

    private static Map<String, Product> products(PackSection pack, List<FactRule> facts) {
        Map<String, Product> products = new LinkedHashMap<>();
        pack.optionalNamed("products").forEach((model, section) -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            PackSection given = section.optionalSection("attributes");
            if (given != null) {
                given.keys().forEach(key -> attributes.put(key, given.text(key)));
                facts.stream()
                        .filter(fact -> fact.from() == FactRule.Source.BARCODES && attributes.containsKey(fact.name()))
                        .forEach(fact -> given.oneOf(FactRule.Count.class, fact.name()));
            }
            Map<String, Period> components = new LinkedHashMap<>();
            PackSection parts = section.optionalSection("components");
            if (parts != null) {
                parts.keys().forEach(key -> components.put(key, parts.period(key)));
            }
            products.put(PrintedCode.of(model), new Product(section.optionalPeriod("term"), attributes, components));
            section.end();
        });
        return products;
    }

    private static List<Requirement> evidence(
            PackSection pack, PackNames names, List<Exclusion> exclusions, Map<String, FactRule> facts) {
        Set<String> items = new HashSet<>();
        List<Requirement> requirements = new ArrayList<>();
        for (PackSection section : pack.optionalSections("evidence")) {
            String item = section.text("item");
            if (!items.add(item)) {
                throw section.error("item", "'" + item + "' is asked for twice");
            }
            String standIn = section.optionalText("unlessSuspected");
            if (standIn != null
                    && exclusions.stream()
                            .noneMatch(exclusion -> exclusion.clause().equals(standIn))) {
                throw section.error("unlessSuspected", "'" + standIn + "' is no exclusion of this pack");
            }
            List<String> said = section.optionalTexts("facts");
            String compares = section.optionalText("compares");
            FactRule compared = compares == null ? null : facts.get(compares);
            if (compares != null && (compared == null || compared.from() != FactRule.Source.BARCODES)) {
                throw section.error("compares", "'" + compares + "' is no fact of this pack that compares numbers");
            }
            Requirement.Shows shows = section.has("document")
                    ? new Requirement.Shows(section.oneOf(DocumentKind.class, "document"), section.texts("shows"))
                    : null;
            requirements.add(new Requirement(
                    names.clause(section, "clause"),
                    names.readingOrSettling(section),
                    item,
                    (said.isEmpty() && shows == null && compares == null) || section.has("anyOf")
                            ? section.someOf(Requirement.Particular.class, "anyOf")
                            : List.of(),
                    said,
                    shows,
                    compares,
                    section.optionalText("unrecordedReading"),
                    standIn,
                    section.optionalOneOf(Requirement.Unavailable.class, "unavailable")));
            section.end();
        }
        return requirements;
    }

    private static @Nullable Intake intake(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("intake");
        if (section == null) {
            return null;
        }
        Intake intake =
                new Intake(names.clause(section, "clause"), names.optionalReading(section), section.texts("channels"));
        section.end();
        return intake;
    }

    private static List<Consent> consents(PackSection pack, PackNames names) {
        List<Consent> consents = new ArrayList<>();
        for (PackSection section : pack.optionalSections("consents")) {
            consents.add(new Consent(
                    names.clause(section, "clause"),
                    names.optionalReading(section),
                    section.text("item"),
                    section.oneOf(Consent.Needed.class, "needed"),
                    section.optionalTexts("states"),
                    section.optionalTexts("detailed")));
            section.end();
        }
        return consents;
    }
}
