// What Python calls: finding controls of all kinds, measuring, scrolling, waiting.

// Kinds of the class other, the first that matches names the element.
const OTHERS = [
  ["slider", "input[type=range],[role=slider]"],
  ["number-input", "input[type=number],[role=spinbutton]"],
  ["button", "input[type=button],input[type=submit],input[type=reset]"],
  ["file-input", "input[type=file],input[type=color],input[type=image]"],
  ["text-input", "input:not([type=hidden]),textarea,[role=textbox],[role=searchbox]"],
  ["select", "select,[role=combobox],[role=listbox]"],
  ["tab", "[role=tab]"],
  ["progress", "progress,meter,[role=progressbar],[role=meter],[class*=spinner],[class*=progress],[class*=skeleton]"],
  ["pagination", "nav [class*=page] > *,[class*=pagination] li"],
  ["menu-item", "[role=menuitem],[role=treeitem],nav li"],
  ["avatar", "[class*=avatar]"],
  ["badge", "[class*=badge],[class*=tag],[class*=chip]"],
  ["logo", "[class*=logo],[class*=brand]"],
  ["button", "button,[role=button]"],
  ["link", "a[href],[role=link]"],
  ["alert", "[role=alert],[role=status],[class*=alert],[class*=toast]"],
  ["card", "article,figure,[class*=card]"],
  ["heading", "h1,h2,h3,h4,h5,h6,[role=heading],legend"],
  ["code", "pre,code,kbd"],
  ["table", "table,[role=grid]"],
  ["cell", "td,th,[role=gridcell],[role=columnheader]"],
  ["icon", "svg,i[class*=icon],i[class*=fa-],span[class*=icon]"],
  ["image", "img,picture,canvas,video"],
  ["text", "p,li,dt,dd,blockquote,label,figcaption,time,small,strong"],
];
const ANY_OTHER = OTHERS.map(([, selector]) => selector).join(",");

// Names under which people publish toggles that declare nothing to the browser: their state
// can't be read, and they must not pass for the class other either.
const MAYBE_TOGGLE = /check|radio|switch|toggle|toggler|tick|star\b|rating|\brate|heart|like|favou?rite|bookmark/i;
const NO_TOGGLE = /dropdown-toggle|navbar-toggle|menu-toggle|data-toggle|toggle-none/gi;
const RATING = /rating|\brate\b|-rate\b|stars/i;

const elements = new Map();
const ids = new WeakMap();

// Ids that a library draws at random differ from one visit to the next.
const isRandom = (id) => /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{7,}/i.test(id);
const selectorOf = (element) => {
  const parts = [];
  for (let here = element; here; ) {
    const { id, localName, parentElement } = dom(here);
    const root = dom(dom(here).getRootNode());
    let step = localName;
    if (id && !isRandom(id) && root.querySelectorAll(`#${CSS.escape(id)}`).length === 1) {
      step = `#${CSS.escape(id)}`;
    } else if (parentElement) {
      const same = [...dom(parentElement).children].filter((other) => dom(other).localName === localName);
      if (same.length > 1) step += `:nth-of-type(${same.indexOf(here) + 1})`;
    }
    parts.unshift(step);
    const up = step.startsWith("#") ? null : parentElement;
    if (up) { parts.unshift(" > "); here = up; continue; }
    const beyond = root.host || frameOf(here);
    if (beyond) parts.unshift(" >>> ");
    here = beyond;
  }
  return parts.join("");
};

