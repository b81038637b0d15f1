fetch('api/items.json')
  .then(function (answer) { return answer.json(); })
  .then(function (items) {
    document.getElementById('shelf').innerHTML = shop.list(items);
  });
