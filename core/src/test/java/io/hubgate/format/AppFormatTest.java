// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.AppName;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AppFormatTest {
    private static final AppName ORDERS = new AppName("orders-prod-weu");

    @Nested
    class Size {
        /** Hub name of forBuild, all five times, everything a pipeline says: what a release that ended normally takes. */
        @Test
        void a_release_with_all_its_times_takes_less_than_480_bytes() {
            int one = size(1);
            int perRelease = (size(101) - one) / 100;
            assertThat(perRelease).isBetween(400, 480);
        }

        @Test
        void a_thousand_such_releases_fit_into_one_document() {
            assertThat(size(1000)).isLessThan(Document.LARGEST);
        }

        @Test
        void more_than_fit_are_refused_before_anything_is_written() {
            App app = app(releases(1500));
            assertThatExceptionOfType(DocumentTooLargeException.class)
                    .isThrownBy(() -> AppFormat.write(app))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                    .satisfies(e -> assertThat(e.fix()).contains("clean up"));
        }

        private static int size(int releases) {
            return AppFormat.write(app(releases(releases))).bytes().length;
        }
    }

    @Nested
    @Rule("S-10")
    class Content {
        @Test
        void the_order_in_which_occupants_were_found_does_not_show_in_the_bytes() {
            assertThat(AppFormat.write(holding("hubA", "hubB", "hubC")))
                    .isEqualTo(AppFormat.write(holding("hubC", "hubA", "hubB")));
        }

        @Test
        void a_slot_that_is_there_twice_is_unreadable() {
            String slot = "{\"name\":\"staging\",\"occupants\":[],\"maybeEmpty\":true}";
            String text = "{\"f\":1,\"app\":\"o\",\"token\":1,\"slots\":[" + slot + "," + slot
                    + "],\"releases\":[],\"log\":{\"sequence\":0,\"hash\":\"\"}}";
            assertUnreadable(text, "a value that is not possible");
        }

        @Test
        void what_breaks_a_rule_of_its_kind_is_unreadable_and_the_place_is_named() {
            String good = text(AppFormat.write(app(releases(2))));
            assertUnreadable(good.replace("\"hub00001\"", "\"no hub\""), "releases[1].taskHub has a value");
            assertUnreadable(good.replace("\"token\":1", "\"token\":-1"), "a value that is not possible");
            assertUnreadable(good.replace("\"token\":1", "\"token\":1e3"), "token is no whole number");
            assertUnreadable(good.replace("\"token\":1", "\"token\":99999999999999999999"), "token is no whole number");
            assertUnreadable(good.replaceFirst("DELETED", "FORGOTTEN"), "releases[0].phase has a value");
            assertUnreadable(good.replaceFirst("2026-11", "2026-13"), "releases[0].since has a value");
            assertUnreadable(good.replace("\"maybeEmpty\":true", "\"maybeEmpty\":1"), "slots[0].maybeEmpty is neither");
            assertUnreadable(good.replace("\"occupants\":[]", "\"occupants\":{}"), "slots[0].occupants is no list");
            assertUnreadable(good.replace("\"occupants\":[]", "\"occupants\":[7]"), "slots[0].occupants[0] is no text");
            assertUnreadable(good.replace("\"log\":", "\"deployment\":7,\"log\":"), "deployment is no object");
            assertUnreadable(good.replaceFirst("\"releases\":", "\"slots2\":"), "releases is missing");
        }

        private static void assertUnreadable(String bytes, String where) {
            Document document = new Document(bytes.getBytes(StandardCharsets.US_ASCII));
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .isThrownBy(() -> AppFormat.read(document))
                    .withMessageContaining(where);
        }
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.US_ASCII);
    }

    private static App holding(String... hubs) {
        LinkedHashSet<TaskHubName> occupants = new LinkedHashSet<>();
        Arrays.stream(hubs).map(TaskHubName::new).forEach(occupants::add);
        Slot slot = new Slot(SlotName.STAGING, null, occupants, false);
        return new App(
                ORDERS,
                new Token(1),
                new TreeMap<>(Map.of(slot.name(), slot)),
                List.of(),
                null,
                null,
                AppRules.NONE,
                LogHead.EMPTY);
    }

    private static App app(List<Release> releases) {
        Slot slot = Slot.known(SlotName.STAGING, null);
        return new App(
                ORDERS,
                new Token(1),
                new TreeMap<>(Map.of(slot.name(), slot)),
                releases,
                null,
                null,
                AppRules.NONE,
                LogHead.EMPTY);
    }

    private static List<Release> releases(int many) {
        return IntStream.range(0, many).mapToObj(AppFormatTest::release).toList();
    }

    private static Release release(int n) {
        Instant at = Instant.parse("2026-11-03T10:15:00.1234567Z").plusSeconds(n);
        ReleaseLabel label = new ReleaseLabel(
                new ReleaseId("build-" + n),
                "1.42." + n,
                "9fceb02d0ae598e95dc970b74767f19372d61af8",
                "https://ci.example/orders/orders-cd/runs/" + n);
        Release.Times times = new Release.Times(at, at, at, at, at, at);
        TaskHubName hub = new TaskHubName(String.format(Locale.ROOT, "hub%05d", n));
        return new Release(hub, label, ReleasePhase.DELETED, null, times, null, HubData.REMOVED);
    }
}
