// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.hubgate.model.Text;
import java.util.Map;

/** One line for a person: time, level, where from, message; a failure's stack below it. */
final class ReadableLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(simple(event.getLoggerName()))
                .append(": ")
                .append(Text.escaped(event.getFormattedMessage()));
        for (Map.Entry<String, String> mark : event.getMDCPropertyMap().entrySet()) {
            line.append(" (")
                    .append(mark.getKey())
                    .append(' ')
                    .append(Text.escaped(mark.getValue()))
                    .append(')');
        }
        line.append(System.lineSeparator());
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            line.append(stack(failure));
        }
        return line.toString();
    }

    /** Messages of exceptions may quote what came from outside, so each line of the stack is escaped like any other. */
    private static String stack(IThrowableProxy failure) {
        StringBuilder out = new StringBuilder();
        ThrowableProxyUtil.asString(failure)
                .lines()
                .forEach(line -> out.append("    ")
                        .append(Text.escaped(line.replace("\t", "  ")))
                        .append(System.lineSeparator()));
        return out.toString();
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
