// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';
import { escaped, foreign, linked } from './foreign.js';
import { instanceTable } from './instances.js';
import { WORDS } from './judge.js';
import { toDecision } from './route.js';
import { clock, clockText, dayOf, moment } from './time.js';

const MOST_EARLIER = 20;

/** The decision log as a story, each line with what it was decided on (rule D-4). */
export function story(app, log, selected) {
  if (!log.isLoaded) {
    return [h('p.quiet', null, 'Reading the log.')];
  }
  const entries = log.entries();
  if (!entries.length) {
    return [h('p.quiet', null, 'Nothing was decided yet.')];
  }
  return [
    ...byDay(entries).map(([day, group]) =>
      h(
        'section.day',
        { 'data-key': `day:${day}` },
        h('h3', null, day),
        h(
          'ol.story',
          null,
          group.map((entry) => (entry.decision ? decided(app, entry.decision, selected) : refused(entry))),
        ),
      ),
    ),
    log.hasOlder
      ? h('p.rest', { 'data-key': 'older' }, h('button', { type: 'button', 'data-do': 'older' }, 'Show older decisions'))
      : null,
  ];
}

function byDay(entries) {
  const days = new Map();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function decided(app, decision, selected) {
  const { sequence, at, command, forced, code, verdict } = decision;
  const here = sequence === selected;
  return h(
    'li',
    {
      'data-key': `decision:${sequence}`,
      id: `decision-${sequence}`,
      class: here ? 'here' : null,
      'data-command': command,
      'data-sequence': sequence,
    },
    clock(at),
    h(
      'details',
      { open: here },
      h(
        'summary',
        null,
        h('span.tale', null, who(decision), ' ', foreign(decision.summary, 300)),
        forced ? h('span.tag.forced', null, 'forced') : null,
        code ? h('span.tag.forced', null, 'would be refused, only observed') : null,
        verdict && verdict.verdict !== 'READY' ? h('span.tag', null, `verdict: ${WORDS[verdict.verdict]}`) : null,
      ),
      h('div.why', null, facts(decision), verdict ? basis(verdict) : null),
    ),
    h('a.number', { href: toDecision(app, sequence), 'aria-label': `Link to decision ${sequence}` }, `#${sequence}`),
  );
}

function refused({ refusal, earlier, at }) {
  const first = earlier.at(-1) ?? refusal;
  return h(
    'li.refused',
    { 'data-key': `refusal:${first.at}:${refusal.code}:${refusal.command}` },
    clock(at),
    h(
      'details',
      null,
      h(
        'summary',
        null,
        h('span.tale', null, who(refusal), ' was ', h('strong', null, 'refused'), ': ', foreign(refusal.message, 300)),
        earlier.length ? h('span.tag', null, `${earlier.length + 1} times since ${clockText(first.at)}`) : null,
      ),
      h(
        'div.why',
        null,
        h(
          'dl.facts',
          null,
          fact('Command', refusal.command),
          fact('Task hub', refusal.taskHub),
          run(refusal),
          fact('Code', refusal.code),
          fact('Asked by', actorOf(refusal)),
          fact('At', at),
        ),
        earlier.length
          ? h(
              'ul.findings',
              null,
              earlier.slice(0, MOST_EARLIER).map((one) => h('li', null, moment(one.at), ' ', foreign(one.message, 300))),
            )
          : null,
        h('p.note', null, 'A refusal changes nothing. It stands in the journal, which is kept only so long.'),
      ),
    ),
  );
}

function who({ holder, actor }) {
  return h('span.who', null, holder ? foreign(holder.name) : actorOf({ actor }));
}

function run({ holder }) {
  return fact('Run', holder ? linked(holder.name, holder.url) : null);
}

function actorOf({ actor }) {
  return [foreign(actor.name), actor.onBehalfOf ? [' for ', foreign(actor.onBehalfOf)] : null];
}

function facts(decision) {
  const { forced } = decision;
  return h(
    'dl.facts',
    null,
    fact('Command', decision.command),
    fact('Task hub', decision.taskHub),
    run(decision),
    fact('Reason', decision.reason === null ? null : foreign(decision.reason, 1024)),
    fact('Decided by', actorOf(decision)),
    fact('Forced', forced ? [foreign(forced.reason, 1024), ' – ', foreign(forced.by)] : null),
    fact('At', decision.at),
    fact('Token after it', decision.token),
    fact(
      'Before it',
      decision.previousHash
        ? h('code.hash', null, `${escaped(decision.previousHash).slice(0, 16)}…`)
        : 'nothing, it is the first',
    ),
  );
}

function basis(digest) {
  const { findings, samples, evidence } = digest;
  return [
    h('h4', null, 'What it was decided on'),
    h(
      'p',
      null,
      `For ${digest.intent} it was `,
      h(`strong.word.${digest.verdict.toLowerCase()}`, null, WORDS[digest.verdict]),
      ' at ',
      moment(digest.checkedAt),
      `, with a settle window of ${digest.settleWindow}, by the rules of version ${digest.rulesVersion}.`,
    ),
    findings.length
      ? h(
          'ul.findings',
          null,
          findings.map((one) => h('li', null, foreign(one.message, 400), ' ', h('code', null, one.code))),
        )
      : null,
    samples.length ? instanceTable(samples, 'Instances that were seen then', digest.checkedAt) : null,
    evidence.length
      ? h(
          'ul.findings',
          null,
          evidence.map((one) => h('li', null, evidenceText(one))),
        )
      : h('p.quiet', null, 'Nothing had to be looked at.'),
  ];
}

function evidenceText(one) {
  return [
    foreign(one.source),
    one.taskHub ? ` of ${one.taskHub}` : '',
    ` showed ${one.active.toLocaleString('en')} active`,
    one.lastEventAt ? [', the last event was at ', moment(one.lastEventAt)] : ', no event had come',
  ];
}

function fact(name, value) {
  return value === null || value === undefined ? null : [h('dt', null, name), h('dd', null, value)];
}
