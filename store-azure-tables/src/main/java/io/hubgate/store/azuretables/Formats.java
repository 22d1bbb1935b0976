// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;

/** The format number that every row carries (rule S-10). */
final class Formats {
    static final String PROPERTY = "F";

    private Formats() {}

    /** Refuses what this code does not understand. */
    static void check(String number) {
        try {
            check(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            throw new UnreadableDocumentException("a row does not begin with a format number", e);
        }
    }

    private static void check(int number) {
        if (number < 1) {
            throw new UnreadableDocumentException("a row has the format number " + number);
        }
        new FormatNumber(number).between(FormatNumber.OLDEST, FormatNumber.NEWEST);
    }

    /** Refuses an entity whose format this code does not understand. */
    static TableEntity checked(TableEntity entity) {
        if (entity.getProperty(PROPERTY) instanceof Integer number) {
            check(number);
            return entity;
        }
        throw new UnreadableDocumentException(
                "row '" + entity.getRowKey() + "' of '" + entity.getPartitionKey() + "' has no format number");
    }

    static String text(TableEntity entity, String property) {
        if (entity.getProperty(property) instanceof String text) {
            return text;
        }
        throw new UnreadableDocumentException("row '" + entity.getRowKey() + "' of '" + entity.getPartitionKey()
                + "' has no text '" + property + "'");
    }
}
