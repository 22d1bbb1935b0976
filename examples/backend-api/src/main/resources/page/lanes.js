// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h, svg } from './dom.js';
import { escaped } from './foreign.js';
import { Scale } from './scale.js';
import { clockText, momentText, now } from './time.js';
import { tracksOf } from './tracks.js';

/** The lanes: one for each slot, releases as bars over time, and each swap as the exchange that it is (rule D-2). */

const LANE = 62;
const TALL = 76;
const BAR = 26;
const TOP = 10;
const AXIS = 26;
const LEAST = 64;
const BEND = 16;
const ROUND = 6;
const SHORT = 900000;
const PHASES = { STAGED: 'staged', LIVE: 'live', DRAINING: 'draining' };

/** Returns the lanes of an app for a width in pixels. */
export function lanes(app, width) {
  const tracks = tracksOf(app, now());
  if (!tracks.length) {
    return h('p.quiet', null, 'No release was recorded yet.');
  }
  const slots = ['production', ...Object.keys(app.slots).filter((slot) => slot !== 'production')];
  const gutter = width < 560 ? 0 : 104;
  const inner = Math.max(160, width - gutter - 14);
  const moments = [...tracks.flatMap((track) => track.stretches.flatMap(({ from, to }) => [from, to])), now()];
  const lane = gutter ? LANE : TALL;
  const view = { slots, gutter, lane, scale: new Scale(moments, inner, LEAST), width, height: TOP + slots.length * lane + AXIS };
  return h('figure.lanes', null, picture(view, tracks, app), words(tracks));
}

