package dev.aftersales.failpoints;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Written into each target method, around its own code. */
final class Around {

    private Around() {}

    /** Stands for the number of the failpoint at the switchboard. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Number {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(
            @Number int failpoint,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.AllArguments(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
        // Each reading of the parameter makes a new array; only an assignment changes the arguments.
        @Nullable Object[] call = arguments;
        boolean skipped = Switchboard.enter(failpoint, self, call);
        arguments = call;
        return skipped;
    }

    @Advice.OnMethodExit
    static void exit(
            @Number int failpoint,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object returned) {
        returned = Switchboard.exit(failpoint, returned);
    }
}
