// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static io.hubgate.store.inmemory.Given.HUB;
import static io.hubgate.store.inmemory.Given.NOW;
import static io.hubgate.store.inmemory.Given.SOON;
import static io.hubgate.store.inmemory.Given.completed;
import static io.hubgate.store.inmemory.Given.running;
import static io.hubgate.store.inmemory.Given.write;
import static io.hubgate.store.inmemory.Given.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.WriteResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryInstanceStoreCapsTest {
    private final InMemoryInstanceStore small = InMemoryInstanceStore.builder()
            .maxInstances(3)
            .maxUnclaimed(1)
            .maxUnclaimedHubs(2)
            .build();

    @Test
    void refuse_a_new_instance_beyond_them_and_take_what_is_known() {
        Revision first = written(write(small, running("a"), null));
        write(small, running("b"), null);
        write(small, completed("c"), null);
        assertThatThrownBy(() -> write(small, running("d"), null)).isInstanceOf(StoreFullException.class);
        assertThat(write(small, completed("a"), first).isWritten()).isTrue();
        small.drop(HUB, SOON);
        assertThat(write(small, running("d"), null).isWritten()).isTrue();
    }

    @Test
    void leave_nothing_written_of_a_batch_that_they_refuse() {
        InMemoryInstanceStore one =
                InMemoryInstanceStore.builder().maxInstances(1).build();
        InstanceId a = new InstanceId("a");
        int partition = one.partitionOf(HUB, a);
        InstanceId b = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> new InstanceId("b" + i))
                .filter(id -> one.partitionOf(HUB, id) == partition)
                .findFirst()
                .orElseThrow();
        List<InstanceWrite> writes =
                List.of(new InstanceWrite(running("a"), null), new InstanceWrite(running(b.value()), null));
        InstanceBatch batch = new InstanceBatch(HUB, partition, true, writes, NOW, NOW);
        assertThatThrownBy(() -> one.write(batch, SOON)).isInstanceOf(StoreFullException.class);
        assertThat(one.read(HUB, SOON)).isEmpty();
    }

    @Test
    @Rule("E-7")
    void of_unclaimed_hubs_acknowledge_and_mark_what_they_do_not_keep() {
        TaskHubName first = new TaskHubName("first");
        TaskHubName second = new TaskHubName("second");
        Revision kept = written(write(small, first, false, running("a"), null));
        Revision forgone = written(write(small, second, false, running("b"), null));
        assertThat(small.read(first, SOON).orElseThrow().traffic().truncated()).isFalse();
        TrackedHub tracked = small.read(second, SOON).orElseThrow();
        assertThat(tracked.active()).isEmpty();
        assertThat(tracked.traffic().truncated()).isTrue();
        assertThat(write(small, second, false, completed("b"), forgone)).isEqualTo(new WriteResult.NotFound());
        assertThat(write(small, first, false, completed("a"), kept).isWritten()).isTrue();
    }

    @Test
    @Rule("E-7")
    void of_unclaimed_hubs_end_when_an_app_claims_the_hub() {
        TaskHubName first = new TaskHubName("first");
        write(small, first, false, running("a"), null);
        write(small, first, false, running("b"), null);
        assertThat(write(small, first, true, running("b"), null).isWritten()).isTrue();
        assertThat(small.read(first, SOON).orElseThrow().active()).hasSize(2);
        assertThat(small.read(first, SOON).orElseThrow().traffic().truncated()).isTrue();
        TaskHubName second = new TaskHubName("second");
        write(small, second, false, running("c"), null);
        assertThat(small.read(second, SOON).orElseThrow().active()).hasSize(1);
    }

    @Test
    @Rule("E-7")
    void bound_the_number_of_unclaimed_hubs() {
        write(small, new TaskHubName("first"), false, running("a"), null);
        write(small, new TaskHubName("second"), false, running("a"), null);
        TaskHubName third = new TaskHubName("third");
        assertThatThrownBy(() -> write(small, third, false, running("a"), null)).isInstanceOf(StoreFullException.class);
        assertThat(write(small, third, true, running("a"), null).isWritten()).isTrue();
        small.drop(new TaskHubName("FIRST"), SOON);
        assertThat(write(small, new TaskHubName("fourth"), false, running("a"), null)
                        .isWritten())
                .isTrue();
    }
}
