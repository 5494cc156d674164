import { html } from '../../lib/html.js';

const ROWS = 3;
const FIGURES = ['Latency', 'Loss', 'Jitter', 'Last update'];

/** Where the targets will be: grey bars of about the same size, so that nothing jumps when they come. */
export function loadingRows() {
  return Array.from({ length: ROWS }, () => row());
}

function row() {
  return html`
    <tr role="row" class="loading-row">
      <th role="rowheader" scope="row">${bar('wide')}${bar('')}<span class="visually-hidden">Loading</span></th>
      <td role="cell" class="target-status">${bar('')}${bar('wide')}</td>
      ${FIGURES.map((label) => html`<td role="cell" class="target-figure" data-label=${label}>${bar('')}</td>`)}
    </tr>
  `;
}

function bar(width) {
  return html`<span class="loading-bar" data-width=${width} aria-hidden="true"></span>`;
}
