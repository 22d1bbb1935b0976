// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import java.net.URI;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo as a command. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "hubgate demo",
        description = "Sends three recorded releases of an orders app through the pipeline's steps, in memory.")
public final class Demo implements Callable<Integer> {
    /** What the recording allows: 4.2 s of quiet before the pipeline is told READY, at the recorded speed. */
    private static final Duration SETTLE_WINDOW = Duration.ofSeconds(3);

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 4;
    private static final int TRIES = 20;

    private final Narrator narrator = new Narrator(System.out);

    @Option(names = "--keep", description = "leave the backend and its page running until Ctrl-C")
    private boolean keep;

    @Option(
            names = "--speed",
            defaultValue = "2",
            description = "how many times faster than recorded, 0.1 to 4 (default 2)")
    private double speed;

    @Option(
            names = "--backend",
            defaultValue = "examples/backend-api/target/hubgate-backend.jar",
            description = "the backend's jar")
    private Path backend = Path.of("");

    /**
     * Runs the demo.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Demo())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("demo: " + e.getMessage());
                    return 1;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (speed < SLOWEST || speed > FASTEST) {
            throw new DemoFailure("--speed is " + SLOWEST + " to " + FASTEST);
        }
        Duration settle = Duration.ofMillis(Math.round(SETTLE_WINDOW.toMillis() / speed));
        Recording recording = Recording.load();
        narrator.say(String.format(
                Locale.ROOT,
                "Three releases of an orders app, as the real engine published them, replayed %s times as fast, in %d s.",
                times(),
                Math.round(recording.length().toSeconds() / speed)));
        try (BackendProcess process = BackendProcess.start(backend, settle)) {
            narrator.say(String.format(
                    Locale.ROOT,
                    "The backend is %s, in memory, without an account or keys; settle window %.2f s (%.1f s divided by %s).%n",
                    process.address(),
                    settle.toMillis() / 1000.0,
                    SETTLE_WINDOW.toMillis() / 1000.0,
                    times()));
            replay(recording, new HubgateClient(process.address()));
            farewell(process.address());
            if (keep) {
                process.await();
            }
        }
        return 0;
    }

    private String times() {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(speed);
    }

    private void replay(Recording recording, HubgateClient client) {
        // The first call of a young JVM is slow; it is not to count as part of the replay.
        client.get("/api/apps");
        Clock clock = Clock.systemUTC();
        Pace pace = new Pace(recording.begin(), clock.instant(), speed, clock);
        Pipeline pipeline = new Pipeline(client, narrator, pace);
        pipeline.declare();
        for (Recording.Happening happening : recording.happenings()) {
            pace.await(happening.at());
            if (happening instanceof Recording.Step step) {
                pipeline.take(step);
            } else if (happening instanceof Recording.Raised raised) {
                pipeline.meanwhile(raised);
            } else if (happening instanceof Recording.Published published) {
                deliver(client, published.shifted(pace));
            }
        }
    }

    /** Anything but 200 means that the event is not durable yet, so it is sent again. */
    private static void deliver(HubgateClient client, byte[] events) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (client.deliver(events).status() == 200) {
                return;
            }
        }
        throw new DemoFailure("the backend does not take events");
    }

    private void farewell(URI address) {
        narrator.say("");
        narrator.say(keep ? "Look at " + address + "/ or try:" : "Run it again with --keep, then try:");
        narrator.say("  curl " + address + "/api/apps/orders/slots/staging/status");
        narrator.say("  curl -H 'Accept: text/plain' " + address + "/api/apps/orders/slots/staging/gate");
        narrator.say("  curl " + address + "/api/apps/orders/decisions");
        if (keep) {
            narrator.say("Ctrl-C ends it.");
        }
    }
}
