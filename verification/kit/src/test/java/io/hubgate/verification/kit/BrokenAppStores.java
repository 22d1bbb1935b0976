// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.store.AppCommit;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.WriteResult;
import io.hubgate.store.testkit.AppStoreContract;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** App stores that break a rule of writing each, as the kit gets them. */
final class BrokenAppStores {
    private BrokenAppStores() {}

    /** Runs the kit on a store that is broken by a wrapper around a correct one. */
    abstract static class Broken extends AppStoreContract {
        private final Function<AppStore, AppStore> wrapper;

        Broken(Function<AppStore, AppStore> wrapper) {
            this.wrapper = wrapper;
        }

        @Override
        protected StoreFixture<AppStore> open(Wire line) {
            return RowFixture.of(line, RowFixture.SMALLEST, client -> wrapper.apply(new RowAppStore(client)));
        }
    }

    @Breaks(rule = "S-1", by = "replaces without looking at the revision")
    static final class PutsUnconditionally extends Broken {
        PutsUnconditionally() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
                    return put(correct, key, document, deadline);
                }
            });
        }
    }

    @Breaks(rule = "S-2", by = "throws when it loses a race")
    static final class ThrowsAtLostRaces extends Broken {
        ThrowsAtLostRaces() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult commit(AppCommit commit, Deadline deadline) {
                    WriteResult result = correct.commit(commit, deadline);
                    if (!result.isWritten()) {
                        throw new StoreUnavailableException("the write failed: " + result);
                    }
                    return result;
                }
            });
        }
    }

    @Breaks(rule = "S-2", by = "repeats a write whose answer was lost, and reports its own row as another's")
    static final class RepeatsLostWrites extends Broken {
        RepeatsLostWrites() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
                    return twice(() -> correct.create(key, document, deadline));
                }
            });
        }

        private static WriteResult twice(Supplier<WriteResult> write) {
            try {
                return write.get();
            } catch (UnknownOutcomeException e) {
                return write.get();
            }
        }
    }

    @Breaks(rule = "S-3", by = "writes the decisions after the app, in a transaction of their own")
    static final class LogsAfterwards extends Broken {
        LogsAfterwards() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult commit(AppCommit commit, Deadline deadline) {
                    AppCommit bare = new AppCommit(commit.app(), commit.expected(), commit.document(), List.of());
                    WriteResult result = correct.commit(bare, deadline);
                    if (result instanceof WriteResult.Written written) {
                        AppCommit log =
                                new AppCommit(commit.app(), written.revision(), commit.document(), commit.decisions());
                        return correct.commit(log, deadline);
                    }
                    return result;
                }
            });
        }
    }

    @Breaks(rule = "S-5", by = "compares the revision itself, and then writes in any case")
    static final class ComparesThenPuts extends Broken {
        ComparesThenPuts() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
                    var found = correct.find(key, deadline);
                    if (found.isEmpty()) {
                        return new WriteResult.NotFound();
                    }
                    if (!found.get().revision().equals(revision)) {
                        return new WriteResult.RevisionMismatch();
                    }
                    return put(correct, key, document, deadline);
                }
            });
        }
    }

    @Breaks(rule = "S-6", by = "looks whether a key is free, and then writes in any case")
    static final class LooksThenClaims extends Broken {
        LooksThenClaims() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
                    if (correct.find(key, deadline).isPresent()) {
                        return new WriteResult.AlreadyExists();
                    }
                    return put(correct, key, document, deadline);
                }
            });
        }
    }

    /** Writes whatever is there: what the SPI does not offer. */
    private static WriteResult put(AppStore store, DocumentKey key, Document document, Deadline deadline) {
        while (true) {
            var found = store.find(key, deadline);
            WriteResult result = found.isPresent()
                    ? store.replace(key, found.get().revision(), document, deadline)
                    : store.create(key, document, deadline);
            if (result.isWritten()) {
                return result;
            }
        }
    }
}
