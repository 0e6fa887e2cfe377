package dev.aftersales.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the code of every module keeps to, checked on its compiled classes. */
public final class ArchitectureRules {

    private static final List<String> SERVICES =
            List.of("claims", "diagnosis", "logistics", "notifications", "gateway");

    private final String base;
    private final JavaClasses classes;
    private final List<String> domainPackages;

    private ArchitectureRules(String base, JavaClasses classes, List<String> domainPackages) {
        this.base = base;
        this.classes = classes;
        this.domainPackages = domainPackages;
    }

    /**
     * The rules for a module's main classes.
     *
     * @param base the module's root package, as in {@code dev.aftersales.claims}
     * @param domainPackages packages under it (ArchUnit patterns, as in {@code ..adjudication..}) in which every class
     *     that is not at the edge belongs to the domain; records, enums and sealed hierarchies belong to it everywhere
     * @throws IllegalArgumentException if there is no class in {@code base}: rules over nothing are always kept
     */
    public static ArchitectureRules of(String base, String... domainPackages) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        return of(base, classes, domainPackages);
    }

    static ArchitectureRules of(String base, JavaClasses classes, String... domainPackages) {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no classes in " + base);
        }
        return new ArchitectureRules(base, classes, List.of(domainPackages));
    }

    /** One test for each rule that a service keeps. */
    public Stream<DynamicTest> serviceTests() {
        return tests(
                domainIsFreeOfFrameworks(),
                servicesStandApart(),
                reactionsAreNamedForTheirEvent(),
                packagesAreNamedForTheirJob(),
                publicOnlyWhereNeeded(),
                timeComesFromTheClock(),
                constraintsAreChecked());
    }

    /** One test for each rule that a library keeps: what is public in it, others use. */
    public Stream<DynamicTest> libraryTests() {
        return tests(servicesStandApart(), packagesAreNamedForTheirJob(), constraintsAreChecked());
    }

    /** Values and states depend on neither Spring, Mongo, Kafka, Jackson nor the servlet API. */
    public ArchRule domainIsFreeOfFrameworks() {
        return DomainRule.in(domainPackages);
    }

    /** No service sees another's classes; what they share stands in the contracts and the chassis. */
    public ArchRule servicesStandApart() {
        String suite = base.substring(0, base.lastIndexOf('.') + 1);
        String[] others = SERVICES.stream()
                .map(service -> suite + service)
                .filter(other -> !other.equals(base))
                .map(other -> other + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as("no service depends on another");
    }

    /** Each class of a package {@code reactions} is a package-private {@code On<Event>} that takes that event. */
    public ArchRule reactionsAreNamedForTheirEvent() {
        return ReactionRule.RULE;
    }

    /** No package has a name under which anything could stand. */
    public ArchRule packagesAreNamedForTheirJob() {
        return noClasses()
                .should()
                .resideInAnyPackage(Stream.of("util", "utils", "helper", "helpers", "common", "misc", "impl")
                        .map(name -> base + ".." + name + "..")
                        .toArray(String[]::new))
                .as("packages are named for their job");
    }

    /** A top-level class is public only where another package needs it. */
    public ArchRule publicOnlyWhereNeeded() {
        return VisibilityRule.RULE;
    }

    /** Time is read from an injected {@link java.time.Clock}, so that it can be moved. */
    public ArchRule timeComesFromTheClock() {
        return TimeRule.RULE;
    }

    /** A constraint is declared on what it is about, and not only at the use of its type, where no validator looks. */
    public ArchRule constraintsAreChecked() {
        return ConstraintRule.RULE;
    }

    /** The given rules as tests over this module's classes. */
    public Stream<DynamicTest> tests(ArchRule... rules) {
        return Stream.of(rules).map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
