// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A request that came to a proxy.
 *
 * @param number which one of this proxy, from 1
 * @param method the method, as {@code GET}
 * @param target path and query as they were sent, percent codes and all
 * @param body the body as it travelled, each byte a character; empty in the record of a proxy, which would grow too large
 */
public record ProxiedRequest(int number, String method, String target, String body) {
    /** Path and query with percent codes and plus signs read, for assertions about filters. */
    public String readableTarget() {
        return URLDecoder.decode(target, StandardCharsets.UTF_8);
    }

    ProxiedRequest withoutBody() {
        return new ProxiedRequest(number, method, target, "");
    }

    @Override
    public String toString() {
        return number + " " + method + " " + target;
    }
}
