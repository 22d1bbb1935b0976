// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

/**
 * The rules of {@code docs/spec/store-contract.md} that an {@link io.hubgate.store.AppStore} keeps, one method for each. {@link
 * AppStoreContract} implements them, so that a new rule does not compile until it is tested. Rules S-7, S-8, S-9, S-11 and S-14 are about
 * instances: see {@link InstanceStoreRules}.
 */
interface AppStoreRules {
    /** S-1. */
    void s01_everyWriteIsConditional();

    /** S-2. */
    void s02_losingARaceIsAResult();

    /** S-3. */
    void s03_anAppAndItsDecisionsAreWrittenTogether();

    /** S-4. */
    void s04_aReadSeesEveryWriteBeforeItFromAnyClient();

    /** S-5. */
    void s05_ofConcurrentReplacesExactlyOneIsWritten();

    /** S-6. */
    void s06_ofConcurrentClaimsExactlyOneIsWritten();

    /** S-10. */
    void s10_bytesComeBackExactly();

    /** S-12. */
    void s12_decisionsAreReadBackInOrderPageByPage();

    /** S-13. */
    void s13_anOperationWithNoTimeLeftGivesUpAtOnce();
}
