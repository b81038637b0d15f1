// Runs before the page's own scripts and tells of each error that nothing caught which file and line it comes from: of scripts
// that cannot be parsed, of rejections, and of code that a policy kept from being made of text, the protocol says no more than
// the text; of the errors of a service worker it says nothing where the page catches them, and of rejections it does not say
// that the page took them for itself, or caught them late.
(() => {
  const tell = globalThis.smokeRunnerErrors;
  delete globalThis.smokeRunnerErrors;
  if (!tell) return;

  const LONGEST_TEXT = 2000, MOST_TOLD = 200;
  const stringify = JSON.stringify, text = String, ErrorAsItWas = Error, later = setTimeout, Address = URL;
  let told = 0;

  const note = (what, message, url, line, column) => {
    if (told++ >= MOST_TOLD) return;
    const cut = (value) => text(value).slice(0, LONGEST_TEXT);
    tell(stringify({ what, text: cut(message), url: cut(url), line: Number(line) || 0, column: Number(column) || 0 }));
  };
  addEventListener(
    "error",
    (event) => {
      if (event.isTrusted && event.filename) note("place", event.message, event.filename, event.lineno, event.colno);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => {
    try {
      const reason = event.reason;
      if (!event.isTrusted) return;
      if (reason instanceof ErrorAsItWas && reason.fileName) {
        note("place", reason, reason.fileName, reason.lineNumber, reason.columnNumber);
      }
      // The page's own listeners come after this one.
      later(() => {
        if (event.defaultPrevented) note("taken", reason, "");
      });
    } catch (ignored) {
      // What cannot be told must not disturb the page.
    }
  });
  // Somebody caught it after it was told of.
  addEventListener("rejectionhandled", (event) => {
    if (event.isTrusted) note("taken", event.reason, "");
  });
  // The event has no text that anybody wrote: the directive's name stands for one.
  addEventListener("securitypolicyviolation", (event) => {
    if (event.isTrusted && event.disposition === "enforce" && /^(wasm-)?eval$/.test(event.blockedURI)) {
      note("evaluation", event.effectiveDirective, event.sourceFile || "", event.lineNumber, event.columnNumber);
    }
  });

  const workers = globalThis.ServiceWorkerContainer && ServiceWorkerContainer.prototype;
  if (workers) {
    const register = workers.register;
    let opened = 0;
    // The worker runs when it is registered, and is installed after that. One that fails to be goes at once, and only its
    // state says so; the sentence is Firefox's own of one that fails to run.
    const installed = ({ installing, scope }, done, failed) => {
      if (!installing || installing.state !== "installing") return done();
      const changed = () => {
        if (installing.state === "redundant") {
          const place = "ServiceWorker script at " + installing.scriptURL + " for scope " + scope;
          failed("TypeError: " + place + " encountered an error during installation.");
        }
        done();
      };
      installing.addEventListener("statechange", changed, { once: true });
    };
    workers.register = {
      register(url) {
        const name = text(url) + " " + ++opened;
        const tellOf = (what, message) => {
          try {
            note(what, message, new Address(url, document.baseURI));
          } catch (ignored) {
            // An address that is none is the page's error.
          }
        };
        tellOf("opens", name);
        return register.apply(this, arguments).then(
          (registration) => {
            installed(registration, () => tellOf("opened", name), (failure) => tellOf("worker", failure));
            return registration;
          },
          (error) => {
            // Of the worker's own code; of an answer that is no script the requests tell.
            if (/^ServiceWorker script at \S+ for scope /.test(error && error.message)) tellOf("worker", error);
            tellOf("opened", name);
            throw error;
          },
        );
      },
    }.register;
  }
})();
