import { html } from '../../lib/html.js';

/**
 * Says how to get a first target.
 *
 * @param {string} origin where the API answers
 */
export function noTargets(origin) {
  return html`
    <section class="notice" aria-labelledby="no-targets">
      <h2 id="no-targets">Watch your first target</h2>
      <p>A target is a host or service that you depend on: a gateway, a name server, a printer. Add one:</p>
      <pre tabindex="0" role="region" aria-label="Command that adds a target"><code>${command(origin)}</code></pre>
      <p>
        The token is the backend's <code>NOC_TOKEN</code>; where none was set, the backend's log says in which file it
        lies. Targets can also be listed in a file (<code>TARGETS_FILE</code>). This page shows them as soon as they
        are there.
      </p>
    </section>
  `;
}

function command(origin) {
  return `curl ${origin}/api/v1/targets \\
  -H "Authorization: Bearer $NOC_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"name": "Gateway", "address": "192.168.1.1"}'`;
}
