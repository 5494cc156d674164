import { ask } from './ask.js';

/** Asks for the state of the network again and again. Emits 'change' after every answer, and every failure. */
export class Feed extends EventTarget {
  static EVERY = 5_000;

  #asking = new AbortController();

  /** What `viewOf` needs to know. @type {import('../lib/view.js').Known} */
  known = { openedAt: Date.now(), answer: null, receivedAt: 0, failure: null };

  start() {
    setInterval(() => this.refresh(), Feed.EVERY);
    this.refresh();
  }

  async refresh() {
    this.#asking.abort();
    const asking = (this.#asking = new AbortController());
    const learnt = await ask(asking.signal).then(
      (answer) => ({ answer, receivedAt: Date.now(), failure: null }),
      (error) => ({ failure: error.message }),
    );
    if (asking.signal.aborted) return;
    this.known = { ...this.known, ...learnt };
    this.dispatchEvent(new Event('change'));
  }
}
