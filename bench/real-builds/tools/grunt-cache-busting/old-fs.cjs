// Modules of 2014 call fs.rename and fs.unlink without a callback, which Node has refused since version 10.
const fs = require('node:fs');

for (const name of ['rename', 'unlink']) {
  const original = fs[name];
  fs[name] = function (...args) {
    const hasCallback = typeof args[args.length - 1] === 'function';
    return original.apply(fs, hasCallback ? args : [...args, () => undefined]);
  };
}
