// Phrases about targets, as the headline needs them.

/** @typedef {import('./view.js').Row} Row */

import { count } from './format.js';

const LIST = new Intl.ListFormat('en-GB');
const MOST_NAMES = 4;

/** @param {Row[]} targets @param {string} one the verb after a name @param {string} many the verb after a number */
export function everyTarget(targets, one, many) {
  if (targets.length === 1) return `${targets[0].name} ${one}`;
  return targets.length === 2 ? `Both targets ${many}` : `All ${count(targets.length)} targets ${many}`;
}

/** @param {Row[]} part @param {Row[]} whole */
export function share(part, whole) {
  return `${count(part.length)} of ${count(whole.length)} targets`;
}

/** The names of a few; of many, the first and how many more. @param {Row[]} targets */
export function names(targets) {
  const all = targets.map(({ name }) => name);
  if (all.length <= MOST_NAMES) return LIST.format(all);
  const first = all.slice(0, MOST_NAMES - 1);
  return LIST.format([...first, `${count(all.length - first.length)} more`]);
}

/** @param {string} text what the backend says, with or without a full stop */
export function sentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
