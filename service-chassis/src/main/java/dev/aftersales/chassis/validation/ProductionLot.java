package dev.aftersales.chassis.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of a production lot as its manufacturer writes it: up to 64 characters, spaces within. Whoever names a lot, in a
 * contract, a receipt, a parcel or an emergency plan, writes it alike, or what is held of it could not be told from the rest: its capitals and what is blank around it are nobody's meaning
 * ({@code PrintedCode}).
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(min = 1, max = 64)
@Pattern(regexp = "[^\\s\\p{Cntrl}]([^\\p{Cntrl}]*[^\\s\\p{Cntrl}])?")
public @interface ProductionLot {

    /** What is wrong with another. */
    String message() default
            "must be up to 64 characters, begin and end with a visible one, and hold no control character";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
