// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.hubgate.verification.architecture.broken.ClockReader;
import io.hubgate.verification.architecture.broken.ThreadStarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** Time and threads come from the caller: nothing that is shipped reads the clock by itself, waits blindly or starts a thread. */
class TimeAndThreadsTest {

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(now(Instant.class))
            .orShould()
            .callMethodWhere(now(LocalDate.class))
            .orShould()
            .callMethodWhere(now(LocalDateTime.class))
            .orShould()
            .callMethodWhere(now(OffsetDateTime.class))
            .orShould()
            .callMethodWhere(now(ZonedDateTime.class))
            .orShould()
            .callMethodWhere(call("currentTimeMillis", owner -> owner.isEquivalentTo(System.class)))
            .orShould()
            .callConstructorWhere(withoutArguments(call("<init>", owner -> owner.isEquivalentTo(Date.class))))
            .orShould()
            .callMethodWhere(call("sleep", owner -> owner.isEquivalentTo(Thread.class)))
            .because("time comes from an injected InstantSource");

    /** Also the monotonic clock: a deadline is told in the time of the injected source, so that a test can pass it. */
    private static final ArchRule NO_MONOTONIC_CLOCK =
            noClasses().should().callMethodWhere(call("nanoTime", owner -> owner.isEquivalentTo(System.class)));

    private static final ArchRule NO_THREADS = noClasses()
            .should()
            .callConstructorWhere(call("<init>", owner -> owner.isAssignableTo(Thread.class)))
            .orShould()
            .callMethodWhere(call("start", owner -> owner.isAssignableTo(Thread.class)))
            .orShould()
            .callMethodWhere(call(".*", owner -> owner.isEquivalentTo(Executors.class)))
            .orShould()
            .callConstructorWhere(call("<init>", owner -> owner.isAssignableTo(Executor.class)))
            .orShould()
            .callMethodWhere(call(".*", owner -> owner.isEquivalentTo(ForkJoinPool.class)))
            .orShould()
            .callConstructorWhere(call("<init>", owner -> owner.isEquivalentTo(Timer.class)))
            .orShould()
            .callMethodWhere(call(".*Async", owner -> owner.isAssignableTo(CompletionStage.class)))
            .orShould()
            .callMethodWhere(call("parallel", owner -> owner.isAssignableTo(BaseStream.class)))
            .orShould()
            .callMethodWhere(call("parallelStream", owner -> true))
            .because("no published module starts a thread");

    @Test
    void what_is_shipped_takes_time_from_its_caller() {
        NO_CLOCK.check(House.shippedClasses());
    }

    @Test
    void what_is_published_takes_the_monotonic_clock_from_its_caller_too() {
        NO_MONOTONIC_CLOCK.check(House.publishedClasses());
    }

    @Test
    void no_test_reads_the_clock_or_sleeps() {
        NO_CLOCK.check(House.testClasses()
                .that(DescribedPredicate.describe(
                        "are not broken on purpose",
                        type -> !type.getPackageName().startsWith(Broken.PACKAGE))));
    }

    /** The kit is test code: concurrent clients are its subject. */
    @Test
    void what_is_published_starts_no_thread() {
        NO_THREADS.check(
                House.classesOf(module -> module.published() && !module.path().equals("store-testkit")));
    }

    @Test
    void the_rules_find_what_they_forbid() {
        JavaClasses broken = Broken.classes(ClockReader.class, ThreadStarter.class);
        for (String method : new String[] {"instant", "millis", "date", "sleeps"}) {
            Broken.assertThatFails(NO_CLOCK, broken, "ClockReader." + method + "()");
        }
        Broken.assertThatFails(NO_MONOTONIC_CLOCK, broken, "ClockReader.nanos()");
        for (String method : new String[] {"starts", "pools", "runsAsync", "streams"}) {
            Broken.assertThatFails(NO_THREADS, broken, "ThreadStarter." + method + "(");
        }
    }

    /** Only the form without arguments: {@code now(clock)} is what we want. */
    private static DescribedPredicate<JavaCall<?>> now(Class<?> type) {
        return withoutArguments(call("now", owner -> owner.isEquivalentTo(type)));
    }

    private static DescribedPredicate<JavaCall<?>> withoutArguments(DescribedPredicate<JavaCall<?>> call) {
        return call.and(DescribedPredicate.describe(
                "without arguments",
                found -> found.getTarget().getRawParameterTypes().isEmpty()));
    }

    private static DescribedPredicate<JavaCall<?>> call(String method, Predicate<JavaClass> owner) {
        return DescribedPredicate.describe(
                "the method is " + method,
                found -> found.getName().matches(method) && owner.test(found.getTargetOwner()));
    }
}
