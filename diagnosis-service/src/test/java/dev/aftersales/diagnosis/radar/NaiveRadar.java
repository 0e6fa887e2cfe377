package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reference: keeps all lines in a list, and after each step counts every window of every group anew. */
final class NaiveRadar {

    /** @param since from when on it is in its group, as somebody noted who watched it all the time */
    record Line(String claimId, int line, @Nullable String serial, String fault, Instant at, Instant since) {}

    record Open(String groupId, int episode) {}

    /** What is older counts only in the open issue that it is part of, and stays where it stands. */
    static final Duration KEPT = Duration.ofHours(240);

    private final Map<Line, String> settled = new HashMap<>();

    private record Rule(Instant from, int units, Duration window) {}

    private record Found(Instant moment, Instant from) {}

    private static final class State {
        int episode;
        boolean open;
        Instant since = Instant.EPOCH;
        Instant reachedAt = Instant.EPOCH;
        Set<Line> told = Set.of();
        String alarm = "";
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> lots = new HashMap<>();
    private final Map<String, Instant> lotsSince = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> news = new LinkedHashMap<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private int byMove;
    private int sooner;

    /** How many alarms were by what came to its group later than it was claimed. */
    int alarmsByMove() {
        return byMove;
    }

    /** How many moments were found later to be earlier. */
    int reachedSooner() {
        return sooner;
    }

    void rule(Instant from, int units, Duration window) {
        rules.add(new Rule(from, units, window));
    }

    void lot(String serial, @Nullable String lot, Instant now) {
        lines.stream()
                .filter(line -> serial.equals(line.serial()) && isOld(line, now))
                .forEach(line -> settled.putIfAbsent(line, groupOf(line)));
        String said = lot == null ? "" : lot;
        if (said.equals(lots.getOrDefault(serial, ""))) {
            return;
        }
        lots.put(serial, said);
        lotsSince.put(serial, now);
        lines.replaceAll(
                line -> serial.equals(line.serial()) && !isOld(line, now) ? since(line, later(now, line.at())) : line);
        count(now);
    }

    /** Line by line, as they are counted: of a claim that is heard late, the line that makes a batch ends its window. */
    void claim(String claim, String fault, Instant at, List<UnitLine> claimed, Instant now) {
        for (UnitLine line : claimed) {
            Instant inLot = line.serial() == null ? at : lotsSince.getOrDefault(line.serial(), at);
            lines.add(new Line(claim, line.line(), line.serial(), fault, at, later(at, inLot)));
            count(now);
        }
    }

    /** A serial that is said later, or takes the place of a wrong one. */
    void identify(Line line, String serial, Instant now) {
        if (isOld(line, now)) {
            return;
        }
        Line identified = new Line(line.claimId(), line.line(), serial, line.fault(), line.at(), line.since());
        boolean stays = line.serial() == null && groupOf(identified).equals(groupOf(line));
        boolean same = serial.equals(line.serial());
        lines.set(lines.indexOf(line), stays || same ? identified : since(identified, later(now, line.at())));
    }

    void diagnose(Line line, String fault, Instant now) {
        if (isOld(line, now) || fault.equals(line.fault())) {
            return;
        }
        Instant since = later(now, line.at());
        lines.set(lines.indexOf(line), new Line(line.claimId(), line.line(), line.serial(), fault, line.at(), since));
        count(now);
    }

    void withdraw(Line line, Instant now) {
        if (!isOld(line, now)) {
            lines.remove(line);
            count(now);
        }
    }

    private static Line since(Line line, Instant since) {
        return new Line(line.claimId(), line.line(), line.serial(), line.fault(), line.at(), since);
    }

    void resolve(Open issue, Instant at) {
        State state = states.get(issue.groupId());
        state.open = false;
        state.told = Set.of();
        state.since = at.plusMillis(1);
    }

    Optional<Open> anyOpen(Random random) {
        List<Open> open = new ArrayList<>();
        states.forEach((id, state) -> {
            if (state.open) {
                open.add(new Open(id, state.episode));
            }
        });
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    Optional<Line> anyUnidentified(Random random) {
        return any(random, lines.stream().filter(line -> line.serial() == null).toList());
    }

    Optional<Line> anyIdentified(Random random) {
        return any(random, lines.stream().filter(line -> line.serial() != null).toList());
    }

    Optional<Line> any(Random random) {
        return any(random, lines);
    }

    private static Optional<Line> any(Random random, List<Line> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    /** What is to be told by now of what has not been told yet. */
    List<String> tellsAt(Instant now) {
        count(now);
        List<String> told = List.copyOf(news.values());
        news.clear();
        states.values().forEach(state -> state.alarm = "");
        return told;
    }

    /** How many units each group has within the window that ends now, and how many claims; none where there are none. */
    Map<String, String> gauges(Instant now) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line ->
                groups.computeIfAbsent(groupOf(line), id -> new ArrayList<>()).add(line));
        Rule rule = ruleAt(now);
        Map<String, String> gauges = new LinkedHashMap<>();
        groups.forEach((id, members) -> {
            State state = states.get(id);
            List<Line> counting = between(members, state == null ? Instant.EPOCH : state.since, Instant.MAX);
            List<Line> inWindow = between(counting, now.minus(rule.window()), Instant.MAX);
            Instant dayBefore = now.minus(Duration.ofDays(1));
            List<Line> there = counting.stream()
                    .filter(line -> !line.since().isAfter(dayBefore))
                    .toList();
            int before = units(between(there, dayBefore.minus(rule.window()), dayBefore));
            if (!inWindow.isEmpty()) {
                gauges.put(
                        id,
                        gauge(
                                units(inWindow),
                                rule.units(),
                                unverified(inWindow),
                                Integer.compare(units(inWindow), before),
                                (int) inWindow.stream()
                                        .map(Line::claimId)
                                        .distinct()
                                        .count()));
            }
        });
        return gauges;
    }

