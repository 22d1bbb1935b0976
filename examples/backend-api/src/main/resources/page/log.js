// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { ask } from './api.js';

/** The decision log and the journal of refusals of one app, as far as they were read; the newest page is read again when something changes. */

const PAGE = 50;
const MOST_PAGES = 20;

export class Log {
  constructor(app) {
    this.app = app;
    this.decisions = new Map();
    this.refusals = [];
    this.after = undefined;
    this.reading = null;
    this.again = false;
  }

  /** Tells whether anything was read yet. */
  get isLoaded() {
    return this.after !== undefined;
  }

  /** Tells whether there are decisions older than those that were read. */
  get hasOlder() {
    return typeof this.after === 'string';
  }

  /** Reads the newest page. */
  async refresh() {
    if (this.reading) {
      this.again = true;
      return this.reading;
    }
    do {
      this.again = false;
      this.reading = this.#page(null).then((page) => {
        this.refusals = page.refusals;
        if (!this.isLoaded) {
          this.after = page.next;
        }
      });
      try {
        await this.reading;
      } finally {
        this.reading = null;
      }
    } while (this.again);
    return undefined;
  }

  /** Reads one page further back. */
  async older() {
    if (this.hasOlder) {
      this.after = (await this.#page(this.after)).next;
    }
  }

  /** Reads back until a decision is there, or there are no more. */
  async reach(sequence) {
    for (let pages = 0; !this.decisions.has(sequence) && this.hasOlder && pages < MOST_PAGES; pages++) {
      await this.older();
    }
  }

  async #page(after) {
    const path = `/api/apps/${encodeURIComponent(this.app)}/decisions?limit=${PAGE}`;
    const page = await ask(after === null ? path : `${path}&after=${encodeURIComponent(after)}`);
    page.decisions.forEach((decision) => this.decisions.set(decision.sequence, decision));
    return page;
  }

  /**
   * Returns decisions and refusals together, newest first; refusals of the same kind in a row are one entry, which keeps
   * the earlier ones.
   */
  entries() {
    const decided = [...this.decisions.values()].map((decision) => ({ at: decision.at, decision }));
    const oldest = this.hasOlder ? Math.min(...decided.map(({ at }) => Date.parse(at))) : 0;
    const refused = this.refusals.map((refusal) => ({ at: refusal.at, refusal })).filter(({ at }) => Date.parse(at) >= oldest);
    const all = [...decided, ...refused].sort(newestFirst);
    return all.reduce(folded, []);
  }
}

function newestFirst(a, b) {
  return Date.parse(b.at) - Date.parse(a.at) || (b.decision?.sequence ?? 0) - (a.decision?.sequence ?? 0);
}

function folded(entries, entry) {
  const last = entries.at(-1);
  if (entry.refusal && last?.refusal && sameKind(last.refusal, entry.refusal)) {
    last.earlier.push(entry.refusal);
  } else if (entry.refusal) {
    entries.push({ ...entry, earlier: [] });
  } else {
    entries.push(entry);
  }
  return entries;
}

function sameKind(a, b) {
  return (
    a.code === b.code &&
    a.command === b.command &&
    a.taskHub === b.taskHub &&
    a.actor.name === b.actor.name &&
    a.holder?.name === b.holder?.name
  );
}
