// The flat tree (shadow content and slotted nodes where they are drawn, which is what the eye
// sees), and where things are drawn in it, in CSS pixels of the top window's viewport, through
// open shadow roots and same-origin frames.

let styles = new Map();

const style = (element, pseudo = "") => {
  if (pseudo) return element.ownerDocument.defaultView.getComputedStyle(element, pseudo);
  let known = styles.get(element);
  if (!known) styles.set(element, (known = element.ownerDocument.defaultView.getComputedStyle(element)));
  return known;
};
const number = (text) => parseFloat(text) || 0;

const closed = new WeakMap(); // a host → its closed shadow root, where the browser has told of it
const shadowOf = (node) => node.shadowRoot || closed.get(node) || null;
function* roots(root = document) {
  yield root;
  for (const element of root.querySelectorAll("*")) {
    if (shadowOf(element)) yield* roots(shadowOf(element));
    if (/^I?FRAME$/.test(element.tagName) && element.contentDocument) yield* roots(element.contentDocument);
  }
}
const children = (node) => {
  if (shadowOf(node)) return [...shadowOf(node).childNodes];
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

const alpha = (colour) => {
  if (!colour || colour === "transparent") return 0;
  const parts = colour.match(/rgba?\(([^)]+)\)/);
  if (!parts) return 1;
  const values = parts[1].split(/[,/ ]+/);
  return values.length > 3 ? number(values[3]) : 1;
};
const FAINT = 0.02; // opacity of a colour that the eye no longer sees
const paintedBy = (css) =>
  alpha(css.backgroundColor) > FAINT || css.backgroundImage !== "none" || css.boxShadow !== "none" || css.borderImageSource !== "none" ||
  (css.maskImage && css.maskImage !== "none") ||
  ["Top", "Right", "Bottom", "Left"].some((side) => number(css[`border${side}Width`]) > 0 && css[`border${side}Style`] !== "none" && alpha(css[`border${side}Color`]) > FAINT);
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

// Where a ::before or ::after is drawn, in as far as its style tells. Styles are in the element's
// own pixels, boxes in those of the viewport: CSS zoom lies between them.
const pseudoBox = (element, which) => {
  const css = style(element, which);
  if (css.content === "none" || css.content === "normal" || css.display === "none" || number(css.opacity) < 0.05 && css.transitionDuration === "0s") return null;
  const isGlyph = !/^(""|''|none|normal)$/.test(css.content);
  if (!isGlyph && !paintedBy(css)) return null;
  const zoom = element.currentCSSZoom || 1;
  const px = (source, ...names) => names.reduce((sum, name) => sum + number(source[name]), 0) * zoom;
  const isContent = css.boxSizing !== "border-box";
  const fallback = isGlyph ? px(css, "fontSize") : 0;
  const w = (css.width === "auto" ? fallback : px(css, "width")) + (isContent ? px(css, "paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth") : 0);
  const h = (css.height === "auto" ? fallback : px(css, "height")) + (isContent ? px(css, "paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth") : 0);
  if (w < 2 || h < 2) return null;
  const own = style(element);
  const outer = element.getBoundingClientRect();
  let x, y;
  if (css.position === "absolute" || css.position === "fixed") {
    if (css.left === "auto" || css.top === "auto") return null;
    const isContainer = (here) => style(here).position !== "static" || style(here).transform !== "none";
    const holder = [element, ...ancestors(element, 8)].find(isContainer) || element;
    const box = holder.getBoundingClientRect();
    x = box.left + px(style(holder), "borderLeftWidth") + px(css, "left", "marginLeft");
    y = box.top + px(style(holder), "borderTopWidth") + px(css, "top", "marginTop");
  } else if (which === "::before") {
    const line = px(own, "lineHeight") || px(own, "fontSize") * 1.2;
    const isRelative = css.position === "relative";
    x = own.direction === "rtl"
      ? outer.right - px(own, "paddingRight") - w - px(css, "marginRight")
      : outer.left + px(own, "paddingLeft", "borderLeftWidth") + px(css, "marginLeft") + (isRelative ? px(css, "left") : 0);
    const leading = css.display.startsWith("inline") ? Math.max(0, (line - h) / 2) : 0;
    y = outer.top + px(own, "paddingTop") + leading + (isRelative ? px(css, "top") : 0);
  } else {
    return null;
  }
  return toTop(transformed({ left: x, top: y, right: x + w, bottom: y + h }, css, zoom), element);
};
// The box around a box that is turned, moved or scaled.
const transformed = (box, css, zoom) => {
  if (css.transform === "none") return box;
  const matrix = new DOMMatrix(css.transform);
  const [originX, originY] = css.transformOrigin.split(" ").map((value) => number(value) * zoom);
  const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]].map(([x, y]) => {
    const at = matrix.transformPoint(new DOMPoint((x - box.left - originX) / zoom, (y - box.top - originY) / zoom));
    return { left: box.left + originX + at.x * zoom, top: box.top + originY + at.y * zoom, right: box.left + originX + at.x * zoom, bottom: box.top + originY + at.y * zoom };
  });
  return union(corners);
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
