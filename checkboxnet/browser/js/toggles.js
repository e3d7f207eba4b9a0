// Two-state controls: which they are, where they are drawn (often not where their input is), what
// lies over them, and the state that the DOM declares.

// A form is none, whatever its role.
const TOGGLES = `:is(${[
  "input[type=checkbox]", "input[type=radio]",
  ...["checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"].map((role) => `[role=${role}]`),
  "[aria-pressed]", "[role=option][aria-selected]",
].join(",")}):not(form)`;

// Toggles that only the browser's accessibility tree knows as such: their role and name there, and
// their states by number.
const inTree = new Map();
let treeStates = {};
const isToggle = (element) => dom(element).matches(TOGGLES) || inTree.has(element);

const isNative = (element) => dom(element).tagName === "INPUT" && /^(checkbox|radio)$/.test(element.type);
const partner = new WeakMap(); // an ARIA control → the native input inside or beside it
const inputOf = (toggle) => (isNative(toggle) ? toggle : partner.get(toggle));
const merged = new Map(); // what is no control of its own → the control that it is part of
let toggles = [];
let inside = new Map(); // an element → how many toggles it holds
const countToggles = () => {
  inside = new Map();
  for (const toggle of toggles) for (const here of ancestors(toggle, 200)) inside.set(here, (inside.get(here) || 0) + 1);
};
const holdsOthersToo = (scope, toggle) => {
  const own = merged.get(toggle) || toggle;
  return (inside.get(scope) || 0) > (scope !== own && contains(scope, own) ? 1 : 0);
};
// What surrounds a toggle and no other one, from the inside out.
const scopesOf = (toggle) => {
  const around = ancestors(toggle, 4);
  const end = around.findIndex((scope) => holdsOthersToo(scope, toggle) || /^(FORM|FIELDSET|BODY|TABLE|UL|OL)$/.test(dom(scope).tagName));
  return end < 0 ? around : around.slice(0, end);
};

const merge = (found) => {
  // A native input and an ARIA element that are one control: one in the other, or a hidden
  // input that a button with a role keeps beside itself for forms.
  const aria = found.filter((element) => !isNative(element));
  for (const element of aria) {
    const within = [...descendants(element)].filter((inner) => found.includes(inner));
    const natives = within.filter(isNative);
    let input = within.length === 1 && natives.length === 1 ? natives[0] : null;
    if (!input) {
      const beside = [element.previousElementSibling, element.nextElementSibling].filter(Boolean);
      input = beside.find((other) => isNative(other) && (other.getAttribute("aria-hidden") === "true" || isInvisible(other)) && !(other.labels && [...other.labels].some((label) => !contains(label, element) && label.htmlFor)));
    }
    if (input && !merged.has(input)) {
      merged.set(input, element);
      partner.set(element, input);
    } else if (within.length && !input) {
      // An ARIA wrapper around another ARIA control, or around several: only the inner ones count.
      merged.set(element, within[0]);
    }
  }
};

const labelsOf = (toggle) => {
  const input = partner.get(toggle) || toggle;
  const root = dom(toggle.getRootNode());
  const named = (toggle.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => root.getElementById && root.getElementById(id));
  const wrapping = [toggle, ...ancestors(toggle, 6)].find((here) => dom(here).tagName === "LABEL");
  // A custom element has no list of its labels, unless it makes one for the page's scripts.
  const forIt = toggle.id && toggle.localName.includes("-") ? root.querySelector(`label[for="${CSS.escape(toggle.id)}"]`) : null;
  const found = new Set([...(input.labels || []), ...(toggle.labels || []), ...named, forIt, wrapping].filter(Boolean));
  const host = root.host;
  if (host && !holdsOthersToo(host, toggle)) found.add(host);
  return [...found].filter((label) => !holdsOthersToo(label, toggle));
};

// What the first box is drawn as one with: the boxes that touch it, or nearly, and so on.
const firstCluster = (boxes, gap = 3) => {
  let box = boxes[0];
  for (let grown = true; grown; ) {
    grown = false;
    const near = { left: box.left - gap, top: box.top - Math.min(gap, 3), right: box.right + gap, bottom: box.bottom + Math.min(gap, 3) };
    for (const other of boxes) {
      if (!intersection(near, other)) continue;
      const both = union([box, other]);
      if (width(both) > width(box) + 0.5 || height(both) > height(box) + 0.5) { box = both; grown = true; }
    }
  }
  return box;
};

const drawnInput = (input) => {
  const box = rectOf(input);
  if (isInvisible(input) || !isLarge(box) || isAway(box)) return null;
  const css = style(input);
  const pseudos = pseudoBoxes(input);
  if (css.appearance === "none" && !paintedBy(css) && !pseudos.length) return null;
  const all = [box, ...pseudos.filter((other) => width(other) < 120 && height(other) < 120)];
  return { box: union(all), by: input };
};
const fits = (box) => isLarge(box) && width(box) <= 420 && height(box) <= 220;

