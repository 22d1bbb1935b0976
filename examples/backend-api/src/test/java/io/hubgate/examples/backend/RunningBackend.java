// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.SettingsReader;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** A backend on a free port of loopback, in memory, for one test class or one test. */
public final class RunningBackend implements AutoCloseable {
    private final Backend backend;

    private RunningBackend(Backend backend) {
        this.backend = backend;
    }

    /** Starts one whose events count at once. */
    public static RunningBackend start() {
        return start(Map.of());
    }

    /** Starts one with some settings of its own. */
    public static RunningBackend start(Map<Setting, String> settings) {
        Map<Setting, String> flags = new EnumMap<>(Map.of(Setting.PORT, "0", Setting.SETTLE_WINDOW, "PT0S"));
        flags.putAll(settings);
        return new RunningBackend(Backend.start(SettingsReader.read(flags, Map.of())));
    }

    /** Returns a client that holds each exchange against the contract. */
    public ContractHttp http() {
        return ContractHttp.to(backend.url());
    }

    public URI url() {
        return backend.url();
    }

    public int port() {
        return backend.url().getPort();
    }

    @Override
    public void close() {
        backend.close();
    }
}
