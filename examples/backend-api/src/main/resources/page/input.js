// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { copy } from './commands.js';

/** What a person does with keys and pointer. The page has one listener of each kind, so that nodes may come and go. */
export class Input {
  constructor(page) {
    this.page = page;
  }

  listen() {
    addEventListener('hashchange', () => this.#moved());
    document.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('submit', (event) => this.#submitted(event));
    document.addEventListener('keydown', (event) => this.#pressed(event));
    this.filter = document.getElementById('filter');
    this.filter.addEventListener('input', () => this.#filtered());
    const foot = document.querySelector('.foot');
    const bottom = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.#more());
    // Observed anew, it tells again whether the bottom is in sight, so that a quick scroll between two looks is not missed.
    this.page.drawn = () => {
      bottom.unobserve(foot);
      bottom.observe(foot);
    };
    addEventListener('online', () => this.page.lost && this.page.live.start());
  }

  #moved() {
    this.page.go();
    if (document.activeElement !== this.filter) {
      document.getElementById('main').focus({ preventScroll: true });
    }
  }

  #filtered() {
    this.page.overview.only(this.filter.value);
    if (this.page.view.name === 'all') {
      this.page.draw();
    } else {
      location.hash = '#/';
    }
  }

  #more() {
    if (this.page.view.name === 'all' && document.getElementById('rest')) {
      this.page.overview.more();
      this.page.draw();
    }
  }

  #clicked(event) {
    const button = event.target.closest?.('[data-do]');
    if (!button || button.tagName !== 'BUTTON') {
      if (event.target.closest?.('#skip')) {
        event.preventDefault();
        document.getElementById('main').focus();
      }
      return;
    }
    const { log, hub, live } = this.page;
    const does = {
      copy: () => this.#copied(button),
      more: () => this.#more(),
      retry: () => live.start(),
      older: () => this.page.fetch(() => log.older()),
      forth: () => this.page.fetch(() => hub.turn(true)),
      back: () => this.page.fetch(() => hub.turn(false)),
    };
    does[button.dataset.do]?.();
  }

  async #copied(button) {
    const done = await copy(button);
    document.getElementById('news').textContent =
      done === 'Copied' ? 'The command is copied' : 'The command is selected; copy it with the keys';
  }

  #submitted(event) {
    event.preventDefault();
    const field = document.getElementById('key');
    if (field?.value.trim()) {
      const key = field.value.trim();
      field.value = '';
      this.page.use(key);
    }
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '/' && !event.target.closest?.('input, textarea, [contenteditable]')) {
      event.preventDefault();
      this.filter.focus();
      this.filter.select();
    } else if (event.key === 'Escape' && event.target === this.filter) {
      this.filter.value = '';
      this.#filtered();
    }
  }
}
