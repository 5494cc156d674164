import { html } from '../../lib/html.js';
import { LiveElement } from '../live-element.js';
import { loadingRows } from './loading-rows.js';
import { noAnswer } from './no-answer.js';
import { noTargets } from './no-targets.js';
import { targetRow } from './target-row.js';

const COLUMNS = ['Target', 'Status', 'Latency', 'Loss', 'Jitter', 'Last update'];

/**
 * Every target with its status and what its last round gave. A table, which the style sheet turns into cards on a
 * narrow screen; the roles keep it a table for screen readers.
 *
 *     <target-table></target-table>
 */
class TargetTable extends LiveElement {
  template(view) {
    if (view.phase === 'live' && view.targets.length === 0) return noTargets(location.origin);
    if (view.phase === 'away' && view.targets.length === 0) return noAnswer();
    const rows = view.phase === 'loading' ? loadingRows() : view.targets.map((target) => targetRow(target, view.now));
    return html`
      <table role="table" aria-busy=${view.phase === 'loading'}>
        <caption class="visually-hidden">
          Targets
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows}
        </tbody>
      </table>
    `;
  }
}

customElements.define('target-table', TargetTable);
