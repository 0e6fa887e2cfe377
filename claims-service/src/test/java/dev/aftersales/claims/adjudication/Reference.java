package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.DatedDocument.State;
import dev.aftersales.claims.adjudication.rules.Charge;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Requirement.Particular;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second evaluation of a policy, written from its rules line by line and without any regard for speed. It shares with
 * the engine only the values that go in.
 */
final class Reference {

    /**
     * What the reference says of a line.
     *
     * @param against each clause that stands against cover, with how it does
     */
    record Answer(
            String verdict,
            Set<String> against,
            Set<String> items,
            @Nullable Route route,
            Map<ChargeItem, Payer> charges) {}

    /** A value, and by whose word it is known. */
    private record Known(String value, Confirmer.@Nullable Kind by, boolean sure, boolean shown, Instant since) {
        boolean onRecord() {
            return by == null;
        }

        boolean solid() {
            return onRecord() || (sure && shown && (by == Confirmer.Kind.TECHNICIAN || by == Confirmer.Kind.AGENT));
        }
    }

    private enum Settled {
        OPEN,
        UPHELD,
        DISMISSED
    }

    private final PolicyRules policy;
    private final Predicate<String> named;
    private final Facts facts;
    private final LineFacts whole;
    private final LineFacts line;
    private final List<DatedDocument> typed;
    private final @Nullable Diagnosis diagnosis;
    private final LocalDate today;

    private final Set<String> against = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();
    private boolean expired;
    private boolean refused;
    private boolean outOfCover;
    private boolean redirected;
    private boolean doubt;
    private boolean wantsPaper;
    private boolean unavailable;
    private boolean whoPaysIsOpen;
    private @Nullable LocalDate anchor;
    private @Nullable Period length;

    private Reference(PolicyRules policy, Predicate<String> named, Facts facts, LineFacts line, Pass pass) {
        this.policy = policy;
        this.named = named;
        this.facts = facts;
        this.whole = line;
        this.typed = line.documents().stream()
                .filter(paper -> paper.evidenceId() == null && !examined(paper))
                .toList();
        UnitFacts unit = line.unit();
        this.line = new LineFacts(
                line.line(),
                line.serial(),
                unit == null
                        ? null
                        : new UnitFacts(
                                unit.serial(),
                                unit.model(),
                                unit.itemClass(),
                                unit.attributes(),
                                unit.documents().stream()
                                        .map(paper -> heldAgainst(policy, unit, paper))
                                        .toList(),
                                unit.agreements()),
                line.documents().stream()
                        .filter(paper -> !typed.contains(paper))
                        .map(paper -> heldAgainst(policy, unit, paper))
                        .toList(),
                pass != Pass.FIRST
                                && line.diagnosis() != null
                                && line.diagnosis().component() != null
                        ? line.diagnosis().component()
                        : line.component(),
                line.attributes(),
                line.diagnosis(),
                line.reviews(),
                line.rulings());
        this.diagnosis = pass == Pass.FIRST ? null : line.diagnosis();
        this.today = facts.submittedAt().atZone(policy.zone()).toLocalDate();
    }

    private static DatedDocument heldAgainst(PolicyRules policy, @Nullable UnitFacts unit, DatedDocument paper) {
        return namesAnother(policy, unit, paper)
                ? new DatedDocument(
                        paper.kind(),
                        paper.id(),
                        paper.date(),
                        State.INCONSISTENT,
                        paper.attributes(),
                        paper.evidenceId(),
                        paper.confirmation())
                : paper;
    }

    /** Whether a paper that nobody examined states a particular that its unit does not have. */
    private static boolean namesAnother(PolicyRules policy, @Nullable UnitFacts unit, DatedDocument paper) {
        if (unit == null || examined(paper) || paper.state() != State.VALID) {
            return false;
        }
        Map<String, String> own = new TreeMap<>(unit.attributes());
        own.put("model", unit.model());
        own.put("serial", unit.serial());
        return policy.term().anchors().stream()
                .filter(anchor -> anchor.document() == paper.kind() && anchor.invalid() != null)
                .flatMap(anchor -> anchor.invalid().agreesIn().stream())
                .filter(name -> own.containsKey(name) && paper.attributes().containsKey(name))
                .anyMatch(name -> !paper.attributes()
                        .get(name)
                        .strip()
                        .equalsIgnoreCase(own.get(name).strip()));
    }

    private static boolean examined(DatedDocument paper) {
        return paper.confirmation() != null
                && List.of("AGENT", "TECHNICIAN", "RECORD")
                        .contains(paper.confirmation().by().kind().name());
    }

    static Answer judge(PolicyRules policy, Predicate<String> named, Facts facts, LineFacts line, Pass pass) {
        return new Reference(policy, named, facts, line, pass).answer();
    }

    private Answer answer() {
        boolean unitSought = asksFor(Particular.SERIAL) && line.unit() == null;
        if (!unitSought) {
            term();
        }
        itemClass();
        policy.coverage().gates().forEach(this::gate);
        if (diagnosis != null) {
            cause(diagnosis);
        }
        observed();
        declared();
        reported();
        policy.evidence().forEach(this::evidence);
        if (!unitSought && anchor == null) {
            noAnchor();
        }
        consents(Consent.Needed.AT_SUBMISSION);

        if ((expired && !wantsPaper) || refused) {
            return unpaid();
        }
        if (!missing.isEmpty()) {
            return answer("NEEDS_EVIDENCE");
        }
        if (outOfCover) {
            return unpaid();
        }
        if (redirected) {
            Map<ChargeItem, Payer> stood = stood();
            if (stood.get(ChargeItem.PARTS) == Payer.VENDOR || stood.get(ChargeItem.LABOUR) == Payer.VENDOR) {
                return unpaid();
            }
            return answer("REDIRECT");
        }
        if (unitSought && !doubt) {
            term();
            if (anchor == null) {
                noAnchor();
            }
            if (expired) {
                return unpaid();
            }
            if (!missing.isEmpty()) {
                return answer("NEEDS_EVIDENCE");
            }
            if (outOfCover) {
                return unpaid();
            }
        }
        Route route = diagnosis == null ? null : route(diagnosis);
        if (doubt) {
            return answer("NEEDS_REVIEW");
        }
        if (route == null) {
            return answer("ADMITTED");
        }
        consents(Consent.Needed.BEFORE_SERVICE);
        if (!missing.isEmpty()) {
            return answer("NEEDS_EVIDENCE");
        }
        Map<ChargeItem, Payer> charges = charges(Charge.When.COVERED);
        if (doubt) {
            return answer("NEEDS_REVIEW");
        }
        boolean partly =
                charges.get(ChargeItem.PARTS) == Payer.CUSTOMER || charges.get(ChargeItem.LABOUR) == Payer.CUSTOMER;
        boolean borne = charges.get(ChargeItem.PARTS) == Payer.VENDOR || charges.get(ChargeItem.LABOUR) == Payer.VENDOR;
        if (partly && !borne) {
            return new Answer("NOT_COVERED_OFFER_QUOTE", against, Set.of(), null, charges);
        }
        return new Answer(partly ? "COVERED_PARTIAL" : "COVERED", against, missing, partly ? null : route, charges);
    }

