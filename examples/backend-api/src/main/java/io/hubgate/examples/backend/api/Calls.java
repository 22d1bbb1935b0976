// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.Hubgate;
import io.hubgate.examples.answers.AppDocument;
import io.hubgate.examples.answers.Links;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.change.Changes;
import io.hubgate.examples.backend.change.Patience;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.metric.BackendMetrics;
import io.hubgate.examples.backend.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** All calls but the page. */
public final class Calls {
    /** Probes give up after a second or a few; an answer that says no is better than none. */
    private static final Duration PROBED_WITHIN = Duration.ofSeconds(2);

    private Calls() {}

    /**
     * What the calls work with.
     *
     * @param hubgate whom they ask
     * @param changes what they wait for
     * @param metrics what is counted
     * @param links what they link to
     * @param clock what tells the time
     */
    public record Means(Hubgate hubgate, Changes changes, BackendMetrics metrics, Links links, InstantSource clock) {}

    /**
     * Returns every call.
     *
     * @param means what they work with
     * @param settings how the backend is set up
     * @return the routes
     */
    public static List<Route> routes(Means means, Settings settings) {
        Hubgate hubgate = means.hubgate();
        VerdictDocument verdicts = new VerdictDocument(means.links());
        CommandAnswers answers = new CommandAnswers(hubgate, new AppDocument(means.links()), verdicts);
        Patience patience = new Patience(means.changes(), means.clock());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AppCalls(hubgate, answers).routes());
        routes.addAll(new StatusCalls(hubgate, patience, verdicts).routes());
        routes.addAll(new DeploymentCalls(hubgate, answers).routes());
        routes.addAll(new PolicyCalls(hubgate, answers).routes());
        routes.addAll(new WaiverCalls(hubgate, answers, means.clock()).routes());
        routes.addAll(new CleanupCall(hubgate, answers, verdicts).routes());
        routes.addAll(new HistoryCalls(hubgate, answers, means.clock()).routes());
        routes.addAll(new HubCalls(hubgate, verdicts).routes());
        routes.addAll(
                new QuarantineCalls(hubgate.quarantine(), settings.windows().answerWithin(), means.clock()).routes());
        routes.addAll(new EventCalls(
                        hubgate, settings.webhookOrigins(), settings.limits().body(), means.clock())
                .routes());
        routes.addAll(new LiveCall(means.changes(), means.clock()).routes());
        routes.addAll(new MetricsCall(means.metrics()).routes());
        routes.addAll(new OpenCalls(() -> hubgate.checkStore(PROBED_WITHIN)).routes());
        return routes;
    }
}
