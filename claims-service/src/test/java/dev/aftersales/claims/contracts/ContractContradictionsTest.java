package dev.aftersales.claims.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.contracts.PutContract.DocumentBody;
import dev.aftersales.claims.contracts.PutContract.ShipmentBody;
import dev.aftersales.claims.contracts.PutContract.UnitBody;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractContradictionsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-03-14");

    @Test
    void findsNothingWrongWithAPlainContract() {
        assertThat(of(shipment("BL-1", DAY, "S-1", "S-2"), shipment("BL-2", DAY, "S-3")))
                .isEmpty();
    }

    @Test
    void findsNothingWrongWithAShipmentWhosePapersAreStillToCome() {
        assertThat(of(shipment(null, null, "S-1"))).isEmpty();
    }

    @Test
    void namesBothPlacesOfASerialThatStandsTwice() {
        assertThat(of(shipment("BL-1", DAY, "S-1", "S-2"), shipment("BL-2", DAY, "S-2")))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .containsEntry("field", "shipments[1].units[0].serial")
                        .containsEntry("rule", "once")
                        .hasEntrySatisfying(
                                "detail", detail -> assertThat(detail).contains("shipments[0].units[1].serial")));
    }

    @Test
    void wantsNumberAndDateOfABillOfLadingTogether() {
        assertThat(of(shipment("BL-1", null, "S-1"), shipment(null, DAY, "S-2")))
                .extracting(error -> error.get("field"))
                .containsExactly("shipments[0].date", "shipments[1].billOfLading");
    }

    @Test
    void wantsOnePaperOfAKind() {
        ShipmentBody twice = new ShipmentBody(
                "BL-1",
                DAY,
                List.of(new DocumentBody(DocumentKind.BILL_OF_LADING, "BL-2", DAY, null, null)),
                List.of(unit("S-1")));

        assertThat(of(twice)).extracting(error -> error.get("rule")).containsExactly("one-of-a-kind");
    }

    @Test
    void wantsOnePaperOfAKindOfAUnit() {
        DocumentBody invoice = new DocumentBody(DocumentKind.INVOICE, "I-1", DAY, null, null);
        UnitBody unit = new UnitBody("S-1", "X1", ItemClass.MAIN_UNIT, null, null, List.of(invoice, invoice), null);

        assertThat(of(new ShipmentBody("BL-1", DAY, null, List.of(unit))))
                .extracting(error -> error.get("field"))
                .containsExactly("shipments[0].units[0].documents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1M", "P51Y", "P1M-40D", "P2147483647D"})
    void wantsATermThatRunsForSomeTime(String term) {
        PutContract contract = new PutContract(
                "nordwind",
                List.of(shipment("BL-1", DAY, "S-1")),
                new TermsBody(Period.parse(term), null, null, null),
                null);

        assertThat(ContractContradictions.in(contract))
                .extracting(error -> error.get("field"))
                .containsExactly("terms.term");
    }

    @Test
    void namesEveryContradictionAtOnce() {
        assertThat(of(shipment("BL-1", null, "S-1", "S-1"), shipment(null, DAY, "S-1")))
                .hasSize(4);
    }

    @Test
    void limitsTheUnitsOfAllShipmentsTogether() {
        String[] most = serials(0, ContractContradictions.MOST_UNITS);
        String[] oneMore = serials(ContractContradictions.MOST_UNITS, 1);

        assertThat(of(shipment("BL-1", DAY, most))).isEmpty();
        assertThat(of(shipment("BL-1", DAY, most), shipment("BL-2", DAY, oneMore)))
                .extracting(error -> error.get("rule"))
                .containsExactly("most-units");
    }

    private static String[] serials(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "S-" + i).toArray(String[]::new);
    }

    private static List<Map<String, String>> of(ShipmentBody... shipments) {
        return ContractContradictions.in(new PutContract("nordwind", List.of(shipments), null, null));
    }

    private static ShipmentBody shipment(@Nullable String billOfLading, @Nullable LocalDate date, String... serials) {
        return new ShipmentBody(
                billOfLading,
                date,
                null,
                List.of(serials).stream().map(ContractContradictionsTest::unit).toList());
    }

    private static UnitBody unit(String serial) {
        return new UnitBody(serial, "X1", ItemClass.MAIN_UNIT, null, null, null, null);
    }
}
