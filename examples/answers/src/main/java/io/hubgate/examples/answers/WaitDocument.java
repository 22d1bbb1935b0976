// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.taskhub.Wait;
import java.util.List;

/** What an instance waits for, as answers show it. */
final class WaitDocument {
    private WaitDocument() {}

    static ArrayNode all(List<Wait> waits) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        waits.forEach(wait -> list.add(of(wait)));
        return list;
    }

    private static ObjectNode of(Wait wait) {
        ObjectNode node = Parts.object();
        if (wait instanceof Wait.Activity activity) {
            node.put("kind", "activity").put("name", activity.name());
        } else if (wait instanceof Wait.Timer timer) {
            node.put("kind", "timer").put("firesAt", Parts.time(timer.firesAt()));
        } else if (wait instanceof Wait.SubOrchestration child) {
            node.put("kind", "subOrchestration").put("name", child.name());
            if (child.instance() != null) {
                node.put("instanceId", child.instance().value());
            }
        }
        return node.put("since", Parts.time(wait.since()));
    }
}