    private Answer unpaid() {
        Map<ChargeItem, Payer> charges = charges(expired ? Charge.When.AFTER_TERM : Charge.When.EXCLUDED);
        if (whoPaysIsOpen) {
            return answer("NEEDS_REVIEW");
        }
        boolean partly =
                charges.get(ChargeItem.PARTS) == Payer.VENDOR || charges.get(ChargeItem.LABOUR) == Payer.VENDOR;
        return new Answer(partly ? "COVERED_PARTIAL" : "NOT_COVERED_OFFER_QUOTE", against, Set.of(), null, charges);
    }

    private Answer answer(String verdict) {
        return new Answer(verdict, against, verdict.equals("NEEDS_EVIDENCE") ? missing : Set.of(), null, Map.of());
    }

    // ---- Decisions of people

    private boolean ruled(String clause, Instant since) {
        return line.rulings().stream()
                .anyMatch(ruling ->
                        ruling.clauses().contains(clause) && !ruling.at().isBefore(since));
    }

    private Settled settled(String clause, Instant since) {
        return settled(clause, since, true);
    }

    /** By the first who was asked of it; a word against cover counts only where it may. */
    private Settled settled(String clause, Instant since, boolean confirmable) {
        if (ruled(clause, since)) {
            return Settled.DISMISSED;
        }
        return asked(clause, since)
                .filter(review -> review.doubts().isEmpty())
                .filter(review -> confirmable || review.outcome() == Review.Outcome.DISMISS)
                .findFirst()
                .map(review -> review.outcome() == Review.Outcome.CONFIRM ? Settled.UPHELD : Settled.DISMISSED)
                .orElse(Settled.OPEN);
    }

    /** That the item is not to be had: by the first who was asked of just that, or of whatever there was. */
    private Settled withoutRecord(String clause, String item) {
        return settled(clause, item + " not recorded", facts.submittedAt());
    }

    private Settled withoutItem(String clause, String item, Instant since) {
        return settled(clause, item + " unavailable", since);
    }

    private Settled settled(String clause, String about, Instant since) {
        if (ruled(clause, since)) {
            return Settled.DISMISSED;
        }
        return asked(clause, since)
                .filter(review -> review.doubts().isEmpty() || review.doubts().contains(new Doubt(clause, about)))
                .findFirst()
                .map(review -> review.outcome() == Review.Outcome.CONFIRM ? Settled.UPHELD : Settled.DISMISSED)
                .orElse(Settled.OPEN);
    }

    private Stream<Review> asked(String clause, Instant since) {
        return line.reviews().stream()
                .filter(review -> !review.at().isBefore(since))
                .filter(review -> review.clauses().isEmpty() || review.clauses().contains(clause))
                .sorted(Comparator.comparing(Review::at));
    }

    private void doubt(String clause) {
        doubt = true;
        against.add(clause + " UNDECIDED");
    }

    private void suspect(String clause) {
        doubt = true;
        against.add(clause + " SUSPECTED");
    }

    private void exclude(String clause) {
        against.add(clause + " EXCLUDES");
    }

    private void lack(String clause, String item) {
        missing.add(item);
        against.add(clause + " LACKS_EVIDENCE");
    }

    // ---- Papers and days

    private Stream<DatedDocument> papers(DocumentKind kind) {
        List<DatedDocument> own = ofUnit().stream()
                .filter(paper -> paper.kind() == kind && proves(paper))
                .toList();
        if (own.isEmpty()) {
            return line.documents().stream().filter(paper -> paper.kind() == kind);
        }
        LocalDate latest =
                own.stream().map(DatedDocument::date).max(LocalDate::compareTo).orElseThrow();
        List<DatedDocument> upheld = line.documents().stream()
                .filter(paper -> paper.kind() == kind && paper.state() == State.VALID && complete(paper))
                .filter(paper -> !paper.date().isBefore(latest) && !paper.date().isAfter(today))
                .filter(paper -> line.rulings().stream().anyMatch(ruling -> isBy(ruling, paper.confirmation())))
                .toList();
        return upheld.isEmpty() ? own.stream() : upheld.stream();
    }

    private static boolean isBy(Ruling ruling, @Nullable Confirmation word) {
        return word != null
                && word.by().kind() == Confirmer.Kind.AGENT
                && word.by().id().equals(ruling.person())
                && word.at().equals(ruling.at());
    }

    private List<DatedDocument> ofUnit() {
        return line.unit() == null ? List.of() : line.unit().documents();
    }

    private boolean complete(DatedDocument paper) {
        return policy.evidence().stream()
                .map(Requirement::shows)
                .filter(shows -> shows != null && shows.document() == paper.kind())
                .allMatch(shows -> paper.attributes().keySet().containsAll(shows.attributes()));
    }

    /** Whether no anchor says that a paper of the kind counts for nothing in that state. */
    private boolean proves(DatedDocument paper) {
        return policy.term().anchors().stream()
                        .filter(anchor -> anchor.document() == paper.kind() && anchor.invalid() != null)
                        .noneMatch(anchor -> anchor.invalid().states().contains(paper.state()))
                && (paper.state() == State.VALID || !isLimit(paper.kind()));
    }

    private boolean isLimit(DocumentKind kind) {
        return policy.term().anchors().stream()
                .anyMatch(
                        anchor -> anchor.notAfter() != null && anchor.notAfter().document() == kind);
    }

