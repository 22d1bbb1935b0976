// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.queue.models.QueueStorageException;
import io.hubgate.taskhub.Trouble;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gives the failures of the SDK their names. */
public final class Failures {
    private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    /**
     * Names a failure.
     *
     * @param failure whatever was thrown while reading
     * @param account the account, for the message
     * @return the trouble
     */
    public static StorageTrouble of(Throwable failure, String account) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof StorageTrouble trouble) {
                return trouble;
            }
            if (cause instanceof HttpResponseException answered) {
                return answered(answered, account);
            }
            if (cause instanceof TimeoutException) {
                return unreachable(account, "no answer came in time");
            }
        }
        return garbage("an answer of " + account + " cannot be understood ("
                + failure.getClass().getSimpleName() + ")");
    }

    static StorageTrouble unreachable(String account, String why) {
        return new StorageTrouble(
                Trouble.UNREACHABLE,
                "storage account " + account + " does not answer: " + why,
                "check the account's name, its firewall and the network between it and here");
    }

    static StorageTrouble throttled(String account) {
        return new StorageTrouble(
                Trouble.THROTTLED,
                "storage account " + account + " asks for fewer requests, until the time for this inspection was over",
                "ask again later; the app itself may be using up what the account can do");
    }

    /**
     * Names an answer that cannot be understood.
     *
     * @param what what is wrong with it
     * @return the trouble
     */
    public static StorageTrouble garbage(String what) {
        return new StorageTrouble(
                Trouble.UNREADABLE,
                "storage answered something that cannot be understood: " + what,
                "check that the address is that of Azure Storage and that nothing between changes its answers");
    }

    private static StorageTrouble answered(HttpResponseException failure, String account) {
        HttpResponse response = failure.getResponse();
        int status = response == null ? UNAUTHORIZED : response.getStatusCode();
        String code = response == null ? null : response.getHeaderValue(ERROR_CODE);
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return denied(service(failure), account, code);
        }
        if (status == NOT_FOUND) {
            return new StorageTrouble(
                    Trouble.HUB_INCOMPLETE,
                    "something of the hub in " + account + " went away while it was read",
                    "ask again; if it stays so, the hub is being deleted or was deleted in part");
        }
        if (status >= SERVER_ERROR) {
            return unreachable(account, "it answers with status " + status);
        }
        return garbage("status " + status + " of " + account + (code == null ? "" : ", " + shown(code)));
    }

    private static StorageTrouble denied(String service, String account, @Nullable String code) {
        String role = "'Storage " + service + " Data Reader'";
        return new StorageTrouble(
                Trouble.ACCESS_DENIED,
                "storage account " + account + " refuses to let its " + service.toLowerCase(Locale.ROOT) + "s be read"
                        + (code == null ? "" : " (" + shown(code) + ")"),
                "give the identity the role " + role
                        + " on the account; with a key or signature, check that it is valid,"
                        + " may read and list (sp=rl, srt=sco), and that the account's firewall lets this machine in");
    }

    private static String service(HttpResponseException failure) {
        if (failure instanceof BlobStorageException) {
            return "Blob";
        }
        return failure instanceof QueueStorageException ? "Queue" : "Table";
    }

    private static String shown(String code) {
        String safe = code.replaceAll("[^A-Za-z0-9]", "");
        return safe.substring(0, Math.min(64, safe.length()));
    }
}
