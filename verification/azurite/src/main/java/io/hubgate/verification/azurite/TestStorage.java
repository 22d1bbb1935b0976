// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.util.Optional;
import java.util.UUID;
import org.opentest4j.TestAbortedException;

/**
 * The storage that the tests of this JVM share: an Azurite in memory, started when first asked for; or a real account, if {@value #VARIABLE}
 * holds its connection string. Others use a real account too, so a test takes {@linkplain #freshName fresh names} and looks at nothing else.
 * Thread-safe.
 */
public final class TestStorage {
    /** The environment variable with the connection string of a real account. */
    public static final String VARIABLE = "HUBGATE_TEST_STORAGE_CONNECTION_STRING";

    /** The environment variable with the connection string of a second one. */
    public static final String SECOND_VARIABLE = "HUBGATE_TEST_SECOND_STORAGE_CONNECTION_STRING";

    private final StorageAccount account;
    private final Optional<StorageAccount> second;

    TestStorage(StorageAccount account, Optional<StorageAccount> second) {
        this.account = account;
        this.second = second;
    }

    /** The storage of this JVM. */
    public static TestStorage shared() {
        return Chosen.STORAGE;
    }

    /** The Azurite of this JVM, whatever the variables say: for tests that put a proxy before it. */
    public static Azurite sharedAzurite() {
        return Shared.AZURITE;
    }

    /** The account to test on. */
    public StorageAccount account() {
        return account;
    }

    /** Another account. With a real first one and no second, the test that asks is reported as aborted. */
    public StorageAccount secondAccount() {
        return second.orElseThrow(() -> new TestAbortedException("set " + SECOND_VARIABLE + " for this test"));
    }

    /**
     * A name that nothing has yet, for a table, a queue or a container.
     *
     * @param prefix a lower-case letter, then up to 20 lower-case letters and digits
     * @return the prefix and 32 lower-case letters and digits
     */
    public static String freshName(String prefix) {
        if (!prefix.matches("[a-z][a-z0-9]{0,20}")) {
            throw new IllegalArgumentException("not a prefix for names of tables and queues: " + prefix);
        }
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    static TestStorage chosenBy(Optional<String> first, Optional<String> second) {
        return first.map(real -> new TestStorage(StorageAccount.parse(real), second.map(StorageAccount::parse)))
                .orElseGet(() -> new TestStorage(
                        sharedAzurite().account(), Optional.of(sharedAzurite().secondAccount())));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static final class Chosen {
        static final TestStorage STORAGE = chosenBy(variable(VARIABLE), variable(SECOND_VARIABLE));
    }

    private static final class Shared {
        static final Azurite AZURITE = started();

        private static Azurite started() {
            Azurite azurite = Azurite.inMemory();
            Runtime.getRuntime().addShutdownHook(new Thread(azurite::close, "azurite-end"));
            return azurite;
        }
    }
}
