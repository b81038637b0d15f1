// Looks at the page from a world of its own, so that what the page did to its globals does not matter.
// Takes {"selectors": [...], "required": how many of them must be seen, "render": bool} and returns JSON; cuts every text, so
// that no page can flood the runner.
async (specification) => {
  const { selectors, required, render } = JSON.parse(specification);
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
  // What has no room and shows nothing beyond its edges: what stands in it is laid out, and nobody sees it. What the window
  // shows is its own affair, a part without a box cuts nothing off, and what is placed by another part is not within.
  const cutsOff = (outer, style) =>
    outer !== document.body &&
    outer !== document.documentElement &&
    !/^(contents|inline)$/.test(style.display) &&
    ((style.overflowX !== "visible" && box(outer).width < 1) || (style.overflowY !== "visible" && box(outer).height < 1));
  const cutOffBy = (element) => {
    let position = getComputedStyle(element).position;
    for (let at = parentOf(element); at && position !== "fixed"; at = parentOf(at)) {
      const style = getComputedStyle(at);
      if (position === "absolute" && style.position === "static") continue;
      if (cutsOff(at, style)) return at;
      position = style.position;
    }
    return undefined;
  };
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
    if (isOutside(element)) return "it lies outside of the page";
    const outer = cutOffBy(element);
    return outer
      ? nameOf(outer) + " around it is " + Math.round(box(outer).width) + "x" + Math.round(box(outer).height) + " and cuts it off"
      : "the browser does not render it";
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

  const CONTROLS = "a[href],button,input,select,textarea,summary,label,[role=button],[onclick]";
  // What is in a frame of another site cannot be seen: consents and offers often are.
  const BUTTONS = "button,input[type=button],input[type=submit],[role=button],iframe";
  const isWithin = (element, outer) => {
    for (let at = element; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  };
  const alphaOf = (colour) => {
    const alpha = /^rgba?\([^)]*?[,/]\s*([\d.]+)(%?)\)$/.exec(colour.replace(/^rgb\(([^/]*)\)$/, "rgba($1, 1)"));
    return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
  };
  // What is more than nearly opaque hides what lies below; a colour that only dims a picture does not.
  const isOpaque = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    let opacity = pseudo ? Number(style.opacity) : 1;
    for (let at = element; at; at = parentOf(at)) opacity *= Number(getComputedStyle(at).opacity);
    const isPicture = !pseudo && /^(img|video|iframe|object|embed)$/.test(element.localName);
    return opacity * (isPicture ? 1 : alphaOf(style.backgroundColor)) >= 0.9;
  };
  const laidPseudos = (element) =>
    ["::before", "::after"].filter((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return style.content !== "none" && /^(absolute|fixed)$/.test(style.position);
    });
  const opaquePseudo = (element) => laidPseudos(element).find((pseudo) => isOpaque(element, pseudo));
  const isUsed = (element) => element.matches(CONTROLS) || element.localName === "form";
  // What takes a click in the place of a control without being one itself is in its way, however clear it is.
  const hides = (over, element) => isOpaque(over) || (isUsed(element) && !over.closest(CONTROLS));
  // What an element stands in is over it where a part made by a style lies on it, or where it lies behind the ground of that. A
  // label or a link takes clicks for what is in it.
  const hidesWithin = (outer, element) =>
    opaquePseudo(outer) || (element.matches(CONTROLS) && !element.disabled && !outer.closest(CONTROLS));

  // What lies over an element at one point of the window, the undermost of it; nothing where the element cannot be hit there.
  const overAt = (element, root, x, y) => {
    const here = root.elementsFromPoint(x, y).filter((hit) => hit.getRootNode() === root);
    const own = here.findIndex((hit) => isWithin(hit, element));
    const labels = [...(element.labels || [])];
    return here
      .slice(0, Math.max(0, own))
      .filter((over) => !labels.some((label) => isWithin(over, label)))
      .filter((over) => (isWithin(element, over) ? hidesWithin(over, element) : hides(over, element)))
      .pop();
  };
  // The centre, and half way to each corner: a banner at an edge and a badge on a corner leave enough to see and to click.
  const POINTS = [[0.5, 0.5], [0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]];
  const overIn = (element, root) => {
    const { left, top, right, bottom } = box(element);
    const [x1, x2] = [Math.max(0, left), Math.min(innerWidth, right)];
    const [y1, y2] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    if (x2 <= x1 || y2 <= y1) return undefined;
    let over;
    for (const [x, y] of POINTS) {
      const found = overAt(element, root, x1 + (x2 - x1) * x, y1 + (y2 - y1) * y);
      if (!found) return undefined;
      over = over || found;
    }
    return over;
  };
  // While a modal dialog is open, nothing beside it takes a click, wherever it lies.
  const modalOver = (element) => {
    if (!isUsed(element)) return undefined;
    return matching("dialog[open]", roots).find((dialog) => dialog.matches(":modal") && !isWithin(element, dialog));
  };
  const overInAnyRoot = (element) => {
    const modal = modalOver(element);
    if (modal) return modal;
    for (let at = element; at; at = at.getRootNode().host) {
      const over = overIn(at, at.getRootNode());
      if (over) return over;
    }
    return undefined;
  };
  const isInWindow = (element) => {
    const { left, top, right, bottom } = box(element);
    return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  };
  // Where the element is now, and in the middle of the window, where nothing that sticks to an edge is over it. All is back in
  // its place before the next frame is drawn, so that neither the page nor its picture notices.
  const overOf = (element) => {
    const now = overInAnyRoot(element);
    if (isInWindow(element) && !now) return undefined;
    const before = [];
    for (let at = parentOf(element); at; at = parentOf(at)) before.push([at, at.scrollLeft, at.scrollTop]);
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const then = overInAnyRoot(element);
    for (const [at, left, top] of before) {
      if (at.scrollLeft !== left || at.scrollTop !== top) at.scrollTo({ left, top, behavior: "instant" });
    }
    return then;
  };
  const shortName = (element) => {
    const id = typeof element.id === "string" && element.id ? "#" + element.id : "";
    const classes = id ? "" : [...element.classList].slice(0, 2).map((name) => "." + name).join("");
    return (element.localName + id + classes).slice(0, 100);
  };
  const outermost = (over, element) => {
    let outer = over;
    for (let at = parentOf(over); at && !isWithin(element, at); at = parentOf(at)) outer = at;
    return outer;
  };
  const isHit = (element) => {
    const { left, top, width, height } = box(element);
    const hit = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return Boolean(hit) && isWithin(hit, element);
  };
  // A frame of this site shows whether there is anything in it to press.
  const mayBePressed = (button) => {
    if (button.localName !== "iframe") return true;
    try {
      const inner = button.contentDocument;
      return !inner || inner.querySelector(CONTROLS) !== null;
    } catch (foreign) {
      return true;
    }
  };
  const hasButton = (part) => {
    const within = part.shadowRoot ? [...rootsOf(part), ...rootsOf(part.shadowRoot)] : rootsOf(part);
    const buttons = [part, ...matching(BUTTONS, within)].filter((element) => element.matches(BUTTONS));
    return buttons.some((button) => isVisible(button) && isHit(button) && mayBePressed(button));
  };
  // A consent, an age gate, an offer: it stands over the page until the visitor presses a button of it. A cover with nothing in
  // it only dims the page, for what stands beside it or calls itself a modal dialog.
  const isClosable = (outer) => {
    if (outer.childElementCount > 0 || outer.textContent.trim() || outer.shadowRoot) return hasButton(outer);
    const beside = [outer.previousElementSibling, outer.nextElementSibling].filter(
      (part) => part && /^(absolute|fixed)$/.test(getComputedStyle(part).position),
    );
    return [outer, ...beside, ...matching("dialog[open],[aria-modal=true]", roots)].some(hasButton);
  };
  const isWanted = (over) =>
    selectors.slice(0, required).some((css) => over.matches(css) || over.querySelector(css) !== null);
  const coverOf = (seen) => {
    let first;
    for (const element of seen.slice(0, MOST_TEXTS)) {
      const over = overOf(element);
      if (!over || (!isWithin(element, over) && isWanted(outermost(over, element)))) return undefined;
      first = first || [over, element];
    }
    if (!first) return undefined;
    const [over, element] = first;
    const outer = isWithin(element, over) ? over : outermost(over, element);
    const isAround = isWithin(element, over);
    const pseudo = isAround ? opaquePseudo(over) || laidPseudos(over)[0] || "" : "";
    return {
      by: shortName(over) + pseudo,
      text: isAround ? "" : textOf(outer).replace(/\s+/g, " ").slice(0, 100),
      opaque: isAround ? Boolean(opaquePseudo(over)) : isOpaque(over),
      closable: !isAround && isClosable(outer),
    };
  };

  // The outermost element that lets no click through to a control: what is inert, or what all pointers pass.
  // Who lets clicks through hands that down, and what lies within may take them all the same.
  const lockOf = (control) => {
    const isPassed = getComputedStyle(control).pointerEvents === "none";
    let lock;
    for (let at = control; at; at = parentOf(at)) {
      if (at.inert || (isPassed && getComputedStyle(at).pointerEvents === "none")) lock = at;
    }
    return lock;
  };
  const GRID = [0.1, 0.3, 0.5, 0.7, 0.9];
  const hits = () =>
    GRID.flatMap((x) => GRID.map((y) => document.elementFromPoint(innerWidth * x, innerHeight * y))).filter(Boolean);
  const takesClicks = (lock) => hits().some((hit) => !isWithin(lock, hit));
  // A layer that takes all clicks and has nothing to use or to look at, as loaders have it: no more than a line of text. What
  // shows a hand, or is a part whose inside cannot be seen, is not said to have none.
  const LONGEST_LINE = 200;
  const TO_LOOK_AT = "canvas,video,iframe,object,embed";
  const isIdle = (layer) =>
    !layer.localName.includes("-") &&
    layer.textContent.trim().length <= LONGEST_LINE &&
    ![layer, ...matching(CONTROLS + "," + TO_LOOK_AT, rootsOf(layer))].some((part) => part.matches(CONTROLS + "," + TO_LOOK_AT)) &&
    getComputedStyle(layer).cursor !== "pointer" &&
    getComputedStyle(layer).pointerEvents !== "none" &&
    !isClosable(layer);
  const layerOverAll = () => {
    let layer;
    for (let at = document.elementFromPoint(innerWidth / 2, innerHeight / 2); at && at !== document.body; at = parentOf(at)) {
      if (getComputedStyle(at).position === "fixed" && isIdle(at) && hits().every((hit) => isWithin(hit, at))) layer = at;
    }
    return layer;
  };
  const isUnder = (layer, control) => !isWithin(control, layer) && !(isInWindow(control) && isHit(control));
  // Where no control can be used, and a click anywhere meets nothing but what is behind them, or one layer over all of them,
  // visitors are locked out.
  const lockOfPage = () => {
    const layer = layerOverAll();
    let lock;
    let asked = 0;
    for (const control of matching(CONTROLS, roots)) {
      if (asked++ > MOST_OBJECTS) return "";
      if (control.disabled || !isVisible(control)) continue;
      const its = layer && isUnder(layer, control) ? layer : lockOf(control);
      if (!its) return "";
      lock = lock || its;
    }
    if (lock && lock === layer) return "<" + shortName(lock) + "> lies over all of it";
    if (!lock || takesClicks(lock)) return "";
    return nameOf(lock) + (lock.inert ? " is inert" : " has pointer-events: none");
  };

  // The part of an element that is in the window, in thousandths of the window.
  const regionOf = (element) => {
    if (!element || !hasArea(element) || !isInWindow(element)) return undefined;
    const span = (from, to, whole) => {
      const first = Math.min(999, Math.max(0, Math.floor((1000 * from) / whole)));
      return [first, Math.max(1, Math.min(1000, Math.ceil((1000 * to) / whole)) - first)];
    };
    const [left, width] = span(box(element).left, box(element).right, innerWidth);
    const [top, height] = span(box(element).top, box(element).bottom, innerHeight);
    return { left, top, width, height };
  };

  const sight = (css, index) => {
    let found;
    try {
      found = matching(css, roots);
    } catch (wrong) {
      return { css, matches: 0, visible: 0, texts: [], why: "it is not a CSS selector", inFrame: false };
    }
    const seen = found.filter((element) => isVisible(element) && !cutOffBy(element));
    const hidden = found.find((element) => !seen.includes(element));
    return {
      css,
      matches: found.length,
      visible: seen.length,
      texts: (seen.length ? seen : found).slice(0, MOST_TEXTS).map(textOf),
      why: hidden ? whyInvisible(hidden) : "",
      inFrame: found.length === 0 && isInFrame(css),
      cover: index < required ? coverOf(seen) : undefined,
      region: render ? regionOf(seen[0] || found[0]) : undefined,
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

  // Whether a text has a font for code, and the page has another one.
  const isSetAsCode = (element) => {
    const font = getComputedStyle(element).fontFamily;
    return /mono|courier|consolas|menlo/i.test(font) && font !== getComputedStyle(document.body).fontFamily;
  };

  // Visible texts with the marks of a template in them, outside of what shows code to people.
  const templateTexts = () => {
    const MARKS = /\$\{|\{\{|<%|#\{|%[A-Z]\w*%|__[A-Z]|@\w[\w.]*@|\[object [A-Z]\w*\]|\bInvalid Date/;
    const texts = [];
    let nodes = 0;
    for (const root of roots) {
      const walker = document.createTreeWalker(root.body || root, NodeFilter.SHOW_TEXT);
      while (texts.length < MOST_TEXTS && nodes++ < MOST_NODES && walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!parent || !MARKS.test(walker.currentNode.data.slice(0, LONGEST_PAGE))) continue;
        if (parent.closest("script,style,noscript,template,pre,code,kbd,samp,var,tt,textarea,[contenteditable]")) continue;
        if (isVisible(parent) && !isSetAsCode(parent)) texts.push(walker.currentNode.data.trim().slice(0, LONGEST_TEXT));
      }
    }
    return texts;
  };

  // A picture that a script fills in when it is scrolled to says so in one of these ways.
  const isFilledLater = (image) =>
    image.loading === "lazy" || image.getAttributeNames().some((name) => /src|lazy/.test(name) && name !== "src");
  const emptyPictures = () =>
    matching("img[src]", roots)
      .filter((image) => !image.getAttribute("src").trim() && !image.currentSrc && !isFilledLater(image) && isVisible(image))
      .slice(0, MOST_TEXTS)
      .map((image) => image.cloneNode().outerHTML.slice(0, LONGEST_TEXT));

  // Pictures that did not come and leave a gap that visitors see: what is smaller than an icon counts visits.
  const SMALLEST_ICON = 16;
  const leavesGap = (image) => box(image).width >= SMALLEST_ICON && box(image).height >= SMALLEST_ICON && isVisible(image);
  const lostPictures = () =>
    matching("img", roots)
      .filter((image) => image.complete && image.currentSrc && image.naturalWidth === 0 && leavesGap(image))
      .slice(0, MOST_TEXTS)
      .map((image) => image.currentSrc.slice(0, LONGEST_LINK));

  // Buttons that only their onclick makes one, and whose code the browser did not take: it is refused or cannot be parsed.
  const DOES_MORE = "[popovertarget],[commandfor],[data-toggle],[data-bs-toggle]";
  const isButtonAlone = (control) =>
    (control.matches("button,input[type=button]") ? !control.form || control.type === "button" : /^(#.*)?$/.test(control.getAttribute("href") || "")) &&
    !control.matches(DOES_MORE);
  const deadControls = () =>
    matching("button[onclick],input[type=button][onclick],a[onclick],[role=button][onclick]", roots)
      .filter((control) => control.getAttribute("onclick").trim() && control.onclick === null)
      .filter((control) => isButtonAlone(control) && !control.disabled && isVisible(control))
      .slice(0, MOST_TEXTS)
      .map((control) => control.cloneNode().outerHTML.replace(/<\/[^<]*$/, "").slice(0, LONGEST_TEXT));

  // What a person would name when asked what the page has; what only has an id comes last.
  const NAMED = "form,[role=form],[role=search],search,h1,h2,main,[role=main],nav,[role=navigation],header,footer";
  const MOST_NAMED = 60, MOST_IDS = 100, MOST_LINKS = 100, LONGEST_NAME = 100, LONGEST_LINK = 1000;
  const attribute = (element, name) => (element.getAttribute(name) || "").slice(0, LONGEST_NAME);
  const part = (element) => ({
    tag: element.localName.slice(0, LONGEST_NAME),
    id: attribute(element, "id"),
    name: attribute(element, "name"),
    role: attribute(element, "role"),
    text: /^h[12]$/.test(element.localName) ? textOf(element).slice(0, LONGEST_NAME) : "",
  });
  const firstVisible = (elements, most) => {
    const seen = [];
    for (const element of elements.slice(0, MOST_OBJECTS)) {
      if (seen.length < most && isVisible(element)) seen.push(element);
    }
    return seen;
  };
  const ownLinks = () => {
    const links = new Set();
    for (const link of matching("a[href]", roots).slice(0, MOST_OBJECTS)) {
      const url = String(link.href).split("#")[0];
      if (link.origin === location.origin && url.length <= LONGEST_LINK && links.size < MOST_LINKS) links.add(url);
    }
    return [...links];
  };
  const outline = () => {
    const named = firstVisible(matching(NAMED, roots), MOST_NAMED);
    const withId = matching("[id]", roots).slice(0, MOST_OBJECTS).filter((element) => !element.matches(NAMED));
    return { parts: [...named, ...firstVisible(withId, MOST_IDS)].map(part), links: ownLinks() };
  };

  const hasHandler = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
  // A script that was asked for is known by its request.
  const isScript = (script) => /^(text\/javascript|application\/javascript|module|)$/i.test(script.type.trim());
  const runsByItself = (script) => isScript(script) && !/^https?:/.test(script.src);
  const endsSoon = (animation) => animation.playState === "running" && animation.effect?.getComputedTiming().endTime < 60000;
  const isStill = () =>
    !document.getAnimations().some(endsSoon) &&
    ![...document.scripts].some(runsByItself) &&
    document.querySelector("iframe,frame,object,embed,meta[http-equiv=refresh i]") === null &&
    ![...document.querySelectorAll("*")].slice(0, MOST_NODES).some(hasHandler);

  // What a page says of itself while it waits: by ARIA, by a bar without a value, by a turning wheel or a shimmering place
  // without text.
  const turnsForEver = (animation) => {
    const target = animation.effect?.target;
    return target && animation.effect.getComputedTiming().endTime === Infinity && !target.textContent.trim() && isVisible(target);
  };
  const isBusy = () =>
    matching("[aria-busy=true],[role=progressbar],progress:not([value])", roots).slice(0, MOST_TEXTS).some(isVisible) ||
    document.getAnimations().slice(0, MOST_TEXTS).some(turnsForEver);

  // The words that the style libraries have for it (Bootstrap, Bulma, MUI, PrimeVue and Ionic), alone or within a name.
  const WAITING = /(^|[-_])(loading|loader|spinner|skeleton)([-_]|$)/i;
  const isCalledWaiting = (element) =>
    element.childElementCount === 0 && [...element.classList].some((name) => WAITING.test(name)) && isVisible(element);
  const isUnderWay = () =>
    isBusy() ||
    matching("[class*=load i],[class*=spinner i],[class*=skeleton i]", roots).slice(0, MOST_OBJECTS).some(isCalledWaiting);

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
  page.lock = lockOfPage();
  page.busy = isBusy();
  page.size = document.getElementsByTagName("*").length + text.length;
  page.mark = markOf(text.slice(0, LONGEST_PAGE));
  page.refresh = refreshOf().slice(0, 2000);
  if (render) {
    page.title = document.title.slice(0, LONGEST_TEXT);
    page.encoding = document.characterSet;
    page.emptyPictures = emptyPictures();
    page.lostPictures = lostPictures();
    page.deadControls = deadControls();
    page.templateTexts = templateTexts();
    page.text = visibleText(LONGEST_PAGE);
    page.underWay = isUnderWay();
    page.objects = visibleObjects(page.text !== "");
    page.elements = document.querySelectorAll("*").length;
    page.scripts = document.scripts.length;
    page.outline = outline();
    page.painted = performance.getEntriesByType("paint").length > 0;
    page.timing = {
      document: timing.responseEnd || 0,
      domContentLoaded: timing.domContentLoadedEventEnd || 0,
      load: timing.loadEventEnd || 0,
    };
  }
  return JSON.stringify(page);
}
