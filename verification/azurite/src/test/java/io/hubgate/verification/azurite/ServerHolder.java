// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.io.IOException;

/** A program that starts a server, prints its process id, and waits until it is killed. */
final class ServerHolder {
    private ServerHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Azurite azurite = Azurite.inMemory()) {
            System.out.println(azurite.processId());
            System.in.read();
        }
    }
}
