package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Provision;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.claims.Addressee;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what other parts of the suite hold to: services, service times, provisions, rules for new versions. */
final class ServiceReader {

    private static final Set<String> ALL_DAYS = Set.of("ALL");

    /** In whatever unit; more is a slip of the pen. */
    private static final int LONGEST_CLOCK = 10_000;

    private ServiceReader() {}

    static List<EntitlementRule> entitlements(PackSection pack, PackNames names) {
        List<EntitlementRule> entitlements = new ArrayList<>();
        for (PackSection section : pack.optionalSections("entitlements")) {
            List<String> days = section.optionalOneOrMore("days");
            entitlements.add(new EntitlementRule(
                    names.clause(section, "clause"),
                    names.readingOrSettling(section),
                    names.readings(section),
                    section.text("service"),
                    section.has("price")
                            ? section.oneOf(EntitlementRule.Price.class, "price")
                            : EntitlementRule.Price.FREE,
                    section.optionalOneOf(EntitlementRule.Price.class, "after"),
                    section.oneOrMoreOf(EntitlementRule.While.class, "while"),
                    section.optionalPeriod("every"),
                    section.optionalPeriod("first"),
                    ALL_DAYS.containsAll(days) ? List.of() : days,
                    time(section, "from", LocalTime::parse),
                    time(section, "to", ServiceReader::end),
                    names.conditions(section, "when"),
                    section.optionalText("orContract"),
                    section.optionalTexts("channels"),
                    section.optionalTexts("topics"),
                    section.optionalText("language"),
                    section.optionalTexts("documents"),
                    section.optionalText("note")));
            section.end();
        }
        return entitlements;
    }

    private static @Nullable LocalTime time(PackSection section, String key, Function<String, LocalTime> parsing) {
        return section.has(key) ? section.parsed(key, "a time such as \"08:30\"", parsing) : null;
    }

    private static LocalTime end(String time) {
        return time.equals(EntitlementRule.END_OF_DAY) ? LocalTime.MAX : LocalTime.parse(time);
    }

    static List<PromisedTime> clocks(PackSection pack, PackNames names) {
        List<BatchRule> batches = BatchReader.batches(pack, names);
        List<PromisedTime> clocks = new ArrayList<>();
        for (PackSection section : pack.optionalSections("clocks")) {
            Integer target = section.optionalPositive("target");
            Integer limit = section.optionalPositive("limit");
            if (target != null && (limit == null || target > limit)) {
                throw section.error("target", "must not lie beyond the limit");
            }
            if (limit != null && limit > LONGEST_CLOCK) {
                throw section.error("limit", "must be at most " + LONGEST_CLOCK);
            }
            boolean none = section.has("none") && section.flag("none");
            if (!none && limit == null) {
                throw section.error("limit", "is missing; a time that is not promised says none: true");
            }
            PromisedTime.OfBatch batch = BatchReader.ofBatch(section, batches, clocks);
            PromisedTime.Telling tell = telling(section, limit, names);
            if (batch != null && batch.rule() != null) {
                BatchReader.refuseOthersThanRoles(section, tell);
            }
            clocks.add(new PromisedTime(
                    names.clause(section, "clause"),
                    names.readingOrSettling(section),
                    section.optionalOneOf(FaultClass.class, "faultClass"),
                    names.conditions(section, "when"),
                    none ? section.optionalText("start") : section.text("start"),
                    none ? section.optionalText("stop") : section.text("stop"),
                    none ? null : section.oneOf(PromisedTime.Unit.class, "unit"),
                    hoursOf(pack, section, names),
                    target,
                    limit,
                    batch,
                    none,
                    pausing(section, names),
                    tell));
            section.end();
        }
        return clocks;
    }

    private static PromisedTime.Pausing pausing(PackSection clock, PackNames names) {
        PackSection section = clock.optionalSection("paused");
        if (section == null) {
            return PromisedTime.Pausing.NEVER;
        }
        PromisedTime.Pausing pausing =
                new PromisedTime.Pausing(names.optionalReading(section), section.someOf(PromisedTime.Wait.class, "by"));
        section.end();
        return pausing;
    }

