document.title = "Shop, ready";
