// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-2")
class MalformedEventsTest {
    private static final TaskHubName HUB = new TaskHubName("ShopHubV2");

    static Stream<Arguments> eventsWithoutWhatIsNeeded() {
        return Stream.of(
                Arguments.of(Deliveries.event("null"), "the event has no data object", false),
                Arguments.of(Deliveries.event("[]"), "the event has no data object", false),
                Arguments.of(Deliveries.event("7"), "the event has no data object", false),
                Arguments.of(Deliveries.event("{}"), "the event names no task hub", false),
                Arguments.of(with("\"hubName\":\"ShopHubV2\"", "\"hubName\":7"), "the event names no task hub", false),
                Arguments.of(with("ShopHubV2", "no"), "task hub name 'no' is not valid", false),
                Arguments.of(with("ShopHubV2", "a\\u202Eb"), "task hub name 'a\\u202Eb' is not valid", false),
                Arguments.of(
                        with("ShopHubV2", "h".repeat(46)),
                        "task hub name '" + "h".repeat(46) + "' is not valid",
                        false),
                Arguments.of(with("\"instanceId\":\"o-1\",", ""), "the event names no instance", true),
                Arguments.of(with("\"o-1\"", "\"\""), "the event names no instance", true),
                Arguments.of(with("\"o-1\"", "[\"o-1\"]"), "the event names no instance", true),
                Arguments.of(with("o-1", "x".repeat(1025)), "the instance id is longer than 1024 characters", true),
                Arguments.of(
                        with("o-1", "x".repeat(1024) + "🚀"), "the instance id is longer than 1024 characters", true),
                Arguments.of(with("\"eventTime\"", "\"when\""), "the event has no time that can be read", true),
                Arguments.of(with(Deliveries.TIME, "yesterday"), "the event has no time that can be read", true),
                Arguments.of(
                        with("\"" + Deliveries.TIME + "\"", "1772600767"),
                        "the event has no time that can be read",
                        true),
                Arguments.of(
                        with("\"runtimeStatus\":\"Running\"", "\"runtimeStatus\":0"),
                        "the event has no runtime status that can be read",
                        true),
                Arguments.of(
                        with("\"runtimeStatus\":\"Running\"", "\"runtimeStatus\":null")
                                .replace("durable/orchestrator/Running", "durable/"),
                        "the event has no runtime status that can be read",
                        true),
                Arguments.of(with("\"eventType\"", "\"EventKind\""), "the event has no type", true),
                Arguments.of(with("\"orchestratorEvent\"", "null"), "the event has no type", true));
    }

    static Stream<Arguments> eventsThatAreNoJsonObject() {
        return Stream.of(
                Arguments.of("{}", "the event has no type", false),
                Arguments.of("null", "the event is not an object", false),
                Arguments.of("17", "the event is not an object", false),
                Arguments.of("\"text, with a comma\"", "the event is not an object", false),
                Arguments.of("[" + Deliveries.event() + "]", "the event is not an object", false),
                Arguments.of("nonsense", "the event is not an object", false),
                Arguments.of("{\"eventType\":NaN}", "the event is not valid JSON", false),
                Arguments.of("{\"a\":[}", "the event is not valid JSON", false),
                Arguments.of("{'eventType':'x'}", "the event is not valid JSON", false),
                Arguments.of("{\"a\":\"\u0001\"}", "the event is not valid JSON", false),
                Arguments.of("{\"a\":1}}", "the event is not valid JSON", false),
                Arguments.of("{\"eventType\":\"x\"} x", "the event is not valid JSON", false),
                Arguments.of(Deliveries.event() + Deliveries.event(), "there is text after the end of the event", true),
                Arguments.of(
                        "{\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}",
                        "the event is nested too deeply or has a name that is too long",
                        false),
                Arguments.of(
                        "{\"a\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_001),
                        "the event is nested too deeply or has a name that is too long",
                        false),
                Arguments.of(
                        "{\"" + "n".repeat(100_000) + "\":1}",
                        "the event is nested too deeply or has a name that is too long",
                        false),
                Arguments.of(
                        "{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\",\"data\":{}}",
                        "the validation event has no code",
                        false));
    }

    private static String with(String part, String replacement) {
        return Deliveries.event().replace(part, replacement);
    }

