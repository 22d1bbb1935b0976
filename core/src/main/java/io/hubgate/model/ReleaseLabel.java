// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import org.jspecify.annotations.Nullable;

/**
 * What a pipeline says of a release: its id and, if it likes, version, commit and link. Shown to people, never interpreted.
 *
 * @param id the release id
 * @param version up to 256 characters, or null
 * @param commit up to 256 characters, or null
 * @param url https or http, or null
 */
public record ReleaseLabel(
        ReleaseId id,
        @Nullable String version,
        @Nullable String commit,
        @Nullable String url) {
    /** Checks every part. */
    public ReleaseLabel {
        version = version == null ? null : Text.line("version", version, 256);
        commit = commit == null ? null : Text.line("commit", commit, 256);
        url = url == null ? null : WebUrl.checked("release url", url);
    }

    /**
     * Returns a label with an id only.
     *
     * @param id the release id
     * @return the label
     */
    public static ReleaseLabel of(ReleaseId id) {
        return new ReleaseLabel(id, null, null, null);
    }

    /**
     * Returns the label of a release whose caller named none: its id is the hub's name.
     *
     * @param hub the hub
     * @return the label
     */
    public static ReleaseLabel of(TaskHubName hub) {
        return of(new ReleaseId(hub.value()));
    }
}
