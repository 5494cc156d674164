/** @typedef {import('./status.js').Status} Status */

/**
 * Each status has an outline of its own, so that it is told from the others without colour. On 24 by 24 units:
 * `body` is filled (that of UNKNOWN is drawn as a broken line), `glyph` is drawn on it.
 *
 * @type {Record<Status, { body: string, glyph: string }>}
 */
export const SHAPES = {
  UP: { body: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20z', glyph: 'M7.4 12.4l3.2 3.2 6.2-6.6' },
  DEGRADED: { body: 'M12 3.4 22 20.6H2z', glyph: 'M12 9.6v4.8M12 17.5v.1' },
  DOWN: { body: 'M3.5 3.5h17v17h-17z', glyph: 'M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6' },
  UNKNOWN: {
    body: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 1 0 0-19z',
    glyph: 'M9.4 9.6a2.7 2.7 0 1 1 4 2.3c-.9.5-1.4 1-1.4 1.9M12 17v.1',
  },
};
