// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.tracking.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The example in the Javadoc of ReadinessRule")
class RuleExampleTest {
    private static final Path MAIN = Path.of("src/main/java/io/hubgate/readiness/ReadinessRule.java");
    private static final Path TEST = Path.of("src/test/java/io/hubgate/readiness/RuleExampleTest.java");

    private static ReadinessRules example() {
        // begin
        ReadinessRule carts = hubCase -> {
            Traffic traffic = hubCase.events().traffic();
            if (hubCase.intent() != Intent.OVERWRITE || traffic == null || traffic.entities() == 0) {
                return List.of();
            }
            return List.of(Blocker.of(
                    BlockerCode.ENTITIES_PRESENT,
                    hubCase.hub(),
                    hubCase.hub() + " holds carts that the next release would not see",
                    "move the carts first",
                    null));
        };
        ReadinessRules rules = ReadinessRules.standard().with(carts);
        // end
        return rules;
    }

    @Test
    void isWhatCompilesHere() throws IOException {
        String shown = between(Files.readString(MAIN), "<pre>{@code\n", " * }</pre>");
        String compiled = between(Files.readString(TEST), "// begin\n", "        // end");
        assertThat(unindented(shown, " * ")).isEqualTo(unindented(compiled, "        "));
    }

    @Test
    void blocksAnOverwriteOfCarts() {
        Cases cases = Cases.drained();
        cases.entities = 1;
        assertThat(Cases.codes(example().judge(cases.build()))).containsExactly("ENTITIES_PRESENT");
        cases.entities = 0;
        assertThat(example().judge(cases.build()).isReady()).isTrue();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String unindented(String text, String indent) {
        return text.lines()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .collect(Collectors.joining("\n"));
    }
}
