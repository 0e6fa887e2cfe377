package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.calendars.CalendarBook;
import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.DeadlineView;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** One claim, and the clock moved by hand. Times are those of the policies' zone. */
final class Course implements CalendarBook {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CompiledPolicy policy;
    private final Timekeeper timekeeper;
    private final FiringDeadlines firing;
    private final List<Event> told = new ArrayList<>();
    private BusinessCalendar calendar = GivenCalendars.china();
    private final List<BusinessCalendar> versions = new ArrayList<>(List.of(calendar));
    private final List<String> awaited = new ArrayList<>();
    private Claim claim;

    private Course(CompiledPolicy policy, Claim submitted) {
        this.policy = policy;
        this.timekeeper = new Timekeeper(ShippedPacks.packs(), this);
        this.firing = new FiringDeadlines(claim -> policy);
        this.claim = timekeeper.kept(null, Change.of(submitted)).state();
    }

    static Course of(String letter, int lines, String submittedAt) {
        return of(letter, lines, submittedAt, new LineState.InDiagnosis());
    }

    static Course of(String letter, int lines, String submittedAt, LineState state) {
        CompiledPolicy policy = ShippedPacks.policy(letter);
        return new Course(
                policy,
                Claim.submitted(
                        "clm-1",
                        policy.vendor(),
                        "nordwind",
                        new CustomerRef("cus-1", 1),
                        "maria",
                        at(submittedAt),
                        policy.version(),
                        "C-1",
                        null,
                        "X1",
                        "E-42",
                        "d",
                        null,
                        Particulars.NONE,
                        List.of(),
                        List.of(),
                        IntStream.rangeClosed(1, lines)
                                .mapToObj(line -> ClaimLine.claimed(new UnitLine(line, "S-" + line, 1))
                                        .at(state))
                                .toList(),
                        new FirstAnswer("h", 201, "/l", "{}")));
    }

