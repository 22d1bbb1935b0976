// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The axis of the lanes. A deployment takes minutes and a release lives for weeks, so time is not drawn to scale: each gap between two
 * happenings is as wide as the logarithm of its length, and never so narrow that it cannot be read.
 */
export class Scale {
  /**
   * @param {number[]} moments when something happened, in any order, the present among them
   * @param {number} width the width in pixels
   * @param {number} least the least width of a gap
   */
  constructor(moments, width, least) {
    const most = Math.max(2, Math.floor(width / least) + 1);
    this.knots = merged([...new Set(moments)].sort((a, b) => a - b)).slice(-most);
    const weights = this.knots.slice(1).map((knot, i) => Math.log2(2 + (knot - this.knots[i]) / 1000));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const spare = Math.max(0, width - least * weights.length);
    this.places = [0];
    weights.forEach((weight) => this.places.push(this.places.at(-1) + least + (spare * weight) / total));
  }

  /** Returns the first moment that is on the axis. */
  get start() {
    return this.knots[0];
  }

  /** Returns the place of a moment in pixels; what was before the axis begins is at its beginning. */
  place(time) {
    const next = this.knots.findIndex((knot) => knot >= time);
    if (next === 0) {
      return 0;
    }
    if (next < 0) {
      return this.places.at(-1);
    }
    const [from, to] = [this.knots[next - 1], this.knots[next]];
    const part = (time - from) / (to - from);
    return this.places[next - 1] + part * (this.places[next] - this.places[next - 1]);
  }

  /** Returns the moments to write a time at, each with its place. */
  get ticks() {
    return this.knots.map((time, i) => ({ time, place: this.places[i] }));
  }
}

/** What happened within a second happened at once, for the eye. */
function merged(sorted) {
  return sorted.filter((time, i) => i === 0 || time - sorted[i - 1] > 1000 || i === sorted.length - 1);
}
