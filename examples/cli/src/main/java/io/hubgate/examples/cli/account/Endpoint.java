// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address of an account with a shared access signature, as the portal gives it for one of the services. */
public final class Endpoint {
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]{3,24})\\.(blob|queue|table|file|dfs)\\.([a-z0-9.-]+)");
    private static final String FIX =
            "make an account SAS for the services blob, queue and table (ss=bqt), the types service,"
                    + " container and object (srt=sco), with the permissions read and list (sp=rl), and give"
                    + " \"https://ACCOUNT.table.core.windows.net/?sv=…&sig=…\"";

    private Endpoint() {}

    /**
     * Reads an address with a signature.
     *
     * @param source where it was given, for complaints
     * @param text the address of any one service of the account
     * @return the account; the other services' addresses are told from the one
     * @throws Complaint if it is no such address
     */
    public static AccountAddress parse(String source, String text) {
        URI uri = uri(source, text.strip());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        Matcher matcher = HOST.matcher(host);
        if (!"https".equalsIgnoreCase(uri.getScheme()) || !matcher.matches()) {
            throw Complaint.usage(
                    source + " is no https address of a storage account, such as https://orders.table.core.windows.net",
                    "for another host, give a connection string with TableEndpoint, QueueEndpoint, BlobEndpoint and"
                            + " SharedAccessSignature");
        }
        String signature = uri.getRawQuery();
        Set<String> names = names(signature);
        if (signature == null || !names.contains("sig")) {
            throw Complaint.usage(
                    source + " has no shared access signature",
                    FIX + "; an identity instead of a signature is for the backend");
        }
        if (!names.contains("ss")) {
            throw Complaint.usage(source + " has a signature for a single service, and a task hub lives in three", FIX);
        }
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("BlobEndpoint", address(matcher, "blob"));
        endpoints.put("QueueEndpoint", address(matcher, "queue"));
        endpoints.put("TableEndpoint", address(matcher, "table"));
        return AccountAddress.signed(matcher.group(1), endpoints, signature);
    }

    private static String address(Matcher host, String service) {
        return "https://" + host.group(1) + "." + service + "." + host.group(3);
    }

    private static URI uri(String source, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Complaint.usage(source + " is no address", "give it in quotes, exactly as the portal shows it");
        }
    }

    private static Set<String> names(@Nullable String query) {
        return query == null
                ? Set.of()
                : Stream.of(query.split("&", -1))
                        .map(part -> part.split("=", 2)[0])
                        .collect(Collectors.toSet());
    }
}
