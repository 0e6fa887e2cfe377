package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed.PartStock;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A spare part that a plan would want, against stock.
 *
 * @param wanted pieces for the units that failed, in all
 * @param served pieces that orders hold for these units, or that have left for them, when stock was looked at; absent while
 *     nobody has counted them, which takes a while where there are many claims
 * @param stillWanted of what is wanted; absent with that
 * @param forSisterUnits pieces more, if all units at risk failed too; for those that may have failed without a serial they are
 *     wanted already
 * @param free pieces that stock held for nobody when it was looked at; absent while it was not
 * @param missing of what is still wanted; absent with that
 */
record PartNeed(
        String part,
        int wanted,
        @Nullable Integer served,
        @Nullable Integer stillWanted,
        int forSisterUnits,
        @Nullable Integer free,
        @Nullable Integer missing) {

    static List<PartNeed> of(IssueFile issue, List<CatalogueEntry> faults, int sisterUnits) {
        Map<String, PartStock> stock = issue.supplies().stock().stream()
                .collect(Collectors.toMap(PartStock::part, Function.identity(), (one, same) -> one));
        Map<String, Integer> sisters = WantedParts.forUnits(faults, sisterUnits).stream()
                .collect(Collectors.toMap(PartQuantity::part, PartQuantity::quantity));
        return WantedParts.forFailed(issue, faults).stream()
                .map(part -> of(part, sisters.getOrDefault(part.part(), 0), stock.get(part.part())))
                .toList();
    }

    private static PartNeed of(PartQuantity part, int forSisterUnits, @Nullable PartStock stock) {
        if (stock == null) {
            return new PartNeed(part.part(), part.quantity(), null, null, forSisterUnits, null, null);
        }
        Integer served = stock.served();
        if (served == null) {
            return new PartNeed(part.part(), part.quantity(), null, null, forSisterUnits, stock.free(), null);
        }
        int stillWanted = Math.max(0, part.quantity() - served);
        return new PartNeed(
                part.part(),
                part.quantity(),
                served,
                stillWanted,
                forSisterUnits,
                stock.free(),
                Math.max(0, stillWanted - stock.free()));
    }
}
