// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.rest.PagedResponse;
import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.TableServiceAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionFailedException;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only place that talks to the service: point reads, range reads, transactions, tables. Each call keeps its deadline across attempts, repeats
 * only what cannot have happened or may happen twice, and turns failures into those of the SPI. Thread-safe; it starts no threads, callers wait
 * on their own.
 */
final class Line {
    private static final int ATTEMPTS = 5;
    private static final int PARALLEL = 16;
    private static final int PAGE = 1000;

    private final TableServiceAsyncClient service;
    private final Duration patience;
    private final Map<String, TableAsyncClient> tables = new ConcurrentHashMap<>();

    /** Creates a line whose single requests are given up after a time. */
    Line(TableServiceAsyncClient service, Duration patience) {
        this.service = service;
        this.patience = patience;
    }

    private TableAsyncClient table(String name) {
        if (tables.size() > PAGE) {
            // Clients of tables that were dropped long ago; making one is cheap.
            tables.clear();
        }
        return tables.computeIfAbsent(name, service::getTableClient);
    }

    /** The keys of a row. */
    record Address(String partition, String row) {}

    /** Reads one row. */
    Optional<TableEntity> get(String table, String partition, String row, Deadline deadline) {
        return getAll(table, List.of(new Address(partition, row)), deadline).stream()
                .findFirst();
    }

    /** Reads rows, all at once; what is not there is left out. */
    List<TableEntity> getAll(String table, Collection<Address> rows, Deadline deadline) {
        TableAsyncClient client = table(table);
        return ask(
                "reading rows",
                deadline,
                () -> Flux.fromIterable(rows)
                        .flatMap(
                                row -> client.getEntity(row.partition(), row.row())
                                        .onErrorResume(Line::isAbsence, e -> Mono.empty()),
                                PARALLEL)
                        .map(Formats::checked)
                        .collectList());
    }

    private static boolean isAbsence(Throwable e) {
        return Failure.of(e).isAbsence();
    }

    /** Reads a page of a range; a table that is not there has no rows. */
    Rows page(Range range, int limit, @Nullable String token, Deadline deadline) {
        return ask(
                "reading a range",
                deadline,
                () -> query(range, limit, token).onErrorResume(Line::isAbsence, e -> Mono.just(Rows.NO_TABLE)));
    }

    /** Reads the first page of several ranges at once. */
    List<Rows> pages(List<Range> ranges, Deadline deadline) {
        return ask(
                "reading ranges",
                deadline,
                () -> Flux.fromIterable(ranges)
                        .flatMapSequential(
                                range -> query(range, PAGE, null)
                                        .onErrorResume(Line::isAbsence, e -> Mono.just(Rows.NO_TABLE)),
                                PARALLEL)
                        .collectList());
    }

