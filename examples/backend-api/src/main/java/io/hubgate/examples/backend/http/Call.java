// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.model.AppName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request, as a call reads it. What a caller may do is asked after the request was read, so that a mistake in it is told the same to
 * everybody (rule P-15). Used by one thread.
 */
public final class Call {
    private final Route route;
    private final Map<String, String> path;
    private final Query query;
    private final Function<String, @Nullable String> header;
    private final List<String> headerNames;
    private final Supplier<byte[]> body;
    private final Function<Call, Optional<Caller>> doorkeeper;
    private @Nullable Caller caller;

    Call(
            Route route,
            Map<String, String> path,
            Query query,
            Function<String, @Nullable String> header,
            List<String> headerNames,
            Supplier<byte[]> body,
            Function<Call, Optional<Caller>> doorkeeper) {
        this.route = route;
        this.path = path;
        this.query = query;
        this.header = header;
        this.headerNames = List.copyOf(headerNames);
        this.body = body;
        this.doorkeeper = doorkeeper;
    }

    /**
     * Returns a parameter of the path.
     *
     * @param name its name in the route
     * @return its decoded value
     */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    /**
     * Returns the query parameters.
     *
     * @return the parameters
     */
    public Query query() {
        return query;
    }

    /**
     * Returns a header.
     *
     * @param name its name in any letter case
     * @return its value, or empty
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(header.apply(name));
    }

    /**
     * Reads the body; once only.
     *
     * @return the bytes, none if there is no body
     * @throws ProblemException if it is too large, of the wrong media type, or ends early
     */
    public byte[] body() {
        return body.get();
    }

    /**
     * Returns the fields of the JSON body.
     *
     * @param known the names of all fields that it may have
     * @return the fields; of an empty body none
     * @throws ProblemException if the body is not JSON, no object, or has other fields
     */
    public Fields fields(String... known) {
        return Fields.of(parsed(body()), known);
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.isBlank() ? Json.object() : Json.strict(text);
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("the body is not UTF-8", "encode it as UTF-8");
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(
                    "the body is not one JSON document without repeated fields" + place(e.getLocation()),
                    "send one JSON object, or nothing");
        }
    }

    /** Some refusals of the parser, such as of too deep nesting, have no place. */
    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /**
     * Lets the caller in, or refuses the call.
     *
     * @param needed the role that this very request needs
     * @return the caller
     * @throws ProblemException if no known key was presented, or its role does not suffice
     */
    public Caller admit(Role needed) {
        Caller known = identified();
        if (!known.has(needed)) {
            throw Refusals.roleMissing(known, needed);
        }
        return known;
    }

    /**
     * Lets the caller in for one app, or refuses the call.
     *
     * @param needed the role that this very request needs
     * @param app the app that it is about
     * @return the caller
     * @throws ProblemException if no known key was presented, its role does not suffice, or it is for other apps
     */
    public Caller admit(Role needed, AppName app) {
        Caller known = admit(needed);
        if (!known.mayUse(app)) {
            throw Refusals.otherApps(known, app);
        }
        return known;
    }

    /**
     * Lets the caller in for one app with either of two roles, or refuses the call.
     *
     * @param first one role that suffices
     * @param second another one
     * @param app the app that it is about
     * @return the caller
     * @throws ProblemException as {@link #admit(Role, AppName)}
     */
    public Caller admitEither(Role first, Role second, AppName app) {
        return admit(identified().has(second) ? second : first, app);
    }

    /**
     * Lets a caller in for what belongs to no single app, or refuses the call.
     *
     * @param needed the role that this very request needs
     * @return the caller
     * @throws ProblemException as {@link #admit(Role)}, and if its key is limited to some apps
     */
    public Caller admitToAll(Role needed) {
        Caller known = admit(needed);
        if (known.isLimitedToApps()) {
            throw Refusals.limited(known);
        }
        return known;
    }

    /**
     * Returns all headers, for handlers that read them by themselves.
     *
     * @return names and first values
     */
    public Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>();
        headerNames.forEach(name -> header(name).ifPresent(value -> all.put(name, value)));
        return all;
    }

    /**
     * Tells whether the caller prefers one line of text to JSON.
     *
     * @return true if the {@code Accept} header says so
     */
    public boolean wantsText() {
        return Accept.of(header("Accept").orElse("*/*")).prefers("text/plain", "application/json");
    }

    Route route() {
        return route;
    }

    /** Returns who was let in, or null if nobody was yet. */
    @Nullable
    Caller admitted() {
        return caller;
    }

    private Caller identified() {
        if (caller == null) {
            caller = doorkeeper.apply(this).orElseThrow(Refusals::noKey);
        }
        return caller;
    }
}