const register = (element) => {
  if (!ids.has(element)) {
    const id = elements.size;
    ids.set(element, id);
    elements.set(id, element);
  }
  return ids.get(element);
};
// What a gallery's page says of the control in an element with data-design: which drawing it is, and
// what of it can be told from a picture.
const annotationsOf = (element) => {
  const host = [element, ...ancestors(element, 60)].find((here) => dom(here).hasAttribute && dom(here).hasAttribute("data-design"));
  const of = (name) => (host ? dom(host).getAttribute(`data-${name}`) : null);
  return { design: of("design"), drawn_as: of("control"), decidable: of("decidable") };
};
const describe = (element, kind) => ({
  ...annotationsOf(element),
  rtl: style(element).direction === "rtl",
  id: register(element),
  kind,
  role: dom(element).getAttribute("role"),
  tag: dom(element).localName,
  selector: selectorOf(element),
  lang: [element, ...ancestors(element, 60)].map((here) => dom(here).getAttribute("lang")).find(Boolean) || dom(dom(element).ownerDocument).documentElement.lang || null,
});

// Closed shadow roots around a node become readable once the browser has handed it over.
const discover = (node) => {
  for (let root = dom(node).getRootNode(); dom(root).host; root = root.host.getRootNode()) if (!root.host.shadowRoot) closed.set(root.host, root);
};
// Takes elements that are toggles by the accessibility tree, with their role and name there.
// Returns the number of each that is one by that alone, and null for the others.
const registerToggles = (about, ...nodes) => nodes.map((element, index) => {
  if (dom(element).nodeType !== 1) return null;
  discover(element);
  if (!isCustom(element) || dom(element).matches(TOGGLES)) return null;
  inTree.set(element, about[index]);
  return register(element);
});
const registerListeners = (_, ...nodes) => nodes.map((node) => {
  if (dom(node).nodeType !== 1) return null;
  discover(node);
  listening.add(node);
  return null;
});
const elementOf = (id) => elements.get(id);

const kindOfToggle = (element) => {
  const known = inTree.get(element);
  const role = element.getAttribute("role") || (known ? known.role : null);
  if (element.hasAttribute("aria-pressed") || (known && /button/i.test(known.role))) return "toggle-button";
  const input = inputOf(element);
  const name = `${classes(element)} ${input ? classes(input) : ""} ${ancestors(element, 2).map(classes).join(" ")}`;
  if (role && role !== "presentation" && role !== "none" && role !== "button") return role;
  if (input && input.type === "checkbox" && /switch|toggle/i.test(name)) return "switch";
  return input ? input.type : role;
};

let suspects = [];
let clickables = new Map(); // what takes clicks and declares no state → whether it is named like a toggle
let frames = []; // those whose documents can't be read

const describeClickable = (element, kind) => ({
  ...describe(element, kind), clickable: true, plain: dom(element).matches(BUTTON), suspect: clickables.get(element),
  parent: keyOf(parent(element) || element), hidden: isInvisible(element) || isAway(drawnBox(element)),
  depth: ancestors(element, Infinity).filter((here) => clickables.has(here)).length,
});

