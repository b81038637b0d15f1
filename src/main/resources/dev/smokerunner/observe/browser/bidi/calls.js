// Runs before the page's own scripts and tells which code made each call: the protocol does not say who asked. A proxy of a
// function of the browser's looks and works like the function itself.
(() => {
  const tell = globalThis.smokeRunnerCalls;
  delete globalThis.smokeRunnerCalls;
  if (!tell) return;

  const LONGEST_TEXT = 2000, LONGEST_STACK = 5000, MOST_TOLD = 500;
  const stringify = JSON.stringify, text = String, ErrorAsItWas = Error, Address = URL, apply = Reflect.apply, RequestAsItWas = Request;
  const addresses = new WeakMap(), get = WeakMap.prototype.get, set = WeakMap.prototype.set;
  let told = 0;

  const note = (address) => {
    if (told++ >= MOST_TOLD) return;
    const url = new Address(text(address).slice(0, LONGEST_TEXT), document.baseURI);
    url.hash = "";
    tell(stringify({ url: url.href, stack: text(new ErrorAsItWas().stack).slice(0, LONGEST_STACK) }));
  };
  const watched = (of, name, before) => {
    const asItWas = of && of[name];
    if (typeof asItWas !== "function") return;
    of[name] = new Proxy(asItWas, {
      apply(target, self, args) {
        try {
          before(self, args);
        } catch (ignored) {
          // What cannot be told must not disturb the page.
        }
        return apply(target, self, args);
      },
    });
  };
  watched(globalThis, "fetch", (self, args) => note(args[0] instanceof RequestAsItWas ? args[0].url : args[0]));
  const calls = globalThis.XMLHttpRequest && XMLHttpRequest.prototype;
  watched(calls, "open", (self, args) => apply(set, addresses, [self, args[1]]));
  watched(calls, "send", (self) => note(apply(get, addresses, [self])));
})();
