package dev.aftersales.claims.units;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The installed base as a caller may see it. */
@Component
public class Units {

    private final Contracts contracts;

    Units(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * The unit of that serial: staff see the vendor's, a customer those of the own company.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 for a unit that is not there, and likewise for one that
     *     is somebody else's
     */
    public SoldUnit visibleTo(Caller caller, @Nullable String vendor, String serial) {
        return contracts
                .ofUnit(caller.vendorOr(vendor), serial)
                .filter(contract ->
                        !isOnlyACustomer(caller) || contract.organisation().equals(caller.organisation()))
                .flatMap(contract -> contract.unit(serial).map(unit -> new SoldUnit(contract, unit)))
                .orElseThrow(() -> Problem.notFound("unit", serial).exception());
    }

    private static boolean isOnlyACustomer(Caller caller) {
        return !caller.isAnyOf(
                Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.INSPECTOR, Role.WAREHOUSE, Role.VENDOR_OPS);
    }
}
