define('form', [], function () {
  'use strict';
  return {
    html: function (branches) {
      return '<form id="card"><label>Name <input name="reader"></label>' +
        '<label>Branch <select name="branch">' + branches.map(function (branch) {
          return '<option>' + branch + '</option>';
        }).join('') + '</select></label><button>Send my card</button></form>';
    }
  };
});
require(['form'], function (form) {
  'use strict';
  var call = new XMLHttpRequest();
  call.onload = function () {
    document.getElementById('desk').innerHTML = form.html(JSON.parse(call.responseText).branches);
  };
  call.open('GET', 'api/branches.json');
  call.send();
});
