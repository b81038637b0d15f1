window.scale = { grams: function (ounces) { return Math.round(ounces * 28.35); } };
