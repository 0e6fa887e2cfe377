package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
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
 * @param faultCode that fits what was found; absent where it is the claimed one
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
        @Nullable String component,
        @Nullable String faultCode) {

    LineConclusion {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** A conclusion that names neither component nor code. */
    LineConclusion(
            int line,
            String cause,
            boolean causeConfirmed,
            FaultClass faultClass,
            Route disposition,
            List<PartQuantity> parts,
            List<Finding> findings,
            @Nullable BigDecimal labourHours) {
        this(line, cause, causeConfirmed, faultClass, disposition, parts, findings, labourHours, null, null);
    }

    boolean lacksParts() {
        return disposition == Route.PARTS && parts.isEmpty();
    }

    /**
     * The conclusion as it is told: without notes.
     *
     * @param claimed the claim's fault code
     * @param familyOf the family that a code is of
     */
    DiagnosisCompleted.Line told(String claimed, UnaryOperator<String> familyOf) {
        return new DiagnosisCompleted.Line(
                line,
                cause,
                causeConfirmed,
                faultClass,
                disposition,
                parts,
                findings.stream().map(Finding::code).toList(),
                labourHours == null ? null : labourHours.toPlainString(),
                component,
                familyOf.apply(faultCode == null ? claimed : faultCode));
    }
}
