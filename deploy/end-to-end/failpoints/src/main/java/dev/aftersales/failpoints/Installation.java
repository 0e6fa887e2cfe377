package dev.aftersales.failpoints;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** Changes the target classes as they are loaded, and tells which it found and which it did not. */
final class Installation extends AgentBuilder.Listener.Adapter {

    /** A class that a service has not loaded by then is not part of what it does from its start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Failpoint> failpoints;
    private final Set<Failpoint> told = ConcurrentHashMap.newKeySet();

    Installation(List<Failpoint> failpoints) {
        this.failpoints = failpoints;
    }

    void on(Instrumentation instrumentation) {
        Set<String> classes =
                failpoints.stream().map(one -> one.target().className()).collect(Collectors.toSet());
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(this)
                .type(ElementMatchers.namedOneOf(classes.toArray(String[]::new)))
                .transform((builder, type, loader, module, domain) -> changed(builder, type))
                .installOn(instrumentation);
        Thread.ofPlatform().daemon().name("failpoints").start(this::lookForTheMissing);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tellMissing("the class was not loaded until the end")));
    }

    private DynamicType.Builder<?> changed(DynamicType.Builder<?> builder, TypeDescription type) {
        DynamicType.Builder<?> changed = builder;
        for (int i : of(type)) {
            Target target = failpoints.get(i).target();
            changed = changed.visit(Advice.withCustomMapping()
                    .bind(Around.Number.class, i)
                    .to(Around.class)
                    .on(target.matcher()));
        }
        return changed;
    }

    @Override
    public void onTransformation(
            TypeDescription type,
            @Nullable ClassLoader loader,
            @Nullable JavaModule module,
            boolean loaded,
            DynamicType dynamic) {
        for (int i : of(type)) {
            Failpoint failpoint = failpoints.get(i);
            told.add(failpoint);
            if (type.getDeclaredMethods().filter(failpoint.target().matcher()).isEmpty()) {
                failpoint.journal().missing(failpoint.target(), "the class has no such method");
            } else {
                failpoint.journal().armed(failpoint.target());
            }
        }
    }

    @Override
    public void onError(
            String type, @Nullable ClassLoader loader, @Nullable JavaModule module, boolean loaded, Throwable thrown) {
        failpoints.stream()
                .filter(failpoint -> failpoint.target().className().equals(type))
                .filter(told::add)
                .forEach(failpoint -> failpoint.journal().missing(failpoint.target(), thrown.toString()));
    }

    private void lookForTheMissing() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        tellMissing("the class was not loaded within " + PATIENCE.toSeconds() + " s");
    }

    private void tellMissing(String reason) {
        failpoints.stream()
                .filter(told::add)
                .forEach(failpoint -> failpoint.journal().missing(failpoint.target(), reason));
    }

    private int[] of(TypeDescription type) {
        return IntStream.range(0, failpoints.size())
                .filter(i -> failpoints.get(i).target().className().equals(type.getName()))
                .toArray();
    }
}