    static String gauge(int units, int threshold, int unverified, int trend, int claims) {
        return "%s of %s, %s unverified, trend %s, %s claims".formatted(units, threshold, unverified, trend, claims);
    }

    /** What takes effect with time does so before anything else happens. */
    void pass(Instant now) {
        count(now);
    }

    private void count(Instant now) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        states.keySet().forEach(id -> groups.put(id, new ArrayList<>()));
        lines.forEach(line ->
                groups.computeIfAbsent(groupOf(line), id -> new ArrayList<>()).add(line));
        groups.forEach((id, members) -> count(id, states.computeIfAbsent(id, key -> new State()), members, now));
    }

    private void count(String id, State state, List<Line> members, Instant now) {
        if (!state.open) {
            List<Line> counting = between(members, later(state.since, now.minus(KEPT)), Instant.MAX);
            first(counting, state, now).ifPresent(found -> {
                state.open = true;
                state.episode++;
                state.since = later(later(found.from(), state.since), now.minus(KEPT));
                state.reachedAt = found.moment();
                state.alarm = alarm(found.moment());
                if (counting.stream().noneMatch(line -> line.at().equals(found.moment()))
                        && rules.stream().noneMatch(one -> one.from().equals(found.moment()))) {
                    byMove++;
                }
            });
        }
        if (state.open) {
            List<Line> issue = between(members, state.since, Instant.MAX);
            first(issue, state, now)
                    .filter(found -> found.moment().isBefore(state.reachedAt))
                    .ifPresent(found -> {
                        state.reachedAt = found.moment();
                        sooner++;
                    });
            if (!state.told.equals(Set.copyOf(issue))) {
                state.told = Set.copyOf(issue);
                String issueId = issue(id, state.episode);
                news.put(issueId, issueId + count(units(issue), unverified(issue), state.reachedAt) + state.alarm);
            }
        }
    }

    /** The first moment at which enough were there: each is looked at, and at each every window that may have become it. */
    private Optional<Found> first(List<Line> counting, State state, Instant now) {
        TreeSet<Instant> begins = new TreeSet<>();
        rules.stream()
                .map(Rule::from)
                .filter(from -> !from.isAfter(now) && !from.isBefore(state.since))
                .forEach(begins::add);
        TreeSet<Instant> moments = new TreeSet<>(begins);
        counting.forEach(line -> moments.add(line.since()));
        for (Instant moment : moments) {
            Rule rule = ruleAt(moment);
            List<Line> there = counting.stream()
                    .filter(line -> !line.since().isAfter(moment))
                    .toList();
            Instant before = moment.minus(rule.window());
            if (begins.contains(moment) && units(between(there, before, moment)) >= rule.units()) {
                return Optional.of(new Found(moment, before));
            }
            TreeSet<Instant> ends = new TreeSet<>();
            there.forEach(line -> ends.add(line.at()));
            for (Instant end : ends) {
                Instant from = end.minus(rule.window());
                List<Line> window = between(there, from, end);
                boolean isNew = window.stream().anyMatch(line -> line.since().equals(moment));
                if (isNew && units(window) >= rule.units()) {
                    return Optional.of(new Found(moment, from));
                }
            }
        }
        return Optional.empty();
    }

    private Rule ruleAt(Instant moment) {
        Rule found = rules.getFirst();
        for (Rule rule : rules) {
            if (!rule.from().isAfter(moment) && !rule.from().isBefore(found.from())) {
                found = rule;
            }
        }
        return found;
    }

    private static List<Line> between(List<Line> some, Instant from, Instant to) {
        return some.stream()
                .filter(line -> !line.at().isBefore(from) && !line.at().isAfter(to))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int units(List<Line> some) {
        Set<String> serials = new HashSet<>();
        some.forEach(line -> serials.add(line.serial() == null ? line.claimId() + "#" + line.line() : line.serial()));
        return serials.size();
    }

    private static int unverified(List<Line> some) {
        return (int) some.stream().filter(line -> line.serial() == null).count();
    }

    private static boolean isOld(Line line, Instant now) {
        return line.at().isBefore(now.minus(KEPT));
    }

    private String groupOf(Line line) {
        String stays = settled.get(line);
        if (stays != null) {
            return stays;
        }
        String lot = line.serial() == null ? "" : lots.getOrDefault(line.serial(), "");
        return new Group(
                        Radar.VENDOR,
                        Radar.RULE,
                        Map.of(
                                Trait.CONTRACT_HOLDER,
                                "nordwind",
                                Trait.MODEL,
                                "PX-200",
                                Trait.FAULT_FAMILY,
                                line.fault(),
                                Trait.LOT,
                                lot))
                .id();
    }

    static String issue(String group, int episode) {
        return "%s, episode %s: ".formatted(group, episode);
    }

    static String count(int units, int unverified, @Nullable Instant reachedAt) {
        return "%s units, %s unverified, a batch since %s".formatted(units, unverified, reachedAt);
    }

    static String alarm(Instant at) {
        return ", ALARM at " + at;
    }
}
