// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.data.tables.TableServiceAsyncClient;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Both stores of one environment in one storage account. Tables are made on first use. Any number of processes may share them: what one has
 * written every other one sees, and of two that write the same one wins and the other is told so.
 *
 * <p>Thread-safe. Calls run on their callers' threads; the HTTP client has its own. A call gives up at its deadline whatever the line does, and
 * repeats by itself only what cannot have happened or may happen twice, with growing pauses and not before the time that the service asks for.
 */
public final class AzureTableStores implements AutoCloseable {
    private final OwnHttpClient own;
    private final Line line;
    private final Names names;
    private final AppStore apps;
    private final InstanceStore instances;

    private AzureTableStores(Builder builder) {
        own = new OwnHttpClient();
        TableServiceAsyncClient service = builder.connection()
                .client(builder.httpClient == null ? own.client() : builder.httpClient, builder.policies);
        line = new Line(service, builder.requestTimeout);
        names = new Names(builder.prefix);
        apps = new TablesAppStore(line, names);
        instances = new TablesInstanceStore(line, names, builder.maxUnclaimed);
    }

    /**
     * Returns a builder.
     *
     * @return a new one, with its defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the store of apps, decisions and documents.
     *
     * @return always the same
     */
    public AppStore apps() {
        return apps;
    }

    /**
     * Returns the store of instances.
     *
     * @return always the same
     */
    public InstanceStore instances() {
        return instances;
    }

    /**
     * Asks the account whether it answers and lets us read, at the cost of one request.
     *
     * @param deadline when to give up
     * @throws io.hubgate.store.StoreUnavailableException if it does not; the message and the fix say why
     */
    public void check(Deadline deadline) {
        line.get(names.documents(), "check", "check", deadline);
    }

    /** Lets go of connections; calls after this fail. A client that was handed in stays open. */
    @Override
    public void close() {
        own.close();
    }

    /** Says where the tables are and how to reach them. Not thread-safe. */
    public static final class Builder {
        private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{2,9}");

        private String prefix = "hubgate";
        private long maxUnclaimed = 100_000;
        private Duration requestTimeout = Duration.ofSeconds(10);
        private @Nullable Connection connection;
        private @Nullable HttpClient httpClient;
        private final List<HttpPipelinePolicy> policies = new ArrayList<>();

        private Builder() {}

        /**
         * Connects by a connection string, with a key or a SAS in it.
         *
         * @param text as the portal shows it
         * @return this builder
         */
        public Builder connectionString(String text) {
            connection = Connection.byString(text);
            return this;
        }

        /**
         * Connects by a credential such as a managed identity, which needs the role <i>Storage Table Data Contributor</i>.
         *
         * @param endpoint the table endpoint, such as {@code https://account.table.core.windows.net}; https
         * @param credential gives tokens; {@code azure-identity} has them, and is no dependency of this module
         * @return this builder
         */
        public Builder endpoint(URI endpoint, TokenCredential credential) {
            connection = Connection.byCredential(endpoint, credential);
            return this;
        }

        /**
         * Connects by a shared access signature of the account's tables with all rights but none to change access policies.
         *
         * @param url the table endpoint with the signature as its query
         * @return this builder
         */
        public Builder sasUrl(URI url) {
            connection = Connection.bySas(url);
            return this;
        }

        /**
         * Sets what the names of all tables begin with, so that environments can share an account.
         *
         * @param text 3 to 10 characters of {@code a-z 0-9}, the first a letter; {@code hubgate} unless set
         * @return this builder
         * @throws IllegalArgumentException if it breaks the rule
         */
        public Builder tablePrefix(String text) {
            if (!PREFIX.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "a table prefix has 3 to 10 characters of a-z 0-9 and begins with a letter, unlike '" + text
                                + "'");
            }
            prefix = text;
            return this;
        }

        /**
         * Sets how many instances are kept of hubs that no app has claimed, all such hubs together; each such hub counts as one more.
         *
         * @param most at least 1; 100,000 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxUnclaimed(long most) {
            if (most < 1) {
                throw new IllegalArgumentException("a cap is at least 1, not " + most);
            }
            maxUnclaimed = most;
            return this;
        }

        /**
         * Sets how long one request may take, within the deadline of its call.
         *
         * @param most more than nothing; 10 seconds unless set
         * @return this builder
         */
        public Builder requestTimeout(Duration most) {
            requestTimeout = most;
            return this;
        }

        /**
         * Replaces the HTTP client. It should not repeat requests by itself, since the service may have carried out the first, and should set
         * {@code TCP_NODELAY} on its connections, since a transaction goes out in several writes.
         *
         * @param client stays the caller's to close
         * @return this builder
         */
        public Builder httpClient(HttpClient client) {
            httpClient = client;
            return this;
        }

        /**
         * Adds a policy through which each HTTP request goes.
         *
         * @param policy sees requests signed last
         * @return this builder
         */
        public Builder addPolicy(HttpPipelinePolicy policy) {
            policies.add(policy);
            return this;
        }

        /**
         * Makes the stores; sends nothing yet.
         *
         * @return the stores, to be closed
         * @throws IllegalStateException if nothing says how to connect
         * @throws IllegalArgumentException if the connection string or URL is none
         */
        public AzureTableStores build() {
            return new AzureTableStores(this);
        }

        private Connection connection() {
            if (connection == null) {
                throw new IllegalStateException(
                        "give a connection string, an endpoint with a credential, or a SAS URL");
            }
            return connection;
        }
    }
}
