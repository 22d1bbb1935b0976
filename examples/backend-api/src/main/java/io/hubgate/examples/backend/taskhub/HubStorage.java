// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.taskhub;

import io.hubgate.HubgateBuilder;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.error.InvalidValueException;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.examples.backend.settings.StorageAccount;
import io.hubgate.examples.backend.settings.TaskHubs;
import io.hubgate.examples.backend.state.AccountClients;
import io.hubgate.model.AppName;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.TaskHubCleaner;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.AzureStorageCleaner;
import io.hubgate.taskhub.azurestorage.AzureStorageInspector;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of the task hubs, and the threads on which long looks at them go on. To be closed when nobody looks any more. */
public final class HubStorage implements AutoCloseable {
    private static final int LOOKS_AT_ONCE = 4;
    private static final long LARGEST_FILE = 1024 * 1024;

    private final List<Place> places;
    private final TaskHubs settings;
    private final TaskHubInspector nowhere;
    private final ExecutorService threads = Executors.newFixedThreadPool(LOOKS_AT_ONCE, work -> {
        Thread daemon = new Thread(work, "look at a task hub");
        daemon.setDaemon(true);
        return daemon;
    });

    private HubStorage(List<Place> places, TaskHubs settings, InstantSource clock) {
        this.places = places;
        this.settings = settings;
        this.nowhere = (request, deadline) -> new FailedLook(
                request.hub(),
                clock.instant(),
                Trouble.UNSUPPORTED_BACKEND,
                "no storage account is named for " + request.hub() + " and its app",
                "name one in the file " + Setting.TASKHUB_ACCOUNTS_FILE.variable() + ", or one for all others with "
                        + Setting.TASKHUB_CONNECTION_STRING.variable());
    }

    /** Whose hubs are where, with those that look at them and remove them. */
    private record Place(AppAccounts accounts, String name, TaskHubInspector inspector, TaskHubCleaner cleaner) {}

    /**
     * Opens the accounts that the settings name. Nothing is sent by this.
     *
     * @param settings where the hubs are
     * @param clock tells the time
     * @return the accounts, or null if no hubs are looked at
     * @throws SettingsException if the accounts cannot be used as they are named
     */
    public static @Nullable HubStorage open(TaskHubs settings, InstantSource clock) {
        if (!settings.areInspected()) {
            return null;
        }
        Opening opening = new Opening(new RequestRates(clock), clock);
        List<Place> places = new ArrayList<>();
        Path file = settings.accountsFile();
        if (file != null) {
            String name = Setting.TASKHUB_ACCOUNTS_FILE.variable() + " '" + file + "'";
            for (AppAccounts accounts : read(file, name)) {
                places.add(opening.place(accounts, name));
            }
        }
        StorageAccount account = settings.account();
        if (account != null) {
            String name = Setting.TASKHUB_CONNECTION_STRING.variable();
            places.add(opening.place(AppAccounts.ofAll(account), name));
        }
        return new HubStorage(places, settings, clock);
    }

    private static List<AppAccounts> read(Path file, String name) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException("it is larger than 1 MiB");
            }
            return AccountsFormat.read(Files.readString(file));
        } catch (IOException e) {
            throw new SettingsException(
                    name + " cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            throw new SettingsException(name + " cannot be used: " + e.getMessage());
        }
    }

    /** Makes what looks and removes; all of them share the rates, since several apps may share an account. */
    private record Opening(RequestRates rates, InstantSource clock) {
        Place place(AppAccounts accounts, String name) {
            StorageAccess own = access(accounts.own(), name);
            var inspector = AzureStorageInspector.builder(own, clock).requestRates(rates);
            var cleaner = AzureStorageCleaner.builder(own, clock).requestRates(rates);
            if (accounts.hasTrackingStore()) {
                StorageAccount other = accounts.tracking();
                StorageAccess tracking = other == null ? own : access(other, name);
                inspector.trackingStore(tracking, accounts.trackingPrefix());
                cleaner.trackingStore(tracking, accounts.trackingPrefix());
            }
            return new Place(accounts, own.toString(), inspector.build(), cleaner.build());
        }

        private static StorageAccess access(StorageAccount account, String name) {
            try {
                return AccountClients.of(account).taskHubs();
            } catch (InvalidValueException e) {
                throw new SettingsException(name + " cannot be used: " + e.getMessage() + "; " + e.fix());
            }
        }
    }

    /**
     * Lets a Hubgate look at the hubs and, if the settings say so, remove them.
     *
     * @param builder the Hubgate
     * @param answerWithin how long a call waits for a look
     */
    public void giveTo(HubgateBuilder builder, Duration answerWithin) {
        builder.inspectors(this::inspector).inspectOn(threads, answerWithin);
        if (settings.cleanup() != TaskHubs.Cleanup.TRACKING) {
            boolean sharedRows = settings.cleanup() == TaskHubs.Cleanup.TASK_HUB_AND_SHARED_ROWS;
            builder.cleaners(this::cleaner, new CleanupOptions(sharedRows));
        }
    }

    private TaskHubInspector inspector(@Nullable AppName app) {
        return place(app).map(Place::inspector).orElse(nowhere);
    }

    private TaskHubCleaner cleaner(AppName app) {
        return place(app)
                .map(Place::cleaner)
                .orElseThrow(() -> new HubgateException(
                        ErrorCode.BAD_REQUEST,
                        "no storage account is named for the hubs of " + app,
                        "name one in the file " + Setting.TASKHUB_ACCOUNTS_FILE.variable()));
    }

    /** A hub of nobody is looked for where the hubs of all apps are that have no account of their own. */
    private Optional<Place> place(@Nullable AppName app) {
        return places.stream()
                .filter(place -> app == null
                        ? place.accounts().apps().isEmpty()
                        : place.accounts().isOf(app))
                .findFirst();
    }

    /**
     * Returns which accounts are looked at.
     *
     * @return a few words without a secret
     */
    public String description() {
        Set<String> names = places.stream().map(Place::name).collect(Collectors.toCollection(TreeSet::new));
        return "task hubs in " + String.join(", ", names);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
