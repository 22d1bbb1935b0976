// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The text of {@code docs/accuracy.md}.
 *
 * @param judges who was asked, in the order of the tables
 * @param judgements what they said
 * @param reviewed why their mistakes are made
 */
record AccuracyReport(List<Judge> judges, List<Judgement> judgements, ReviewedMistakes reviewed) {
    private static final String ALL = "all";

    private static final String INTRODUCTION = """
            # How often a verdict is right

            The released Durable Functions extension was recorded while small orchestrations lived, failed, were terminated,
            rewound and killed ([the recordings](../verification/recordings/README.md)). At marked moments it is known what was
            really alive in each hub. At each of these moments each judge below is asked whether the hub is drained, with
            what it goes by: the events that had been received by then (one whose POST was answered with anything but 200 was
            not received), the hub's storage as it was then, or both.

            - A **false READY** is a disaster: a deployment would kill live work.
            - A **false busy** (NOT_READY) or a **false unknown** (UNKNOWN) over an idle hub delays a deployment for no reason.

            This page is written by a test (`AccuracyTest` in `verification/recordings`; with `-Dhubgate.update=true` it
            writes the page anew). The build fails when the page differs from what the recordings give, when a judge makes a
            mistake that is not in the reviewed list, and when a listed one is made no more, so the list only shrinks.

            """;

    private static final String JUDGES = """
            ## The judges
            - **last event alone**: the hub is READY if the newest event of each of its instances, by the time in the event, is
              Completed, Failed, Terminated or Canceled. An entity is an instance like any other. A hub of which no event was
              ever received counts as unknown.
            - **active rows alone**: the hub is READY if no row of its table of instances says anything but Completed, Failed,
              Terminated or Canceled, entities left out. Queues, history and events are not looked at.
            - **Hubgate with events**: Hubgate as it is, without a look at the hub itself: webhook, tracking and verdict over
              the stores in memory, each delivery at the time of its receipt, the hub in production while they come. At the
              moment that is judged another release is staged, swapped in and confirmed, and the verdict on the slot
              (`overwrite`) counts. The settle window is zero here, so that it decides nothing; by default READY comes two
              minutes later.
            - **Hubgate with the hub**: the same with an inspector, which here sees the recorded snapshot.
              `SnapshotVerdictTest` repeats it as if every event had been lost; `SnapshotsInStorageTest` lays each snapshot
              out in Azurite, its times moved to now, and asks through the inspector of Azure Storage: the same verdicts.

            """;

    String text() {
        return INTRODUCTION + moments() + JUDGES + figures() + mistakes();
    }

    private String moments() {
        long all = judgements.stream().map(Judgement::moment).distinct().count();
        long busy = count(judges.get(0), j -> j.moment().expected() == Moment.Expected.NEVER_READY);
        return "There are " + all + " judged moments of a hub: in " + busy + " work was alive, in " + (all - busy)
                + " none was.\n\n";
    }

    private String figures() {
        StringBuilder table = new StringBuilder("""
                ## Figures
                | judge | engine | moments | false READY | false busy | false unknown | right |
                |---|---|---:|---:|---:|---:|---:|
                """);
        for (Judge judge : judges) {
            engines().forEach(engine -> table.append(row(judge, engine)));
        }
        return table.append('\n').toString();
    }

    private List<String> engines() {
        List<String> engines = new ArrayList<>(new TreeSet<>(judgements.stream()
                .map(judgement -> judgement.moment().recording().engine())
                .toList()));
        engines.add(ALL);
        return engines;
    }

    private String row(Judge judge, String engine) {
        Predicate<Judgement> here = judgement ->
                engine.equals(ALL) || judgement.moment().recording().engine().equals(engine);
        long asked = count(judge, here);
        long right = asked - count(judge, here.and(Judgement::isMistake));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %.0f %% |\n",
                judge.name(),
                engine,
                asked,
                count(judge, here.and(Judgement::isFalseReady)),
                count(judge, here.and(Judgement::isFalseBusy)),
                count(judge, here.and(Judgement::isFalseUnknown)),
                100.0 * right / asked);
    }

    private long count(Judge judge, Predicate<Judgement> which) {
        return of(judge, which).size();
    }

    private List<Judgement> of(Judge judge, Predicate<Judgement> which) {
        return judgements.stream()
                .filter(judgement -> judgement.judge() == judge)
                .filter(which)
                .toList();
    }

    private String mistakes() {
        StringBuilder lists = new StringBuilder("""
                ## Each mistake
                What events cannot know is why the default policy wants the hub itself where an inspector is configured. Without
                one, `EVENTS_ONLY` stands in each answer.
                """);
        for (Judge judge : judges) {
            lists.append(list(judge, "false READY", Judgement::isFalseReady));
            lists.append(list(judge, "false busy", Judgement::isFalseBusy));
            lists.append(list(judge, "false unknown", Judgement::isFalseUnknown));
        }
        return lists.toString();
    }

    private String list(Judge judge, String kind, Predicate<Judgement> which) {
        StringBuilder list = new StringBuilder("\n### " + judge.name() + ": " + kind + "\n");
        List<Judgement> mistakes = of(judge, which);
        if (mistakes.isEmpty()) {
            list.append("None.\n");
        }
        for (Judgement mistake : mistakes) {
            list.append("- `" + mistake.moment() + "`: " + reviewed.whyOf(mistake) + "\n");
        }
        return list.toString();
    }
}
