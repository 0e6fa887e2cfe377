package dev.aftersales.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.util.Date;

/** Deadlines move with a simulated clock; code that asks the machine for the time would not follow. */
final class TimeRule {

    static final ArchRule RULE = CompositeArchRule.of(noClasses()
                    .should()
                    .accessTargetWhere(DescribedPredicate.describe("asks the machine", TimeRule::asksTheMachine)))
            .and(noClasses().should().dependOnClassesThat().areAssignableTo(Date.class))
            .as("time comes from the clock");

    private TimeRule() {}

    private static boolean asksTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "now" ->
                target.getOwner().getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            default -> false;
        };
    }
}
