import { element } from './shared/element.js';
import { release } from './release.js';

/** Shows the form in place of whatever the box holds. */
export function showForm(box) {
  const form = element('form', { id: 'borrow' }, [
    element('h1', {}, ['Borrow a bicycle']),
    element('label', {}, ['Your name ', element('input', { name: 'name' })]),
    element('label', {}, ['From ', element('input', { name: 'from', type: 'date' })]),
    element('label', {}, ['Days ', element('input', { name: 'days', type: 'number', value: '1' })]),
    element('button', { type: 'submit' }, ['Borrow']),
    element('button', { type: 'button', class: 'terms' }, ['Read the terms']),
    element('small', {}, [`Version ${release}`]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.append(element('p', {}, ['Thank you, it is yours.']));
  });
  box.replaceChildren(form);
  return form;
}
