// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import org.jspecify.annotations.Nullable;

/** Who makes a call, and what they may do. */
public final class Caller {
    private final @Nullable Key key;
    private final Actor actor;

    private Caller(@Nullable Key key, Actor actor) {
        this.key = key;
        this.actor = actor;
    }

    /** Whoever calls a backend without keys: everything is allowed, and the actor is {@code local}. */
    static Caller local(@Nullable String onBehalfOf) {
        return new Caller(null, new Actor(Actor.LOCAL.name(), onBehalfOf));
    }

    static Caller of(Key key, @Nullable String onBehalfOf) {
        return new Caller(key, new Actor(key.name(), onBehalfOf));
    }

    /**
     * Returns who stands in decisions.
     *
     * @return the key's name or {@code local}, with whom the caller named
     */
    public Actor actor() {
        return actor;
    }

    /**
     * Tells whether the caller has a role.
     *
     * @param role the role that something needs
     * @return true if it has it, or one that includes it
     */
    public boolean has(Role role) {
        return key == null || key.role().includes(role);
    }

    /**
     * Tells whether the caller may see and touch an app.
     *
     * @param app the app
     * @return true unless the key is limited to others
     */
    public boolean mayUse(AppName app) {
        return key == null || key.covers(app);
    }

    /**
     * Tells whether the caller is kept to some apps, and so may not see what belongs to none or to all.
     *
     * @return true if its key has a list of apps
     */
    public boolean isLimitedToApps() {
        return key != null && key.isLimitedToApps();
    }
}
