// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.InstanceId;
import java.nio.charset.StandardCharsets;

/**
 * Which control queue carries the messages of an instance: the 32-bit FNV-1a hash of its raw id in UTF-8, modulo the number of control queues.
 * The engine's {@code Fnv1aHashHelper} does so, and every recording of the running engine agrees.
 */
public final class ControlQueues {
    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private ControlQueues() {}

    /**
     * Returns the number of the queue.
     *
     * @param instance the raw id, not the escaped key
     * @param controlQueues how many control queues the hub has, at least 1
     * @return 0 to {@code controlQueues - 1}
     * @throws IllegalArgumentException if there is no queue
     */
    public static int numberOf(InstanceId instance, int controlQueues) {
        if (controlQueues < 1) {
            throw new IllegalArgumentException("a hub without control queues has none for " + instance);
        }
        int hash = OFFSET;
        for (byte b : instance.value().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        return Integer.remainderUnsigned(hash, controlQueues);
    }
}
