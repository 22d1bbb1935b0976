// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

/**
 * The rules of {@code docs/spec/store-contract.md} that an {@link io.hubgate.store.InstanceStore} keeps, one method for each. {@link
 * InstanceStoreContract} implements them, so that a new rule does not compile until it is tested. Rules S-3, S-6, S-10 and S-12 are about
 * documents: see {@link AppStoreRules}.
 */
interface InstanceStoreRules {
    /** S-1. */
    void s01_everyWriteIsConditional();

    /** S-2. */
    void s02_losingARaceIsAResult();

    /** S-4. */
    void s04_aReadSeesEveryWriteBeforeItFromAnyClient();

    /** S-5. */
    void s05_ofConcurrentReplacesExactlyOneIsWritten();

    /** S-7. */
    void s07_aBatchReportsEachInstanceByItself();

    /** S-8. */
    void s08_theCostOfAReadDependsOnTheActiveInstances();

    /** S-9. */
    void s09_theCostOfADropDoesNotGrowWithTheHub();

    /** S-11. */
    void s11_anyLegalIdIsAKeyOfItsOwn();

    /** S-13. */
    void s13_anOperationWithNoTimeLeftGivesUpAtOnce();

    /** S-14. */
    void s14_timesKeepTheirPrecisionAndOrder();
}
