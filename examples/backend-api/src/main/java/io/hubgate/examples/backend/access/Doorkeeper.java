// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells who a caller is. Thread-safe. */
public final class Doorkeeper {
    private static final String ON_BEHALF_OF = "X-Hubgate-Actor";

    private final @Nullable KeysFile keys;

    /**
     * Creates a doorkeeper.
     *
     * @param keys the keys, or null if every local caller has all roles
     */
    public Doorkeeper(@Nullable KeysFile keys) {
        this.keys = keys;
    }

    /**
     * Tells whether there are keys at all.
     *
     * @return false if every local caller has all roles
     */
    public boolean hasKeys() {
        return keys != null;
    }

    /**
     * Returns who makes a call.
     *
     * @param header reads a header of the request, null if it is not there
     * @return the caller, or empty if no key was presented that is known
     */
    public Optional<Caller> identify(Function<String, @Nullable String> header) {
        return identify(header, Presented.inHeaders(header));
    }

    /**
     * Returns who delivers events; such calls may present their key in two more places.
     *
     * @param header reads a header of the request, null if it is not there
     * @param code the query parameter {@code code}, or null
     * @return the caller, or empty if no key was presented that is known
     */
    public Optional<Caller> identifyDelivery(Function<String, @Nullable String> header, @Nullable String code) {
        List<String> secrets = new ArrayList<>(Presented.inHeaders(header));
        secrets.addAll(Presented.forEvents(header, code));
        return identify(header, secrets);
    }

    private Optional<Caller> identify(Function<String, @Nullable String> header, List<String> secrets) {
        String onBehalfOf = header.apply(ON_BEHALF_OF);
        String named = onBehalfOf == null || onBehalfOf.isBlank() ? null : onBehalfOf.strip();
        if (keys == null) {
            return Optional.of(Caller.local(named));
        }
        KeyRing ring = keys.current();
        return secrets.stream()
                .map(ring::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(key -> Caller.of(key, named));
    }
}
