// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Ignored;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.tracking.LifecycleEvent;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-3")
class LifecycleEventParserTest {

    @Nested
    class Shapes {
        @Test
        void anArrayAsTheExtensionPostsIt() {
            assertThat(Deliveries.events("[" + Deliveries.event() + "]")).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void aSingleObject() {
            assertThat(Deliveries.events(Deliveries.event())).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void manyEventsKeepTheirOrder() {
            String body = "[" + Deliveries.about("a") + " , \n" + Deliveries.about("b") + "," + Deliveries.about("c")
                    + "]\r\n";
            assertThat(Deliveries.events(body))
                    .containsExactly(Deliveries.parsed("a"), Deliveries.parsed("b"), Deliveries.parsed("c"));
        }

        @Test
        void anEmptyArrayHoldsNothing() {
            assertThat(Deliveries.events(" [ ] ")).isEmpty();
        }

        @Test
        void whatEventGridFillsInChangesNothing() {
            String delivered = Deliveries.event()
                    .replace("\"topic\":null", "\"topic\":\"/subscriptions/s/providers/Microsoft.EventGrid/topics/t\"")
                    .replace("\"metadataVersion\":null", "\"metadataVersion\":\"1\"");
            assertThat(Deliveries.events("[" + delivered + "]")).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void aByteOrderMarkIsNoTrouble() {
            assertThat(Deliveries.events("\uFEFF[" + Deliveries.event() + "]"))
                    .containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void unknownFieldsOfEveryTypeAreSkipped() {
            String rich = Deliveries.event(Deliveries.DATA.replace(
                            "{\"hubName\"",
                            "{\"new\":{\"hubName\":[1,{\"x\":\"y\"}]},\"n\":1e400,\"t\":true,\"hubName\""))
                    .replace("{\"id\"", "{\"extra\":[[[{}]]],\"more\":{\"data\":{\"instanceId\":\"other\"}},\"id\"");
            assertThat(Deliveries.events(rich)).containsExactly(Deliveries.parsed("o-1"));
        }
    }

    @Nested
    class Fields {
        @Test
        void theHubKeepsItsCasingAndIsTheSameHubInAnother() {
            LifecycleEvent event = Deliveries.onlyParsed(Deliveries.event().replace("ShopHubV2", "SHOPhubv2"));
            assertThat(event.hub().value()).isEqualTo("SHOPhubv2");
            assertThat(event.hub()).isEqualTo(new TaskHubName("ShopHubV2"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@counter@Key One",
                    "ünïcode-日本-🚀",
                    "a b",
                    "100%",
                    "a+b&c=d",
                    "<b>hi</b>",
                    "{}",
                    ".",
                    "$",
                    "'",
                    "it's: \\\"quoted\\\"",
                    "\\u0000\\u0001\\n",
                    "\\ud800",
                    "x\\udfff"
                })
        void anyInstanceIdIsTakenAsItIs(String inJson) throws Exception {
            String plain =
                    new com.fasterxml.jackson.databind.ObjectMapper().readValue('"' + inJson + '"', String.class);
            assertThat(Deliveries.onlyParsed(Deliveries.about(inJson))
                            .instance()
                            .value())
                    .isEqualTo(plain);
        }

        @Test
        void anEntityIsRecognisedByItsId() {
            assertThat(Deliveries.onlyParsed(Deliveries.about("@sales@today"))
                            .instance()
                            .isEntity())
                    .isTrue();
        }

        @Test
        void theLongestIdThatIsTrackedIsTaken() {
            String id = "x".repeat(1024);
            assertThat(Deliveries.onlyParsed(Deliveries.about(id)).instance().value())
                    .isEqualTo(id);
        }

        @Test
        void aReasonOfKilobytesIsCut() {
            String trace = "System.Exception: no\\r\\n   at A.B() ".repeat(2000);
            LifecycleEvent event = Deliveries.onlyParsed(
                    Deliveries.event().replace("\"reason\":\"\"", "\"reason\":\"" + trace + "\""));
            assertThat(event.reason())
                    .startsWith("System.Exception: no\r\n   at")
                    .hasSize(LifecycleEvent.LONGEST_REASON);
        }

        @Test
        void aReasonIsNotCutInsideACharacter() {
            String rockets = "x" + "🚀".repeat(200);
            LifecycleEvent event = Deliveries.onlyParsed(
                    Deliveries.event().replace("\"reason\":\"\"", "\"reason\":\"" + rockets + "\""));
            assertThat(event.reason()).isEqualTo("x" + "🚀".repeat(99));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "7", "{\"a\":[]}", "[1]", "true"})
        void aReasonOrFunctionNameThatIsNoTextIsNoGround(String value) {
            String body = Deliveries.event()
                    .replace("\"reason\":\"\"", "\"reason\":" + value)
                    .replace("\"functionName\":\"PlaceOrder\"", "\"functionName\":" + value);
            assertThat(Deliveries.onlyParsed(body).reason()).isEmpty();
            assertThat(Deliveries.onlyParsed(body).function()).isEqualTo(OrchestratorName.UNNAMED);
        }

        @Test
        void aFunctionNameIsCut() {
            String body = Deliveries.event().replace("PlaceOrder", "f".repeat(5000));
            assertThat(Deliveries.onlyParsed(body).function().value()).isEqualTo("f".repeat(OrchestratorName.LONGEST));
        }

        @Test
        void ofANameThatComesTwiceTheLastCounts() {
            String twice = Deliveries.event()
                    .replace(
                            "\"data\":",
                            "\"data\":{\"hubName\":\"Other\",\"reason\":\"stale\",\"instanceId\":\"z\"},\"data\":")
                    .replace("\"instanceId\":\"o-1\"", "\"instanceId\":\"o-0\",\"instanceId\":\"o-1\"")
                    .replace("\"reason\":\"\",", "");
            assertThat(Deliveries.events(twice)).containsExactly(Deliveries.parsed("o-1"));
        }
    }

    @Nested
    class Status {
        @ParameterizedTest
        @CsvSource({
            "Running, Running", "completed, Completed", "FAILED, Failed", "terminated, Terminated",
                    "canceled, Canceled",
            "ContinuedAsNew, ContinuedAsNew", "PENDING, Pending", "suspended, Suspended", "Hibernating, Hibernating",
                    "7, 7"
        })
        void theWordOfTheDataCountsInAnyCase(String word, String expected) {
            RuntimeStatus status =
                    Deliveries.onlyParsed(withStatus("\"" + word + "\"")).status();
            assertThat(status).isEqualTo(new RuntimeStatus(expected));
        }

        @Test
        @Rule({"E-2", "R-2"})
        void aWordThatIsNotKnownIsActiveAndNotMalformed() {
            assertThat(Deliveries.onlyParsed(withStatus("\"Completed!\""))
                            .status()
                            .isTerminal())
                    .isFalse();
            assertThat(Deliveries.onlyParsed(withStatus("\"" + "Completed".repeat(100) + "\""))
                            .status()
                            .isTerminal())
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "\"\""})
        void withoutAWordTheSubjectDecides(String none) {
            String body = withStatus(none).replace("durable/orchestrator/Running", "durable/orchestrator/COMPLETED");
            assertThat(Deliveries.onlyParsed(body).status()).isEqualTo(RuntimeStatus.COMPLETED);
        }

        @Test
        void withoutTheFieldTheSubjectDecides() {
            String body = Deliveries.event()
                    .replace(",\"runtimeStatus\":\"Running\"", "")
                    .replace("durable/orchestrator/Running", "durable/orchestrator/Failed");
            assertThat(Deliveries.onlyParsed(body).status()).isEqualTo(RuntimeStatus.FAILED);
        }

        @Test
        void theDataIsPreferredToTheSubject() {
            assertThat(Deliveries.onlyParsed(withStatus("\"Completed\"")).status())
                    .isEqualTo(RuntimeStatus.COMPLETED);
        }

        private static String withStatus(String json) {
            return Deliveries.event().replace("\"runtimeStatus\":\"Running\"", "\"runtimeStatus\":" + json);
        }
    }

    @Nested
    class OtherTypes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Microsoft.Storage.BlobCreated",
                    "orchestratorEvent2",
                    "",
                    "Microsoft.EventGrid.SubscriptionDeletedEvent"
                })
        void areIgnoredWhateverTheyHold(String type) {
            String body = "[{\"eventType\":\"" + type + "\",\"data\":[7]},{\"type\":\"" + type + "\"}]";
            assertThat(Deliveries.events(body)).containsExactly(new Ignored(type), new Ignored(type));
        }

