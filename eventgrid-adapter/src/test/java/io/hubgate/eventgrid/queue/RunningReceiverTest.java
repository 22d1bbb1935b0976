// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.verification.azurite.Fault;
import io.hubgate.verification.azurite.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Rule("E-4")
@Timeout(120)
class RunningReceiverTest {
    private static final QueueSettings SETTINGS = QueueSettings.defaults();

    private final TestQueue queue = new TestQueue();
    private final KeepingSink sink = new KeepingSink();
    private final QueueReceiver receiver = queue.receiver(sink, SETTINGS);

    @BeforeEach
    void create() {
        queue.queue().create();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    /** Never waits, notes for how long it should have, and stops after so many times. */
    private static final class Impatient implements StopSignal {
        private final List<Duration> pauses = new ArrayList<>();
        private final int most;

        Impatient(int most) {
            this.most = most;
        }

        @Override
        public boolean isStopped() {
            return pauses.size() == most;
        }

        @Override
        public void await(Duration atMost) {
            pauses.add(atMost);
        }
    }

    private static List<Duration> millis(long... times) {
        return IntStream.range(0, times.length)
                .mapToObj(i -> Duration.ofMillis(times[i]))
                .toList();
    }

    @Nested
    class Stopping {
        @Test
        void finishesWhatItHasReceived() {
            StopSwitch stop = new StopSwitch();
            queue.send(TestQueue.event("o-1"), TestQueue.event("o-2"));
            sink.first(events -> stop.stop());
            receiver.run(stop);
            assertThat(sink.instances()).containsExactlyInAnyOrder("o-1", "o-2");
            assertThat(queue.size()).isZero();
        }

        @Test
        void endsAPauseAtOnce() throws InterruptedException {
            QueueSettings hour = SETTINGS.withPauses(Duration.ofHours(1), Duration.ofHours(1));
            StopSwitch stop = new StopSwitch();
            sink.first(events -> {
                throw new StoreUnavailableException("away");
            });
            queue.send(TestQueue.event("o-1"));
            Thread running = new Thread(() -> queue.receiver(sink, hour).run(stop));
            running.start();
            stop.stop();
            running.join(60_000);
            assertThat(running.isAlive()).isFalse();
            stop.await(Duration.ofHours(1));
            assertThat(stop.isStopped()).isTrue();
        }

        @Test
        void anInterruptIsASignalTooAndStays() {
            Thread.currentThread().interrupt();
            receiver.run(new StopSwitch());
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void aSignalThatCameBeforeMeansNoRound() {
            StopSwitch stop = new StopSwitch();
            stop.stop();
            receiver.run(stop);
            assertThat(queue.proxy().passed()).isEmpty();
        }
    }

    @Nested
    class Pausing {
        @Test
        void growsWhileTheQueueIsEmpty() {
            Impatient signal = new Impatient(8);
            receiver.run(signal);
            assertThat(signal.pauses).isEqualTo(millis(100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000));
        }

        @Test
        void growsWhileTheQueueFails() {
            Impatient signal = new Impatient(7);
            queue.proxy().inject(Faults.always(Fault.serverBusy()));
            receiver.run(signal);
            assertThat(signal.pauses).isEqualTo(millis(1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000));
        }

        @Test
        void beginsAnewAfterMessages() {
            Pace busy = Pace.begin(SETTINGS);
            Pace idle = busy.after(ReceiveReport.NOTHING).after(ReceiveReport.NOTHING);
            assertThat(idle.after(new ReceiveReport(1, 1, 0, 0)).pause()).isZero();
            assertThat(idle.after(new ReceiveReport(2, 1, 0, 1)).pause()).isEqualTo(Duration.ofSeconds(1));
            assertThat(idle.afterFailure().after(ReceiveReport.NOTHING).pause()).isEqualTo(Duration.ofMillis(100));
        }

        @Test
        void growsAfterTheQueueWasDeletedWhileItRan() {
            queue.send(TestQueue.event("o-1"));
            sink.first(events -> queue.queue().delete());
            Impatient signal = new Impatient(2);
            receiver.run(signal);
            assertThat(signal.pauses).isEqualTo(millis(1_000, 2_000));
        }
    }

    @Nested
    class Sharing {
        @Test
        void twoReceiversOnFourThreadsLoseNothing() throws InterruptedException {
            List<String> sent = IntStream.range(0, 300).mapToObj(i -> "o-" + i).toList();
            sent.parallelStream().forEach(instance -> queue.send(TestQueue.event(instance)));
            StopSwitch stop = new StopSwitch();
            QueueReceiver other = queue.receiver(sink, SETTINGS);
            List<Thread> threads = Stream.of(receiver, other, receiver, other)
                    .map(one -> new Thread(() -> one.run(stop)))
                    .toList();
            threads.forEach(Thread::start);
            while (queue.size() > 0) {
                Thread.onSpinWait();
            }
            stop.stop();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(sink.instances()).containsAll(sent);
        }
    }
}
