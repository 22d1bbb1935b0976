// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.StoreUnavailableException;

/** Thrown when the account does not let us in: retrying helps only once somebody has granted the role. */
final class AccessDeniedException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    AccessDeniedException(String what, String code, Throwable cause) {
        super(
                what + ": the storage account refuses access" + (code.isEmpty() ? "" : " (" + code + ")"),
                "give the identity the role 'Storage Table Data Contributor' on the storage account, or check the key, the "
                        + "expiry and rights of the SAS, and the account's network rules");
        initCause(cause);
    }
}
