// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.KeyCode;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose a row of shared tables is that names no hub: its parent's, if the row of just that generation of the parent names one. */
record Parents(HubNames names) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HUB = "TaskHubName";

    boolean leadToAnotherHub(StorageImage image, Row row) {
        Row above = row;
        while (names.trackingPrefix() != null && above != null && above.text(HUB) == null) {
            above = parent(image, above);
        }
        return names.trackingPrefix() != null
                && above != null
                && !names.hub().value().equalsIgnoreCase(above.text(HUB));
    }

    private @Nullable Row parent(StorageImage image, Row child) {
        List<Row> history = image.tracking().tables().getOrDefault(names.history(), List.of());
        String text = Histories.parentOf(history, child.partition(), child.text("ExecutionId"));
        if (text == null) {
            return null;
        }
        try {
            JsonNode parent = JSON.readTree(text).path("OrchestrationInstance");
            String key = KeyCode.escape(parent.path("InstanceId").asText());
            String generation = parent.path("ExecutionId").asText();
            return image.tracking().tables().getOrDefault(names.instances(), List.of()).stream()
                    .filter(row -> row.partition().equals(key) && generation.equals(row.text("ExecutionId")))
                    .findFirst()
                    .orElse(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