        @Test
        void theTypeIsComparedWithoutCase() {
            assertThat(Deliveries.only(Deliveries.event().replace("orchestratorEvent", "OrchestratorEVENT")))
                    .isEqualTo(Deliveries.parsed("o-1"));
        }

        @Test
        void aValidationEventGivesItsCode() {
            ParsedDelivery.Events delivery = (ParsedDelivery.Events) Deliveries.parse("""
                    [{"id":"2d17","topic":"/subscriptions/s","subject":"","data":{"validationCode":"512d38b6",\
                    "validationUrl":"https://rp-eastus2.eventgrid.azure.net/eventsubscriptions/x/validate?id=1"},\
                    "eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-01-25T22:12:19.4556811Z",\
                    "metadataVersion":"1","dataVersion":"1"}]""");
            assertThat(delivery.validationCode()).isEqualTo("512d38b6");
            assertThat(delivery.isHandshake()).isTrue();
            assertThat(delivery.events())
                    .containsExactly(new Ignored("Microsoft.EventGrid.SubscriptionValidationEvent"));
        }

        @Test
        void aValidationEventBetweenOthersLosesNone() {
            String validation =
                    "{\"eventType\":\"microsoft.eventgrid.subscriptionvalidationevent\",\"data\":{\"validationCode\":\"c\"}}";
            ParsedDelivery.Events delivery = (ParsedDelivery.Events) Deliveries.parse(
                    "[" + Deliveries.about("a") + "," + validation + "," + Deliveries.about("b") + "]");
            assertThat(delivery.validationCode()).isEqualTo("c");
            assertThat(delivery.isHandshake()).isFalse();
            assertThat(delivery.events()).hasSize(3).contains(Deliveries.parsed("a"), Deliveries.parsed("b"));
        }

        @Test
        void aCodeInAnEventOfAnotherTypeIsNone() {
            ParsedDelivery.Events delivery = (ParsedDelivery.Events)
                    Deliveries.parse("[{\"eventType\":\"x\",\"data\":{\"validationCode\":\"c\"}}]");
            assertThat(delivery.validationCode()).isNull();
        }
    }

    @Test
    @Rule("E-5")
    void fiveThousandEventsAreOneDelivery() {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < 5000; i++) {
            body.append(i == 0 ? "" : ",").append(Deliveries.about("o-" + i));
        }
        List<IncomingEvent> events = Deliveries.events(body.append(']').toString());
        assertThat(events).hasSize(5000).allMatch(IncomingEvent.Parsed.class::isInstance);
        assertThat(events.get(4999)).isEqualTo(Deliveries.parsed("o-4999"));
    }
}
