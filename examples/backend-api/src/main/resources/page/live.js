// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { open, Refused } from './api.js';
import { messages } from './sse.js';

/**
 * Keeps a stream of changes open. A stream that says nothing for longer than two heartbeats is as lost as one that broke: then it is opened
 * again, after waits that grow, and whoever listens is told all the while.
 */

const SILENCE = 12000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

export class Live {
  /**
   * @param {Object} listener `opened()`, `heard(message)`, `lost({ why, busy })`, `refused(problem)`; the last one ends it until
   *     {@link start} is called again
   */
  constructor(listener) {
    this.listener = listener;
    this.wait = FIRST_WAIT;
    this.timer = null;
    this.stream = null;
    this.silent = true;
  }

  /** Opens the stream now, whatever the state was. */
  start() {
    this.stop();
    const stream = new AbortController();
    this.stream = stream;
    this.silent = true;
    this.#run(stream);
  }

  stop() {
    clearTimeout(this.timer);
    this.stream?.abort();
    this.stream = null;
  }

  async #run(stream) {
    const guard = watchdog(() => stream.abort());
    try {
      guard.feed();
      const response = await open('/api/live', 'text/event-stream', stream.signal);
      for await (const message of messages(response.body)) {
        guard.feed();
        if (this.stream !== stream) {
          return;
        }
        if (this.silent) {
          this.silent = false;
          this.wait = 0;
          this.listener.opened();
        }
        this.listener.heard(message);
      }
      this.#again(stream, null);
    } catch (failure) {
      this.#again(stream, failure);
    } finally {
      guard.stop();
    }
  }

  #again(stream, failure) {
    if (this.stream !== stream) {
      return;
    }
    if (failure instanceof Refused && failure.wantsKey) {
      this.stream = null;
      this.listener.refused(failure);
      return;
    }
    this.wait = Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, this.wait * 2));
    const wait = this.wait * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.start(), wait);
    // A server that stops answers too, but not with a problem of ours.
    const busy = failure instanceof Refused && failure.code !== null;
    this.listener.lost({ why: busy ? failure.message : null, busy });
  }
}

function watchdog(bite) {
  let timer = null;
  return {
    feed() {
      clearTimeout(timer);
      timer = setTimeout(bite, SILENCE);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
