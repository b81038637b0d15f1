window.shop = {
  list: function (items) {
    return '<ul class="items">' + items.map(function (item) {
      return '<li>' + item.name + ', ' + item.price + '</li>';
    }).join('') + '</ul>';
  }
};
