window.timetable = { show: function () { document.getElementById("rows").innerHTML = rows(); } };
