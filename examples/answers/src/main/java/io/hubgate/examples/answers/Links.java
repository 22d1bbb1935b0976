// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The places of the page that answers link to. */
public final class Links {
    /** No links: nothing serves a page. */
    public static final Links NONE = new Links(() -> null);

    private final Supplier<@Nullable URI> base;

    /**
     * Creates links.
     *
     * @param base where people reach this server, without a slash at the end; asked each time, since a free port is known late
     */
    public Links(Supplier<@Nullable URI> base) {
        this.base = base;
    }

    @Nullable
    String to(AppName app) {
        return to("apps", app.key());
    }

    @Nullable
    String to(TaskHubName hub) {
        return to("taskhubs", hub.key());
    }

    /** Names are letters, digits and hyphens: nothing in them needs escaping. */
    private @Nullable String to(String kind, String key) {
        URI server = base.get();
        return server == null ? null : server + "/#/" + kind + "/" + key;
    }
}
