// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { foreign } from './foreign.js';
import { WORDS, slotsOf } from './judge.js';
import { age, left, now, span } from './time.js';

/**
 * One sentence for each slot that a person can read from three metres (rule D-1). It is made of parts, so that the very same sentence stands
 * on the page, where its ages go on, and in the title of the tab.
 */

/** Returns the parts of a sentence about a slot or a hub: texts, and objects with `word`, `since`, `until` or `foreign`. */
function partsOf(verdict, place) {
  if (verdict.verdict === 'UNKNOWN') {
    return [{ word: 'UNKNOWN' }, ` whether ${place} is free: `, { foreign: verdict.reasons[0]?.message ?? verdict.summary }];
  }
  const start = [`${place} is `, { word: verdict.verdict }];
  return verdict.verdict === 'READY' ? [...start, `, ${whyFree(verdict)}`] : [...start, ': ', ...blocked(verdict, place)];
}

function whyFree({ taskHub, phase }) {
  if (taskHub === null) {
    return 'nothing is in it';
  }
  return phase === 'DRAINING' ? `${taskHub} is drained` : `nothing runs in ${taskHub}`;
}

function blocked(verdict, place) {
  const first = verdict.blockers[0];
  if (!first) {
    return [{ foreign: verdict.summary }];
  }
  const more = verdict.blockers.length > 1 ? [`, and ${verdict.blockers.length - 1} more in the way`] : [];
  if (first.code === 'INSTANCES_ACTIVE') {
    return [...running(first, verdict, place), ...more];
  }
  if (first.readyAt) {
    return [{ foreign: first.message }, ', for another ', { until: first.readyAt }, ...more];
  }
  return [{ foreign: first.message }, ...more];
}

function running(blocker, verdict, place) {
  const hub = blocker.taskHub ?? verdict.taskHub;
  const one = blocker.count === 1;
  const whose = hub && hub !== place ? ` of ${hub}` : '';
  const what = `${blocker.count.toLocaleString('en')} ${one ? 'orchestration' : 'orchestrations'}${whose}`;
  const runs = `${what} still ${one ? 'runs' : 'run'}`;
  return blocker.oldest ? [runs, one ? ', for ' : ', oldest ', { since: blocker.oldest }] : [runs];
}

/** Returns the sentence of an app: of its only slot, or of the slot that is worst off. */
export function textOf(entry) {
  if (entry.failure) {
    return `${entry.app.app}: cannot tell: ${entry.failure.message}`;
  }
  const [first, ...others] = entry.status === null ? [] : slotsOf(entry.status);
  if (!first) {
    return entry.app.app;
  }
  return `${entry.app.app}: ${text(partsOf(first, first.slot))}${others.length ? ` (and ${others.length} more)` : ''}`;
}

/** Returns the sentence of a hub. */
export function hubText(verdict) {
  return text(partsOf(verdict, verdict.taskHub));
}

function text(parts) {
  return parts
    .map((part) => {
      if (typeof part === 'string') {
        return part;
      }
      if (part.word) {
        return WORDS[part.word];
      }
      if (part.foreign !== undefined) {
        return part.foreign;
      }
      return part.since ? span(now() - Date.parse(part.since)) : span(Date.parse(part.until) - now() + 999);
    })
    .join('');
}

/** Returns the sentence as nodes; the app's name is a link if an address is given. */
export function sentence(app, verdict, href = null) {
  const head = href ? h('a.name', { href }, app) : h('span.name', null, app);
  return [head, ': ', ...partsOf(verdict, verdict.slot).map(node)];
}

/** Returns the sentence of a hub as nodes. */
export function hubSentence(verdict) {
  return partsOf(verdict, verdict.taskHub).map(node);
}

function node(part) {
  if (typeof part === 'string') {
    return part;
  }
  if (part.word) {
    return h(`strong.word.${part.word.toLowerCase()}`, null, WORDS[part.word]);
  }
  if (part.foreign !== undefined) {
    return foreign(part.foreign, 240);
  }
  return part.since ? age(part.since) : left(part.until);
}
