lib.start();
