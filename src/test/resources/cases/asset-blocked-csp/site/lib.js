window.lib = {start() {}};
