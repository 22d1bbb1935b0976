// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a pipeline. */
final class DeploymentCalls {
    private static final int LARGEST_RELEASE = 2048;

    private final Hubgate hubgate;
    private final CommandAnswers answers;

    DeploymentCalls(Hubgate hubgate, CommandAnswers answers) {
        this.hubgate = hubgate;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/apps/{app}/slots/{slot}", Role.DEPLOY, this::stage),
                step("swap", s -> new Command.Swap(s.app, s.slot, s.hub, s.options)),
                step("confirm", s -> new Command.Confirm(s.app, s.hub, s.options)),
                step("abort", s -> new Command.Abort(s.app, s.namedHub(), s.options)),
                step("rollback", s -> new Command.Rollback(s.app, s.slot, s.hub, s.options)),
                step("retire", s -> new Command.Retire(s.app, s.slot, s.options)),
                step("extend", s -> new Command.Extend(s.app, s.hub, s.options)),
                step("seal", s -> new Command.Seal(s.app, s.slot, s.hub, s.options)));
    }

    private HttpAnswer stage(Call call) {
        AppName app = Names.app(call);
        SlotName slot = Names.slot(call);
        Fields fields = call.fields("taskHub", "release", "new", "observedHub", "holder", "lease", "force");
        TaskHubName hub = fields.text("taskHub")
                .map(TaskHubName::new)
                .orElseThrow(() -> fields.refused("taskHub", "give the name of the new release's task hub"));
        ReleaseLabel release = release(fields, hub);
        boolean isNew = fields.flag("new");
        CommandInput input = CommandInput.of(call, fields);
        Caller caller = call.admit(input.role(), app);
        Command command = new Command.Stage(app, slot, hub, release, isNew, input.by(caller.actor()));
        return answers.of(hubgate.execute(command, caller.actor()), slot);
    }

    private static @Nullable ReleaseLabel release(Fields fields, TaskHubName hub) {
        if (!fields.isObject("release")) {
            return fields.text("release")
                    .map(ReleaseId::new)
                    .map(ReleaseLabel::of)
                    .orElse(null);
        }
        if (fields.size("release") > LARGEST_RELEASE) {
            throw fields.refused("release", "give at most 2 KiB");
        }
        Fields given =
                fields.object("release", "id", "version", "commit", "url").orElseThrow();
        return new ReleaseLabel(
                new ReleaseId(given.text("id").orElse(hub.value())),
                given.text("version").orElse(null),
                given.text("commit").orElse(null),
                given.text("url").orElse(null));
    }

    /** A step, as far as it is read before it is known who calls. */
    private record Step(
            AppName app, SlotName slot, @Nullable TaskHubName hub, Options options) {
        TaskHubName namedHub() {
            return Optional.ofNullable(hub)
                    .orElseThrow(() -> ProblemException.badRequest(
                            "abort names no hub",
                            "name the hub of the deployment in \"taskHub\", so that no other one is aborted"));
        }

        Step by(Options known) {
            return new Step(app, slot, hub, known);
        }
    }

    @FunctionalInterface
    private interface Reading {
        Command command(Step step);
    }

    private Route step(String word, Reading reading) {
        return Route.post("/api/apps/{app}/" + word, Role.DEPLOY, call -> step(call, reading));
    }

    private HttpAnswer step(Call call, Reading reading) {
        AppName app = Names.app(call);
        Fields fields = call.fields("slot", "taskHub", "observedHub", "holder", "lease", "reason", "force");
        SlotName slot = fields.text("slot").map(SlotName::new).orElse(SlotName.STAGING);
        TaskHubName hub = fields.text("taskHub").map(TaskHubName::new).orElse(null);
        CommandInput input = CommandInput.of(call, fields);
        Step step = new Step(app, slot, hub, Options.NONE);
        reading.command(step);
        Caller caller = call.admit(input.role(), app);
        refuseUnknownSlot(app, slot);
        Command command = reading.command(step.by(input.by(caller.actor())));
        return answers.of(hubgate.execute(command, caller.actor()), slot);
    }

    /** Not every step looks at the slot that it was given; a mistyped one is refused all the same. */
    private void refuseUnknownSlot(AppName name, SlotName slot) {
        hubgate.app(name).filter(app -> app.slot(slot).isEmpty()).ifPresent(app -> {
            throw new ProblemException(Problem.of(
                    ErrorCode.SLOT_UNKNOWN,
                    name + " has no slot " + slot,
                    "declare the slot, or use one of " + app.slots().keySet()));
        });
    }
}
