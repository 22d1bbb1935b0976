// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Visits every world that can be reached, nearest first, until something wrong is found or nothing new is left. */
final class Exploration {
    private final Scope scope;
    private final Rules rules;
    private final Moves moves;
    private final Predicate<World> isDeadEnd;
    private final Map<String, Node> seen = new HashMap<>();
    private final ArrayDeque<Node> open = new ArrayDeque<>();
    private int depth;
    private int moved;
    private int finished;

    Exploration(Scope scope, Rules rules, Predicate<World> isDeadEnd) {
        this.scope = scope;
        this.rules = rules;
        this.moves = new Moves(scope, rules);
        this.isDeadEnd = isDeadEnd;
    }

    /** One world, and how it was first reached. */
    private record Node(World world, @Nullable Node before, String label, int depth) {}

    Result run() {
        Node start = new Node(Starts.world(scope, rules), null, scope.start().toString(), 0);
        seen.put(Form.of(start.world()), start);
        open.add(start);
        List<String> path = List.of();
        while (path.isEmpty() && !open.isEmpty()) {
            path = expand(open.remove());
        }
        return new Result(seen.size(), moved, finished, depth, path);
    }

    /** Visits what can come next, and returns the way to what must not be, or nothing. */
    private List<String> expand(Node node) {
        for (Move move : moves.of(node.world())) {
            moved++;
            finished += move.finishes() ? 1 : 0;
            String wrong = move.wrong() == null ? move.world().wrong() : move.wrong();
            if (wrong != null) {
                return path(node, move.label(), wrong);
            }
            if (visit(new Node(move.world(), node, move.label(), node.depth() + 1)) && isDeadEnd.test(move.world())) {
                return path(node, move.label(), "no pipeline can finish any more");
            }
        }
        return List.of();
    }

    private boolean visit(Node node) {
        if (seen.putIfAbsent(Form.of(node.world()), node) != null) {
            return false;
        }
        depth = Math.max(depth, node.depth());
        if (node.depth() < scope.mostDepth()) {
            open.add(node);
        }
        return true;
    }

    private static List<String> path(Node node, String last, String wrong) {
        List<String> labels = new ArrayList<>(List.of(wrong, last));
        for (Node at = node; at != null; at = at.before()) {
            labels.add(at.label());
        }
        Collections.reverse(labels);
        return labels;
    }

    /**
     * What an exploration found.
     *
     * @param states how many worlds
     * @param moves how many moves between them
     * @param finished how many of the moves finish a deployment
     * @param depth how many moves the farthest world is away
     * @param path the way to something wrong, empty if nothing was found
     */
    record Result(int states, int moves, int finished, int depth, List<String> path) {
        Result {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            return states + " states, " + moves + " moves, " + finished + " of them finish a deployment, depth " + depth
                    + (path.isEmpty()
                            ? ""
                            : ", found in " + (path.size() - 2) + " moves:\n  " + String.join("\n  ", path));
        }
    }
}
