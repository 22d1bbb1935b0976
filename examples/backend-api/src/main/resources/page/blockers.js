// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { copyButton } from './commands.js';
import { h } from './dom.js';
import { foreign } from './foreign.js';
import { instanceTable } from './instances.js';
import { isPastable } from './shell.js';
import { age, left } from './time.js';

/** A blocker in detail (rule D-3): its instances by orchestrator, each with what it waits for and a command to copy. */

/** Returns a table for each orchestrator, the one with the oldest instance first, as the server has put them. */
export function byOrchestrator(blocker, hub) {
  const groups = new Map();
  for (const one of blocker.instances) {
    groups.set(one.functionName, [...(groups.get(one.functionName) ?? []), one]);
  }
  return [...groups].map(([name, instances]) =>
    h(
      'section.orchestrator',
      { 'data-key': `orchestrator:${name}`, 'data-orchestrator': name },
      h(
        'h4',
        null,
        name === '' ? 'Orchestrator unknown' : foreign(name),
        ' ',
        h('span.number', null, `${instances.length.toLocaleString('en')} shown`),
      ),
      instanceTable(instances, `Instances of ${hub}`, null, { orchestrator: false, about: (one) => about(one, hub) }),
    ),
  );
}

function about(one, hub) {
  return [waits(one), hub && isPastable(one.instanceId) ? end(one, hub) : null];
}

function end(one, hub) {
  const line = `func durable terminate --id ${one.instanceId} --task-hub-name ${hub} --reason "makes way for a deployment"`;
  return copyButton(line, `Copy the command that ends ${one.instanceId}`, 'Copy: end it');
}

/** Says what an instance waits for, if its history was read. */
function waits({ waitsFor, runtimeStatus }) {
  if (waitsFor === undefined) {
    return null;
  }
  const all = waitsFor.map(wait);
  if (!all.length) {
    all.push(runtimeStatus === 'Pending' ? 'has not begun' : 'waits for an external event or a lock');
  }
  return h(
    'ul.waits',
    null,
    all.map((words) => h('li', null, words)),
  );
}

function wait({ kind, name, instanceId, firesAt, since }) {
  const long = [', for ', age(since)];
  if (kind === 'activity') {
    return ['waits for the activity ', foreign(name), long];
  }
  if (kind === 'timer') {
    return ['waits for a timer, due in ', left(firesAt), long];
  }
  if (kind === 'subOrchestration') {
    return ['waits for the sub-orchestration ', foreign(name), instanceId ? [' ', foreign(instanceId)] : null, long];
  }
  return ['waits for something that this page does not know', long];
}
