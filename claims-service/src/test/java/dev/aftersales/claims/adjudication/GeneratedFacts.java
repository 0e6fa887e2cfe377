package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.DatedDocument.State;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Claims that a seed makes up in the vocabulary of one policy; the same ones every time, with a bias to the borders. */
final class GeneratedFacts {

    private final PolicyRules policy;
    private final Random random;
    private final List<String> causes;
    private final List<String> findings;
    private final List<String> clauses;
    private final List<String> items;
    private final List<String> models;
    private final List<DocumentKind> papers;

    GeneratedFacts(PolicyRules policy, Random random) {
        this.policy = policy;
        this.random = random;
        this.causes = causes(policy);
        this.findings = policy.facts().stream()
                .flatMap(fact -> fact.findings().keySet().stream())
                .toList();
        this.clauses = List.copyOf(policy.clauses().keySet());
        Set<String> asked = new LinkedHashSet<>(
                policy.evidence().stream().map(Requirement::item).toList());
        asked.add(policy.term().missingItem());
        this.items = List.copyOf(asked);
        List<String> known = new ArrayList<>(policy.products().keySet());
        known.add("X1");
        this.models = known;
        this.papers = papers(policy);
    }

    private static List<String> causes(PolicyRules policy) {
        Set<String> causes = new LinkedHashSet<>(policy.coverage().causes().covered());
        for (Exclusion exclusion : policy.exclusions()) {
            causes.addAll(exclusion.causes());
            if (exclusion.sameEvent() != null) {
                causes.addAll(exclusion.sameEvent().causes());
            }
            if (exclusion.doubtful() != null) {
                causes.addAll(exclusion.doubtful().when().in());
            }
        }
        Coverage.Doubtful doubtful = policy.coverage().doubtful();
        if (doubtful != null) {
            causes.addAll(doubtful.causes());
        }
        causes.add("NOBODY_KNOWS");
        return List.copyOf(causes);
    }

    private static List<DocumentKind> papers(PolicyRules policy) {
        List<DocumentKind> papers = new ArrayList<>();
        for (Term.Anchor anchor : policy.term().anchors()) {
            papers.add(anchor.document());
            if (anchor.notAfter() != null) {
                papers.add(anchor.notAfter().document());
            }
        }
        for (FactRule fact : policy.facts()) {
            if (fact.document() != null) {
                papers.add(fact.document());
            }
        }
        papers.addAll(List.of(DocumentKind.values()));
        return papers;
    }

