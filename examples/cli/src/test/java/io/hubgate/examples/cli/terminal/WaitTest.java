// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void is_a_line_on_a_terminal_that_is_gone_when_it_is_over() throws Exception {
        CountDownLatch said = new CountDownLatch(2);
        Wait wait = Wait.begin(new Screen(false, true, false), out, InstantSource.system(), time -> {
            said.countDown();
            return "looking";
        });
        assertThat(said.await(60, TimeUnit.SECONDS)).isTrue();
        wait.close();
        assertThat(printed())
                .startsWith("\r\u001B[Klooking")
                .endsWith("\r\u001B[K")
                .doesNotContain("\n");
    }

    @Test
    void that_is_over_before_it_is_felt_says_nothing() {
        Wait.begin(new Screen(true, true, true), out, InstantSource.system(), time -> "looking")
                .close();
        assertThat(printed()).isEmpty();
    }

    @Test
    void is_not_seen_in_a_pipe() {
        Wait wait = Wait.begin(new Screen(true, false, true), out, InstantSource.system(), time -> {
            throw new AssertionError("nobody may be told");
        });
        wait.close();
        assertThat(printed()).isEmpty();
    }

    @Test
    void has_no_colours_beside_pipes() {
        // Maven reads what tests print through pipes.
        Screen here = Screen.of(Map.of());
        assertThat(here.colours()).isEqualTo(here.output());
        assertThat(Screen.of(Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(Screen.of(Map.of("TERM", "dumb")).colours()).isFalse();
    }
}
