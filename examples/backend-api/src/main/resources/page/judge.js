// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * What an app's verdicts come to. An app is as well off as the worst of the slots that one deploys to; production is never deployed to
 * directly, so its verdict says nothing to a person here.
 */

/** Names of apps and hubs are the same in any letter case. */
export const keyOf = (name) => name.toLowerCase();

export const WORDS = { NOT_READY: 'blocked', UNKNOWN: 'cannot tell', READY: 'free' };

const ORDER = ['NOT_READY', 'UNKNOWN', 'READY'];

/** Returns the verdicts of the slots that take deployments, the worst first. */
export function slotsOf(status) {
  return Object.values(status.slots)
    .filter((verdict) => verdict.slot !== 'production')
    .sort((a, b) => rank(a.verdict) - rank(b.verdict) || (a.slot < b.slot ? -1 : 1));
}

/** Returns the verdict of an app in a word; null while nothing is known. */
export function outcomeOf(entry) {
  if (entry.failure) {
    return 'UNKNOWN';
  }
  return entry.status === null ? null : (slotsOf(entry.status)[0]?.verdict ?? 'UNKNOWN');
}

/** Puts the blocked apps first, the longest blocked of them at the top, then those of which nothing can be told, then the free ones. */
export function byUrgency(a, b) {
  return rank(outcomeOf(a)) - rank(outcomeOf(b)) || oldest(a) - oldest(b) || (a.key < b.key ? -1 : 1);
}

function rank(outcome) {
  const place = ORDER.indexOf(outcome);
  return place < 0 ? ORDER.length : place;
}

function oldest(entry) {
  const times =
    entry.status === null ? [] : slotsOf(entry.status).flatMap((v) => v.blockers.map((b) => Date.parse(b.oldest ?? '')));
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length ? Math.min(...known) : Number.MAX_SAFE_INTEGER;
}

/** Returns how many instances stand against a verdict, and the sample of them that came with it. */
export function instancesOf(verdict) {
  const running = verdict.blockers.filter((blocker) => blocker.instances.length > 0);
  return {
    count: running.reduce((sum, blocker) => sum + blocker.count, 0),
    sample: running.flatMap((blocker) => blocker.instances.map((one) => ({ ...one, hub: blocker.taskHub ?? verdict.taskHub }))),
  };
}
