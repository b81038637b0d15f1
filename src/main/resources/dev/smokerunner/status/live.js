// Shows the page anew when something changed. Without this script the page is as true as when it was loaded.
"use strict";
(() => {
  const lost = document.getElementById("lost");
  const page = () => document.getElementById("live");

  /** Nothing is taken away from somebody who is about to copy it. */
  const isBusy = () => String(getSelection()) !== "";

  async function renew() {
    if (isBusy()) return;
    const answer = await fetch(location.href, { redirect: "error" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = fresh.getElementById("live");
    if (content === null) return;
    const focused = document.activeElement?.getAttribute("href");
    page().replaceWith(document.adoptNode(content));
    document.title = fresh.title;
    const icon = fresh.querySelector("link[rel=icon]");
    document.querySelector("link[rel=icon]").href = icon.getAttribute("href");
    if (focused) page().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  const events = new EventSource("events");
  events.addEventListener("open", () => { lost.hidden = true; });
  events.addEventListener("error", () => { lost.hidden = false; });
  events.addEventListener("change", () => { renew().catch(() => { lost.hidden = false; }); });
})();
