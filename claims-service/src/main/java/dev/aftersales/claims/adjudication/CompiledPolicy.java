package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Charge;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A policy version made ready for judging: causes, findings and facts are looked up, not searched for. Immutable; shared by
 * all threads.
 */
public final class CompiledPolicy {

    private static final List<DatedDocument.State> AT_FAULT =
            List.of(DatedDocument.State.ALTERED, DatedDocument.State.INCONSISTENT, DatedDocument.State.ILLEGIBLE);

    private final PolicyRules rules;
    private final Vocabulary vocabulary;
    private final Map<String, Text> clauses = new HashMap<>();
    private final Map<String, Text> readings = new HashMap<>();
    private final FactRule[] facts;
    private final Map<String, Integer> factNumbers = new HashMap<>();
    private final Set<String> coveredCauses;
    private final Set<String> doubtfulCauses;
    private final Map<String, List<Grounds>> excludedCauses = new HashMap<>();
    private final Map<String, Text> nexts = new HashMap<>();
    private final Map<String, List<Observed>> findings = new HashMap<>();
    private final List<List<Watch>> watched = new ArrayList<>();
    private final List<Integer> watchedFacts = new ArrayList<>();
    private final List<Integer> reportedFacts = new ArrayList<>();
    private final Map<Exclusion, Furthers> furthers = new HashMap<>();
    private final List<CompiledGate> gates = new ArrayList<>();
    private final Map<Route, List<CompiledCondition>> routes = new EnumMap<>(Route.class);
    private final Map<Charge.When, List<Charge>> charges = new EnumMap<>(Charge.When.class);
    private final Map<DocumentKind, Requirement.Shows> particulars = new EnumMap<>(DocumentKind.class);
    private final Map<DocumentKind, List<String>> agreeing = new EnumMap<>(DocumentKind.class);
    private final Map<DocumentKind, List<DatedDocument.State>> invalid = new EnumMap<>(DocumentKind.class);
    private final boolean asksForUnit;
    private final boolean asksForContract;
    private final boolean contractWins;
    private final boolean lawBeforeContract;
    private final @Nullable Exclusion excludedByContract;
    private final @Nullable TermFloor floor;
    private final List<String> causes;
    private final List<String> channels;

    private CompiledPolicy(PolicyRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.floor = TermFloor.of(rules);
        rules.clauses().forEach((id, clause) -> clauses.put(id, clause.text()));
        rules.readings().forEach((id, reading) -> readings.put(id, reading.text()));
        Coverage coverage = rules.coverage();
        this.coveredCauses = Set.copyOf(coverage.causes().covered());
        Coverage.Doubtful doubtful = coverage.doubtful();
        this.doubtfulCauses = doubtful == null ? Set.of() : Set.copyOf(doubtful.causes());
        this.facts = rules.facts().toArray(FactRule[]::new);
        for (String shared : KnownFacts.SHARED) {
            factNumbers.put(shared, factNumbers.size());
        }
        for (FactRule fact : facts) {
            int number = factNumbers.size();
            factNumbers.put(fact.name(), number);
            fact.findings().forEach((finding, value) -> findings.computeIfAbsent(finding, code -> new ArrayList<>())
                    .add(new Observed(number, fact.name(), value)));
        }
        for (int i = 0; i < factCount(); i++) {
            watched.add(new ArrayList<>());
        }
        rules.exclusions().forEach(this::compile);
        for (int i = 0; i < watched.size(); i++) {
            if (!watched.get(i).isEmpty()) {
                watchedFacts.add(i);
                if (i >= KnownFacts.OWN && !fact(i).reported().isEmpty()) {
                    reportedFacts.add(i);
                }
            }
        }
        for (Coverage.Gate gate : coverage.gates()) {
            gates.add(new CompiledGate(
                    gate, gate.anyOf().stream().map(way -> compiled(way.when())).toList()));
        }
        coverage.routes().forEach((route, rule) -> routes.put(route, compiled(rule.when())));
        for (Charge.When when : Charge.When.values()) {
            charges.put(
                    when,
                    rules.charges().stream()
                            .filter(charge -> charge.when() == when || appliesIn(charge.when(), when))
                            .toList());
        }
        Set<Requirement.Particular> asked = new HashSet<>();
        for (Requirement requirement : rules.evidence()) {
            asked.addAll(requirement.anyOf());
            Requirement.Shows shows = requirement.shows();
            if (shows != null) {
                particulars.put(shows.document(), shows);
            }
        }
        for (Term.Anchor anchor : rules.term().anchors()) {
            Term.Invalid ofAnchor = anchor.invalid();
            if (ofAnchor != null) {
                invalid.put(anchor.document(), ofAnchor.states());
                if (!ofAnchor.agreesIn().isEmpty()) {
                    agreeing.put(anchor.document(), ofAnchor.agreesIn());
                }
            }
        }
        for (Term.Anchor anchor : rules.term().anchors()) {
            if (anchor.notAfter() != null) {
                invalid.putIfAbsent(anchor.notAfter().document(), AT_FAULT);
            }
        }
        this.asksForUnit = asked.contains(Requirement.Particular.SERIAL);
        this.asksForContract = asked.contains(Requirement.Particular.KNOWN_CONTRACT);
        this.lawBeforeContract = before(Precedence.LAW, Precedence.CONTRACT);
        this.contractWins =
                before(Precedence.CONTRACT, Precedence.POLICY) && before(Precedence.CONTRACT, Precedence.AGREEMENT);
        this.causes = causes(rules, vocabulary);
        Set<String> coming = new TreeSet<>(vocabulary.channels());
        if (rules.intake() != null) {
            coming.addAll(rules.intake().channels());
        }
        this.channels = List.copyOf(coming);
        ContractRules contract = rules.contract();
        this.excludedByContract = contract == null || !contract.overrides().contains(ContractRules.Part.EXCLUSIONS)
                ? null
                : new Exclusion(
                        contract.clause(),
                        contract.reading(),
                        Exclusion.Outcome.NOT_COVERED_OFFER_QUOTE,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(Confirmer.Kind.TECHNICIAN, Confirmer.Kind.AGENT));
        if (excludedByContract != null) {
            furthers.put(excludedByContract, Furthers.NONE);
        }
    }

