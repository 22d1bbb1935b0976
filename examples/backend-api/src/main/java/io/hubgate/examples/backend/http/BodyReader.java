// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the body of a request up to a limit, once its media type is known to be right. */
final class BodyReader {
    /** A command is small; only deliveries of events may be as large as the setting says. */
    private static final int LARGEST_COMMAND = 1024 * 1024;

    private static final long MOST_DRAINED = 64L * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    private static final Pattern JSON =
            Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?\\s*");

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    byte[] read(Route.Body kind, HttpServletRequest request) {
        return switch (kind) {
            case NONE -> new byte[0];
            case JSON -> json(request);
            case DELIVERY -> delivery(request);
        };
    }

    private byte[] json(HttpServletRequest request) {
        refuseEncoded(request);
        String type = request.getContentType();
        if (type != null && !JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
            throw Refusals.mediaType(type);
        }
        try {
            byte[] body = upTo(Math.min(limit, LARGEST_COMMAND), request);
            if (body.length > 0 && type == null) {
                throw Refusals.mediaType("");
            }
            return body;
        } catch (IOException e) {
            throw ProblemException.badRequest("the body ended early", "send all of it");
        }
    }

    /** A delivery that breaks off is answered 503: after 400 it would never be sent again (rule E-2). */
    private byte[] delivery(HttpServletRequest request) {
        refuseEncoded(request);
        try {
            return upTo(limit, request);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.STORE_UNAVAILABLE, "the body ended early", "deliver it again"));
        }
    }

    private static void refuseEncoded(HttpServletRequest request) {
        @Nullable String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            throw Refusals.mediaType(encoding);
        }
    }

    private static byte[] upTo(int most, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw Refusals.tooLarge(most);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw Refusals.tooLarge(most);
        }
        return body;
    }

    /**
     * Reads what is left of a body that is refused, up to a bound, and forgets it: a client that still sends while the connection is closed
     * on it may never see the answer.
     */
    static void drain(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return;
        }
        byte[] piece = new byte[64 * 1024];
        try {
            InputStream body = request.getInputStream();
            long left = MOST_DRAINED;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(piece);
            }
        } catch (IOException e) {
            LOG.debug("the rest of a refused body did not come", e);
        }
    }
}
