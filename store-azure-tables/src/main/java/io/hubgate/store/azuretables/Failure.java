// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.data.tables.models.TableServiceError;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that failed: how, and what follows from it. */
record Failure(Kind kind, int status, String code, Duration retryAfter, Throwable cause) {
    /** How a request failed. */
    enum Kind {
        /** The service did not get it, or refused to begin with it. */
        NOT_DONE,
        /** It may have been carried out. */
        UNKNOWN,
        /** The service does not let us. */
        DENIED,
        /** The service answered; what it means depends on the request. */
        ANSWERED
    }

    private static final Set<Integer> DENIALS = Set.of(401, 403);
    private static final Set<Integer> DOUBTFUL = Set.of(408, 500, 502, 504);
    private static final Set<Integer> BUSY = Set.of(429, 503);

    static Failure of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HttpResponseException answer) {
                return answered(answer);
            }
            if (t instanceof ConnectException
                    || t instanceof UnknownHostException
                    || t instanceof NoRouteToHostException) {
                return new Failure(Kind.NOT_DONE, 0, "", Duration.ZERO, thrown);
            }
        }
        return new Failure(Kind.UNKNOWN, 0, "", Duration.ZERO, thrown);
    }

    private static Failure answered(HttpResponseException answer) {
        HttpResponse response = answer.getResponse();
        int status = response == null ? 0 : response.getStatusCode();
        String code = code(answer);
        Kind kind = Kind.ANSWERED;
        if (DENIALS.contains(status) || code.startsWith("Authoriz") || code.startsWith("Authentic")) {
            kind = Kind.DENIED;
        } else if (code.equals("OperationTimedOut") || code.equals("InternalError") || DOUBTFUL.contains(status)) {
            kind = Kind.UNKNOWN;
        } else if (BUSY.contains(status) || code.equals("ServerBusy") || code.equals("TableBeingDeleted")) {
            // A table of a name whose last one is on its way out can be made again some 40 s later.
            kind = Kind.NOT_DONE;
        }
        return new Failure(kind, status, code, retryAfter(response), answer);
    }

    private static String code(HttpResponseException answer) {
        if (answer.getValue() instanceof TableServiceError error && error.getErrorCode() != null) {
            return error.getErrorCode().toString();
        }
        // Queries fail with an exception of the SDK's own whose message carries the answer's body.
        String message = String.valueOf(answer.getMessage());
        for (String known :
                new String[] {"TableNotFound", "TableBeingDeleted", "ResourceNotFound", "OperationTimedOut"}) {
            if (message.contains("\"" + known + "\"")) {
                return known;
            }
        }
        return "";
    }

    private static Duration retryAfter(@Nullable HttpResponse response) {
        String seconds = response == null ? null : response.getHeaders().getValue(HttpHeaderName.RETRY_AFTER);
        if (seconds == null || !seconds.matches("\\d{1,4}")) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    boolean isCode(String other) {
        return code.equals(other);
    }

    /** Tells whether the table is not there, or on its way out. */
    boolean isWithoutTable() {
        return isCode("TableNotFound") || isCode("TableBeingDeleted");
    }

    /** Tells whether the row, or the table, is not there. */
    boolean isAbsence() {
        return status == 404 || isWithoutTable() || isCode("ResourceNotFound") || isCode("EntityNotFound");
    }

    /** Tells whether sending the request again may help and cannot harm. */
    boolean mayBeRepeated(boolean idempotent) {
        return kind == Kind.NOT_DONE || (kind == Kind.UNKNOWN && idempotent);
    }

    /** Returns what the caller of the store gets. */
    HubgateException toThrow(String what, boolean idempotent) {
        return switch (kind) {
            case NOT_DONE -> new StoreUnavailableException(what + ": the storage account does not answer", cause);
            case UNKNOWN ->
                idempotent
                        ? new StoreUnavailableException(what + ": no answer from the storage account", cause)
                        : new UnknownOutcomeException(what + ": the answer was lost", cause);
            case DENIED -> new AccessDeniedException(what, code, cause);
            case ANSWERED ->
                new HubgateException(
                        ErrorCode.INTERNAL,
                        String.format(Locale.ROOT, "%s: the storage account answered %d %s", what, status, code),
                        "report this with the log",
                        cause);
        };
    }
}
