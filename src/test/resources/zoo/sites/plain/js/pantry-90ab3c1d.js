/* What is on the shelf, and how a price is written. */
(function () {
  'use strict';
  var loaves = [
    { id: 'rye', name: 'Rye with caraway', cents: 420 },
    { id: 'spelt', name: 'Spelt and walnut', cents: 510 },
    { id: 'rolls', name: 'Six poppy rolls', cents: 300 }
  ];
  window.pantry = {
    loaves: function () { return loaves.slice(); },
    price: function (cents) { return (cents / 100).toFixed(2) + ' EUR'; }
  };
}());
