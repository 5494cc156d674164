/** @typedef {import('../lib/view.js').View} View */

import { viewOf } from '../lib/view.js';
import { Feed } from './feed.js';

/** What the page shows. Emits 'change' when that is different: after every answer, and as time passes. */
class Dashboard extends EventTarget {
  #feed = new Feed();

  /** @returns {View} */
  get view() {
    return viewOf(this.#feed.known, Date.now());
  }

  start() {
    this.#feed.addEventListener('change', () => this.#changed());
    document.addEventListener('visibilitychange', () => this.#seenAgain());
    window.addEventListener('online', () => this.#feed.refresh());
    setInterval(() => this.#tick(), 1_000);
    this.#feed.start();
  }

  /** Nobody reads running times in a hidden tab; its title follows the answers. */
  #tick() {
    if (!document.hidden) this.#changed();
  }

  #seenAgain() {
    if (document.hidden) return;
    this.#changed();
    this.#feed.refresh();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const dashboard = new Dashboard();
