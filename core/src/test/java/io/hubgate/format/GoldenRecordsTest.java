// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden records: documents as released versions wrote them, byte for byte. A file is never changed once its format was released; what
 * must be written otherwise is a new format with files of its own.
 */
@Rule("S-10")
class GoldenRecordsTest {
    private static final Path GOLDEN = resource("/golden/f1");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_record_is_read_as_what_it_says(Path file) throws IOException {
        Object expected = GoldenValues.ALL.get(nameOf(file));
        assertThat(expected).as("the value of %s in GoldenValues", file).isNotNull();
        assertThat(kindOf(file).read().apply(document(file))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_record_is_written_again_byte_for_byte(Path file) throws IOException {
        assertThat(text(kindOf(file).rewritten(document(file)))).isEqualTo(text(document(file)));
    }

    @Test
    void every_golden_value_has_its_file() throws IOException {
        assertThat(files()).extracting(GoldenRecordsTest::nameOf).containsAll(GoldenValues.ALL.keySet());
    }

    @Test
    void every_kind_has_at_least_two_golden_records() throws IOException {
        List<Path> files = files();
        assertThat(DocumentKind.ALL)
                .allSatisfy(kind -> assertThat(files)
                        .filteredOn(file -> kindOf(file).equals(kind))
                        .as("golden records of %s", kind)
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void every_format_class_is_a_kind() throws IOException, URISyntaxException {
        URI classes = AppFormat.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path compiled = Path.of(classes).resolve("io/hubgate/format");
        try (Stream<Path> files = Files.list(compiled)) {
            List<String> formats = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Format.class"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList();
            assertThat(DocumentKind.ALL)
                    .extracting(kind -> kind.format().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(formats);
        }
    }

    private static DocumentKind<?> kindOf(Path file) {
        return DocumentKind.ALL.stream()
                .filter(kind -> nameOf(file).startsWith(kind + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is of no kind"));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static Document document(Path file) throws IOException {
        return new Document(Files.readAllBytes(file));
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.US_ASCII);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoldenRecordsTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
