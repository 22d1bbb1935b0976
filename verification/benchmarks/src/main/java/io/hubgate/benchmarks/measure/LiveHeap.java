// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.measure;

/** How much memory a piece of work holds at the worst moment, garbage not counted. */
public final class LiveHeap {
    private LiveHeap() {}

    /**
     * Does the work while a second thread collects garbage without rest and looks at what is left. That makes the work slow, so its time says
     * nothing.
     *
     * @param work what to do; what it throws is thrown
     * @return the most bytes that were in use right after a collection, above what was before the work
     * @throws InterruptedException if this thread is interrupted while the last look is taken
     */
    public static long mostDuring(Runnable work) throws InterruptedException {
        long before = inUse();
        Looker looker = new Looker();
        looker.start();
        try {
            work.run();
        } finally {
            looker.over = true;
            looker.join();
        }
        return Math.max(0, looker.most - before);
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class Looker extends Thread {
        private volatile boolean over;
        private long most;

        @Override
        public void run() {
            while (!over) {
                most = Math.max(most, inUse());
            }
        }
    }
}
