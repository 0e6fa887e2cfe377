package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.EvidenceKind;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up lines: most in term and complete, as claims are, and enough of each other kind that every clause of policy A
 * that decides does so. Each names one cause at most, nobody has reviewed it, and its route needs no leave: what a table
 * that looks at one line once can say.
 */
final class GivenLine {

    private static final List<String> COVERED = List.of("MATERIAL", "WORKMANSHIP");
    private static final List<String> EXCLUDED = List.of(
            "DROP",
            "IMPACT",
            "CRUSH",
            "WATER_INGRESS",
            "MOISTURE",
            "LIQUID",
            "POWER_SURGE",
            "DISASSEMBLY",
            "MODIFICATION",
            "REPAIR",
            "IMPROPER_USE",
            "VOLTAGE_MISMATCH",
            "POWER_MISMATCH",
            "FIRE",
            "LIGHTNING",
            "EARTHQUAKE",
            "FLOOD",
            "WAR",
            "OTHER_FORCE_MAJEURE",
            "WEAR",
            "SCRATCH",
            "FADING",
            "OXIDATION",
            "NON_CERTIFIED_ACCESSORY",
            "NON_CERTIFIED_CONSUMABLE",
            "IN_TRANSIT_DAMAGE");
    private static final List<String> LABELS = List.of("INTACT", "DAMAGED", "ALTERED", "ILLEGIBLE");

    private static final String MODEL = "PX-200";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
    private static final int DAYS = 800;
    private static final int LONGEST_CLAIMED_IN_TERM = 360;

    private final Random random;
    private int made;

    GivenLine(Random random) {
        this.random = random;
    }

    Line next() {
        made++;
        LocalDate anchor = once(30) ? LEAP_DAY : EARLIEST.plusDays(random.nextInt(DAYS));
        LocalDate claimed = claimed(anchor);
        boolean contractNamed = !once(25);
        boolean contractKnown = contractNamed && !once(25);
        boolean serialNamed = !once(20);
        boolean unitKnown = serialNamed && contractKnown && !once(20);
        String serial = "SN-" + made;
        UnitFacts unit = unitKnown ? new UnitFacts(serial, MODEL, itemClass(), papers(anchor)) : null;
        Diagnosis diagnosis = once(5) ? null : diagnosis(claimed);
        Facts facts = new Facts(
                claimed.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                        .atZone(ZONE)
                        .toInstant(),
                "maria",
                contractNamed ? "C-2025-" + made % 40 : null,
                contractKnown,
                once(25) ? null : once(25) ? "PX-300" : MODEL,
                !once(25),
                diagnosis == null ? declared() : null,
                evidence(),
                List.of(new LineFacts(1, serialNamed ? serial : null, unit, diagnosis, null)));
        return new Line(facts, diagnosis == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS);
    }

    /** Mostly inside the year; else about its end, with month ends and leap days as they come, or long after it. */
    private LocalDate claimed(LocalDate anchor) {
        return switch (random.nextInt(8)) {
            case 0 -> anchor.plusMonths(12).plusDays(random.nextInt(3) - 1);
            case 1 -> anchor.plusMonths(13 + random.nextInt(24));
            case 2 -> LocalDate.of(anchor.getYear() + 1, 2, 28);
            default -> anchor.plusDays(random.nextInt(LONGEST_CLAIMED_IN_TERM));
        };
    }

    private ItemClass itemClass() {
        return once(10) ? any(List.of(ItemClass.values())) : ItemClass.MAIN_UNIT;
    }

    private List<DatedDocument> papers(LocalDate anchor) {
        List<DatedDocument> papers = new ArrayList<>();
        if (once(30)) {
            return papers;
        }
        if (!once(8)) {
            papers.add(new DatedDocument(DocumentKind.BILL_OF_LADING, "BL-" + made, anchor));
        } else if (!once(3)) {
            papers.add(new DatedDocument(DocumentKind.AIR_OR_ROAD_WAYBILL, "WB-" + made, anchor));
        }
        // Beside a better paper it says nothing: it is dated later.
        papers.add(
                new DatedDocument(DocumentKind.CONTRACT_DELIVERY, "CD-" + made, anchor.plusDays(papers.size() * 20L)));
        return papers;
    }

    private List<EvidenceItem> evidence() {
        return switch (random.nextInt(16)) {
            case 0 -> List.of();
            case 1 -> List.of(new EvidenceItem("file-" + made, EvidenceKind.OTHER));
            case 2 -> List.of(new EvidenceItem("video-" + made, EvidenceKind.VIDEO));
            case 3 ->
                List.of(
                        new EvidenceItem("photo-" + made, EvidenceKind.PHOTO),
                        new EvidenceItem("file-" + made, EvidenceKind.OTHER));
            default -> List.of(new EvidenceItem("photo-" + made, EvidenceKind.PHOTO));
        };
    }

    private @Nullable String declared() {
        return once(2) ? null : once(4) ? any(COVERED) : any(EXCLUDED);
    }

    private Diagnosis diagnosis(LocalDate claimed) {
        boolean byTechnician = !once(4);
        return new Diagnosis(
                once(2) ? any(COVERED) : once(20) ? "NOBODY_KNOWS" : any(EXCLUDED),
                !once(4),
                byTechnician
                        ? new Confirmer(Confirmer.Kind.TECHNICIAN, "tech-" + made % 7)
                        : new Confirmer(Confirmer.Kind.CATALOGUE, "E-" + made % 50),
                claimed.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC),
                once(2) ? FaultClass.SIMPLE : FaultClass.COMPLEX,
                once(2) ? Route.PARTS : once(2) ? Route.DEPOT_REPAIR : Route.REMOTE_SUPPORT,
                findings(),
                Map.of());
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (once(3)) {
            findings.add("SERIAL_LABEL_" + (once(4) ? any(LABELS) : "INTACT"));
        }
        if (once(4)) {
            findings.add("TAMPER_LABEL_" + (once(4) ? any(LABELS) : "INTACT"));
        }
        if (once(2)) {
            findings.add(once(2) ? "FUNCTION_UNIMPAIRED" : "FUNCTION_IMPAIRED");
        }
        if (once(10)) {
            findings.add("WORK_AUTHORISED");
        }
        return findings;
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
