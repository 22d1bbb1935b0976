// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Azurite server of one's own: blobs, queues and tables of two accounts on free loopback ports. It ends with this JVM however that ends. It
 * can be stopped, killed and started again with the same ports and data: one thread at a time may do that; its accounts may be used by all.
 */
public final class Azurite implements AutoCloseable {
    private static final String FIRST = "devstoreaccount1";
    /** The key that everybody knows: that of Azurite's documentation. */
    private static final String FIRST_KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final String SECOND = "hubgatesecond";
    private static final String SECOND_KEY = "aHViZ2F0ZSBzZWNvbmQgYWNjb3VudCBvZiB0ZXN0cw==";

    private final List<String> persistence;
    private final Ports ports;
    private @Nullable ServerProcess process;

    private Azurite(List<String> persistence) {
        this.persistence = persistence;
        ServerProcess first = launch(Ports.ANY);
        process = first;
        ports = first.ports();
    }

    /** Starts a server that keeps everything in memory. */
    public static Azurite inMemory() {
        return new Azurite(List.of("--inMemoryPersistence"));
    }

    /**
     * Starts a server that keeps everything in a directory. What was written in the last seconds before {@link #kill} may be lost even though
     * it was acknowledged (seen with 3.37.0): Azurite writes its tables and queues at intervals and when it is stopped.
     */
    public static Azurite onDisk(Path directory) {
        return new Azurite(List.of("--location", directory.toString()));
    }

    /** The account that every tool for Azurite knows. */
    public StorageAccount account() {
        return StorageAccount.of(FIRST, FIRST_KEY, ports);
    }

    /** Another account of the same server. */
    public StorageAccount secondAccount() {
        return StorageAccount.of(SECOND, SECOND_KEY, ports);
    }

    /**
     * The id of the server's process.
     *
     * @throws IllegalStateException if it does not run
     */
    public long processId() {
        return running().id();
    }

    /** Tells whether the server runs. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Stops the server; it saves first what it keeps on disk. */
    public void stop() {
        running().stop();
        process = null;
    }

    /** Kills the server, as a power cut would. */
    public void kill() {
        running().kill();
        process = null;
    }

    /** Starts the server again after {@link #stop} or {@link #kill}, with the same ports, and the same data if they are on disk. */
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("the server runs already");
        }
        ServerProcess again = launch(ports);
        again.ports();
        process = again;
    }

    @Override
    public void close() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    private ServerProcess running() {
        if (process == null) {
            throw new IllegalStateException("the server does not run");
        }
        return process;
    }

    private ServerProcess launch(Ports wanted) {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--require",
                Installation.watch().toString(),
                Installation.server().toString()));
        command.addAll(List.of("--silent", "--disableTelemetry", "--skipApiVersionCheck", "--loose"));
        command.addAll(wanted.arguments());
        command.addAll(persistence);
        String accounts = FIRST + ":" + FIRST_KEY + ";" + SECOND + ":" + SECOND_KEY;
        return ServerProcess.start(command, Map.of("AZURITE_ACCOUNTS", accounts));
    }
}
