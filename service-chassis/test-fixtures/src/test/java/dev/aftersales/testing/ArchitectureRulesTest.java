package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule seen to fail, for each reason that it has, and seen to let good code through. */
class ArchitectureRulesTest {

    private static final String BAD = "dev.aftersales.testing.bad.claims";
    private static final String GOOD = "dev.aftersales.testing.good.claims";
    private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD);
    private static final ArchitectureRules RULES = ArchitectureRules.of(BAD, BAD_CLASSES, "..domain..");

    @ParameterizedTest(name = "{1}")
    @MethodSource("offences")
    void turnsRed(ArchRule rule, String offence) {
        assertThat(rule.evaluate(BAD_CLASSES).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(offence));
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(RULES.domainIsFreeOfFrameworks(), "ValueWithFramework"),
                Arguments.of(RULES.domainIsFreeOfFrameworks(), "StateWithStore$Open"),
                Arguments.of(RULES.domainIsFreeOfFrameworks(), "EngineWithBroker"),
                Arguments.of(RULES.servicesStandApart(), "SeesDiagnosis"),
                Arguments.of(RULES.reactionsAreNamedForTheirEvent(), "ClaimHandler is not named On<Event>"),
                Arguments.of(RULES.reactionsAreNamedForTheirEvent(), "OnClaimClosed does not take a ClaimClosed"),
                Arguments.of(RULES.reactionsAreNamedForTheirEvent(), "OnClaimHandler is public"),
                Arguments.of(RULES.packagesAreNamedForTheirJob(), "util.Strings"),
                Arguments.of(RULES.publicOnlyWhereNeeded(), "NeverUsed"),
                Arguments.of(RULES.publicOnlyWhereNeeded(), "UsedNextDoor"),
                Arguments.of(RULES.timeComesFromTheClock(), "AsksMillis"),
                Arguments.of(RULES.timeComesFromTheClock(), "AsksInstant"),
                Arguments.of(RULES.timeComesFromTheClock(), "AsksDate"),
                Arguments.of(RULES.timeComesFromTheClock(), "AsksSystemClock"),
                Arguments.of(RULES.timeComesFromTheClock(), "AsksByReference"),
                Arguments.of(RULES.timeComesFromTheClock(), "UsesOldDate"),
                Arguments.of(RULES.constraintsAreChecked(), "AtTheType.kind: @NotNull"),
                Arguments.of(RULES.constraintsAreChecked(), "AtTheTypeOfAParameter.take("));
    }

    @TestFactory
    Stream<DynamicTest> letsGoodCodeThrough() {
        return ArchitectureRules.of(GOOD, new ClassFileImporter().importPackages(GOOD), "..intake..")
                .serviceTests();
    }

    @TestFactory
    Stream<DynamicTest> theFixturesKeepTheLibraryRulesThemselves() {
        return ArchitectureRules.of("dev.aftersales.testing").libraryTests();
    }

    @Test
    void leavesOtherClassesOfADomainAloneUnlessTheirPackageIsNamed() {
        ArchRule rule = ArchitectureRules.of(BAD, BAD_CLASSES).domainIsFreeOfFrameworks();
        assertThat(rule.evaluate(BAD_CLASSES).getFailureReport().toString())
                .contains("ValueWithFramework", "StateWithStore$Open")
                .doesNotContain("EngineWithBroker");
    }

    @Test
    void refusesToJudgeNothing() {
        assertThatThrownBy(() -> ArchitectureRules.of("dev.aftersales.nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
