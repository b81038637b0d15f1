import './style.css';
import { showForm } from './form.js';

const form = showForm(document.querySelector('#app'));

form.querySelector('.terms').addEventListener('click', async () => {
  const { showTerms } = await import('./terms.js');
  showTerms(form);
});
