// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.AppName;
import io.hubgate.store.Deadline;
import io.hubgate.store.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps an app's record small however many releases it lives through: of the deleted ones it lists the latest, and the older live on as the
 * claims of their hub names, which are never given up anyway.
 */
final class FinalReleases {
    /** How many deleted releases a record lists. */
    static final int LISTED = 20;

    private static final int PAGE = 1000;

    private final AppRecords records;

    FinalReleases(AppRecords records) {
        this.records = records;
    }

    /** Returns the record without the deleted releases that are too many, each of which is in its claim before. */
    App entombed(App app, Deadline deadline) {
        List<Release> deleted = app.releases().stream()
                .filter(release -> release.phase() == ReleasePhase.DELETED)
                .toList();
        if (deleted.size() <= LISTED) {
            return app;
        }
        List<Release> old = deleted.subList(0, deleted.size() - LISTED);
        for (Release release : old) {
            records.entomb(new Claim(release.taskHub(), app.name(), release), deadline);
        }
        List<Release> listed = new ArrayList<>(app.releases());
        listed.removeAll(old);
        return app.withReleases(listed);
    }

    /** Returns the releases of an app that live on as claims, in the order of their hub names. */
    List<Release> older(AppName app, Deadline deadline) {
        List<Release> found = new ArrayList<>();
        String after = null;
        do {
            Page<Claim> page = records.claims(after, PAGE, deadline);
            for (Claim claim : page.items()) {
                if (claim.app().equals(app) && claim.tombstone() != null) {
                    found.add(claim.tombstone());
                }
            }
            after = page.next();
        } while (after != null);
        return found;
    }
}
