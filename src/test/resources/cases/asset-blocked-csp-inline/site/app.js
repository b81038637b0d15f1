shop.start();
