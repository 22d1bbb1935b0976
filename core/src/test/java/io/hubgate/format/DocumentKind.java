// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.store.Document;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One kind of stored document, as the tests that hold for every kind see it. A new {@code …Format} class is entered in {@link #ALL}; a test
 * fails until it is.
 *
 * @param format the class that encodes it
 * @param write encodes
 * @param read decodes
 * @param random makes a value that is small enough to be stored whole
 */
record DocumentKind<T>(
        Class<?> format, Function<T, Document> write, Function<Document, T> read, Function<RandomValues, T> random) {

    static final DocumentKind<?> APP =
            new DocumentKind<>(AppFormat.class, AppFormat::write, AppFormat::read, RandomValues::app);
    static final DocumentKind<?> CLAIM =
            new DocumentKind<>(ClaimFormat.class, ClaimFormat::write, ClaimFormat::read, RandomValues::claim);
    static final DocumentKind<?> DECISION = new DocumentKind<>(
            DecisionFormat.class, DecisionFormat::write, DecisionFormat::read, RandomValues::decision);
    static final DocumentKind<?> JOURNAL =
            new DocumentKind<>(JournalFormat.class, JournalFormat::write, JournalFormat::read, RandomValues::journal);

    static final DocumentKind<?> MEMORY = new DocumentKind<>(
            HubMemoryFormat.class, HubMemoryFormat::write, HubMemoryFormat::read, RandomValues::memory);

    static final DocumentKind<?> QUARANTINE = new DocumentKind<>(
            QuarantineFormat.class,
            QuarantineFormat::write,
            document -> QuarantineFormat.read(RandomValues.QUARANTINED, document),
            RandomValues::quarantined);

    static final DocumentKind<?> LIFE =
            new DocumentKind<>(LifeFormat.class, LifeFormat::write, LifeFormat::read, RandomValues::life);
    static final DocumentKind<?> REMOVAL =
            new DocumentKind<>(RemovalFormat.class, RemovalFormat::write, RemovalFormat::read, RandomValues::removal);

    static final DocumentKind<?> TURN =
            new DocumentKind<>(LookTurnFormat.class, LookTurnFormat::write, LookTurnFormat::read, RandomValues::turn);

    static final List<DocumentKind<?>> ALL =
            List.of(APP, CLAIM, DECISION, JOURNAL, MEMORY, QUARANTINE, LIFE, REMOVAL, TURN);

    T randomValue(RandomValues values) {
        return random.apply(values);
    }

    /** Reads a document and writes it again. */
    Document rewritten(Document document) {
        return write.apply(read.apply(document));
    }

    @Override
    public String toString() {
        return format.getSimpleName().replace("Format", "").toLowerCase(Locale.ROOT);
    }
}
