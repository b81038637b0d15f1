(function () {
  'use strict';
  var place = document.getElementById('tides');
  function json(answer) {
    if (!answer.ok) {
      throw new Error('the harbour master says ' + answer.status);
    }
    return answer.json();
  }
  fetch('config.json').then(json).then(function (config) {
    return fetch(config.api + '/tides.json').then(json);
  }).then(function (tides) {
    place.innerHTML = '<table>' + tides.map(function (tide) {
      return '<tr><td>' + tide.at + '</td><td>' + tide.metres + ' m</td></tr>';
    }).join('') + '</table>';
  });
}());