    private static PromisedTime.Telling telling(PackSection clock, @Nullable Integer limit, PackNames names) {
        PackSection section = clock.optionalSection("tell");
        if (section == null) {
            return PromisedTime.Telling.NOBODY;
        }
        PromisedTime.Telling telling = new PromisedTime.Telling(
                names.optionalReading(section),
                section.optionalSomeOf(Addressee.class, "warned"),
                section.optionalSomeOf(Addressee.class, "breached"),
                escalating(section, limit, names));
        section.end();
        return telling;
    }

    /** Step after step, each later than the one before. */
    private static List<PromisedTime.Escalation> escalating(
            PackSection telling, @Nullable Integer limit, PackNames names) {
        List<PromisedTime.Escalation> steps = new ArrayList<>();
        for (PackSection section : telling.optionalSections("escalated")) {
            PromisedTime.Escalation step = new PromisedTime.Escalation(
                    names.optionalReading(section), whole(section, "after"), section.someOf(Addressee.class, "to"));
            if (limit == null || limit + step.after() > LONGEST_CLOCK) {
                throw section.error("after", "comes after a limit, and both together are at most " + LONGEST_CLOCK);
            }
            if (!steps.isEmpty() && step.after() <= steps.getLast().after()) {
                throw section.error("after", "must lie beyond that of the step above");
            }
            section.end();
            steps.add(step);
        }
        return steps;
    }

    private static int whole(PackSection section, String key) {
        try {
            return section.decimal(key).intValueExact();
        } catch (ArithmeticException e) {
            throw section.error(key, "must be a whole number");
        }
    }

    private static @Nullable String hoursOf(PackSection pack, PackSection clock, PackNames names) {
        if (!clock.has("hoursOf")) {
            return null;
        }
        String clause = names.clause(clock, "hoursOf");
        List<PackSection> hours = pack.optionalSections("communication").stream()
                .filter(section -> section.text("rule").equals(PromisedTime.HOTLINE_HOURS))
                .filter(section -> section.text("clause").equals(clause))
                .toList();
        if (hours.isEmpty()) {
            throw clock.error(
                    "hoursOf",
                    "is '" + clause + "'; must be a clause with a rule " + PromisedTime.HOTLINE_HOURS
                            + " under communication");
        }
        LocalTime open = LocalTime.MIN;
        for (PackSection window : hours) {
            LocalTime from = window.parsed("from", "a time such as \"08:30\"", LocalTime::parse);
            LocalTime to = window.parsed("to", "a time such as \"18:00\"", ServiceReader::end);
            if (from.isBefore(open) || !from.isBefore(to)) {
                throw window.error("from", "must lie before to, and not before the end of hours that stand above");
            }
            open = to;
        }
        return clause;
    }

    static List<Provision> provisions(PackSection pack, String key, PackNames names) {
        List<Provision> provisions = new ArrayList<>();
        for (PackSection section : pack.optionalSections(key)) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            for (String name : section.keys()) {
                if (!Set.of("clause", "reading", "rule").contains(name)) {
                    parameters.put(name, section.parameter(name));
                }
            }
            provisions.add(new Provision(
                    names.clause(section, "clause"),
                    names.readingOrSettling(section),
                    section.text("rule"),
                    parameters));
            section.end();
        }
        return provisions;
    }

    static Governance governance(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("governance");
        if (section == null) {
            return Governance.NONE;
        }
        List<Governance.Guard> guards = new ArrayList<>();
        for (PackSection guard : section.optionalSections("guards")) {
            guards.add(new Governance.Guard(
                    names.clause(guard, "clause"),
                    names.optionalReading(guard),
                    guard.oneOf(Governance.Kind.class, "guard"),
                    guard.optionalSettled("percent", guard::decimal),
                    guard.has("types")
                            ? guard.someOf(FeeType.class, "types").stream()
                                    .map(Enum::name)
                                    .toList()
                            : List.of()));
            guard.end();
        }
        Governance governance = new Governance(notice(section, names), guards);
        section.end();
        return governance;
    }

    private static Governance.@Nullable Notice notice(PackSection governance, PackNames names) {
        PackSection section = governance.optionalSection("notice");
        if (section == null) {
            return null;
        }
        Governance.Notice notice = new Governance.Notice(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.settled("days", section::days));
        section.end();
        return notice;
    }
}
