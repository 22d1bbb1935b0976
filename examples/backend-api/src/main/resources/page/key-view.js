// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { foreign } from './foreign.js';

/** Asks for a read key. The key goes into the session of this tab and into a header, and nowhere else. */
export function keyView(problem) {
  return [
    h('h1', { id: 'title', tabindex: '-1', 'data-key': 'key' }, 'This server wants a key'),
    h(
      'p.lead',
      { 'data-key': 'lead' },
      'A key of role read is enough. It stays in this tab until you close it, and never stands in an address.',
    ),
    h(
      'form.key',
      { 'data-key': 'form', autocomplete: 'off' },
      h('label', { for: 'key' }, 'Key'),
      h(
        'div.row',
        null,
        h('input', {
          id: 'key',
          type: 'password',
          autocomplete: 'off',
          required: true,
          maxlength: 512,
          'aria-describedby': 'key-problem',
        }),
        h('button', { type: 'submit' }, 'Use it'),
      ),
      h(
        'p.problem',
        { id: 'key-problem', role: 'alert' },
        problem === null ? null : ['That key does not open this page: ', foreign(problem.message, 200), '.'],
      ),
    ),
  ];
}
