// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * Sets the log up in code. The logging library finds it as its configurator, so nothing is searched for or parsed when the backend
 * starts.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** Creates a configurator; the logging library calls this. */
    public LogSetup() {}

    /**
     * Chooses the form of log lines from now on.
     *
     * @param json whether lines are JSON, on standard output, rather than readable, on standard error
     */
    public static void use(boolean json) {
        apply((LoggerContext) LoggerFactory.getILoggerFactory(), json);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        apply(context, false);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void apply(LoggerContext context, boolean json) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
        context.getLogger("io.javalin").setLevel(Level.WARN);
        // A server that cannot start is told in one line of our own.
        context.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        // What the SDK could not do is thrown to us too, and said once, without its URLs.
        context.getLogger("com.azure").setLevel(Level.OFF);
        context.getLogger("com.microsoft.aad").setLevel(Level.OFF);
        root.addAppender(console(context, json));
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, boolean json) {
        Layout<ILoggingEvent> layout = json ? new JsonLayout() : new ReadableLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget(json ? "System.out" : "System.err");
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
