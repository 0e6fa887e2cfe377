package dev.aftersales.chassis.security;

import dev.aftersales.chassis.problems.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says; a parameter of handler methods.
 *
 * @param person the token's subject
 * @param organisation the customer company; absent for staff and machines
 * @param vendors whose tenant the caller may see
 * @param name as the token gives it; personal data, never logged
 * @param email as the token gives it; personal data, never logged
 * @param locale language tag the caller prefers
 */
public record Caller(
        String person,
        @Nullable String organisation,
        Set<String> vendors,
        Set<Role> roles,
        @Nullable String name,
        @Nullable String email,
        @Nullable String locale) {

    public Caller {
        vendors = Set.copyOf(vendors);
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller has any of these roles. */
    public boolean isAnyOf(Role... any) {
        for (Role role : any) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether that vendor's tenant is open to the caller. */
    public boolean servesVendor(String vendor) {
        return vendors.contains(vendor);
    }

    /**
     * The tenant that a request is for.
     *
     * @param requested what the request names; may be left out by a caller with one vendor
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code vendor-needed} when it is not clear, 404 when
     *     the vendor is not open to the caller
     */
    public String vendorOr(@Nullable String requested) {
        if (requested != null) {
            if (!servesVendor(requested)) {
                throw Problem.notFound("vendor", requested).exception();
            }
            return requested;
        }
        if (vendors.size() != 1) {
            throw Problem.status(400)
                    .type("vendor-needed")
                    .title("The request does not say for which vendor it is")
                    .detail("Your token serves " + vendors.size() + " vendors. Name one with ?vendor=.")
                    .exception();
        }
        return vendors.iterator().next();
    }

    /** The customer company; a token of a customer without one is refused before it gets here. */
    public String organisationOrProblem() {
        if (organisation == null) {
            throw Problem.status(403)
                    .type("organisation-needed")
                    .title("The token names no organisation")
                    .detail("This route serves the people of a customer company; the claim \"org\" is missing.")
                    .exception();
        }
        return organisation;
    }
}
