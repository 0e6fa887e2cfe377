package dev.aftersales.chassis;

import dev.aftersales.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRules() {
        return ArchitectureRules.of("dev.aftersales.chassis").libraryTests();
    }

    @TestFactory
    Stream<DynamicTest> reckonsWithoutFrameworkAndClock() {
        return Stream.of("calendars", "deadlines", "languages").flatMap(name -> {
            ArchitectureRules rules = ArchitectureRules.of("dev.aftersales.chassis." + name, ".." + name + "..");
            return rules.tests(rules.domainIsFreeOfFrameworks(), rules.timeComesFromTheClock());
        });
    }
}
