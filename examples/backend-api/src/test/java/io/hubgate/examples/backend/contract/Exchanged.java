// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.contract;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One request and its answer, as the contract looks at them. */
record Exchanged(String method, String path, String query, String sent, int status, HttpHeaders headers, String body) {
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    Set<String> headerNames() {
        return headers.map().keySet();
    }

    String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", -1)[0].strip())
                .orElse("");
    }

    Set<String> queryNames() {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", -1)[0])
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " → " + status + " " + body;
    }
}
