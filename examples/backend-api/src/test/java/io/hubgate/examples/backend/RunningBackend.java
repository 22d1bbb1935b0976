// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
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

    /** Sends a request that no client library would; the headers end each with a line break. */
    Reply raw(String line, String headers) {
        return raw(line, headers, "");
    }

    Reply raw(String line, String headers, String body) {
        return RawSocket.exchange(
                port(), line + "\r\nHost: 127.0.0.1:" + port() + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }

    Reply rawWithoutHost(String line) {
        return RawSocket.exchange(port(), line + "\r\nConnection: close\r\n\r\n");
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
