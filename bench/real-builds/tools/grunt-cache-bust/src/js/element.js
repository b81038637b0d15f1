window.element = function (name, text) {
  var made = document.createElement(name);
  made.textContent = text;
  return made;
};
