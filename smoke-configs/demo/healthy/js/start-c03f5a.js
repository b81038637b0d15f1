// Loads the script that its own tag names in data-main, as module loaders do.
(function () {
  var main = document.createElement('script');
  main.src = document.currentScript.getAttribute('data-main');
  document.head.appendChild(main);
})();
