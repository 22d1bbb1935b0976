// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import java.util.List;
import java.util.Set;

/** What the specification has and this version has not: it says so, instead of a bare "nothing here". */
final class LaterCalls {
    private static final String POLICY = "a policy for each app";
    private static final String WAIVERS = "waivers";

    private LaterCalls() {}

    static List<Route> routes() {
        return List.of(
                later("GET", "/api/apps/{app}/policy", POLICY),
                later("PUT", "/api/apps/{app}/policy", POLICY),
                later("GET", "/api/apps/{app}/waivers", WAIVERS),
                later("POST", "/api/apps/{app}/waivers", WAIVERS),
                later("DELETE", "/api/apps/{app}/waivers/{id}", WAIVERS),
                later("POST", "/api/apps/{app}/seal", "sealing a slot"));
    }

    private static Route later(String method, String path, String what) {
        return new Route(method, path, null, Route.Body.NONE, Set.of(), call -> refuse(what), false);
    }

    private static HttpAnswer refuse(String what) {
        throw new ProblemException(Problem.of(
                ErrorCode.NOT_FOUND,
                what + ": not in this version",
                "see /openapi.yaml for what there is; force with a reason is what overrides a verdict now"));
    }
}
