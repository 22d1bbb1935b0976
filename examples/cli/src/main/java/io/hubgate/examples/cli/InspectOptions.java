// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.model.Text;
import io.hubgate.readiness.Intent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of {@code inspect}, as they were given.
 *
 * @param given the values, by option
 * @param intent what the caller means to do
 * @param json whether the answer is JSON rather than text
 * @param explain whether each active instance's history is read for what it waits for
 * @param within how long a look may take
 */
record InspectOptions(Map<Value, String> given, Intent intent, boolean json, boolean explain, Duration within) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    /** An option with a value, and the variable that stands in for it. */
    enum Value {
        CONNECTION("HUBGATE_TASKHUB_CONNECTION_STRING", "CS", "The connection string of the task hub's account."),
        ENDPOINT(
                "HUBGATE_TASKHUB_ENDPOINT",
                "URL",
                "Or its address with an account SAS: https://NAME.table.core.windows.net/?sv=…"),
        TRACKING_CONNECTION(
                "HUBGATE_TASKHUB_TRACKING_CONNECTION_STRING",
                "CS",
                "The account of the tracking store, if it is another one."),
        TRACKING_PREFIX(null, "PREFIX", "The prefix of the tracking store's tables (DurableTask)."),
        HUB(null, "NAME", "The task hub. Without it, every task hub of the account is listed."),
        HOST_JSON(null, "FILE", "The app's host.json: it names the hub, and the settings that hold its connections."),
        INTENT(
                null,
                "INTENT",
                "What you mean to do with the code or data of the hub: overwrite, stop or delete (overwrite)."),
        OUTPUT(null, "FORMAT", "text or json (text)."),
        WITHIN(null, "DURATION", "How long a look may take, such as PT30S (PT2M).");

        private final @Nullable String variable;
        private final String label;
        private final String description;

        Value(@Nullable String variable, String label, String description) {
            this.variable = variable;
            this.label = label;
            this.description = description;
        }

        String flag() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private OptionSpec spec() {
            String text = variable == null ? description : description + " Better as " + variable + ".";
            return OptionSpec.builder(flag())
                    .type(String.class)
                    .arity("1")
                    .paramLabel(label)
                    .description(text)
                    .build();
        }
    }

    /**
     * A value, and where it was given.
     *
     * @param source the option or the variable
     * @param text the value
     */
    record Sourced(String source, String text) {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("inspect").mixinStandardHelpOptions(true);
        Arrays.stream(Value.values()).forEach(value -> spec.addOption(value.spec()));
        spec.addOption(OptionSpec.builder("--explain")
                .type(boolean.class)
                .arity("0")
                .negatable(true)
                .description(
                        "Whether to read what each instance waits for. Text does, unless --no-explain; JSON does with it.")
                .build());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Says whether a task hub may be overwritten, stopped or deleted now, and what stands against it.")
                .footer(
                        "",
                        "It asks the hub's own storage with reader rights, writes nothing, and needs neither backend nor events.",
                        "The hub is taken for one that has left production and stands in no slot.",
                        "",
                        "Exit codes: 0 READY, 10 NOT_READY, 20 UNKNOWN, 2 a wrong command line, 30 a wrong configuration.");
        return spec;
    }

    static InspectOptions of(ParseResult parsed) {
        Map<Value, String> given = new EnumMap<>(Value.class);
        for (Value value : Value.values()) {
            String text = parsed.matchedOptionValue(value.flag(), null);
            if (text != null && text.isBlank()) {
                throw Complaint.usage(value.flag() + " is empty", "give it a value, or leave it out");
            }
            if (text != null) {
                given.put(value, text.strip());
            }
        }
        boolean json = "json".equals(word(given, Value.OUTPUT, List.of("text", "json"), "text"));
        String intent = word(given, Value.INTENT, List.of("overwrite", "stop", "delete"), "overwrite");
        return new InspectOptions(
                given,
                Intent.valueOf(intent.toUpperCase(Locale.ROOT)),
                json,
                parsed.matchedOptionValue("--explain", !json),
                within(given.get(Value.WITHIN)));
    }

    private static String word(Map<Value, String> given, Value value, List<String> known, String standard) {
        String word = given.getOrDefault(value, standard);
        return known.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Complaint.usage(
                        value.flag() + " cannot be '" + Text.shown(word) + "'; " + NearestName.hint(word, known),
                        "give one of " + String.join(", ", known)));
    }

    private static Duration within(@Nullable String text) {
        if (text == null) {
            return Duration.ofMinutes(2);
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with what is out of range.
        }
        throw Complaint.usage("--within cannot be '" + Text.shown(text) + "'", "give PT1S to PT6H, such as PT30S");
    }

    Optional<String> value(Value value) {
        return Optional.ofNullable(given.get(value));
    }

    /** The option if it was given, else its variable. */
    Optional<Sourced> sourced(Value value, Map<String, String> environment) {
        String text = given.get(value);
        if (text != null) {
            return Optional.of(new Sourced(value.flag(), text));
        }
        String variable = value.variable;
        return variable == null
                ? Optional.empty()
                : Optional.ofNullable(environment.get(variable))
                        .filter(set -> !set.isBlank())
                        .map(set -> new Sourced(variable, set));
    }

    Optional<Path> hostJson() {
        try {
            return value(Value.HOST_JSON).map(Path::of);
        } catch (InvalidPathException e) {
            throw Complaint.usage("--host-json is no path", "name the app's host.json");
        }
    }
}
