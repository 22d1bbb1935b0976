// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What one run of the kit on one store came to.
 *
 * @param passed names of tests that passed
 * @param failed names of tests that failed
 * @param skipped names of tests that were skipped
 */
record KitRun(List<String> passed, List<String> failed, List<String> skipped) {

    /** Runs a class of the kit, in a launcher of its own. */
    static KitRun of(Class<?> contract) {
        KitRun run = new KitRun(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .ifPresent(source -> run.add(((MethodSource) source).getMethodName(), result.getStatus()));
            }
        });
        return run;
    }

    private void add(String method, TestExecutionResult.Status status) {
        switch (status) {
            case SUCCESSFUL -> passed.add(method);
            case FAILED -> failed.add(method);
            case ABORTED -> skipped.add(method);
        }
    }

    /** Returns the rules by which the failed tests begin; a test of no S-rule by its name. */
    Set<String> brokenRules() {
        Set<String> rules = new TreeSet<>(
                java.util.Comparator.comparingInt(String::length).thenComparing(java.util.Comparator.naturalOrder()));
        failed.forEach(test -> rules.add(rule(test)));
        return rules;
    }

    /** Returns {@code S-5} for {@code s05_ofConcurrentReplacesExactlyOneIsWritten}. */
    static String rule(String test) {
        return test.matches("s\\d\\d_.*") ? "S-" + Integer.parseInt(test.substring(1, 3)) : test;
    }
}
