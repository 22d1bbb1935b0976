// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hubgate.error.HubgateException;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.LifecycleEvent;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubgateListenerTest {
    private static final TaskHubName HUB = new TaskHubName("Orders420");
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            int.class,
            3,
            String.class,
            "why",
            TaskHubName.class,
            HUB,
            HubgateException.class,
            new StoreUnavailableException("away"),
            BatchCommitted.class,
            new BatchCommitted(HUB, 1, 1, 1, 0, 0, 1),
            LifecycleEvent.class,
            new LifecycleEvent(
                    HUB,
                    new InstanceId("order-1"),
                    new OrchestratorName("PlaceOrder"),
                    RuntimeStatus.RUNNING,
                    Instant.EPOCH,
                    ""));

    static Stream<Method> eachMethod() {
        return Arrays.stream(HubgateListener.class.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
    }

    private static HubgateListener listener(InvocationHandler handler) {
        return (HubgateListener) Proxy.newProxyInstance(
                HubgateListener.class.getClassLoader(), new Class<?>[] {HubgateListener.class}, handler);
    }

    @Nested
    class Guarded {
        @ParameterizedTest
        @MethodSource("io.hubgate.observe.HubgateListenerTest#eachMethod")
        void each_call_is_passed_on(Method method) throws Exception {
            List<Object> heard = new ArrayList<>();
            HubgateListener guarded = HubgateListener.guarded(listener((proxy, called, arguments) -> {
                heard.add(called.getName());
                heard.addAll(Arrays.asList(arguments));
                return null;
            }));
            method.invoke(guarded, arguments(method));

            List<Object> expected = new ArrayList<>(List.of(method.getName()));
            expected.addAll(Arrays.asList(arguments(method)));
            assertThat(heard).isEqualTo(expected);
        }

        @ParameterizedTest
        @MethodSource("io.hubgate.observe.HubgateListenerTest#eachMethod")
        void what_a_listener_throws_reaches_nobody(Method method) {
            HubgateListener guarded = HubgateListener.guarded(listener((proxy, called, arguments) -> {
                throw new IllegalStateException("a broken counter");
            }));

            assertThatCode(() -> method.invoke(guarded, arguments(method))).doesNotThrowAnyException();
            assertThatCode(() -> method.invoke(guarded, arguments(method))).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @MethodSource("io.hubgate.observe.HubgateListenerTest#eachMethod")
        void a_listener_that_overrides_nothing_hears_nothing_and_harms_nothing(Method method) {
            assertThatCode(() -> method.invoke(HubgateListener.NONE, arguments(method)))
                    .doesNotThrowAnyException();
        }
    }
}
