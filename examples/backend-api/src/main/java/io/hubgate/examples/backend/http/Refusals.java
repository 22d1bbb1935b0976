// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.model.AppName;
import io.hubgate.model.Text;

/** The refusals that have nothing to do with what a call means: who calls, how, and how much. */
final class Refusals {
    private Refusals() {}

    /** Only Bearer is offered: a browser that is offered Basic keeps the password and sends it along on its own. */
    static ProblemException noKey() {
        return new ProblemException(Problem.of(
                        ErrorCode.UNAUTHENTICATED,
                        "no key was presented that is known here",
                        "send 'Authorization: Bearer KEY' with a key of the server's keys file")
                .header("WWW-Authenticate", "Bearer realm=\"hubgate\""));
    }

    static ProblemException roleMissing(Caller caller, Role needed) {
        return forbidden(
                "the key '" + Text.shown(caller.actor().name()) + "' does not have the role " + needed.word(),
                "use a key with the role " + needed.word());
    }

    static ProblemException otherApps(Caller caller, AppName app) {
        return forbidden(
                "the key '" + Text.shown(caller.actor().name()) + "' is not for the app " + app,
                "use a key whose apps include " + app);
    }

    static ProblemException limited(Caller caller) {
        return forbidden(
                "the key '" + Text.shown(caller.actor().name())
                        + "' is for some apps only, and this call is about all of them",
                "use a key without a list of apps");
    }

    static ProblemException forbidden(String detail, String fix) {
        return new ProblemException(Problem.of(ErrorCode.FORBIDDEN, detail, fix));
    }

    static Problem nothingThere() {
        return Problem.of(ErrorCode.NOT_FOUND, "there is nothing at this path", "see /openapi.yaml for what there is");
    }

    static Problem otherMethod(String method, String allowed) {
        return Problem.of(
                        405,
                        ErrorCode.NOT_FOUND,
                        "this path does not take " + Text.shown(method),
                        "it takes " + allowed + "; see /openapi.yaml")
                .header("Allow", allowed);
    }

    static ProblemException mediaType(String given) {
        return new ProblemException(Problem.of(
                415,
                ErrorCode.NOT_FOUND,
                "the body's type is '" + Text.shown(given) + "'",
                "send JSON with 'Content-Type: application/json', unencoded"));
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(Problem.of(
                413, ErrorCode.NOT_FOUND, "the body has more than " + limit + " bytes", "send a smaller one"));
    }
}