    /**
     * Compiles rules whose names are known to agree: every clause, reading and fact that they name is there.
     *
     * @param vocabulary in whose words explanations speak
     */
    public static CompiledPolicy of(PolicyRules rules, Vocabulary vocabulary) {
        return new CompiledPolicy(rules, vocabulary);
    }

    private void compile(Exclusion exclusion) {
        if (exclusion.next() != null) {
            nexts.put(exclusion.clause(), exclusion.next());
        }
        for (String cause : exclusion.causes()) {
            excludedCauses
                    .computeIfAbsent(cause, code -> new ArrayList<>())
                    .add(new Grounds(exclusion, exclusion.reading()));
        }
        Exclusion.SameEvent sameEvent = exclusion.sameEvent();
        if (sameEvent != null) {
            for (String cause : sameEvent.causes()) {
                excludedCauses
                        .computeIfAbsent(cause, code -> new ArrayList<>())
                        .add(new Grounds(exclusion, sameEvent.reading()));
            }
        }
        for (Condition condition : exclusion.observed()) {
            watch(compiled(condition), exclusion, null);
        }
        Exclusion.Doubtful doubtful = exclusion.doubtful();
        if (doubtful != null) {
            watch(compiled(doubtful.when()), exclusion, doubtful.reading());
        }
        Exclusion.When when = exclusion.when();
        furthers.put(
                exclusion,
                new Furthers(
                        when == null ? null : compiled(when.condition()),
                        exclusion.unless() == null ? null : compiled(exclusion.unless())));
    }

    private void watch(CompiledCondition condition, Exclusion exclusion, @Nullable String doubt) {
        watched.get(condition.fact()).add(new Watch(condition, exclusion, doubt));
    }

    /** The condition with its fact looked up. */
    CompiledCondition compiled(Condition condition) {
        int number = Objects.requireNonNull(factNumbers.get(condition.fact()), condition.fact());
        boolean open = number >= KnownFacts.OWN
                && facts[number - KnownFacts.OWN].values().isEmpty();
        return CompiledCondition.of(condition, number, open);
    }

    private List<CompiledCondition> compiled(List<Condition> conditions) {
        return conditions.stream().map(this::compiled).toList();
    }

    private static boolean appliesIn(Charge.When rule, Charge.When kind) {
        return rule == Charge.When.ALWAYS
                || (rule == Charge.When.NOT_COVERED
                        && (kind == Charge.When.AFTER_TERM || kind == Charge.When.EXCLUDED));
    }

    /** Whether terms of the one kind go before those of the other; what the pack does not rank comes last. */
    private boolean before(Precedence one, Precedence other) {
        int first = rules.precedence().indexOf(one);
        int second = rules.precedence().indexOf(other);
        return first >= 0 && (second < 0 || first < second);
    }

