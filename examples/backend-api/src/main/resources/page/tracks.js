// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Where each release was, and when, as far as its times tell (rule D-2): the stretches that the lanes draw. A release goes to a slot, changes
 * places with the one in production, and drains in the slot until it is retired.
 */

/**
 * Returns the stretches of every release that can still be placed.
 *
 * @param {Object} app the app
 * @param {number} now the present in milliseconds
 * @returns {Array<{ hub: string, label: string, url: string?, stretches: Array<{ slot, phase, from, to }> }>} the oldest first
 */
export function tracksOf(app, now) {
  const swaps = app.releases.map((release) => at(release.liveAt)).filter((time) => time !== null);
  return app.releases
    .map((release) => ({
      hub: release.taskHub,
      label: release.release.id,
      url: release.release.url,
      stretches: stretchesOf(release, home(app, release), swaps, now),
    }))
    .filter((track) => track.stretches.length > 0)
    .sort((a, b) => a.stretches[0].from - b.stretches[0].from);
}

function stretchesOf(release, slot, swaps, now) {
  const times = readTimes(release);
  const end = times.retired ?? times.deleted ?? (isPlaced(release) ? now : times.since);
  const stretches = [];
  const add = (where, phase, from, to) => {
    if (from !== null && to !== null && to >= from) {
      stretches.push({ slot: where, phase, from, to });
    }
  };
  add(slot, 'STAGED', times.staged, firstAfter(times.staged, [returned(times, swaps) ?? times.live, end]));
  if (times.live === null) {
    if (times.staged === null) {
      add(slot, release.phase === 'STAGED' ? 'STAGED' : 'DRAINING', times.since, end);
    }
    return stretches;
  }
  if (times.left !== null && times.left < times.live) {
    // It left production and came back: the exchange that took it out is the last one that was recorded by then.
    const out = lastBefore(times.left, swaps);
    add('production', 'LIVE', returned(times, swaps), out);
    add(slot, 'DRAINING', out, times.live);
  }
  const leaves =
    release.phase === 'LIVE' ? now : release.phase === 'DRAINING' ? times.since : (lastBefore(times.left, swaps) ?? end);
  add('production', 'LIVE', times.live, leaves);
  if (release.phase !== 'LIVE') {
    add(slot, 'DRAINING', leaves, end);
  }
  return stretches;
}

/** A release that came back was live before; nothing says since when, so its first time begins with the first exchange after its staging. */
function returned(times, swaps) {
  if (times.left === null || times.live === null || times.left >= times.live) {
    return null;
  }
  const since = times.staged ?? 0;
  const candidates = swaps.filter((swap) => swap >= since && swap < times.left);
  return candidates.length ? Math.min(...candidates) : times.staged;
}

function readTimes(release) {
  return {
    since: at(release.since),
    staged: at(release.stagedAt),
    live: at(release.liveAt),
    left: at(release.leftProductionAt),
    retired: at(release.retiredAt),
    deleted: at(release.deletedAt),
  };
}

function isPlaced(release) {
  return ['STAGED', 'LIVE', 'DRAINING'].includes(release.phase);
}

/** The slot of a release beside production; a record that no longer names it is drawn where releases usually go. */
function home(app, release) {
  const beside = Object.keys(app.slots).filter((slot) => slot !== 'production');
  return release.slot !== null && release.slot !== 'production'
    ? release.slot
    : (beside.find((slot) => slot === 'staging') ?? beside[0] ?? 'staging');
}

function firstAfter(from, times) {
  const later = times.filter((time) => time !== null && from !== null && time >= from);
  return later.length ? Math.min(...later) : null;
}

function lastBefore(time, swaps) {
  const earlier = time === null ? [] : swaps.filter((swap) => swap <= time);
  return earlier.length ? Math.max(...earlier) : time;
}

function at(iso) {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? null : time;
}
