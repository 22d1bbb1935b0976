// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { hasKey } from './api.js';
import { command } from './commands.js';
import { h } from './dom.js';
import { isPastable, curl } from './shell.js';

/** What a person can do about an app now, as commands to copy. Names of apps, slots and hubs were checked by the server; ids were not. */
export function advice(app, verdicts) {
  const base = `/api/apps/${encodeURIComponent(app.app)}`;
  return [...verdicts.flatMap((verdict) => about(verdict, base)), ...deployment(app, base), ...rollback(app, base)];
}

function about(verdict, base) {
  const slot = `${base}/slots/${encodeURIComponent(verdict.slot)}`;
  if (verdict.verdict === 'READY') {
    return [
      line(`Ask for ${verdict.slot} as a pipeline does`, `${slot}/gate`, {
        flags: ['--fail-with-body'],
        headers: ['Accept: text/plain'],
      }),
    ];
  }
  return [
    line(
      `Wait until ${verdict.slot} is free, a minute at most`,
      `${slot}/gate?wait=PT60S`,
      { flags: ['--fail-with-body'], headers: ['Accept: text/plain'] },
      'Answers with exit code 0 as soon as it is free.',
    ),
    ...terminate(verdict),
  ];
}

function terminate(verdict) {
  const instances = verdict.blockers.flatMap((b) => b.instances.map((one) => ({ ...one, hub: b.taskHub ?? verdict.taskHub })));
  const one = instances.find(({ instanceId, hub }) => hub && isPastable(instanceId));
  if (!one) {
    return instances.length
      ? [
          h(
            'p.note',
            { 'data-key': 'unpastable' },
            'Their ids are long, or hold characters that mean something to a shell, so no command is made of them.',
          ),
        ]
      : [];
  }
  return [
    command(
      `End ${one.instanceId}`,
      `func durable terminate --id ${one.instanceId} --task-hub-name ${one.hub} --reason "makes way for a deployment"`,
      'Its work is lost. Needs the Azure Functions Core Tools and the connection string of the hub’s storage.',
    ),
  ];
}

function deployment(app, base) {
  const open = app.deployment;
  if (!open) {
    return [];
  }
  const body = { slot: open.slot, taskHub: open.taskHub };
  if (open.step === 'SWAPPED') {
    return [
      line(`If production’s settings name ${open.taskHub}: confirm the swap`, `${base}/confirm`, { method: 'POST', body }),
      line('If they still name the former hub: abort it', `${base}/abort`, { method: 'POST', body }),
    ];
  }
  return [
    line('Give the deployment more time', `${base}/extend`, {
      method: 'POST',
      body: { ...body, lease: 'PT2H', reason: 'waits for approval' },
    }),
    line('Give the deployment up', `${base}/abort`, { method: 'POST', body }),
  ];
}

function rollback(app, base) {
  return rollbacks(app).map(({ slot, content }) =>
    line(
      `Roll back to ${content.taskHub}`,
      `${base}/rollback`,
      { method: 'POST', body: { slot, taskHub: content.taskHub } },
      'Records it; then swap the slots and confirm.',
    ),
  );
}

/** Returns the slots whose release can still be swapped back into production. */
export function rollbacks(app) {
  return app.deployment || !app.slots.production
    ? []
    : Object.entries(app.slots)
        .filter(([slot, content]) => slot !== 'production' && content?.phase === 'DRAINING')
        .map(([slot, content]) => ({ slot, content }));
}

function line(what, path, options, note = null) {
  return command(what, curl(path, { ...options, withKey: hasKey() }), note);
}
