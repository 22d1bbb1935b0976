// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The same account by the same SDK and the same HTTP client with the same settings, without Hubgate. */
final class PlainTables {
    static final int TRANSACTION = 100;

    /** As long as the text of an instance's row. */
    private static final String RECORD =
            "1|A|3x5e11264sgsf.1|Running|2026-11-23T12:00:00.123456700Z|CheckoutOrchestrator||"
                    + "2026-11-23T12:00:00.123456700Z||2026-11-23T12:00:01.123456700Z|";

    private final TableServiceClient service;

    PlainTables(String connectionString) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(64);
        dispatcher.setMaxRequestsPerHost(64);
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addNetworkInterceptor(chain -> {
                    chain.connection().socket().setTcpNoDelay(true);
                    return chain.proceed(chain.request());
                })
                .build();
        service = new TableServiceClientBuilder()
                .connectionString(connectionString)
                .httpClient(new OkHttpAsyncHttpClientBuilder(http).build())
                .buildClient();
    }

    TableClient create(String table) {
        service.createTableIfNotExists(table);
        return service.getTableClient(table);
    }

    TableClient table(String name) {
        return service.getTableClient(name);
    }

    static TableEntity row(String partition, String key, String record) {
        return new TableEntity(partition, key).addProperty("F", 1).addProperty("R", record);
    }

    static TableEntity row(String partition, String key) {
        return row(partition, key, RECORD);
    }

    /** A transaction that creates rows. */
    static List<TableTransactionAction> creating(List<TableEntity> rows) {
        List<TableTransactionAction> actions = new ArrayList<>();
        rows.forEach(row -> actions.add(new TableTransactionAction(TableTransactionActionType.CREATE, row)));
        return actions;
    }
}
