// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { clock, staleness } from './time.js';

/** What stands across the page while it does not hear from the server: nothing on it is ever silently old (rule D-5). */
export function banner(lost) {
  if (lost === null) {
    return [];
  }
  return [
    h(
      `div.banner${lost.busy ? '.mild' : ''}`,
      { 'data-key': 'banner' },
      h('p', null, told(lost)),
      h('button', { type: 'button', 'data-do': 'retry' }, 'Try now'),
    ),
  ];
}

function told({ busy, why, since, everOpen }) {
  if (busy) {
    return [h('strong', null, 'No live changes'), `: ${why}. The page asks again by itself.`];
  }
  return everOpen
    ? [h('strong', null, 'Connection lost'), ' at ', clock(since), '. What you see is ', staleness(since), ' old.']
    : [h('strong', null, 'The server does not answer'), '. The page tries again by itself.'];
}
