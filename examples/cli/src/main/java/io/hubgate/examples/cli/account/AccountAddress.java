// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.account;

import io.hubgate.examples.answers.NearestName;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A storage account and the right to read it, as a connection string. It is checked before anything is sent, so that a slip of the keyboard
 * is told as one. Its secret is never shown: {@link #toString()} names the account only.
 */
public final class AccountAddress {
    private static final List<String> KNOWN = List.of(
            "DefaultEndpointsProtocol",
            "AccountName",
            "AccountKey",
            "EndpointSuffix",
            "BlobEndpoint",
            "QueueEndpoint",
            "TableEndpoint",
            "FileEndpoint",
            "BlobSecondaryEndpoint",
            "QueueSecondaryEndpoint",
            "TableSecondaryEndpoint",
            "FileSecondaryEndpoint",
            "SharedAccessSignature",
            "UseDevelopmentStorage",
            "DevelopmentStorageProxyUri");

    private static final String FIX =
            "copy it from the account's access keys, in quotes, since it holds semicolons: \"DefaultEndpointsProtocol=https;"
                    + "AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net\"";

    private final String connectionString;
    private final String name;

    private AccountAddress(String connectionString, String name) {
        this.connectionString = connectionString;
        this.name = name;
    }

    /**
     * Reads a connection string.
     *
     * @param source where it was given, for complaints: an option or a variable
     * @param text the connection string
     * @return the account
     * @throws Complaint if it cannot be one
     */
    public static AccountAddress connectionString(String source, String text) {
        Map<String, String> parts = parts(source, text.strip());
        if ("true".equalsIgnoreCase(parts.get("UseDevelopmentStorage"))) {
            return new AccountAddress(text.strip(), "devstoreaccount1");
        }
        String account = parts.get("AccountName");
        String key = parts.get("AccountKey");
        boolean signed = parts.containsKey("SharedAccessSignature");
        if (account == null && !(signed && parts.containsKey("TableEndpoint"))) {
            throw wrong(source, "has no AccountName");
        }
        if (key == null && !signed) {
            throw wrong(source, "has neither AccountKey nor SharedAccessSignature");
        }
        if (key != null && !isBase64(key)) {
            throw wrong(source, "has an AccountKey that is cut off or mistyped (it is not Base64)");
        }
        String shown = account == null ? String.valueOf(parts.get("TableEndpoint")) : account;
        return new AccountAddress(text.strip(), shown);
    }

    static AccountAddress signed(String account, Map<String, String> endpoints, String signature) {
        StringBuilder text = new StringBuilder();
        new LinkedHashMap<>(endpoints)
                .forEach(
                        (part, url) -> text.append(part).append('=').append(url).append(';'));
        return new AccountAddress(text + "SharedAccessSignature=" + signature, account);
    }

    private static Map<String, String> parts(String source, String text) {
        Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            // What stands before '=' is no secret; a part without one may be half a key.
            if (equals < 0 || !isWord(name)) {
                throw wrong(source, "is no connection string: it has a part that is not NAME=VALUE");
            }
            if (KNOWN.stream().noneMatch(name::equalsIgnoreCase)) {
                throw wrong(source, "has an unknown part '" + name + "'; " + NearestName.hint(name, KNOWN));
            }
            parts.put(name, part.substring(equals + 1).strip());
        }
        if (parts.isEmpty()) {
            throw wrong(source, "is empty");
        }
        return parts;
    }

    private static boolean isWord(String name) {
        return !name.isEmpty() && name.length() <= 40 && name.chars().allMatch(Character::isLetter);
    }

    private static boolean isBase64(String key) {
        try {
            return Base64.getDecoder().decode(key).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Complaint wrong(String source, String what) {
        return Complaint.usage(source + " " + what, FIX);
    }

    /**
     * Returns the connection string, secret included.
     *
     * @return for the storage client only
     */
    public String connectionString() {
        return connectionString;
    }

    /**
     * Tells whether another address is the same account by name.
     *
     * @param other the other, or null
     * @return true if it is
     */
    public boolean isSameAccount(@Nullable AccountAddress other) {
        return other != null && name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
    }

    /** Returns the account's name and no secret. */
    @Override
    public String toString() {
        return name;
    }
}
