// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.taskhub.azurestorage.internal.rows.KeyCode;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Rule("R-14")
class KeyCodeTest {
    @Test
    void escapesAsTheEngineDoes() {
        assertThat(KeyCode.escape("a/b\\c#d?e^f\u0001\u007f\u009f")).isEqualTo("a^0b^1c^2d^3e^^f^\u00c1^\u013f^\u015f");
    }

    @Test
    void whatIsNoEscapeStandsForItself() {
        assertThat(KeyCode.unescape("a^b^")).isEqualTo("a^b^");
        assertThat(KeyCode.unescape("^9")).isEqualTo("^9");
    }

    @Test
    void eachIdComesBack() {
        long seed = 20261125;
        Random random = new Random(seed);
        String letters = "ab^/\\#?0123\u0000\u001f\u007f\u0085\u00c0\u013f'";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder id = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, letters.length()).forEach(at -> id.append(letters.charAt(at)));
            assertThat(KeyCode.unescape(KeyCode.escape(id.toString())))
                    .as("seed %d, id %d", seed, i)
                    .isEqualTo(id.toString());
        }
    }
}
