// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How this backend is set up, checked as a whole.
 *
 * @param listen where it listens
 * @param storage where the state is kept
 * @param windows the spans of time
 * @param limits the caps
 * @param webhookOrigins who may shake hands with the webhook, in lower case
 * @param keysFile the file with the keys, or null if every local caller has all roles
 * @param jsonLog whether log lines are JSON
 */
public record Settings(
        Listen listen,
        Storage storage,
        Windows windows,
        Limits limits,
        Set<String> webhookOrigins,
        @Nullable Path keysFile,
        boolean jsonLog) {
    /** Copies the set and refuses an open door: beyond loopback there must be keys. */
    public Settings {
        webhookOrigins = Set.copyOf(webhookOrigins);
        if (!listen.isLoopback() && keysFile == null) {
            throw new SettingsException(
                    Setting.BIND.variable() + " is " + listen.bind().getHostAddress()
                            + ", which others can reach, and there are no keys: set " + Setting.KEYS_FILE.variable()
                            + " (" + Setting.KEYS_FILE.flag() + "), or bind to 127.0.0.1");
        }
    }

    /**
     * Where the backend listens.
     *
     * @param bind the address
     * @param port 0 to 65535; 0 takes a free one
     * @param publicUrl under which URL people reach it, without a slash at the end, or null if it is the address
     */
    public record Listen(
            InetAddress bind, int port, @Nullable URI publicUrl) {
        /**
         * Tells whether only this machine can reach the address.
         *
         * @return true for loopback addresses
         */
        public boolean isLoopback() {
            return bind.isLoopbackAddress();
        }
    }

    /**
     * The caps.
     *
     * @param instances how many instances are tracked
     * @param unclaimed how many instances of unclaimed hubs are tracked
     * @param body how many bytes a request body has
     */
    public record Limits(int instances, int unclaimed, int body) {}
}
