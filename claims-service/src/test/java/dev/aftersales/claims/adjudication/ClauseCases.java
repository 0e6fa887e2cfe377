package dev.aftersales.claims.adjudication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a test which clauses of the register its cases are about; {@link ClauseCoverageTest} counts them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClauseCases {

    /** Clauses that decide what is asserted. */
    String[] decides() default {};

    /** Clauses that would decide if what is given were a little different. */
    String[] justNot() default {};
}
