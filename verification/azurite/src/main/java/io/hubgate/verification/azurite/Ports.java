// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.util.ArrayList;
import java.util.List;

/** The ports of a server on loopback; 0 lets the system choose a free one. */
record Ports(int blob, int queue, int table) {
    static final Ports ANY = new Ports(0, 0, 0);

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "blob", blob);
        add(arguments, "queue", queue);
        add(arguments, "table", table);
        return arguments;
    }

    private static void add(List<String> arguments, String service, int port) {
        arguments.add("--" + service + "Host");
        arguments.add("127.0.0.1");
        arguments.add("--" + service + "Port");
        arguments.add(Integer.toString(port));
    }
}