function picture(view, tracks, app) {
  const seen = tracks.map((track) => ({ ...track, stretches: track.stretches.filter(({ to }) => to > view.scale.start) }));
  return svg(
    'svg.tracks',
    {
      viewBox: `0 0 ${view.width} ${view.height}`,
      width: view.width,
      height: view.height,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    view.slots.map((slot) => base(view, slot)),
    axis(view),
    seen.map((track) => bars(view, track)),
    exchanges(view, seen),
    seen.map((track) => names(view, track)),
    app.deployment?.step === 'SWAPPED' ? doubt(view) : null,
  );
}

function base(view, slot) {
  const y = middle(view, slot);
  return [
    svg('line.rail', { x1: view.gutter, x2: view.width - 14, y1: y, y2: y }),
    view.gutter
      ? svg('text.slot', { x: 0, y: y + 5 }, escaped(slot))
      : svg('text.slot', { x: 0, y: y - BAR / 2 - 7 }, escaped(slot)),
  ];
}

function bars(view, track) {
  return track.stretches.map(({ slot, phase, from, to }, i) => {
    const box = boxOf(view, slot, from, to);
    const joinsLeft = changesLane(track, i);
    const joinsRight = changesLane(track, i + 1);
    const left = box.x + (joinsLeft ? BEND : 0);
    const right = Math.max(left + 2, box.x + box.width - (joinsRight ? BEND : 0));
    return svg(`path.bar.${PHASES[phase]}`, { d: outline(left, right, box.y, joinsLeft ? 0 : ROUND, joinsRight ? 0 : ROUND) });
  });
}

function outline(left, right, y, leftRound, rightRound) {
  const [l, r] = [Math.min(leftRound, (right - left) / 2), Math.min(rightRound, (right - left) / 2)];
  const end = y + BAR;
  const rightEnd = r ? `H${right - r}q${r} 0 ${r} ${r}V${end - r}q0 ${r} ${-r} ${r}` : `H${right}V${end}`;
  const leftEnd = l ? `H${left + l}q${-l} 0 ${-l} ${-l}V${y + l}q0 ${-l} ${l} ${-l}` : `H${left}V${y}`;
  return `M${left + l} ${y}${rightEnd}${leftEnd}Z`;
}

function changesLane(track, i) {
  const [before, after] = [track.stretches[i - 1], track.stretches[i]];
  return before !== undefined && after !== undefined && before.slot !== after.slot;
}

function boxOf(view, slot, from, to) {
  const x = view.gutter + view.scale.place(Math.max(from, view.scale.start));
  const end = view.gutter + view.scale.place(to);
  return { x, y: middle(view, slot) - BAR / 2, width: end - x };
}

function middle(view, slot) {
  return TOP + Math.max(0, view.slots.indexOf(slot)) * view.lane + view.lane / 2;
}

/** Wherever a release changes its lane a band leads from the one to the other: at a swap two of them cross. Those that go live lie on top. */
function exchanges(view, tracks) {
  const bands = tracks.flatMap((track) =>
    track.stretches.flatMap((to, i) =>
      changesLane(track, i) && to.from >= view.scale.start ? [band(view, track.stretches[i - 1], to)] : [],
    ),
  );
  return bands.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
}

function band(view, from, to) {
  const x = view.gutter + view.scale.place(to.from);
  const [left, right] = [x - BEND, x + BEND];
  const [a, b] = [middle(view, from.slot) - BAR / 2, middle(view, to.slot) - BAR / 2];
  const bend = (end, y, target) => `C${x} ${y} ${x} ${target} ${end} ${target}`;
  const d = `M${left} ${a}${bend(right, a, b)}V${b + BAR}${bend(left, b + BAR, a + BAR)}Z`;
  const up = to.slot === 'production';
  return { rank: up ? 1 : 0, path: svg(`path.swap.${up ? 'up' : 'down'}`, { d }) };
}

function names(view, track) {
  return track.stretches.map(({ slot, phase, from, to }, i) => {
    const box = boxOf(view, slot, from, to);
    const inset = changesLane(track, i) ? BEND + 6 : 8;
    const room = Math.floor((box.width - inset - 6) / 7.4);
    const name = escaped(track.label);
    return room < 3
      ? null
      : svg(
          `text.label.${PHASES[phase]}`,
          { x: box.x + inset, y: box.y + BAR / 2 + 4.5 },
          name.length > room ? `${name.slice(0, room - 1)}…` : name,
        );
  });
}

function axis(view) {
  const y = view.height - 8;
  let end = -Infinity;
  return view.scale.ticks.map(({ time, place }, i, all) => {
    const last = i === all.length - 1;
    const iso = new Date(time).toISOString();
    const text = last ? 'now' : stampOf(iso, all);
    const x = view.gutter + place;
    const from = last ? x - 26 : x;
    if (from < end + 10) {
      return null;
    }
    end = from + text.length * 7;
    return [svg('line.tick', { x1: x, x2: x, y1: TOP + 4, y2: view.height - AXIS + 2 }), svg('text.time', { x: from, y }, text)];
  });
}

/** A picture of minutes needs seconds, and one of days needs dates. */
function stampOf(iso, all) {
  return all.at(-1).time - all[0].time < SHORT ? clockText(iso, true) : momentText(iso);
}

/** A swap that is recorded and not confirmed: both slots stand in doubt, so the present of the picture is hatched. */
function doubt(view) {
  return svg('rect.doubt', { x: view.width - 14 - BEND, y: TOP, width: BEND + 6, height: view.slots.length * view.lane });
}

/** The same in words, for those who do not look at pictures. */
function words(tracks) {
  return h(
    'figcaption.unseen',
    null,
    h(
      'ul',
      null,
      tracks
        .slice(-12)
        .map((track) =>
          h(
            'li',
            null,
            `Release ${escaped(track.label)}: `,
            track.stretches
              .map((s) => `${PHASES[s.phase]} in ${escaped(s.slot)} from ${stamp(s.from)} to ${stamp(s.to)}`)
              .join('; '),
          ),
        ),
    ),
  );
}

function stamp(time) {
  return time >= now() - 1000 ? 'now' : momentText(new Date(time).toISOString());
}
