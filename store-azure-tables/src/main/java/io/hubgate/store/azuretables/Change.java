// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;

/** One change of a transaction. */
record Change(TableTransactionAction action) {
    private static final String ETAG = "odata.etag";

    /** Creates a row if there is none. */
    static Change create(TableEntity entity) {
        return new Change(new TableTransactionAction(TableTransactionActionType.CREATE, entity));
    }

    /** Replaces a row if it still has this ETag. */
    static Change replace(TableEntity entity, String etag) {
        entity.addProperty(ETAG, etag);
        return new Change(new TableTransactionAction(TableTransactionActionType.UPDATE_REPLACE, entity, true));
    }

    /** Replaces a row that is there, under the condition of another change of the same transaction. */
    static Change replaceUnder(TableEntity entity) {
        return new Change(new TableTransactionAction(TableTransactionActionType.UPDATE_REPLACE, entity));
    }

    /** Deletes a row if it still has this ETag. */
    static Change delete(TableEntity entity, String etag) {
        entity.addProperty(ETAG, etag);
        return new Change(new TableTransactionAction(TableTransactionActionType.DELETE, entity, true));
    }

    /** Deletes a row that is there, under the condition of another change of the same transaction. */
    static Change deleteUnder(TableEntity entity) {
        return new Change(new TableTransactionAction(TableTransactionActionType.DELETE, entity));
    }

    TableEntity entity() {
        return action.getEntity();
    }
}
