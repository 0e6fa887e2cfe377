package dev.aftersales.endtoend.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A run that takes too long, or needs too much of a machine, for every build. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "aftersales.round",
        matches = "full",
        disabledReason = "belongs to the full round: mvn verify -Pfaults")
@interface FullRound {}
