package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.diagnosis.cases.HistoryEntry.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case knows in whichever state it is. Holds ids and codes; the only free text are the notes of findings.
 *
 * @param contractNumber absent when the claim is judged without a contract
 * @param requestedAt when the diagnosis of what is open was asked for, in business time: a case's place in the queue
 * @param lines that diagnosis was requested for, in the order of their numbers
 * @param causes that may be named under the policy version; absent where nobody said, and then any may be
 * @param conclusions oldest first; no line stands in two
 * @param history oldest first
 */
record CaseFile(
        String claimId,
        String vendor,
        String policyVersion,
        @Nullable String contractNumber,
        String model,
        String faultCode,
        Instant requestedAt,
        List<UnitLine> lines,
        List<String> evidenceIds,
        @Nullable List<String> causes,
        List<Conclusion> conclusions,
        List<HistoryEntry> history) {

    CaseFile {
        lines = lines.stream().sorted(Comparator.comparingInt(UnitLine::line)).toList();
        evidenceIds = List.copyOf(evidenceIds);
        causes = causes == null ? null : List.copyOf(causes);
        conclusions = List.copyOf(conclusions);
        history = List.copyOf(history);
    }

    static CaseFile opened(DiagnosisRequested request, Instant at) {
        return new CaseFile(
                request.claimId(),
                request.vendor(),
                request.policyVersion(),
                request.contractNumber(),
                request.model(),
                request.faultCode(),
                at,
                request.lines(),
                request.evidenceIds(),
                request.causes(),
                List.of(),
                List.of(new HistoryEntry(at, HistoryEntry.SUITE, What.REQUESTED)));
    }

    /** The lines that nobody has said anything about yet. */
    List<UnitLine> openLines() {
        Set<Integer> concluded = concludedLines();
        return lines.stream().filter(line -> !concluded.contains(line.line())).toList();
    }

    /** Whether a conclusion may name that cause. */
    boolean knows(String cause) {
        return causes == null || causes.contains(cause);
    }

    Optional<Conclusion> lastConclusion() {
        return conclusions.isEmpty() ? Optional.empty() : Optional.of(conclusions.getLast());
    }

    /** The file with what a later request adds. A line that is concluded stays as it was concluded. */
    CaseFile extended(DiagnosisRequested request, Instant at) {
        Set<Integer> concluded = concludedLines();
        Map<Integer, UnitLine> byNumber = new TreeMap<>();
        lines.forEach(line -> byNumber.put(line.line(), line));
        request.lines().stream()
                .filter(line -> !concluded.contains(line.line()))
                .forEach(line -> byNumber.put(line.line(), line));
        List<UnitLine> all = List.copyOf(byNumber.values());
        boolean more = !all.equals(lines);
        Set<String> evidence = new LinkedHashSet<>(evidenceIds);
        evidence.addAll(request.evidenceIds());
        CaseFile extended = new CaseFile(
                claimId,
                vendor,
                policyVersion,
                contractNumber,
                model,
                faultCode,
                more && openLines().isEmpty() ? at : requestedAt,
                all,
                List.copyOf(evidence),
                request.causes() == null ? causes : request.causes(),
                conclusions,
                history);
        return more ? extended.noting(at, HistoryEntry.SUITE, What.LINES_ADDED) : extended;
    }

    CaseFile concluded(Conclusion conclusion, String by, What what) {
        List<Conclusion> more = new ArrayList<>(conclusions);
        more.add(conclusion);
        return new CaseFile(
                        claimId,
                        vendor,
                        policyVersion,
                        contractNumber,
                        model,
                        faultCode,
                        requestedAt,
                        lines,
                        evidenceIds,
                        causes,
                        more,
                        history)
                .noting(conclusion.at(), by, what);
    }

    CaseFile noting(Instant at, String by, What what) {
        List<HistoryEntry> more = new ArrayList<>(history);
        more.add(new HistoryEntry(at, by, what));
        return new CaseFile(
                claimId,
                vendor,
                policyVersion,
                contractNumber,
                model,
                faultCode,
                requestedAt,
                lines,
                evidenceIds,
                causes,
                conclusions,
                more);
    }

    private Set<Integer> concludedLines() {
        return conclusions.stream()
                .flatMap(conclusion -> conclusion.lines().stream())
                .map(LineConclusion::line)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
