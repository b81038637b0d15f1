// Tells a monitor of Smoke Runner that a page is seen, and how often it has which error. No cookie, no storage, and no text of
// the page: an error is known by a number that is made of its kind, its script and its place.
(function () {
  "use strict";
  var me = document.currentScript;
  // What a program drives is no visitor, Smoke Runner's own rounds among them.
  if (!me || navigator.webdriver) return;
  var site = new URL(me.src).searchParams.get("site") || me.getAttribute("data-site") || "";
  var base = me.src.replace(/beacon\.js.*$/, "beacon.gif") + "?site=" + encodeURIComponent(site)
    + "&page=" + encodeURIComponent(location.pathname);
  var told = {};
  var count = 0;

  function send(more) {
    new Image().src = base + more;
  }

  // FNV-1a, twice with another start: 16 hex digits.
  function hash(text, start) {
    var value = start;
    for (var i = 0; i < text.length; i++) {
      value = Math.imul(value ^ text.charCodeAt(i), 16777619);
    }
    return ("0000000" + (value >>> 0).toString(16)).slice(-8);
  }

  // The path of a file, without what a build or a visitor puts into it.
  function file(url) {
    return String(url || "").replace(/[?#].*$/, "").replace(/^[a-z]+:\/\/[^/]+/i, "")
      .replace(/[0-9a-f]{6,}/gi, "*").replace(/\d+/g, "*");
  }

  function tell(kind, place) {
    var text = kind + " " + place;
    // A page that fails in a loop tells of it once.
    if (told[text] || count >= 5) return;
    told[text] = true;
    count++;
    var fingerprint = hash(text, 2166136261) + hash(text, 84696351);
    console.debug("smoke-runner: counted as error " + fingerprint + ": " + text);
    send("&error=" + fingerprint);
  }

  function note(event) {
    var target = event.target;
    if (target && target !== window && target.tagName) {
      tell("load " + target.tagName.toLowerCase(), file(target.src || target.href));
    } else if (event.type === "unhandledrejection") {
      var reason = event.reason;
      var frame = /https?:[^\s)]+/.exec(reason && reason.stack || "");
      tell("rejection " + (reason && reason.name || typeof reason), file(frame && frame[0]));
    } else {
      tell("error " + (event.error && event.error.name || "unknown"), file(event.filename) + ":" + (event.lineno || 0));
    }
  }

  send("");
  // A page may keep the errors from before this script came, and hand over those after it.
  if (window.smokeErrors) {
    window.smokeErrors.forEach(note);
    window.smokeErrors = { push: note };
  } else {
    addEventListener("error", note, true);
    addEventListener("unhandledrejection", note);
  }
})();
