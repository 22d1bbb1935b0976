// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of a client that repeats each until it is answered, by whichever backend there is. */
record Calls(Backends backends) {
    /**
     * An answer.
     *
     * @param reply what was answered
     * @param repeated whether the call had been made before and its answer was lost, so that it may have been carried out already
     */
    record Answered(Reply reply, boolean repeated) {}

    Answered answer(Function<ContractHttp, Reply> call) throws InterruptedException {
        boolean repeated = false;
        while (true) {
            Reply reply = once(call);
            if (reply != null) {
                return new Answered(reply, repeated);
            }
            repeated = true;
        }
    }

    private @Nullable Reply once(Function<ContractHttp, Reply> call) throws InterruptedException {
        try {
            Reply reply = call.apply(ContractHttp.to(backends.any()));
            boolean later = reply.status() == 503 && reply.code().equals("STORE_UNAVAILABLE");
            return later ? null : reply;
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    Answered get(String target) throws InterruptedException {
        return answer(http -> http.get(target));
    }

    Answered post(String target, String body) throws InterruptedException {
        return answer(http -> http.post(target, body));
    }
}
