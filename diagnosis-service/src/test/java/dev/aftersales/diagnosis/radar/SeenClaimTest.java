package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each line that is claimed in another way says what it takes the place of. */
class SeenClaimTest {

    private static final Replaced GONE = new Replaced(1, null, 0);

    @Test
    void theSerialsOfAQuantityTakeThePlaceOfIt() {
        assertThat(insteadOf(claim(unit(1, 3)), unit(1, "A"), unit(2, "B"), unit(3, "C")))
                .containsOnly(Map.entry(1, List.of(GONE)), Map.entry(2, List.of(GONE)), Map.entry(3, List.of(GONE)));
    }

    @Test
    void whatIsLeftOfAQuantityIsNoOtherUnitAndTheOthersTakeThePlaceOfTheRest() {
        Replaced fewer = new Replaced(1, null, 2);

        assertThat(insteadOf(claim(unit(1, 4)), unit(1, 2), unit(2, "A"), unit(3, "B")))
                .containsOnly(Map.entry(2, List.of(fewer)), Map.entry(3, List.of(fewer)));
    }

    @Test
    void whatIsLeftMayHaveALineOfItsOwn() {
        assertThat(insteadOf(claim(unit(1, 4)), unit(1, "A"), unit(2, "B"), unit(3, 2)))
                .containsOnly(Map.entry(1, List.of(GONE)), Map.entry(2, List.of(GONE)), Map.entry(3, List.of(GONE)));
    }

    @Test
    void ofTwoQuantitiesAsManyAreTakenFromEachAsItHasNoMore() {
        Replaced first = new Replaced(1, null, 1);
        Replaced second = new Replaced(2, null, 2);

        assertThat(insteadOf(
                        claim(unit(1, 3), unit(2, 4)), unit(1, 1), unit(2, 2), unit(3, "A"), unit(4, 2), unit(5, "B")))
                .containsOnly(
                        Map.entry(3, List.of(first)),
                        Map.entry(4, List.of(first, second)),
                        Map.entry(5, List.of(second)));
    }

    @Test
    void aRightSerialTakesThePlaceOfTheWrongOneOfItsLine() {
        assertThat(insteadOf(claim(unit(1, "A"), unit(2, "B")), unit(1, "A"), unit(2, "C")))
                .containsOnly(Map.entry(2, List.of(new Replaced(2, "B", 0))));
    }

    @Test
    void aUnitOfNobodyKnowsWhereTakesThePlaceOfNothing() {
        assertThat(insteadOf(claim(unit(1, "A")), unit(2, "B"))).containsOnly(Map.entry(2, List.of()));
    }

    private static Map<Integer, List<Replaced>> insteadOf(SeenClaim before, UnitLine... standing) {
        return before.restated(List.of(standing), START.plusSeconds(1)).changesSince(before).stream()
                .filter(Sighting::counts)
                .filter(change -> change.insteadOf() != null)
                .collect(Collectors.toMap(Sighting::line, change -> Optional.ofNullable(change.insteadOf())
                        .orElseThrow()));
    }

    private static SeenClaim claim(UnitLine... lines) {
        return SeenClaim.of(
                new ClaimSubmitted(
                        "clm-1",
                        "exporter",
                        "A-1",
                        new CustomerRef("cus-1", 1),
                        "nordwind",
                        null,
                        "PX-200",
                        "P-501",
                        List.of(lines),
                        List.of(),
                        START),
                "P-501");
    }

    private static UnitLine unit(int line, String serial) {
        return new UnitLine(line, serial, 1);
    }

    private static UnitLine unit(int line, int quantity) {
        return new UnitLine(line, null, quantity);
    }
}
