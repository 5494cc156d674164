import { count } from '../../lib/format.js';
import { headline } from '../../lib/headline.js';
import { html } from '../../lib/html.js';
import { WORDS, tally } from '../../lib/status.js';
import { LiveElement } from '../live-element.js';
import { statusMark } from '../status-mark/status-mark.js';

/**
 * The state of the network in one sentence. `data-status` lets the style sheet colour it.
 *
 *     <state-banner></state-banner>
 */
class StateBanner extends LiveElement {
  template(view) {
    const { status, text, spoken, detail } = headline(view);
    document.body.dataset.status = this.dataset.status = status;
    return html`
      ${statusMark(status)}
      <div class="state-banner-words">
        <h1>${text}</h1>
        <p>${detail}</p>
      </div>
      <ul class="state-banner-tally" aria-label="Targets by status">
        ${tally(view.targets).map(tallyItem)}
      </ul>
      <p class="visually-hidden" role="status">${spoken}</p>
    `;
  }
}

function tallyItem({ status, count: targets }) {
  return html`<li data-status=${status}>${statusMark(status)}<b>${count(targets)}</b> ${WORDS[status]}</li>`;
}

customElements.define('state-banner', StateBanner);
