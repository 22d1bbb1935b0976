// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as the file has them now: looked at again at most once a second, when a call comes. A changed file that cannot be used leaves
 * the old keys in force, and says so in the log once; a file that cannot be used at the start is an error. Thread-safe.
 */
public final class KeysFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeysFile.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final long LARGEST = 1024 * 1024;

    private final Path file;
    private final InstantSource clock;
    private Stamp stamp;
    private Instant lookedAt;
    private volatile KeyRing keys;

    /**
     * Reads the file.
     *
     * @param file the keys file
     * @param clock tells when to look again
     * @throws IllegalArgumentException if the file cannot be read or used; the message says why, without secrets
     */
    public KeysFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.lookedAt = clock.instant();
        try {
            this.stamp = Stamp.of(file);
            this.keys = load();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Returns how many keys are in force.
     *
     * @return at least 1
     */
    public int size() {
        return keys.size();
    }

    KeyRing current() {
        lookAgain();
        return keys;
    }

    private synchronized void lookAgain() {
        Instant now = clock.instant();
        if (Duration.between(lookedAt, now).compareTo(LOOK_AGAIN) < 0 && !now.isBefore(lookedAt)) {
            return;
        }
        lookedAt = now;
        Stamp seen = null;
        try {
            seen = Stamp.of(file);
            if (seen.equals(stamp)) {
                return;
            }
            keys = load();
            LOG.info("the keys file changed: {} keys are in force", keys.size());
        } catch (IOException e) {
            complain(seen, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            complain(seen, String.valueOf(e.getMessage()));
        }
        stamp = seen == null ? Stamp.MISSING : seen;
    }

    private void complain(@Nullable Stamp seen, String why) {
        Stamp now = seen == null ? Stamp.MISSING : seen;
        if (!now.equals(stamp)) {
            LOG.error("the keys file changed and cannot be used, the old keys stay in force: {}", why);
        }
    }

    private KeyRing load() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("it is larger than 1 MiB");
        }
        return KeysFormat.read(Files.readString(file));
    }

    /** What tells one version of the file from another without reading it; the file's identity tells a replaced one. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object identity) {
        static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1, null);

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }
}
