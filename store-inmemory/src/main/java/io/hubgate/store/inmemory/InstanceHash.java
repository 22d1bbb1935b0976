// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import java.security.SecureRandom;

/**
 * The 128-bit hash by which finished instances are told apart: SipHash-2-4 with 128 bits of output over the UTF-16 units of the id, little
 * end first, under a key of the store's own.
 *
 * <p>Two ids of one hub that collide would share one record. Among n finished instances that happens with a probability of about
 * n² / 2¹²⁹: some 1.5 × 10⁻²⁷ for a million. The random key keeps it so for ids that somebody chose in order to collide.
 */
final class InstanceHash {
    private final long key0;
    private final long key1;

    InstanceHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Returns a hash with a key that nobody knows. */
    static InstanceHash random() {
        SecureRandom random = new SecureRandom();
        return new InstanceHash(random.nextLong(), random.nextLong());
    }

    /** The two halves of a hash. */
    record Key(long first, long second) {}

    Key of(String id) {
        Rounds rounds = new Rounds(key0, key1);
        int whole = id.length() & ~3;
        for (int i = 0; i < whole; i += 4) {
            rounds.take(word(id, i, 4));
        }
        long tail = word(id, whole, id.length() - whole);
        // The last word carries the length in bytes, so that trailing zero characters count.
        rounds.take(tail | ((long) id.length() * 2) << 56);
        return rounds.finish();
    }

    private static long word(String id, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (long) id.charAt(from + i) << (16 * i);
        }
        return word;
    }

    /** The state of one computation, with the names of the published algorithm. */
    private static final class Rounds {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Rounds(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL ^ 0xee;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        Key finish() {
            v2 ^= 0xee;
            long first = half();
            v1 ^= 0xdd;
            return new Key(first, half());
        }

        private long half() {
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
