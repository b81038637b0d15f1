document.title = "Menu";
