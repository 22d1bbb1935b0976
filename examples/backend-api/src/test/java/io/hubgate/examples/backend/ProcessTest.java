// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process as a person or a container starts and stops it. */
@Timeout(120)
class ProcessTest {
    private static Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBGATE_"));
        return builder.start();
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Test
    void greets_with_its_address_serves_and_ends_in_good_order_when_told() throws Exception {
        Process process = start("--port", "0");
        String greeting = reader(process.getInputStream()).readLine();
        assertThat(greeting)
                .matches(
                        "hubgate is ready on http://127\\.0\\.0\\.1:\\d+ \\(memory store, no keys: every local caller has all roles\\)");
        URI address = URI.create(greeting.replaceAll(".*(http://[^ ]+).*", "$1"));
        assertThat(ContractHttp.to(address).get("/readyz").status()).isEqualTo(200);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        if (!System.getProperty("os.name").startsWith("Windows")) {
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void greets_in_json_when_its_log_is_json() throws Exception {
        Process process = start("--port=0", "--log=json");
        String line = reader(process.getInputStream()).readLine();
        assertThat(line).startsWith("{\"time\":").contains("\"message\":\"hubgate is ready on http://127.0.0.1:");
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void says_one_line_and_ends_with_2_when_it_cannot_start() throws Exception {
        Process process = start("--bind", "0.0.0.0");
        assertThat(reader(process.getErrorStream()).lines())
                .singleElement()
                .asString()
                .startsWith("hubgate cannot start: HUBGATE_BIND")
                .contains("HUBGATE_KEYS_FILE");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void says_so_when_its_port_is_taken() throws Exception {
        try (RunningBackend first = RunningBackend.start()) {
            Process process = start("--port", Integer.toString(first.port()));
            assertThat(reader(process.getErrorStream()).lines())
                    .singleElement()
                    .asString()
                    .contains("HUBGATE_PORT")
                    .contains(Integer.toString(first.port()));
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }
}
