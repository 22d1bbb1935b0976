// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands before a store and times each operation, by the interface's own names, so that no operation is forgotten. */
final class TimedStore implements InvocationHandler {
    private final Object store;
    private final String name;
    private final MeterRegistry registry;

    private TimedStore(Object store, String name, MeterRegistry registry) {
        this.store = store;
        this.name = name;
        this.registry = registry;
    }

    static <T> T of(Class<T> type, T store, MeterRegistry registry) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new TimedStore(store, type.getSimpleName(), registry));
        return type.cast(proxy);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        long begun = System.nanoTime();
        boolean failed = true;
        try {
            Object result = method.invoke(store, arguments);
            failed = false;
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            if (method.getDeclaringClass() != Object.class && method.getParameterCount() > 0) {
                timer(method.getName(), failed).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            }
        }
    }

    private Timer timer(String operation, boolean failed) {
        return Timer.builder("hubgate.store")
                .description("operations of the store")
                .tag("store", name)
                .tag("operation", operation)
                .tag("failed", Boolean.toString(failed))
                .register(registry);
    }
}
