package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.Shipment;
import dev.aftersales.claims.contracts.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledBaseTest {

    /** The contract was entered before models had one form; claims come in theirs. */
    @Test
    void takesAModelForTheSameInWhateverLettersTheContractHasIt() {
        InstalledBase installed = InstalledBase.of(Optional.of(contract("px-200 ")), Set.of("S-1"));

        assertThat(installed.ofAnotherModel("S-1", "PX-200")).isEmpty();
        assertThat(installed.isOfModel("S-1", "PX-200")).isTrue();
    }

    @Test
    void tellsModelsApart() {
        InstalledBase installed = InstalledBase.of(Optional.of(contract("px-200")), Set.of("S-1"));

        assertThat(installed.ofAnotherModel("S-1", "PX 200")).isPresent();
        assertThat(installed.isOfModel("S-1", "PX 200")).isFalse();
    }

    private static SalesContract contract(String model) {
        Unit unit = new Unit("S-1", model, ItemClass.MAIN_UNIT, null, Map.of(), List.of(), null);
        return new SalesContract(
                "exporter",
                "C-1",
                "nordwind",
                List.of(new Shipment(List.of(), List.of(unit))),
                ContractTerms.NONE,
                null,
                List.of(),
                null);
    }
}
