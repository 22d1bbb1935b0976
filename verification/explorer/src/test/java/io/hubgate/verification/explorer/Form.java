// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one form of all worlds that differ only in the names of hubs and pipelines. */
final class Form {
    private final World world;
    private final Client first;
    private final Client second;
    private final Map<TaskHubName, Character> letters = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(64);

    private Form(World world, Client first, Client second) {
        this.world = world;
        this.first = first;
        this.second = second;
    }

    static String of(World world) {
        String one = new Form(world, world.first(), world.second()).write();
        String other = new Form(world, world.second(), world.first()).write();
        return one.compareTo(other) <= 0 ? one : other;
    }

    private String write() {
        App app = world.app();
        Slot production = app.slot(SlotName.PRODUCTION).orElseThrow();
        Slot staging = app.slot(SlotName.STAGING).orElseThrow();
        name(production.recorded());
        name(staging.recorded());
        write(app.deployment());
        name(world.physical().production());
        name(world.physical().staging());
        text.append(world.physical().run().name().charAt(0));
        write(first);
        write(second);
        text.append(production.maybeEmpty() ? 'e' : 'h').append(staging.maybeEmpty() ? 'e' : 'h');
        nameTheRest();
        letters.keySet().forEach(hub -> text.append(traits(hub)));
        return text.toString();
    }

    private void name(@Nullable TaskHubName hub) {
        text.append(hub == null ? '-' : (char) letters.computeIfAbsent(hub, h -> (char) ('A' + letters.size())));
    }

    private void write(@Nullable Deployment open) {
        if (open == null) {
            text.append('.');
            return;
        }
        text.append(open.step().name(), 0, 2)
                .append(open.kind().name().charAt(0))
                .append(Machine.Lease.of(open).name().charAt(0))
                .append(open.isSealed() ? "S" : "");
        name(open.taskHub());
        String who = open.holder().name().split(" ", 2)[0];
        text.append(who.equals(first.name()) ? '1' : who.equals(second.name()) ? '2' : '0');
    }

    private void write(Client client) {
        text.append(client.step().name());
        name(client.hub());
        if (client.seen() != null) {
            text.append(client.tokenIsCurrent() ? '=' : '~').append(client.sawExpired() ? 'x' : ' ');
            name(client.seen().hub());
        }
        text.append(client.rollsBack() ? 'r' : client.waited() ? 'w' : ' ');
        if (client.rollsBack() && client.waited()) {
            text.append('w');
        }
    }

    /** Hubs that only sets name are told apart by what they are. */
    private void nameTheRest() {
        List<TaskHubName> rest = new ArrayList<>(Nature.usedNames(world));
        rest.removeAll(letters.keySet());
        rest.sort(Comparator.comparing(this::traits));
        rest.forEach(hub -> letters.put(hub, (char) ('A' + letters.size())));
    }

    private String traits(TaskHubName hub) {
        StringBuilder traits = new StringBuilder(4);
        ReleasePhase phase = world.app().phaseOf(hub);
        traits.append(phase == null ? "NEW" : phase.name().substring(0, 3));
        int bits = world.physical().works(hub) ? 1 : 0;
        for (Slot slot : world.app().slots().values()) {
            bits = bits * 2 + (slot.occupants().contains(hub) ? 1 : 0);
        }
        return traits.append((char) ('0' + bits)).toString();
    }
}
