package dev.aftersales.contracts.events;

import dev.aftersales.contracts.Topic;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds an event record to its CloudEvents type, for example {@code claims.claim-submitted.v1}, and to its topic. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventContract {

    /** {@code <owner>.<fact>.v<version>}; within a version only optional properties may be added. */
    String type();

    Topic topic();
}
