(function () {
  var form = document.createElement('form');
  form.id = 'borrow';
  form.append(element('h1', 'Borrow a bicycle'), element('button', 'Borrow'), element('small', 'Version ' + '2.0'));
  document.querySelector('#app').replaceChildren(form);
})();
