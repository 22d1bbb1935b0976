// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which role may make which call, written by hand from the specification. */
final class AccessGrid {
    private static final Set<Who> READERS = EnumSet.of(Who.READ, Who.DEPLOY, Who.CLEANUP, Who.ADMIN);
    private static final Set<Who> DEPLOYERS = EnumSet.of(Who.DEPLOY, Who.ADMIN);
    private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);

    private AccessGrid() {}

    /** The roles of the keys file; {@code NONE} presents no key. */
    enum Who {
        NONE,
        READ,
        DEPLOY,
        CLEANUP,
        ADMIN,
        EVENTS;

        String secret() {
            return name().toLowerCase(Locale.ROOT) + "-secret-0123456789";
        }
    }

    /** Every call, and who may make it. */
    static Map<String, Set<Who>> grid() {
        Map<String, Set<Who>> grid = new LinkedHashMap<>();
        for (String look : new String[] {
            "/api/apps",
            "/api/apps/{app}",
            "/api/apps/{app}/status",
            "/api/apps/{app}/slots/{slot}/status",
            "/api/apps/{app}/slots/{slot}/gate",
            "/api/gate",
            "/api/apps/{app}/decisions",
            "/api/apps/{app}/why",
            "/api/apps/{app}/policy",
            "/api/apps/{app}/waivers",
            "/api/taskhubs/{hub}/status",
            "/api/taskhubs/{hub}/instances",
            "/api/events/quarantine",
            "/metrics"
        }) {
            grid.put("GET " + look, READERS);
        }
        for (String step : new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend", "seal"}) {
            grid.put("POST /api/apps/{app}/" + step, DEPLOYERS);
        }
        grid.put("POST /api/apps/{app}/slots/{slot}", DEPLOYERS);
        grid.put("POST /api/apps/{app}/cleanup", EnumSet.of(Who.DEPLOY, Who.CLEANUP, Who.ADMIN));
        grid.put("PUT /api/apps/{app}", EnumSet.of(Who.ADMIN));
        grid.put("PUT /api/apps/{app}/policy", EnumSet.of(Who.ADMIN));
        grid.put("POST /api/apps/{app}/waivers", EnumSet.of(Who.ADMIN));
        grid.put("DELETE /api/apps/{app}/waivers/{id}", EnumSet.of(Who.ADMIN));
        grid.put("POST /api/events/quarantine/{id}/dismiss", EnumSet.of(Who.ADMIN));
        grid.put("POST /api/events", EnumSet.of(Who.EVENTS));
        grid.put("OPTIONS /api/events", EnumSet.of(Who.EVENTS));
        for (String open : new String[] {"/healthz", "/readyz", "/openapi.yaml", "/", "/page/{file}"}) {
            grid.put("GET " + open, EVERYBODY);
        }
        return grid;
    }
}
