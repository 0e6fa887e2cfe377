package dev.aftersales.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A constraint is declared on the field or parameter that it is about. Written between an outer type and its nested one, as
 * in {@code Review.@NotNull Outcome}, it belongs to the use of the type alone, and no validator looks at it there.
 */
final class ConstraintRule {

    static final ArchRule RULE =
            classes().should(new DeclareTheirConstraints()).as("constraints stand where they are checked");

    private ConstraintRule() {}

    private static final class DeclareTheirConstraints extends ArchCondition<JavaClass> {

        DeclareTheirConstraints() {
            super("declare their constraints");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Class<?> reflected = type.reflect();
            for (Field field : reflected.getDeclaredFields()) {
                check(type, field.getName(), field, field.getAnnotatedType(), events);
            }
            // What a record checks of its components, it declares on their fields as well.
            if (!reflected.isRecord()) {
                Stream.of(reflected.getDeclaredMethods(), reflected.getDeclaredConstructors())
                        .flatMap(Stream::of)
                        .forEach(unit -> check(type, unit, events));
            }
        }

        private static void check(JavaClass type, Executable unit, ConditionEvents events) {
            if (unit.isSynthetic()) {
                return;
            }
            for (Parameter parameter : unit.getParameters()) {
                check(type, unit.getName() + "(" + parameter + ")", parameter, parameter.getAnnotatedType(), events);
            }
        }

        private static void check(
                JavaClass type, String place, AnnotatedElement declared, AnnotatedType used, ConditionEvents events) {
            List<Annotation> unchecked = new ArrayList<>(List.of(used.getAnnotations()));
            unchecked.removeIf(annotation -> !isConstraint(annotation.annotationType())
                    || declared.isAnnotationPresent(annotation.annotationType()));
            unchecked.forEach(annotation -> events.add(SimpleConditionEvent.violated(
                    type,
                    type.getName() + "." + place + ": @"
                            + annotation.annotationType().getSimpleName()
                            + " stands at the type alone, where nothing checks it")));
        }

        /** By name, because not every module has them. */
        private static boolean isConstraint(Class<? extends Annotation> annotation) {
            return annotation.getName().equals("jakarta.validation.Valid")
                    || Stream.of(annotation.getAnnotations())
                            .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"));
        }
    }
}
