package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A claim as it was sent, with what a test does not say filled in. */
final class SubmittedClaim {

    private final CompiledPolicy policy;
    private final Instant at;

    private SubmittedClaim(CompiledPolicy policy, Instant at) {
        this.policy = policy;
        this.at = at;
    }

    /** @param policy by its letter in the clause register */
    static SubmittedClaim under(String policy, Instant at) {
        return new SubmittedClaim(ShippedPacks.policy(policy), at);
    }

    /** @param line makes of each line what the test needs */
    Claim with(int lines, UnaryOperator<ClaimLine> line) {
        return with(IntStream.rangeClosed(1, lines)
                .mapToObj(number -> line.apply(ClaimLine.claimed(new UnitLine(number, "S-" + number, 1))))
                .toList());
    }

    Claim with(List<ClaimLine> lines) {
        return Claim.submitted(
                "clm-1",
                policy.vendor(),
                "nordwind",
                new CustomerRef("cus-1", 1),
                "maria",
                at,
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
                lines,
                new FirstAnswer("h", 201, "/l", "{}"));
    }

    /** A technician found a simple fault, and would send one part. */
    static Conclusion concluded(Instant at, String cause) {
        return concluded(at, cause, FaultClass.SIMPLE);
    }

    static Conclusion concluded(Instant at, String cause, FaultClass faultClass) {
        return new Conclusion(
                new Diagnosis(
                        cause,
                        true,
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "ida"),
                        at,
                        faultClass,
                        Route.PARTS,
                        List.of(),
                        Map.of()),
                List.of(new PartQuantity("P-7", 1)));
    }
}