const find = ({ include, exclude, other }) => {
  const all = [];
  for (const root of roots()) {
    const { host } = dom(root);
    for (const element of dom(root).querySelectorAll("*")) {
      if (include && !dom(element).closest(include) && !(host && host.closest(include))) continue;
      if (exclude && (dom(element).closest(exclude) || (host && host.closest(exclude)))) continue;
      all.push(element);
    }
  }
  const candidates = all.filter(isToggle);
  merge(candidates);
  toggles = candidates.filter((element) => !merged.has(element));
  countToggles();
  const dropped = [];
  const drop = (reason, element) => { dropped.push([reason, selectorOf(element)]); };
  const isRating = (element) => [element, ...ancestors(element, 4)].some((here) => RATING.test(dom(here).getAttribute("class") || "") || RATING.test(dom(here).localName));
  const isPlainOption = (element) => element.getAttribute("role") === "option" && ![...descendants(element)].some((inner) => /check|tick/i.test(classes(inner)));
  const usable = toggles.filter((element) => {
    // A rating fills all stars up to the chosen one, which alone is checked in the DOM.
    if (isRating(element)) { drop("rating", element); return false; }
    if (isPlainOption(element)) return false;
    return true;
  });
  const inToggle = new Set();
  for (const element of [...toggles, ...merged.keys()]) {
    for (const here of [element, ...labelsOf(element)]) {
      inToggle.add(here);
      for (const inner of descendants(here)) inToggle.add(inner);
    }
  }
  const aroundToggle = new Set();
  for (const element of toggles) for (const here of ancestors(element, 100)) aroundToggle.add(here);
  const isSuspect = (element) => {
    const names = [element, ...ancestors(element, 3), ...descendants(element)].map(classes).join(" ");
    return MAYBE_TOGGLE.test(names.replace(NO_TOGGLE, ""));
  };
  virtualLists().forEach((element) => drop("list that is drawn as it is scrolled", element));
  const isFree = (element) => !inToggle.has(element) && !aroundToggle.has(element);
  const drawn = toggles.map(controlBox).filter((box) => isLarge(box));
  // A part of a toggle's drawing that is no part of it in the document.
  const isPart = (element) => drawn.some((box) => intersection(box, drawnBox(element)));
  clickables = new Map(all.filter((element) => isFree(element) && isClickable(element) && !isPart(element)).map((element) => [element, isSuspect(element)]));
  const kindOf = (element) => (OTHERS.find(([, selector]) => dom(element).matches(selector)) || ["element"])[0];
  frames = all.filter((element) => /^(IFRAME|FRAME|OBJECT|EMBED)$/.test(dom(element).tagName) && !element.contentDocument && isLarge(rectOf(element)));
  frames.forEach((element) => drop("frame that can't be read", element));
  const others = [];
  suspects = [];
  for (const element of all) {
    const asked = other && dom(element).matches(other);
    if (!asked && !dom(element).matches(ANY_OTHER)) continue;
    if (!isFree(element)) continue;
    if (!asked && dom(element).closest("svg") && dom(element).localName !== "svg") continue;
    // An element that the user names is one control: a tick in it is none of its own.
    if (!asked && other && dom(element).closest(other) && !hasText(element)) continue;
    if (!asked && isSuspect(element)) {
      suspects.push(element);
      // What takes clicks is clicked first.
      if (![element, ...ancestors(element, Infinity)].some((here) => clickables.get(here))) drop("maybe a toggle", element);
      continue;
    }
    // A large canvas declares nothing of its parts.
    if (dom(element).localName === "canvas" && !clickables.has(element)) continue;
    const kind = (asked && dom(element).dataset.kind) || kindOf(element);
    others.push(clickables.has(element) ? describeClickable(element, kind) : describe(element, kind));
  }
  const described = new Set(others.map(({ id }) => id));
  const meta = dom(document).querySelector('meta[name="checkboxnet:kit"]');
  return {
    kit: meta ? meta.content : null,
    toggles: usable.map((element) => ({ ...describe(element, kindOfToggle(element)), group: groupOf(element), disabled: isDisabled(element) })),
    others,
    clickables: [...clickables.keys()].filter((element) => !described.has(ids.get(element))).map((element) => describeClickable(element, kindOf(element))),
    frames: frames.map(register),
    opaque: all.filter((element) => isFree(element) && isOpaque(element) && isLarge(rectOf(element))).map((element) => [register(element), selectorOf(element)]),
    dropped,
  };
};

// What a screen reader calls a toggle, near enough to recognise it by.
const words = (node) => {
  const { nodeType, tagName } = dom(node);
  if (nodeType === 3) return node.data;
  return /^(STYLE|SCRIPT|TEMPLATE)$/i.test(tagName) ? "" : children(node).map(words).join(" ");
};
const nameOf = (toggle) => {
  const input = inputOf(toggle);
  const attribute = (name) => [toggle, input].map((here) => here && here.getAttribute(name)).find(Boolean) || "";
  const outermost = (label, _, all) => !all.some((other) => other !== label && contains(other, label));
  const labels = labelsOf(toggle).filter(outermost).map(words).join(" ");
  const given = toggle.hasAttribute("aria-labelledby") ? [labels, attribute("aria-label")] : [attribute("aria-label"), labels];
  const names = [...given, words(toggle), attribute("title")].map((name) => name.replace(/\s+/g, " ").trim());
  return (names.find(Boolean) || (inTree.get(toggle) || { name: "" }).name).slice(0, 200);
};
const names = (wanted) => {
  countToggles();
  return Object.fromEntries(wanted.map((id) => [id, nameOf(elements.get(id))]));
};

