// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Brings what is on the page to what it should be, and touches nothing else: focus, selection and what a person has opened stay as they
 * are. Children with the attribute `data-key` are known by it, others by their place.
 */
export function show(parent, wanted) {
  const focused = document.activeElement;
  children(
    parent,
    wanted.flat(Infinity).filter((node) => node instanceof Node),
  );
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

function children(parent, wanted) {
  const keys = new Set(wanted.map(keyOf).filter(Boolean));
  const known = new Map();
  for (const child of [...parent.childNodes]) {
    const key = keyOf(child);
    if (key && !keys.has(key)) {
      child.remove();
    } else if (key) {
      known.set(key, child);
    }
  }
  let place = parent.firstChild;
  for (const node of wanted) {
    const key = keyOf(node);
    const old = key ? known.get(key) : place && !keyOf(place) ? place : null;
    if (old && old.nodeName === node.nodeName) {
      place = kept(parent, old, place);
      merge(old, node);
    } else {
      parent.insertBefore(node, place);
    }
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

/** Puts a child that stays where it belongs, and returns the place after it. */
function kept(parent, old, place) {
  if (old === place) {
    return old.nextSibling;
  }
  parent.insertBefore(old, place);
  return place;
}

function merge(old, node) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== node.nodeValue) {
      old.nodeValue = node.nodeValue;
    }
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!node.hasAttribute(name) && !(name === 'open' && old.nodeName === 'DETAILS')) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of [...node.attributes]) {
    if (old.getAttribute(name) !== value && !(name === 'open' && old.nodeName === 'DETAILS')) {
      old.setAttribute(name, value);
    }
  }
  children(old, [...node.childNodes]);
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null;
}
