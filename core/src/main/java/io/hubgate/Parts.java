// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.GroupCommit;
import io.hubgate.delivery.Intake;
import io.hubgate.delivery.Quarantine;
import io.hubgate.store.InstanceStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a Hubgate consists of. */
record Parts(
        Shell shell,
        InstanceStore instances,
        Intake intake,
        Quarantine quarantine,
        GroupCommit groupCommit,
        ClaimDirectory directory,
        Outages outages,
        RemovalRecords removals,
        @Nullable PlannedCleaner cleaner,
        DeletionJudge judge,
        Duration eventHorizon) {}
