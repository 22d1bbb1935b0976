// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

/** A command with a button that copies it. The page itself never runs one. */
export function command(what, line, note = null) {
  return h(
    'div.command',
    { 'data-key': `command:${what}` },
    h('p.what', null, what),
    h(
      'div.line',
      null,
      h('pre', null, h('code', null, line)),
      copyButton(line, `Copy the command: ${what}`),
    ),
    note === null ? null : h('p.note', null, note),
  );
}

/** How long a button says what it did, in milliseconds. */
const MOMENT = 1600;

/** What buttons say at this moment instead of their words, by what they copy: drawn anew meanwhile, they go on saying it. */
const said = new Map();

/** A button that copies a command; its label says which, its word may be short. */
export function copyButton(line, label, word = 'Copy') {
  return h(
    'button',
    { type: 'button', 'data-do': 'copy', 'data-copy': line, 'data-word': word, 'aria-label': label },
    said.get(line) ?? word,
  );
}

/** Copies what a button stands for, and says so on it for a moment. */
export async function copy(button) {
  const line = button.dataset.copy;
  let done = 'Copied';
  try {
    await navigator.clipboard.writeText(line);
  } catch {
    // Without leave to write there, a person can still press the keys: the command is selected.
    done = 'Selected';
    if (button.previousElementSibling) {
      getSelection().selectAllChildren(button.previousElementSibling);
    }
  }
  said.set(line, done);
  button.textContent = done;
  setTimeout(() => {
    said.delete(line);
    button.textContent = button.dataset.word;
  }, MOMENT);
  return done;
}
