require([], function () {
  var form = document.createElement('form');
  form.id = 'borrow';
  form.textContent = 'Borrow a bicycle';
  document.querySelector('#app').replaceChildren(form);
});
