// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their storage: a parameter of type {@link TestStorage} or {@link StorageAccount} is what {@link TestStorage#shared} says, one of
 * type {@link Azurite} is the emulator in any case. It is started by the first test of the JVM that asks, shared by all, and ends with the JVM.
 */
public final class AzuriteExtension implements ParameterResolver {
    /** Creates the extension. */
    public AzuriteExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestStorage.class || type == StorageAccount.class || type == Azurite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Azurite.class) {
            return TestStorage.sharedAzurite();
        }
        return type == TestStorage.class
                ? TestStorage.shared()
                : TestStorage.shared().account();
    }
}
