// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.log;

import io.hubgate.examples.backend.http.Exchange;
import io.hubgate.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line for each exchange, without the query. Failures of ours are warnings. */
public final class AccessLog implements Exchange.Listener {
    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final int FAILURE = 500;

    /** Creates an access log. */
    public AccessLog() {}

    @Override
    public void answered(Exchange exchange) {
        (exchange.status() == FAILURE ? LOG.atWarn() : LOG.atInfo())
                .addKeyValue("method", exchange.method())
                .addKeyValue("path", exchange.path())
                .addKeyValue("route", exchange.route())
                .addKeyValue("status", exchange.status())
                .addKeyValue("ms", exchange.took().toMillis())
                .addKeyValue("actor", exchange.actor() == null ? "-" : exchange.actor())
                .log(
                        "{} {} {} in {} ms by {}",
                        Text.shown(exchange.method()),
                        Text.shown(exchange.path()),
                        exchange.status(),
                        exchange.took().toMillis(),
                        exchange.actor() == null ? "nobody" : Text.shown(exchange.actor()));
    }
}
