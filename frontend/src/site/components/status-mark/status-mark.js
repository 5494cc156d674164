/** @typedef {import('../../lib/status.js').Status} Status */

import { html } from '../../lib/html.js';
import { SHAPES } from '../../lib/shapes.js';

/**
 * The sign of a status: an outline and a colour. The word stands beside it, so it is hidden from screen readers.
 *
 * @param {Status} status
 */
export function statusMark(status) {
  const { body, glyph } = SHAPES[status];
  return html`<svg class="status-mark" data-status=${status} viewBox="0 0 24 24" aria-hidden="true">
    <path class="status-mark-body" d=${body}></path>
    <path class="status-mark-glyph" d=${glyph}></path>
  </svg>`;
}
