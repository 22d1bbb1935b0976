// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.document;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import java.net.URI;
import java.util.function.Supplier;

/** The places of the page that answers link to. */
public final class Links {
    private final Supplier<URI> base;

    /**
     * Creates links.
     *
     * @param base where people reach this server, without a slash at the end; asked each time, since a free port is known late
     */
    public Links(Supplier<URI> base) {
        this.base = base;
    }

    /** Names are letters, digits and hyphens: nothing in them needs escaping. */
    String to(AppName app) {
        return base.get() + "/#/apps/" + app.key();
    }

    String to(TaskHubName hub) {
        return base.get() + "/#/taskhubs/" + hub.key();
    }
}
