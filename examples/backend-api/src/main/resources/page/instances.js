// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { foreign } from './foreign.js';
import { toHub } from './route.js';
import { age, span } from './time.js';

/** The orchestrations that are in the way: a few of them in words, or a page of them in a table. */

/** Returns a short list, and how many more there are. */
export function instanceList(sample, count, hub) {
  const more = count - sample.length;
  return h(
    'ul.instances',
    null,
    sample.map((one) =>
      h('li', null, idOf(one), ' ', h('span.of', null, nameOf(one), `${wordOf(one)} for `, age(one.since)), restarts(one)),
    ),
    more > 0
      ? h(
          'li.more',
          null,
          'and ',
          hub ? h('a', { href: toHub(hub) }, `${more.toLocaleString('en')} more`) : `${more.toLocaleString('en')} more`,
        )
      : null,
  );
}

/**
 * Returns a table of instances with a row for each; if a moment is given it shows them as they were then.
 *
 * @param {Object} also `orchestrator` false leaves out the column that a heading says already; `about` adds to an instance's id
 */
export function instanceTable(instances, caption, then = null, also = {}) {
  const past = (iso) => (then === null ? age(iso) : span(Date.parse(then) - Date.parse(iso)));
  const named = also.orchestrator !== false;
  const columns = ['Instance', named ? 'Orchestrator' : null, 'Status', 'For', 'First seen'].filter(Boolean);
  return h(
    'div.scroll',
    null,
    h(
      'table.grid',
      null,
      h('caption.unseen', null, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        null,
        instances.map((one) => row(one, past, then === null ? ' ago' : ' before', named, also.about?.(one))),
      ),
    ),
  );
}

function row(one, past, word, named, about) {
  return h(
    'tr',
    null,
    h('th', { scope: 'row' }, idOf(one), restarts(one), about ?? null),
    named ? h('td', { 'data-label': 'Orchestrator' }, one.functionName === '' ? '–' : foreign(one.functionName)) : null,
    h('td', { 'data-label': 'Status' }, foreign(one.runtimeStatus, 40)),
    h('td', { 'data-label': 'For' }, past(one.since)),
    h('td', { 'data-label': 'First seen' }, past(one.firstSeen), word),
  );
}

function idOf(one) {
  return h('span.id', null, foreign(one.instanceId));
}

function nameOf(one) {
  return one.functionName === '' ? null : [foreign(one.functionName), ', '];
}

function wordOf(one) {
  return one.runtimeStatus === 'Running' ? 'running ' : ['is ', foreign(one.runtimeStatus, 40), ' '];
}

function restarts(one) {
  return one.restarts ? [' ', h('span.tag', { title: 'it has ended before and began again' }, 'restarts itself')] : null;
}