    /** The day that lies so long after another, counted month by month, then day by day. */
    static LocalDate after(LocalDate day, Period length) {
        int year = day.getYear();
        int month = day.getMonthValue();
        for (long i = 0; i < length.toTotalMonths(); i++) {
            month++;
            if (month > 12) {
                month = 1;
                year++;
            }
        }
        LocalDate there = LocalDate.of(
                year,
                month,
                Math.min(day.getDayOfMonth(), YearMonth.of(year, month).lengthOfMonth()));
        for (int i = 0; i < length.getDays(); i++) {
            there = there.plusDays(1);
        }
        return there;
    }

    // ---- Term

    private void term() {
        Term term = policy.term();
        String anchorClause = term.clause();
        for (Term.Anchor possible : term.anchors()) {
            List<DatedDocument> valid = papers(possible.document())
                    .filter(this::proves)
                    .filter(paper -> ofUnit().contains(paper) || complete(paper))
                    .toList();
            if (!valid.isEmpty()) {
                anchor = earliest(valid);
                anchorClause = possible.clause() == null ? term.clause() : possible.clause();
                Term.NotAfter limit = possible.notAfter();
                if (limit != null) {
                    List<DatedDocument> others =
                            papers(limit.document()).filter(this::proves).toList();
                    if (!others.isEmpty() && earliest(others).isBefore(anchor)) {
                        anchor = earliest(others);
                        anchorClause = limit.clause();
                    }
                }
                break;
            }
        }
        if (anchor != null && anchor.isAfter(today)) {
            anchor = null;
        }
        if (anchor == null) {
            against.add(term.clause() + " LACKS_EVIDENCE");
            return;
        }
        String lengthClause = lengthFrom(anchor);
        if (length == null) {
            switch (settled(term.clause(), facts.submittedAt())) {
                case OPEN -> doubt(term.clause());
                case UPHELD -> {
                    outOfCover = true;
                    exclude(term.clause());
                }
                case DISMISSED -> {}
            }
            return;
        }
        if (!today.isAfter(after(anchor, length))) {
            return;
        }
        Term.Extension extension = term.extendedBy();
        if (extension != null
                && line.unit() != null
                && line.unit().agreements().stream()
                        .filter(agreed -> agreed.kind() == extension.agreement())
                        .anyMatch(agreed -> !today.isBefore(agreed.from())
                                && (agreed.until() == null || !today.isAfter(agreed.until())))) {
            return;
        }
        if (ruled(term.expired(), facts.submittedAt()) || ruled(term.clause(), facts.submittedAt())) {
            return;
        }
        ContractRules contract = policy.contract();
        Period agreed = facts.contractTerms().term();
        String deciding = term.expired();
        Settled settled = Settled.UPHELD;
        if (term.faultInTerm() != null
                && facts.faultDate() != null
                && !facts.faultDate().isAfter(after(anchor, length))) {
            settled = settled(term.expired(), facts.submittedAt());
        } else if (heeds(ContractRules.Part.TERM)
                && contract.inFavour() != null
                && agreed != null
                && !contractWins()
                && !today.isAfter(after(anchor, agreed))) {
            deciding = contract.clause();
            settled = settled(contract.clause(), facts.submittedAt());
        }
        if (settled == Settled.OPEN) {
            doubt(deciding);
        } else if (settled == Settled.UPHELD) {
            expired = true;
            exclude(term.expired());
            exclude(deciding);
            exclude(anchorClause);
            if (lengthClause != null) {
                exclude(lengthClause);
            }
        }
    }

    private static LocalDate earliest(List<DatedDocument> papers) {
        return papers.stream().map(DatedDocument::date).sorted().findFirst().orElseThrow();
    }

    /** The clause that gives the length, where it is cited beside the anchor's. */
    private @Nullable String lengthFrom(LocalDate from) {
        Term term = policy.term();
        length = term.length();
        String clause = term.clause();
        Product product = policy.products().get(model());
        if (product != null) {
            String byProduct =
                    term.byProduct() == null ? term.clause() : term.byProduct().clause();
            Period ofComponent =
                    line.component() == null ? null : product.components().get(line.component());
            if (ofComponent != null) {
                length = ofComponent;
                clause = term.byProduct() != null && term.byProduct().components() != null
                        ? term.byProduct().components().clause()
                        : byProduct;
            } else if (product.term() != null) {
                length = product.term();
                clause = byProduct;
            }
        }
        Period agreed = facts.contractTerms().term();
        if (heeds(ContractRules.Part.TERM) && agreed != null && (contractWins() || length == null)) {
            length = agreed;
            clause = policy.contract().clause();
        }
        Statutory law = policy.statutory();
        boolean guarded = policy.governance().guards().stream()
                .anyMatch(guard -> guard.guard() == Governance.Kind.NOT_BELOW_FLOOR);
        if (law != null && law.floor() != null && (law.enabled() || guarded)) {
            Period floor = law.floor().term().value();
            if (length == null || after(from, floor).isAfter(after(from, length))) {
                length = floor;
                clause = law.clause();
            }
        }
        return clause;
    }

    private String model() {
        String model = line.unit() == null ? facts.model() : line.unit().model();
        return model == null ? "" : model;
    }

    private void noAnchor() {
        Term term = policy.term();
        if (missing.contains(term.missingItem()) || unavailable) {
            return;
        }
        if (!facts.unavailable().containsKey(term.missingItem())) {
            if (!ruled(term.clause(), facts.submittedAt())) {
                missing.add(term.missingItem());
            }
            return;
        }
        Instant said = facts.unavailable().get(term.missingItem()).at();
        switch (withoutItem(term.clause(), term.missingItem(), said)) {
            case OPEN -> doubt(term.clause());
            case UPHELD -> {
                outOfCover = true;
                exclude(term.clause());
            }
            case DISMISSED -> {}
        }
    }

    // ---- Contract and law

    private boolean heeds(ContractRules.Part part) {
        return policy.contract() != null && policy.contract().overrides().contains(part);
    }

    private boolean contractWins() {
        List<Precedence> order = policy.precedence();
        if (!order.contains(Precedence.CONTRACT)) {
            return false;
        }
        List<Precedence> stronger = order.subList(0, order.indexOf(Precedence.CONTRACT));
        return !stronger.contains(Precedence.POLICY) && !stronger.contains(Precedence.AGREEMENT);
    }

