// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Turns the refusals of the server library itself (broken request lines, headers, paths) into problem documents. */
final class LibraryErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status =
                request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer given ? given : response.getStatus();
        Problem problem = problem(status);
        HttpAnswer answer = problem.answer("none");
        SecurityHeaders.set(response.getHeaders()::put);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static Problem problem(int status) {
        if (status == 503) {
            return Problem.of(
                    ErrorCode.STORE_UNAVAILABLE, "the server stops or has too much to do", "call again later");
        }
        if (status >= 500 && status != 505) {
            return Problem.of(ErrorCode.INTERNAL, "something failed here", "look into the server's log");
        }
        if (status == 404) {
            return Refusals.nothingThere();
        }
        return Problem.of(
                ErrorCode.BAD_REQUEST,
                "the request's line, path or headers cannot be read",
                "send a well-formed HTTP/1.1 request; encode what stands in its path");
    }
}
