// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** Builds elements. Text only ever becomes a text node, so nothing that the server answers can turn into markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element.
 *
 * @param {string} tag its name; a class may follow after a dot
 * @param {Object} props attributes; null, undefined and false ones are left out
 * @param {...(Node|string|number|null|Array)} children nodes and texts
 * @returns {HTMLElement}
 */
export function h(tag, props, ...children) {
  return filled(document.createElement(named(tag)), tag, props, children);
}

/** Makes an element of a picture; otherwise like {@link h}. */
export function svg(tag, props, ...children) {
  return filled(document.createElementNS(SVG, named(tag)), tag, props, children);
}

function named(tag) {
  return tag.split('.', 1)[0];
}

function filled(element, tag, props, children) {
  const classes = tag.split('.').slice(1).join(' ');
  if (classes) {
    element.setAttribute('class', classes);
  }
  for (const [name, value] of Object.entries(props ?? {})) {
    attribute(element, name, value);
  }
  append(element, children);
  return element;
}

function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on') || name === 'style' || name === 'srcdoc') {
    throw new Error(`the attribute ${name} is not for this page`);
  }
  if (name === 'href' && !isHarmless(String(value))) {
    throw new Error('this is no link for this page');
  }
  element.setAttribute(name, value === true ? '' : String(value));
}

/** The one place that decides what may be followed: our own views and files, and the web. */
function isHarmless(href) {
  return href.startsWith('#') || /^\/[a-z]/.test(href) || /^https?:\/\//i.test(href);
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child instanceof Node) {
      element.append(child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(document.createTextNode(String(child)));
    }
  }
}