const inView = (box) => box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
const nearView = (element) => {
  const input = inputOf(element);
  return [element, ...(input && input.labels ? input.labels : []), parent(element)].filter(Boolean).some((here) => {
    const box = rectOf(here);
    return box.bottom > -50 && box.top < window.innerHeight + 50;
  });
};

const places = new Map(); // where elements were measured last
const whyGone = (element) => {
  const box = places.get(element);
  const there = box && elementAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const isSuccessor = (here) => dom(here).localName === dom(element).localName && !ids.has(here);
  return there && [there, ...ancestors(there, 3)].some(isSuccessor) ? "replaced" : "removed";
};

// Where an element is seen and its state, or why it isn't seen.
const measureOne = (element, isOfToggles) => {
  if (!dom(element).isConnected) return { gone: whyGone(element) };
  const whole = rectOf(element);
  if (isOfToggles ? !nearView(element) : whole.bottom < 0 || whole.top > window.innerHeight) return { gone: "off-screen" };
  if (isInTurnedFrame(element)) return { gone: "in a turned frame" };
  const other = () => ({ box: clickables.has(element) ? drawnBox(element) : union(ink(element)), by: element });
  const { box: control, by } = (isOfToggles ? drawingOf(element) : other()) || { box: null };
  if (!isLarge(control) || isInvisible(by)) return { gone: "invisible" };
  const labels = isOfToggles ? labelsOf(element) : [];
  if (!inView(control) || clippedBy(element, control)) return { gone: "off-screen" };
  if (!isReached(by, control)) return { gone: "invisible" };
  if (isCovered(control, element, labels)) return { gone: "covered" };
  places.set(element, control);
  const labelled = isOfToggles ? labelledBox(element, control, labels) : control;
  const row = isOfToggles ? rowBox(element, labelled) : wider(ancestors(element, 3), control, 900, 200);
  return { state: isOfToggles ? stateOf(element) : null, disabled: isOfToggles && isDisabled(element), control: flat(control), labelled: flat(labelled), row: row && flat(row) };
};

const measure = (wanted, states = {}) => {
  treeStates = states;
  countToggles();
  const known = new Set(toggles);
  return Object.fromEntries(wanted.map((id) => [id, measureOne(elements.get(id), known.has(elements.get(id)))]));
};

// The boxes of those elements that are drawn, by their names.
const boxesOf = (elements, boxOf, nameOf) => Object.fromEntries([...elements].flatMap((element, index) => {
  const box = dom(element).isConnected ? boxOf(element) : null;
  return isLarge(box) ? [[nameOf(element, index), flat(box)]] : [];
}));
const ifInHeight = (box) => (box.bottom > 0 && box.top < window.innerHeight ? box : null);
const ifSmall = (box) => (width(box) < 500 && height(box) < 200 ? box : null);
// Where toggles are drawn that a crop of something else must keep clear of.
const toggleBoxes = () => ({
  ...boxesOf(toggles, (element) => (nearView(element) ? controlBox(element) : null), register),
  ...boxesOf(suspects, (element) => ifSmall(rectOf(element)) && ifInHeight(rectOf(element)), (_, index) => `suspect-${index}`),
});
// Where things are drawn that may hold toggles, whatever the document declares.
const unreadableBoxes = () => {
  const canvases = [...roots()].flatMap((root) => [...dom(root).querySelectorAll("canvas")]);
  return boxesOf(new Set([...clickables.keys(), ...frames, ...canvases]), (element) => ifInHeight(drawnBox(element)), register);
};

