// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import io.hubgate.model.AppName;
import io.hubgate.store.AppCommit;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.WriteResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of app stores write. */
final class Apps {
    static final AppName ORDERS = new AppName("orders-prod-weu");
    static final DocumentKey CLAIM = new DocumentKey(Shelf.CLAIMS, "orders417");

    private Apps() {}

    static Document document(String text) {
        return new Document(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    /** Returns a commit with decisions from one number up to another; none if the second is smaller. */
    static AppCommit commit(AppName app, @Nullable Revision expected, String text, int from, int to) {
        List<NumberedDocument> decisions = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) {
            decisions.add(decision(sequence));
        }
        return new AppCommit(app, expected, document(text), decisions);
    }

    static NumberedDocument decision(long sequence) {
        return new NumberedDocument(sequence, document("decision " + sequence));
    }

    /** Returns the revision of a write that was not to fail. */
    static Revision written(WriteResult result) {
        if (result instanceof WriteResult.Written written) {
            return written.revision();
        }
        throw new AssertionError("expected a write, but it was " + result);
    }
}
