// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

/** Thrown when the backend cannot start as it is set up; the message is one line for the person who set it up. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message one line: which setting, what is wrong, what would be right
     */
    public SettingsException(String message) {
        super(message);
    }
}
