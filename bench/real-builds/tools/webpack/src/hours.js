import { element } from './shared/element.js';

/** Only loaded when the address asks for the hours. */
export function showHours() {
  document.querySelector('footer').append(element('p', {}, ['On holidays from nine to five.']));
}
