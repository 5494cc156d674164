/** @typedef {import('../lib/view.js').View} View */

import { render } from '../lib/html.js';
import { dashboard } from '../state/dashboard.js';

/** An element that shows the dashboard's view, and shows it anew whenever it changes. */
export class LiveElement extends HTMLElement {
  #disconnect;
  #bare = true;

  connectedCallback() {
    if (this.#bare) this.replaceChildren(); // What stood in the HTML until now.
    this.#bare = false;
    this.#disconnect = new AbortController();
    dashboard.addEventListener('change', () => this.#render(), { signal: this.#disconnect.signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#disconnect.abort();
  }

  /** @param {View} view @returns {unknown} a lit-html template */
  template(view) {
    throw new Error(`${this.localName} has no template for ${view.phase}`);
  }

  #render() {
    const { view } = dashboard;
    this.dataset.phase = view.phase;
    render(this.template(view), this);
  }
}
