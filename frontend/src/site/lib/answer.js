/** @typedef {import('./status.js').Status} Status */

/**
 * A target as the backend last knew it. Times are epoch milliseconds.
 *
 * @typedef {object} Target
 * @property {string} id
 * @property {string} name
 * @property {string} address
 * @property {string} check
 * @property {Status} status
 * @property {number | null} since
 * @property {number | null} lastChecked
 * @property {number | null} latencyMillis
 * @property {number | null} lossPercent
 * @property {number | null} jitterMillis
 * @property {string} message
 */

/** @typedef {{ time: number, targets: Target[] }} Answer */

import { STATUSES } from './status.js';

/** Says in its message which part of an answer is not what it must be. */
export class MalformedAnswer extends Error {}

/**
 * Reads the JSON of GET /metrics. Takes all of it or nothing: half an answer would be shown as the truth.
 *
 * @param {any} json
 * @returns {Answer}
 */
export function readAnswer(json) {
  need(isObject(json), 'it is not an object');
  need(Array.isArray(json.targets), "'targets' is not a list");
  return { time: time(json.time, "'time'"), targets: json.targets.map(readTarget) };
}

/** @returns {Target} */
function readTarget(json, index) {
  const path = (field) => `'targets[${index}].${field}'`;
  const read = (kind, ...fields) => Object.fromEntries(fields.map((field) => [field, kind(json[field], path(field))]));

  need(isObject(json), `'targets[${index}]' is not an object`);
  need(STATUSES.includes(json.status), `${path('status')} is none of ${STATUSES.join(', ')}`);
  return {
    status: json.status,
    ...read(text, 'id', 'name', 'address', 'check', 'message'),
    ...read(orNull(time), 'since', 'lastChecked'),
    ...read(orNull(number), 'latencyMillis', 'lossPercent', 'jitterMillis'),
  };
}

function text(value, path) {
  need(typeof value === 'string', `${path} is not a text`);
  return value;
}

function number(value, path) {
  need(Number.isFinite(value), `${path} is not a number`);
  return value;
}

function time(value, path) {
  const millis = Date.parse(text(value, path));
  need(Number.isFinite(millis), `${path} is not a time`);
  return millis;
}

function orNull(kind) {
  return (value, path) => (value === null ? null : kind(value, path));
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function need(condition, complaint) {
  if (!condition) throw new MalformedAnswer(complaint);
}
