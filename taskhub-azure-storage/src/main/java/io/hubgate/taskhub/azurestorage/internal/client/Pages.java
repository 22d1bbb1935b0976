// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.IterableStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers that come in pages. */
public final class Pages {
    private static final String BEFORE_THE_FIRST = "\0";

    private Pages() {}

    /**
     * Returns the pages of a list, and fails if its end was never told. The SDK takes an answer without the list in it for the end, so that a
     * proxy's {@code {}} would look like an empty table.
     *
     * @param list the list
     * @param <T> what it lists
     * @return each page; an empty one is not the end while it carries a token
     */
    public static <T> Flux<List<T>> of(PagedFlux<T> list) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable String> token = new AtomicReference<>(BEFORE_THE_FIRST);
            return list.byPage()
                    .doOnNext(page -> token.set(page.getContinuationToken()))
                    .map(Pages::elements)
                    .concatWith(Mono.defer(() -> isEnd(token.get())
                            ? Mono.empty()
                            : Mono.error(Failures.garbage("a list ends without an end"))));
        });
    }

    /**
     * Returns a short list whole.
     *
     * @param list the list
     * @param <T> what it lists
     * @return all of it
     */
    public static <T> Mono<List<T>> all(PagedFlux<T> list) {
        return of(list).collect(ArrayList<T>::new, List::addAll).map(found -> (List<T>) found);
    }

    private static boolean isEnd(@Nullable String token) {
        return token == null || token.isEmpty();
    }

    private static <T> List<T> elements(PagedResponse<T> page) {
        IterableStream<T> elements = page.getElements();
        return elements == null ? List.of() : elements.stream().toList();
    }
}
