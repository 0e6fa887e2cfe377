package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ItemClass;
import org.junit.jupiter.api.Test;

class FactsBodyTest {

    @Test
    void namesAUnitAsItsClaimWouldInWhateverLettersItIsTyped() {
        FactsBody.UnitBody unit = new FactsBody.UnitBody(" s-1", "DX-20", ItemClass.MAIN_UNIT, null, null, null);
        FactsBody.LineBody line = new FactsBody.LineBody(null, "s-1 ", unit, null, null, null, null, null, null, null);

        assertThat(line.serial()).isEqualTo("S-1");
        assertThat(unit.serial()).isEqualTo("S-1");
    }
}
