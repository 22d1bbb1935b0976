// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Commands to copy. What stands in them is quoted for the shell, and ids that could mean something else there are not pasted at all. */

const PASTABLE = /^[A-Za-z0-9._:@-]+$/;
const LONGEST = 200;
const PLAIN = /^[A-Za-z0-9._:@/=-]+$/;

/** Returns a text as one word of a POSIX shell. */
export function quoted(text) {
  return PLAIN.test(text) ? text : `'${String(text).replaceAll("'", "'\\''")}'`;
}

/** Tells whether an id may stand in a command; one that starts with a hyphen would be taken for an option, and a long one hides the rest. */
export function isPastable(id) {
  return PASTABLE.test(id) && !id.startsWith('-') && id.length <= LONGEST;
}

/**
 * Returns a `curl` command to this server, one option a line.
 *
 * @param {string} path path and query, made of checked names only
 * @param {{ method?: string, body?: Object, headers?: string[], flags?: string[], withKey?: boolean }} [options]
 */
export function curl(path, { method = 'GET', body = null, headers = [], flags = [], withKey = false } = {}) {
  const words = ['curl', ...(method === 'GET' ? flags : [...flags, '-X', method]), quoted(location.origin + path)];
  const lines = [words.join(' ')];
  if (withKey) {
    // In double quotes: the shell puts the key in, the page never does.
    lines.push('-H "Authorization: Bearer $HUBGATE_KEY"');
  }
  for (const header of body === null ? headers : [...headers, 'Content-Type: application/json']) {
    lines.push(`-H '${header}'`);
  }
  if (body !== null) {
    lines.push(`-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(' \\\n  ');
}
