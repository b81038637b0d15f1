window.rows = function () { return "<p>8:15</p>"; };
