// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.state;

import com.azure.core.util.SharedExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads on which the Azure SDK waits. Its own pool ends as soon as the JVM is told to end, and every request fails from then on, also those
 * of deliveries and messages that a stop in good order lets finish. Ours is there until the process is gone.
 */
final class SdkThreads {
    private static final int FOR_EACH_PROCESSOR = 10;
    private static final int IDLE_SECONDS = 60;
    private static final AtomicBoolean OURS = new AtomicBoolean();

    private SdkThreads() {}

    /** Gives the SDK its threads; once is enough for the whole process. */
    static void provide() {
        if (OURS.compareAndSet(false, true)) {
            SharedExecutorService.getInstance().setExecutorService(pool());
        }
    }

    private static ScheduledThreadPoolExecutor pool() {
        int most = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(most, work -> {
            Thread thread = new Thread(work, "azure-sdk");
            thread.setDaemon(true);
            return thread;
        });
        pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }
}
