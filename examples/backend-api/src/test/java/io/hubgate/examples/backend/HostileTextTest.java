// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.log.LogSetup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Ids, names and reasons come from strangers: what is invisible in them is shown, and nothing in them acts. */
class HostileTextTest {
    private static final String HOSTILE = "a\u001b[2J\r\nREADY orders/staging\u202e\u2028\u0085<script>";

    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
        new Steps(http).deploySecond("foreign");
        new Steps(http).deliver(Events.running("foreign0", HOSTILE));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void stays_one_line_in_text_answers() {
        String line = http.with("Accept", "text/plain")
                .get("/api/apps/foreign/slots/staging/gate")
                .text();
        assertThat(line.lines()).hasSize(1);
        assertThat(line)
                .contains("\\u001B[2J\\u000D\\u000AREADY")
                .doesNotContain("\u001b", "\u202e", "\u2028", "\u0085");
    }

    @Test
    void is_itself_in_json_and_escaped_in_the_sentence() {
        Reply reply = http.get("/api/apps/foreign/slots/staging/status");
        assertThat(reply.at("/blockers/0/instances/0/instanceId")).isEqualTo(HOSTILE);
        assertThat(reply.at("/summary")).doesNotContain("\u001b", "\n", "\u202e");
    }

    @Test
    void is_escaped_in_problems() {
        Reply reply = http.post("/api/apps/foreign/swap", "{\"slot\":\"\\u001b[2J\\u202e\"}");
        assertThat(reply.at("/detail")).doesNotContain("\u001b", "\u202e").contains("\\u001B");
    }

    @Test
    void is_escaped_in_log_lines_of_both_forms() {
        for (boolean json : new boolean[] {false, true}) {
            String log = logOf(json, there -> {
                there.with("X-Hubgate-Actor", "eve\u0085\u009b").get("/api/apps/foreign%0a%1b%5bREADY");
                there.put("/api/apps/foreign", "{\"slots\":{\"blue\":null}}");
                there.put("/api/apps/foreign", "{\"reason\":\"because\u202e of\u2028 it\",\"slots\":{\"green\":null}}");
                there.send("POST", "/api/events?code=topSecretKey", "[]");
            });
            assertThat(log).doesNotContain("\u001b", "\u202e", "\u2028", "\u0085", "topSecretKey");
            assertThat(log.lines().filter(line -> line.startsWith("READY"))).isEmpty();
            assertThat(log).contains("because\\u202E of\\u2028 it".replace("\\", json ? "\\\\" : "\\"));
            assertThat(log).contains(json ? "\"route\":\"/api/events\"" : "/api/events 200");
        }
    }

    /** The log goes to the console as it was when it was set up; a server that has stopped has written all of it. */
    private static String logOf(boolean json, Consumer<ContractHttp> work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            System.setOut(capture);
            System.setErr(capture);
            LogSetup.use(json);
            try (RunningBackend own = RunningBackend.start()) {
                work.accept(own.http());
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
            LogSetup.use(false);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keys_are_in_no_log_line() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        lines.start();
        context.getLogger("ROOT").addAppender(lines);
        try {
            for (String header : new String[] {"Authorization", "x-functions-key", "aeg-sas-key"}) {
                http.with(header, "Bearer topSecretKey").get("/api/apps");
            }
        } finally {
            context.getLogger("ROOT").detachAppender(lines);
        }
        Stream<String> messages = lines.list.stream().map(line -> line.getFormattedMessage() + line.getKeyValuePairs());
        assertThat(messages).isNotEmpty().noneMatch(message -> message.contains("topSecretKey"));
    }
}
