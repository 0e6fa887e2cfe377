package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;

/** Who may see a claim: the people of the company that made it, and the vendor's staff (design, section 8). */
final class ClaimAccess {

    private final Claims claims;

    ClaimAccess(Claims claims) {
        this.claims = claims;
    }

    /**
     * The claim, if the caller may see it.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 otherwise, in the same words whether it exists or not
     */
    Claim visible(Caller caller, String id) {
        return claims.find(id).filter(claim -> isVisible(caller, claim)).orElseThrow(() -> Problem.notFound("claim", id)
                .exception());
    }

    /**
     * The claim, if the caller may see what its service costs: finance does, beside all who see the claim.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 otherwise, in the same words whether it exists or not
     */
    Claim priced(Caller caller, String id) {
        return claims.find(id)
                .filter(claim ->
                        isVisible(caller, claim) || (caller.is(Role.FINANCE) && caller.servesVendor(claim.vendor())))
                .orElseThrow(() -> Problem.notFound("claim", id).exception());
    }

    /** Whether the caller reads as the vendor's staff. */
    static boolean isStaff(Caller caller) {
        return caller.isAnyOf(
                Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.FINANCE, Role.VENDOR_OPS);
    }

    private static boolean isVisible(Caller caller, Claim claim) {
        return caller.servesVendor(claim.vendor())
                && (isStaff(caller) || claim.organisation().equals(caller.organisation()));
    }
}