    private @Nullable Statutory law() {
        return policy.statutory() != null && policy.statutory().enabled() ? policy.statutory() : null;
    }

    private Statutory.@Nullable Rule lawFor(String cause) {
        if (law() == null || anchor == null) {
            return null;
        }
        return law().rules().stream()
                .filter(rule -> rule.causes().contains(cause) && !today.isAfter(after(anchor, rule.within())))
                .findFirst()
                .orElse(null);
    }

    // ---- What is known

    private boolean claimShown() {
        return !facts.evidence().isEmpty();
    }

    private Known record(String value) {
        return new Known(value, null, true, claimShown(), facts.submittedAt());
    }

    private Known word(String cause) {
        return new Known(
                cause,
                diagnosis.confirmedBy().kind(),
                diagnosis.causeConfirmed(),
                claimShown(),
                diagnosis.concludedAt());
    }

    private Known claimed(String value) {
        return new Known(value, Confirmer.Kind.CUSTOMER, false, claimShown(), facts.submittedAt());
    }

    private @Nullable Known known(String name) {
        for (FactRule rule : policy.facts()) {
            if (rule.name().equals(name)) {
                return known(rule);
            }
        }
        return switch (name) {
            case "cause" -> diagnosis == null ? null : word(diagnosis.cause());
            case "faultClass" ->
                diagnosis == null ? null : word(diagnosis.faultClass().name());
            case "itemClass" ->
                line.unit() == null ? null : record(line.unit().itemClass().name());
            case "component" -> line.component() == null ? null : record(line.component());
            case "channel" -> facts.channel() == null ? null : record(facts.channel());
            case "pass" -> record(diagnosis == null ? "FIRST" : "AFTER_DIAGNOSIS");
            case "termMonths" -> record(length == null ? "0" : "" + length.toTotalMonths());
            default -> throw new AssertionError(name);
        };
    }

    private @Nullable Known known(FactRule rule) {
        return switch (rule.from()) {
            case UNIT -> {
                String value = attribute(rule.name());
                yield value == null ? null : record(value);
            }
            case CLAIM -> {
                String value = said(rule.name());
                yield value == null ? null : record(value);
            }
            case DIAGNOSIS -> {
                String value = diagnosis == null ? null : seen(rule, diagnosis);
                String byCause = diagnosis == null ? null : rule.causes().get(diagnosis.cause());
                yield value == null
                        ? byCause == null ? null : word(byCause)
                        : new Known(value, diagnosis.confirmedBy().kind(), true, claimShown(), diagnosis.concludedAt());
            }
            case DOCUMENT -> {
                List<State> worstFirst = List.of(State.ALTERED, State.INCONSISTENT, State.ILLEGIBLE, State.VALID);
                DatedDocument paper = all(rule.document()).stream()
                        .min(Comparator.comparing(one -> worstFirst.indexOf(one.state())))
                        .orElse(null);
                yield paper == null ? null : shown(paper, paper.state().name(), false);
            }
            case BARCODES -> {
                Known worst = null;
                int distance = -1;
                for (DatedDocument paper : all(rule.document())) {
                    int far = distance(rule, paper);
                    if (far > distance) {
                        distance = far;
                        worst = shown(paper, far == 0 ? "SAME" : far == 1 ? "ONE_CHARACTER" : "DIFFERENT", true);
                    }
                }
                yield worst;
            }
        };
    }

    private List<DatedDocument> all(@Nullable DocumentKind kind) {
        return Stream.concat(ofUnit().stream(), line.documents().stream())
                .filter(paper -> paper.kind() == kind)
                .toList();
    }

    private Known shown(DatedDocument paper, String value, boolean compared) {
        boolean filed = paper.evidenceId() != null || claimShown();
        if (paper.confirmation() != null) {
            return new Known(
                    value,
                    paper.confirmation().by().kind(),
                    true,
                    filed,
                    paper.confirmation().at());
        }
        return compared || ofUnit().contains(paper)
                ? new Known(value, null, true, filed, facts.submittedAt())
                : new Known(value, Confirmer.Kind.CUSTOMER, false, filed, facts.submittedAt());
    }

    /** 0 the same, 1 one character, 2 more; -1 when there is nothing to compare. */
    private int distance(FactRule rule, DatedDocument paper) {
        int most = -1;
        for (String attribute : rule.attributes()) {
            String own = attribute(attribute) == null ? line.attributes().get(attribute) : attribute(attribute);
            String printed = paper.attributes().get(attribute);
            if (own != null && printed != null) {
                most = Math.max(most, Math.min(2, edits(own, printed)));
            }
        }
        return most;
    }

