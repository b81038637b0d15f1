// Looks at the page from a world of its own, so that what the page did to its globals does not matter.
// Takes {"selectors": [...], "render": bool} and returns JSON; cuts every text, so that no page can flood the runner.
async (specification) => {
  const { selectors, render } = JSON.parse(specification);
  const LONGEST_TEXT = 500, LONGEST_PAGE = 2000, MOST_TEXTS = 20, MOST_NODES = 50000, MOST_OBJECTS = 1000;
  const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };

  // Two turns of the event loop: what has arrived is handled before anything is looked at.
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => setTimeout(done, 0));

  const rootsOf = (start) => {
    const roots = [start];
    for (let i = 0; i < roots.length; i++) {
      let nodes = 0;
      for (const element of roots[i].querySelectorAll("*")) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (++nodes > MOST_NODES) break;
      }
    }
    return roots;
  };
  const roots = rootsOf(document);
  const matching = (selector, within) => within.flatMap((root) => [...root.querySelectorAll(selector)]);
  const box = (element) => element.getBoundingClientRect();
  const hasArea = (element) => box(element).width > 0 && box(element).height > 0;
  const isOutside = (element) => box(element).right + scrollX <= 0 || box(element).bottom + scrollY <= 0;
  const isVisible = (element) => element.checkVisibility(SEEN) && hasArea(element) && !isOutside(element);
  const parentOf = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host;
  const nameOf = (element) => {
    const id = typeof element.id === "string" && element.id ? "#" + element.id : "";
    return "<" + (element.localName + id).slice(0, 60) + ">";
  };

  const whyInvisible = (element) => {
    for (let at = element; at; at = parentOf(at)) {
      const style = getComputedStyle(at);
      const on = at === element ? "" : " on " + nameOf(at);
      if (style.display === "none") return "display: none" + on;
      if (at === element && style.visibility !== "visible") return "visibility: " + style.visibility;
      if (Number(style.opacity) === 0) return "opacity: 0" + on;
      if (at !== element && style.contentVisibility === "hidden") return "content-visibility: hidden" + on;
    }
    if (!hasArea(element)) return "its box is " + Math.round(box(element).width) + "x" + Math.round(box(element).height);
    return isOutside(element) ? "it lies outside of the page" : "the browser does not render it";
  };
  const textOf = (element) => {
    const isButton = element.localName === "input" && /^(button|submit|reset)$/.test(element.type);
    return String((isButton ? element.value : element.innerText) ?? element.textContent ?? "").trim().slice(0, LONGEST_TEXT);
  };
  const isInFrame = (selector) =>
    matching("iframe,frame", roots).some((frame) => {
      try {
        return matching(selector, rootsOf(frame.contentDocument)).length > 0;
      } catch (foreign) {
        return false;
      }
    });

  const sight = (css) => {
    let found;
    try {
      found = matching(css, roots);
    } catch (wrong) {
      return { css, matches: 0, visible: 0, texts: [], why: "it is not a CSS selector", inFrame: false };
    }
    const seen = found.filter(isVisible);
    const hidden = found.find((element) => !seen.includes(element));
    return {
      css,
      matches: found.length,
      visible: seen.length,
      texts: (seen.length ? seen : found).slice(0, MOST_TEXTS).map(textOf),
      why: hidden ? whyInvisible(hidden) : "",
      inFrame: found.length === 0 && isInFrame(css),
    };
  };

  const visibleText = (longest) => {
    let text = "";
    let nodes = 0;
    for (const root of roots) {
      const walker = document.createTreeWalker(root.body || root, NodeFilter.SHOW_TEXT);
      while (text.length < longest && nodes++ < MOST_NODES && walker.nextNode()) {
        const words = walker.currentNode.data.slice(0, LONGEST_PAGE).replace(/\s+/g, " ").trim();
        const parent = walker.currentNode.parentElement || root.host;
        if (words && parent && !/^(script|style|noscript|template)$/.test(parent.localName) && isVisible(parent)) {
          text += (text ? " " : "") + words;
        }
      }
    }
    return text.slice(0, longest);
  };

  const isDecorated = (element) =>
    [null, "::before", "::after"].some((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return style.backgroundImage !== "none" || (pseudo && !/^(none|normal|""|"\s*")$/.test(style.content));
    });
  const visibleObjects = (hasText) => {
    const objects = matching("img,svg,canvas,video,iframe,object,embed,input,button,select,textarea", roots)
      .filter((element) => element.localName !== "img" || element.naturalWidth > 0)
      .slice(0, MOST_OBJECTS)
      .filter(isVisible).length;
    if (objects > 0 || hasText) return objects;
    // Only a page that shows nothing else is searched for pictures of its style sheets: that is slow.
    return matching("body,body *", roots).slice(0, 5000).filter((element) => isVisible(element) && isDecorated(element)).length;
  };

  const hasHandler = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
  // A script that was asked for is known by its request.
  const isScript = (script) => /^(text\/javascript|application\/javascript|module|)$/i.test(script.type.trim());
  const runsByItself = (script) => isScript(script) && !/^https?:/.test(script.src);
  const isStill = () =>
    ![...document.scripts].some(runsByItself) &&
    document.querySelector("iframe,frame,object,embed,meta[http-equiv=refresh i]") === null &&
    ![...document.querySelectorAll("*")].slice(0, MOST_NODES).some(hasHandler);

  const markOf = (text) => {
    let mark = 0;
    for (let i = 0; i < text.length; i++) mark = (mark * 31 + text.charCodeAt(i)) | 0;
    return String(mark);
  };
  const refreshOf = () => document.querySelector("meta[http-equiv=refresh i]")?.content || "";

  const text = (document.body || document.documentElement)?.textContent || "";
  const timing = performance.getEntriesByType("navigation")[0] || {};
  const page = { href: location.href.slice(0, 8000), still: isStill(), sightings: selectors.map(sight) };
  page.shown = visibleText(1) !== "" || visibleObjects(false) > 0;
  page.size = document.getElementsByTagName("*").length + text.length;
  page.mark = markOf(text.slice(0, LONGEST_PAGE));
  page.refresh = refreshOf().slice(0, 2000);
  if (render) {
    page.title = document.title.slice(0, LONGEST_TEXT);
    page.text = visibleText(LONGEST_PAGE);
    page.objects = visibleObjects(page.text !== "");
    page.elements = document.querySelectorAll("*").length;
    page.scripts = document.scripts.length;
    page.timing = {
      document: timing.responseEnd || 0,
      domContentLoaded: timing.domContentLoadedEventEnd || 0,
      load: timing.loadEventEnd || 0,
    };
  }
  return JSON.stringify(page);
}
