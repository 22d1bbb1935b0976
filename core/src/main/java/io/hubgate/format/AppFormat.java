// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Slot;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.store.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored form of an app's record. Thread-safe; never blocks. */
public final class AppFormat {
    private AppFormat() {}

    /**
     * Encodes a record: equal records with names of equal casing become equal bytes.
     *
     * @param app the record
     * @return its document
     * @throws DocumentTooLargeException if it lists more releases than a document holds (each takes some 400 to 530 bytes)
     */
    public static Document write(App app) {
        return Envelope.write(fields -> app(fields, app));
    }

    /**
     * Decodes a record.
     *
     * @param document what was stored
     * @return the record
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no record of an app
     */
    public static App read(Document document) {
        return Envelope.read(document, AppFormat::app);
    }

    private static void app(FieldWriter fields, App app) {
        fields.text("app", app.name().value());
        fields.number("token", app.token().value());
        fields.objects("slots", app.slots().values(), AppFormat::slot);
        fields.objects("releases", app.releases(), ReleaseFields::release);
        fields.object("deployment", app.deployment(), DeploymentFields::deployment);
        fields.text("lastExchange", app.lastExchange(), ExchangeKind::name);
        fields.object("rules", decided(app), RulesFields::rules);
        fields.object("log", app.log(), AppFormat::log);
    }

    private static App app(FieldReader fields) {
        return new App(
                fields.text("app", AppName::new),
                new Token(fields.number("token")),
                slots(fields.objects("slots", AppFormat::slot)),
                fields.objects("releases", ReleaseFields::release),
                fields.optionalObject("deployment", DeploymentFields::deployment),
                fields.optionalText("lastExchange", ExchangeKind::valueOf),
                Objects.requireNonNullElse(fields.optionalObject("rules", RulesFields::rules), AppRules.NONE),
                fields.object("log", AppFormat::log));
    }

    /** Null for an app that decided nothing: its bytes are those of before there were rules of an app's own. */
    private static @Nullable AppRules decided(App app) {
        return app.rules().equals(AppRules.NONE) ? null : app.rules();
    }

    private static SortedMap<SlotName, Slot> slots(List<Slot> list) {
        SortedMap<SlotName, Slot> slots = new TreeMap<>();
        for (Slot slot : list) {
            if (slots.put(slot.name(), slot) != null) {
                throw new IllegalArgumentException("the slot " + slot.name() + " is there twice");
            }
        }
        return slots;
    }

    /** The occupants are a set, so their order says nothing and must not show in the bytes. */
    private static void slot(FieldWriter fields, Slot slot) {
        fields.text("name", slot.name().value());
        fields.text("recorded", slot.recorded(), TaskHubName::value);
        fields.texts("occupants", new TreeSet<>(slot.occupants()), TaskHubName::value);
        fields.flag("maybeEmpty", slot.maybeEmpty());
    }

    private static Slot slot(FieldReader fields) {
        return new Slot(
                fields.text("name", SlotName::new),
                fields.optionalText("recorded", TaskHubName::new),
                occupants(fields.texts("occupants", TaskHubName::new)),
                fields.flag("maybeEmpty"));
    }

    private static Set<TaskHubName> occupants(List<TaskHubName> list) {
        return new LinkedHashSet<>(list);
    }

    private static void log(FieldWriter fields, LogHead log) {
        fields.number("sequence", log.sequence());
        fields.text("hash", log.hash());
    }

    private static LogHead log(FieldReader fields) {
        return new LogHead(fields.number("sequence"), fields.text("hash", t -> t));
    }
}
