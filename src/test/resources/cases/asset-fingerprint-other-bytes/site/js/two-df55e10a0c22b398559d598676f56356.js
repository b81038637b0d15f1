window.shop.price = n => n.toFixed(2);
