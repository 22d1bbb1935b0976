// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import io.hubgate.model.Text;

/**
 * A value and the name it came by, so that a refusal names what the person wrote.
 *
 * @param name the setting's or field's name
 * @param value what was given for it
 */
public record Given(String name, String value) {
    SettingsException refused(String why) {
        return new SettingsException(name + " '" + Text.shown(value) + "' " + why);
    }
}