    /** A claim of one line. */
    Facts next() {
        LocalDate claimed = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_100));
        Instant submitted = claimed.atTime(
                        once(3) ? LocalTime.MIN : once(2) ? LocalTime.of(23, 59, 59) : LocalTime.NOON)
                .atZone(policy.zone())
                .toInstant();
        LocalDate anchor = anchor(claimed);
        String model = any(models);
        boolean contract = !once(6);
        Map<String, Consented> consents = new HashMap<>();
        for (Consent consent : policy.consents()) {
            if (!once(12)) {
                consents.put(consent.item(), consented(consent, "1", submitted));
            }
        }
        return new Facts(
                submitted,
                "maria",
                contract ? "C-1" : null,
                contract && !once(15),
                once(15) ? null : once(25) ? "ANOTHER" : model,
                !once(25),
                once(3) ? claimed.minusDays(random.nextInt(60)) : null,
                once(6) ? once(2) ? any(causes) : findings.isEmpty() ? any(causes) : any(findings) : null,
                once(2) ? any(List.of("WEB", "EMAIL", "PHONE")) : null,
                once(3) ? null : any(List.of("CN-440307", "CN-4401", "DE-HH")),
                consents,
                once(8)
                        ? Map.of(
                                any(items),
                                new Confirmation(
                                        new Confirmer(Confirmer.Kind.CUSTOMER, "maria"), submitted.plusSeconds(60)))
                        : Map.of(),
                evidence(),
                terms(),
                List.of(line(submitted, anchor, model)));
    }

    private Consented consented(Consent consent, String version, Instant at) {
        boolean stated = !consent.states().isEmpty() && !once(12);
        return new Consented(
                version,
                "maria",
                at,
                stated ? once(12) ? "PERHAPS" : any(consent.states()) : null,
                stated && !once(4) ? "in a word" : null);
    }

    /** Often a day at the border of some term. */
    private LocalDate anchor(LocalDate claimed) {
        if (once(3)) {
            return claimed.minusDays(random.nextInt(2_200));
        }
        List<Period> lengths = new ArrayList<>(
                List.of(Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(36), Period.ofMonths(6)));
        for (Product product : policy.products().values()) {
            if (product.term() != null) {
                lengths.add(product.term());
            }
        }
        return claimed.minus(any(lengths)).plusDays(random.nextInt(120) - 4L);
    }

    private List<EvidenceItem> evidence() {
        List<EvidenceItem> evidence = new ArrayList<>();
        while (evidence.size() < 3 && !once(3 + evidence.size())) {
            evidence.add(new EvidenceItem("file-" + evidence.size(), any(EvidenceKind.values())));
        }
        if (!once(6)) {
            evidence.add(new EvidenceItem("photo", EvidenceKind.PHOTO));
        }
        return evidence;
    }

    private ContractTerms terms() {
        if (!once(4)) {
            return ContractTerms.NONE;
        }
        Map<ChargeItem, Payer> charges = new EnumMap<>(ChargeItem.class);
        while (once(2)) {
            charges.put(any(ChargeItem.values()), any(Payer.values()));
        }
        return new ContractTerms(
                once(2) ? Period.ofMonths(6 * (1 + random.nextInt(6))) : null,
                once(2) ? List.of(any(causes), any(causes)) : List.of(),
                once(2) ? Set.of("CN-4401") : Set.of(),
                charges);
    }

    private LineFacts line(Instant submitted, LocalDate anchor, String model) {
        String serial = once(12) ? null : "S-1";
        UnitFacts unit = serial == null || once(12) ? null : unit(model, anchor, submitted);
        Instant diagnosed = submitted.plusSeconds(86_400);
        List<Ruling> rulings = once(8) ? List.of(ruling(diagnosed)) : List.of();
        List<DatedDocument> documents = new ArrayList<>(documents(anchor, submitted, model, 3));
        if (!rulings.isEmpty() && once(2)) {
            documents.replaceAll(paper -> once(2) ? vouchedFor(paper, rulings.getFirst()) : paper);
        }
        return new LineFacts(
                1,
                serial,
                unit,
                documents,
                once(4) ? any(List.of("BATTERY", "MOTOR")) : null,
                attributes(),
                once(6) ? null : diagnosis(diagnosed),
                reviews(diagnosed),
                rulings);
    }

    /** As a paper is with which a dispute was upheld. */
    private static DatedDocument vouchedFor(DatedDocument paper, Ruling ruling) {
        return new DatedDocument(
                paper.kind(),
                paper.id(),
                paper.date(),
                paper.state(),
                paper.attributes(),
                paper.evidenceId(),
                ruling.confirmation());
    }

    private UnitFacts unit(String model, LocalDate anchor, Instant submitted) {
        Map<String, String> attributes = attributes();
        for (FactRule fact : policy.facts()) {
            if (fact.from() == FactRule.Source.UNIT && !fact.values().isEmpty() && !once(4)) {
                attributes.put(fact.name(), any(fact.values()));
            }
        }
        ItemClass item = once(10) ? any(ItemClass.values()) : ItemClass.MAIN_UNIT;
        return new UnitFacts(
                "S-1",
                model,
                item,
                attributes,
                documents(anchor, submitted, model, 1),
                once(4) ? agreements(submitted) : List.of());
    }

    /** Agreements that hold on the day of the claim, or just not. */
    private List<UnitAgreement> agreements(Instant submitted) {
        LocalDate from =
                LocalDate.ofInstant(submitted, policy.zone()).minusDays(any(List.of(-1, 0, 200, 364, 365, 366)));
        return List.of(new UnitAgreement(
                "M-1",
                any(AgreementKind.values()),
                from,
                once(8) ? null : from.plusYears(1).minusDays(1)));
    }

    private List<DatedDocument> documents(LocalDate anchor, Instant submitted, String model, int rarely) {
        List<DatedDocument> documents = new ArrayList<>();
        for (DocumentKind kind : new LinkedHashSet<>(papers)) {
            boolean likely = papers.indexOf(kind) < papers.size() - DocumentKind.values().length;
            if (likely ? !once(4) && once(rarely) : once(12)) {
                documents.add(document(kind, anchor, submitted, once(12) ? "ANOTHER" : model));
                if (once(8)) {
                    documents.add(document(
                            kind, anchor.plusDays(random.nextInt(60) - 30L), submitted, once(12) ? "ANOTHER" : model));
                }
            }
        }
        return documents;
    }

    private DatedDocument document(DocumentKind kind, LocalDate anchor, Instant submitted, String model) {
        Map<String, String> attributes = attributes();
        if (!once(4)) {
            attributes.put("model", model);
            attributes.put("serial", once(12) ? "S-9" : once(12) ? "s-1" : "S-1");
        }
        Confirmation confirmation = once(3)
                ? new Confirmation(new Confirmer(any(Confirmer.Kind.values()), "anna"), submitted.plusSeconds(60))
                : null;
        return new DatedDocument(
                kind,
                "P-" + kind.ordinal(),
                once(4) ? anchor.plusDays(random.nextInt(30) - 15L) : anchor,
                once(6) ? any(State.values()) : State.VALID,
                attributes,
                once(2) ? "scan-" + kind.ordinal() : null,
                confirmation);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (FactRule fact : policy.facts()) {
            if (!fact.reported().isEmpty() && once(6)) {
                attributes.put(fact.name(), any(fact.values()));
            }
            for (String attribute : fact.attributes()) {
                if (!once(3)) {
                    attributes.put(attribute, once(5) ? any(List.of("690013", "69001Z", "6900123", "99")) : "690012");
                }
            }
        }
        return attributes;
    }

    private Diagnosis diagnosis(Instant at) {
        List<String> seen = new ArrayList<>();
        while (once(2)) {
            seen.add(once(3) || findings.isEmpty() ? any(causes) : any(findings));
        }
        List<String> covered = policy.coverage().causes().covered();
        Map<String, String> observations = new HashMap<>();
        for (FactRule fact : policy.facts()) {
            if (fact.from() == FactRule.Source.DIAGNOSIS && once(10)) {
                observations.put(fact.name(), any(fact.values()));
            }
        }
        return new Diagnosis(
                once(2) ? any(covered) : any(causes),
                !once(4),
                new Confirmer(once(2) ? Confirmer.Kind.TECHNICIAN : any(Confirmer.Kind.values()), "tomas"),
                at,
                any(FaultClass.values()),
                once(3)
                        ? any(Route.values())
                        : any(List.copyOf(policy.coverage().routes().keySet())),
                seen,
                observations,
                once(4) ? any(List.of("BATTERY", "MOTOR")) : null);
    }

    /** Often none, rarely several: of all that was in doubt, or of some clauses. */
    private List<Review> reviews(Instant diagnosed) {
        List<Review> reviews = new ArrayList<>();
        while (once(reviews.isEmpty() ? 3 : 2)) {
            Set<String> doubts = new HashSet<>();
            while (once(3)) {
                doubts.add(any(clauses));
            }
            for (Exclusion exclusion : policy.exclusions()) {
                if (!doubts.isEmpty() && once(3)) {
                    doubts.add(exclusion.clause());
                }
            }
            reviews.add(new Review(
                    "anna",
                    any(Review.Outcome.values()),
                    "looked at it",
                    around(diagnosed).plusSeconds(random.nextInt(1_800)),
                    List.copyOf(doubts),
                    once(4) ? withoutItems() : List.of()));
        }
        reviews.sort(Comparator.comparing(Review::at));
        return reviews;
    }

    /** That something is not to be had is the doubt of which one clause may have several. */
    private List<Doubt> withoutItems() {
        List<Doubt> doubts = new ArrayList<>();
        doubts.add(new Doubt(policy.term().clause(), Doubt.lacking(policy.term().missingItem())));
        for (Requirement requirement : policy.evidence()) {
            doubts.add(new Doubt(requirement.clause(), Doubt.lacking(requirement.item())));
        }
        doubts.removeIf(doubt -> once(2));
        return doubts;
    }

    private Ruling ruling(Instant diagnosed) {
        Set<String> upheld = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            upheld.add(any(clauses));
        }
        for (Exclusion exclusion : policy.exclusions()) {
            if (once(3)) {
                upheld.add(exclusion.clause());
            }
        }
        return new Ruling(List.copyOf(upheld), "anna", around(diagnosed));
    }

    private Instant around(Instant diagnosed) {
        return once(6) ? diagnosed.minusSeconds(3_600) : diagnosed.plusSeconds(3_600);
    }

    /** The same claim with more evidence than it had: files, papers, consents, particulars. */
    Facts more(Facts facts) {
        LineFacts line = facts.lines().getFirst();
        List<EvidenceItem> evidence = new ArrayList<>(facts.evidence());
        evidence.add(new EvidenceItem("more", any(EvidenceKind.values())));
        Map<String, Consented> consents = new HashMap<>(facts.consents());
        policy.consents()
                .forEach(consent -> consents.putIfAbsent(consent.item(), consented(consent, "2", facts.submittedAt())));
        List<DatedDocument> documents = new ArrayList<>(line.documents());
        LocalDate day = LocalDate.ofInstant(facts.submittedAt(), policy.zone());
        DatedDocument paper = document(
                any(papers),
                anchor(day),
                facts.submittedAt(),
                line.unit() == null ? "X1" : line.unit().model());
        // A paper that did not exist yet shows nothing of the claim: the right one is asked for.
        if (!paper.date().isAfter(day)) {
            documents.add(paper);
        }
        Map<String, String> attributes = new HashMap<>(line.attributes());
        attributes().forEach(attributes::putIfAbsent);
        return new Facts(
                facts.submittedAt(),
                facts.submittedBy(),
                facts.contractNumber(),
                facts.contractKnown(),
                facts.model(),
                facts.faultDescribed(),
                facts.faultDate(),
                facts.declaredCause(),
                facts.channel(),
                facts.site() == null ? "CN-440307" : facts.site(),
                consents,
                facts.unavailable(),
                evidence,
                facts.contractTerms(),
                List.of(new LineFacts(
                        line.line(),
                        line.serial(),
                        line.unit(),
                        documents,
                        line.component(),
                        attributes,
                        line.diagnosis(),
                        line.reviews(),
                        line.rulings())));
    }

    /** The same claim after a dispute of this clause was upheld, later than anything else. */
    static Facts upheld(Facts facts, String clause) {
        LineFacts line = facts.lines().getFirst();
        List<Ruling> rulings = new ArrayList<>(line.rulings());
        rulings.add(new Ruling(List.of(clause), "rong", facts.submittedAt().plusSeconds(864_000)));
        return new Facts(
                facts.submittedAt(),
                facts.submittedBy(),
                facts.contractNumber(),
                facts.contractKnown(),
                facts.model(),
                facts.faultDescribed(),
                facts.faultDate(),
                facts.declaredCause(),
                facts.channel(),
                facts.site(),
                facts.consents(),
                facts.unavailable(),
                facts.evidence(),
                facts.contractTerms(),
                List.of(new LineFacts(
                        line.line(),
                        line.serial(),
                        line.unit(),
                        line.documents(),
                        line.component(),
                        line.attributes(),
                        line.diagnosis(),
                        line.reviews(),
                        rulings)));
    }

    /** The same claim, submitted later, before anybody decided or agreed anything of it. */
    static Facts later(Facts facts, long days) {
        LineFacts line = facts.lines().getFirst();
        UnitFacts unit = line.unit();
        return new Facts(
                facts.submittedAt().plusSeconds(days * 86_400),
                facts.submittedBy(),
                facts.contractNumber(),
                facts.contractKnown(),
                facts.model(),
                facts.faultDescribed(),
                facts.faultDate(),
                facts.declaredCause(),
                facts.channel(),
                facts.site(),
                facts.consents(),
                facts.unavailable(),
                facts.evidence(),
                facts.contractTerms(),
                List.of(new LineFacts(
                        line.line(),
                        line.serial(),
                        unit == null
                                ? null
                                : new UnitFacts(
                                        unit.serial(),
                                        unit.model(),
                                        unit.itemClass(),
                                        unit.attributes(),
                                        unit.documents()),
                        line.documents(),
                        line.component(),
                        line.attributes(),
                        line.diagnosis(),
                        List.of(),
                        List.of())));
    }

    long days() {
        return random.nextInt(40);
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
