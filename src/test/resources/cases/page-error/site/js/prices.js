var table = null;
table.rows.forEach(function (row) { row.show(); });
