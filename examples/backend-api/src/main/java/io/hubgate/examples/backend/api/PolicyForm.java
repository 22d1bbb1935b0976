// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.EternalOrchestrator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy as it stands in requests and answers. What a request leaves out is the default. */
final class PolicyForm {
    static final String[] FIELDS = {
        "settleWindow",
        "evidenceAge",
        "sources",
        "mode",
        "entitiesAtCleanup",
        "entitiesLeftBehind",
        "requireObservation",
        "requireSeal",
        "eternal"
    };
    private static final Duration LONGEST = Duration.ofDays(8);
    private static final int MOST_ETERNAL = 20;
    private static final int MOST_IGNORED = 100;
    private static final String TASK_HUB = "task-hub";
    private static final String EVENTS = "events";

    private PolicyForm() {}

    static AppPolicy read(Fields fields) {
        boolean events = fields.word("sources", List.of(TASK_HUB, EVENTS))
                .filter(EVENTS::equals)
                .isPresent();
        return new AppPolicy(
                fields.span("settleWindow", Duration.ZERO, LONGEST).orElse(null),
                fields.span("evidenceAge", Duration.ZERO, LONGEST).orElse(null),
                events ? AppPolicy.Sources.EVENTS : AppPolicy.Sources.HUB_IF_CONFIGURED,
                word(fields, "mode", AppPolicy.Mode.ENFORCE),
                word(fields, "entitiesAtCleanup", AppPolicy.AtCleanup.BLOCK),
                word(fields, "entitiesLeftBehind", AppPolicy.LeftBehind.WARN),
                fields.flag("requireObservation"),
                fields.flag("requireSeal"),
                eternals(fields));
    }

    private static <E extends Enum<E>> E word(Fields fields, String name, E usual) {
        List<E> values = List.of(usual.getDeclaringClass().getEnumConstants());
        List<String> words = values.stream().map(PolicyForm::word).toList();
        return fields.word(name, words)
                .map(word -> values.get(words.indexOf(word)))
                .orElse(usual);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<EternalOrchestrator> eternals(Fields fields) {
        List<EternalOrchestrator> eternals = new ArrayList<>();
        for (Fields given : fields.objects("eternal", MOST_ETERNAL, "functionName", "handOver", "ignore")) {
            Set<InstanceId> ignored = new LinkedHashSet<>();
            given.texts("ignore").forEach(id -> ignored.add(new InstanceId(id)));
            if (ignored.size() > MOST_IGNORED) {
                throw given.refused("ignore", "name at most " + MOST_IGNORED + " instances");
            }
            eternals.add(new EternalOrchestrator(
                    given.text("functionName")
                            .map(OrchestratorName::new)
                            .orElseThrow(() -> given.refused("functionName", "give the name of the orchestrator")),
                    given.text("handOver").orElse(""),
                    ignored));
        }
        return eternals;
    }

    static ObjectNode write(AppPolicy policy) {
        ObjectNode node = Json.object();
        node.put("settleWindow", text(policy.settleWindow()));
        node.put("evidenceAge", text(policy.evidenceAge()));
        node.put("sources", policy.sources() == AppPolicy.Sources.EVENTS ? EVENTS : TASK_HUB);
        node.put("mode", word(policy.mode()));
        node.put("entitiesAtCleanup", word(policy.entitiesAtCleanup()));
        node.put("entitiesLeftBehind", word(policy.entitiesLeftBehind()));
        node.put("requireObservation", policy.requireObservation());
        node.put("requireSeal", policy.requireSeal());
        ArrayNode eternals = node.putArray("eternal");
        policy.eternals().forEach(eternal -> eternals.add(write(eternal)));
        return node;
    }

    private static ObjectNode write(EternalOrchestrator eternal) {
        ObjectNode node = Json.object();
        node.put("functionName", eternal.name().value());
        node.put("handOver", eternal.handOver());
        ArrayNode ignored = node.putArray("ignore");
        eternal.ignored().stream().map(InstanceId::value).sorted().forEach(ignored::add);
        return node;
    }

    private static @Nullable String text(@Nullable Duration span) {
        return Objects.toString(span, null);
    }
}
