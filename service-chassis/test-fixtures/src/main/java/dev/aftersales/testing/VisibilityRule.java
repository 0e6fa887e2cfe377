package dev.aftersales.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/**
 * A public class is needed by another package: used there, or part of what a public class of its own package offers.
 * The main class and annotations are left alone, and what Kafka makes by its name. A class of which others read only inlined constants looks unused.
 */
final class VisibilityRule {

    static final ArchRule RULE = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAnnotations()
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .areNotAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
            .and(not(implement(resideInAPackage("org.apache.kafka.."))))
            .should(new BeNeededElsewhere())
            .as("classes are public only where another package needs them")
            .allowEmptyShould(true);

    private VisibilityRule() {}

    private static final class BeNeededElsewhere extends ArchCondition<JavaClass> {

        BeNeededElsewhere() {
            super("be needed by another package");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!isUsedElsewhere(type) && !isOffered(type)) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is public, and no other package needs it"));
            }
        }

        private static boolean isUsedElsewhere(JavaClass type) {
            return withNested(type)
                    .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                    .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
        }

        private static boolean isOffered(JavaClass type) {
            return type.getPackage().getClasses().stream()
                    .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC)
                            && withNested(type).noneMatch(other::equals))
                    .flatMap(BeNeededElsewhere::offeredTypes)
                    .flatMap(offered -> offered.getAllInvolvedRawTypes().stream())
                    .anyMatch(offered -> withNested(type).anyMatch(offered::equals));
        }

        private static Stream<JavaType> offeredTypes(JavaClass type) {
            Stream<JavaType> above = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
            Stream<JavaType> fields = type.getFields().stream()
                    .filter(BeNeededElsewhere::isVisible)
                    .map(field -> field.getType());
            Stream<JavaType> methods = type.getCodeUnits().stream()
                    .filter(BeNeededElsewhere::isVisible)
                    .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()));
            return Stream.of(above, fields, methods).flatMap(types -> types);
        }

        private static boolean isVisible(JavaMember member) {
            return member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
        }

        private static Stream<JavaClass> withNested(JavaClass type) {
            return type.getPackage().getClasses().stream()
                    .filter(other -> other.equals(type) || other.getName().startsWith(type.getName() + "$"));
        }
    }
}
