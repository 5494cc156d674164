import { ago, exact, timeZone } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { Feed } from '../../state/feed.js';
import { LiveElement } from '../live-element.js';

/**
 * How fresh the page is, and in which time zone it speaks.
 *
 *     <refresh-note></refresh-note>
 */
class RefreshNote extends LiveElement {
  template({ answered, answeredAt, sinceAnswer, now }) {
    const iso = new Date(answeredAt).toISOString();
    const last = answered
      ? html`Last answer <time datetime=${iso} title=${exact(answeredAt)}>${ago(sinceAnswer)}</time>`
      : 'No answer yet';
    return html`
      <p>${last} · refreshed every ${Feed.EVERY / 1_000}&nbsp;s</p>
      <p>Times in ${timeZone(now)}</p>
    `;
  }
}

customElements.define('refresh-note', RefreshNote);
