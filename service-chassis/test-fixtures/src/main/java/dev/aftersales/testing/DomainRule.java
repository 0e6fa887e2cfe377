package dev.aftersales.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The domain knows no framework. Controllers, configuration, repositories and what is nested in them are the edge. */
final class DomainRule {

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "com.mongodb..",
        "org.bson..",
        "org.apache.kafka..",
        "tools.jackson..",
        "com.fasterxml.jackson..",
        "jakarta.servlet.."
    };

    private static final List<String> EDGE_ANNOTATIONS = List.of(
            "org.springframework.stereotype.Component",
            "org.springframework.boot.context.properties.ConfigurationProperties");

    private static final List<String> EDGE_NAMES = List.of("Controller", "Configuration", "Repository", "Application");

    private DomainRule() {}

    static ArchRule in(List<String> domainPackages) {
        DescribedPredicate<JavaClass> chosen =
                JavaClass.Predicates.resideInAnyPackage(domainPackages.toArray(String[]::new));
        return noClasses()
                .that(DescribedPredicate.describe(
                        "belong to the domain",
                        type -> enclosing(type).noneMatch(DomainRule::isEdge)
                                && (chosen.test(type) || enclosing(type).anyMatch(DomainRule::isValueOrState))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .as("the domain is free of frameworks")
                .allowEmptyShould(true);
    }

    private static boolean isValueOrState(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isSealed()
                || type.getAllRawInterfaces().stream().anyMatch(JavaClass::isSealed);
    }

    private static boolean isEdge(JavaClass type) {
        return EDGE_NAMES.stream().anyMatch(type.getSimpleName()::endsWith)
                || EDGE_ANNOTATIONS.stream()
                        .anyMatch(
                                annotation -> type.isAnnotatedWith(annotation) || type.isMetaAnnotatedWith(annotation));
    }

    /** The class itself and those around it. */
    private static Stream<JavaClass> enclosing(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type), Optional::isPresent, inner -> inner.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream);
    }
}
