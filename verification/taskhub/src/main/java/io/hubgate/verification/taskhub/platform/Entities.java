// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host does with a message to an entity: operations are done at once, or wait behind a lock; a lock is granted by a message to the
 * orchestration, and given back by one of it. One whose holder was terminated is never given back.
 */
final class Entities {
    static final String LOCK = "Lock";
    static final String GRANTED = "LockGranted";
    static final String RELEASE = "Release";

    private final Platform platform;

    Entities(Platform platform) {
        this.platform = platform;
    }

    void take(Mail mail, @Nullable Life known) {
        Life entity = known == null ? new Life(mail.target, Kind.CHAIN, platform.nextId(), null) : known;
        if (known == null) {
            platform.publish(entity, "Running");
        }
        List<Mail> todo = new ArrayList<>();
        platform.writes.add(() -> {
            platform.lives.put(entity.id, entity);
            todo.add(mail);
            if (mail.kind.equals(RELEASE)) {
                entity.lockedBy = null;
                todo.addAll(entity.waiting);
                entity.waiting.clear();
            }
            todo.forEach(each -> next(each, entity));
        });
        platform.writes.add(() -> {
            entity.status = "Running";
            entity.writeRow(platform.hub.value(), platform.now);
        });
        platform.writes.add(() -> platform.remove(mail));
    }

    private void next(Mail mail, Life entity) {
        if (mail.kind.equals(RELEASE)) {
            return;
        }
        if (entity.lockedBy != null) {
            entity.waiting.add(mail);
        } else if (mail.kind.equals(LOCK) && mail.parent != null) {
            entity.lockedBy = mail.parent;
            platform.send(new Mail(platform.nextId(), GRANTED, mail.parent, null, null, platform.now));
        }
    }
}
