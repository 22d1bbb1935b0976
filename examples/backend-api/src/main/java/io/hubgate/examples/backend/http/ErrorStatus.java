// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;

/** The HTTP status and the title of each code. The status never says more than the code does. */
final class ErrorStatus {
    private ErrorStatus() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST, HUB_NAME_INVALID, SLOT_IS_PRODUCTION -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case APP_UNKNOWN, SLOT_UNKNOWN, HUB_UNKNOWN, NOT_FOUND -> 404;
            case NOT_READY,
                    UNKNOWN_READINESS,
                    DEPLOYMENT_OPEN,
                    NO_DEPLOYMENT,
                    ALREADY_LIVE,
                    ALREADY_SWAPPED,
                    SWAP_UNCONFIRMED,
                    SLOT_DIFFERS,
                    HUB_NAME_USED,
                    HUB_OWNED,
                    HUB_NOT_EMPTY,
                    NOT_SWAPPED,
                    ENTITIES_REFUSED,
                    NOTHING_STAGED,
                    NOTHING_TO_ROLL_BACK -> 409;
            case STALE_TOKEN -> 412;
            case INTERNAL -> 500;
            case STORE_UNAVAILABLE -> 503;
        };
    }

    static String title(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> "The request cannot be understood";
            case HUB_NAME_INVALID -> "The task hub name is not usable";
            case SLOT_IS_PRODUCTION -> "The command is not for the production slot";
            case UNAUTHENTICATED -> "No known key";
            case FORBIDDEN -> "Not allowed";
            case APP_UNKNOWN -> "Nobody declared this app";
            case SLOT_UNKNOWN -> "The app has no such slot";
            case HUB_UNKNOWN -> "The task hub was never claimed and never heard of";
            case NOT_FOUND -> "There is nothing here that takes this request";
            case NOT_READY -> "Not ready";
            case UNKNOWN_READINESS -> "It cannot be told whether it is ready";
            case DEPLOYMENT_OPEN -> "Another deployment is open";
            case NO_DEPLOYMENT -> "No deployment is open";
            case ALREADY_LIVE -> "The task hub is live already";
            case ALREADY_SWAPPED -> "The exchange is recorded already";
            case SWAP_UNCONFIRMED -> "An exchange is neither confirmed nor aborted";
            case SLOT_DIFFERS -> "The slot holds something else than is recorded";
            case HUB_NAME_USED -> "The task hub name was used before";
            case HUB_OWNED -> "The task hub belongs to another app";
            case HUB_NOT_EMPTY -> "The task hub already shows work";
            case NOT_SWAPPED -> "The deployment is staged and not swapped";
            case ENTITIES_REFUSED -> "Entities would be left behind";
            case NOTHING_STAGED -> "That is not staged there";
            case NOTHING_TO_ROLL_BACK -> "There is nothing to roll back to";
            case STALE_TOKEN -> "The token is not current";
            case INTERNAL -> "Something failed here";
            case STORE_UNAVAILABLE -> "The store does not answer";
        };
    }
}
