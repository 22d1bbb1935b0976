// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.model.Text;
import io.hubgate.taskhub.Wait;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences about what a look at a hub showed. All foreign text in them is cut and escaped. */
final class Words {
    private static final int MOST_WAITS = 3;

    private Words() {}

    static String quoted(InstanceId id) {
        return Text.shown(id.value());
    }

    static Warning waived(Waiver waiver, String what) {
        return new Warning(
                WarningCode.WAIVED,
                waiver.code() + " of " + what + " is waived by "
                        + Text.shown(waiver.by().toString()) + " until " + waiver.until() + ": "
                        + Text.shown(waiver.reason()),
                waiver.hub());
    }

    /** What an instance waits for, or null if nobody read its history. */
    static @Nullable String waits(@Nullable List<Wait> waits) {
        if (waits == null) {
            return null;
        }
        if (waits.isEmpty()) {
            return "an external event or a lock, which history does not hold";
        }
        String shown = waits.stream().limit(MOST_WAITS).map(Words::wait).collect(Collectors.joining(", "));
        return waits.size() > MOST_WAITS ? shown + " and " + (waits.size() - MOST_WAITS) + " more" : shown;
    }

    private static String wait(Wait wait) {
        if (wait instanceof Wait.Activity activity) {
            return "the activity " + Text.shown(activity.name());
        }
        if (wait instanceof Wait.Timer timer) {
            return "a timer that is due at " + timer.firesAt();
        }
        Wait.SubOrchestration child = (Wait.SubOrchestration) wait;
        return "the sub-orchestration "
                + Text.shown(
                        child.instance() == null
                                ? child.name()
                                : child.instance().value());
    }
}