    /** An application to the depot, accepted on 5 June: the device is to be there by the end of the 20th, or with the grace the 27th. */
    static Course application() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        return course;
    }

    Claim claim() {
        return claim;
    }

    CompiledPolicy policy() {
        return policy;
    }

    /** The years that calendars were asked for. */
    List<String> awaited() {
        return awaited;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    void acknowledge(String at) {
        keep(Acknowledging.acknowledged(claim, at(at)));
    }

    void conclude(String at, FaultClass faultClass, LineState next, int... lines) {
        Conclusion conclusion = new Conclusion(
                new Diagnosis(
                        "MATERIAL",
                        true,
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "ida"),
                        at(at),
                        faultClass,
                        Route.PARTS,
                        List.of(),
                        Map.of()),
                List.of(new PartQuantity("P-7", 1)));
        move(at, line -> line.concluded(conclusion).at(next), lines);
    }

    void dispatch(String at, int... lines) {
        keep(Serving.advanced(
                claim,
                IntStream.of(lines).boxed().toList(),
                new LineState.Dispatched("shp-1", "carrier", "T1", at(at)),
                at(at)));
    }

    void deliver(String at, int... lines) {
        keep(Serving.advanced(
                claim, IntStream.of(lines).boxed().toList(), new LineState.Delivered("shp-1", at(at)), at(at)));
    }

    void happened(String at, String event, int... lines) {
        Amendment amendment = new Amendment(claim, at(at));
        amendment.happened(event, at(at), IntStream.of(lines).boxed().toList());
        keep(amendment.done());
    }

    void received(String at, String reportedAt, int... lines) {
        reported(ReportMilestone.Reported.DEVICE_RECEIVED, Actor.Kind.WAREHOUSE, at, reportedAt, lines);
    }

    void reported(ReportMilestone.Reported what, Actor.Kind by, String at, String reportedAt, int... lines) {
        keep(new Keeping(policy, what, at(at), at(reportedAt), List.of("clm-2"))
                .kept(
                        claim,
                        new Actor(by, "somebody"),
                        IntStream.of(lines).boxed().toList()));
    }

    void move(String at, UnaryOperator<ClaimLine> way, int... lines) {
        Amendment amendment = new Amendment(claim, at(at));
        for (int line : lines) {
            amendment.put(way.apply(amendment.line(line).orElseThrow()));
        }
        amendment.note(TimelineEntry.What.DIAGNOSIS_COMPLETED, Actor.policy("A-1"), List.of(), null);
        keep(amendment.done());
    }

    /** As it would be had it been kept before there were clocks. */
    void forgetClocks() {
        claim = timekeeper.begun(claim.change().clocks(ClaimClocks.NONE).done());
    }

    void split(String at, int line, String... serials) {
        Amendment amendment = new Amendment(claim, at(at));
        for (String serial : serials) {
            amendment.splitOff(amendment.line(line).orElseThrow(), serial, 1);
        }
        amendment.note(TimelineEntry.What.EVIDENCE_RECEIVED, Actor.policy("A-1"), List.of(line), null);
        keep(amendment.done());
    }

    private void keep(Change<Claim> change) {
        told.addAll(change.events().stream()
                .filter(event -> event instanceof DeadlineWarned
                        || event instanceof DeadlineBreached
                        || event instanceof DeadlineEscalated
                        || event instanceof ClaimExpired
                        || event instanceof DeviceReportedLate)
                .toList());
        claim = timekeeper.kept(claim, change).state();
    }

    /** Everything that is due until then, in due order, as the sweep does it. */
    void advance(String to) {
        for (Instant next = next(at(to)); next != null; next = next(at(to))) {
            Instant due = next;
            Optional<Change<Claim>> change =
                    timekeeper.deadlines(claim, due).flatMap(deadlines -> firing.fire(claim, deadlines, due));
            if (change.isPresent()) {
                keep(change.get());
                assertThat(told).as("told once, not for ever").hasSizeLessThan(50);
            } else {
                claim = timekeeper.lookedAt(claim, due, due);
            }
        }
    }

    private @Nullable Instant next(Instant to) {
        Instant next = claim.clocks().nextAt();
        return next == null || next.isAfter(to) ? null : next;
    }

    void enterYear(int year) {
        calendar = GivenCalendars.chinaWithYear(year, versions.size() + 1);
        versions.add(calendar);
    }

    @Override
    public Optional<BusinessCalendar> current(String vendor, String id) {
        return Optional.of(calendar);
    }

    @Override
    public void await(String vendor, String id, int year) {
        awaited.add(id + "/" + year);
    }

    @Override
    public Optional<BusinessCalendar> version(String vendor, CalendarVersion version) {
        return versions.stream().filter(each -> each.version().equals(version)).findFirst();
    }

    List<Event> told() {
        return List.copyOf(told);
    }

    <E extends Event> List<E> told(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What started the clocks that run, or ran. */
    List<String> starts(String asOf) {
        return timekeeper.deadlines(claim, at(asOf)).orElseThrow().stream()
                .flatMap(deadline -> deadline.standing() instanceof ClockStanding.Reckoned reckoned
                        ? Stream.of(reckoned.reckoning().start().event())
                        : Stream.empty())
                .toList();
    }

    List<DeadlineState> states() {
        return timekeeper.deadlines(claim, Objects.requireNonNull(claim.clocks().nextAt())).orElseThrow().stream()
                .map(ClaimDeadline::state)
                .toList();
    }

    List<DeadlineView> views(String asOf, Locale reader) {
        List<ClaimDeadline> deadlines = timekeeper.deadlines(claim, at(asOf)).orElseThrow();
        return deadlines.stream()
                .map(deadline -> DeadlineView.of(
                        deadline.standing(),
                        policy,
                        deadline.ending(),
                        LateWords.of(LateWord.stopping(claim, deadline), deadline, policy),
                        reader))
                .toList();
    }

    /** The words of one, sentence by sentence. */
    List<String> words(String clause, String asOf, Locale reader) {
        return views(asOf, reader).stream()
                .filter(view -> view.clause().equals(clause))
                .map(view -> Objects.requireNonNull(view.text()))
                .findFirst()
                .orElseThrow()
                .lines()
                .toList();
    }

    /** Of those that stand somewhere. */
    List<Tuple> states(String asOf) {
        return timekeeper.deadlines(claim, at(asOf)).orElseThrow().stream()
                .filter(deadline -> deadline.state() != DeadlineState.UNDECIDED)
                .map(deadline -> tuple(deadline.clock().clause(), deadline.state()))
                .toList();
    }
}
