// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import org.jspecify.annotations.Nullable;

/**
 * Finished instances in parallel arrays, 41 bytes a slot, found by the hash of their id with linear probing. It grows by a little more than a
 * third when it is 88 % full, so that an instance takes 47 to 63 bytes, up to {@link #LARGEST} slots.
 * Not thread-safe.
 */
final class FinishedTable {
    /**
     * Its largest array takes 256 KiB: an array of half a megabyte would get heap regions of its own from G1, and waste what it does not fill.
     */
    static final int LARGEST = 32 * 1024;

    private static final int FIRST_CAPACITY = 16;
    private static final double FULL = 0.88;
    private static final double GROWTH = 1.35;

    /** What the status of a free slot is; a used one has its index plus one. */
    private static final byte FREE = 0;

    private long[] first = {};
    private long[] second = {};
    private long[] since = {};
    private long[] firstSeen = {};
    private int[] receipt = {};
    private int[] version = {};
    private byte[] status = {};
    private int size;

    /** No instance in here was received before this second, counted unsigned. */
    private long oldestReceipt = Long.MAX_VALUE;

    /** How many of the last bits of the second half of their hashes the instances in here have in common. */
    private final int depth;

    FinishedTable(int depth) {
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    /** Tells whether one more instance would make it larger than it may be. */
    boolean isFull() {
        return size + 1 > LARGEST * FULL;
    }

    /** Returns two tables, the first with the instances whose next bit is 0, the second with those whose next bit is 1. */
    FinishedTable[] split() {
        FinishedTable[] halves = {new FinishedTable(depth + 1), new FinishedTable(depth + 1)};
        for (FinishedTable half : halves) {
            half.allocate((int) Math.ceil(size * GROWTH / FULL / halves.length));
        }
        for (int slot = 0; slot < status.length; slot++) {
            if (status[slot] != FREE) {
                halves[(int) (second[slot] >>> depth) & 1].put(
                        new InstanceHash.Key(first[slot], second[slot]), at(slot));
            }
        }
        return halves;
    }

    int size() {
        return size;
    }

    @Nullable
    FinishedInstance find(InstanceHash.Key key) {
        if (size == 0) {
            return null;
        }
        int slot = slotOf(key.first(), key.second());
        return status[slot] == FREE ? null : at(slot);
    }

    void put(InstanceHash.Key key, FinishedInstance instance) {
        if (size + 1 > status.length * FULL) {
            int more = Math.max(FIRST_CAPACITY, (int) Math.ceil(status.length * GROWTH));
            rebuild(Math.min(LARGEST, more), 0);
        }
        set(key.first(), key.second(), instance);
    }

    private void set(long keyFirst, long keySecond, FinishedInstance instance) {
        int slot = slotOf(keyFirst, keySecond);
        if (status[slot] == FREE) {
            size++;
        }
        first[slot] = keyFirst;
        second[slot] = keySecond;
        since[slot] = instance.since();
        firstSeen[slot] = instance.firstSeen();
        receipt[slot] = instance.receipt();
        version[slot] = instance.version();
        status[slot] = (byte) (instance.status() + 1);
        oldestReceipt = Math.min(oldestReceipt, Integer.toUnsignedLong(instance.receipt()));
    }

    void remove(InstanceHash.Key key) {
        if (size == 0) {
            return;
        }
        int slot = slotOf(key.first(), key.second());
        if (status[slot] != FREE) {
            close(slot);
            size--;
        }
    }

    /** Frees a slot by moving back those behind it that were pushed past it, so that every probe still ends at a free slot. */
    private void close(int slot) {
        int free = slot;
        int next = after(slot);
        while (status[next] != FREE) {
            if (distance(home(first[next]), next) >= distance(free, next)) {
                move(next, free);
                free = next;
            }
            next = after(next);
        }
        status[free] = FREE;
    }

    private void move(int from, int to) {
        first[to] = first[from];
        second[to] = second[from];
        since[to] = since[from];
        firstSeen[to] = firstSeen[from];
        receipt[to] = receipt[from];
        version[to] = version[from];
        status[to] = status[from];
    }

    /**
     * Forgets what was received before a second, at the cost of one pass over the table if there is any such instance and at none otherwise.
     *
     * @return how many were forgotten
     */
    int forget(long receivedBefore) {
        if (oldestReceipt >= receivedBefore) {
            return 0;
        }
        int before = size;
        int kept = 0;
        for (int slot = 0; slot < status.length; slot++) {
            if (isKept(slot, receivedBefore)) {
                kept++;
            }
        }
        rebuild((int) Math.ceil(kept / FULL) + 1, receivedBefore);
        return before - kept;
    }

    private boolean isKept(int slot, long receivedBefore) {
        return status[slot] != FREE && Integer.toUnsignedLong(receipt[slot]) >= receivedBefore;
    }

    /** Moves what was not received before a second into new arrays. */
    private void rebuild(int capacity, long receivedBefore) {
        FinishedTable old = new FinishedTable(depth);
        old.take(this);
        allocate(capacity);
        for (int slot = 0; slot < old.status.length; slot++) {
            if (old.isKept(slot, receivedBefore)) {
                set(old.first[slot], old.second[slot], old.at(slot));
            }
        }
    }

    private void allocate(int capacity) {
        first = new long[capacity];
        second = new long[capacity];
        since = new long[capacity];
        firstSeen = new long[capacity];
        receipt = new int[capacity];
        version = new int[capacity];
        status = new byte[capacity];
        size = 0;
        oldestReceipt = Long.MAX_VALUE;
    }

    private void take(FinishedTable other) {
        first = other.first;
        second = other.second;
        since = other.since;
        firstSeen = other.firstSeen;
        receipt = other.receipt;
        version = other.version;
        status = other.status;
        size = other.size;
        oldestReceipt = other.oldestReceipt;
    }

    FinishedTable copy() {
        FinishedTable copy = new FinishedTable(depth);
        copy.first = first.clone();
        copy.second = second.clone();
        copy.since = since.clone();
        copy.firstSeen = firstSeen.clone();
        copy.receipt = receipt.clone();
        copy.version = version.clone();
        copy.status = status.clone();
        copy.size = size;
        copy.oldestReceipt = oldestReceipt;
        return copy;
    }

    private FinishedInstance at(int slot) {
        return new FinishedInstance(
                since[slot], firstSeen[slot], receipt[slot], (byte) (status[slot] - 1), version[slot]);
    }

    /** Returns the slot of a key, or the free slot where it would go. There always is a free one. */
    private int slotOf(long keyFirst, long keySecond) {
        int slot = home(keyFirst);
        while (status[slot] != FREE && (first[slot] != keyFirst || second[slot] != keySecond)) {
            slot = after(slot);
        }
        return slot;
    }

    /** Spreads hashes evenly over a capacity that is no power of two. */
    private int home(long keyFirst) {
        return (int) (((keyFirst >>> 32) * status.length) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == status.length ? 0 : slot + 1;
    }

    /** Returns how many steps a probe takes from one slot to another. */
    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + status.length;
    }
}
