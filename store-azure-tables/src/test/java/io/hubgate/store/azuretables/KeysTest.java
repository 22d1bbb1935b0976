// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.model.InstanceId;
import io.hubgate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final List<String> IDS =
            List.of("order-1", "a/b\\c#d?e%f", "\u0000", "~0041", "A", "a", "\ud800", "\udc00\ud800", "\ud83d\ude80");

    @Test
    @Rule("S-11")
    void a_key_has_plain_characters_only_and_says_its_id() {
        for (String id : IDS) {
            String key = Keys.of(new InstanceId(id));
            assertThat(key).matches("[A-Za-z0-9._:~-]+");
            assertThat(Keys.idOf(key)).isEqualTo(new InstanceId(id));
        }
    }

    @Test
    @Rule("S-11")
    void long_ids_are_known_by_a_hash_that_tells_lone_surrogates_apart() {
        String high = Keys.of(new InstanceId("x".repeat(300) + "\ud800"));
        String low = Keys.of(new InstanceId("x".repeat(300) + "\udc00"));
        assertThat(high).isNotEqualTo(low).hasSizeLessThan(300);
        assertThat(Keys.idOf(high)).isNull();
    }

    @Test
    void what_nobody_escaped_so_is_unreadable() {
        for (String text : List.of("~", "~00", "a~zzzz")) {
            assertThatThrownBy(() -> Keys.unescape(text)).isInstanceOf(UnreadableDocumentException.class);
        }
    }
}
