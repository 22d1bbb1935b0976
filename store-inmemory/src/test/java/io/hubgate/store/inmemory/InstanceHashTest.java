// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values: {@code openssl mac -macopt hexkey:0001…0f -macopt size:16 SIPHASH} over the bytes 00, 01, 02 and so on. */
class InstanceHashTest {
    private final InstanceHash hash = new InstanceHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    @Test
    void is_siphash_2_4_with_128_bits_over_the_little_endian_utf16_units() {
        assertThat(hex(0)).isEqualTo("a3817f04ba25a8e66df67214c7550293");
        assertThat(hex(2)).isEqualTo("8177228da4a45dc7fca38bdef60affe4");
        assertThat(hex(8)).isEqualTo("3b62a9ba6258f5610f83e264f31497b4");
        assertThat(hex(14)).isEqualTo("31fcefac66d7de9c7ec7485fe4494902");
        assertThat(hex(32)).isEqualTo("7c3956ca5eeafc3e363e9d556546eb68");
    }

    @Test
    void has_another_key_in_each_store() {
        assertThat(InstanceHash.random().of("a"))
                .isNotEqualTo(InstanceHash.random().of("a"));
    }

    private String hex(int bytes) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < bytes; i += 2) {
            id.append((char) (i | (i + 1) << 8));
        }
        InstanceHash.Key key = hash.of(id.toString());
        return String.format("%016x%016x", Long.reverseBytes(key.first()), Long.reverseBytes(key.second()));
    }
}
