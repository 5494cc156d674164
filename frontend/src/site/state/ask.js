/** @typedef {import('../lib/answer.js').Answer} Answer */

import { MalformedAnswer, readAnswer } from '../lib/answer.js';

/** An answer that comes later than this is no answer. */
export const PATIENCE = 4_000;

const TOO_LATE = 'TimeoutError';

/** Says in its message, to the reader of the page, why there is no answer. */
export class NoAnswer extends Error {}

/**
 * Asks the backend for the last known state.
 *
 * @param {AbortSignal} given ends the question; what happens then is of no interest to anybody
 * @returns {Promise<Answer>}
 */
export async function ask(given) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('too late', TOO_LATE)), PATIENCE);
  try {
    const response = await fetch('metrics', {
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.any([given, late.signal]),
    });
    if (!response.ok) throw new NoAnswer(await refusal(response));
    return readAnswer(await response.json());
  } catch (error) {
    throw explain(error);
  } finally {
    clearTimeout(timer);
  }
}

/** A problem document says itself what is wrong. */
async function refusal(response) {
  const problem = await response.json().catch(() => null);
  const detail = problem?.detail;
  return typeof detail === 'string' ? detail : `The server answers with status ${response.status}.`;
}

function explain(error) {
  if (error instanceof NoAnswer) return error;
  if (error instanceof MalformedAnswer) return new NoAnswer(`The backend's answer cannot be read: ${error.message}.`);
  if (error instanceof SyntaxError) return new NoAnswer("The backend's answer cannot be read: it is not JSON.");
  if (error.name === TOO_LATE) return new NoAnswer(`The backend took longer than ${PATIENCE / 1_000} s to answer.`);
  return new NoAnswer('The server of this page cannot be reached.');
}
