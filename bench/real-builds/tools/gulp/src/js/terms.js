document.querySelector('#borrow').append(element('p', 'Bring the bicycle back clean, with both wheels, before we close.'));
