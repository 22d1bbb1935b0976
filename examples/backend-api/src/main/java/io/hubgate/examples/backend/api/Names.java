// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.deployment.ObservedHub;
import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Query;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the names and words that many calls share; a wrong one is refused before anything is done. */
final class Names {
    private Names() {}

    static AppName app(Call call) {
        return new AppName(call.path("app"));
    }

    static SlotName slot(Call call) {
        return new SlotName(call.path("slot"));
    }

    static TaskHubName hub(Call call) {
        return new TaskHubName(call.path("hub"));
    }

    static Intent intent(Query query) {
        String word = query.text("intent").orElse("overwrite");
        return Arrays.stream(Intent.values())
                .filter(intent -> intent.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Query.refused("intent", word, NearestName.hint(word, List.of("overwrite", "stop", "delete"))));
    }

    static @Nullable TaskHubName stagingHub(Query query) {
        return query.text("taskHub").map(TaskHubName::new).orElse(null);
    }

    static @Nullable ObservedHub observed(Query query) {
        return query.text("observedHub").map(ObservedHub::of).orElse(null);
    }
}
