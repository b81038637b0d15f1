(function () {
  var form = document.createElement('form');
  form.id = 'borrow';
  form.append(element('h1', 'Borrow a bicycle'), element('button', 'Borrow'), element('small', 'Version ' + '2.0'));
  var terms = element('button', 'Read the terms');
  terms.type = 'button';
  terms.addEventListener('click', function () {
    var script = document.createElement('script');
    script.src = 'js/terms.js';
    document.body.append(script);
  });
  form.append(terms);
  document.querySelector('#app').replaceChildren(form);
})();
