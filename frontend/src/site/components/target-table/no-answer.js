import { html } from '../../lib/html.js';
import { Feed } from '../../state/feed.js';

/** Stands where the targets will be when there never was an answer. */
export function noAnswer() {
  return html`
    <section class="notice">
      <h2>The targets appear here by themselves</h2>
      <p>This page asks again every ${Feed.EVERY / 1_000}&nbsp;s. There is no need to reload it.</p>
    </section>
  `;
}
