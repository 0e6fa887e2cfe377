package dev.aftersales.claims.regions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest(name = "{0} within {1}: {2}")
    @CsvSource({
        "CN-4403,      CN-4403, true",
        "CN-440307,    CN-4403, true",
        "CN-440307001, CN-4403, true",
        "CN-440307,    CN-44,   true",
        "CN-440307,    CN,      true",
        "CN,           CN,      true",
        "CN-44031,     CN-4403, false",
        "CN-4403999,   CN-4403, false",
        "CN-4404,      CN-4403, false",
        "CN-44,        CN-4403, false",
        "CN-440307,    CN-440,  false",
        "DE-BY,        DE,      true",
        "DE-BYX,       DE-BY,   false",
        "DE-4403,      CN-4403, false",
        "US-4403,      US-44,   false",
    })
    void liesWithinByLevelsAndNotByFirstLetters(String place, String region, boolean within) {
        assertThat(Regions.isWithin(place, region)).isEqualTo(within);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CN,           true",
        "CN-44,        true",
        "CN-4403,      true",
        "CN-440307,    true",
        "CN-GD,        true",
        "DE-BY,        true",
        "CN-44031,     false",
        "CN-4403999,   false",
        "CN-4,         false",
        "XX-4403,      false",
        "Shenzhen,     false",
        "cn-4403,      false",
    })
    void knowsACodeByItsForm(String code, boolean known) {
        assertThat(Regions.isOne(code)).isEqualTo(known);
    }
}
