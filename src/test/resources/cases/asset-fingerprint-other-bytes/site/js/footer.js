window.footer = true;
