// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.App;
import io.hubgate.model.TaskHubName;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One state of everything: the record, what is really there, and both pipelines.
 *
 * @param app the record, with times and token brought to one form
 * @param physical what is really there
 * @param first one pipeline
 * @param second the other
 */
record World(App app, Physical physical, Client first, Client second) {
    World with(Client client) {
        return client.name().equals(first.name())
                ? new World(app, physical, client, second)
                : new World(app, physical, first, client);
    }

    World with(Physical changed) {
        return new World(app, changed, first, second);
    }

    World with(App changed) {
        return new World(changed, physical, first, second);
    }

    World withBoth(java.util.function.UnaryOperator<Client> change) {
        return new World(app, physical, change.apply(first), change.apply(second));
    }

    /** What must never be so, or null: a hub that no slot holds by the record could be cleaned up. */
    @Nullable
    String wrong() {
        for (TaskHubName there : Stream.of(physical.production(), physical.staging())
                .filter(Objects::nonNull)
                .toList()) {
            if (!app.mayHold(there)) {
                return there + " is in a slot, and the record does not know it";
            }
        }
        return null;
    }

    Client other(Client client) {
        return client.name().equals(first.name()) ? second : first;
    }
}
