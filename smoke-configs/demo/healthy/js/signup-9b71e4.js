// Draws the form: without this script the page says "Loading" for ever.
(function () {
  document.getElementById('page').innerHTML =
    '<form id="signup">' +
    '<label>Name <input name="name" autocomplete="name"></label>' +
    '<label>E-mail <input name="email" type="email" autocomplete="email"></label>' +
    '<button>Sign up</button>' +
    '</form>';
})();
