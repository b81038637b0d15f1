// Runs before the page's own scripts and tells of each error that nothing caught which file and line it comes from: of scripts
// that cannot be parsed, of rejections, and of code that a policy kept from being made of text, the protocol says no more than
// the text.
(() => {
  const tell = globalThis.smokeRunnerErrors;
  delete globalThis.smokeRunnerErrors;
  if (!tell) return;

  const LONGEST_TEXT = 2000, MOST_TOLD = 200;
  const stringify = JSON.stringify, text = String, ErrorAsItWas = Error;
  let told = 0;

  const note = (message, url, line, column, evaluation = false) => {
    if (told++ >= MOST_TOLD) return;
    const cut = (value) => text(value).slice(0, LONGEST_TEXT);
    tell(stringify({ text: cut(message), url: cut(url), line: Number(line) || 0, column: Number(column) || 0, evaluation }));
  };
  addEventListener(
    "error",
    (event) => {
      if (event.isTrusted && event.filename) note(event.message, event.filename, event.lineno, event.colno);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => {
    try {
      const reason = event.reason;
      if (event.isTrusted && reason instanceof ErrorAsItWas && reason.fileName) {
        note(reason, reason.fileName, reason.lineNumber, reason.columnNumber);
      }
    } catch (ignored) {
      // What cannot be told must not disturb the page.
    }
  });
  // The event has no text that anybody wrote: the directive's name stands for one.
  addEventListener("securitypolicyviolation", (event) => {
    if (event.isTrusted && event.disposition === "enforce" && /^(wasm-)?eval$/.test(event.blockedURI)) {
      note(event.effectiveDirective, event.sourceFile || "", event.lineNumber, event.columnNumber, true);
    }
  });
})();