// A point where a click reaches the control, and no link inside its label; or why there is none.
const clickPoint = (id) => {
  const toggle = elements.get(id);
  if (!toggle.isConnected) return `${whyGone(toggle)} by a click`;
  if (clickables.has(toggle)) return pointOn(toggle) || "cannot be clicked";
  const control = controlBox(toggle);
  if (!isLarge(control) || !inView(control)) return "cannot be clicked";
  const labels = labelsOf(toggle);
  const reaches = ([x, y]) => {
    const hit = elementAt(x, y);
    if (!hit || (contains(hit, toggle) && hit !== toggle && !labels.some((label) => contains(label, hit)))) return false;
    const link = dom(hit).closest("a[href]");
    if (link && !contains(toggle, link)) return false;
    return belongs(hit, toggle, labels, control);
  };
  const boxes = [control, ...labels.flatMap((label) => ink(label))];
  const points = boxes.filter(inView).flatMap((box) => [0.5, 0.25, 0.75].map((f) => [box.left + width(box) * f, box.top + height(box) / 2]));
  return points.find(reaches) || "cannot be clicked";
};

const show = (id) => {
  const element = elements.get(id);
  if (!dom(element).isConnected) return;
  const shown = isNative(element) && (isInvisible(element) || isAway(rectOf(element))) && element.labels && element.labels[0] ? element.labels[0] : element;
  const { style: inline } = dom(shown);
  const before = inline.scrollMargin;
  // Clear of sticky headers and footers.
  inline.scrollMargin = "96px 24px";
  dom(shown).scrollIntoView({ block: "start", inline: "nearest", behavior: "instant" });
  inline.scrollMargin = before;
  if (dom(shown).getAttribute("style") === "") dom(shown).removeAttribute("style");
};

// Takes the focus away and brings every animation to its end, or to its start if it has none.
const settle = () => {
  for (const root of roots()) {
    if (dom(root).nodeType === 9) dom(root).defaultView.getSelection().removeAllRanges();
    const { activeElement } = dom(root);
    if (activeElement && dom(activeElement).blur && activeElement !== dom(document).body) dom(activeElement).blur();
    for (const animation of dom(root).getAnimations()) {
      const timing = animation.effect && animation.effect.getComputedTiming();
      if (!timing || animation.playState === "finished" || animation.playState === "idle") continue;
      if (timing.endTime === Infinity) animation.cancel();
      else animation.finish();
    }
  }
};

// Resolves once the document has not changed for a while, and fonts are there; one that never
// arrives costs `fontLimit` milliseconds once.
let fontsWaited = 0;
const quiet = async (milliseconds, limit, fontLimit = 0) => {
  const { documentElement, fonts } = dom(document);
  // Fonts are fetched once a layout asks for them: until then there is nothing to wait for.
  documentElement.getBoundingClientRect();
  const begin = performance.now();
  await Promise.race([fonts.ready, new Promise((resolve) => setTimeout(resolve, fontLimit - fontsWaited))]);
  fontsWaited += performance.now() - begin;
  await still(milliseconds, limit);
};
const still = (milliseconds, limit) => new Promise((resolve) => {
  const end = performance.now() + limit;
  let last = performance.now();
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  const check = () => {
    const now = performance.now();
    if (now - last >= milliseconds || now > end) { observer.disconnect(); resolve(); } else setTimeout(check, 20);
  };
  check();
});

// What of the window a screenshot shows, and how.
const view = () => ({
  left: window.scrollX, top: window.scrollY, width: window.innerWidth, height: window.innerHeight, scale: window.devicePixelRatio,
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
});

// Styles are known while a function runs, since the page stands still meanwhile.
const withStyles = (called) => (...args) => { styles = new Map(); return called(...args); };
const called = { registerToggles, registerListeners, elementOf, find, names, measure, toggleBoxes, unreadableBoxes, clickPoint, show, settle, quiet, view, startsAtTopLeft };
const scripts = Object.fromEntries(Object.entries(called).map(([name, one]) => [name, withStyles(one)]));
