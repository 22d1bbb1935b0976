// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

/**
 * What one judge said at one moment.
 *
 * @param judge who
 * @param moment of what
 * @param said what
 */
record Judgement(Judge judge, Moment moment, Said said) {
    boolean isFalseReady() {
        return said == Said.READY && moment.expected() == Moment.Expected.NEVER_READY;
    }

    boolean isFalseBusy() {
        return said == Said.NOT_READY && moment.expected() == Moment.Expected.READY;
    }

    boolean isFalseUnknown() {
        return said == Said.UNKNOWN && moment.expected() == Moment.Expected.READY;
    }

    boolean isMistake() {
        return isFalseReady() || isFalseBusy() || isFalseUnknown();
    }

    /** The name of a mistake in the reviewed list. */
    String key() {
        return String.join(
                " | ",
                judge.name(),
                said.name(),
                moment.recording().toString(),
                moment.name(),
                moment.hub().value());
    }
}
