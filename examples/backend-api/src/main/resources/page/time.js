// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

/**
 * Times as people say them. Ages go on by themselves; they are counted by the server's clock, and they stand still while the connection is
 * lost, since nobody knows then what still runs.
 */

let ahead = 0;
let stoppedAt = null;

/** Notes what time it is at the server. */
export function serverSays(iso) {
  const at = Date.parse(iso);
  if (!Number.isNaN(at)) {
    ahead = at - Date.now();
  }
}

/** Stops all ages where they are, or lets them go on. */
export function freeze(yes) {
  stoppedAt = yes ? (stoppedAt ?? Date.now() + ahead) : null;
}

/** Returns the time in milliseconds that ages are counted to. */
export function now() {
  return stoppedAt ?? Date.now() + ahead;
}

/** Says a length of time in two units at most: 17 s, 4 min 10 s, 2 h 14 min, 3 d 5 h. */
export function span(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) {
    return `${s} s`;
  }
  if (s < 3600) {
    return two(Math.floor(s / 60), 'min', s % 60, 's');
  }
  if (s < 86400) {
    return two(Math.floor(s / 3600), 'h', Math.floor((s % 3600) / 60), 'min');
  }
  return two(Math.floor(s / 86400), 'd', Math.floor((s % 86400) / 3600), 'h');
}

function two(great, greatUnit, small, smallUnit) {
  return small ? `${great} ${greatUnit} ${small} ${smallUnit}` : `${great} ${greatUnit}`;
}

/** Returns the age of a moment, as an element that goes on. */
export function age(iso) {
  return h('time.age', { datetime: iso, 'data-since': iso, title: iso }, span(now() - Date.parse(iso)));
}

/** Returns how long it still is to a moment, as an element that goes on. */
export function left(iso) {
  return h('time.age', { datetime: iso, 'data-until': iso, title: iso }, span(Date.parse(iso) - now() + 999));
}

/** Returns how old something is that the connection was lost on: it goes on while everything else stands still. */
export function staleness(iso) {
  return h('time.age', { datetime: iso, 'data-stale': iso }, span(Date.now() - Date.parse(iso)));
}

/** Returns a moment as the hour and minute of this browser's place. */
export function clock(iso) {
  return h('time', { datetime: iso, title: iso }, clockText(iso));
}

/** Returns the hour and minute, before it the day if that is not today. */
export function moment(iso) {
  return h('time', { datetime: iso, title: iso }, momentText(iso));
}

export function clockText(iso, withSeconds = false) {
  return format({ hour: '2-digit', minute: '2-digit', ...(withSeconds ? { second: '2-digit' } : {}), hourCycle: 'h23' }, iso);
}

export function momentText(iso) {
  return dayOf(iso) === dayOf(new Date(now()).toISOString())
    ? clockText(iso)
    : format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, iso);
}

/** Returns the day of a moment as a heading: Today, Yesterday, Monday 23 November 2026. */
export function dayOf(iso) {
  const day = (ms) => new Date(ms).toDateString();
  const at = Date.parse(iso);
  if (day(at) === day(now())) {
    return 'Today';
  }
  if (day(at) === day(now() - 86400000)) {
    return 'Yesterday';
  }
  return format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, iso);
}

function format(options, iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : new Intl.DateTimeFormat('en-GB', options).format(at);
}

/** Brings every age on the page up to date. */
export function tick() {
  for (const element of document.querySelectorAll('[data-since]')) {
    write(element, span(now() - Date.parse(element.dataset.since)));
  }
  for (const element of document.querySelectorAll('[data-until]')) {
    write(element, span(Date.parse(element.dataset.until) - now() + 999));
  }
  for (const element of document.querySelectorAll('[data-stale]')) {
    write(element, span(Date.now() - Date.parse(element.dataset.stale)));
  }
  for (const element of document.querySelectorAll('[data-read]')) {
    element.classList.toggle('aged', isOlder(element.dataset.read, element.dataset.oldAfter));
  }
}

/** Tells whether something is older than so many seconds; it goes on growing old while the connection is lost. */
export function isOlder(iso, seconds) {
  return Math.max(now(), Date.now() + ahead) - Date.parse(iso) > Number(seconds) * 1000;
}

function write(element, text) {
  if (element.firstChild && element.firstChild.nodeValue !== text) {
    element.firstChild.nodeValue = text;
  }
}
