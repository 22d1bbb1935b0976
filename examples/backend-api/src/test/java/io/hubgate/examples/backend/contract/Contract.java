// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code openapi.yaml}, as something that can be asked whether an exchange keeps it. */
final class Contract {
    static final Contract SERVED = new Contract();

    /** These two are between the next two machines, and no part of an answer. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "transfer-encoding");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final List<Path> paths = new ArrayList<>();
    private final Map<JsonNode, Schema> schemas = new HashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {
        this.document = load();
        document.path("paths").properties().forEach(entry -> paths.add(Path.of(entry.getKey(), entry.getValue())));
        paths.sort(Comparator.comparing(Path::parameters));
    }

    private static JsonNode load() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            Object tree = new Yaml().load(Objects.requireNonNull(in));
            return JsonMapper.shared().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every call of the document as {@code GET /api/apps}. */
    Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        paths.forEach(path -> path.item.properties().forEach(entry -> {
            if (!"parameters".equals(entry.getKey())) {
                calls.add(entry.getKey().toUpperCase(Locale.ROOT) + " " + path.template);
            }
        }));
        return calls;
    }

    /** Returns what an exchange breaks; nothing if it keeps the contract. */
    List<String> complaints(Exchanged exchange) {
        Optional<Path> path = paths.stream()
                .filter(p -> p.pattern.matcher(exchange.path()).matches())
                .findFirst();
        if (path.isEmpty()) {
            return unknownPlace(exchange, 404);
        }
        String method = "HEAD".equals(exchange.method()) ? "GET" : exchange.method();
        JsonNode operation = path.get().item.path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return unknownPlace(exchange, 405);
        }
        List<String> complaints = new ArrayList<>();
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(exchange.status())));
        if (response.isMissingNode()) {
            complaints.add("the status " + exchange.status() + " is not documented");
        } else {
            headers(exchange, response, complaints);
            content(exchange, response, complaints);
        }
        if (exchange.status() < 300) {
            request(exchange, path.get(), operation, complaints);
        }
        return complaints;
    }

    private List<String> unknownPlace(Exchanged exchange, int expected) {
        List<String> complaints = new ArrayList<>();
        // Bad encodings and missing rights may be told before it is known that there is nothing.
        if (exchange.status() != expected && !Set.of(400, 403).contains(exchange.status())) {
            complaints.add("this call is not documented, and the status is " + exchange.status());
        }
        body(exchange, document.path("components").path("schemas").path("Problem"), complaints);
        return complaints;
    }

    private void headers(Exchanged exchange, JsonNode response, List<String> complaints) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        document.path("x-headers-of-every-answer").forEach(name -> known.add(name.stringValue()));
        response.path("headers").properties().forEach(header -> {
            known.add(header.getKey());
            exchange.header(header.getKey()).ifPresent(value -> {
                JsonNode schema = resolved(header.getValue()).path("schema");
                errors(schema, JSON.valueToTree(value))
                        .forEach(e -> complaints.add("header " + header.getKey() + ": " + e));
            });
        });
        exchange.headerNames().stream()
                .filter(name -> !known.contains(name) && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> complaints.add("the header " + name + " is not documented"));
    }

    private void content(Exchanged exchange, JsonNode response, List<String> complaints) {
        String type = exchange.mediaType();
        JsonNode content = response.path("content");
        if (type.isEmpty()) {
            if (!content.isMissingNode()) {
                complaints.add("there is no content type");
            }
            return;
        }
        JsonNode documented = content.has(type) ? content.path(type) : content.path("*/*");
        if (documented.isMissingNode()) {
            complaints.add("the content type " + type + " is not documented for " + exchange.status());
        } else if (!"HEAD".equals(exchange.method()) && type.endsWith("json")) {
            body(exchange, documented.path("schema"), complaints);
        }
    }

    private void body(Exchanged exchange, JsonNode schema, List<String> complaints) {
        if ("HEAD".equals(exchange.method())) {
            return;
        }
        JsonNode body;
        try {
            body = JSON.readTree(exchange.body());
        } catch (RuntimeException e) {
            complaints.add("the body is no JSON: " + exchange.body());
            return;
        }
        errors(schema, body).forEach(e -> complaints.add("body: " + e));
    }

    /** What was taken must have been documented too: its query parameters, and its body. */
    private void request(Exchanged exchange, Path path, JsonNode operation, List<String> complaints) {
        Set<String> known = new TreeSet<>();
        for (JsonNode parameters : List.of(path.item.path("parameters"), operation.path("parameters"))) {
            parameters.forEach(parameter -> {
                if ("query".equals(resolved(parameter).path("in").stringValue(""))) {
                    known.add(resolved(parameter).path("name").stringValue(""));
                }
            });
        }
        boolean free = operation.path("requestBody").path("content").has("*/*");
        exchange.queryNames().stream()
                .filter(name -> !known.contains(name) && !free)
                .forEach(name -> complaints.add("the query parameter " + name + " was taken and is not documented"));
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        String sent = exchange.sent().isBlank() ? "{}" : exchange.sent();
        if (!schema.isMissingNode()) {
            errors(schema, JSON.readTree(sent))
                    .forEach(e -> complaints.add("the body was taken against the document: " + e));
        }
    }

    private List<String> errors(JsonNode schema, JsonNode instance) {
        return schemaOf(schema).validate(instance).stream().map(Error::toString).toList();
    }

    /** Each schema becomes a document of its own with all components beside it, so that its references resolve. */
    private synchronized Schema schemaOf(JsonNode schema) {
        return schemas.computeIfAbsent(schema, node -> {
            ObjectNode root = JSON.createObjectNode();
            root.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
            root.putArray("allOf").add(node);
            root.set("components", document.path("components"));
            return registry.getSchema(root);
        });
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private record Path(String template, Pattern pattern, int parameters, JsonNode item) {
        static Path of(String template, JsonNode item) {
            String regex = Pattern.quote(template).replaceAll("\\{[^/}]+}", "\\\\E[^/]+\\\\Q");
            return new Path(template, Pattern.compile(regex), template.split("\\{", -1).length, item);
        }
    }
}
