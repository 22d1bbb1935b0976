// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.format.AppFormat;
import io.hubgate.readiness.Intent;
import io.hubgate.rule.Rule;
import io.hubgate.verification.embedding.Trouble.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An app that lives long: its record stays small, and no release is forgotten. */
class ManyReleasesTest {
    private static final int RELEASES = 1000;
    private static final int SMALL = 16 * 1024;

    private static Embedded after(int releases) {
        Embedded orders = new Embedded();
        orders.declareEmpty();
        IntStream.rangeClosed(1, releases).forEach(i -> {
            orders.releaseAndDrain("orders" + i);
            if (i % 10 == 0 || i == releases) {
                orders.cleanup("orders" + i);
            }
        });
        return orders;
    }

    @Test
    @Rule({"P-5", "P-13"})
    void aThousandReleasesLeaveASmallRecordAndAllAreListed() {
        Embedded orders = after(RELEASES);

        assertThat(AppFormat.write(orders.app()).bytes()).hasSizeLessThan(SMALL);
        List<Release> releases = orders.hubgate.releases(orders.app());
        assertThat(releases).hasSize(RELEASES);
        assertThat(releases).extracting(Release::taskHub).doesNotHaveDuplicates();
        assertThat(releases.stream().filter(release -> release.phase() == ReleasePhase.DELETED))
                .hasSize(RELEASES - 2);
        Embedded.assertRefused(orders.stage("orders1"), ErrorCode.HUB_NAME_USED);
        Embedded.assertRefused(orders.stage("ORDERS999"), ErrorCode.HUB_NAME_USED);
        var status = orders.hubgate.status(hub("orders1"), Intent.DELETE);
        assertThat(status.phase()).isEqualTo(ReleasePhase.DELETED);
        assertThat(Objects.requireNonNull(status.app()).name()).isEqualTo(Embedded.ORDERS);
    }

    /** A release leaves the record for its claim while a later one is cleaned up; that too may be cut in two. */
    @ParameterizedTest
    @EnumSource
    void noneIsForgottenWhicheverWriteOfACleanUpGoesWrong(Kind kind) {
        Embedded before = after(23);
        before.releaseAndDrain("orders24");
        for (int nth = 1; ; nth++) {
            Embedded orders = before.copy();
            Trouble.Nth trouble = Trouble.Nth.write(nth, kind);
            orders.line.put(trouble);
            try {
                orders.cleanup("orders24");
            } catch (Trouble.Died | HubgateException e) {
                assertThat(trouble.hasHappened()).isTrue();
            }
            orders.restart();
            assertThat(orders.hubgate.releases(orders.app()))
                    .as("%s at write %d", kind, nth)
                    .extracting(Release::taskHub)
                    .contains(hub("orders1"), hub("orders2"), hub("orders24"));
            orders.cleanup("orders24");
            assertThat(orders.hubgate.releases(orders.app()))
                    .extracting(Release::taskHub)
                    .hasSize(24)
                    .doesNotHaveDuplicates();
            if (!trouble.hasHappened()) {
                return;
            }
        }
    }
}
