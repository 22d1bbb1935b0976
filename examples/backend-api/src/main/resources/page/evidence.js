// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { foreign } from './foreign.js';
import { age, isOlder } from './time.js';

/** What a verdict stands on: each source with its age, and old evidence looks old (rule D-3). */

const OLD_SECONDS = 90;
const NAMES = { events: 'Events', 'task-hub': 'The hub itself' };

/** Returns the sources of a verdict. */
export function known(verdict) {
  return h(
    'ul.findings',
    { 'data-key': verdict.slot },
    verdict.evidence.map((one) => source(verdict, one)),
    verdict.evidence.length
      ? null
      : h('li', null, `${verdict.slot}: nothing had to be looked at, judged `, age(verdict.checkedAt), ' ago'),
  );
}

function source(verdict, one) {
  const hub = one.taskHub ?? verdict.taskHub ?? verdict.slot;
  const aged = isOlder(one.checkedAt, OLD_SECONDS) ? '.aged' : '';
  return h(
    `li${aged}`,
    { 'data-source': one.source, 'data-old-after': OLD_SECONDS, 'data-read': one.checkedAt },
    NAMES[one.source] ?? foreign(one.source),
    `${one.source === 'task-hub' ? `, ${hub}` : ` of ${hub}`}: ${one.active.toLocaleString('en')} active, `,
    last(one),
    'read ',
    age(one.checkedAt),
    ' ago',
    h('span.tag.old', null, 'old'),
  );
}

function last({ source: name, lastEventAt }) {
  if (name !== 'events') {
    return null;
  }
  return lastEventAt ? ['last event ', age(lastEventAt), ' ago, '] : 'no event yet, ';
}
