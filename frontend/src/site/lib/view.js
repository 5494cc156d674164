/**
 * @typedef {import('./answer.js').Answer} Answer
 * @typedef {import('./answer.js').Target} Target
 * @typedef {import('./status.js').Status} Status
 */

/**
 * A target as it is shown. What is not known to hold now has status UNKNOWN and is `old`.
 *
 * @typedef {Target & { old: boolean, lastStatus: Status | null }} Row
 */

/**
 * Everything that the page shows.
 *
 * @typedef {object} View
 * @property {'loading' | 'away' | 'live'} phase away: there is no answer that may be called current
 * @property {Row[]} targets
 * @property {number} now by the backend's clock, to which the times of the targets belong
 * @property {number} sinceAnswer milliseconds since the last good answer, or since the page was opened
 * @property {number} answeredAt by the browser's clock; before the first answer, when the page was opened
 * @property {boolean} answered whether there ever was a good answer
 * @property {string} failure why there is none now
 */

/**
 * What the page has learnt so far. All times by the browser's clock.
 *
 * @typedef {object} Known
 * @property {number} openedAt when the page was opened
 * @property {Answer | null} answer the last good one
 * @property {number} receivedAt when that came
 * @property {string | null} failure what went wrong after it
 */

/** No answer may be shown as current for longer: two refreshes. */
export const CURRENT_FOR = 10_000;

/** @param {Known} known @param {number} now @returns {View} */
export function viewOf({ openedAt, answer, receivedAt, failure }, now) {
  if (answer === null) {
    const phase = failure === null ? 'loading' : 'away';
    const age = Math.max(0, now - openedAt);
    return view(phase, { targets: [], now, sinceAnswer: age, answeredAt: openedAt, answered: false, failure });
  }
  const sinceAnswer = Math.max(0, now - receivedAt);
  const away = failure !== null || sinceAnswer > CURRENT_FOR;
  return view(away ? 'away' : 'live', {
    targets: answer.targets.map(away ? outdated : current),
    now: answer.time + sinceAnswer,
    sinceAnswer,
    answeredAt: receivedAt,
    answered: true,
    failure,
  });
}

function view(phase, rest) {
  return { phase, ...rest, failure: rest.failure ?? 'The last answer is too old to go by.' };
}

/** @param {Target} target @returns {Row} */
function outdated(target) {
  return { ...target, status: 'UNKNOWN', old: true, lastStatus: target.status };
}

/** @param {Target} target @returns {Row} */
function current(target) {
  return { ...target, old: target.status === 'UNKNOWN' && target.lastChecked !== null, lastStatus: null };
}
