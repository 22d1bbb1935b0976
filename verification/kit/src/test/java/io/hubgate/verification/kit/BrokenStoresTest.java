// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.store.testkit.AppStoreContract;
import io.hubgate.store.testkit.InstanceStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each rule has a store that breaks it, and the kit finds that. The table of what else each of them fails stands in the kit's README; {@code
 * -Dhubgate.write=true} writes it anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenStoresTest {
    private static final String BEGIN = "<!-- table of broken stores: generated -->\n";
    private static final String END = "<!-- end of table -->\n";

    private final Map<Class<?>, KitRun> runs = new LinkedHashMap<>();

    @BeforeAll
    void runTheKitOnAllOfThem() {
        Stream.of(BrokenAppStores.class, BrokenAppReads.class, BrokenInstanceStores.class, BrokenInstanceReads.class)
                .flatMap(home -> Arrays.stream(home.getDeclaredClasses()))
                .filter(store -> store.isAnnotationPresent(Breaks.class))
                .sorted(java.util.Comparator.<Class<?>>comparingInt(store -> number(rule(store)))
                        .thenComparing(Class::getName))
                .forEach(store -> runs.put(store, KitRun.of(store)));
    }

    @Test
    void each_fails_the_tests_of_the_rule_that_it_breaks() {
        runs.forEach((store, run) -> assertThat(run.brokenRules())
                .as("rules that %s fails", store.getSimpleName())
                .contains(rule(store)));
    }

    @Test
    void none_fails_everything_or_is_skipped() {
        runs.forEach((store, run) -> {
            assertThat(run.passed().size())
                    .as("tests that %s passes", store.getSimpleName())
                    .isGreaterThan(run.failed().size());
            assertThat(run.skipped()).isEmpty();
        });
    }

    @Test
    void each_rule_is_broken_by_one_and_tested_by_the_kit() {
        Set<String> all = new TreeSet<>();
        IntStream.rangeClosed(1, 14).forEach(n -> all.add("S-" + n));
        Set<String> broken = new TreeSet<>();
        runs.keySet().forEach(store -> broken.add(rule(store)));
        assertThat(broken).isEqualTo(all);
        Set<String> tested = new TreeSet<>();
        for (Class<?> contract : List.of(AppStoreContract.class, InstanceStoreContract.class)) {
            for (Method method : contract.getMethods()) {
                if (method.isAnnotationPresent(Test.class) && method.getName().matches("s\\d\\d_.*")) {
                    tested.add(KitRun.rule(method.getName()));
                    assertThat(method.getAnnotation(io.hubgate.rule.Rule.class).value())
                            .as("the rule that %s cites", method.getName())
                            .containsExactly(KitRun.rule(method.getName()));
                }
            }
        }
        assertThat(tested).isEqualTo(all);
    }

    @Test
    void the_table_of_the_readme_says_what_else_each_of_them_fails() {
        Path readme = root().resolve("store-testkit/README.md");
        String text = read(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("hubgate.write")) {
            write(readme, text.substring(0, begin) + table() + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(table());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("| rule | a store that | fails also |\n|---|---|---|\n");
        runs.forEach((store, run) -> {
            Set<String> others = run.brokenRules();
            others.remove(rule(store));
            String kind = AppStoreContract.class.isAssignableFrom(store) ? "apps" : "instances";
            String by = store.getAnnotation(Breaks.class).by();
            table.append(String.format(
                    "| %s, %s | %s | %s |\n",
                    rule(store), kind, by, others.isEmpty() ? "–" : String.join(", ", others)));
        });
        return table.toString();
    }

    private static String rule(Class<?> store) {
        return store.getAnnotation(Breaks.class).rule();
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(2));
    }

    private static Path root() {
        Path dir = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(dir.resolve(".mvn"))) {
            dir = java.util.Objects.requireNonNull(dir.getParent(), "no root above");
        }
        return dir;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
