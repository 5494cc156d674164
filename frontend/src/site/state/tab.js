/** @typedef {import('../lib/view.js').View} View */

import { favicon } from '../lib/favicon.js';
import { headline } from '../lib/headline.js';
import { SIGNS } from '../lib/status.js';

/**
 * Lets title and icon of the tab say the state of the network.
 *
 * @param {View} view
 */
export function showInTab(view) {
  const { status, text } = headline(view);
  const title = view.phase === 'loading' ? `${text} · noc` : `${SIGNS[status]} ${text} · noc`;
  if (document.title !== title) document.title = title;

  const href = favicon(status);
  const icon = document.querySelector('link[rel="icon"]');
  if (icon?.getAttribute('href') !== href) icon?.setAttribute('href', href);
}
