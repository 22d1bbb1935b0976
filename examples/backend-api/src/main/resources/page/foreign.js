// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

/**
 * Foreign text: ids, names, reasons and addresses that came with events and calls. It is shown as what it is, with everything invisible
 * made visible, and it stays in its own direction so that it cannot reorder what stands beside it.
 */

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0]/gu;
const LONGEST = 96;

/** Returns the text with control characters, bidirectional controls and line separators written out as \u202E. */
export function escaped(text) {
  return String(text).replace(INVISIBLE, code);
}

/** Returns foreign text as an element: escapes stand out, and what is too long is cut, with the whole of it on hover. */
export function foreign(text, longest = LONGEST) {
  const whole = String(text);
  const units = [...whole];
  const cut = units.length > longest;
  const bdi = h('bdi.foreign', { title: cut ? escaped(whole) : null }, marked(cut ? units.slice(0, longest).join('') : whole));
  if (cut) {
    bdi.append(h('span.cut', null, `… (${units.length.toLocaleString('en')} characters)`));
  }
  return bdi;
}

/** Returns a name with its link, if it has one that may be followed; otherwise the name alone. */
export function linked(name, url) {
  const target = webAddress(url);
  const text = foreign(name);
  return target ? h('a.out', { href: target, rel: 'noopener noreferrer', target: '_blank' }, text) : text;
}

/** Returns an address if it is https or http, else null. */
export function webAddress(url) {
  if (typeof url !== 'string') {
    return null;
  }
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

function marked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    parts.push(text.slice(from, match.index), h('span.code', null, code(match[0])));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}

function code(character) {
  return `\\u${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
