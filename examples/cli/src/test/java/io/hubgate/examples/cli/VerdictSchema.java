// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The verdict as the backend's {@code openapi.yaml} has it. */
final class VerdictSchema {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema VERDICT = load();

    private VerdictSchema() {}

    private static Schema load() {
        try (InputStream in = VerdictSchema.class.getResourceAsStream("/openapi.yaml")) {
            JsonNode document = JSON.valueToTree(new Yaml().load(Objects.requireNonNull(in)));
            ObjectNode root = JSON.createObjectNode();
            root.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
            root.put("$ref", "#/components/schemas/Verdict");
            root.set("components", document.path("components"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a text breaks; nothing if it is a verdict's body and nothing else. */
    static List<String> complaints(String text) {
        return VERDICT.validate(JSON.readTree(text)).stream()
                .map(Error::toString)
                .toList();
    }

    static String at(String text, String pointer) {
        JsonNode node = JSON.readTree(text).at(pointer);
        return node.isString() ? node.stringValue() : node.toString();
    }
}