    @ParameterizedTest
    @MethodSource({"eventsWithoutWhatIsNeeded", "eventsThatAreNoJsonObject"})
    void eachHasItsReasonAndItsHubIfThatCanBeRead(String event, String reason, boolean namesHub) {
        Malformed result = (Malformed) Deliveries.only("[" + event + "]");
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.hub()).isEqualTo(namesHub ? HUB : null);
        assertThat(event).startsWith(result.excerpt());
        assertThat(result.excerpt()).hasSize(Math.min(event.length(), Malformed.LONGEST_EXCERPT));
    }

    @ParameterizedTest
    @MethodSource({"eventsWithoutWhatIsNeeded", "eventsThatAreNoJsonObject"})
    void noneChangesItsNeighbours(String event) {
        List<IncomingEvent> events =
                Deliveries.events("[" + Deliveries.about("a") + ",\n" + event + ", " + Deliveries.about("b") + "]");
        assertThat(events).hasSize(3).startsWith(Deliveries.parsed("a")).endsWith(Deliveries.parsed("b"));
        assertThat(events.get(1)).isInstanceOf(Malformed.class);
    }

    @Nested
    class BrokenDeliveries {
        @Test
        void aCutDeliveryGivesItsCompleteEventsAndOneForTheRest() {
            String body = "[" + Deliveries.about("a") + "," + Deliveries.about("b") + "]";
            String first = "[" + Deliveries.about("a");
            for (int cut = first.length(); cut < body.length(); cut++) {
                List<IncomingEvent> events = Deliveries.events(body.substring(0, cut));
                boolean both = cut == body.length() - 1;
                assertThat(events).as("cut at %d", cut).hasSize(both ? 3 : 2).startsWith(Deliveries.parsed("a"));
                assertThat(events.get(events.size() - 1)).isInstanceOf(Malformed.class);
            }
        }

        @Test
        void aCutEventNamesTheHubThatWasRead() {
            Malformed event = Deliveries.onlyMalformed(Deliveries.event().substring(0, 120));
            assertThat(event.reason()).isEqualTo("the event is cut off");
            assertThat(event.hub()).isEqualTo(HUB);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "[,", "[ \n", "{", "[{", "[\"", "[\\"})
        void aBeginningWithoutAnEventIsOneMalformedEvent(String body) {
            assertThat(Deliveries.only(body)).isInstanceOf(Malformed.class);
        }

        @Test
        void textBehindTheDeliveryIsOneMalformedEvent() {
            List<IncomingEvent> events = Deliveries.events("[" + Deliveries.event() + "] and more");
            assertThat(events).hasSize(2).startsWith(Deliveries.parsed("o-1"));
            assertThat(events.get(1))
                    .isEqualTo(new Malformed("there is text after the end of the delivery", null, "and more"));
        }

        @Test
        void textBehindASingleEventIsOneMalformedEvent() {
            List<IncomingEvent> events = Deliveries.events(Deliveries.event() + Deliveries.event());
            assertThat(events).hasSize(2).startsWith(Deliveries.parsed("o-1"));
            assertThat(events.get(1)).isInstanceOf(Malformed.class);
        }

        @Test
        void aBracketTooManyDoesNotEndTheDelivery() {
            String broken = "{\"a\":1]";
            List<IncomingEvent> events = Deliveries.events("[" + broken + "," + Deliveries.about("b") + "]");
            assertThat(events).hasSize(2).endsWith(Deliveries.parsed("b"));
        }

        @Test
        void emptyPlacesBetweenCommasAreNoEvents() {
            assertThat(Deliveries.events("[,," + Deliveries.event() + ",]")).containsExactly(Deliveries.parsed("o-1"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "true", "17", "-1.5e3", "\"text\""})
        void jsonThatIsNoEventIsMalformed(String body) {
            assertThat(Deliveries.onlyMalformed(body).reason()).isEqualTo("the body is not an event");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " \n",
                    "\uFEFF",
                    "<html></html>",
                    "a=b&c=d",
                    "nul",
                    "NaN",
                    "17 18",
                    "\"text",
                    "}",
                    "]",
                    "\u0000[]",
                    "'x'"
                })
        void onlyWhatIsNoJsonAtAllIsRefused(String body) {
            assertThat(Deliveries.parse(body)).isInstanceOf(ParsedDelivery.NotJson.class);
        }

        @Test
        void bytesThatAreNoUtf8SpoilOnlyTheirEvent() {
            byte[] body = Deliveries.bytes(
                    "[" + Deliveries.about("a") + "," + Deliveries.about("?") + "," + Deliveries.about("b") + "]");
            for (int i = 0; i < body.length; i++) {
                body[i] = body[i] == '?' ? (byte) 0xFF : body[i];
            }
            ParsedDelivery.Events delivery =
                    (ParsedDelivery.Events) new LifecycleEventParser().parse(body, ContentHints.none());
            assertThat(delivery.events())
                    .hasSize(3)
                    .startsWith(Deliveries.parsed("a"))
                    .endsWith(Deliveries.parsed("b"));
            assertThat(delivery.events().get(1)).isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class HostileDeliveries {
        @Test
        void bracketsOfEightMebibytesAreOneMalformedEvent() {
            assertThat(Deliveries.events("[".repeat(8 << 20))).singleElement().isInstanceOf(Malformed.class);
        }

        @Test
        void bracketsWithoutPartnersTakeNoLongTime() {
            String body = "[" + "[".repeat(2 << 20) + "}".repeat(2 << 20) + "]";
            assertThat(Deliveries.events(body)).allMatch(Malformed.class::isInstance);
        }

        @Test
        void moreEventsThanTheCapAreOneMalformedEventTogether() {
            String body = "[" + "1,".repeat(LifecycleEventParser.MOST_EVENTS + 50) + "1]";
            List<IncomingEvent> events = Deliveries.events(body);
            assertThat(events).hasSize(LifecycleEventParser.MOST_EVENTS + 1).allMatch(Malformed.class::isInstance);
        }

        @Test
        void ignoredEventsAreCappedToo() {
            String body =
                    "[" + "{\"type\":\"x\"},".repeat(LifecycleEventParser.MOST_EVENTS + 50) + Deliveries.event() + "]";
            List<IncomingEvent> events = Deliveries.events(body);
            assertThat(events).hasSize(LifecycleEventParser.MOST_EVENTS + 1);
            assertThat(events.get(LifecycleEventParser.MOST_EVENTS)).isInstanceOf(Malformed.class);
        }

        @Test
        void numbersOfAMillionDigitsAreSkipped() {
            String huge = Deliveries.event().replace("{\"id\"", "{\"n\":" + "9".repeat(1_000_000) + ",\"id\"");
            assertThat(Deliveries.events(huge)).hasSize(1).allMatch(Parsed.class::isInstance);
        }
    }
}
