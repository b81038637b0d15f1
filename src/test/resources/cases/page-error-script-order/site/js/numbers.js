window.numbers = { spell: function (n) { return ["zero", "one", "two", "three"][n]; } };
