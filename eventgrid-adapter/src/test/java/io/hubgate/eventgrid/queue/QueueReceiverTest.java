// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.error.InvalidValueException;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.TestStorage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-4")
class QueueReceiverTest {
    private static final String CLOUD_EVENT = """
            {"specversion":"1.0","id":"1","source":"/x","type":"orchestratorEvent","subject":"durable/orchestrator/Running",            "time":"2026-03-04T05:06:07Z","data":{"hubName":"ShopHubV2","instanceId":"c-1","runtimeStatus":"Running"}}""";

    private final TestQueue queue = new TestQueue();
    private final KeepingSink sink = new KeepingSink();
    private final QueueReceiver receiver = queue.receiver(sink, QueueSettings.defaults());

    @BeforeEach
    void create() {
        queue.queue().create();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class Receiving {
        @Test
        void takesPlainAndBase64MessagesInBothSchemas() {
            queue.send(
                    TestQueue.event("p-1"),
                    base64(TestQueue.event("b-1")),
                    CLOUD_EVENT,
                    base64("[" + CLOUD_EVENT + "]"));
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(4, 4, 0, 0));
            assertThat(sink.instances()).containsExactlyInAnyOrder("p-1", "b-1", "c-1", "c-1");
            assertThat(queue.size()).isZero();
        }

        @Test
        void takesThirtyTwoMessagesAsOneDelivery() {
            IntStream.range(0, 40).forEach(i -> queue.send(TestQueue.event("o-" + i)));
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(32, 32, 0, 0));
            assertThat(sink.deliveries()).hasSize(1);
            assertThat(sink.events()).hasSize(32);
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(8, 8, 0, 0));
            assertThat(receiver.receiveOnce()).isEqualTo(ReceiveReport.NOTHING);
            assertThat(sink.instances()).hasSize(40).doesNotHaveDuplicates();
        }

        @Test
        void deletesNothingBeforeTheSinkHasReturned() {
            queue.send(TestQueue.event("o-1"));
            sink.first(events -> assertThat(queue.size()).isOne());
            assertThat(receiver.receiveOnce().deleted()).isOne();
            assertThat(queue.proxy().passed())
                    .extracting(passed -> passed.request().method())
                    .containsExactly("GET", "DELETE");
        }

        @Test
        void takesAMessageOfSixtyFourKibibytes() {
            String event = TestQueue.event("o-1");
            queue.send(event + " ".repeat((64 << 10) - event.length()));
            assertThat(receiver.receiveOnce().deleted()).isOne();
            assertThat(sink.instances()).containsExactly("o-1");
        }

        @Test
        void handsAMalformedEventToTheSinkAsTheWebhookDoes() {
            queue.send(TestQueue.event("o-1").replace("ShopHubV2", "no hub"), "[]", "{\"eventType\":\"other\"}");
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(3, 3, 0, 0));
            assertThat(sink.malformed()).hasSize(1);
            assertThat(sink.events()).hasSize(2).anyMatch(IncomingEvent.Ignored.class::isInstance);
        }

        @Test
        void keepsTextThatIsNotAscii() {
            queue.send(TestQueue.event("ö-😀-\u202E"));
            receiver.receiveOnce();
            assertThat(sink.instances()).containsExactly("ö-😀-\u202E");
        }
    }

    @Nested
    class Poison {
        @ParameterizedTest
        @ValueSource(strings = {"hello", "<xml a=\"b\">&amp;</xml>", "aGVsbG8=", "grün 😀 \u202E ]]>"})
        void isMovedWithItsReasonAndKnownToTheSink(String body) {
            queue.send(TestQueue.event("o-1"), body);
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(2, 2, 1, 0));
            assertThat(queue.size()).isZero();
            assertThat(queue.poison()).singleElement().satisfies(moved -> {
                assertThat(moved.path("reason").textValue()).isEqualTo("the body is not JSON");
                assertThat(moved.path("queue").textValue())
                        .isEqualTo(queue.name().value());
                assertThat(moved.path("body").textValue()).isEqualTo(body);
                assertThat(moved.path("movedAt").textValue()).isEqualTo("2026-03-04T05:06:08Z");
                assertThat(moved.path("deliveries").intValue()).isOne();
                assertThat(moved.path("messageId").textValue()).isNotBlank();
            });
            assertThat(sink.instances()).containsExactly("o-1");
            assertThat(sink.malformed()).singleElement().satisfies(bad -> {
                assertThat(bad.reason()).isEqualTo("the body is not JSON");
                assertThat(bad.hub()).isNull();
                assertThat(bad.excerpt()).isEqualTo(body);
            });
        }

        @Test
        void comesInPartsIfItIsTooLargeBesideItsReason() {
            String body = "<" + "\"ü".repeat(21_845);
            assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(64 << 10);
            queue.sendWhole(body);
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(1, 1, 1, 0));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (JsonNode part : queue.poison()) {
                assertThat(part.path("parts").intValue()).isEqualTo(2);
                joined.writeBytes(
                        Base64.getDecoder().decode(part.path("bodyBase64").textValue()));
            }
            assertThat(joined.toString(StandardCharsets.UTF_8)).isEqualTo(body);
        }
    }

    @Nested
    class Creating {
        @Test
        void refusesAClientThatDecodesMessages() {
            var decoding = new QueueServiceClientBuilder()
                    .connectionString(TestStorage.sharedAzurite().account().connectionString())
                    .messageEncoding(QueueMessageEncoding.BASE64)
                    .buildClient();
            assertThatThrownBy(() ->
                            new QueueReceiver(decoding, queue.name(), sink, TestQueue.CLOCK, QueueSettings.defaults()))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("BASE64");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ab", "Events", "-events", "events-", "a--b", "events_1", "events/1", "é00"})
        void refusesANameThatNoQueueCanHave(String name) {
            assertThatThrownBy(() -> new QueueName(name)).isInstanceOf(InvalidValueException.class);
        }

        @Test
        void leavesRoomInTheNameForThePoisonQueue() {
            assertThat(new QueueName("q".repeat(56)).poison()).hasSize(63);
            assertThatThrownBy(() -> new QueueName("q".repeat(57))).isInstanceOf(InvalidValueException.class);
        }

        @Test
        void refusesSettingsOutOfTheirRanges() {
            QueueSettings defaults = QueueSettings.defaults();
            Duration second = Duration.ofSeconds(1);
            assertThatThrownBy(() -> defaults.withTimes(second, second)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> defaults.withTimes(Duration.ofDays(8), second))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> defaults.withTimes(Duration.ofMillis(999), Duration.ofMillis(1)))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> defaults.withTimes(second, Duration.ZERO))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> defaults.withMostDeliveries(0)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> defaults.withPauses(Duration.ZERO, second))
                    .isInstanceOf(InvalidValueException.class);
        }
    }
}
