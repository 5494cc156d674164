/** @typedef {import('./status.js').Status} Status */

import { SHAPES } from './shapes.js';

/** Readable on light and dark tabs alike. @type {Record<Status, string>} */
const COLOURS = { UP: '#12926f', DEGRADED: '#c47600', DOWN: '#d3224c', UNKNOWN: '#76838f' };

/**
 * The icon of the tab, as a data address: a file could not be fetched just when the server is away.
 *
 * @param {Status} status
 */
export function favicon(status) {
  const { body, glyph } = SHAPES[status];
  const colour = COLOURS[status];
  const [fill, ink] = status === 'UNKNOWN' ? ['none', colour] : [colour, '#fff'];
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="${body}" fill="${fill}" stroke="${colour}" stroke-width="2"/>` +
    `<path d="${glyph}" fill="none" stroke="${ink}" stroke-width="2.6"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
