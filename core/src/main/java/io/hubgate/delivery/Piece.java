// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.tracking.InstanceRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one delivery says about one instance: its events, already joined. */
final class Piece {
    private InstanceRecord news;
    private int events = 1;
    private int duplicates;
    /** Where this piece went in the batch that took it last. */
    private @Nullable Row row;

    Piece(InstanceRecord news) {
        this.news = news;
    }

    void add(InstanceRecord more) {
        events++;
        if (news.covers(more)) {
            duplicates++;
        } else {
            news = news.join(more);
        }
    }

    void goesInto(Row target) {
        row = target;
    }

    Row row() {
        return Objects.requireNonNull(row, "not in a batch");
    }

    InstanceRecord news() {
        return news;
    }

    int events() {
        return events;
    }

    int duplicates() {
        return duplicates;
    }
}