// A thumb with the track it runs in, which may be drawn by an element further out.
const withTrack = (input, thumb) => {
  let box = thumb;
  for (const scope of ancestors(input, 3)) {
    if (hasText(scope) || holdsOthersToo(scope, input)) break;
    const whole = union([box, ...ink(scope, { skip: input })]);
    if (width(whole) > 3 * width(thumb) + 4 || height(whole) > 2.2 * height(thumb) + 4 || width(whole) > 160) break;
    box = whole;
  }
  return box;
};

// What is drawn in the place of a hidden input, and the element that it is drawn by: a sibling, the
// parent, a pseudo-element of the label, or the whole label where that is drawn as a button, chip
// or card.
const standIn = (input) => {
  for (const sibling of [input.nextElementSibling, input.previousElementSibling]) {
    if (!sibling || isToggle(sibling)) continue;
    // Words inside a switch that is drawn around them are part of it.
    if (hasText(sibling)) {
      if (dom(sibling).tagName !== "LABEL" && paintedBy(style(sibling)) && isShown(sibling) && fits(rectOf(sibling)) && height(rectOf(sibling)) <= 80) return { box: rectOf(sibling), by: sibling };
      continue;
    }
    const boxes = ink(sibling, { text: false });
    if (boxes.length && fits(firstCluster(boxes))) return { box: withTrack(input, firstCluster(boxes)), by: sibling };
  }
  // A label beside the input that is drawn as a button, chip or card, whatever icons it holds.
  for (const label of input.labels || []) {
    if (!contains(label, input) && paintedBy(style(label)) && isShown(label) && fits(rectOf(label))) return { box: rectOf(label), by: label };
  }
  for (const scope of scopesOf(input)) {
    const boxes = ink(scope, { text: false, skip: input });
    if (boxes.length && fits(firstCluster(boxes))) return { box: firstCluster(boxes), by: scope };
    if (paintedBy(style(scope)) && fits(rectOf(scope)) && isShown(scope)) return { box: rectOf(scope), by: scope };
  }
  for (const label of input.labels || []) {
    const pictures = ink(label, { text: false });
    if (pictures.length && fits(firstCluster(pictures))) return { box: firstCluster(pictures), by: label };
    const painted = [label, ...descendants(label)].find((here) => paintedBy(style(here)) && isShown(here) && fits(rectOf(here)));
    if (painted) return { box: rectOf(painted), by: painted };
  }
  return null;
};

const drawnAria = (element) => {
  if (isInvisible(element)) return null;
  const box = rectOf(element);
  const painted = paintedBy(style(element));
  const drawn = (found) => (found ? { box: found, by: element } : null);
  if (hasText(element)) {
    if (painted && isLarge(box)) return drawn(box);
    const boxes = ink(element, { text: false });
    if (boxes.length && fits(firstCluster(boxes))) return drawn(firstCluster(boxes));
    return drawn(union(ink(element)) || (isLarge(box) ? box : null));
  }
  const all = union(ink(element));
  return drawn(isLarge(all) ? all : isLarge(box) ? box : null);
};

// Where a toggle is drawn, and by which element; null if it isn't.
const drawingOf = (toggle) => {
  if (isNative(toggle)) return drawnInput(toggle) || standIn(toggle);
  const own = drawnAria(toggle);
  const input = partner.get(toggle);
  return own || (input ? drawnInput(input) || standIn(input) : standIn(toggle));
};
const controlBox = (toggle) => (drawingOf(toggle) || { box: null }).box;

const clippedBy = (element, box) => {
  for (const here of ancestors(element, 60)) {
    const css = style(here);
    if (css.overflowX === "visible" && css.overflowY === "visible") continue;
    if (/^(BODY|HTML)$/.test(dom(here).tagName)) continue;
    const limit = rectOf(here);
    if (box.left < limit.left - 2 || box.right > limit.right + 2 || box.top < limit.top - 2 || box.bottom > limit.bottom + 2) {
      // A label or switch of its own clips only what it holds, which is measured already.
      if (width(limit) >= width(box) * 0.8 && height(limit) >= height(box) * 0.8) return true;
    }
  }
  return false;
};

const labelledBox = (toggle, control, labels) => {
  const boxes = [control];
  for (const label of labels) {
    const drawn = union(ink(label));
    if (drawn && width(drawn) <= 1400 && height(drawn) <= 300) boxes.push(drawn);
  }
  if (!isNative(toggle) && hasText(toggle)) boxes.push(...ink(toggle));
  const box = union(boxes);
  if (width(box) > width(control) + 2 || height(box) > height(control) + 2) return box;
  // Without a formal label: the words beside it, if they are beside no other toggle.
  for (const scope of ancestors(partner.get(toggle) || toggle, 3)) {
    if (holdsOthersToo(scope, toggle)) break;
    if (!hasText(scope)) continue;
    const around = firstCluster([control, ...ink(scope)], 16);
    return width(around) <= 600 && height(around) <= 120 ? around : box;
  }
  return box;
};