    /** Reads a range to its end or until there are enough; pages without rows on the way are no end. */
    List<TableEntity> range(Range range, int limit, Deadline deadline) {
        List<TableEntity> found = new ArrayList<>();
        String token = null;
        do {
            Rows page = page(range, Math.min(PAGE, limit - found.size()), token, deadline);
            found.addAll(page.rows());
            token = page.token();
        } while (token != null && found.size() < limit);
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    /** Reads the pages of a listing one by one. */
    interface Pager {
        /** Reads the page that a token names; the first one for null. */
        Rows next(@Nullable String token, Deadline deadline);
    }

    Pager pager(Range range) {
        return (token, deadline) -> page(range, PAGE, token, deadline);
    }

    /** Reads a whole table. Only for maintenance. */
    Pager scanner(String table) {
        return (token, deadline) -> ask(
                "reading a table",
                deadline,
                () -> query(table, new ListEntitiesOptions(), token)
                        .onErrorResume(Line::isAbsence, e -> Mono.just(Rows.NO_TABLE)));
    }

    /** Reads all rows of a small table. */
    List<TableEntity> scan(String table, Deadline deadline) {
        Pager pager = scanner(table);
        List<TableEntity> found = new ArrayList<>();
        String token = null;
        do {
            Rows page = pager.next(token, deadline);
            found.addAll(page.rows());
            token = page.token();
        } while (token != null);
        return found;
    }

    private Mono<Rows> query(Range range, int limit, @Nullable String token) {
        ListEntitiesOptions options =
                new ListEntitiesOptions().setFilter(range.filter()).setTop(limit);
        return query(range.table(), options, token);
    }

    private Mono<Rows> query(String table, ListEntitiesOptions options, @Nullable String token) {
        Flux<PagedResponse<TableEntity>> pages = token == null
                ? table(table).listEntities(options).byPage()
                : table(table).listEntities(options).byPage(token);
        return pages.next().map(page -> {
            page.getValue().forEach(Formats::checked);
            return new Rows(page.getValue(), page.getContinuationToken(), true);
        });
    }

    /**
     * Carries out changes of one partition, all or none.
     *
     * @throws UnknownOutcomeException if it may have happened
     */
    Outcome transact(String table, List<Change> changes, Deadline deadline) {
        List<TableTransactionAction> actions =
                changes.stream().map(Change::action).toList();
        TableAsyncClient client = table(table);
        return call("a transaction", false, deadline, () -> {
            ETagPolicy.Sink sink = new ETagPolicy.Sink();
            return client.submitTransaction(actions)
                    .contextWrite(context -> context.put(ETagPolicy.SINK, sink))
                    .map(done -> (Outcome) new Outcome.Done(sink.etags()))
                    .onErrorResume(e -> Mono.justOrEmpty(lost(e)).switchIfEmpty(Mono.error(e)));
        });
    }

    private static @Nullable Outcome lost(Throwable e) {
        Failure failure = Failure.of(e);
        if (failure.isWithoutTable()) {
            return new Outcome.NoTable();
        }
        if (failure.cause() instanceof TableTransactionFailedException lost) {
            Integer index = lost.getFailedTransactionActionIndex();
            Outcome.Why why = switch (failure.code()) {
                case "EntityAlreadyExists" -> Outcome.Why.EXISTS;
                case "UpdateConditionNotSatisfied", "ConditionNotMet" -> Outcome.Why.CHANGED;
                case "ResourceNotFound", "EntityNotFound" -> Outcome.Why.ABSENT;
                default -> null;
            };
            return why == null ? null : new Outcome.Lost(index == null ? 0 : index, why);
        }
        return null;
    }

    /** Creates a table unless it is there. */
    void createTable(String name, Deadline deadline) {
        call(
                "creating a table",
                true,
                deadline,
                () -> table(name)
                        .createTable()
                        .thenReturn(name)
                        .onErrorResume(e -> Failure.of(e).isCode("TableAlreadyExists"), e -> Mono.just(name)));
    }

    /** Deletes a table with all its rows unless it is gone. */
    void deleteTable(String name, Deadline deadline) {
        call(
                "deleting a table",
                true,
                deadline,
                () -> table(name).deleteTable().thenReturn(name).onErrorResume(Line::isAbsence, e -> Mono.just(name)));
        tables.remove(name);
    }

    private <T> T ask(String what, Deadline deadline, Supplier<Mono<T>> request) {
        return call(what, true, deadline, request);
    }

    private <T> T call(String what, boolean idempotent, Deadline deadline, Supplier<Mono<T>> request) {
        for (int attempt = 1; ; attempt++) {
            Waiting.check(what, deadline);
            Failure failure = null;
            try {
                Duration left = deadline.left();
                T answer = Waiting.answer(request.get().toFuture(), left.compareTo(patience) < 0 ? left : patience);
                return Objects.requireNonNull(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw idempotent
                        ? new StoreUnavailableException(what + " was interrupted", e)
                        : new UnknownOutcomeException(what + " was interrupted", e);
            } catch (io.hubgate.error.HubgateException e) {
                throw e;
            } catch (Exception e) {
                failure = Failure.of(e);
            }
            boolean again = attempt < ATTEMPTS && failure.mayBeRepeated(idempotent);
            if (!again || !Waiting.beforeAttempt(attempt, failure.retryAfter(), deadline)) {
                throw failure.toThrow(what, idempotent);
            }
        }
    }
}
