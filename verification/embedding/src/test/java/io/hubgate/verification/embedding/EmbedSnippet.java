// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;

/** The snippet that the README shows to embedders: its text is compared with what stands between the two markers here. */
final class EmbedSnippet {
    private EmbedSnippet() {}

    static boolean mayDeploy(String buildId) {
        // begin
        Hubgate hubgate = Hubgate.builder(new InMemoryAppStore(), InMemoryInstanceStore.create())
                .build();
        AppName orders = new AppName("orders-prod-weu");
        TaskHubName hub = TaskHubName.forBuild(orders, buildId);
        Answer answer = hubgate.execute(
                new Command.Stage(orders, SlotName.STAGING, hub, null, true, Options.NONE), Actor.of("my-pipeline"));
        boolean mayDeploy = answer.next() == Next.DEPLOY;
        // end
        return mayDeploy;
    }
}