    /** Levenshtein's distance. */
    static int edits(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int change = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private @Nullable String attribute(String name) {
        String own = line.unit() == null ? null : line.unit().attributes().get(name);
        Product product = policy.products().get(model());
        return own != null || product == null ? own : product.attributes().get(name);
    }

    private @Nullable String said(String name) {
        return name.equals("site")
                ? facts.site()
                : name.equals("channel") ? facts.channel() : line.attributes().get(name);
    }

    private static @Nullable String seen(FactRule rule, Diagnosis diagnosis) {
        if (diagnosis.observations().containsKey(rule.name())) {
            return diagnosis.observations().get(rule.name());
        }
        return diagnosis.findings().stream()
                .filter(rule.findings()::containsKey)
                .findFirst()
                .map(rule.findings()::get)
                .orElse(null);
    }

    /** TRUE, FALSE, or null when nobody knows. */
    private @Nullable Boolean holds(Condition condition) {
        Known known = known(condition.fact());
        return known == null ? null : fits(condition, known.value());
    }

    /** A longer administrative code of China lies in a shorter one; of a country lies in it whatever begins with it. */
    private static boolean lies(String place, String region) {
        return place.equals(region)
                || place.startsWith(region + "-")
                || (place.startsWith(region) && place.matches("CN-(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})"));
    }

    private boolean fits(Condition condition, String value) {
        boolean open = policy.facts().stream()
                .anyMatch(rule ->
                        rule.name().equals(condition.fact()) && rule.values().isEmpty());
        return condition.in().stream().anyMatch(in -> open ? lies(value, in) : value.equals(in));
    }

    // ---- Items and gates

    private void itemClass() {
        Coverage.ItemClasses classes = policy.coverage().itemClasses();
        if (classes != null
                && line.unit() != null
                && !classes.covered().contains(line.unit().itemClass())
                && !ruled(classes.clause(), facts.submittedAt())) {
            refused = true;
            exclude(classes.clause());
        }
    }

    private void gate(Coverage.Gate gate) {
        List<Coverage.Alternative> ways = gate.anyOf();
        if (ways.stream().anyMatch(way -> way.when().stream().allMatch(when -> Boolean.TRUE.equals(holds(when))))) {
            return;
        }
        List<Coverage.Alternative> open = ways.stream()
                .filter(way -> way.when().stream().noneMatch(when -> Boolean.FALSE.equals(holds(when))))
                .toList();
        if (!open.isEmpty()) {
            if (diagnosis != null) {
                openGate(gate, open.getFirst());
            }
            return;
        }
        boolean solid = ways.stream().allMatch(way -> failing(way).solid());
        long furthest = ways.stream().mapToLong(this::held).max().orElse(0);
        for (Coverage.Alternative way : ways) {
            if (held(way) == furthest) {
                unmet(gate, way, failing(way), solid);
            }
        }
    }

    private long held(Coverage.Alternative way) {
        return way.when().stream()
                .filter(when -> Boolean.TRUE.equals(holds(when)))
                .count();
    }

    private Known failing(Coverage.Alternative way) {
        List<Known> failing = way.when().stream()
                .filter(when -> Boolean.FALSE.equals(holds(when)))
                .map(when -> known(when.fact()))
                .toList();
        return failing.stream().filter(Known::solid).findFirst().orElse(failing.getFirst());
    }

    private void unmet(Coverage.Gate gate, Coverage.Alternative way, Known failing, boolean solid) {
        boolean quote = gate.unmet() == Coverage.Unmet.NOT_COVERED_OFFER_QUOTE;
        Settled settled = quote && solid
                ? ruled(way.clause(), failing.since()) ? Settled.DISMISSED : Settled.UPHELD
                : settled(way.clause(), failing.since());
        switch (settled) {
            case UPHELD -> {
                outOfCover = true;
                exclude(way.clause());
            }
            case OPEN -> {
                if (quote) {
                    suspect(way.clause());
                } else {
                    doubt(way.clause());
                }
            }
            case DISMISSED -> {}
        }
    }

    private void openGate(Coverage.Gate gate, Coverage.Alternative way) {
        switch (gate.unknown()) {
            case IGNORE, MET -> {}
            case NEEDS_EVIDENCE -> lack(way.clause(), gate.item());
            case NEEDS_REVIEW -> {
                Settled settled = settled(way.clause(), diagnosis.concludedAt());
                if (settled == Settled.OPEN) {
                    doubt(way.clause());
                } else if (settled == Settled.UPHELD) {
                    outOfCover = true;
                    exclude(way.clause());
                }
            }
        }
    }

    // ---- Causes

    private void cause(Diagnosis found) {
        String cause = found.cause();
        boolean lawful = lawFor(cause) != null;
        boolean byContract = contractWins() && contractExcludes(word(cause), lawful);
        Coverage coverage = policy.coverage();
        if (coverage.causes().covered().contains(cause)) {
            return;
        }
        if (coverage.doubtful() != null && coverage.doubtful().causes().contains(cause)) {
            if (!lawful && !byContract) {
                doubtful(word(cause));
            }
            return;
        }
        boolean answered = excludes(word(cause), lawful);
        for (String finding : found.findings()) {
            if (!finding.equals(cause)) {
                Known word = word(finding);
                excludes(new Known(finding, word.by(), answered && word.sure(), word.shown(), word.since()), lawful);
            }
        }
        boolean watched = policy.exclusions().stream()
                .flatMap(exclusion -> Stream.concat(
                        exclusion.observed().stream(),
                        exclusion.doubtful() == null
                                ? Stream.of()
                                : Stream.of(exclusion.doubtful().when())))
                .anyMatch(when -> when.fact().equals("cause") && fits(when, cause));
        if (answered || lawful || byContract || watched || (!contractWins() && contractExcludes(word(cause), lawful))) {
            return;
        }
        if (coverage.causes().others() == Coverage.Others.NEEDS_REVIEW || !named.test(cause)) {
            unknownCause(found);
        }
    }

    private void unknownCause(Diagnosis found) {
        String clause = policy.coverage().causes().clause();
        if (ruled(clause, found.concludedAt())) {
            return;
        }
        Settled settled = claimShown() ? settled(clause, found.concludedAt()) : Settled.OPEN;
        if (settled == Settled.OPEN) {
            doubt(clause);
        } else if (settled == Settled.UPHELD) {
            outOfCover = true;
            exclude(clause);
        }
    }

    private void doubtful(Known word) {
        String clause = policy.coverage().doubtful().clause();
        Settled settled = settled(clause, word.since(), word.shown());
        if (settled == Settled.OPEN) {
            doubt(clause);
        } else if (settled == Settled.UPHELD) {
            outOfCover = true;
            exclude(clause);
        }
    }

    private boolean excludes(Known word, boolean lawful) {
        boolean any = false;
        for (Exclusion exclusion : policy.exclusions()) {
            long names =
                    exclusion.causes().stream().filter(word.value()::equals).count()
                            + (exclusion.sameEvent() != null
                                            && exclusion.sameEvent().causes().contains(word.value())
                                    ? 1
                                    : 0);
            if (names > 0) {
                any |= apply(exclusion, word, false, lawful);
            }
        }
        return any;
    }

    private boolean contractExcludes(Known word, boolean lawful) {
        List<Precedence> order = policy.precedence();
        if (lawful
                && order.contains(Precedence.LAW)
                && order.indexOf(Precedence.LAW) < order.indexOf(Precedence.CONTRACT)) {
            return false;
        }
        if (!heeds(ContractRules.Part.EXCLUSIONS)
                || !facts.contractTerms().excludedCauses().contains(word.value())) {
            return false;
        }
        stands(
                policy.contract().clause(),
                false,
                word.sure() && word.shown() && List.of("TECHNICIAN", "AGENT").contains("" + word.by()),
                word.shown(),
                false,
                word.since());
        return true;
    }

    private void observed() {
        boolean lawful = diagnosis != null && lawFor(diagnosis.cause()) != null;
        for (Exclusion exclusion : policy.exclusions()) {
            for (Condition when : exclusion.observed()) {
                if (Boolean.TRUE.equals(holds(when))) {
                    apply(exclusion, known(when.fact()), false, lawful);
                }
            }
            Exclusion.Doubtful doubtful = exclusion.doubtful();
            if (doubtful != null && Boolean.TRUE.equals(holds(doubtful.when()))) {
                apply(exclusion, known(doubtful.when().fact()), true, lawful);
            }
        }
    }

    private void declared() {
        String declared = facts.declaredCause();
        boolean outweighed = diagnosis != null
                && (diagnosis.cause().equals(declared)
                        || (diagnosis.causeConfirmed()
                                && diagnosis.confirmedBy().kind() == Confirmer.Kind.TECHNICIAN));
        if (declared == null || outweighed) {
            return;
        }
        boolean lawful = lawFor(declared) != null;
        excludes(claimed(declared), lawful);
        contractExcludes(claimed(declared), lawful);
        if (policy.coverage().doubtful() != null
                && policy.coverage().doubtful().causes().contains(declared)
                && !lawful) {
            doubtful(claimed(declared));
        }
        for (Exclusion exclusion : policy.exclusions()) {
            List<Condition> watched = new ArrayList<>(exclusion.observed());
            if (exclusion.doubtful() != null) {
                watched.add(exclusion.doubtful().when());
            }
            for (Condition when : watched) {
                boolean asCause = when.fact().equals("cause") && fits(when, declared);
                boolean asFinding = policy.facts().stream()
                        .anyMatch(rule -> rule.name().equals(when.fact())
                                && rule.findings().containsKey(declared)
                                && fits(when, rule.findings().get(declared)));
                if (asCause || asFinding) {
                    boolean onlyDoubt =
                            exclusion.doubtful() != null && exclusion.doubtful().when() == when;
                    apply(exclusion, claimed(declared), onlyDoubt, false);
                }
            }
        }
    }

    /** What the customer says was seen of the line, where no diagnosis says it. */
    private void reported() {
        for (FactRule rule : policy.facts()) {
            String value = line.attributes().get(rule.name());
            if (value != null && rule.reported().contains(value) && known(rule) == null) {
                for (Exclusion exclusion : policy.exclusions()) {
                    exclusion.observed().stream()
                            .filter(when -> when.fact().equals(rule.name()) && fits(when, value))
                            .forEach(when -> apply(exclusion, claimed(value), false, false));
                    Exclusion.Doubtful doubtful = exclusion.doubtful();
                    if (doubtful != null
                            && doubtful.when().fact().equals(rule.name())
                            && fits(doubtful.when(), value)) {
                        apply(exclusion, claimed(value), true, false);
                    }
                }
            }
        }
    }

    /** Whether the exclusion matches at all; it does not where its own exception holds. */
    private boolean apply(Exclusion exclusion, Known word, boolean onlyDoubt, boolean lawful) {
        boolean excepted = exclusion.unless() != null && Boolean.TRUE.equals(holds(exclusion.unless()));
        if (excepted && exclusion.outcome() != Exclusion.Outcome.NEEDS_REVIEW) {
            return false;
        }
        if (lawful && law().over().contains(exclusion.clause())) {
            return true;
        }
        if (excepted) {
            if (!ruled(exclusion.clause(), word.since()) && settled(exclusion.clause(), word.since()) == Settled.OPEN) {
                doubt(exclusion.clause());
            }
            return true;
        }
        boolean person = onlyDoubt
                || exclusion.outcome() == Exclusion.Outcome.NEEDS_REVIEW
                || (exclusion.when() != null
                        && !Boolean.TRUE.equals(holds(exclusion.when().condition())));
        boolean proven = word.onRecord()
                ? exclusion.proof().contains(Confirmer.Kind.RECORD)
                : word.sure() && word.shown() && exclusion.proof().contains(word.by());
        boolean confirmable = word.shown()
                && (exclusion.proof().contains(Confirmer.Kind.AGENT)
                        || exclusion.proof().contains(Confirmer.Kind.RECORD));
        stands(
                exclusion.clause(),
                exclusion.outcome() == Exclusion.Outcome.REDIRECT,
                proven && !person,
                confirmable,
                person,
                word.since());
        return true;
    }

    private void stands(
            String clause, boolean elsewhere, boolean proven, boolean confirmable, boolean person, Instant since) {
        if (ruled(clause, since)) {
            return;
        }
        Settled settled = settled(clause, since, confirmable);
        if (proven || settled == Settled.UPHELD) {
            redirected |= elsewhere;
            outOfCover |= !elsewhere;
            against.add(clause + (elsewhere ? " REDIRECTS" : " EXCLUDES"));
        } else if (settled != Settled.DISMISSED) {
            if (person) {
                doubt(clause);
            } else {
                suspect(clause);
            }
        }
    }

    // ---- Evidence and consents

    private boolean asksFor(Particular particular) {
        return policy.evidence().stream()
                .anyMatch(requirement -> requirement.anyOf().contains(particular));
    }

    private void evidence(Requirement requirement) {
        String standIn = requirement.unlessSuspected();
        if (standIn != null && against.stream().anyMatch(entry -> entry.startsWith(standIn + " "))) {
            return;
        }
        boolean comparable = requirement.compares() == null
                || comparable(requirement.compares())
                || needless(requirement.compares());
        boolean nothingAsked = comparable
                && requirement.anyOf().isEmpty()
                && requirement.facts().isEmpty();
        boolean given = nothingAsked
                || requirement.anyOf().stream().anyMatch(this::given)
                || requirement.facts().stream().anyMatch(fact -> said(fact) != null);
        if (requirement.compares() != null
                && unrecorded(requirement.compares())
                && !needless(requirement.compares())
                && !needlessByLaw(requirement)) {
            switch (withoutRecord(requirement.clause(), requirement.item())) {
                case OPEN -> doubt(requirement.clause());
                case UPHELD -> {
                    refused = true;
                    unavailable = true;
                    exclude(requirement.clause());
                }
                case DISMISSED -> {}
            }
        }
        if (given) {
            shows(requirement);
        } else if (!ruled(requirement.clause(), facts.submittedAt()) && !needlessByLaw(requirement)) {
            if (requirement.unavailable() != null && facts.unavailable().containsKey(requirement.item())) {
                refused = true;
                unavailable = true;
                exclude(requirement.clause());
            } else if (facts.unavailable().containsKey(requirement.item())) {
                Instant said = facts.unavailable().get(requirement.item()).at();
                switch (withoutItem(requirement.clause(), requirement.item(), said)) {
                    case OPEN -> doubt(requirement.clause());
                    case UPHELD -> {
                        refused = true;
                        unavailable = true;
                        exclude(requirement.clause());
                    }
                    case DISMISSED -> {}
                }
            } else {
                lack(requirement.clause(), requirement.item());
            }
        }
    }

    /** Whether the law grants service for the cause, or may, and the customer has no such thing. */
    private boolean needlessByLaw(Requirement requirement) {
        if (law() == null || anchor == null || !law().over().contains(requirement.clause())) {
            return false;
        }
        if (diagnosis != null) {
            return lawFor(diagnosis.cause()) != null;
        }
        return facts.unavailable().containsKey(requirement.item())
                && law().rules().stream().anyMatch(rule -> !today.isAfter(after(anchor, rule.within())));
    }

    /** Whether some card that counts has a number for each that the record of the unit has. */
    private boolean needless(String name) {
        FactRule rule = policy.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
        return policy.evidence().stream()
                .filter(asking -> asking.anyOf().stream()
                        .anyMatch(particular -> rule.document() != null
                                && particular.name().equals(rule.document().name())))
                .anyMatch(asking -> ruled(asking.clause(), facts.submittedAt()));
    }

    /** Whether a card bears each number that the record has, and as many as a unit of the model bears. */
    private boolean comparable(String name) {
        FactRule rule = numbers(name);
        if (line.unit() == null) {
            return true;
        }
        Set<String> recorded = new TreeSet<>(rule.attributes());
        recorded.retainAll(line.unit().attributes().keySet());
        List<DatedDocument> cards =
                all(rule.document()).stream().filter(this::proves).toList();
        return cards.isEmpty()
                || cards.stream()
                        .anyMatch(card -> card.state() != State.VALID
                                || (card.attributes().keySet().containsAll(recorded)
                                        && rule.attributes().stream()
                                                        .filter(card.attributes()::containsKey)
                                                        .count()
                                                >= ofModel(name)));
    }

    /** Whether a card bears all, none is at fault, and the record bears too few. */
    private boolean unrecorded(String name) {
        FactRule rule = numbers(name);
        if (line.unit() == null) {
            return false;
        }
        List<DatedDocument> cards =
                all(rule.document()).stream().filter(this::proves).toList();
        return !cards.isEmpty()
                && cards.stream().allMatch(card -> card.state() == State.VALID)
                && comparable(name)
                && rule.attributes().stream()
                                .filter(number -> attribute(number) != null
                                        || line.attributes().containsKey(number))
                                .count()
                        < ofModel(name);
    }

    private int ofModel(String name) {
        Product product = policy.products().get(line.unit().model());
        String count = product == null ? null : product.attributes().get(name);
        return count == null ? 0 : List.of("ONE", "TWO").indexOf(count) + 1;
    }

    private FactRule numbers(String name) {
        return policy.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void shows(Requirement requirement) {
        Requirement.Shows shows = requirement.shows();
        if (shows == null || ofUnit().stream().anyMatch(paper -> paper.kind() == shows.document() && proves(paper))) {
            return;
        }
        List<DatedDocument> brought = Stream.concat(line.documents().stream(), typed.stream())
                .filter(paper -> paper.kind() == shows.document())
                .filter(paper ->
                        paper.state() == State.VALID || (paper.state() == State.INCONSISTENT && !examined(paper)))
                .toList();
        boolean sought = asksFor(Particular.SERIAL) && line.unit() == null;
        if (!brought.isEmpty()
                && brought.stream()
                        .noneMatch(paper -> paper.state() == State.VALID && !typed.contains(paper) && complete(paper))
                && !sought
                && (expired || (anchor == null && !ruled(policy.term().clause(), facts.submittedAt())))) {
            wantsPaper = true;
            lack(requirement.clause(), requirement.item());
        }
    }

    private boolean given(Particular particular) {
        boolean otherModel = line.unit() != null
                && facts.model() != null
                && !facts.model().equals(line.unit().model());
        return switch (particular) {
            case CONTRACT_NUMBER -> facts.contractNumber() != null;
            case KNOWN_CONTRACT -> facts.contractNumber() == null || facts.contractKnown();
            case MODEL -> facts.model() != null && !otherModel;
            case FAULT_DESCRIPTION -> facts.faultDescribed();
            case PHOTO -> facts.evidence().stream().anyMatch(item -> item.kind() == EvidenceKind.PHOTO);
            case VIDEO -> facts.evidence().stream().anyMatch(item -> item.kind() == EvidenceKind.VIDEO);
            case SERIAL -> line.serial() != null;
            case KNOWN_UNIT ->
                line.unit() != null
                        || line.serial() == null
                        || (asksFor(Particular.KNOWN_CONTRACT) && !facts.contractKnown());
            case BILL_OF_LADING,
                    AIR_OR_ROAD_WAYBILL,
                    CONTRACT_DELIVERY,
                    INVOICE,
                    PURCHASE_CERTIFICATE,
                    WARRANTY_CARD,
                    SHIPMENT,
                    DELIVERY,
                    PROJECT_ACCEPTANCE ->
                all(DocumentKind.valueOf(particular.name())).stream().anyMatch(this::proves);
        };
    }

    private void consents(Consent.Needed needed) {
        for (Consent consent : policy.consents()) {
            Consented given = facts.consents().get(consent.item());
            boolean said = given != null
                    && (consent.states().isEmpty()
                            || (consent.states().contains("" + given.state())
                                    && (given.detail() != null
                                            || !consent.detailed().contains("" + given.state()))));
            if (consent.needed() == needed && !said) {
                lack(consent.clause(), consent.item());
            }
        }
    }

    // ---- Service

    private Route route(Diagnosis found) {
        Route asked = found.disposition();
        Statutory.Rule law = lawFor(found.cause());
        if (law != null && law.routes().contains(asked)) {
            return asked;
        }
        Coverage.RouteRule rule = policy.coverage().routes().get(asked);
        if (rule != null
                && !rule.byPerson()
                && rule.when().stream().allMatch(when -> Boolean.TRUE.equals(holds(when)))) {
            return asked;
        }
        boolean promised = asked == Route.ON_SITE
                && heeds(ContractRules.Part.ON_SITE)
                && facts.site() != null
                && facts.contractTerms().onSite().stream().anyMatch(region -> lies(facts.site(), region));
        if (promised && (contractWins() || (rule != null && rule.orContract() != null))) {
            return asked;
        }
        String clause = promised
                ? policy.contract().clause()
                : rule == null ? policy.coverage().causes().clause() : rule.clause();
        Review first = asked(clause, found.concludedAt())
                .filter(review -> review.doubts().isEmpty())
                .findFirst()
                .orElse(null);
        if (first == null) {
            doubt(clause);
            return asked;
        }
        return first.outcome() == Review.Outcome.DISMISS
                ? asked
                : policy.coverage().fallback();
    }

    // ---- Charges

    private Map<ChargeItem, Payer> charges(Charge.When kind) {
        Map<ChargeItem, Payer> payers = new TreeMap<>();
        Map<ChargeItem, Payer> stood = stood();
        Set<ChargeItem> lifted = new TreeSet<>();
        Map<ChargeItem, Payer> agreed =
                heeds(ContractRules.Part.CHARGES) ? facts.contractTerms().charges() : Map.of();
        if (kind == Charge.When.COVERED
                && diagnosis != null
                && lawFor(diagnosis.cause()) != null
                && policy.precedence().indexOf(Precedence.LAW)
                        < policy.precedence().indexOf(Precedence.CONTRACT)) {
            agreed = new TreeMap<>(agreed);
            agreed.entrySet()
                    .removeIf(share -> share.getValue() != Payer.VENDOR
                            && policy.charges().stream()
                                    .anyMatch(charge -> charge.payer() == Payer.VENDOR
                                            && charge.when() == Charge.When.COVERED
                                            && charge.items().contains(share.getKey())));
        }
        if (contractWins()) {
            agreed.forEach((item, payer) -> byContract(item, payer, stood, payers, lifted));
        }
        for (Charge charge : policy.charges()) {
            boolean notCovered = kind != Charge.When.COVERED && charge.when() == Charge.When.NOT_COVERED;
            if ((charge.when() == kind || charge.when() == Charge.When.ALWAYS || notCovered) && reaches(charge)) {
                if (charge.payer() == Payer.CUSTOMER && ruled(charge.clause(), facts.submittedAt())) {
                    lifted.addAll(charge.items());
                } else {
                    charge.items().forEach(item -> payers.putIfAbsent(item, betterOf(charge.payer(), stood.get(item))));
                }
            }
        }
        if (!contractWins()) {
            agreed.forEach((item, payer) -> favour(item, payer, payers));
            agreed.forEach((item, payer) -> byContract(item, payer, stood, payers, lifted));
        }
        lifted.forEach(item -> payers.putIfAbsent(item, Payer.VENDOR));
        stood.forEach(payers::putIfAbsent);
        return payers;
    }

    private void byContract(
            ChargeItem item,
            Payer payer,
            Map<ChargeItem, Payer> stood,
            Map<ChargeItem, Payer> payers,
            Set<ChargeItem> lifted) {
        if (payer == Payer.CUSTOMER && ruled(policy.contract().clause(), facts.submittedAt())) {
            lifted.add(item);
        } else {
            payers.putIfAbsent(item, betterOf(payer, stood.get(item)));
        }
    }

    /** Who paid before the last dispute was upheld. */
    private Map<ChargeItem, Payer> stood() {
        List<Ruling> rulings = whole.rulings();
        if (rulings.isEmpty()) {
            return Map.of();
        }
        LineFacts earlier = new LineFacts(
                whole.line(),
                whole.serial(),
                whole.unit(),
                whole.documents(),
                whole.component(),
                whole.attributes(),
                whole.diagnosis(),
                whole.reviews(),
                rulings.subList(0, rulings.size() - 1));
        return judge(policy, named, facts, earlier, diagnosis == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS)
                .charges();
    }

    private static Payer betterOf(Payer payer, @Nullable Payer stood) {
        List<Payer> worstFirst = List.of(Payer.CUSTOMER, Payer.AGREE, Payer.VENDOR);
        return stood != null && worstFirst.indexOf(stood) > worstFirst.indexOf(payer) ? stood : payer;
    }

    private void favour(ChargeItem item, Payer payer, Map<ChargeItem, Payer> payers) {
        if (payer == Payer.VENDOR
                && payers.get(item) == Payer.CUSTOMER
                && policy.contract().inFavour() != null) {
            Settled settled = settled(policy.contract().clause(), facts.submittedAt());
            if (settled == Settled.OPEN) {
                whoPaysIsOpen = true;
                doubt(policy.contract().clause());
            } else if (settled == Settled.DISMISSED) {
                payers.put(item, Payer.VENDOR);
            }
        }
    }

    private boolean reaches(Charge charge) {
        if ((charge.through() == null || within(charge.through()))
                && (charge.beyond() == null || !within(charge.beyond()))) {
            return true;
        }
        Charge.Doubt doubt = charge.doubt();
        if (doubt == null
                || anchor == null
                || length == null
                || after(anchor, length).isBefore(after(anchor, doubt.termFrom()))) {
            return false;
        }
        Settled settled = settled(charge.clause(), facts.submittedAt());
        if (settled == Settled.OPEN) {
            whoPaysIsOpen = true;
            doubt(charge.clause());
        }
        return settled == Settled.UPHELD;
    }

    private boolean within(Period afterTerm) {
        return anchor != null
                && length != null
                && !today.isAfter(after(
                        anchor,
                        Period.ofMonths((int) (length.toTotalMonths() + afterTerm.toTotalMonths()))
                                .plusDays(length.getDays() + afterTerm.getDays())));
    }
}
