// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Ignored;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What holds for any bytes. In a normal build the kept inputs are run again; {@code JAZZER_FUZZ=1} searches for new ones, one method at a time
 * (see the README of the module).
 */
@Rule("E-2")
class ParserFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final LifecycleEventParser parser = new LifecycleEventParser();

    @FuzzTest(maxDuration = "60s")
    void nothingThrowsAndBothWaysAgree(byte[] body) {
        ParsedDelivery delivery = parser.parse(body, ContentHints.none());
        ParsedDelivery quick = LifecycleEventParser.allOrNothing(new EventReader(), body, 0);
        if (quick != null && delivery instanceof ParsedDelivery.Events) {
            assertThat(quick).isEqualTo(delivery).isEqualTo(LifecycleEventParser.oneByOne(new EventReader(), body, 0));
        }
        if (delivery instanceof ParsedDelivery.Events events) {
            events.events().forEach(ParserFuzzTest::assertSound);
        }
        Map<String, String> attributes =
                Map.of("type", "orchestratorEvent", "time", Deliveries.TIME, "subject", Deliveries.text(body));
        ParsedDelivery binary = parser.parse(body, new ContentHints(attributes));
        assertThat(((ParsedDelivery.Events) binary).events()).hasSize(1);
    }

    /** Any JSON value between two events: one result for it, theirs as without it. */
    @FuzzTest(maxDuration = "60s")
    void anyJsonLeavesItsNeighboursAlone(byte[] value) {
        if (isJson(value)) {
            assertNeighboursAreLeftAlone(value);
        }
    }

    /** Any bytes in the place of a value, so long as they open no text and no bracket. */
    @FuzzTest(maxDuration = "60s")
    void anyRubbishLeavesItsNeighboursAlone(byte[] rubbish) {
        byte[] tame = rubbish.clone();
        for (int i = 0; i < tame.length; i++) {
            tame[i] = "\"\\{}[]".indexOf(tame[i]) < 0 ? tame[i] : (byte) '_';
        }
        assertNeighboursAreLeftAlone(
                join(Deliveries.bytes("{\"eventType\":\"x\",\"y\":"), tame, Deliveries.bytes("}")));
    }

    private void assertNeighboursAreLeftAlone(byte[] element) {
        byte[] body = join(
                Deliveries.bytes("[" + Deliveries.about("a") + ","),
                element,
                Deliveries.bytes("," + Deliveries.about("b") + "]"));
        List<IncomingEvent> events = ((ParsedDelivery.Events) parser.parse(body, ContentHints.none())).events();
        assertThat(events).hasSize(3).startsWith(Deliveries.parsed("a")).endsWith(Deliveries.parsed("b"));
        assertSound(events.get(1));
    }

    private static void assertSound(IncomingEvent event) {
        if (event instanceof Parsed parsed) {
            assertThat(parsed.event().instance().value()).isNotEmpty();
        } else if (event instanceof Ignored ignored) {
            assertThat(ignored.type())
                    .hasSizeLessThanOrEqualTo(EventFields.LONGEST_TYPE)
                    .isNotEqualToIgnoringCase("orchestratorEvent");
        } else if (event instanceof Malformed malformed) {
            assertThat(malformed.reason()).isNotBlank().hasSizeLessThan(300);
        }
    }

    private static boolean isJson(byte[] value) {
        try {
            return !JSON.readTree(value).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException notUtf8) {
            return false;
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
