package dev.aftersales.claims.contracts;

import dev.aftersales.chassis.validation.ProductionLot;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it is sent and shown.
 *
 * @param organisation the customer company that holds it
 * @param terms what it says beside the policy; absent when it leaves everything to the policy
 * @param policyVersion that claims under it are bound to; absent for the one that it named before, else the one that is in
 *     force when it is entered first
 */
record PutContract(
        @NotBlank @Size(max = 64) String organisation,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid ShipmentBody> shipments,
        @Nullable @Valid TermsBody terms,
        @Nullable @Size(min = 1, max = 64) String policyVersion) {

    private static final String NAME = "[a-z][A-Za-z0-9]{0,63}";

    /** What the contract keeps; to be called on a body without contradictions. */
    SignedTerms toSignedTerms() {
        return new SignedTerms(
                organisation,
                shipments.stream().map(ShipmentBody::toShipment).toList(),
                terms == null ? ContractTerms.NONE : terms.toTerms(),
                policyVersion);
    }

    /**
     * Units that travelled together.
     *
     * @param billOfLading its number, together with its date
     * @param documents other papers, with their dates
     */
    record ShipmentBody(
            @Nullable @Size(min = 1, max = 64) String billOfLading,
            @Nullable LocalDate date,
            @Nullable @Size(max = 10) List<@NotNull @Valid DocumentBody> documents,

            @NotEmpty @Size(max = ContractContradictions.MOST_UNITS)
            List<@NotNull @Valid UnitBody> units) {

        static ShipmentBody of(Shipment shipment) {
            String billOfLading = null;
            LocalDate date = null;
            List<DocumentBody> others = new ArrayList<>();
            for (DatedDocument document : shipment.documents()) {
                if (document.kind() == DocumentKind.BILL_OF_LADING) {
                    billOfLading = document.id();
                    date = document.date();
                } else {
                    others.add(DocumentBody.of(document));
                }
            }
            return new ShipmentBody(
                    billOfLading,
                    date,
                    others,
                    shipment.units().stream().map(UnitBody::of).toList());
        }

        List<DocumentBody> allDocuments() {
            List<DocumentBody> all = new ArrayList<>();
            if (billOfLading != null && date != null) {
                all.add(new DocumentBody(DocumentKind.BILL_OF_LADING, billOfLading, date, null, null));
            }
            if (documents != null) {
                all.addAll(documents);
            }
            return all;
        }

        Shipment toShipment() {
            return new Shipment(
                    allDocuments().stream().map(DocumentBody::toDocument).toList(),
                    units.stream().map(UnitBody::toUnit).toList());
        }
    }

    /**
     * A dated paper.
     *
     * @param state what is wrong with it; absent when nothing is
     * @param attributes what else stands on it, for example barcodes, by the names that policies give it
     */
    record DocumentBody(
            @NotNull DocumentKind kind,
            @NotBlank @Size(max = 64) String number,
            @NotNull LocalDate date,
            DatedDocument.@Nullable State state,

            @Nullable @Size(max = 20)
            Map<@Pattern(regexp = NAME) String, @NotBlank @Size(max = 100) String> attributes) {

        static DocumentBody of(DatedDocument document) {
            return new DocumentBody(
                    document.kind(),
                    document.id(),
                    document.date(),
                    document.state() == DatedDocument.State.VALID ? null : document.state(),
                    document.attributes().isEmpty() ? null : new TreeMap<>(document.attributes()));
        }

        DatedDocument toDocument() {
            return new DatedDocument(
                    kind,
                    number,
                    date,
                    state == null ? DatedDocument.State.VALID : state,
                    attributes == null ? Map.of() : attributes,
                    null,
                    null);
        }
    }

    /**
     * One unit.
     *
     * @param productionLot as the maker tells it; absent where the maker did not
     * @param attributes facts of it, by the names that policies give them, for example {@code supply}
     * @param documents papers of this unit alone
     * @param price that the contract names for it
     */
    record UnitBody(
            @NotBlank @Size(max = 64) String serial,
            @NotBlank @Size(max = 64) String model,
            @NotNull ItemClass itemClass,

            @Nullable @ProductionLot String productionLot,

            @Nullable @Size(max = 20) Map<@Pattern(regexp = NAME) String, @NotBlank @Size(max = 100) String> attributes,
            @Nullable @Size(max = 10) List<@NotNull @Valid DocumentBody> documents,
            @Nullable Money price) {

        UnitBody {
            serial = PrintedCode.of(serial);
            model = PrintedCode.of(model);
            productionLot = PrintedCode.orNone(productionLot);
        }

        static UnitBody of(Unit unit) {
            return new UnitBody(
                    unit.serial(),
                    unit.model(),
                    unit.itemClass(),
                    unit.productionLot(),
                    unit.attributes().isEmpty() ? null : new TreeMap<>(unit.attributes()),
                    unit.documents().isEmpty()
                            ? null
                            : unit.documents().stream().map(DocumentBody::of).toList(),
                    unit.price());
        }

        Unit toUnit() {
            return new Unit(
                    serial,
                    model,
                    itemClass,
                    productionLot,
                    attributes == null ? Map.of() : attributes,
                    documents == null
                            ? List.of()
                            : documents.stream().map(DocumentBody::toDocument).toList(),
                    price);
        }
    }
}
