// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { CHARACTERS } from './signs.js';
import { WORDS, byUrgency, outcomeOf } from './judge.js';
import { hubText, textOf } from './sentence.js';

/** The title and the sign of the tab say what the page says (rule D-1); changes of verdicts are read out. */

const ICONS = { NOT_READY: '/page/mark-blocked.svg', UNKNOWN: '/page/mark-unknown.svg', READY: '/page/mark-free.svg' };
const LOST = '(connection lost) ';
const MOST_NEWS = 3;

/** Returns the title for a view of all apps, or of the one that is open. */
export function titleOf(entries, open, isStale) {
  const stale = isStale ? LOST : '';
  const about = open ? [open] : entries.filter((entry) => outcomeOf(entry) !== null).sort(byUrgency);
  if (!about.length || outcomeOf(about[0]) === null) {
    return `${stale}Hubgate`;
  }
  const outcome = outcomeOf(about[0]);
  const rest = about.length > 1 ? ` (${counts(about)})` : '';
  return `${stale}${CHARACTERS[outcome]} ${textOf(about[0])}${rest} · Hubgate`;
}

/** Returns the title for a hub. */
export function hubTitle(verdict, isStale) {
  return `${isStale ? LOST : ''}${CHARACTERS[verdict.verdict]} ${hubText(verdict)} · Hubgate`;
}

/** Shows the sign of the worst verdict in the tab. */
export function icon(entries, open) {
  const first = open ?? [...entries].sort(byUrgency)[0];
  const href = ICONS[first ? outcomeOf(first) : null] ?? '/page/mark.svg';
  const link = document.getElementById('icon');
  if (link.getAttribute('href') !== href) {
    link.setAttribute('href', href);
  }
}

function counts(entries) {
  return Object.keys(WORDS)
    .map((outcome) => [entries.filter((entry) => outcomeOf(entry) === outcome).length, WORDS[outcome]])
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ');
}

/** Notes which verdicts changed since it was asked last, and returns what to read out. */
export class News {
  constructor() {
    this.last = new Map();
  }

  since(entries) {
    const changed = entries.filter((entry) => {
      const outcome = outcomeOf(entry);
      const before = this.last.get(entry.key);
      if (outcome !== null) {
        this.last.set(entry.key, outcome);
      }
      return before !== undefined && outcome !== null && before !== outcome;
    });
    const told = changed.slice(0, MOST_NEWS).map(textOf);
    const more = changed.length - told.length;
    return told.join('. ') + (more > 0 ? `. And ${more} more apps changed.` : '');
  }
}
