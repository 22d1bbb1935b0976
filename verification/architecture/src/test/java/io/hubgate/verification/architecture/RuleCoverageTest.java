// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each numbered rule of {@code docs/spec} is cited by a test, or listed as untested with a reason. */
class RuleCoverageTest {

    @Nested
    class In_this_repository {

        private final RuleCoverage coverage = readRepository();

        @Test
        void the_specification_has_its_rules_once() {
            assertThat(coverage.rules()).contains("R-1", "V-1", "P-1", "S-1", "E-1", "D-1");
            assertThat(coverage.twice()).isEmpty();
        }

        @Test
        void each_rule_has_a_test_or_a_line_in_the_list() {
            assertThat(coverage.uncovered())
                    .as("rules without a test: cite them with @Rule, or list them in docs/spec/untested.md")
                    .isEmpty();
        }

        @Test
        void a_rule_that_has_a_test_is_not_listed_as_untested() {
            assertThat(coverage.listedAndTested())
                    .as("take these lines out of docs/spec/untested.md")
                    .isEmpty();
        }

        @Test
        void nothing_names_a_rule_that_is_not_there() {
            assertThat(coverage.unknown()).isEmpty();
        }

        @Test
        void each_line_of_the_list_has_a_reason() {
            assertThat(coverage.withoutReason()).isEmpty();
        }
    }

    @Nested
    class The_count {

        private final RuleCoverage coverage =
                RuleCoverage.of(Map.of("page.md", """
                        # Rules, of which **R-9** is only mentioned
                        - **R-1** one
                        - **R-2** *Two.* See **R-1**.
                        - **R-3** three
                        - **R-4** four
                        - **R-5** five
                        - **R-3** three, again
                        """), Map.of("SomeTest.java", """
                        // A line of its own, as every file begins with.
                        /** Cites nothing: @Rule("R-4"). */
                        @Rule("R-1") void a() {}
                        @Rule({"R-2",
                               "R-7"}) void b() {}
                        // @Rule("R-3")
                        """), """
                        - R-2: in work
                        - R-5:
                        - R-8: gone
                        """);

        @Test
        void finds_rules_by_the_form_of_their_line() {
            assertThat(coverage.rules()).containsExactly("R-1", "R-2", "R-3", "R-4", "R-5");
            assertThat(coverage.twice()).containsExactly("R-3");
        }

        @Test
        void counts_citations_in_code_and_none_in_comments() {
            assertThat(coverage.citations()).containsOnlyKeys("R-1", "R-2", "R-7");
            assertThat(coverage.uncovered()).containsExactly("R-3", "R-4");
        }

        @Test
        void tells_what_is_listed_though_tested_unknown_or_without_reason() {
            assertThat(coverage.listedAndTested()).containsExactly("R-2");
            assertThat(coverage.unknown()).containsExactly("R-7 cited in [SomeTest.java]", "R-8 listed as untested");
            assertThat(coverage.withoutReason()).containsExactly("R-5");
        }
    }

    private static RuleCoverage readRepository() {
        try {
            Path spec = House.root().resolve("docs/spec");
            Map<String, String> pages = new TreeMap<>();
            try (Stream<Path> files = Files.list(spec)) {
                for (Path file : files.filter(RuleCoverageTest::isPage).toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return RuleCoverage.of(pages, citingSources(), Files.readString(spec.resolve("untested.md")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.equals("README.md") && !name.equals("untested.md");
    }

    /** All test sources, and the kit, whose main sources are tests. */
    private static Map<String, String> citingSources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (HouseModule module : House.modules()) {
            if (module.path().equals("verification/architecture")) {
                continue; // its texts cite rules as examples
            }
            List<Path> files = new java.util.ArrayList<>(module.javaFiles(module.testSources()));
            if (module.path().equals("store-testkit")) {
                files.addAll(module.javaFiles(module.mainSources()));
            }
            for (Path file : files) {
                sources.put(House.root().relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
