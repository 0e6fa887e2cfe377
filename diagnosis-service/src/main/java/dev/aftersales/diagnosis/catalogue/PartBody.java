package dev.aftersales.diagnosis.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A spare part of an entry, as the API reads and writes it; the value is that of one piece. */
record PartBody(
        @NotNull @Pattern(regexp = "[!-~]{1,64}") String part,
        @NotNull @Min(1) @Max(1000) Integer quantity,
        @NotNull @Valid MoneyBody value) {

    static PartBody of(CataloguePart part) {
        return new PartBody(part.part(), part.quantity(), MoneyBody.of(part.value()));
    }

    CataloguePart toPart() {
        return new CataloguePart(part, quantity, value.toMoney());
    }
}
