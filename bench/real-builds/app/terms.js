import './terms.css';
import { element } from './shared/element.js';

/** Only loaded when a visitor asks for the terms. */
export function showTerms(form) {
  form.append(
    element('section', { class: 'terms-text' }, [
      element('h2', {}, ['Terms']),
      element('p', {}, ['Bring the bicycle back clean, with both wheels, before we close.']),
    ]),
  );
}
