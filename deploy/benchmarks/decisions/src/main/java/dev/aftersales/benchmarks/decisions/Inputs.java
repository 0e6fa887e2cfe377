package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.EvidenceKind;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.UnitFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line as the flat variables that the tables ask for. All is made ready before anything is measured, so that the tables
 * are spared what our engine does every time: the day of the claim in the policy's zone, the search for a paper, the
 * reading of findings, the counting of pictures.
 */
final class Inputs {

    private static final String NOT_SEEN = "NOT_SEEN";

    private Inputs() {}

    /** The variables of all {@link Lines#MIXED lines}, by index. */
    static List<Map<String, @Nullable Object>> ofAll(ZoneId zone) {
        return Lines.MIXED.stream().map(line -> of(line.facts(), zone)).toList();
    }

    private static Map<String, @Nullable Object> of(Facts facts, ZoneId zone) {
        LineFacts line = facts.lines().getFirst();
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("claimed", LocalDate.ofInstant(facts.submittedAt(), zone));
        inputs.put("contractNumber", facts.contractNumber());
        inputs.put("contractKnown", facts.contractKnown());
        inputs.put("model", facts.model());
        inputs.put("described", facts.faultDescribed());
        inputs.put("evidence", facts.evidence().size());
        inputs.put("pictures", (int) facts.evidence().stream()
                .map(EvidenceItem::kind)
                .filter(kind -> kind == EvidenceKind.PHOTO || kind == EvidenceKind.VIDEO)
                .count());
        inputs.put("serial", line.serial());
        unit(inputs, line.unit());
        Diagnosis diagnosis = line.diagnosis();
        if (diagnosis == null) {
            cause(inputs, facts.declaredCause(), "CUSTOMER", false, List.of());
        } else {
            cause(
                    inputs,
                    diagnosis.cause(),
                    diagnosis.confirmedBy().kind().name(),
                    diagnosis.causeConfirmed(),
                    diagnosis.findings());
        }
        return inputs;
    }

    private static void unit(Map<String, @Nullable Object> inputs, @Nullable UnitFacts unit) {
        inputs.put("unitKnown", unit != null);
        inputs.put("unitModel", unit == null ? null : unit.model());
        inputs.put("itemClass", unit == null ? NOT_SEEN : unit.itemClass().name());
        inputs.put("billOfLading", dateOf(unit, DocumentKind.BILL_OF_LADING));
        inputs.put("waybill", dateOf(unit, DocumentKind.AIR_OR_ROAD_WAYBILL));
        inputs.put("delivery", dateOf(unit, DocumentKind.CONTRACT_DELIVERY));
    }

    private static @Nullable LocalDate dateOf(@Nullable UnitFacts unit, DocumentKind kind) {
        if (unit != null) {
            for (DatedDocument document : unit.documents()) {
                if (document.kind() == kind) {
                    return document.date();
                }
            }
        }
        return null;
    }

    private static void cause(
            Map<String, @Nullable Object> inputs,
            @Nullable String cause,
            String office,
            boolean confirmed,
            List<String> findings) {
        inputs.put("cause", cause == null ? NOT_SEEN : cause);
        inputs.put("office", office);
        inputs.put("confirmed", confirmed);
        inputs.put("serialLabel", seen(findings, "SERIAL_LABEL_"));
        inputs.put("tamperLabel", seen(findings, "TAMPER_LABEL_"));
        inputs.put("impact", seen(findings, "FUNCTION_"));
        inputs.put("work", seen(findings, "WORK_"));
    }

    private static String seen(List<String> findings, String prefix) {
        return findings.stream()
                .filter(finding -> finding.startsWith(prefix))
                .map(finding -> finding.substring(prefix.length()))
                .findFirst()
                .orElse(NOT_SEEN);
    }
}
