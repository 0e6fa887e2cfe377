package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ItemClass;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsBodyTest {

    @Test
    void namesAUnitAsItsClaimWouldInWhateverLettersItIsTyped() {
        FactsBody.UnitBody unit = new FactsBody.UnitBody(" s-1", "dx-20 ", ItemClass.MAIN_UNIT, null, null, null);
        FactsBody.LineBody line = new FactsBody.LineBody(null, "s-1 ", unit, null, null, null, null, null, null, null);

        assertThat(line.serial()).isEqualTo("S-1");
        assertThat(unit.serial()).isEqualTo("S-1");
        assertThat(unit.model()).isEqualTo("DX-20");
    }

    @Test
    void namesAModelAsItsClaimWouldInWhateverLettersItIsTyped() {
        FactsBody claimed = new FactsBody(
                Instant.EPOCH, null, null, " dx-20", null, null, null, null, null, null, null, null, null, List.of());

        assertThat(claimed.model()).isEqualTo("DX-20");
    }
}