    public String vendor() {
        return rules.vendor();
    }

    /** For example {@code A-1}. */
    public String version() {
        return rules.version();
    }

    /** In which the policy's days begin and end. */
    public ZoneId zone() {
        return rules.zone();
    }

    /** From when on claims are bound to it. */
    public Instant effectiveFrom() {
        return rules.effectiveFrom();
    }

    /** What the pack says, whole. */
    public PolicyRules rules() {
        return rules;
    }

    boolean covers(String cause) {
        return coveredCauses.contains(cause);
    }

    boolean doubts(String cause) {
        return doubtfulCauses.contains(cause);
    }

    /** On what grounds this cause is excluded, in the policy's order; empty for a cause that no clause excludes. */
    List<Grounds> exclusionsOf(String cause) {
        return excludedCauses.getOrDefault(cause, List.of());
    }

    /** The facts that exclusions look at, in the policy's order. */
    List<Integer> watchedFacts() {
        return watchedFacts;
    }

    /** Those of them that the customer may report before anybody looked, in the policy's order. */
    List<Integer> reportedFacts() {
        return reportedFacts;
    }

    /** What exclusions look for in this fact, in the policy's order. */
    List<Watch> watching(int fact) {
        return watched.get(fact);
    }

    Furthers furthers(Exclusion exclusion) {
        return Objects.requireNonNull(furthers.get(exclusion), exclusion.clause());
    }

    /** What this finding says; empty for a code that the policy makes nothing of. */
    List<Observed> observedBy(String finding) {
        return findings.getOrDefault(finding, List.of());
    }

    List<CompiledGate> gates() {
        return gates;
    }

    List<CompiledCondition> conditions(Route route) {
        return routes.getOrDefault(route, List.of());
    }

    /** The charge rules that may apply to a line of this kind, in the policy's order. */
    List<Charge> charges(Charge.When kind) {
        return charges.getOrDefault(kind, List.of());
    }

    /** Whether its evidence rules want every line's serial, so that papers are looked for only when the unit is known. */
    boolean asksForUnit() {
        return asksForUnit;
    }

    /** Whether its evidence rules want a contract of the claimant's, under which units are then looked up. */
    boolean asksForContract() {
        return asksForContract;
    }

    /** Whether a paper that came with the claim shows all that papers of its kind must show. */
    boolean isComplete(DatedDocument paper) {
        Requirement.Shows shows = particulars.get(paper.kind());
        return shows == null || paper.attributes().keySet().containsAll(shows.attributes());
    }

    /** Whether the paper is one by which anything is proved: what was found of it does not make it invalid. */
    boolean isProof(DatedDocument paper) {
        return paper.state() == DatedDocument.State.VALID
                || !invalid.getOrDefault(paper.kind(), List.of()).contains(paper.state());
    }

    /** Whether papers of any kind must agree with the unit. */
    boolean comparesPapers() {
        return !agreeing.isEmpty();
    }

    /** In what a paper of the kind must agree with the unit; empty when in nothing. */
    List<String> agreesIn(DocumentKind kind) {
        return agreeing.getOrDefault(kind, List.of());
    }

    private static List<String> causes(PolicyRules rules, Vocabulary vocabulary) {
        Set<String> causes = new TreeSet<>(vocabulary.causes());
        Coverage coverage = rules.coverage();
        causes.addAll(coverage.causes().covered());
        Coverage.Doubtful doubtful = coverage.doubtful();
        if (doubtful != null) {
            causes.addAll(doubtful.causes());
        }
        for (Exclusion exclusion : rules.exclusions()) {
            causes.addAll(exclusion.causes());
            if (exclusion.sameEvent() != null) {
                causes.addAll(exclusion.sameEvent().causes());
            }
        }
        if (rules.statutory() != null) {
            rules.statutory().rules().forEach(rule -> causes.addAll(rule.causes()));
        }
        return List.copyOf(causes);
    }

    /** Whether the policy knows how long units of the model are under warranty. */
    public boolean hasTerm(String model) {
        Product product = product(model);
        return floor != null || rules.term().length() != null || (product != null && product.term() != null);
    }

    /** Whether these terms of a contract count beside the policy. */
    public boolean heedsContract(ContractRules.Part part) {
        ContractRules contract = rules.contract();
        return contract != null && contract.overrides().contains(part);
    }

    /** Whether the contract goes before the policy; else it only fills what the policy leaves open. */
    boolean contractWins() {
        return contractWins;
    }

