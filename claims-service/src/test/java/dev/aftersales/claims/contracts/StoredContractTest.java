package dev.aftersales.claims.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.DatedDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A service reads what its predecessors wrote. */
class StoredContractTest {

    @Test
    void readsAContractOfTheFirstShape() {
        // Given
        Document first = Document.parse("""
                {"vendor":"exporter","number":"C-1","organisation":"nordwind",
                 "shipments":[{"documents":[{"kind":"BILL_OF_LADING","id":"BL-1","date":"2026-03-20"}],
                   "units":[{"serial":"S-1","model":"X1","itemClass":"MAIN_UNIT","productionLot":null}]}],
                 "entries":[{"by":"viktor","at":"2026-11-20T10:00:00Z"}]}""");

        // When
        SalesContract contract = new StateMapper().toState(first, SalesContract.class);

        // Then
        assertThat(contract.terms()).isEqualTo(ContractTerms.NONE);
        assertThat(contract.policyVersion()).isNull();
        assertThat(contract.unit("S-1").orElseThrow().attributes()).isEmpty();
        assertThat(contract.unit("S-1").orElseThrow().documents())
                .extracting(DatedDocument::state)
                .containsExactly(DatedDocument.State.VALID);
    }
}
