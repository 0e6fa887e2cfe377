package dev.aftersales.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What a service hears is read from the file names of its reactions, so the names must not lie. */
final class ReactionRule {

    static final ArchRule RULE = classes()
            .that()
            .resideInAPackage("..reactions..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new BeNamedForTheirEvent())
            .as("reactions are package-private and named On<Event>")
            .allowEmptyShould(true);

    private ReactionRule() {}

    private static final class BeNamedForTheirEvent extends ArchCondition<JavaClass> {

        private static final String PREFIX = "On";

        BeNamedForTheirEvent() {
            super("be package-private and named for the event that they take");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String name = type.getSimpleName();
            if (!name.matches(PREFIX + "[A-Z]\\w*")) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is not named On<Event>"));
            } else if (!dependsOn(type, name.substring(PREFIX.length()))) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " does not take a " + name.substring(PREFIX.length())));
            }
            if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is public"));
            }
        }

        private static boolean dependsOn(JavaClass type, String event) {
            return type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency ->
                            dependency.getTargetClass().getSimpleName().equals(event));
        }
    }
}
