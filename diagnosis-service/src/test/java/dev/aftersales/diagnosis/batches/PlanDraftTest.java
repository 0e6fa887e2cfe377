package dev.aftersales.diagnosis.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed.PartStock;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.diagnosis.batches.FailedUnits.Standing;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import dev.aftersales.diagnosis.catalogue.CataloguePart;
import dev.aftersales.diagnosis.catalogue.FaultDefinition;
import dev.aftersales.diagnosis.catalogue.Money;
import dev.aftersales.diagnosis.catalogue.SerialLimit;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDraftTest {

    private static final Instant REACHED = Instant.parse("2026-06-05T09:00:00Z");

    @Test
    void holdsTheLotBackAndCountsTheSparePartsOfAllUnitsThatFailed() {
        PlanDraft draft = draft(file("2603"), List.of(fault("WP4-PSU-24V", 2, Route.PARTS)));

        assertThat(draft.units()).isEqualTo(30);
        assertThat(draft.containment()).containsExactly(Containment.STOP_SHIP, Containment.SPARE_PARTS);
        assertThat(draft.lots()).containsExactly("2603");
        assertThat(draft.spareParts()).containsExactly(new PartNeed("WP4-PSU-24V", 60, null, null, 0, null, null));
        assertThat(draft.customer()).isEqualTo("nordwind");
    }

    @Test
    void hasUnitsLookedAtWhoseLotNobodyKnows() {
        PlanDraft draft = draft(file(null), List.of());

        assertThat(draft.containment()).containsExactly(Containment.FIELD_INSPECTION);
        assertThat(draft.lots()).isEmpty();
        assertThat(draft.spareParts()).isEmpty();
    }

    @Test
    void exchangesInAdvanceWhatWouldBeAwayForRepair() {
        assertThat(draft(file("2603"), List.of(fault("WP4-PSU-24V", 2, Route.DEPOT_REPAIR)))
                        .containment())
                .contains(Containment.ADVANCE_REPLACEMENT);
    }

    @Test
    void wantsEnoughWhicheverOfTheFaultsAUnitHas() {
        List<CatalogueEntry> faults = List.of(
                fault("PSU", 1, Route.PARTS), fault("PSU", 2, Route.PARTS), fault("FUSE", 3, Route.DEPOT_REPAIR));

        assertThat(draft(file("2603"), faults).spareParts())
                .containsExactly(
                        new PartNeed("FUSE", 90, null, null, 0, null, null),
                        new PartNeed("PSU", 60, null, null, 0, null, null));
        assertThat(WantedParts.forUnits(faults, 0)).isEmpty();
    }

    /** 17 of a family with one code, and 14 with another, are 31 units and not 62. */
    @Test
    void wantsForEachUnitThePartsOfTheFaultThatItWasClaimedWith() {
        List<CatalogueEntry> faults =
                List.of(fault("E-104", "FAN", 1, Route.PARTS), fault("E-110", "PSU", 2, Route.PARTS));
        IssueFile issue = file("2603").counting(31, 0, lines(17, "E-110", 14, "E-104"), List.of(), REACHED);

        assertThat(WantedParts.forFailed(issue, faults))
                .containsExactly(new PartQuantity("FAN", 14), new PartQuantity("PSU", 34));
    }

    @ParameterizedTest
    @CsvSource({
        "34, 17, 14, 17, 40, 'three units of which nobody said a code may have either'",
        "28, 17, 14, 14, 28, 'units that were claimed twice are not served twice'"
    })
    void wantsNoMoreAndNoFewerThanThereAreUnits(int units, int psu, int fan, int fans, int psus, String why) {
        List<CatalogueEntry> faults =
                List.of(fault("E-104", "FAN", 1, Route.PARTS), fault("E-110", "PSU", 2, Route.PARTS));
        IssueFile issue = file("2603").counting(units, 0, lines(psu, "E-110", fan, "E-104"), List.of(), REACHED);

        assertThat(WantedParts.forFailed(issue, faults))
                .as(why)
                .containsExactly(new PartQuantity("FAN", fans), new PartQuantity("PSU", psus));
    }

    @Test
    void forgetsTheCodesOfLinesThatCountNoMore() {
        IssueFile issue = file("2603")
                .counting(31, 0, lines(17, "E-110", 14, "E-104"), List.of(), REACHED)
                .counting(30, 0, List.of(), lines(1, "E-110", 14, "E-104"), REACHED);

        assertThat(issue.byCode()).isEqualTo(Map.of("E-110", 16));
    }

    private static List<CountedLine> lines(int first, String firstCode, int second, String secondCode) {
        return List.of(
                new CountedLine("clm-1", 1, null, first, REACHED, firstCode),
                new CountedLine("clm-2", 1, null, second, REACHED, secondCode));
    }

    @Test
    void setsTheNeedAgainstWhatIsFreeInStockAndSaysWhatSisterUnitsWouldWantBesides() {
        IssueFile asked = file("2603")
                .supplied(Supplies.NONE.assessed(List.of(new PartStock("PSU", 60, 25, 0)), REACHED.plusSeconds(1)));
        SisterCount.Tally tally = new SisterCount.Tally(0, null);
        tally.add(sold("S-2", "nordwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-3", "nordwind", "2603"), Standing.AT_RISK);

        PlanDraft draft =
                PlanDraft.of(asked, List.of(fault("PSU", 2, Route.PARTS)), List.of(), tally.count(false), null);

        assertThat(draft.spareParts()).containsExactly(new PartNeed("PSU", 60, 0, 60, 4, 25, 35));
        assertThat(draft.stockAssessedAt()).isEqualTo(REACHED.plusSeconds(1));
    }

    /** None served is a count too, and something else than nobody having counted. */
    @Test
    void saysNothingOfWhatIsStillWantedUntilWhatIsServedIsCounted() {
        IssueFile asked = file("2603")
                .supplied(Supplies.NONE.assessed(List.of(new PartStock("PSU", 60, 25, null)), REACHED.plusSeconds(1)));

        assertThat(draft(asked, List.of(fault("PSU", 2, Route.PARTS))).spareParts())
                .containsExactly(new PartNeed("PSU", 60, null, null, 0, 25, null));
    }

    /** Their parts are held for them, or on their way: stock owes them nothing. */
    @ParameterizedTest
    @CsvSource({"50, 10, 0", "20, 40, 15", "64, 0, 0"})
    void wantsNothingForUnitsThatAreServed(int served, int stillWanted, int missing) {
        IssueFile asked = file("2603")
                .supplied(
                        Supplies.NONE.assessed(List.of(new PartStock("PSU", 60, 25, served)), REACHED.plusSeconds(1)));

        assertThat(draft(asked, List.of(fault("PSU", 2, Route.PARTS))).spareParts())
                .containsExactly(new PartNeed("PSU", 60, served, stillWanted, 0, 25, missing));
    }

    /** A group may grow each second; a draft is read now and then, but what a plan reserves must follow. */
    @ParameterizedTest
    @CsvSource({
        "60, 59, false, false, less than a minute ago",
        "62, 59, false, false, less than a minute ago",
        "62, 60, false, true,  a minute ago",
        "60, 60, false, false, nothing else is wanted",
        "62, 1,  true,  true,  a plan is under way",
        "60, 1,  true,  false, nothing else is wanted"
    })
    void asksStockAgainWhereItMatters(int wanted, int secondsLater, boolean planned, boolean asks, String why) {
        Supplies asked = Supplies.NONE.asking(List.of(new PartQuantity("PSU", 60)), REACHED);

        assertThat(asked.asks(List.of(new PartQuantity("PSU", wanted)), planned, REACHED.plusSeconds(secondsLater)))
                .as(why)
                .isEqualTo(asks);
    }

    @Test
    void tellsWhoseUnitsFailedAndWhoHasSisterUnits() {
        SisterCount.Tally tally = new SisterCount.Tally(0, null);
        tally.add(sold("S-1", "nordwind", "2603"), Standing.IN_ISSUE);
        tally.add(sold("S-2", "nordwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-3", "sudwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-4", "sudwind", "2604"), Standing.AT_RISK);
        tally.add(sold("S-5", "sudwind", "2604"), Standing.AT_RISK);
        tally.add(sold("S-6", "sudwind", null), Standing.AT_RISK);

        PlanDraft draft = PlanDraft.of(file("2603"), List.of(), List.of(), tally.count(false), null);

        assertThat(draft.sisterUnits())
                .isEqualTo(new SisterCount(
                        5,
                        0,
                        new SisterCount.AtRisk(5, 5),
                        2,
                        1,
                        false,
                        List.of(
                                new SisterCount.LotCount("2603", 2, 1),
                                new SisterCount.LotCount("2604", 2, 0),
                                new SisterCount.LotCount(null, 1, 0))));
        assertThat(draft.customersToTell()).isEqualTo(new PlanDraft.CustomersToTell(1, 2, false));
    }

    /** 30 units failed by quantity: nobody knows which of the company's units they are. */
    @ParameterizedTest
    @CsvSource({
        "30, nordwind, 2, 1, 3, 'all that their owner has may have failed, and none of another company'",
        "1,  nordwind, 1, 2, 3, 'only one of them'",
        "30, ,         3, 0, 3, 'it is not known whose they are'",
        "0,  nordwind, 0, 3, 3, 'all that failed are known'"
    })
    void saysHowManyOfTheUnitsAtRiskMayHaveFailedWithoutSerial(
            int unverified, @Nullable String holder, int perhaps, int from, int to, String why) {
        SisterCount.Tally tally = new SisterCount.Tally(unverified, holder);
        tally.add(sold("S-1", "nordwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-2", "nordwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-3", "sudwind", "2603"), Standing.AT_RISK);
        tally.add(sold("S-4", "nordwind", "2603"), Standing.IN_ISSUE);

        PlanDraft draft =
                PlanDraft.of(file("2603"), List.of(fault("PSU", 2, Route.PARTS)), List.of(), tally.count(false), null);

        SisterCount sisters = Objects.requireNonNull(draft.sisterUnits());
        assertThat(sisters.perhapsFailed()).as(why).isEqualTo(perhaps);
        assertThat(sisters.atRisk()).as(why).isEqualTo(new SisterCount.AtRisk(from, to));
        assertThat(draft.customersToTell())
                .as("whoever claimed them, also where no serial is known")
                .isEqualTo(new PlanDraft.CustomersToTell(1, 2, false));
        assertThat(sisters.organisationsOfFailedUnits()).isEqualTo(1);
        assertThat(draft.spareParts().getFirst().forSisterUnits())
                .as("parts are not wanted twice for a unit that failed")
                .isEqualTo(2 * from);
    }

    @Test
    void suggestsWhoAnsweredForTheLastIssueOfTheGroupAndElseAsksForOne() {
        assertThat(draft(file("2603"), List.of()).owner().owner()).isNull();
        assertThat(PlanDraft.of(file("2603"), List.of(), List.of(), null, Given.plan("vera", REACHED))
                        .owner()
                        .owner())
                .isEqualTo("viktor");
    }

    @Test
    void suggestsNothingForUnitsThatAllWent() {
        SisterCount sisters = new SisterCount(40, 0, new SisterCount.AtRisk(40, 40), 2, 1, false, List.of());
        IssueFile emptied = file("2603").counting(0, 0, List.of(), List.of(), REACHED);

        PlanDraft draft = PlanDraft.of(emptied, List.of(fault("PSU", 2, Route.PARTS)), List.of(), sisters, null);

        assertThat(draft.containment()).isEmpty();
        assertThat(draft.customersToTell()).isEqualTo(new PlanDraft.CustomersToTell(0, 2, false));
    }

    private static SoldUnit sold(String serial, String organisation, @Nullable String lot) {
        return new SoldUnit("exporter", serial, "WP-400", lot, "NW-1", organisation);
    }

    private static PlanDraft draft(IssueFile file, List<CatalogueEntry> faults) {
        return PlanDraft.of(file, faults, List.of(), null, null);
    }

    private static IssueFile file(@Nullable String lot) {
        IssueFile file = Given.detected(REACHED, Given.PLAN).file();
        return new IssueFile(
                file.id(),
                file.vendor(),
                file.groupId(),
                file.episode(),
                file.policyVersion(),
                file.terms(),
                new UnitGroup("nordwind", "WP-400", "PSU-NO-OUTPUT", lot),
                file.units(),
                file.unverified(),
                file.byCode(),
                file.reachedAt(),
                file.detectedAt(),
                file.grewAt(),
                file.told(),
                file.history(),
                file.supplies());
    }

    private static CatalogueEntry fault(String part, int perUnit, Route disposition) {
        return fault("E-1", part, perUnit, disposition);
    }

    private static CatalogueEntry fault(String code, String part, int perUnit, Route disposition) {
        Money value = new Money(new BigDecimal("40.00"), "EUR");
        FaultDefinition definition = new FaultDefinition(
                List.of("WP-400"),
                "WORKMANSHIP",
                FaultClass.SIMPLE,
                disposition,
                List.of(new CataloguePart(part, perUnit, value)),
                value,
                new SerialLimit(1, 90),
                null,
                null);
        return new CatalogueEntry(
                "exporter", code, List.of(new CatalogueEntry.Revision(1, "petra", REACHED, definition)));
    }
}
