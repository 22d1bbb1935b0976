// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.access;

import com.azure.core.credential.AzureSasCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.error.InvalidValueException;
import java.util.Objects;

/**
 * One account of Azure Storage and how to get in. Immutable and thread-safe; {@code toString} tells the account and no secret.
 *
 * <p>An identity needs the roles {@code Storage Table Data Reader}, {@code Storage Queue Data Reader} and {@code Storage Blob Data Reader}; a
 * shared access signature needs {@code sp=rl} on services and containers and objects ({@code srt=sco}) of tables, queues and blobs. Secondary
 * endpoints are refused: they lag behind, so that work could be missed (rule R-20).
 */
public final class StorageAccess {
    private final StorageEndpoints endpoints;
    private final Credentials credentials;

    private StorageAccess(StorageEndpoints endpoints, Credentials credentials) {
        this.endpoints = endpoints;
        this.credentials = credentials;
    }

    /**
     * Returns the access that a connection string gives.
     *
     * @param connectionString what the portal shows, with a key or a signature, or {@code UseDevelopmentStorage=true}
     * @return the access
     * @throws InvalidValueException if the text is no connection string or names a secondary endpoint; the message does not repeat it
     */
    public static StorageAccess ofConnectionString(String connectionString) {
        Objects.requireNonNull(connectionString, "connectionString");
        try {
            StorageEndpoints endpoints = new StorageEndpoints(
                    new TableServiceClientBuilder()
                            .connectionString(connectionString)
                            .httpClient(NoClient.INSTANCE)
                            .buildClient()
                            .getServiceEndpoint(),
                    new QueueServiceClientBuilder()
                            .connectionString(connectionString)
                            .httpClient(NoClient.INSTANCE)
                            .buildClient()
                            .getQueueServiceUrl(),
                    new BlobServiceClientBuilder()
                            .connectionString(connectionString)
                            .httpClient(NoClient.INSTANCE)
                            .buildClient()
                            .getAccountUrl());
            return new StorageAccess(endpoints, new ConnectionString(connectionString));
        } catch (IllegalArgumentException | NullPointerException e) {
            // Without the cause: its message may repeat the key.
            throw new InvalidValueException(
                    "the connection string of the storage account cannot be understood",
                    "copy it from 'Access keys' of the account, as 'DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...'");
        }
    }

    /**
     * Returns the access of an identity, such as a managed one.
     *
     * @param endpoints the addresses of the account
     * @param identity who asks
     * @return the access
     */
    public static StorageAccess ofIdentity(StorageEndpoints endpoints, TokenCredential identity) {
        Objects.requireNonNull(identity, "identity");
        return new StorageAccess(endpoints, new Identity(identity));
    }

    /**
     * Returns the access that a shared access signature of the account gives.
     *
     * @param endpoints the addresses of the account
     * @param signature the signature, with or without a leading question mark
     * @return the access
     */
    public static StorageAccess ofSignature(StorageEndpoints endpoints, String signature) {
        Objects.requireNonNull(signature, "signature");
        return new StorageAccess(
                endpoints,
                new Signature(new AzureSasCredential(signature.startsWith("?") ? signature.substring(1) : signature)));
    }

    /**
     * Returns the addresses.
     *
     * @return where the services are
     */
    public StorageEndpoints endpoints() {
        return endpoints;
    }

    /**
     * Gives a builder of table clients the address and the credential.
     *
     * @param builder the builder
     */
    public void applyTo(TableServiceClientBuilder builder) {
        if (credentials instanceof ConnectionString text) {
            builder.connectionString(text.value());
            return;
        }
        builder.endpoint(endpoints.table());
        if (credentials instanceof Identity identity) {
            builder.credential(identity.credential());
        } else if (credentials instanceof Signature signature) {
            builder.credential(signature.credential());
        }
    }

    /**
     * Gives a builder of queue clients the address and the credential.
     *
     * @param builder the builder
     */
    public void applyTo(QueueServiceClientBuilder builder) {
        if (credentials instanceof ConnectionString text) {
            builder.connectionString(text.value());
            return;
        }
        builder.endpoint(endpoints.queue());
        if (credentials instanceof Identity identity) {
            builder.credential(identity.credential());
        } else if (credentials instanceof Signature signature) {
            builder.credential(signature.credential());
        }
    }

    /**
     * Gives a builder of blob clients the address and the credential.
     *
     * @param builder the builder
     */
    public void applyTo(BlobServiceClientBuilder builder) {
        if (credentials instanceof ConnectionString text) {
            builder.connectionString(text.value());
            return;
        }
        builder.endpoint(endpoints.blob());
        if (credentials instanceof Identity identity) {
            builder.credential(identity.credential());
        } else if (credentials instanceof Signature signature) {
            builder.credential(signature.credential());
        }
    }

    @Override
    public String toString() {
        return endpoints.account();
    }

    private sealed interface Credentials {}

    private record ConnectionString(String value) implements Credentials {}

    private record Identity(TokenCredential credential) implements Credentials {}

    private record Signature(AzureSasCredential credential) implements Credentials {}
}