// The first of some scopes that draws more than a box, if that is no more than a row or card.
const wider = (scopes, box, mostWidth, mostHeight) => {
  for (const scope of scopes) {
    const drawn = union([box, ...ink(scope)]);
    if (width(drawn) > mostWidth || height(drawn) > mostHeight) return null;
    if (width(drawn) > width(box) + 8 || height(drawn) > height(box) + 8) return drawn;
  }
  return null;
};
const rowBox = (toggle, labelled) => {
  const scopes = ancestors(partner.get(toggle) || toggle, 6);
  const end = scopes.findIndex((scope) => /^(BODY|FORM|HTML|MAIN)$/.test(dom(scope).tagName) || holdsOthersToo(scope, toggle));
  return wider(end < 0 ? scopes : scopes.slice(0, end), labelled, 1400, 260);
};

const elementAt = (x, y) => {
  let root = document, hit = null;
  for (let depth = 0; depth < 30; depth += 1) {
    const found = dom(root).elementFromPoint(x, y);
    if (!found || found === hit) return hit;
    hit = found;
    if (shadowOf(hit)) root = shadowOf(hit);
    else if (isFrame(hit) && hit.contentDocument && contentOf(hit)) {
      [x, y] = intoFrame(hit, x, y);
      root = hit.contentDocument;
    } else return hit;
  }
  return hit;
};
// Whether what is hit at a point is the control, its label, what stands in for it, or what they
// stand on; and not something that merely lies in the same container and covers them.
const belongs = (hit, element, labels, box) => {
  const input = partner.get(element);
  if ([element, input, ...labels].some((member) => member && contains(member, hit))) return true;
  if (contains(hit, element)) return true;
  const drawn = rectOf(hit);
  if (width(drawn) > 2 * width(box) + 8 || height(drawn) > 2 * height(box) + 8) return false;
  return scopesOf(element).some((scope) => contains(scope, hit));
};
const isCovered = (box, element, labels) => {
  const at = (fx, fy) => {
    const hit = elementAt(box.left + width(box) * fx, box.top + height(box) * fy);
    return hit !== null && belongs(hit, element, labels, box);
  };
  return !at(...CENTRE) || CORNERS.filter(([x, y]) => !at(x, y)).length >= 2;
};

// Lists of toggles that hold what is in view only, and blank space in the place of all other rows.
const virtualLists = () => {
  const isScroller = (element) => element === document.scrollingElement || /auto|scroll/.test(style(element).overflowY);
  const scrollers = new Set(toggles.map((toggle) => ancestors(toggle, Infinity).find(isScroller)).filter(Boolean));
  const draws = (element) => isPicture(element) || dom(element).tagName === "INPUT" || [...dom(element).childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  return [...scrollers].filter((scroller) => {
    if (scroller.scrollHeight < 2 * scroller.clientHeight) return false;
    const bottoms = [...descendants(scroller)].filter((element) => draws(element) && isShown(element)).map((element) => rectOf(element).bottom);
    const top = scroller === document.scrollingElement ? 0 : rectOf(scroller).top;
    return scroller.scrollHeight - (Math.max(...bottoms) - top + scroller.scrollTop) > scroller.clientHeight;
  });
};

const stateOf = (toggle) => {
  let input = inputOf(toggle);
  // An input that is not rendered carries a form's value, and assistive technology ignores it.
  if (input !== toggle && input && !input.getClientRects().length) input = null;
  const aria = (name) => [toggle, input].map((here) => here && here.getAttribute(name)).find((value) => value !== null && value !== undefined) ?? null;
  const inTreeNow = treeStates[ids.get(toggle)] || {};
  return {
    native_checked: input ? input.checked : null,
    native_indeterminate: input ? input.indeterminate : null,
    aria_checked: aria("aria-checked") ?? inTreeNow.aria_checked ?? null,
    aria_pressed: aria("aria-pressed") ?? inTreeNow.aria_pressed ?? null,
    aria_selected: (toggle.getAttribute("role") === "option" ? aria("aria-selected") : null) ?? inTreeNow.aria_selected ?? null,
  };
};
const isDisabled = (toggle) => {
  const input = inputOf(toggle);
  if ((treeStates[ids.get(toggle)] || {}).disabled) return true;
  return Boolean((input && input.matches(":disabled")) || toggle.matches(":disabled") || [toggle, ...ancestors(toggle, 4)].some((here) => dom(here).getAttribute("aria-disabled") === "true" && !/^(FORM|BODY)$/.test(dom(here).tagName)));
};
const groupOf = (toggle) => {
  const input = inputOf(toggle);
  if (input && input.type === "radio" && input.name) return `${input.form ? keyOf(input.form) : "-"}/${keyOf(input.getRootNode())}/${input.name}`;
  const role = toggle.getAttribute("role");
  if (role !== "radio" && role !== "menuitemradio") return null;
  const holder = ancestors(toggle, 12).find((here) => /^(radiogroup|menu|group|menubar)$/.test(dom(here).getAttribute("role") || ""));
  return `aria/${keyOf(holder || parent(toggle) || toggle)}`;
};
const keys = new WeakMap();
let nextKey = 0;
const keyOf = (object) => {
  if (!keys.has(object)) keys.set(object, (nextKey += 1));
  return keys.get(object);
};
