// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.DeploymentStep;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.ErrorCode;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Intent;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.CleanupPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words that stand in documents: code of the same format but without a new word could not read it. */
class StoredWordsTest {
    private static final List<Class<? extends Enum<?>>> STORED = List.of(
            BlockerCode.class,
            Confidence.class,
            DeploymentStep.class,
            ErrorCode.class,
            ExchangeKind.class,
            HubData.class,
            Intent.class,
            AppPolicy.AtCleanup.class,
            AppPolicy.LeftBehind.class,
            AppPolicy.Mode.class,
            AppPolicy.Sources.class,
            CleanupPlan.Kind.class,
            ReleasePhase.class);

    @Test
    @Rule("S-10")
    void a_new_word_needs_a_new_format() throws IOException {
        String words = STORED.stream()
                .map(type -> type.getSimpleName() + ": "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(words)
                .as(
                        "the words of format 1: once it is released a new word needs a new format; until then add it to words.txt")
                .isEqualTo(released());
    }

    private static String released() throws IOException {
        try (InputStream in = StoredWordsTest.class.getResourceAsStream("/golden/f1/words.txt")) {
            return new String(Objects.requireNonNull(in, "words.txt").readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
