// Runs before the page's own scripts and tells of each dialog, before it opens, what there is of the page behind it and which
// script opens it: while a dialog is open nobody can ask the page. The functions work as before, wrapped in proxies.
(() => {
  const tell = globalThis.smokeRunnerDialogs;
  delete globalThis.smokeRunnerDialogs;
  if (window !== top || !tell) return;

  const LONGEST_TEXT = 500, MOST_TOLD = 50;
  const OBJECTS = "img,svg,canvas,video,iframe,object,embed,input,button,select,textarea";
  const stringify = JSON.stringify, ErrorAsItWas = Error, text = String;
  let told = 0;

  const isShown = () => {
    const body = document.body;
    if (!body || !body.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const hasArea = (element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().height > 0;
    return body.innerText.trim() !== "" || [...body.querySelectorAll(OBJECTS)].slice(0, 200).some(hasArea);
  };
  const caller = () => (/https?:\/\/[^\s)]+/.exec(text(new ErrorAsItWas().stack)) || [""])[0].slice(0, LONGEST_TEXT);
  for (const kind of ["alert", "confirm", "prompt"]) {
    window[kind] = new Proxy(window[kind], {
      apply(original, self, args) {
        try {
          if (told++ < MOST_TOLD) {
            const early = document.readyState === "loading" || !isShown();
            tell(stringify({ kind, text: args.length ? text(args[0]).slice(0, LONGEST_TEXT) : "", early, caller: caller() }));
          }
        } catch (ignored) {
          // What cannot be told must not disturb the page.
        }
        return Reflect.apply(original, self, args);
      },
    });
  }
})();
