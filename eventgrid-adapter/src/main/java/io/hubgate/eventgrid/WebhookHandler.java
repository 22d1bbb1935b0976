// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.delivery.DeliveryReport;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.Text;
import io.hubgate.store.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook for lifecycle events without an HTTP server: any server or Functions app calls {@link #handle} and sends what it returns. It
 * never throws but for errors of the JVM.
 *
 * <p>Event Grid does not deliver again after 400, 401, 403 and 413, and the extension, which may post directly (rule E-6), only after 503 or a
 * broken connection. So what is not certainly durable is answered with 503, 400 is only for a body that is no JSON at all, and a wrong key gets
 * 401 (E-1, E-2). Both handshakes of E-3 are answered here; no URL that comes in a request is ever fetched.
 *
 * <p>From a servlet-like server:
 *
 * <pre>{@code
 * WebhookHandler webhook = new WebhookHandler(intake::take,
 *         WebhookSettings.defaults().withKeys(EventKeys.of(System.getenv("EVENTS_KEY"))), Clock.systemUTC());
 *
 * void service(HttpServletRequest from, HttpServletResponse to) throws IOException {
 *     Map<String, String> headers = new HashMap<>();
 *     from.getHeaderNames().asIterator().forEachRemaining(name -> headers.put(name, from.getHeader(name)));
 *     byte[] body = from.getInputStream().readNBytes(webhook.bodyLimit() + 1);
 *     WebhookResponse answer = webhook.handle(
 *             WebhookRequest.withQueryString(from.getMethod(), headers, from.getQueryString(), body));
 *     to.setStatus(answer.status());
 *     answer.headers().forEach(to::setHeader);
 *     to.getOutputStream().write(answer.body());
 * }
 * }</pre>
 *
 * <p>Thread-safe. It blocks as long as the sink does, on the caller's thread.
 */
public final class WebhookHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

    /** What is left of the time for an answer to go out. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final LifecycleEventParser parser = new LifecycleEventParser();
    private final EventSink sink;
    private final WebhookSettings settings;
    private final InstantSource clock;

    /**
     * Creates a webhook.
     *
     * @param sink where events go
     * @param settings keys, origins and limits
     * @param clock tells when a request came, for its deadline
     */
    public WebhookHandler(EventSink sink, WebhookSettings settings, InstantSource clock) {
        this.sink = Objects.requireNonNull(sink, "sink");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Returns the largest body that is taken; a server need not read more than one byte beyond it.
     *
     * @return a number of bytes
     */
    public int bodyLimit() {
        return settings.bodyLimit();
    }

    /**
     * Answers a request.
     *
     * @param request the request, its body complete up to {@link #bodyLimit()} plus one bytes
     * @return 200 with {@code {"accepted","ignored","quarantined"}} when every event is durable, 200 with {@code {"validationResponse"}} for a
     *     validation event, 200 or 403 for {@code OPTIONS}; or a problem document: 400, 401, 405, 413, or 503 with {@code Retry-After}
     */
    public WebhookResponse handle(WebhookRequest request) {
        Deadline deadline = deadline(request);
        try {
            return switch (request.method()) {
                case "POST" -> isAdmitted(request) ? delivery(request, deadline) : wrongKey();
                case "OPTIONS" ->
                    presentsOnlyWrongKeys(request) ? wrongKey() : Handshake.answer(request, settings.origins());
                default -> otherMethod();
            };
        } catch (HubgateException e) {
            return e.code() == ErrorCode.STORE_UNAVAILABLE ? notKept(e) : failed(e);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static WebhookResponse notKept(HubgateException why) {
        String message = String.valueOf(why.getMessage());
        LOG.warn("A delivery of events could not be kept and is to come again: {}", Text.escaped(message));
        return Answers.comeAgain(why.code(), message, why.fix());
    }

    /** Not 500: the extension would drop the event. */
    private static WebhookResponse failed(RuntimeException why) {
        LOG.error("A delivery of events failed and is to come again", why);
        return Answers.comeAgain(ErrorCode.INTERNAL, "something failed here", "let the delivery come again");
    }

    private WebhookResponse delivery(WebhookRequest request, Deadline deadline) {
        if (request.body().length > settings.bodyLimit()) {
            LOG.warn("A delivery of events was refused: its body is larger than {} bytes", settings.bodyLimit());
            return Answers.problem(
                    413,
                    ErrorCode.NOT_FOUND,
                    "the body is larger than " + settings.bodyLimit() + " bytes",
                    "deliver fewer events at once, or raise the body limit");
        }
        ParsedDelivery parsed = parser.parse(request.body(), ContentHints.of(request.headers()));
        if (parsed instanceof ParsedDelivery.NotJson not) {
            LOG.warn("A delivery of events was refused: {}", not.reason());
            return Answers.problem(400, ErrorCode.BAD_REQUEST, not.reason(), "post events as JSON");
        }
        return take((ParsedDelivery.Events) parsed, deadline);
    }

    /** A handshake needs no store. Events beside a validation event are not lost over it. */
    private WebhookResponse take(ParsedDelivery.Events delivery, Deadline deadline) {
        DeliveryReport report = delivery.events().isEmpty() || delivery.isHandshake()
                ? new DeliveryReport(0, 0, 0)
                : sink.take(delivery.events(), deadline);
        String code = delivery.validationCode();
        return code == null ? Answers.report(report) : Answers.validation(code);
    }

    private boolean isAdmitted(WebhookRequest request) {
        return !settings.keys().areRequired() || PresentedKeys.of(request).anyMatch(settings.keys()::accepts);
    }

    /**
     * The handshake establishes no authentication, so a sender may leave its key out; but consent to one whose key is wrong would end in
     * deliveries that are all refused.
     */
    private boolean presentsOnlyWrongKeys(WebhookRequest request) {
        List<String> presented = PresentedKeys.of(request).toList();
        return settings.keys().areRequired()
                && !presented.isEmpty()
                && presented.stream().noneMatch(settings.keys()::accepts);
    }

    private static WebhookResponse wrongKey() {
        LOG.warn("A delivery of events was refused: its key is missing or not known");
        return Answers.problem(
                401,
                ErrorCode.UNAUTHENTICATED,
                "the key is missing or not known",
                "send an events key as aeg-sas-key, code, Authorization or x-functions-key",
                Map.of("WWW-Authenticate", "Bearer realm=\"hubgate\""));
    }

    private static WebhookResponse otherMethod() {
        return Answers.problem(
                405,
                ErrorCode.NOT_FOUND,
                "this takes POST and OPTIONS only",
                "post events here",
                Map.of("Allow", Answers.METHODS));
    }

    private Deadline deadline(WebhookRequest request) {
        Duration within = request.isDirect() ? settings.directAnswerWithin() : settings.answerWithin();
        Duration taking = within.compareTo(MARGIN.multipliedBy(2)) > 0 ? within.minus(MARGIN) : within;
        return Deadline.in(taking, clock);
    }
}
