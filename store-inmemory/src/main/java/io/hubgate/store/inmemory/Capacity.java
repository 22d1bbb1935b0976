// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.store.StoreFullException;

/** Counts what the whole store holds against its caps. Thread-safe. */
final class Capacity {
    private final long maxInstances;
    private final long maxUnclaimed;
    private final long maxUnclaimedHubs;
    private long instances;
    private long unclaimed;
    private long unclaimedHubs;

    Capacity(long maxInstances, long maxUnclaimed, long maxUnclaimedHubs) {
        this.maxInstances = maxInstances;
        this.maxUnclaimed = maxUnclaimed;
        this.maxUnclaimedHubs = maxUnclaimedHubs;
    }

    /** Takes room for all of so many instances of a claimed hub. */
    synchronized void take(int count) {
        if (count > maxInstances - instances) {
            throw new StoreFullException(
                    "the memory store holds " + instances + " of at most " + maxInstances + " instances",
                    "raise HUBGATE_MAX_INSTANCES, or clean up task hubs that no slot uses any more");
        }
        instances += count;
    }

    /** Takes room for as many of so many instances of an unclaimed hub as its own cap allows, and returns for how many (rule E-7). */
    synchronized int takeUnclaimed(int count) {
        int taken = (int) Math.min(count, Math.max(0, maxUnclaimed - unclaimed));
        take(taken);
        unclaimed += taken;
        return taken;
    }

    /** Takes room for the name of one more hub that nobody has claimed. */
    synchronized void takeUnclaimedHub() {
        if (unclaimedHubs >= maxUnclaimedHubs) {
            throw new StoreFullException(
                    "the memory store knows " + unclaimedHubs + " task hubs that no app has claimed, and takes no more",
                    "declare the apps of these hubs, or stop the events of hubs that no app will claim");
        }
        unclaimedHubs++;
    }

    /** Counts an unclaimed hub with so many instances as claimed from now on. */
    synchronized void claim(long count) {
        unclaimed -= count;
        unclaimedHubs--;
    }

    /** Gives back the room of instances that were forgotten. */
    synchronized void give(long count, boolean claimed) {
        instances -= count;
        unclaimed -= claimed ? 0 : count;
    }

    /** Gives back the room of a hub that was dropped, with all its instances. */
    synchronized void giveHub(long count, boolean claimed) {
        give(count, claimed);
        unclaimedHubs -= claimed ? 0 : 1;
    }
}
