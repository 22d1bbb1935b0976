// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
import { svg } from './dom.js';

/** The three signs. Each verdict has a shape of its own, so that nobody needs to see colours to read them. */

const SHAPES = {
  NOT_READY: () => [
    svg('path.shape', { d: 'M14.1 2h11.8L38 14.1v11.8L25.9 38H14.1L2 25.9V14.1z' }),
    svg('path.mark', { d: 'M11 20h18' }),
  ],
  UNKNOWN: () => [
    svg('path.shape', { d: 'M20 3.5 38 36.5H2z' }),
    svg('path.mark', { d: 'M15.9 18.2a4.2 4.2 0 1 1 5.6 4c-1 .4-1.5 1-1.5 2.1v.9M20 31v.1' }),
  ],
  READY: () => [svg('circle.shape', { cx: 20, cy: 20, r: 18 }), svg('path.mark', { d: 'm11.5 20.8 5.8 5.7 11.2-12.3' })],
};

/** Returns the sign of a verdict; null stands for one that is not known yet. */
export function sign(outcome) {
  const kind = outcome === null ? 'waiting' : outcome.toLowerCase();
  const shapes = SHAPES[outcome]?.() ?? [svg('circle.shape', { cx: 20, cy: 20, r: 17 })];
  return svg(`svg.sign.${kind}`, { viewBox: '0 0 40 40', 'aria-hidden': 'true', focusable: 'false' }, shapes);
}

/** The same shapes as characters, for the title of the tab. */
export const CHARACTERS = { NOT_READY: '\u25A0', UNKNOWN: '\u25B2', READY: '\u25CF' };
