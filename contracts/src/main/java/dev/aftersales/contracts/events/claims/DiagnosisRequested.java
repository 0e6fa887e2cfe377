package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.UnitLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * These lines passed the first judgement; what is wrong with them is now to be found out.
 *
 * @param contractNumber that the claim is judged under: the one that was named, else the one that the units were found
 *     under; absent when there is neither
 * @param causes that a diagnosis may name under the claim's policy version; absent when whoever asked did not say
 */
@EventContract(type = "claims.diagnosis-requested.v1", topic = Topic.CLAIMS)
public record DiagnosisRequested(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        @Nullable String contractNumber,
        String model,
        String faultCode,
        List<UnitLine> lines,
        List<String> evidenceIds,
        @Nullable List<String> causes)
        implements Event {
    public DiagnosisRequested {
        lines = List.copyOf(lines);
        evidenceIds = List.copyOf(evidenceIds);
        causes = causes == null ? null : List.copyOf(causes);
    }
}
