// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;

/** The steps of a pipeline, in the few words that most tests need. */
record Steps(ContractHttp http) {
    /** Declares an app whose production holds {@code app + "0"} and whose staging is empty. */
    void declare(String app) {
        Reply reply = http.put("/api/apps/" + app, "{\"slots\":{\"production\":\"" + app + "0\",\"staging\":null}}");
        assertThat(reply.status()).isEqualTo(201);
    }

    Reply stage(String app, String hub) {
        return http.post("/api/apps/" + app + "/slots/staging", "{\"taskHub\":\"" + hub + "\"}");
    }

    Reply step(String app, String step, String hub) {
        return http.post("/api/apps/" + app + "/" + step, "{\"taskHub\":\"" + hub + "\"}");
    }

    /** Brings a second release live and drains nothing: staging then holds {@code app + "0"}. */
    void deploySecond(String app) {
        declare(app);
        assertThat(stage(app, app + "1").next()).isEqualTo("deploy");
        assertThat(step(app, "swap", app + "1").next()).isEqualTo("swap-slots");
        assertThat(step(app, "confirm", app + "1").next()).isEqualTo("nothing");
    }

    void deliver(String... events) {
        Reply reply = http.send("POST", "/api/events", Events.delivery(events));
        assertThat(reply.status()).isEqualTo(200);
    }
}
