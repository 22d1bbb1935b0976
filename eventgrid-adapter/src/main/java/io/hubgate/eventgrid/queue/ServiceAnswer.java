// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import com.azure.storage.queue.models.QueueErrorCode;
import com.azure.storage.queue.models.QueueStorageException;

/**
 * What the queue service said when a call failed.
 *
 * @param status the HTTP status, or 0 if there was no answer
 * @param code the service's error code, or an empty text
 */
record ServiceAnswer(int status, String code) {
    private static final ServiceAnswer NONE = new ServiceAnswer(0, "");

    /**
     * Finds the answer in what the SDK threw: a call with a timeout runs on a thread of the SDK, whose exception arrives wrapped (seen with
     * azure-storage-queue 12.28.2).
     */
    static ServiceAnswer in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof QueueStorageException told) {
                return new ServiceAnswer(told.getStatusCode(), String.valueOf(told.getErrorCode()));
            }
        }
        return NONE;
    }

    boolean isMissingQueue() {
        return code.equals(QueueErrorCode.QUEUE_NOT_FOUND.toString());
    }

    /** The message, or its queue, is gone, or another consumer has received it since. */
    boolean isLostReceipt() {
        return status == 404 || code.equals(QueueErrorCode.POP_RECEIPT_MISMATCH.toString());
    }

    @Override
    public String toString() {
        return status == 0 ? "there was no answer" : "it answered " + status + " " + code;
    }
}
