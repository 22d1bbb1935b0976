// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { hasKey } from './api.js';
import { h } from './dom.js';
import { emptyState } from './empty.js';
import { foreign, linked } from './foreign.js';
import { instanceList } from './instances.js';
import { WORDS, byUrgency, instancesOf, keyOf, outcomeOf, slotsOf } from './judge.js';
import { toApp } from './route.js';
import { sentence } from './sentence.js';
import { sign } from './signs.js';
import { age } from './time.js';

/** All apps, those that somebody must look at first (rule D-1). Only so many stand on the page at a time, however many there are. */

const FIRST = 40;
const STEP = 40;
const WITH_INSTANCES = 8;
const FEW = 3;

export class Overview {
  constructor() {
    this.most = FIRST;
    this.filter = '';
    this.shownKeys = [];
  }

  /** Shows only the apps whose names begin so. */
  only(prefix) {
    this.filter = keyOf(prefix.trim());
    this.most = FIRST;
  }

  more() {
    this.most += STEP;
  }

  /** Returns the nodes of the view. */
  nodes(board) {
    const all = board.all();
    if (!board.loaded) {
      return [heading('Asking the server', true)];
    }
    if (!all.length) {
      this.shownKeys = [];
      return emptyState(hasKey());
    }
    const matching = all.filter((entry) => entry.key.startsWith(this.filter)).sort(byUrgency);
    const shown = matching.slice(0, this.most);
    this.shownKeys = shown.map((entry) => entry.key);
    const size = matching.length <= FEW ? 'few' : 'many';
    return [
      heading(this.#summary(matching), matching.length === 1),
      h(
        `ul.board.${size}`,
        { 'data-key': 'board' },
        shown.map((entry, place) => card(entry, place < WITH_INSTANCES, size === 'few')),
      ),
      this.#rest(matching.length - shown.length),
    ];
  }

  #summary(matching) {
    if (!matching.length) {
      return `No app begins with “${this.filter}”`;
    }
    const count = (outcome) => matching.filter((entry) => outcomeOf(entry) === outcome).length;
    const parts = Object.keys(WORDS).map((outcome) => [count(outcome), WORDS[outcome]]);
    const waiting = count(null);
    return [...parts, [waiting, 'being asked about']]
      .filter(([n]) => n > 0)
      .map(([n, word]) => `${n} ${word}`)
      .join(' · ');
  }

  #rest(hidden) {
    return hidden > 0
      ? h(
          'p.rest',
          { 'data-key': 'rest', id: 'rest' },
          h('button', { type: 'button', 'data-do': 'more' }, `Show ${Math.min(STEP, hidden)} more`),
          ` of ${hidden} further apps`,
        )
      : null;
  }
}

function heading(text, quiet) {
  return h('h1', { 'data-key': 'summary', id: 'title', tabindex: '-1', class: quiet ? 'summary unseen' : 'summary' }, text);
}

function card(entry, withInstances, details) {
  const outcome = outcomeOf(entry);
  const href = toApp(entry.app.app);
  return h(
    `li.card.${outcome === null ? 'waiting' : outcome.toLowerCase()}`,
    { 'data-key': `app:${entry.key}`, 'data-app': entry.key },
    sign(outcome),
    h('div.says', null, lines(entry, href, withInstances, details)),
  );
}

function lines(entry, href, withInstances, details) {
  const name = h('a.name', { href }, entry.app.app);
  if (entry.failure) {
    return h('p.sentence', null, name, ': ', h('strong.word.unknown', null, WORDS.UNKNOWN), `: ${entry.failure.message}`);
  }
  if (entry.status === null) {
    return h('p.sentence', null, name);
  }
  const sentences = slotsOf(entry.status).map((verdict) => [
    h('p.sentence', null, sentence(entry.app.app, verdict, href)),
    withInstances ? top(verdict) : null,
  ]);
  return [...sentences, withInstances && details ? h('p.briefly', null, briefly(entry.app)) : null];
}

/** Where the releases are and who is deploying, in one line. */
function briefly(app) {
  const places = Object.entries(app.slots)
    .filter(([, content]) => content !== null)
    .map(([slot, { release, phase, since }]) => [
      `${slot}: `,
      foreign(release.id, 40),
      ` ${phase.toLowerCase()} for `,
      age(since),
    ]);
  const open = app.deployment;
  const holder = open
    ? [['open deployment of ', foreign(open.release, 40), ' by ', linked(open.holder.name, open.holder.url)]]
    : [];
  return [...places, ...holder].flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function top(verdict) {
  const { count, sample } = instancesOf(verdict);
  return count > 0 ? instanceList(sample.slice(0, FEW), count, verdict.taskHub ?? sample[0]?.hub) : null;
}
