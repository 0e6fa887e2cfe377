package dev.aftersales.diagnosis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionRequestTest {

    @Test
    void namesAFaultAsTheCatalogueDoesInWhateverLettersItIsTyped() {
        ConclusionRequest.Line line = new ConclusionRequest.Line(
                1, "MATERIAL", true, FaultClass.SIMPLE, Route.DEPOT_REPAIR, List.of(), List.of(), null, null, " e-104");

        assertThat(line.toConclusion().faultCode()).isEqualTo("E-104");
    }
}
