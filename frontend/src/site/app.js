import './components/state-banner/state-banner.js';
import './components/target-table/target-table.js';
import './components/refresh-note/refresh-note.js';
import { dashboard } from './state/dashboard.js';
import { showInTab } from './state/tab.js';

dashboard.addEventListener('change', () => showInTab(dashboard.view));
dashboard.start();
