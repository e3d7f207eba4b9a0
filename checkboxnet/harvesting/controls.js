// Finds the controls of a page, says where they are drawn and reads their state.
//
// Installs window.__checkboxnet. Everything is measured in CSS pixels of the top window's
// viewport, through open shadow roots and same-origin frames. The flat tree (shadow content and
// slotted nodes where they are drawn) is what is walked, since that is what the eye sees.
(() => {
  if (window.__checkboxnet) return;

  const TOGGLES = [
    "input[type=checkbox]", "input[type=radio]",
    ...["checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"].map((role) => `[role=${role}]`),
    "[aria-pressed]", "[role=option][aria-selected]",
  ].join(",");

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

  // Names under which people publish toggles that say nothing of it to the browser: their state
  // can't be read, and they must not pass for the class other either.
  const MAYBE_TOGGLE = /check|radio|switch|toggle|toggler|tick|star\b|rating|\brate|heart|like|favou?rite|bookmark/i;
  const NO_TOGGLE = /dropdown-toggle|navbar-toggle|menu-toggle|data-toggle|toggle-none/gi;
  const RATING = /rating|\brate\b|-rate\b|stars/i;

  const elements = new Map();
  const ids = new WeakMap();
  let styles = new Map();

  const style = (element, pseudo = "") => {
    if (pseudo) return element.ownerDocument.defaultView.getComputedStyle(element, pseudo);
    let known = styles.get(element);
    if (!known) styles.set(element, (known = element.ownerDocument.defaultView.getComputedStyle(element)));
    return known;
  };
  const number = (text) => parseFloat(text) || 0;

  // --- the flat tree ---------------------------------------------------------------------------
  function* roots(root = document) {
    yield root;
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) yield* roots(element.shadowRoot);
      if (/^I?FRAME$/.test(element.tagName) && element.contentDocument) yield* roots(element.contentDocument);
    }
  }
  const children = (node) => {
    if (node.shadowRoot) return [...node.shadowRoot.childNodes];
    if (node.tagName === "SLOT" && node.assignedNodes().length) return node.assignedNodes({ flatten: true });
    return [...node.childNodes];
  };
  const parent = (node) => {
    if (node.assignedSlot) return node.assignedSlot;
    const up = node.parentNode;
    return up instanceof ShadowRoot || (up && up.host && up.mode) ? up.host : up && up.nodeType === 1 ? up : null;
  };
  const contains = (ancestor, node) => {
    for (let here = node; here; here = parent(here)) if (here === ancestor) return true;
    return false;
  };
  const ancestors = (node, limit) => {
    const found = [];
    for (let here = parent(node); here && found.length < limit; here = parent(here)) found.push(here);
    return found;
  };
  function* descendants(node) {
    for (const child of children(node)) {
      if (child.nodeType !== 1) continue;
      yield child;
      yield* descendants(child);
    }
  }
  const classes = (element) => `${element.getAttribute("class") || ""} ${element.tagName}`;
  const isIconFont = (element) => /icon|symbol|awesome|glyph/i.test(style(element).fontFamily);
  const hasText = (element) => {
    for (const child of children(element)) {
      if (child.nodeType === 3 && child.data.trim() && !isIconFont(element)) return true;
      if (child.nodeType === 1 && !/^(STYLE|SCRIPT|SVG|TEMPLATE)$/i.test(child.tagName) && isShown(child) && hasText(child)) return true;
    }
    return false;
  };

  // --- geometry --------------------------------------------------------------------------------
  const frameOffset = (document_) => {
    let x = 0, y = 0, scale = 1;
    for (let view = document_.defaultView; view && view !== window; view = view.parent) {
      const frame = view.frameElement;
      const box = frame.getBoundingClientRect();
      const by = frame.offsetWidth ? box.width / frame.offsetWidth : 1;
      x = box.left + (frame.clientLeft + x) * by;
      y = box.top + (frame.clientTop + y) * by;
      scale *= by;
    }
    return { x, y, scale };
  };
  const toTop = (rect, node) => {
    const { x, y, scale } = frameOffset(node.ownerDocument);
    return { left: x + rect.left * scale, top: y + rect.top * scale, right: x + rect.right * scale, bottom: y + rect.bottom * scale };
  };
  const rectOf = (element) => toTop(element.getBoundingClientRect(), element);
  const width = (box) => box.right - box.left;
  const height = (box) => box.bottom - box.top;
  const union = (boxes) => boxes.length ? {
    left: Math.min(...boxes.map((b) => b.left)), top: Math.min(...boxes.map((b) => b.top)),
    right: Math.max(...boxes.map((b) => b.right)), bottom: Math.max(...boxes.map((b) => b.bottom)),
  } : null;
  const intersection = (a, b) => {
    const box = { left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
    return width(box) > 0 && height(box) > 0 ? box : null;
  };
  const isLarge = (box, side = 6) => box !== null && width(box) >= side && height(box) >= side;

  // Moved out of the page, where no scrolling reaches it.
  const isAway = (box) => box.right + window.scrollX < 0 || box.bottom + window.scrollY < 0;

  // --- what is drawn ---------------------------------------------------------------------------
  const alpha = (colour) => {
    if (!colour || colour === "transparent") return 0;
    const parts = colour.match(/rgba?\(([^)]+)\)/);
    if (!parts) return 1;
    const values = parts[1].split(/[,/ ]+/);
    return values.length > 3 ? number(values[3]) : 1;
  };
  const paintedBy = (css) =>
    alpha(css.backgroundColor) > 0.05 || css.backgroundImage !== "none" || css.boxShadow !== "none" || css.borderImageSource !== "none" ||
    (css.maskImage && css.maskImage !== "none") ||
    ["Top", "Right", "Bottom", "Left"].some((side) => number(css[`border${side}Width`]) > 0 && css[`border${side}Style`] !== "none" && alpha(css[`border${side}Color`]) > 0.05);
  const isPicture = (element) => /^(svg|img|canvas|video|picture|progress|meter|select|textarea)$/i.test(element.tagName);
  const isShown = (element) => {
    const css = style(element);
    if (css.display === "none" || css.visibility !== "visible" && !element.childElementCount || number(css.opacity) < 0.05) return false;
    // The usual ways of hiding from the eye and not from screen readers.
    if (/^rect\((0px|1px),? (0px|1px),? (0px|1px),? (0px|1px)\)$/.test(css.clip)) return false;
    if (/inset\((50|100)%/.test(css.clipPath)) return false;
    return true;
  };
  const isInvisible = (element) => [element, ...ancestors(element, 40)].some((here) => !isShown(here)) || style(element).visibility !== "visible";

  // Where a ::before or ::after is drawn, in as far as its style tells.
  const pseudoBox = (element, which) => {
    const css = style(element, which);
    if (css.content === "none" || css.content === "normal" || css.display === "none" || number(css.opacity) < 0.05 && css.transitionDuration === "0s") return null;
    const isGlyph = !/^(""|''|none|normal)$/.test(css.content);
    if (!isGlyph && !paintedBy(css)) return null;
    const extra = css.boxSizing === "border-box" ? [0, 0] : [
      number(css.paddingLeft) + number(css.paddingRight) + number(css.borderLeftWidth) + number(css.borderRightWidth),
      number(css.paddingTop) + number(css.paddingBottom) + number(css.borderTopWidth) + number(css.borderBottomWidth)];
    const fallback = isGlyph ? number(css.fontSize) : 0;
    const w = (css.width === "auto" ? fallback : number(css.width)) + extra[0];
    const h = (css.height === "auto" ? fallback : number(css.height)) + extra[1];
    if (w < 2 || h < 2) return null;
    let { left: x, top: y } = element.getBoundingClientRect();
    const own = style(element);
    if (css.position === "absolute" || css.position === "fixed") {
      const isContainer = (here) => style(here).position !== "static" || style(here).transform !== "none";
      const holder = [element, ...ancestors(element, 8)].find(isContainer) || element;
      if (css.left === "auto" || css.top === "auto") return null;
      const box = holder.getBoundingClientRect();
      x = box.left + number(style(holder).borderLeftWidth) + number(css.left) + number(css.marginLeft);
      y = box.top + number(style(holder).borderTopWidth) + number(css.top) + number(css.marginTop);
    } else if (which === "::before") {
      const line = number(own.lineHeight) || number(own.fontSize) * 1.2;
      x = own.direction === "rtl"
        ? element.getBoundingClientRect().right - number(own.paddingRight) - w - number(css.marginRight)
        : x + number(own.paddingLeft) + number(own.borderLeftWidth) + number(css.marginLeft) + (css.position === "relative" ? number(css.left) : 0);
      y += number(own.paddingTop) + Math.max(0, (line - h) / 2) + (css.position === "relative" ? number(css.top) : 0);
    } else {
      return null;
    }
    if (css.transform !== "none") {
      const matrix = new DOMMatrix(css.transform);
      x += matrix.m41;
      y += matrix.m42;
    }
    return toTop({ left: x, top: y, right: x + w, bottom: y + h }, element);
  };
  const pseudoBoxes = (element) => ["::before", "::after"].map((which) => pseudoBox(element, which)).filter((box) => isLarge(box, 2));

  // The boxes of everything that is drawn in `node` and below; `only` limits it to what holds no text.
  const ink = (node, { text = true, skip = null } = {}, clip = null, found = []) => {
    if (node === skip) return found;
    const add = (box) => {
      const seen = clip ? intersection(box, clip) : box;
      if (seen && width(seen) > 1 && height(seen) > 1 && !isAway(seen)) found.push(seen);
    };
    if (node.nodeType === 3) {
      if (!node.data.trim() || (!text && !isIconFont(node.parentElement))) return found;
      const range = node.ownerDocument.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) add(toTop(rect, node));
      return found;
    }
    if (node.nodeType !== 1 || /^(STYLE|SCRIPT|TEMPLATE|NOSCRIPT)$/.test(node.tagName) || !isShown(node)) return found;
    const css = style(node);
    const box = rectOf(node);
    const draws = css.visibility === "visible" && (isPicture(node) || (paintedBy(css) && (text || !hasText(node))) ||
      (node.tagName === "INPUT" && css.appearance !== "none"));
    if (draws) add(box);
    if (css.visibility === "visible") pseudoBoxes(node).forEach(add);
    if (isPicture(node)) return found;
    const clips = css.overflowX !== "visible" && css.display !== "inline" && css.display !== "contents";
    const inner = clips ? (clip ? intersection(box, clip) : box) : clip;
    if (clips && !inner) return found;
    for (const child of children(node)) ink(child, { text, skip }, inner, found);
    return found;
  };

  // --- toggles ---------------------------------------------------------------------------------
  const isNative = (element) => element.tagName === "INPUT" && /^(checkbox|radio)$/.test(element.type);
  const togglesIn = (element) => {
    let count = 0;
    for (const inner of descendants(element)) if (inner.matches(TOGGLES) && !merged.has(inner)) count += 1;
    return count;
  };
  const holdsOthersToo = (scope, toggle) => {
    for (const inner of descendants(scope)) if (inner !== toggle && inner.matches(TOGGLES) && !merged.has(inner) && merged.get(toggle) !== inner && partner.get(toggle) !== inner) return true;
    return false;
  };
  const partner = new WeakMap(); // the native input inside or beside an ARIA control, and the reverse
  const merged = new Map(); // input → the ARIA control that stands for it

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
    const root = toggle.getRootNode();
    const named = (toggle.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => root.getElementById && root.getElementById(id));
    const wrapping = [toggle, ...ancestors(toggle, 6)].find((here) => here.tagName === "LABEL");
    const found = new Set([...(input.labels || []), ...(toggle.labels || []), ...named, wrapping].filter(Boolean));
    const host = root.host;
    if (host && !holdsOthersToo(host, toggle)) found.add(host);
    return [...found].filter((label) => !holdsOthersToo(label, toggle));
  };

  // Boxes that touch, or nearly, are drawn as one.
  const firstCluster = (boxes) => {
    let box = boxes[0];
    for (let grown = true; grown; ) {
      grown = false;
      const near = { left: box.left - 3, top: box.top - 3, right: box.right + 3, bottom: box.bottom + 3 };
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
    return union(all);
  };
  const fits = (box) => isLarge(box) && width(box) <= 420 && height(box) <= 220;

  // What is drawn in the place of a hidden input: a sibling, the parent, a pseudo-element of the
  // label, or the whole label where that is drawn as a button, chip or card.
  const standIn = (input) => {
    for (const sibling of [input.nextElementSibling, input.previousElementSibling]) {
      if (!sibling || sibling.matches(TOGGLES) || hasText(sibling)) continue;
      const boxes = ink(sibling, { text: false });
      if (boxes.length && fits(firstCluster(boxes))) {
        const up = parent(input);
        const whole = up && !hasText(up) && !holdsOthersToo(up, input) ? union(ink(up, { skip: input })) : null;
        return whole && fits(whole) && width(whole) <= 160 ? whole : firstCluster(boxes);
      }
    }
    for (const scope of ancestors(input, 4)) {
      if (holdsOthersToo(scope, input) || /^(FORM|FIELDSET|BODY|TABLE|UL|OL)$/.test(scope.tagName)) break;
      const boxes = ink(scope, { text: false, skip: input });
      if (boxes.length && fits(firstCluster(boxes))) return firstCluster(boxes);
      if (paintedBy(style(scope)) && fits(rectOf(scope)) && isShown(scope)) return rectOf(scope);
    }
    for (const label of input.labels || []) {
      const pictures = ink(label, { text: false });
      if (pictures.length && fits(firstCluster(pictures))) return firstCluster(pictures);
      const painted = [label, ...descendants(label)].find((here) => paintedBy(style(here)) && isShown(here) && fits(rectOf(here)));
      if (painted) return rectOf(painted);
    }
    return null;
  };

  const drawnAria = (element) => {
    if (isInvisible(element)) return null;
    const box = rectOf(element);
    const painted = paintedBy(style(element));
    if (hasText(element)) {
      if (painted && isLarge(box)) return box;
      const boxes = ink(element, { text: false });
      if (boxes.length && fits(firstCluster(boxes))) return firstCluster(boxes);
      const text = union(ink(element));
      return text || (isLarge(box) ? box : null);
    }
    const boxes = ink(element);
    const drawn = boxes.length ? union(boxes) : null;
    return isLarge(drawn) ? drawn : isLarge(box) ? box : null;
  };

  const controlBox = (toggle) => {
    if (isNative(toggle)) return drawnInput(toggle) || standIn(toggle);
    const own = drawnAria(toggle);
    const input = partner.get(toggle);
    return own || (input ? drawnInput(input) || standIn(input) : null);
  };

  const clippedBy = (element, box) => {
    for (const here of ancestors(element, 60)) {
      const css = style(here);
      if (css.overflowX === "visible" && css.overflowY === "visible") continue;
      if (here.tagName === "BODY" || here.tagName === "HTML") continue;
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
      const around = union([control, ...ink(scope)]);
      return width(around) <= 600 && height(around) <= 120 ? around : box;
    }
    return box;
  };

  const rowBox = (toggle, labelled) => {
    for (const scope of ancestors(partner.get(toggle) || toggle, 6)) {
      if (/^(BODY|FORM|HTML|MAIN)$/.test(scope.tagName) || holdsOthersToo(scope, toggle)) return null;
      const drawn = union([labelled, ...ink(scope)]);
      if (width(drawn) > 1400 || height(drawn) > 260) return null;
      if (width(drawn) > width(labelled) + 8 || height(drawn) > height(labelled) + 8) return drawn;
    }
    return null;
  };

  // --- hit testing -----------------------------------------------------------------------------
  const elementAt = (x, y) => {
    let root = document, hit = null;
    for (let depth = 0; depth < 30; depth += 1) {
      const found = root.elementFromPoint(x, y);
      if (!found || found === hit) return hit;
      hit = found;
      if (hit.shadowRoot) root = hit.shadowRoot;
      else if (/^I?FRAME$/.test(hit.tagName) && hit.contentDocument) {
        const box = hit.getBoundingClientRect();
        const by = hit.offsetWidth ? box.width / hit.offsetWidth : 1;
        x = (x - box.left) / by - hit.clientLeft;
        y = (y - box.top) / by - hit.clientTop;
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
    for (const scope of ancestors(element, 4)) {
      if (holdsOthersToo(scope, element) || /^(FORM|FIELDSET|BODY|TABLE|UL|OL)$/.test(scope.tagName)) return false;
      if (contains(scope, hit)) return true;
    }
    return false;
  };
  const isCovered = (box, element, labels) => {
    const at = (fx, fy) => {
      const hit = elementAt(box.left + width(box) * fx, box.top + height(box) * fy);
      return hit !== null && belongs(hit, element, labels, box);
    };
    const corners = [[0.15, 0.2], [0.85, 0.2], [0.15, 0.8], [0.85, 0.8]].filter(([x, y]) => !at(x, y));
    return !at(0.5, 0.5) || corners.length >= 2;
  };

  // --- state -----------------------------------------------------------------------------------
  const stateOf = (toggle) => {
    const input = isNative(toggle) ? toggle : partner.get(toggle);
    const aria = (name) => [toggle, input].map((here) => here && here.getAttribute(name)).find((value) => value !== null && value !== undefined) ?? null;
    return {
      native_checked: input ? input.checked : null,
      native_indeterminate: input ? input.indeterminate : null,
      aria_checked: aria("aria-checked"),
      aria_pressed: aria("aria-pressed"),
      aria_selected: toggle.getAttribute("role") === "option" ? aria("aria-selected") : null,
    };
  };
  const isDisabled = (toggle) => {
    const input = isNative(toggle) ? toggle : partner.get(toggle);
    return Boolean((input && input.matches(":disabled")) || toggle.matches(":disabled") || [toggle, ...ancestors(toggle, 4)].some((here) => here.getAttribute("aria-disabled") === "true" && !/^(FORM|BODY)$/.test(here.tagName)));
  };
  const groupOf = (toggle) => {
    const input = isNative(toggle) ? toggle : partner.get(toggle);
    if (input && input.type === "radio" && input.name) return `${input.form ? keyOf(input.form) : "-"}/${keyOf(input.getRootNode())}/${input.name}`;
    const role = toggle.getAttribute("role");
    if (role !== "radio" && role !== "menuitemradio") return null;
    const holder = ancestors(toggle, 12).find((here) => /^(radiogroup|menu|group|menubar)$/.test(here.getAttribute("role") || ""));
    return `aria/${keyOf(holder || parent(toggle) || toggle)}`;
  };
  const keys = new WeakMap();
  let nextKey = 0;
  const keyOf = (object) => {
    if (!keys.has(object)) keys.set(object, (nextKey += 1));
    return keys.get(object);
  };

  const selectorOf = (element) => {
    const parts = [];
    for (let here = element; here && here.nodeType === 1; ) {
      const root = here.getRootNode();
      let step = here.localName;
      if (here.id && root.querySelectorAll(`#${CSS.escape(here.id)}`).length === 1) {
        step = `#${CSS.escape(here.id)}`;
      } else if (here.parentElement) {
        const same = [...here.parentElement.children].filter((other) => other.localName === here.localName);
        if (same.length > 1) step += `:nth-of-type(${same.indexOf(here) + 1})`;
      }
      parts.unshift(step);
      const up = step.startsWith("#") ? null : here.parentElement;
      if (up) { parts.unshift(" > "); here = up; continue; }
      const beyond = root.host || (root.defaultView && root.defaultView !== window ? root.defaultView.frameElement : null);
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
  const describe = (element, kind) => ({
    id: register(element),
    kind,
    role: element.getAttribute("role"),
    tag: element.localName,
    selector: selectorOf(element),
    lang: [element, ...ancestors(element, 60)].map((here) => here.getAttribute("lang")).find(Boolean) || element.ownerDocument.documentElement.lang || null,
  });

  const kindOfToggle = (element) => {
    const role = element.getAttribute("role");
    if (element.hasAttribute("aria-pressed")) return "toggle-button";
    const input = isNative(element) ? element : partner.get(element);
    const name = `${classes(element)} ${input ? classes(input) : ""} ${ancestors(element, 2).map(classes).join(" ")}`;
    if (role && role !== "presentation" && role !== "none" && role !== "button") return role;
    if (input && input.type === "checkbox" && /switch|toggle/i.test(name)) return "switch";
    return input ? input.type : role;
  };

  // --- the calls -------------------------------------------------------------------------------
  let toggles = [];
  let suspects = [];

  const find = ({ include, exclude, other }) => {
    const all = [];
    for (const root of roots()) {
      for (const element of root.querySelectorAll("*")) {
        if (include && !element.closest(include) && !(root.host && root.host.closest(include))) continue;
        if (exclude && (element.closest(exclude) || (root.host && root.host.closest(exclude)))) continue;
        all.push(element);
      }
    }
    const candidates = all.filter((element) => element.matches(TOGGLES));
    merge(candidates);
    toggles = candidates.filter((element) => !merged.has(element));
    const dropped = {};
    const drop = (reason) => { dropped[reason] = (dropped[reason] || 0) + 1; };
    const isRating = (element) => [element, ...ancestors(element, 4)].some((here) => RATING.test(here.getAttribute("class") || "") || RATING.test(here.localName));
    const isPlainOption = (element) => element.getAttribute("role") === "option" && ![...descendants(element)].some((inner) => /check|tick/i.test(classes(inner)));
    const usable = toggles.filter((element) => {
      // A rating fills all stars up to the chosen one, which alone is checked in the DOM.
      if (isRating(element)) { drop("rating"); return false; }
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
    const others = [];
    suspects = [];
    for (const element of all) {
      const asked = other && element.matches(other);
      if (!asked && !element.matches(ANY_OTHER)) continue;
      if (inToggle.has(element) || aroundToggle.has(element)) continue;
      if (!asked && element.closest("svg") && element.localName !== "svg") continue;
      if (!asked && isSuspect(element)) { suspects.push(element); drop("maybe a toggle"); continue; }
      const kind = (OTHERS.find(([, selector]) => element.matches(selector)) || [element.dataset.kind || "element"])[0];
      others.push(describe(element, asked ? element.dataset.kind || kind : kind));
    }
    const meta = document.querySelector('meta[name="checkboxnet:kit"]');
    return {
      kit: meta ? meta.content : null,
      toggles: usable.map((element) => ({ ...describe(element, kindOfToggle(element)), group: groupOf(element), disabled: isDisabled(element) })),
      others,
      dropped,
    };
  };

  const flat = (box) => [box.left, box.top, width(box), height(box)];
  const inView = (box) => box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
  const nearView = (element) => {
    const input = isNative(element) ? element : partner.get(element);
    return [element, ...(input && input.labels ? input.labels : []), parent(element)].filter(Boolean).some((here) => {
      const box = rectOf(here);
      return box.bottom > -50 && box.top < window.innerHeight + 50;
    });
  };

  const measureToggle = (toggle) => {
    if (!toggle.isConnected) return { gone: "removed" };
    if (!nearView(toggle)) return { gone: "off-screen" };
    const control = controlBox(toggle);
    if (!isLarge(control)) return { gone: "invisible" };
    const labels = labelsOf(toggle);
    if (!inView(control) || clippedBy(toggle, control)) return { gone: "off-screen" };
    if (isCovered(control, toggle, labels)) return { gone: "covered" };
    const labelled = labelledBox(toggle, control, labels);
    const row = rowBox(toggle, labelled);
    return { state: stateOf(toggle), control: flat(control), labelled: flat(labelled), row: row && flat(row) };
  };

  const measureOther = (element) => {
    if (!element.isConnected) return { gone: "removed" };
    const whole = rectOf(element);
    if (whole.bottom < 0 || whole.top > window.innerHeight) return { gone: "off-screen" };
    if (isInvisible(element)) return { gone: "invisible" };
    const control = union(ink(element));
    if (!isLarge(control)) return { gone: "invisible" };
    if (!inView(control) || clippedBy(element, control)) return { gone: "off-screen" };
    if (isCovered(control, element, [])) return { gone: "covered" };
    let row = null;
    for (const scope of ancestors(element, 3)) {
      const drawn = union([control, ...ink(scope)]);
      if (width(drawn) > 900 || height(drawn) > 200) break;
      if (width(drawn) > width(control) + 8 || height(drawn) > height(control) + 8) { row = drawn; break; }
    }
    return { state: null, control: flat(control), labelled: flat(control), row: row && flat(row) };
  };

  const toggleSet = () => new Set(toggles);

  const measure = (wanted) => {
    styles = new Map();
    const isToggle = toggleSet();
    const found = {};
    for (const id of wanted) {
      const element = elements.get(id);
      found[id] = isToggle.has(element) ? measureToggle(element) : measureOther(element);
    }
    styles = new Map();
    return found;
  };

  // Where toggles are drawn that a crop of something else must keep clear of.
  const toggleBoxes = () => {
    styles = new Map();
    const boxes = {};
    for (const element of toggles) {
      if (!element.isConnected || !nearView(element)) continue;
      const box = controlBox(element);
      if (isLarge(box)) boxes[register(element)] = flat(box);
    }
    suspects.forEach((element, index) => {
      if (!element.isConnected) return;
      const box = rectOf(element);
      if (isLarge(box) && box.bottom > 0 && box.top < window.innerHeight && width(box) < 500 && height(box) < 200) boxes[`suspect-${index}`] = flat(box);
    });
    styles = new Map();
    return boxes;
  };

  // A point where a click reaches the control, and no link inside its label.
  const clickPoint = (id) => {
    const toggle = elements.get(id);
    styles = new Map();
    if (!toggle.isConnected) return null;
    const control = controlBox(toggle);
    if (!isLarge(control) || !inView(control)) return null;
    const labels = labelsOf(toggle);
    const reaches = ([x, y]) => {
      const hit = elementAt(x, y);
      if (!hit || (contains(hit, toggle) && hit !== toggle && !labels.some((label) => contains(label, hit)))) return false;
      const link = hit.closest("a[href]");
      if (link && !contains(toggle, link)) return false;
      return belongs(hit, toggle, labels, control);
    };
    const boxes = [control, ...labels.flatMap((label) => ink(label))];
    const points = boxes.filter(inView).flatMap((box) => [0.5, 0.25, 0.75].map((f) => [box.left + width(box) * f, box.top + height(box) / 2]));
    styles = new Map();
    return points.find(reaches) || null;
  };

  const show = (id) => {
    const element = elements.get(id);
    if (!element.isConnected) return;
    styles = new Map();
    const shown = isNative(element) && (isInvisible(element) || isAway(rectOf(element))) && element.labels && element.labels[0] ? element.labels[0] : element;
    const before = shown.style.scrollMargin;
    // Clear of sticky headers and footers.
    shown.style.scrollMargin = "96px 24px";
    shown.scrollIntoView({ block: "start", inline: "nearest", behavior: "instant" });
    shown.style.scrollMargin = before;
    if (shown.getAttribute("style") === "") shown.removeAttribute("style");
  };

  // Takes the focus away and brings every animation to its end, or to its start if it has none.
  const settle = () => {
    let running = 0;
    for (const root of roots()) {
      const focused = root.activeElement;
      if (focused && focused.blur && focused !== document.body) focused.blur();
      for (const animation of root.getAnimations ? root.getAnimations() : []) {
        const timing = animation.effect && animation.effect.getComputedTiming();
        if (!timing || animation.playState === "finished" || animation.playState === "idle") continue;
        running += 1;
        if (timing.endTime === Infinity) animation.cancel();
        else animation.finish();
      }
    }
    return running;
  };

  // Resolves once fonts are there and the document has not changed for a while.
  const quiet = (milliseconds, limit) => document.fonts.ready.then(() => new Promise((resolve) => {
    const end = performance.now() + limit;
    let last = performance.now();
    const observer = new MutationObserver(() => { last = performance.now(); });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    const look = () => {
      const now = performance.now();
      if (now - last >= milliseconds || now > end) { observer.disconnect(); resolve(); } else setTimeout(look, 20);
    };
    look();
  }));

  window.__checkboxnet = { find, measure, toggleBoxes, clickPoint, show, settle, quiet };
})();
