/** @typedef {import('../../lib/view.js').Row} Row */

import { ago, clock, duration, exact, millis, percent } from '../../lib/format.js';
import { html, nothing } from '../../lib/html.js';
import { WORDS } from '../../lib/status.js';
import { statusMark } from '../status-mark/status-mark.js';

/**
 * One target. `data-status` and `data-old` let the style sheet colour it.
 *
 * @param {Row} target
 * @param {number} now
 */
export function targetRow(target, now) {
  return html`
    <tr role="row" data-target=${target.id} data-status=${target.status} ?data-old=${target.old}>
      <th role="rowheader" scope="row">
        <span class="target-name">${target.name}</span>
        <span class="target-address">${target.address}</span>
      </th>
      <td role="cell" class="target-status">
        <span class="target-word">${statusMark(target.status)}${WORDS[target.status]}</span>
        <span class="target-why">${why(target, now)}</span>
      </td>
      ${figure('Latency', target.latencyMillis, millis, target.old)}
      ${figure('Loss', target.lossPercent, percent, target.old)}
      ${figure('Jitter', target.jitterMillis, millis, target.old)}
      <td role="cell" class="target-figure" data-label="Last update">${lastUpdate(target, now)}</td>
    </tr>
  `;
}

function why({ status, lastStatus, since, message }, now) {
  if (lastStatus !== null && lastStatus !== 'UNKNOWN') return `last known: ${WORDS[lastStatus]}`;
  if (status === 'UNKNOWN' || since === null) return message;
  const held = `for ${duration(now - since)}`;
  return status === 'UP' ? held : `${held} · ${message}`;
}

function figure(label, value, format, old) {
  return html`<td role="cell" class="target-figure" data-label=${label}>
    ${value === null ? none() : format(value)}
    ${old && value !== null ? html`<span class="visually-hidden">(old)</span>` : nothing}
  </td>`;
}

function lastUpdate({ lastChecked, old }, now) {
  if (lastChecked === null) return none();
  const mark = old ? html` <span class="target-old">old</span>` : nothing;
  return html`<time datetime=${new Date(lastChecked).toISOString()} title=${exact(lastChecked)}>
      ${old ? clock(lastChecked, now) : ago(now - lastChecked)}</time
    >${mark}`;
}

function none() {
  return html`<span aria-hidden="true">–</span><span class="visually-hidden">none</span>`;
}
