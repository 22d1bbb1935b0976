// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeSnippetTest {
    private static final Path README = Path.of("../../README.md");
    private static final Path SOURCE = Path.of("src/test/java/io/hubgate/verification/embedding/EmbedSnippet.java");

    @Test
    void theReadmeShowsWhatIsCompiledHere() throws IOException {
        List<String> readme = between(Files.readAllLines(README), "```java", "```");
        List<String> source = between(Files.readAllLines(SOURCE), "// begin", "// end");

        assertThat(readme).isEqualTo(source).hasSizeBetween(5, 10);
    }

    @Test
    void itSaysThatTheFirstReleaseOfANewAppMayBeDeployed() {
        assertThat(EmbedSnippet.mayDeploy("421")).isTrue();
    }

    /** The lines between the first two markers, without their common indentation. */
    private static List<String> between(List<String> lines, String begin, String end) {
        List<String> stripped = lines.stream().map(String::strip).toList();
        int from = stripped.indexOf(begin) + 1;
        int to = from + stripped.subList(from, lines.size()).indexOf(end);
        return lines.subList(from, to).stream()
                .collect(Collectors.joining("\n"))
                .stripIndent()
                .lines()
                .toList();
    }
}
