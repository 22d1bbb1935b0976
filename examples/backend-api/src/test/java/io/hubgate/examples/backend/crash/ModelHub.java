// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import io.hubgate.examples.backend.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The instances of one hub and their events. */
record ModelHub(String name, List<ModelInstance> instances) {
    private static final List<List<String>> LIVES = List.of(
            List.of("Running", "Completed"),
            List.of("Running", "Completed"),
            List.of("Pending", "Running", "Failed"),
            List.of("Running", "Suspended", "Running", "Terminated"),
            List.of("Running", "Completed", "Running", "Completed"));
    private static final int SECONDS_BETWEEN = 5;
    private static final int OVERTAKEN_BY = 400;
    private static final int ONE_IN = 4;

    /**
     * Makes up a hub.
     *
     * @param size how many events it has at least
     * @param drains whether all its instances end; otherwise one in four does not
     */
    static ModelHub of(String name, int size, boolean drains, SplittableRandom random) {
        List<ModelInstance> instances = new ArrayList<>();
        int events = 0;
        while (events < size) {
            String id = "order-" + instances.size();
            List<String> words = LIVES.get(random.nextInt(LIVES.size()));
            int count = drains || random.nextInt(ONE_IN) > 0 ? words.size() : words.size() - 1;
            List<LoadEvent> life = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int second = (instances.size() + 2 * i) * SECONDS_BETWEEN + i;
                life.add(new LoadEvent(name, id, words.get(i), second));
            }
            instances.add(new ModelInstance(id, List.copyOf(life)));
            events += count;
        }
        return new ModelHub(name, List.copyOf(instances));
    }

    /** One orchestration that has ended, as somebody starts one by hand after a swap. */
    static ModelHub smoke(String name) {
        LoadEvent begin = new LoadEvent(name, "smoke", "Running", 0);
        LoadEvent end = new LoadEvent(name, "smoke", "Completed", 1);
        return new ModelHub(name, List.of(new ModelInstance("smoke", List.of(begin, end))));
    }

    static int second(String time) {
        return (int) Duration.between(Events.BEGIN, Instant.parse(time)).toSeconds();
    }

    /** All events in an order in which many have overtaken others. */
    List<LoadEvent> shuffled(SplittableRandom random) {
        TreeMap<Long, LoadEvent> order = new TreeMap<>();
        all().forEach(event -> {
            long place = (long) event.second() + random.nextInt(OVERTAKEN_BY);
            order.put((place << 32) + order.size(), event);
        });
        return List.copyOf(order.values());
    }

    Stream<LoadEvent> all() {
        return instances.stream().flatMap(instance -> instance.events().stream());
    }

    /** What is wrong with a list of active instances that was asked for at one tick and came at another. */
    List<String> complaints(Set<String> listed, long asked, long answered) {
        List<String> wrong = new ArrayList<>();
        for (ModelInstance instance : instances) {
            ModelInstance.Must must = instance.between(asked, answered);
            boolean isListed = listed.contains(instance.id());
            if (must == ModelInstance.Must.BE_ACTIVE && !isListed) {
                wrong.add(name + "/" + instance.id() + " works, and is not listed");
            } else if (must == ModelInstance.Must.BE_FINISHED && isListed) {
                wrong.add(name + "/" + instance.id() + " has finished, and is listed");
            }
        }
        return wrong;
    }

    /** Those that work beyond doubt, whatever of the load has arrived. */
    List<String> busy(long asked, long answered) {
        return instances.stream()
                .filter(instance -> instance.between(asked, answered) == ModelInstance.Must.BE_ACTIVE)
                .map(ModelInstance::id)
                .toList();
    }

    /** How a backend lists the hub once it has all events. */
    List<String> listing() {
        return instances.stream()
                .filter(ModelInstance::endsActive)
                .map(ModelInstance::listing)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
