// Draws a button for each seat; on a slow line it leaves the photographs of the view out.
(function () {
  // Firefox has no navigator.connection.
  var slow = navigator.connection.effectiveType !== '4g';
  var form = document.getElementById('seats');
  form.className = slow ? 'plain' : 'photographs';
  ['1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D'].forEach(function (seat) {
    var button = document.createElement('button');
    button.textContent = seat;
    form.appendChild(button);
  });
})();
