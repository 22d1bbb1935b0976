// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/** Thrown when a store has reached the cap that it was given: it refuses rather than forget what it holds. */
public final class StoreFullException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which cap was reached
     * @param fix which setting raises it, or what can be removed
     */
    public StoreFullException(String message, String fix) {
        super(message, fix);
    }
}
