package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.calendars.Calendars;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.policies.PackError;
import dev.aftersales.claims.policies.PolicyPacks;
import dev.aftersales.claims.versions.Succession.Step;
import dev.aftersales.contracts.events.policies.PolicyVersionWithdrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drafts, notices and activations of the vendors' policy versions. */
final class Versions {

    /** Longer than any instance takes to hear of an activation. */
    private static final Duration LEAD = Duration.ofSeconds(1);

    private static final int PAGE = 20;

    private final Aggregates<PolicyVersion> versions;
    private final Successions successions;
    private final StoredPolicies policies;
    private final PolicyPacks shipped;
    private final Drafting drafting;
    private final NoticeRequests notices;
    private final Uncontacted uncontacted;
    private final NoticeWalk walk;
    private final Contracts contracts;
    private final Calendars calendars;
    private final Clock clock;

    Versions(
            Aggregates<PolicyVersion> versions,
            Successions successions,
            StoredPolicies policies,
            PolicyPacks shipped,
            Drafting drafting,
            NoticeRequests notices,
            Uncontacted uncontacted,
            NoticeWalk walk,
            Contracts contracts,
            Calendars calendars,
            Clock clock) {
        this.versions = versions;
        this.successions = successions;
        this.policies = policies;
        this.shipped = shipped;
        this.drafting = drafting;
        this.notices = notices;
        this.uncontacted = uncontacted;
        this.walk = walk;
        this.contracts = contracts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The vendor's version of that name, in whatever stage. */
    Optional<PolicyVersion> find(String vendor, String id) {
        return versions.find(id).map(Stored::state).filter(version -> version.vendor()
                .equals(vendor));
    }

    /** The vendor's versions that may still take effect, drafts and those of which customers are told, by name. */
    List<PolicyView> proposed(String vendor) {
        List<PolicyView> proposed = new ArrayList<>();
        List<PolicyVersion> page;
        String last = "";
        do {
            page = versions.query(and(eq("vendor", vendor), gt("_id", last)), ascending("_id"), PAGE).stream()
                    .map(Stored::state)
                    .toList();
            last = page.isEmpty() ? last : page.getLast().id();
            page.stream()
                    .filter(version ->
                            version.stage() instanceof Stage.Draft || version.stage() instanceof Stage.Noticed)
                    .map(PolicyView::of)
                    .forEach(proposed::add);
        } while (page.size() == PAGE);
        return proposed;
    }

    /** Whether the vendor's customers are being told of the version, or have been, and it may still take effect. */
    boolean isNoticed(String vendor, String id) {
        return find(vendor, id)
                .filter(version -> version.stage() instanceof Stage.Noticed)
                .isPresent();
    }

    /** How far the notice of a version has come. */
    NoticeFigures figures(PolicyVersion version) {
        NoticeFigures figures = notices.figures(version.vendor(), version.id());
        return version.stage() instanceof Stage.Noticed ? figures.and(uncontacted.notToldOf(version)) : figures;
    }

    /** The first of those whom no mail has reached and nobody has told otherwise. */
    List<String> unreached(PolicyVersion version, int most) {
        return notices.unreached(version.vendor(), version.id(), most);
    }

    /** When the notice period is over; absent when nobody has been told yet, or the policy asks for no notice. */
    @Nullable
    Instant noticeEnd(PolicyVersion version, NoticeFigures figures) {
        return before(version.vendor(), version.id())
                .map(rules -> NoticePeriod.end(rules, figures))
                .orElse(null);
    }

    /** Makes a draft. */
    Outcome create(String vendor, String pack, String by) {
        return switch (drafting.read("the pack", pack)) {
            case Drafting.Read.Bad bad -> new Outcome.Wrong(bad.errors());
            case Drafting.Read.Good good -> {
                List<Map<String, Object>> errors = foreign(vendor, good.policy());
                yield errors.isEmpty() ? insert(vendor, good.policy(), pack, by) : new Outcome.Wrong(errors);
            }
        };
    }

    private Outcome insert(String vendor, CompiledPolicy policy, String pack, String by) {
        PolicyVersion draft =
                PolicyVersion.draft(policy.version(), vendor, policy.rules().policy(), pack, by, now());
        return switch (versions.insert(draft.id(), Change.of(draft))) {
            case Insertion.Inserted<PolicyVersion> inserted -> new Outcome.Done(draft);
            case Insertion.AlreadyThere<PolicyVersion> there -> new Outcome.Taken(draft.id());
        };
    }

    /** What in the pack belongs to somebody else. */
    private List<Map<String, Object>> foreign(String vendor, CompiledPolicy policy) {
        List<Map<String, Object>> errors = new ArrayList<>();
        if (!policy.vendor().equals(vendor)) {
            errors.add(error("vendor", "is '" + policy.vendor() + "'; must be " + vendor + ", for whom you act"));
        }
        String own =
                policies.newest(vendor).map(newest -> newest.rules().policy()).orElse(null);
        String letter = policy.rules().policy();
        boolean others = shipped.shipped().stream()
                .anyMatch(pack -> !pack.policy().vendor().equals(vendor)
                        && pack.policy().rules().policy().equals(letter));
        if (own != null && !own.equals(letter)) {
            errors.add(error("policy", "is '" + letter + "'; must be " + own + ", as before"));
        } else if (own == null && others) {
            errors.add(error("policy", "is '" + letter + "', which is another vendor's; choose another"));
        }
        return errors;
    }

    private static Map<String, Object> error(String place, String rule) {
        return Map.of("file", "the pack", "place", place, "rule", rule);
    }

    /**
     * Replaces a draft.
     *
     * @param revision that the caller has seen
     */
    Outcome replace(String vendor, String id, String pack, int revision, String by) {
        if (find(vendor, id).isEmpty()) {
            return new Outcome.Unknown();
        }
        return switch (drafting.read(id, pack)) {
            case Drafting.Read.Bad bad -> new Outcome.Wrong(bad.errors());
            case Drafting.Read.Good good -> {
                List<Map<String, Object>> errors = new ArrayList<>(foreign(vendor, good.policy()));
                if (!good.policy().version().equals(id)) {
                    errors.add(error("version", "is '" + good.policy().version() + "'; must be " + id));
                }
                yield errors.isEmpty()
                        ? decide(id, version -> replaced(version, pack, revision, by))
                        : new Outcome.Wrong(errors);
            }
        };
    }

    private Decision<PolicyVersion, Outcome> replaced(PolicyVersion version, String pack, int revision, String by) {
        if (!(version.stage() instanceof Stage.Draft)) {
            return Decision.refuse(new Outcome.TooLate(version.stage()));
        }
        if (version.revision() != revision) {
            return Decision.refuse(new Outcome.Stale(version.revision()));
        }
        return done(version.replacedBy(pack, by, now()));
    }

    /**
     * Gives up a version that has not taken effect; whoever was told of it by mail is told that, too. One that is set ahead
     * first leaves its place in the succession, which decides; what a crash leaves between the two is finished by saying it
     * again, and nothing is bound to such a version.
     */
    Outcome withdraw(String vendor, String id, String reason, String by) {
        Optional<PolicyVersion> found = find(vendor, id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().stage() instanceof Stage.Active active) {
            return active.shipped()
                    ? new Outcome.TakesEffect(active.effectiveFrom())
                    : withdrawAhead(vendor, id, active, reason, by);
        }
        return decide(id, version -> switch (version.stage()) {
            case Stage.Draft draft -> done(withdrawn(version, draft.withdraw(), reason, by, now()));
            case Stage.Noticed noticed ->
                done(withdrawn(version, noticed.withdraw(revocation(vendor)), reason, by, now()));
            case Stage.Active active -> Decision.refuse(new Outcome.TooLate(active));
            case Stage.Withdrawn before -> Decision.refuse(new Outcome.Done(version));
        });
    }

    private Outcome withdrawAhead(String vendor, String id, Stage.Active seen, String reason, String by) {
        Successions.Leaving leaving = successions.leave(vendor, id, now().plus(LEAD));
        policies.learn(successions.of(vendor));
        return switch (leaving) {
            case TAKES_EFFECT -> new Outcome.TakesEffect(seen.effectiveFrom());
            case FOLLOWED -> new Outcome.Followed();
            case LEFT ->
                decide(
                        id,
                        version -> version.stage() instanceof Stage.Active active
                                ? gone(withdrawn(version, active.withdraw(revocation(vendor)), reason, by, now()))
                                : Decision.refuse(new Outcome.Done(version)));
        };
    }

    /** The version was published: whoever reads that reads this, too. */
    private Decision<PolicyVersion, Outcome> gone(PolicyVersion version) {
        return Decision.commit(
                version,
                new Outcome.Done(version),
                new PolicyVersionWithdrawn(version.id(), version.vendor(), version.policy(), now()));
    }

    private static PolicyVersion withdrawn(
            PolicyVersion version, Stage.Withdrawn withdrawn, String reason, String by, Instant at) {
        return version.in(withdrawn, VersionEntry.Act.WITHDRAWN, by, at, reason);
    }

    private Revocation revocation(String vendor) {
        return Revocation.at(now(), policies.current(vendor), policies.versions(vendor));
    }

    /**
     * Has every customer told of a version (A6.2); again, those who came since or were not reached.
     *
     * @param effectiveFrom as they are told
     */
    Outcome notice(String vendor, String id, Instant effectiveFrom, String by) {
        Optional<PolicyVersion> found = find(vendor, id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<Refusal> refusals = noticeRefusals(found.get(), effectiveFrom);
        if (found.get().stage() instanceof Stage.Draft && !refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        return decide(id, version -> switch (version.stage()) {
            case Stage.Draft draft ->
                version.sha256().equals(found.get().sha256())
                        ? done(version.in(
                                draft.notice(effectiveFrom, now()),
                                VersionEntry.Act.NOTICE_REQUESTED,
                                by,
                                now(),
                                effectiveFrom.toString()))
                        : Decision.refuse(new Outcome.Stale(version.revision()));
            case Stage.Noticed noticed -> again(version, noticed.notice(), effectiveFrom, by);
            case Stage.Active active -> Decision.refuse(new Outcome.TooLate(active));
            case Stage.Withdrawn withdrawn -> Decision.refuse(new Outcome.TooLate(withdrawn));
        });
    }

    private Decision<PolicyVersion, Outcome> again(
            PolicyVersion version, Notice notice, Instant effectiveFrom, String by) {
        if (!notice.effectiveFrom().equals(effectiveFrom)) {
            return Decision.refuse(new Outcome.Refused(List.of(Refusal.of(
                    "notice-as-told",
                    "The customers are told that the version takes effect at " + notice.effectiveFrom()
                            + ". Say the same, or withdraw it and make another version."))));
        }
        return done(version.in(new Stage.Noticed(notice.again()), VersionEntry.Act.NOTICE_REPEATED, by, now(), null));
    }

    private List<Refusal> noticeRefusals(PolicyVersion version, Instant effectiveFrom) {
        PolicyRules before = before(version.vendor(), version.id()).orElse(null);
        PolicyRules draft = drafting.stored(version).rules();
        List<Refusal> refusals = new ArrayList<>(Guards.refusals(before, draft, soldWithoutTerm(version, draft)));
        refusals.addAll(calendarRefusals(version.vendor(), draft));
        refusals.addAll(inOrder(policies.versions(version.vendor()), version, effectiveFrom));
        Governance.Notice rule = before == null ? null : before.governance().notice();
        if (before != null && rule != null) {
            Instant earliest = NoticePeriod.endAfter(before.zone(), rule.days().value(), now());
            if (effectiveFrom.isBefore(earliest)) {
                refusals.add(Refusal.by(
                        NoticePeriod.basis(rule),
                        "effective-after-notice",
                        "With mails sent today the notice period of "
                                + rule.days().value() + " days is over at " + earliest
                                + ". Name an effectiveFrom from then on."));
            }
        }
        return refusals;
    }

    /**
     * Sets a version to take effect.
     *
     * @param wished from when on; absent: as the customers were told, else as the pack says
     */
    Outcome activate(String vendor, String id, @Nullable Instant wished, String by) {
        Optional<PolicyVersion> found = find(vendor, id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        PolicyVersion version = found.get();
        return switch (version.stage()) {
            case Stage.Withdrawn withdrawn -> new Outcome.TooLate(withdrawn);
            case Stage.Active active ->
                wished == null || wished.equals(active.effectiveFrom())
                        ? new Outcome.Done(version)
                        : new Outcome.TooLate(active);
            case Stage.Draft draft ->
                activate(version, wished == null ? drafting.stored(version).effectiveFrom() : wished, by);
            case Stage.Noticed noticed ->
                activate(version, wished == null ? noticed.notice().effectiveFrom() : wished, by);
        };
    }

    private Outcome activate(PolicyVersion version, Instant effectiveFrom, String by) {
        PolicyRules draft = drafting.stored(version).rules();
        Optional<PolicyRules> inForce = before(version.vendor(), version.id());
        List<Refusal> early =
                inForce.map(rules -> notNoticed(version, rules, effectiveFrom)).orElse(List.of());
        List<Refusal> uncounted = calendarRefusals(version.vendor(), draft);
        List<String> sold = soldWithoutTerm(version, draft);
        Entered entered = successions.enter(version.vendor(), succession -> {
            // What this instance knows may be older than the succession that decides.
            List<CompiledPolicy> newestFirst = policies.versions(succession);
            List<Refusal> refusals = new ArrayList<>(early);
            refusals.addAll(uncounted);
            refusals.addAll(Guards.refusals(before(newestFirst, version.id()).orElse(null), draft, sold));
            refusals.addAll(inOrder(newestFirst, version, effectiveFrom));
            if (succession.steps().stream().anyMatch(step -> step.version().equals(version.id()))) {
                return new Successions.Entry<>(Optional.empty(), new Entered(null, List.of()));
            }
            Step step = new Step(version.id(), effectiveFrom, version.sha256(), by, now());
            return refusals.isEmpty()
                    ? new Successions.Entry<>(Optional.of(step), new Entered(step, List.of()))
                    : new Successions.Entry<>(Optional.empty(), new Entered(null, refusals));
        });
        if (!entered.refusals().isEmpty()) {
            return new Outcome.Refused(entered.refusals());
        }
        if (entered.step() != null
                && successions.finish(version.vendor(), entered.step()).isEmpty()) {
            return new Outcome.Stale(version.revision() + 1);
        }
        policies.learn(successions.of(version.vendor()));
        return find(version.vendor(), version.id())
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Unknown::new);
    }

    /** What is to be seen to before the version judges claims, or while it does. */
    List<Warning> warnings(PolicyVersion version, NoticeFigures figures) {
        if (version.stage() instanceof Stage.Withdrawn) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        if (version.stage() instanceof Stage.Active) {
            NoticePeriod.missed(figures).ifPresent(warnings::add);
        }
        try {
            PolicyRules rules = drafting.stored(version).rules();
            if (version.stage() instanceof Stage.Draft || version.stage() instanceof Stage.Noticed) {
                calendarRefusals(version.vendor(), rules).stream()
                        .map(refusal -> new Warning(refusal.rule(), refusal.detail()))
                        .forEach(warnings::add);
                warnings.addAll(ClockGuard.warnings(
                        policies.newest(version.vendor())
                                .map(newest -> newest.rules())
                                .orElse(null),
                        rules));
                policies.newest(version.vendor())
                        .map(newest -> WordsOfBefore.warnings(newest.rules(), rules))
                        .ifPresent(warnings::addAll);
                policies.newest(version.vendor())
                        .map(newest -> GroupedOtherwise.warnings(newest.rules(), rules))
                        .ifPresent(warnings::addAll);
                drafting.idleReadings(version).stream()
                        .map(idle -> new Warning("idle-reading", idle.path() + ": " + idle.rule()))
                        .forEach(warnings::add);
            }
            calendarOf(version.vendor(), rules)
                    .filter(calendar -> calendar.zone().equals(rules.zone()))
                    .map(calendar -> CalendarGuard.warnings(rules, calendar, beginning(version)))
                    .ifPresent(warnings::addAll);
        } catch (PackError old) {
            warnings.add(
                    new Warning("pack-outdated", "This release does not take the pack any more: " + old.getMessage()));
        }
        return warnings;
    }

    /** When its next claim may come: now, or when it takes effect. */
    private Instant beginning(PolicyVersion version) {
        Instant effectiveFrom =
                switch (version.stage()) {
                    case Stage.Active active -> active.effectiveFrom();
                    case Stage.Noticed noticed -> noticed.notice().effectiveFrom();
                    case Stage.Draft draft -> now();
                    case Stage.Withdrawn withdrawn -> now();
                };
        return effectiveFrom.isAfter(now()) ? effectiveFrom : now();
    }

    private List<Refusal> calendarRefusals(String vendor, PolicyRules draft) {
        return CalendarGuard.refusals(draft, calendarOf(vendor, draft).orElse(null), calendars.ids(vendor));
    }

    private Optional<BusinessCalendar> calendarOf(String vendor, PolicyRules rules) {
        return Optional.ofNullable(rules.calendar()).flatMap(id -> calendars.current(vendor, id));
    }

    /** What the vendor sold and the draft gives no term; nothing where it has one for all (D2.4a). */
    private List<String> soldWithoutTerm(PolicyVersion version, PolicyRules draft) {
        if (draft.term().length() != null) {
            return List.of();
        }
        Set<String> withTerm = draft.products().entrySet().stream()
                .filter(product -> product.getValue().term() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return contracts.modelsBeside(version.vendor(), withTerm, Guards.MOST_SOLD + 1);
    }

    /**
     * What was entered.
     *
     * @param step absent when a twin has entered it, or nothing was
     */
    private record Entered(@Nullable Step step, List<Refusal> refusals) {}

    private List<Refusal> notNoticed(PolicyVersion version, PolicyRules inForce, Instant effectiveFrom) {
        if (!(version.stage() instanceof Stage.Noticed noticed)) {
            return NoticePeriod.refusals(inForce, false, NoticeFigures.NONE, 0, effectiveFrom);
        }
        // Who came since the notice is told now, before the version may take effect. The figures come after that: what
        // another walk asks for meanwhile is among them.
        int found = walk.walk(version, noticed.notice());
        int newcomers = noticed.notice().walkedAt() == null ? 0 : found;
        List<Refusal> refusals =
                new ArrayList<>(NoticePeriod.refusals(inForce, true, figures(version), newcomers, effectiveFrom));
        if (effectiveFrom.isBefore(noticed.notice().effectiveFrom())) {
            refusals.add(Refusal.of(
                    "notice-as-told",
                    "The customers were told that the version takes effect at "
                            + noticed.notice().effectiveFrom()
                            + ", and not earlier. Name an effectiveFrom from then on."));
        }
        return refusals;
    }

    /** Versions take effect one after another, none before every instance has heard of it. */
    private List<Refusal> inOrder(List<CompiledPolicy> newestFirst, PolicyVersion version, Instant effectiveFrom) {
        List<Refusal> refusals = new ArrayList<>();
        Instant now = now();
        if (effectiveFrom.isBefore(now.plus(LEAD))) {
            refusals.add(Refusal.of(
                    "effective-not-past",
                    "The version would take effect at " + effectiveFrom + ", and it is " + now
                            + ". Claims stay with the version that they were submitted under; name an effectiveFrom"
                            + " that is to come."));
        }
        newestFirst.stream()
                .findFirst()
                .filter(newest ->
                        !newest.version().equals(version.id()) && !effectiveFrom.isAfter(newest.effectiveFrom()))
                .ifPresent(newest -> refusals.add(Refusal.of(
                        "effective-after-former",
                        newest.version() + " takes effect at " + newest.effectiveFrom()
                                + ". Name a later effectiveFrom.")));
        return refusals;
    }

    /** The rules of the version that this one follows, or would. */
    private Optional<PolicyRules> before(String vendor, String id) {
        return before(policies.versions(vendor), id);
    }

    private static Optional<PolicyRules> before(List<CompiledPolicy> newestFirst, String id) {
        int own = newestFirst.stream().map(CompiledPolicy::version).toList().indexOf(id);
        return newestFirst.stream().skip(own + 1L).findFirst().map(newest -> newest.rules());
    }

    private Outcome decide(String id, Function<PolicyVersion, Decision<PolicyVersion, Outcome>> decision) {
        return versions.<Outcome>decide(id, stored -> decision.apply(stored.state()))
                .orElseGet(Outcome.Unknown::new);
    }

    private static Decision<PolicyVersion, Outcome> done(PolicyVersion version) {
        return Decision.commit(version, new Outcome.Done(version));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
