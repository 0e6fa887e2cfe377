package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one line.
 *
 * @param cause in the vocabulary of the vendor's policy, one of the causes that came with the request
 * @param causeConfirmed false for a suspicion without proof
 * @param faultClass simple or complex, which the diagnosis settles (A?7)
 * @param parts that cure the line
 * @param labourHours hours of the vendor's work that curing all of the line takes; absent where nobody said
 * @param component the component that failed, by the name that the vendor's policy has for it, as it may have a term of its
 *     own (D2.4a); absent where nobody said
 */
record LineConclusion(
        int line,
        String cause,
        boolean causeConfirmed,
        FaultClass faultClass,
        Route disposition,
        List<PartQuantity> parts,
        List<Finding> findings,
        @Nullable BigDecimal labourHours,
        @Nullable String component) {

    LineConclusion {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** A conclusion that names no component. */
    LineConclusion(
            int line,
            String cause,
            boolean causeConfirmed,
            FaultClass faultClass,
            Route disposition,
            List<PartQuantity> parts,
            List<Finding> findings,
            @Nullable BigDecimal labourHours) {
        this(line, cause, causeConfirmed, faultClass, disposition, parts, findings, labourHours, null);
    }

    boolean lacksParts() {
        return disposition == Route.PARTS && parts.isEmpty();
    }

    /** The conclusion as it is told: without notes. */
    DiagnosisCompleted.Line told() {
        return new DiagnosisCompleted.Line(
                line,
                cause,
                causeConfirmed,
                faultClass,
                disposition,
                parts,
                findings.stream().map(Finding::code).toList(),
                labourHours == null ? null : labourHours.toPlainString(),
                component);
    }
}
