// Runs before the page's own scripts and tells which timers they set that may still change what the page shows: their delay,
// whether they go on to another page, and a key by which the same piece of code is known when it sets itself again.
// The page's timers work as before: the functions are wrapped in proxies, which print and behave as the originals do.
(() => {
  const tell = globalThis.smokeRunnerTimers;
  delete globalThis.smokeRunnerTimers;
  if (window !== top || !tell) return;

  // A timer that is due later than a page is waited for tells nothing; a page that sets thousands is not listened to for ever.
  const LONGEST_DELAY = 60000, MOST_CALLS = 5000, MOST_TOLD = 500, LONGEST_SOURCE = 5000, BETWEEN_TELLINGS = 50;
  const GOES_ON = /\blocation(\.href)?\s*=[^=]|\blocation\.(assign|replace)\s*\(/;
  // Code that puts something into the page or asks for data that it waits for, and does not set itself again, as clocks,
  // carousels and polls do.
  const DRAWS =
    /\bawait\s+fetch\s*\(|\bfetch\s*\([^]{1,500}?\)\s*\.then\s*\(|\.(append(Child)?|prepend|insertBefore|insertAdjacent\w+|replaceWith|replaceChildren)\s*\(|\.(innerHTML|outerHTML|src)\s*=[^=]/;
  // Code that asks for data and uses the answer, and code that fills what is there; such code tells more than that it draws.
  const ASKS =
    /[=(]\s*await\s+fetch\s*\(|\breturn\s+await\s+fetch\s*\(|\bfetch\s*\([^]{1,500}?\)\s*\.then\s*\(|\.open\s*\(\s*["'`]GET["'`]|\.getJSON\s*\(/i;
  const REPORTS = /["'`](POST|PUT|PATCH|DELETE)["'`]/i;
  const FILLS = /\.(innerHTML|outerHTML|textContent|innerText)\s*=\s*(?!["'`]{2})[^=\s]|\.(replaceWith|replaceChildren)\s*\(/;
  // What names another site puts in its widget, which the page is whole without.
  const NAMES_A_SITE = /["'`](https?:)?\/\//;
  const SETS_ITSELF = /\b(setTimeout|setInterval|requestAnimationFrame)\b/;
  const sourceOf = Function.prototype.call.bind(Function.prototype.toString);
  const matches = Function.prototype.call.bind(RegExp.prototype.test);
  const stringify = JSON.stringify, now = performance.now.bind(performance);
  const bySource = new Map();
  const known = new Set();
  let calls = 0, told = 0;

  const isOwnAndOnce = (source) => !matches(SETS_ITSELF, source) && !matches(NAMES_A_SITE, source);
  const codeOf = (callback) => {
    const source = (typeof callback === "function" ? sourceOf(callback) : String(callback)).slice(0, LONGEST_SOURCE);
    let code = bySource.get(source);
    if (!code) {
      const once = isOwnAndOnce(source);
      code = {
        key: bySource.size,
        goesOn: matches(GOES_ON, source),
        draws: once && matches(DRAWS, source),
        asks: once && matches(ASKS, source) && !matches(REPORTS, source) ? source : "",
        fills: once && matches(FILLS, source),
        toldAt: -Infinity,
      };
      bySource.set(source, code);
    }
    return code;
  };
  const note = (id, callback, delay, repeats) => {
    if (++calls > MOST_CALLS || told >= MOST_TOLD || !(delay <= LONGEST_DELAY)) return;
    const code = codeOf(callback);
    if (now() - code.toldAt < BETWEEN_TELLINGS) return;
    code.toldAt = now();
    told++;
    known.add(id);
    const { key, goesOn, draws, asks, fills } = code;
    tell(stringify({ id, key, delay, repeats, goesOn, draws, asks, fills }));
  };
  const wrap = (name, after) => {
    window[name] = new Proxy(window[name], {
      apply(original, self, args) {
        const result = Reflect.apply(original, self, args);
        try {
          after(result, args);
        } catch (ignored) {
          // What cannot be told must not disturb the page.
        }
        return result;
      },
    });
  };
  const delayOf = (value) => Math.max(0, Number(value) || 0);
  wrap("setTimeout", (id, args) => note(id, args[0], delayOf(args[1]), false));
  wrap("setInterval", (id, args) => note(id, args[0], delayOf(args[1]), true));
  // A frame comes within a sixtieth of a second.
  wrap("requestAnimationFrame", (id, args) => note("f" + id, args[0], 16, false));
  const cleared = (id) => known.delete(id) && tell(stringify({ cleared: id }));
  wrap("clearTimeout", (nothing, args) => cleared(args[0]));
  wrap("clearInterval", (nothing, args) => cleared(args[0]));
})();
