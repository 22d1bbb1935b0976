// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.store.Document;
import io.hubgate.store.Revision;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.Versioned;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A document as a row: its bytes in as many properties as are needed, since one holds 64 KiB and a row 1 MiB. */
final class DocumentRow {
    private static final String LENGTH = "L";
    private static final String WRITE = "W";
    private static final String PART = "D";
    private static final int PART_SIZE = 60 * 1024;

    private DocumentRow() {}

    static TableEntity of(String partition, String key, Document document, String writeId) {
        byte[] bytes = document.bytes();
        TableEntity row = new TableEntity(partition, key)
                .addProperty(Formats.PROPERTY, FormatNumber.OLDEST.value())
                .addProperty(WRITE, writeId)
                .addProperty(LENGTH, bytes.length);
        for (int from = 0; from < bytes.length; from += PART_SIZE) {
            int to = Math.min(bytes.length, from + PART_SIZE);
            row.addProperty(PART + from / PART_SIZE, Arrays.copyOfRange(bytes, from, to));
        }
        return row;
    }

    static Document document(TableEntity row) {
        if (!(row.getProperty(LENGTH) instanceof Integer length) || length < 0) {
            throw new UnreadableDocumentException("row '" + row.getRowKey() + "' has no length");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        for (int part = 0; row.getProperty(PART + part) instanceof byte[] more; part++) {
            bytes.writeBytes(more);
        }
        if (bytes.size() != length) {
            throw new UnreadableDocumentException(
                    "row '" + row.getRowKey() + "' has " + bytes.size() + " bytes of " + length);
        }
        return new Document(bytes.toByteArray());
    }

    static Versioned<Document> versioned(TableEntity row) {
        return new Versioned<>(document(row), new Revision(row.getETag()));
    }

    static StoredDocument stored(String key, TableEntity row) {
        return new StoredDocument(key, document(row), new Revision(row.getETag()));
    }

    static boolean isWrittenBy(TableEntity row, String writeId) {
        return writeId.equals(row.getProperty(WRITE));
    }
}
