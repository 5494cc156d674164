/** @typedef {'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN'} Status */

/** Gravest first. @type {Status[]} */
export const STATUSES = ['DOWN', 'DEGRADED', 'UNKNOWN', 'UP'];

/** @type {Record<Status, string>} */
export const WORDS = { UP: 'Up', DEGRADED: 'Degraded', DOWN: 'Down', UNKNOWN: 'Unknown' };

/** For where only text fits, such as the title of a tab. @type {Record<Status, string>} */
export const SIGNS = { UP: '✓', DEGRADED: '▲', DOWN: '✕', UNKNOWN: '?' };

/**
 * How many targets have each status, gravest first, without the statuses that none has.
 *
 * @param {{ status: Status }[]} targets
 * @returns {{ status: Status, count: number }[]}
 */
export function tally(targets) {
  return STATUSES.map((status) => ({
    status,
    count: targets.filter((target) => target.status === status).length,
  })).filter(({ count }) => count > 0);
}
