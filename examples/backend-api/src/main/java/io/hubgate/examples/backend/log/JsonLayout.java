// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.model.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;

/** One JSON object a line. What is invisible is escaped twice: as JSON, and before that as text for whoever prints the field. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", Text.escaped(event.getFormattedMessage()));
        event.getMDCPropertyMap().forEach((name, value) -> line.put(name, Text.escaped(value)));
        List<KeyValuePair> fields = event.getKeyValuePairs();
        if (fields != null) {
            fields.forEach(field -> put(line, field));
        }
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            line.put("stack", stack(failure));
        }
        return line + System.lineSeparator();
    }

    private static String stack(IThrowableProxy failure) {
        return ThrowableProxyUtil.asString(failure)
                .lines()
                .map(line -> Text.escaped(line.replace('\t', ' ')))
                .collect(Collectors.joining("\n"));
    }

    private static void put(ObjectNode line, KeyValuePair field) {
        if (field.value instanceof Number number) {
            line.put(field.key, number.longValue());
        } else {
            line.put(field.key, Text.escaped(String.valueOf(field.value)));
        }
    }
}
