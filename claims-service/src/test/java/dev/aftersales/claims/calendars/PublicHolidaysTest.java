package dev.aftersales.claims.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.languages.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    private final PublicHolidays library = new PublicHolidays();

    /** Art. 1 of the Bavarian law on holidays, without Assumption, which only some municipalities keep. */
    @Test
    void givesThoseOfACountryAndItsPart() {
        assertThat(known("de", "by", 2026).keySet())
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-06-04",
                        "2026-10-03",
                        "2026-11-01",
                        "2026-12-25",
                        "2026-12-26");
    }

    @Test
    void givesThoseOfAPartOfAPart() {
        assertThat(known("de", "by/ag", 2026)).containsKey(LocalDate.parse("2026-08-08"));
    }

    @Test
    void namesThemInBothLanguagesWhateverTheMachineSpeaks() {
        // Given
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            // When
            SortedMap<LocalDate, Text> holidays = known("de", null, 2027);

            // Then
            assertThat(holidays).containsEntry(LocalDate.parse("2027-10-03"), new Text("German Unity Day", "德国统一日"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void takesTheEnglishNameForBothWhereTheChineseIsUnknown() {
        Text name = known("gb", "eng", 2026).get(LocalDate.parse("2026-05-25"));

        assertThat(name).isEqualTo(Text.same("Spring Bank Holiday"));
    }

    /** 1 January 2028 is a Saturday, so federal offices close the day before. */
    @Test
    void countsADayThatIsKeptInTheYearBefore() {
        assertThat(known("us", null, 2027)).containsKey(LocalDate.parse("2027-12-31"));
        assertThat(known("us", null, 2028)).doesNotContainKey(LocalDate.parse("2027-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn", "CN", "hu", "vn"})
    void refusesCountriesThatMoveWorkingDays(String country) {
        PublicHolidays.Answer.Refused refused = refused("jollyday", country, null, 2026);

        assertThat(refused.field()).isEqualTo("country");
        assertThat(refused.detail()).contains("works on some weekend days", "makeUpDays");
        assertThat(refused.known()).isEmpty();
    }

    /** Its New Year, Vesak Day, Deepavali and more are listed up to 2024; then they would be missing without a word. */
    @Test
    void refusesAYearForWhichTheLibrarysOwnListsHaveEnded() {
        PublicHolidays.Answer.Refused refused = refused("jollyday", "sg", null, 2026);

        assertThat(refused.field()).isEqualTo("years");
        assertThat(refused.detail()).contains("CHINESE_NEW_YEAR 2026", "VESAK_DAY 2026");
        assertThat(known("sg", null, 2024)).containsKey(LocalDate.parse("2024-02-12"));
    }

    /** Berlin kept 8 May in 2020 and 2025 only. */
    @Test
    void takesSingleAnniversariesForNoList() {
        assertThat(known("de", "be", 2025)).containsKey(LocalDate.parse("2025-05-08"));
        assertThat(known("de", "be", 2026)).doesNotContainKey(LocalDate.parse("2026-05-08"));
    }

    @ParameterizedTest
    @CsvSource({
        "calendarific, de, by,       2026, library,     jollyday",
        "jollyday,     xx, ,         2026, country,     de",
        "jollyday,     nyse, ,       2026, country,     us",
        "jollyday,     de, atlantis, 2026, subdivision, by",
        "jollyday,     de, by/xx,    2026, subdivision, mu",
    })
    void namesWhatIsKnownInstead(
            String lib, String country, @Nullable String subdivision, int year, String field, String known) {
        PublicHolidays.Answer.Refused refused = refused(lib, country, subdivision, year);

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.known()).contains(known).doesNotContain("nyse", "cn");
    }

    @ParameterizedTest
    @ValueSource(ints = {2014, 2029})
    void refusesYearsThatItIsNotTrustedFor(int year) {
        assertThat(refused("jollyday", "de", "by", year).detail()).contains("2015 to 2028", "not for " + year);
    }

    private SortedMap<LocalDate, Text> known(String country, @Nullable String subdivision, int year) {
        PublicHolidays.Answer answer = library.of(source("jollyday", country, subdivision, year));
        assertThat(answer).isInstanceOf(PublicHolidays.Answer.Known.class);
        return ((PublicHolidays.Answer.Known) answer).holidays();
    }

    private PublicHolidays.Answer.Refused refused(String name, String country, @Nullable String subdivision, int year) {
        PublicHolidays.Answer answer = library.of(source(name, country, subdivision, year));
        assertThat(answer).isInstanceOf(PublicHolidays.Answer.Refused.class);
        return (PublicHolidays.Answer.Refused) answer;
    }

    private static HolidaySource source(String name, String country, @Nullable String subdivision, int year) {
        return new HolidaySource(name, country, subdivision, new TreeSet<>(List.of(year)));
    }
}
