// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { noApp, appView } from './app-view.js';
import { Refused, hasKey, useKey } from './api.js';
import { banner } from './banner.js';
import { Board } from './board.js';
import { Hub } from './hub-view.js';
import { Input } from './input.js';
import { keyOf } from './judge.js';
import { keyView } from './key-view.js';
import { Live } from './live.js';
import { Log } from './log.js';
import { Overview } from './overview.js';
import { show } from './patch.js';
import { viewOf } from './route.js';
import { freeze, serverSays, tick } from './time.js';
import { News, hubTitle, icon, titleOf } from './title.js';

const RECOVERY = 3000;

/** The page: what it knows, what it shows, and how it keeps up. */
class Page {
  constructor() {
    this.view = viewOf(location.hash);
    this.overview = new Overview();
    this.news = new News();
    this.log = null;
    this.hub = null;
    this.lost = null;
    this.wanted = null;
    this.drawing = null;
    this.drawn = () => {};
    this.recovering = null;
    this.everOpen = false;
    this.arrived = false;
    this.board = new Board({ changed: (key) => this.#changed(key), failed: (failure) => this.#failed(failure) });
    this.board.first = (key) => this.#shown().includes(key);
    this.board.explained = (key) => this.view.name === 'app' && keyOf(this.view.app) === key;
    this.live = new Live({
      opened: () => this.#opened(),
      heard: (message) => this.#heard(message),
      lost: (how) => this.#lose(how),
      refused: (failure) => this.#failed(failure),
    });
  }

  start() {
    new Input(this).listen();
    document.getElementById('zone').textContent = `· times of ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
    this.go();
    this.live.start();
    setInterval(() => this.#tick(), 1000);
    new ResizeObserver(() => this.draw()).observe(document.getElementById('main'));
  }

  /** Goes to the view that the address names. */
  go() {
    const before = this.view;
    this.view = viewOf(location.hash);
    this.arrived = false;
    this.log = this.view.name === 'app' ? this.#logOf(this.view.app) : null;
    this.hub = this.view.name === 'hub' ? new Hub(this.view.hub) : null;
    this.#details();
    if (this.view.name === 'app' && this.board.of(this.view.app)) {
      this.board.reload([this.view.app]);
    }
    this.draw();
    if (this.view.decision === undefined || this.view.app !== before.app) {
      scrollTo(0, 0);
    }
  }

  #logOf(app) {
    return this.log && keyOf(this.log.app) === keyOf(app) ? this.log : new Log(app);
  }

  /** Uses a key that a person typed, and asks everything anew. */
  use(key) {
    useKey(key);
    this.wanted = null;
    this.live.start();
    this.draw();
  }

  #opened() {
    this.lost = null;
    this.wanted = null;
    freeze(false);
    this.everOpen = true;
    this.board.reload();
    this.#details();
    this.draw();
  }

  #heard({ event, data }) {
    if (event === 'heartbeat') {
      serverSays(data.at);
    } else if (event === 'apps') {
      this.board.reload(data.apps);
      if (this.log && (data.apps ?? [this.log.app]).some((app) => keyOf(app) === keyOf(this.log.app))) {
        this.#details();
      }
    } else if (event === 'events' && this.hub) {
      this.#details();
    }
  }

  #lose({ why, busy }) {
    this.lost = { since: this.lost?.since ?? new Date().toISOString(), why, busy, everOpen: this.everOpen };
    freeze(!busy);
    if (busy) {
      this.board.reload();
    }
    this.draw();
  }

  #failed(failure) {
    if (failure instanceof Refused && failure.wantsKey && this.wanted === null) {
      this.wanted = { problem: hasKey() ? failure : null };
      this.live.stop();
      useKey(null);
      this.draw();
    } else if (!(failure instanceof Refused) || failure.status >= 500) {
      this.#askAgainSoon();
    }
  }

  /** The stream may be well while other calls fail; what they should have told is asked for again until it is known. */
  #askAgainSoon() {
    this.recovering ??= setTimeout(() => {
      this.recovering = null;
      if (this.lost === null && this.wanted === null) {
        this.board.reload();
        this.#details();
      }
    }, RECOVERY);
  }

  #changed(key) {
    if (key === null || this.#shown().includes(key) || this.overview.shownKeys.length < this.board.entries.size) {
      this.draw();
    }
  }

  /** Asks for what only the open view shows. */
  async #details() {
    try {
      if (this.log) {
        const log = this.log;
        await log.refresh();
        if (this.view.decision) {
          await log.reach(this.view.decision);
        }
      }
      await this.hub?.refresh();
    } catch (failure) {
      this.#failed(failure);
    }
    this.draw();
  }

  /** Reads further back, or turns a page, and shows it. */
  async fetch(what) {
    try {
      await what();
    } catch (failure) {
      this.#failed(failure);
    }
    this.draw();
  }

  #tick() {
    if (this.wanted === null && (this.lost === null || this.lost.busy)) {
      this.board.tick(this.#shown());
    }
    tick();
    this.#head();
  }

  #shown() {
    return this.view.name === 'app' ? [keyOf(this.view.app)] : this.view.name === 'all' ? this.overview.shownKeys : [];
  }

  /** Draws soon, once for all that changed until then; not with the frames, which do not come while the tab is in the background. */
  draw() {
    this.drawing ??= setTimeout(() => {
      this.drawing = null;
      this.#draw();
    }, 30);
  }

  #draw() {
    const main = document.getElementById('main');
    show(document.getElementById('banner'), banner(this.lost));
    show(main, this.#nodes(main));
    main.classList.toggle('stale', this.lost !== null && !this.lost.busy);
    document.body.dataset.shown = location.hash;
    this.#head();
    this.#arrive();
    const news = this.news.since(this.board.all());
    if (news) {
      document.getElementById('news').textContent = news;
    }
    this.drawn();
  }

  #nodes(main) {
    if (this.wanted) {
      return keyView(this.wanted.problem);
    }
    if (this.view.name === 'hub') {
      return this.hub.nodes();
    }
    if (this.view.name === 'app') {
      const entry = this.board.of(this.view.app);
      return entry
        ? appView(entry, this.log, this.view.decision, main.clientWidth)
        : noApp(this.view.app, this.board.loaded ? null : 'Asking the server.');
    }
    return this.overview.nodes(this.board);
  }

  #head() {
    const open = this.view.name === 'app' ? this.board.of(this.view.app) : null;
    const title = this.#title(open);
    if (document.title !== title) {
      document.title = title;
    }
    icon(this.board.all(), open);
    const link = document.getElementById('link');
    link.dataset.state = this.lost ? 'lost' : this.everOpen ? 'live' : 'opening';
    link.textContent = this.lost ? (this.lost.busy ? 'Not live' : 'Connection lost') : this.everOpen ? 'Live' : 'Connecting';
  }

  #title(open) {
    if (this.wanted) {
      return 'Hubgate wants a key';
    }
    const isStale = this.lost !== null && !this.lost.busy;
    return this.hub?.verdict ? hubTitle(this.hub.verdict, isStale) : titleOf(this.board.all(), open, isStale);
  }

  /** Takes a person who came by a link to what the link names, once it is there. */
  #arrive() {
    const { decision } = this.view;
    const target = decision ? document.getElementById(`decision-${decision}`) : null;
    if (target && !this.arrived) {
      this.arrived = true;
      const details = target.querySelector('details');
      details.open = true;
      target.scrollIntoView({ block: 'center' });
      details.querySelector('summary').focus({ preventScroll: true });
    }
  }
}

new Page().start();
