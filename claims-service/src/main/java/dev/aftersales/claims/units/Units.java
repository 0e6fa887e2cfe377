package dev.aftersales.claims.units;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.Sale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The installed base as a caller may see it. */
@Component
public class Units {

    private static final int PAGE = 500;

    private final Contracts contracts;
    private final UnitRecords records;

    Units(Contracts contracts, UnitRecords records) {
        this.contracts = contracts;
        this.records = records;
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

    /**
     * A page of the units of a model that the vendor sold, by serial.
     *
     * @param lot of that production lot only; absent for all
     * @throws dev.aftersales.chassis.problems.ProblemException 400 for a cursor that is none of ours, or a limit out of
     *     bounds
     */
    Page<SoldUnitView> sold(
            String vendor,
            String model,
            @Nullable String lot,
            @Nullable String cursor,
            @Nullable Integer requestedLimit) {
        int limit = Cursor.limit(requestedLimit);
        String after = cursor == null ? "" : TextCursor.decode(cursor).text();
        List<SoldUnitView> found = records.of(vendor, model, lot, after, limit + 1).stream()
                .map(SoldUnitView::of)
                .flatMap(Optional::stream)
                .toList();
        return TextCursor.page(found, limit, last -> new TextCursor(last.serial()), unit -> unit);
    }

    /**
     * Goes over the units of a model that the vendor sold, a page at a time, and each unit once.
     *
     * @param lots of these production lots only; none for all
     * @param seen the company that has each unit, by serial, and which of the lots they are of; none where all are gone over
     */
    public void eachSold(
            String vendor, String model, List<String> lots, BiConsumer<@Nullable String, Map<String, String>> seen) {
        if (lots.isEmpty()) {
            eachSold(vendor, model, (String) null, seen);
        }
        lots.stream().distinct().forEach(lot -> eachSold(vendor, model, lot, seen));
    }

    private void eachSold(
            String vendor, String model, @Nullable String lot, BiConsumer<@Nullable String, Map<String, String>> seen) {
        String last = "";
        List<UnitRecord> page;
        do {
            page = records.of(vendor, model, lot, last, PAGE);
            Map<String, String> holders = new LinkedHashMap<>();
            for (UnitRecord unit : page) {
                Sale sale = unit.sale();
                if (sale != null) {
                    holders.put(unit.serial(), sale.organisation());
                }
                last = unit.serial();
            }
            seen.accept(lot, holders);
        } while (page.size() == PAGE);
    }

    private static boolean isOnlyACustomer(Caller caller) {
        return !caller.isAnyOf(
                Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.INSPECTOR, Role.WAREHOUSE, Role.VENDOR_OPS);
    }
}