    /** What a contract excludes, as if the policy did; absent when contracts exclude nothing here. */
    @Nullable
    Exclusion excludedByContract() {
        return excludedByContract;
    }

    /** The law's own rules, once they are switched on. */
    @Nullable
    Statutory law() {
        Statutory statutory = rules.statutory();
        return statutory == null || !statutory.enabled() ? null : statutory;
    }

    /** Whether this clause stands back where the law grants something. */
    boolean lawGoesBefore(String clause) {
        Statutory law = law();
        return law != null && law.over().contains(clause);
    }

    /** The same for an exclusion; one of the contract stands back where the pack orders the law before contracts (B1.1). */
    boolean lawGoesBefore(Exclusion exclusion) {
        return exclusion == excludedByContract ? lawGoesBeforeContract() : lawGoesBefore(exclusion.clause());
    }

    /** Whether what the law grants is granted whatever the contract says. */
    boolean lawGoesBeforeContract() {
        return lawBeforeContract && law() != null;
    }

    /** Below which no warranty period counts; absent when the policy sets none. */
    public @Nullable TermFloor floor() {
        return floor;
    }

    int factCount() {
        return KnownFacts.OWN + facts.length;
    }

    /** One of the policy's own facts. */
    FactRule fact(int number) {
        return facts[number - KnownFacts.OWN];
    }

    /** One of the policy's own facts, by its name. */
    FactRule fact(String name) {
        return fact(factNumber(name));
    }

    /** Whether the policy has a fact of its own by this name. */
    boolean isOwnFact(String name) {
        Integer number = factNumbers.get(name);
        return number != null && number >= KnownFacts.OWN;
    }

    /** The number of a fact, by its name. */
    int factNumber(String name) {
        return Objects.requireNonNull(factNumbers.get(name), name);
    }

    @Nullable
    Product product(@Nullable String model) {
        return model == null ? null : rules.products().get(PrintedCode.of(model));
    }

    /** A clause in short. */
    public Text clause(String id) {
        return Objects.requireNonNull(clauses.get(id), id);
    }

    /** What the customer does where by that clause somebody else answers; null where nobody else does. */
    @Nullable
    Text next(String clause) {
        return nexts.get(clause);
    }

    /** How the vendor reads what the text leaves open; null for null. */
    public @Nullable Text reading(@Nullable String id) {
        return id == null ? null : Objects.requireNonNull(readings.get(id), id);
    }

    /** A phrase, its places not filled yet. */
    public Text phrase(Phrase phrase) {
        return Objects.requireNonNull(vocabulary.phrases().get(phrase), phrase.name());
    }

    /** Whether anybody gave this code words: a code without any may be a slip of the pen for one that excludes. */
    public boolean knows(String code) {
        return rules.codes().containsKey(code) || vocabulary.codes().containsKey(code);
    }

    /** Every cause that a diagnosis may find: those of the suite, and those that only this policy names; sorted. */
    public List<String> causes() {
        return causes;
    }

    /** Whatever a customer may take for the cause: every cause, and every finding that the policy makes something of; sorted. */
    public List<String> declarable() {
        Set<String> all = new TreeSet<>(causes);
        all.addAll(findings.keySet());
        return List.copyOf(all);
    }

    /** Every channel by which a claim may come: those of the suite, and those that only this policy names; sorted. */
    public List<String> channels() {
        return channels;
    }

    /** What people call this code; the code itself where nobody gave it words. */
    public Text words(String code) {
        Text own = rules.codes().get(code);
        if (own != null) {
            return own;
        }
        Text word = vocabulary.codes().get(code);
        return word == null ? new Text(code, code) : word;
    }

    /** An exclusion that names a cause, and the reading by which it does. */
    record Grounds(Exclusion exclusion, @Nullable String reading) {}

    /** What a finding says. */
    record Observed(int fact, String name, String value) {}

    /**
     * What an exclusion looks for in a fact.
     *
     * @param doubt the reading by which it raises no more than a doubt; absent when it excludes
     */
    record Watch(
            CompiledCondition condition,
            Exclusion exclusion,
            @Nullable String doubt) {}

    /** The further conditions of an exclusion. */
    record Furthers(
            @Nullable CompiledCondition when, @Nullable CompiledCondition unless) {
        static final Furthers NONE = new Furthers(null, null);
    }

    /** A gate and the conditions of its alternatives, in their order. */
    record CompiledGate(Coverage.Gate gate, List<List<CompiledCondition>> ways) {}
}
