package dev.aftersales.claims.units;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.contracts.PrintedCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
class UnitsController {

    private final Units units;

    UnitsController(Units units) {
        this.units = units;
    }

    /**
     * Units of a model, or of a production lot of it, that were sold, by serial: staff see the vendor's. A contract that was
     * entered a moment ago may not show yet.
     */
    @GetMapping
    @Allowed({Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.INSPECTOR, Role.WAREHOUSE, Role.VENDOR_OPS})
    Page<SoldUnitView> list(
            Caller caller,
            @RequestParam String model,
            @RequestParam @Nullable String lot,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return units.sold(caller.vendorOr(vendor), PrintedCode.of(model), PrintedCode.orNone(lot), cursor, limit);
    }

    @GetMapping("/{serial}")
    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.INSPECTOR,
        Role.WAREHOUSE,
        Role.VENDOR_OPS
    })
    UnitView get(Caller caller, @PathVariable String serial, @RequestParam @Nullable String vendor) {
        return UnitView.of(units.visibleTo(caller, vendor, PrintedCode.of(serial)));
    }
}
