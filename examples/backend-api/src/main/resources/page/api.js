// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** Asks the server. It only ever asks: every call of this page is a GET to the server that the page came from. */

const SLOT = 'hubgate-read-key';
const PATIENCE = 20000;
const FOR_ALL = ['/api/apps', '/api/live'];

/** The server refused a call; it says why and what to do. */
export class Refused extends Error {
  constructor(path, status, problem) {
    super(problem.detail ?? `the server answered ${status}`);
    this.path = path;
    this.status = status;
    this.code = problem.code ?? null;
    this.fix = problem.fix ?? null;
  }

  /** Tells whether another key is wanted. A key that is for other apps only is still a good one. */
  get wantsKey() {
    return this.status === 401 || (this.status === 403 && hasKey() && FOR_ALL.includes(this.path));
  }
}

/** The server did not answer at all. */
export class Away extends Error {}

/** Tells whether this session has a key. */
export function hasKey() {
  return sessionStorage.getItem(SLOT) !== null;
}

/** Keeps a key for this session of this tab, in place of any other; null forgets it. */
export function useKey(key) {
  if (key === null) {
    sessionStorage.removeItem(SLOT);
  } else {
    sessionStorage.setItem(SLOT, key);
  }
}

/** Asks for a document. */
export async function ask(path) {
  const response = await open(path, 'application/json', AbortSignal.timeout(PATIENCE));
  try {
    return await response.json();
  } catch (failure) {
    throw new Away('the answer broke off', { cause: failure });
  }
}

/** Opens an answer of any kind and returns it once its status is known to be good. */
export async function open(path, accept, signal) {
  const headers = { Accept: accept };
  const key = sessionStorage.getItem(SLOT);
  if (key !== null) {
    headers.Authorization = `Bearer ${key}`;
  }
  let response;
  try {
    response = await fetch(path, { headers, signal, cache: 'no-store', credentials: 'omit', redirect: 'error' });
  } catch (failure) {
    throw new Away('the server does not answer', { cause: failure });
  }
  if (!response.ok) {
    throw new Refused(path, response.status, await problemOf(response));
  }
  return response;
}

async function problemOf(response) {
  try {
    const problem = await response.json();
    return problem !== null && typeof problem === 'object' ? problem : {};
  } catch {
    return {};
  }
}
