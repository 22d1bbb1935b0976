// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { ask, Refused } from './api.js';
import { keyOf, slotsOf } from './judge.js';
import { now } from './time.js';

/**
 * What is known of every app: its record and the verdicts of its slots, as the server last said. It asks for few apps at a time, for one app
 * never twice at once, and it knows by itself when a verdict may change without anything happening.
 */

const WIDTH = 4;
const FEW = 8;
const REST = 1000;
const SOON = 250;
const RETRY = 3000;
const AGAIN = { READY: 60000, NOT_READY: 15000, UNKNOWN: 10000 };

export class Board {
  /** @param {Object} listener `changed(key)` when an app is known better, `failed(failure)` when the server could not be asked */
  constructor(listener) {
    this.listener = listener;
    this.entries = new Map();
    this.loaded = false;
    this.wanted = new Map();
    this.asking = new Set();
    this.listing = false;
    this.listAgain = false;
    this.first = () => false;
    this.explained = () => false;
  }

  /** Returns what is known of an app, or null. */
  of(name) {
    return this.entries.get(keyOf(name)) ?? null;
  }

  /** Returns what is known of all apps. */
  all() {
    return [...this.entries.values()];
  }

  /** Asks anew for some apps, or for all of them. */
  reload(names = null) {
    if (names !== null && names.length <= FEW && this.loaded) {
      this.#want(names.map(keyOf), true);
    } else if (this.listing) {
      this.listAgain = true;
    } else {
      this.#list();
    }
  }

  /** Asks for all apps at once, then for the verdicts of each; not more often than now and then, however much happens. */
  async #list() {
    this.listing = true;
    try {
      const { apps } = await ask('/api/apps');
      const known = new Set(apps.map((app) => keyOf(app.app)));
      this.all()
        .filter(({ key }) => !known.has(key))
        .forEach(({ key }) => this.entries.delete(key));
      apps.forEach((app) => this.#note(app));
      this.loaded = true;
      this.listener.changed(null);
      this.#want([...known], false);
    } catch (failure) {
      this.listener.failed(failure);
    }
    setTimeout(() => {
      this.listing = false;
      if (this.listAgain) {
        this.listAgain = false;
        this.#list();
      }
    }, REST);
  }

  #note(app) {
    const key = keyOf(app.app);
    const entry = this.entries.get(key);
    if (entry) {
      entry.app = app;
    } else {
      this.entries.set(key, { key, app, status: null, failure: null, misses: 0, due: 0 });
    }
  }

  #want(keys, withRecord) {
    keys.forEach((key) => this.wanted.set(key, withRecord || this.wanted.get(key) === true));
    this.#ask();
  }

  #ask() {
    while (this.asking.size < WIDTH) {
      const free = [...this.wanted.keys()].filter((key) => !this.asking.has(key));
      const key = free.find(this.first) ?? free[0];
      if (key === undefined) {
        return;
      }
      const withRecord = this.wanted.get(key);
      this.wanted.delete(key);
      this.asking.add(key);
      this.#fetch(key, withRecord).finally(() => {
        this.asking.delete(key);
        this.#ask();
      });
    }
  }

  async #fetch(key, withRecord) {
    const path = `/api/apps/${encodeURIComponent(key)}`;
    try {
      if (withRecord) {
        this.#note(await ask(path));
      }
      const status = await ask(`${path}/status`);
      if (this.explained(key)) {
        await explain(path, status);
      }
      const entry = this.entries.get(key);
      if (entry) {
        Object.assign(entry, { status, failure: null, misses: 0, due: dueAt(status) });
      }
      this.listener.changed(key);
    } catch (failure) {
      this.#failed(key, failure);
    }
  }

  #failed(key, failure) {
    const entry = this.entries.get(key);
    if (failure instanceof Refused && failure.status === 404) {
      this.entries.delete(key);
    } else if (entry && !failure.wantsKey) {
      // One call that gets lost says nothing; the second one in a row says that what is shown is no longer known.
      entry.misses += 1;
      entry.failure = failure instanceof Refused || entry.misses > 1 ? failure : entry.failure;
      entry.due = Date.now() + RETRY;
    }
    this.listener.changed(key);
    this.listener.failed(failure);
  }

  /** Asks anew for those of the shown apps whose verdict may have changed with time alone. */
  tick(shown) {
    const late = shown.filter((key) => {
      const due = this.entries.get(key)?.due ?? 0;
      return due !== 0 && due <= Date.now() && !this.wanted.has(key) && !this.asking.has(key);
    });
    this.#want(late, false);
  }
}

/** Asks of each slot that is in the way what its instances wait for. A verdict that could not be explained stays as it is. */
async function explain(path, status) {
  const slots = slotsOf(status).filter((verdict) => verdict.verdict !== 'READY');
  for (const { slot } of slots) {
    try {
      status.slots[slot] = await ask(`${path}/slots/${encodeURIComponent(slot)}/status?explain=true`);
    } catch (failure) {
      if (failure instanceof Refused && failure.wantsKey) {
        throw failure;
      }
    }
  }
}

/** Returns when, by this browser's clock, the verdicts of an app are to be asked for again. */
function dueAt(status) {
  let wait = AGAIN.READY;
  for (const verdict of Object.values(status.slots)) {
    wait = Math.min(wait, AGAIN[verdict.verdict] ?? AGAIN.UNKNOWN);
    for (const { readyAt } of verdict.blockers) {
      if (readyAt) {
        wait = Math.min(wait, Math.max(0, Date.parse(readyAt) - now()) + SOON);
      }
    }
  }
  return Date.now() + wait;
}
