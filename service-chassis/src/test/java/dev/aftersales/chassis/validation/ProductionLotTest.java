package dev.aftersales.chassis.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionLotTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    private record Parcel(@Nullable @ProductionLot String lot, List<@ProductionLot String> lots) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "L-2026/07",
                "KW 14 2026",
                "批次 七",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void isWhatManufacturersWrite(String lot) {
        assertThat(VALIDATOR.validate(new Parcel(lot, List.of(lot)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " L-1",
                "L-1 ",
                "L\t1",
                "L\u0000",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void isNothingThatCouldBeTakenForAnother(String lot) {
        assertThat(VALIDATOR.validate(new Parcel(lot, List.of(lot))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("lot", "lots[0].<list element>");
    }

    @Test
    void mayBeUnknown() {
        assertThat(VALIDATOR.validate(new Parcel(null, List.of()))).isEmpty();
    }
}
