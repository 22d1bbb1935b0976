// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import java.util.ArrayList;
import java.util.List;

/** All that can happen next in a world. */
final class Moves {
    private final Nature nature;
    private final Pipeline pipeline;

    Moves(Scope scope, Rules rules) {
        this.nature = new Nature(scope, rules);
        this.pipeline = new Pipeline(rules);
    }

    List<Move> of(World world) {
        List<Move> all = new ArrayList<>(pipeline.moves(world, world.first()));
        all.addAll(pipeline.moves(world, world.second()));
        all.addAll(nature.moves(world));
        return all;
    }
}
