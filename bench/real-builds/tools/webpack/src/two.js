// Two lazy chunks, one of them with a name: webpack then writes maps of names and hashes into its runtime.
import './main.js';

addEventListener('hashchange', async () => {
  const { showHours } = await import(/* webpackChunkName: "hours" */ './hours.js');
  showHours();
});
