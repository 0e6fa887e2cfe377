package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it is sent and shown.
 *
 * @param organisation the customer company that holds it
 */
record PutContract(
        @NotBlank @Size(max = 64) String organisation,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid ShipmentBody> shipments) {

    /** The shipments as the contract keeps them; to be called on a body without contradictions. */
    List<Shipment> toShipments() {
        return shipments.stream().map(ShipmentBody::toShipment).toList();
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
                    others.add(new DocumentBody(document.kind(), document.id(), document.date()));
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
                all.add(new DocumentBody(DocumentKind.BILL_OF_LADING, billOfLading, date));
            }
            if (documents != null) {
                all.addAll(documents);
            }
            return all;
        }

        Shipment toShipment() {
            return new Shipment(
                    allDocuments().stream()
                            .map(document -> new DatedDocument(document.kind(), document.number(), document.date()))
                            .toList(),
                    units.stream().map(UnitBody::toUnit).toList());
        }
    }

    /** A dated paper. */
    record DocumentBody(
            @NotNull DocumentKind kind,
            @NotBlank @Size(max = 64) String number,
            @NotNull LocalDate date) {}

    /** One unit. */
    record UnitBody(
            @NotBlank @Size(max = 64) String serial,
            @NotBlank @Size(max = 64) String model,
            @NotNull ItemClass itemClass,
            @Nullable @Size(min = 1, max = 64) String productionLot) {

        static UnitBody of(Unit unit) {
            return new UnitBody(unit.serial(), unit.model(), unit.itemClass(), unit.productionLot());
        }

        Unit toUnit() {
            return new Unit(serial, model, itemClass, productionLot);
        }
    }
}
