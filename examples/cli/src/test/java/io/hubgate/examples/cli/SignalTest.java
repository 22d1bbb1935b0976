// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that is told to end while storage has not answered yet. */
@Timeout(60)
class SignalTest {
    private static final int TERMINATED = 128 + 15;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is ended without being told")
    void stops_with_one_line_and_no_answer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            String connection =
                    "DefaultEndpointsProtocol=http;AccountName=silent;AccountKey=c2lsZW50;TableEndpoint=http://127.0.0.1:"
                            + silent.getLocalPort() + "/silent";
            Ran ran = Ran.process(
                    Map.of("HUBGATE_TASKHUB_CONNECTION_STRING", connection),
                    process -> {
                        accept(silent);
                        // The process's own method would close its streams as well.
                        process.toHandle().destroy();
                    },
                    "inspect",
                    "--hub",
                    "orders");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).hasLineCount(1).startsWith("hubgate: stopped before there was an answer");
            assertThat(ran.end()).isEqualTo(TERMINATED);
        }
    }

    private static void accept(ServerSocket silent) {
        try {
            silent.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
