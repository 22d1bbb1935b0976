// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.readiness.HubMemory;
import io.hubgate.store.Document;
import io.hubgate.taskhub.OpenTimer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is remembered of looks at a hub, as a document. The hub is not in it: it is its key. */
public final class HubMemoryFormat {
    private HubMemoryFormat() {}

    /**
     * Returns a memory as it is stored.
     *
     * @param memory the memory
     * @return its document
     * @throws DocumentTooLargeException if it is larger than a document can be
     */
    public static Document write(HubMemory memory) {
        return Envelope.write(out -> {
            out.text("lookedAt", memory.lookedAt(), Instant::toString);
            out.flag("identified", memory.identified());
            out.objects("listed", memory.listed().entrySet(), HubMemoryFormat::time);
            out.objects("absentSince", memory.absentSince().entrySet(), HubMemoryFormat::time);
            out.objects("timers", memory.timers(), HubMemoryFormat::timer);
            out.objects("surplus", memory.surplus().entrySet(), HubMemoryFormat::surplus);
            out.object("hosts", memory.hosts(), HubMemoryFormat::hosts);
            out.texts("suspects", memory.suspects(), InstanceId::value);
        });
    }

    /**
     * Returns a stored memory.
     *
     * @param document its document
     * @return the memory
     * @throws UnsupportedFormatException if a newer Hubgate wrote it
     * @throws ObsoleteFormatException if its format is no longer read
     * @throws UnreadableDocumentException if it is no such document
     */
    public static HubMemory read(Document document) {
        return Envelope.read(
                document,
                in -> new HubMemory(
                        in.optionalText("lookedAt", Instant::parse),
                        in.flag("identified"),
                        map(in.objects("listed", HubMemoryFormat::time)),
                        map(in.objects("absentSince", HubMemoryFormat::time)),
                        in.objects("timers", HubMemoryFormat::timer),
                        map(in.objects("surplus", HubMemoryFormat::surplus)),
                        in.optionalObject("hosts", HubMemoryFormat::hosts),
                        in.texts("suspects", InstanceId::new)));
    }

    private static int small(long number) {
        if (number != (int) number) {
            throw new IllegalArgumentException("no 32-bit number: " + number);
        }
        return (int) number;
    }

    private static <K, V> Map<K, V> map(List<Map.Entry<K, V>> entries) {
        Map<K, V> map = new TreeMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static void time(FieldWriter fields, Map.Entry<InstanceId, Instant> entry) {
        fields.text("id", entry.getKey().value());
        fields.text("at", entry.getValue(), Instant::toString);
    }

    private static Map.Entry<InstanceId, Instant> time(FieldReader fields) {
        return Map.entry(fields.text("id", InstanceId::new), fields.text("at", Instant::parse));
    }

    private static void timer(FieldWriter fields, OpenTimer timer) {
        fields.number("queue", timer.queue());
        fields.text("id", timer.instance().value());
        fields.text("execution", timer.executionId().value());
        fields.number("timer", timer.timerId());
        fields.text("firesAt", timer.firesAt(), Instant::toString);
    }

    private static OpenTimer timer(FieldReader fields) {
        return new OpenTimer(
                small(fields.number("queue")),
                fields.text("id", InstanceId::new),
                fields.text("execution", ExecutionId::new),
                small(fields.number("timer")),
                fields.text("firesAt", Instant::parse));
    }

    private static void surplus(FieldWriter fields, Map.Entry<Integer, HubMemory.Surplus> entry) {
        fields.number("queue", entry.getKey());
        fields.number("count", entry.getValue().count());
        fields.text("increasedAt", entry.getValue().increasedAt(), Instant::toString);
    }

    private static Map.Entry<Integer, HubMemory.Surplus> surplus(FieldReader fields) {
        return Map.entry(
                small(fields.number("queue")),
                new HubMemory.Surplus(fields.number("count"), fields.text("increasedAt", Instant::parse)));
    }

    private static void hosts(FieldWriter fields, HubMemory.QuietHosts hosts) {
        fields.text("since", hosts.since(), Instant::toString);
        fields.objects("stamps", hosts.stamps().entrySet(), (out, entry) -> {
            out.text("partition", entry.getKey());
            out.text("stamp", entry.getValue());
        });
    }

    private static HubMemory.QuietHosts hosts(FieldReader fields) {
        return new HubMemory.QuietHosts(
                fields.text("since", Instant::parse),
                map(fields.objects("stamps", in -> Map.entry(in.text("partition", t -> t), in.text("stamp", t -> t)))));
    }
}
