/* The server checks as well; this only spares a round trip. */
(function () {
  'use strict';
  var form = document.getElementById('lamp');
  form.noValidate = true;
  form.addEventListener('submit', function (event) {
    if (!/^\d{1,5}$/.test(form.post.value)) {
      event.preventDefault();
      form.post.setCustomValidity('Up to five digits, please');
    }
  });
}());
