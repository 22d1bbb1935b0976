// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { command } from './commands.js';
import { h } from './dom.js';
import { curl } from './shell.js';
import { now } from './time.js';

/** What a server shows that knows no app yet: the three lines that make it live, filled with its own address (rule D-6). */
export function emptyState(withKey) {
  return [
    h('h1.welcome', { id: 'title', tabindex: '-1', 'data-key': 'welcome' }, 'Nothing is gated here yet'),
    h(
      'p.lead',
      { 'data-key': 'lead' },
      'Hubgate says whether a deployment slot may be overwritten without killing orchestrations that still run. ',
      'Three lines make this page live; it changes by itself as you run them.',
    ),
    h(
      'ol.steps',
      { 'data-key': 'steps' },
      h(
        'li',
        null,
        command('Say what is physically where', declare(withKey), 'Here release 2 is live, and release 1 drains in staging.'),
      ),
      h(
        'li',
        null,
        command(
          'Report that an orchestration runs',
          event(withKey),
          'The Durable Functions extension sends these by itself once it is told this address.',
        ),
      ),
      h(
        'li',
        null,
        command(
          'Ask whether staging may be overwritten',
          status(withKey),
          'It may not: an order of release 1 still runs. A pipeline asks the same question.',
        ),
      ),
    ),
    withKey
      ? h(
          'p.note',
          { 'data-key': 'keys' },
          'The lines need a key in the variable HUBGATE_KEY: the first one of role admin, the second one of role events, the third one of role read.',
        )
      : null,
  ];
}

function declare(withKey) {
  return curl('/api/apps/orders', { method: 'PUT', body: { slots: { production: 'orders2', staging: 'orders1' } }, withKey });
}

function event(withKey) {
  const one = {
    eventType: 'orchestratorEvent',
    eventTime: `${new Date(Math.floor(now() / 60000) * 60000).toISOString().slice(0, 19)}Z`,
    data: { hubName: 'orders1', functionName: 'PlaceOrder', instanceId: 'order-1001', runtimeStatus: 'Running' },
  };
  return curl('/api/events', { method: 'POST', body: [one], withKey });
}

function status(withKey) {
  return curl('/api/apps/orders/slots/staging/status', { headers: ['Accept: text/plain'], withKey });
}
