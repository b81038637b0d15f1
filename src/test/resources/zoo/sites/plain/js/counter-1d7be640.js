/* Puts the loaves and the order form on the page. */
(function () {
  'use strict';
  var counter = document.getElementById('counter');
  var items = pantry.loaves().map(function (loaf) {
    return '<li><label><input type="number" name="' + loaf.id + '" value="0" min="0"> ' +
      loaf.name + ', ' + pantry.price(loaf.cents) + '</label></li>';
  });
  counter.innerHTML = '<form id="order"><ul>' + items.join('') + '</ul>' +
    '<button type="submit">Order for tomorrow</button></form>';
  document.getElementById('order').addEventListener('submit', function (event) {
    event.preventDefault();
    counter.innerHTML = '<p>Thank you. We light the oven at four.</p>';
  });
}());
