// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import java.net.URI;
import java.util.function.Supplier;

/** A few commands to copy that make an empty backend live, filled with its own address. */
public final class ExampleLines {
    private final Supplier<URI> address;
    private final boolean withKeys;

    /**
     * Creates the lines.
     *
     * @param address where people reach this server; asked when the lines are, since a free port is known only then
     * @param withKeys whether calls need a key
     */
    public ExampleLines(Supplier<URI> address, boolean withKeys) {
        this.address = address;
        this.withKeys = withKeys;
    }

    /**
     * Returns the lines.
     *
     * @return plain text
     */
    public String text() {
        String url = address.get().toString();
        String key = withKeys ? " -H \"Authorization: Bearer $HUBGATE_KEY\"" : "";
        return """
                Hubgate: may this deployment slot be overwritten now?

                # Say what is physically where (production runs OrdersHub1, staging is empty):
                curl%2$s -X PUT %1$s/api/apps/orders \\
                  -H 'Content-Type: application/json' -d '{"slots":{"production":"OrdersHub1","staging":null}}'

                # Ask whether staging may be overwritten (200 yes, 409 no, 503 cannot tell):
                curl%2$s --fail-with-body -H 'Accept: text/plain' %1$s/api/apps/orders/slots/staging/gate

                # Say what goes into staging, before it is deployed there:
                curl%2$s -X POST %1$s/api/apps/orders/slots/staging \\
                  -H 'Content-Type: application/json' -d '{"taskHub":"OrdersHub2"}'

                # Let the Durable Functions extension report to %1$s/api/events (host.json: eventGridTopicEndpoint).
                # All calls: %1$s/openapi.yaml     The page for people: open %1$s/ in a browser.
                """.formatted(url, key);
    }
}
