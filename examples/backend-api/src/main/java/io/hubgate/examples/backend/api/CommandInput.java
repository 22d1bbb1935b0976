// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.deployment.Force;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.Text;
import io.hubgate.model.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says with a command. It is read before it is known who calls; a force gets its person later. */
final class CommandInput {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Pattern TOKEN = Pattern.compile("(\"?)([0-9]{1,18})\\1");

    private final Options options;

    private CommandInput(Options options) {
        this.options = options;
    }

    /** Reads those of the shared fields that the call has; which it may have was checked when the fields were taken. */
    static CommandInput of(Call call, Fields fields) {
        return new CommandInput(new Options(
                fields.text("observedHub").map(ObservedHub::of).orElse(null),
                holder(fields),
                fields.span("lease", SHORTEST_LEASE, LONGEST_LEASE).orElse(null),
                fields.text("reason").orElse(null),
                force(fields),
                ifMatch(call)));
    }

    /** The options of a command that has nothing but a reason and a token. */
    static Options audited(Call call, Fields fields) {
        return new Options(null, null, null, fields.text("reason").orElse(null), null, ifMatch(call));
    }

    /** The options of a command that has nothing but a token. */
    static Options matching(Call call) {
        return new Options(null, null, null, null, null, ifMatch(call));
    }

    private static @Nullable Holder holder(Fields fields) {
        Optional<Fields> holder = fields.object("holder", "name", "url");
        return holder.map(given -> new Holder(
                        given.text("name")
                                .orElseThrow(() -> given.refused("name", "give the name of the pipeline run")),
                        given.text("url").orElse(null)))
                .orElse(null);
    }

    private static @Nullable Force force(Fields fields) {
        Optional<Fields> force = fields.object("force", "reason", "acceptUnknown");
        return force.map(given -> new Force(
                        given.text("reason").orElseThrow(() -> given.refused("reason", "say why")),
                        given.flag("acceptUnknown"),
                        Actor.LOCAL))
                .orElse(null);
    }

    /** Any token is no token: {@code *} only says that the caller does not care. */
    static @Nullable Token ifMatch(Call call) {
        String header = call.header("If-Match").map(String::strip).orElse("*");
        if ("*".equals(header)) {
            return null;
        }
        Matcher matcher = TOKEN.matcher(header);
        if (!matcher.matches()) {
            throw ProblemException.badRequest(
                    "the header If-Match is '" + Text.shown(header) + "'",
                    "give the token of an earlier answer, such as 17 or \"17\", or *");
        }
        return new Token(Long.parseLong(matcher.group(2)));
    }

    Role role() {
        return options.force() == null ? Role.DEPLOY : Role.ADMIN;
    }

    Options by(Actor actor) {
        Force order = options.force();
        return order == null ? options : options.forced(new Force(order.reason(), order.acceptUnknown(), actor));
    }
}
