// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** The views of the page and their addresses, which stand behind the hash so that they are never sent anywhere (rule D-5). */

/** Returns the view that an address names; an address that names none is all apps. */
export function viewOf(hash) {
  const [kind, name, part, id] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (kind === 'apps' && name) {
    const decision = part === 'decisions' && /^[0-9]{1,15}$/.test(id ?? '') ? Number(id) : null;
    return { name: 'app', app: name, decision };
  }
  if (kind === 'taskhubs' && name) {
    return { name: 'hub', hub: name };
  }
  return { name: 'all' };
}

export function toApp(app) {
  return `#/apps/${encodeURIComponent(app)}`;
}

export function toDecision(app, sequence) {
  return `${toApp(app)}/decisions/${sequence}`;
}

export function toHub(hub) {
  return `#/taskhubs/${encodeURIComponent(hub)}`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
