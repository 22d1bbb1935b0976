// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbered rules, the tests that cite them, and the list of rules without a test, read from their texts.
 *
 * @param rules the ids that the specification defines
 * @param citations where each cited id is cited
 * @param untested the listed ids with their reasons
 * @param twice ids that are defined or listed more than once
 */
record RuleCoverage(
        Set<String> rules, Map<String, Set<String>> citations, Map<String, String> untested, Set<String> twice) {

    /** A list item whose first word is a bold id. */
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\s*- \\*\\*([A-Z]-\\d+)\\*\\*");

    private static final Pattern UNTESTED = Pattern.compile("(?m)^- ([A-Z]-\\d+)\\b(.*)$");
    private static final Pattern CITATION = Pattern.compile("(?s)@Rule\\(\\s*(?:value\\s*=\\s*)?(\\{?[^)]*?)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** Comments cite rules too, as in {@code @Rule("S-3")} of a Javadoc; only code counts. */
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)");

    static RuleCoverage of(Map<String, String> pages, Map<String, String> sources, String untestedPage) {
        Set<String> rules = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        pages.values()
                .forEach(page -> each(DEFINITION, page, found -> {
                    if (!rules.add(found.group(1))) {
                        twice.add(found.group(1));
                    }
                }));
        Map<String, Set<String>> citations = new TreeMap<>();
        sources.forEach((name, text) -> each(
                CITATION,
                COMMENT.matcher(text).replaceAll(""),
                citation -> each(
                        QUOTED,
                        citation.group(1),
                        id -> citations
                                .computeIfAbsent(id.group(1), none -> new TreeSet<>())
                                .add(name))));
        Map<String, String> untested = new TreeMap<>();
        each(UNTESTED, untestedPage, found -> {
            if (untested.put(
                            found.group(1),
                            found.group(2).replaceFirst("^:", "").trim())
                    != null) {
                twice.add(found.group(1));
            }
        });
        return new RuleCoverage(rules, citations, untested, twice);
    }

    /** Rules that have neither a test nor a line in the list. */
    Set<String> uncovered() {
        Set<String> open = new TreeSet<>(rules);
        open.removeAll(citations.keySet());
        open.removeAll(untested.keySet());
        return open;
    }

    /** Rules that are listed as untested and have a test: the list may only shrink. */
    Set<String> listedAndTested() {
        Set<String> both = new TreeSet<>(untested.keySet());
        both.retainAll(citations.keySet());
        return both;
    }

    /** Cited or listed ids that no page defines, with where they stand. */
    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>();
        citations.forEach((id, places) -> {
            if (!rules.contains(id)) {
                unknown.add(id + " cited in " + places);
            }
        });
        untested.keySet().stream()
                .filter(id -> !rules.contains(id))
                .forEach(id -> unknown.add(id + " listed as untested"));
        return unknown;
    }

    /** Listed ids without a reason. */
    Set<String> withoutReason() {
        Set<String> bare = new TreeSet<>();
        untested.forEach((id, reason) -> {
            if (reason.isEmpty()) {
                bare.add(id);
            }
        });
        return bare;
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<Matcher> use) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            use.accept(matcher);
        }
    }
}
