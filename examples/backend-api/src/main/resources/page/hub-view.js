// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { ask } from './api.js';
import { h } from './dom.js';
import { foreign } from './foreign.js';
import { instanceTable } from './instances.js';
import { toApp } from './route.js';
import { hubSentence } from './sentence.js';
import { sign } from './signs.js';

/** One task hub: what runs in it, a page at a time, however much that is. */

const PAGE = 100;

export class Hub {
  constructor(name) {
    this.name = name;
    this.verdict = null;
    this.page = null;
    this.problem = null;
    this.starts = [null];
  }

  /** Asks anew for the verdict and for the page that is shown. */
  async refresh() {
    const path = `/api/taskhubs/${encodeURIComponent(this.name)}`;
    const after = this.starts.at(-1);
    const query = after === null ? `limit=${PAGE}` : `limit=${PAGE}&after=${encodeURIComponent(after)}`;
    try {
      this.verdict = await ask(`${path}/status`);
      this.page = await ask(`${path}/instances?${query}`);
      this.problem = null;
    } catch (failure) {
      this.problem = failure;
      throw failure;
    }
  }

  /** Turns to the next page, or back. */
  async turn(forward) {
    if (forward && this.page?.next) {
      this.starts.push(this.page.next);
    } else if (!forward && this.starts.length > 1) {
      this.starts.pop();
    }
    await this.refresh();
  }

  nodes() {
    if (this.verdict === null) {
      return [
        h('h1', { id: 'title', tabindex: '-1', 'data-key': 'none' }, foreign(this.name, 60)),
        h('p.lead', { 'data-key': 'lead' }, this.problem?.message ?? 'Asking the server.'),
      ];
    }
    const { verdict } = this;
    return [
      h(
        'nav.crumbs',
        { 'data-key': 'crumbs', 'aria-label': 'You are here' },
        h('a', { href: '#/' }, 'All apps'),
        verdict.app === null ? null : [' / ', h('a', { href: toApp(verdict.app) }, verdict.app)],
        ` / ${verdict.taskHub}`,
      ),
      h(
        `div.card.few.${verdict.verdict.toLowerCase()}`,
        { 'data-key': 'verdict' },
        sign(verdict.verdict),
        h('div.says', null, h('h1.sentence', { id: 'title', tabindex: '-1' }, hubSentence(verdict))),
      ),
      this.#instances(),
    ];
  }

  #instances() {
    const { instances, next } = this.page ?? { instances: [], next: null };
    const number = this.starts.length;
    return h(
      'section.part',
      { 'data-key': 'instances', 'aria-labelledby': 'part-instances' },
      h('h2', { id: 'part-instances' }, 'Active orchestrations'),
      instances.length
        ? instanceTable(instances, `Active orchestrations, page ${number}`)
        : h('p.quiet', null, number === 1 && !next ? 'None.' : 'None on this page.'),
      number > 1 || next
        ? h(
            'p.rest.pages',
            null,
            h('button', { type: 'button', 'data-do': 'back', disabled: number === 1 }, 'Previous'),
            ` Page ${number} `,
            h('button', { type: 'button', 'data-do': 'forth', disabled: next === null }, 'Next'),
          )
        : null,
    );
  }
}
