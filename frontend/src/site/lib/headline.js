/**
 * @typedef {import('./status.js').Status} Status
 * @typedef {import('./view.js').View} View
 * @typedef {import('./view.js').Row} Row
 */

/**
 * The state of the network in words.
 *
 * @typedef {object} Headline
 * @property {Status} status
 * @property {string} text
 * @property {string} spoken the same without running times, so that it is announced only when something changed
 * @property {string} detail
 */

import { clock, count, duration, millis } from './format.js';
import { everyTarget, names, sentence, share } from './words.js';

/** @param {View} view @returns {Headline} */
export function headline(view) {
  if (view.phase === 'loading') return same('UNKNOWN', 'Loading…', 'Asking the backend how the network is.');
  if (view.phase === 'away') return away(view);
  if (view.targets.length === 0) return same('UNKNOWN', 'No targets yet', 'Nothing is watched so far.');

  const having = (status) => view.targets.filter((target) => target.status === status);
  const [down, degraded, unknown, up] = ['DOWN', 'DEGRADED', 'UNKNOWN', 'UP'].map(having);
  if (down.length > 0) return downHeadline(down, view);
  if (degraded.length > 0) return degradedHeadline(degraded, view);
  if (up.length === 0) return unknownHeadline(unknown, view);
  if (unknown.length > 0) return partlyKnown(unknown, up, view);
  return same('UP', everyTarget(up, 'answers', 'answer'), slowest(up));
}

function away({ answered, answeredAt, failure, now, sinceAnswer }) {
  const since = clock(answeredAt, answeredAt + sinceAnswer);
  const old = answered ? ' What is shown below is old.' : '';
  return same('UNKNOWN', `No data since ${since}`, `${sentence(failure)}${old}`);
}

function downHeadline(down, { targets, now }) {
  if (down.length > 1) {
    const text =
      down.length === targets.length ? everyTarget(down, '', 'are down') : `${share(down, targets)} are down`;
    return same('DOWN', text, `${names(down)} do not answer.`);
  }
  const [{ name, since, message }] = down;
  const detail = sentence(message);
  if (since === null) return same('DOWN', `${name} does not answer`, detail);
  return {
    status: 'DOWN',
    text: `${name} has not answered for ${duration(now - since)}`,
    spoken: `${name} has not answered since ${clock(since, now)}`,
    detail,
  };
}

function degradedHeadline(degraded, { targets }) {
  if (degraded.length === 1) return same('DEGRADED', `${degraded[0].name} is degraded`, sentence(degraded[0].message));
  const text =
    degraded.length === targets.length
      ? everyTarget(degraded, '', 'are degraded')
      : `${share(degraded, targets)} are degraded`;
  return same('DEGRADED', text, `${names(degraded)} lose packets.`);
}

function unknownHeadline(unknown, { now }) {
  const last = Math.max(...unknown.map(({ lastChecked }) => lastChecked ?? -Infinity));
  if (last === -Infinity) {
    const what = unknown.length === 1 ? unknown[0].name : `${count(unknown.length)} targets`;
    return same('UNKNOWN', 'No result yet', `Waiting for ${what}. Results come within seconds once the probe runs.`);
  }
  const detail = 'The backend answers, but has no recent result. Does the probe run?';
  return same('UNKNOWN', `No data since ${clock(last, now)}`, detail);
}

function partlyKnown(unknown, up, { targets }) {
  return same('UNKNOWN', `${share(up, targets)} ${up.length === 1 ? 'answers' : 'answer'}`, whatIsUnknown(unknown));
}

function whatIsUnknown(unknown) {
  return unknown.length === 1 ? sentence(`${unknown[0].name}: ${unknown[0].message}`) : `Unknown: ${names(unknown)}.`;
}

function slowest(up) {
  const timed = up.filter(({ latencyMillis }) => latencyMillis !== null);
  if (timed.length < 2) return sentence(up[0].message);
  const last = timed.reduce((a, b) => (b.latencyMillis > a.latencyMillis ? b : a));
  return `The slowest is ${last.name} with ${millis(last.latencyMillis)}.`;
}

function same(status, text, detail) {
  return { status, text, spoken: text, detail };
}
