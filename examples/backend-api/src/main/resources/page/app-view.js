// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { advice, rollbacks } from './advice.js';
import { byOrchestrator } from './blockers.js';
import { h } from './dom.js';
import { known } from './evidence.js';
import { foreign, linked } from './foreign.js';
import { slotsOf } from './judge.js';
import { lanes } from './lanes.js';
import { toHub } from './route.js';
import { sentence } from './sentence.js';
import { sign } from './signs.js';
import { story } from './story.js';
import { age, left, moment } from './time.js';

/** One app: may it be deployed, what is in the way, where its releases are, what may be done, and what happened. */
export function appView(entry, log, selected, width) {
  const { app, status } = entry;
  const verdicts = status === null ? [] : slotsOf(status);
  const inTheWay = verdicts.flatMap((verdict) => ways(verdict));
  return [
    h('nav.crumbs', { 'data-key': 'crumbs', 'aria-label': 'You are here' }, h('a', { href: '#/' }, 'All apps'), ' / ', app.app),
    h('div.headline', { 'data-key': 'headline', id: 'title', tabindex: '-1' }, headline(entry, verdicts)),
    inTheWay.length
      ? section('way', verdicts[0].verdict === 'UNKNOWN' ? 'Why it cannot be told' : 'What is in the way', inTheWay)
      : null,
    section('lanes', 'Releases', [lanes(app, width), deployment(app)]),
    section('advice', 'What you can do', advice(app, verdicts)),
    section('story', 'What happened', story(app.app, log, selected)),
    verdicts.length ? section('basis', 'What this is known from', verdicts.map(known)) : null,
  ];
}

/** An app that this server does not know, or that the key may not see. */
export function noApp(name, failure) {
  return [
    h('nav.crumbs', { 'data-key': 'crumbs', 'aria-label': 'You are here' }, h('a', { href: '#/' }, 'All apps')),
    h('h1', { id: 'title', tabindex: '-1', 'data-key': 'none' }, 'No app ', foreign(name, 60), ' here'),
    h('p.lead', { 'data-key': 'lead' }, failure ?? 'Nobody declared it, or your key is for other apps.'),
  ];
}

function section(key, title, ...content) {
  return h('section.part', { 'data-key': key, 'aria-labelledby': `part-${key}` }, h('h2', { id: `part-${key}` }, title), content);
}

function headline({ app, failure }, verdicts) {
  if (failure || !verdicts.length) {
    return h(
      'div.card.few',
      null,
      sign(failure ? 'UNKNOWN' : null),
      h('h1.sentence', null, app.app, failure ? `: cannot tell: ${failure.message}` : ''),
    );
  }
  return verdicts.map((verdict, i) =>
    h(
      `div.card.few.${verdict.verdict.toLowerCase()}`,
      { 'data-key': `verdict:${verdict.slot}` },
      sign(verdict.verdict),
      h('div.says', null, h(i === 0 ? 'h1.sentence' : 'p.sentence', null, sentence(app.app, verdict)), marks(verdict)),
    ),
  );
}

/** What must stay visible beside a verdict whatever it is: force, warnings, and how far it can be trusted. */
function marks(verdict) {
  const { forced, enforced, confidence, warnings } = verdict;
  const all = [
    forced
      ? h('li.tag.forced', null, 'forced by ', foreign(forced.by), ' at ', moment(forced.at), ': ', foreign(forced.reason, 300))
      : null,
    enforced ? null : h('li.tag.forced', null, 'only observed, not enforced'),
    confidence === 'EVENTS_ONLY'
      ? h('li.tag', { title: 'The task hub’s own storage was not looked at' }, 'known from events alone')
      : null,
    ...warnings.map((warning) => h('li.tag', { title: warning.code }, foreign(warning.message, 300))),
  ].filter(Boolean);
  return all.length ? h('ul.tags', null, all) : null;
}

function ways(verdict) {
  const reasons = verdict.reasons.map((reason) => way(verdict, reason, null));
  return [...reasons, ...verdict.blockers.map((blocker) => way(verdict, blocker, blocker))];
}

function way(verdict, finding, blocker) {
  const hub = finding.taskHub ?? verdict.taskHub;
  const more = blocker ? blocker.count - blocker.instances.length : 0;
  return h(
    'article.way',
    { 'data-key': `${verdict.slot}:${finding.code}:${hub}`, 'data-code': finding.code },
    h('h3', null, foreign(finding.message, 400), ' ', h('code', null, finding.code)),
    blocker?.readyAt ? h('p', null, 'Ends by itself in ', left(blocker.readyAt), '.') : null,
    blocker?.notBefore ? h('p', null, 'Does not end by itself for another ', left(blocker.notBefore), ', or later.') : null,
    blocker?.atLatest ? h('p', null, 'Ends by itself within ', left(blocker.atLatest), ', if nothing new comes.') : null,
    h('p.fix', null, h('strong', null, 'What to do: '), foreign(finding.fix, 400), '.'),
    blocker ? byOrchestrator(blocker, hub) : null,
    more > 0 && blocker.instances.length && hub
      ? h('p.rest', null, h('a', { href: toHub(hub) }, `and ${more.toLocaleString('en')} more`))
      : null,
  );
}

function deployment(app) {
  const open = app.deployment;
  const facts = [
    ...Object.entries(app.slots).map(([slot, content]) => place(app, slot, content)),
    open
      ? h(
          'li.open',
          { 'data-key': 'open' },
          h('strong', null, 'Open deployment: '),
          foreign(open.taskHub),
          open.step === 'STAGED'
            ? ` may be deployed to ${open.slot}`
            : ' was swapped into production by the record, and nobody confirmed it yet',
          ', by ',
          linked(open.holder.name, open.holder.url),
          ', for ',
          age(open.openedAt),
          '; ',
          lease(open),
        )
      : null,
    ...rollbacks(app).map(({ slot, content }) =>
      h(
        'li.back',
        { 'data-key': `back:${slot}` },
        'Rollback to ',
        h('strong', null, foreign(content.release.id)),
        ' possible until the next deployment.',
      ),
    ),
  ];
  return h('ul.places', null, facts);
}

function lease({ expiresAt }) {
  return Date.parse(expiresAt) > Date.now()
    ? ['its lease runs for another ', left(expiresAt)]
    : ['its lease ended ', age(expiresAt), ' ago: another run may take over'];
}

function place(app, slot, content) {
  const others = (app.mayHold[slot] ?? []).filter((hub) => hub !== content?.taskHub);
  return h(
    'li',
    { 'data-key': `slot:${slot}` },
    h('strong', null, `${slot}: `),
    content === null
      ? 'empty'
      : [
          linked(content.release.id, content.release.url),
          content.release.version ? [' (', foreign(content.release.version, 40), ')'] : null,
          ' on ',
          h('a', { href: toHub(content.taskHub) }, content.taskHub),
          `, ${content.phase.toLowerCase()} for `,
          age(content.since),
        ],
    others.length ? h('span.tag', null, `may still hold ${others.join(', ')}`) : null,
  );
}
