// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.examples.backend.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call: where it is, who may make it, what it takes.
 *
 * @param method the HTTP method
 * @param path with parameters in braces, such as {@code /api/apps/{app}}
 * @param role the least role that may make it, or null if it is open to all
 * @param body which body it takes
 * @param query the names of its query parameters
 * @param handler what it does
 * @param endless whether the answer goes on until the caller leaves
 */
public record Route(
        String method,
        String path,
        @Nullable Role role,
        Body body,
        Set<String> query,
        Handler handler,
        boolean endless) {
    /** Which body a call takes. */
    public enum Body {
        /** None; if one comes it is not read. */
        NONE,
        /** A JSON object, or nothing, which counts as {@code {}}. */
        JSON,
        /** Bytes of any media type, up to the limit of deliveries; unknown query parameters pass. */
        DELIVERY
    }

    /** What a call does: it reads the whole request first, then asks {@link Call#admit}, then acts. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Carries out a call.
         *
         * @param call the request
         * @return the answer
         */
        HttpAnswer handle(Call call);
    }

    /** Copies the names. */
    public Route {
        query = Set.copyOf(query);
    }

    /**
     * Returns a call that looks.
     *
     * @param path the path
     * @param role the least role, or null if it is open
     * @param handler what it does
     * @return the route
     */
    public static Route get(String path, @Nullable Role role, Handler handler) {
        return new Route("GET", path, role, Body.NONE, Set.of(), handler, false);
    }

    /**
     * Returns a call that changes something.
     *
     * @param path the path
     * @param role the least role
     * @param handler what it does
     * @return the route
     */
    public static Route post(String path, Role role, Handler handler) {
        return new Route("POST", path, role, Body.JSON, Set.of(), handler, false);
    }

    /**
     * Returns a call that sets something.
     *
     * @param path the path
     * @param role the least role
     * @param handler what it does
     * @return the route
     */
    public static Route put(String path, Role role, Handler handler) {
        return new Route("PUT", path, role, Body.JSON, Set.of(), handler, false);
    }

    /**
     * Returns a call that takes something away.
     *
     * @param path the path
     * @param role the least role
     * @param handler what it does
     * @return the route
     */
    public static Route delete(String path, Role role, Handler handler) {
        return new Route("DELETE", path, role, Body.NONE, Set.of(), handler, false);
    }

    /** Looking without a body makes sense wherever the answer ends by itself. */
    boolean hasHead() {
        return "GET".equals(method) && !endless;
    }

    /**
     * Returns this call as one whose answer goes on until the caller leaves.
     *
     * @return the route
     */
    public Route streaming() {
        return new Route(method, path, role, body, query, handler, true);
    }

    /**
     * Returns this call with query parameters.
     *
     * @param names their names
     * @return the route
     */
    public Route query(String... names) {
        return new Route(method, path, role, body, Set.of(names), handler, endless);
    }
}
