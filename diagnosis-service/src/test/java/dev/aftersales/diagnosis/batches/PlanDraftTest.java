package dev.aftersales.diagnosis.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import dev.aftersales.diagnosis.catalogue.CataloguePart;
import dev.aftersales.diagnosis.catalogue.FaultDefinition;
import dev.aftersales.diagnosis.catalogue.Money;
import dev.aftersales.diagnosis.catalogue.SerialLimit;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDraftTest {

    private static final Instant REACHED = Instant.parse("2026-06-05T09:00:00Z");

    @Test
    void holdsTheLotBackAndCountsTheSparePartsOfAllUnitsThatFailed() {
        PlanDraft draft = draft(file("2603"), Optional.of(entry("WP-400", Route.PARTS)));

        assertThat(draft.units()).isEqualTo(30);
        assertThat(draft.containment()).containsExactly(Containment.STOP_SHIP, Containment.SPARE_PARTS);
        assertThat(draft.lots()).containsExactly("2603");
        assertThat(draft.spareParts()).containsExactly(new PartQuantity("WP4-PSU-24V", 60));
        assertThat(draft.customer()).isEqualTo("nordwind");
    }

    @Test
    void hasUnitsLookedAtWhoseLotNobodyKnows() {
        PlanDraft draft = draft(file(null), Optional.empty());

        assertThat(draft.containment()).containsExactly(Containment.FIELD_INSPECTION);
        assertThat(draft.lots()).isEmpty();
        assertThat(draft.spareParts()).isEmpty();
    }

    @Test
    void exchangesInAdvanceWhatWouldBeAwayForRepair() {
        assertThat(draft(file("2603"), Optional.of(entry("WP-400", Route.DEPOT_REPAIR)))
                        .containment())
                .contains(Containment.ADVANCE_REPLACEMENT);
    }

    @Test
    void takesNoPartsOfAnEntryForOtherModels() {
        assertThat(draft(file("2603"), Optional.of(entry("WP-200", Route.PARTS)))
                        .spareParts())
                .isEmpty();
    }

    @Test
    void tellsWhoseUnitsFailedAndWhoHasSisterUnits() {
        SisterCount.Tally tally = new SisterCount.Tally();
        tally.add(sold("S-1", "nordwind", "2603"), true);
        tally.add(sold("S-2", "nordwind", "2603"), false);
        tally.add(sold("S-3", "sudwind", "2603"), false);
        tally.add(sold("S-4", "sudwind", "2604"), false);
        tally.add(sold("S-5", "sudwind", "2604"), false);
        tally.add(sold("S-6", "sudwind", null), false);

        PlanDraft draft = PlanDraft.of(file("2603"), Optional.empty(), tally.count(false), null);

        assertThat(draft.sisterUnits())
                .isEqualTo(new SisterCount(
                        5,
                        2,
                        1,
                        false,
                        List.of(
                                new SisterCount.LotCount("2603", 2, 1),
                                new SisterCount.LotCount("2604", 2, 0),
                                new SisterCount.LotCount(null, 1, 0))));
        assertThat(draft.customersToTell()).isEqualTo(new PlanDraft.CustomersToTell(1, 2, false));
    }

    @Test
    void suggestsWhoAnsweredForTheLastIssueOfTheGroupAndElseAsksForOne() {
        assertThat(draft(file("2603"), Optional.empty()).owner().owner()).isNull();
        assertThat(PlanDraft.of(file("2603"), Optional.empty(), null, Given.plan("vera", REACHED))
                        .owner()
                        .owner())
                .isEqualTo("viktor");
    }

    private static SoldUnit sold(String serial, String organisation, @Nullable String lot) {
        return new SoldUnit("exporter", serial, "WP-400", lot, "NW-1", organisation);
    }

    private static PlanDraft draft(IssueFile file, Optional<CatalogueEntry> entry) {
        return PlanDraft.of(file, entry, null, null);
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
                file.reachedAt(),
                file.detectedAt(),
                file.grewAt(),
                file.told(),
                file.history());
    }

    private static CatalogueEntry entry(String model, Route disposition) {
        Money value = new Money(new BigDecimal("40.00"), "EUR");
        return new CatalogueEntry(
                "exporter",
                "PSU-NO-OUTPUT",
                List.of(new CatalogueEntry.Revision(
                        1,
                        "petra",
                        REACHED,
                        new FaultDefinition(
                                List.of(model),
                                "WORKMANSHIP",
                                FaultClass.SIMPLE,
                                disposition,
                                List.of(new CataloguePart("WP4-PSU-24V", 2, value)),
                                value,
                                new SerialLimit(1, 90),
                                null,
                                null))));
    }
}
