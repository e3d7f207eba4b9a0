// The flat tree (shadow content and slotted nodes where they are drawn, which is what the eye
// sees), and where things are drawn in it, in CSS pixels of the top window's viewport, through
// open shadow roots and same-origin frames.

// The fields of a form and the named elements of a document shadow its own properties: the form
// around `<input name=children>` has that for its `children`. Nothing shadows the prototypes'.
const unshadowed = {
  get(node, name) {
    const value = Reflect.get(Object.getPrototypeOf(node), name, node);
    return typeof value === "function" ? value.bind(node) : value;
  },
};
const dom = (node) => (/^HTMLFormElement$|Document$/.test(node[Symbol.toStringTag]) ? new Proxy(node, unshadowed) : node);

// Styles that are known, while a function has many questions about a page that stands still.
let styles = null;

const viewOf = (node) => dom(dom(node).ownerDocument).defaultView;
const style = (element, pseudo = "") => {
  if (pseudo || !styles) return viewOf(element).getComputedStyle(element, pseudo);
  let known = styles.get(element);
  if (!known) styles.set(element, (known = viewOf(element).getComputedStyle(element)));
  return known;
};
const number = (text) => parseFloat(text) || 0;

const isFrame = (element) => /^I?FRAME$/.test(dom(element).tagName);
const closed = new WeakMap(); // a host → its closed shadow root, as the browser has handed it over
const shadowOf = (node) => dom(node).shadowRoot || closed.get(node) || null;
function* roots(root = document) {
  yield root;
  for (const element of dom(root).querySelectorAll("*")) {
    if (shadowOf(element)) yield* roots(shadowOf(element));
    if (isFrame(element) && element.contentDocument) yield* roots(element.contentDocument);
  }
}
const children = (node) => {
  const { tagName, childNodes } = dom(node);
  if (shadowOf(node)) return [...shadowOf(node).childNodes];
  if (tagName === "SLOT" && node.assignedNodes().length) return node.assignedNodes({ flatten: true });
  return [...childNodes];
};
const parent = (node) => {
  const { assignedSlot, parentNode } = dom(node);
  const up = assignedSlot || parentNode;
  if (!up) return null;
  const { nodeType, host } = dom(up);
  return nodeType === 1 ? up : nodeType === 11 && host ? host : null;
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
    if (dom(child).nodeType !== 1) continue;
    yield child;
    yield* descendants(child);
  }
}
const classes = (element) => `${dom(element).getAttribute("class") || ""} ${dom(element).tagName}`;
const isIconFont = (element) => /icon|symbol|awesome|glyph/i.test(style(element).fontFamily);
const hasText = (element) => {
  for (const child of children(element)) {
    const { nodeType, tagName } = dom(child);
    if (nodeType === 3 && child.data.trim() && !isIconFont(element)) return true;
    if (nodeType === 1 && !/^(STYLE|SCRIPT|SVG|TEMPLATE)$/i.test(tagName) && isShown(child) && hasText(child)) return true;
  }
  return false;
};

// The frames around a node, from the outside in, up to one of another origin.
const frameOf = (node) => viewOf(node).frameElement;
const framesOf = (node) => {
  const found = [];
  for (let frame = frameOf(node); frame; frame = frameOf(frame)) found.unshift(frame);
  return found;
};
const isTurned = (element) => {
  const { transform, rotate, scale } = style(element);
  const { a, b, c, d, is2D } = new DOMMatrix(transform);
  return !is2D || Math.abs(b) + Math.abs(c) > 1e-6 || a < 0 || d < 0 || rotate !== "none" || scale.includes("-");
};
// Where a frame's content begins, and how many pixels around the frame one of its content takes;
// null if it isn't upright. Borders and padding are in the frame's own pixels: CSS zoom and
// transforms lie between them and its box.
const CONTENT = Symbol("content");
const contentOf = (frame) => {
  const css = style(frame);
  // As long known as the style that it is made of.
  if (css[CONTENT] === undefined) {
    const edge = (side) => number(css[`border${side}Width`]) + number(css[`padding${side}`]);
    const [left, top, right, bottom] = ["Left", "Top", "Right", "Bottom"].map(edge);
    const isBorderBox = css.boxSizing === "border-box";
    const box = dom(frame).getBoundingClientRect();
    const scaleX = width(box) / (number(css.width) + (isBorderBox ? 0 : left + right));
    const scaleY = height(box) / (number(css.height) + (isBorderBox ? 0 : top + bottom));
    css[CONTENT] = [frame, ...ancestors(frame, Infinity)].some(isTurned) ? null
      : { left: box.left + left * scaleX, top: box.top + top * scaleY, scaleX, scaleY };
  }
  return css[CONTENT];
};
const intoFrame = (frame, x, y) => {
  const { left, top, scaleX, scaleY } = contentOf(frame);
  return [(x - left) / scaleX, (y - top) / scaleY];
};
const isInTurnedFrame = (node) => framesOf(node).some((frame) => !contentOf(frame));
const toTop = ({ left, top, right, bottom }, node) => {
  let box = { left, top, right, bottom };
  for (const frame of framesOf(node).reverse()) {
    const content = contentOf(frame);
    const { scaleX, scaleY } = content || {};
    // Somewhere in a turned frame.
    box = content ? {
      left: content.left + box.left * scaleX, top: content.top + box.top * scaleY,
      right: content.left + box.right * scaleX, bottom: content.top + box.bottom * scaleY,
    } : dom(frame).getBoundingClientRect();
  }
  return box;
};
const rectOf = (element) => toTop(dom(element).getBoundingClientRect(), element);
const width = (box) => box.right - box.left;
const height = (box) => box.bottom - box.top;
const flat = (box) => [box.left, box.top, width(box), height(box)];
const union = (boxes) => boxes.length ? {
  left: Math.min(...boxes.map((b) => b.left)), top: Math.min(...boxes.map((b) => b.top)),
  right: Math.max(...boxes.map((b) => b.right)), bottom: Math.max(...boxes.map((b) => b.bottom)),
} : null;
const intersection = (a, b) => {
  const box = { left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
  return width(box) > 0 && height(box) > 0 ? box : null;
};
const isLarge = (box, side = 6) => box !== null && width(box) >= side && height(box) >= side;

// How far a page can be scrolled to the left of where it begins, and above it: pages that are
// written from right to left, or upwards, overflow there.
const pageStart = () => {
  const { scrollingElement, body, documentElement } = dom(document);
  const root = scrollingElement || documentElement;
  const { direction, writingMode } = style(body || root);
  const isVertical = !writingMode.startsWith("horizontal");
  const isBackwards = (direction === "rtl") !== (writingMode === "sideways-lr");
  return {
    left: (isVertical ? writingMode.endsWith("-rl") : isBackwards) ? root.scrollWidth - root.clientWidth : 0,
    top: isVertical && isBackwards ? root.scrollHeight - root.clientHeight : 0,
  };
};
const startsAtTopLeft = () => {
  const { left, top } = pageStart();
  return left === 0 && top === 0;
};
// Moved out of the page, where no scrolling reaches it.
const isAway = (box) => {
  const right = box.right + window.scrollX, bottom = box.bottom + window.scrollY;
  if (right >= 0 && bottom >= 0) return false;
  const { left, top } = pageStart();
  return right < -left || bottom < -top;
};

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
const isPicture = (element) => /^(svg|img|canvas|video|picture|progress|meter|select|textarea)$/i.test(dom(element).tagName);
const LEAST_OPACITY = 0.05; // that the eye sees
const isShown = (element) => {
  const css = style(element);
  // What the browser skips, as in a closed <details>, has a box all the same. An element of
  // `display: contents` has none, and shows what it holds.
  if (css.display !== "contents" && !dom(element).checkVisibility()) return false;
  if (css.visibility !== "visible" && !dom(element).childElementCount || number(css.opacity) < LEAST_OPACITY) return false;
  // The usual ways of hiding from the eye and not from screen readers.
  if (/^rect\((0px|1px),? (0px|1px),? (0px|1px),? (0px|1px)\)$/.test(css.clip)) return false;
  if (/inset\((50|100)%/.test(css.clipPath)) return false;
  return true;
};
const isInvisible = (element) => {
  if (style(element).visibility !== "visible") return true;
  let opacity = 1;
  for (let here = element; here; here = parent(here) || frameOf(here)) {
    opacity *= number(style(here).opacity);
    if (opacity < LEAST_OPACITY || !isShown(here)) return true;
  }
  return false;
};

const clips = (element) => {
  const css = style(element);
  return css.overflowX !== "visible" && css.display !== "inline" && css.display !== "contents";
};
const isClippedAt = (element, x, y) => ancestors(element, Infinity).some((here) => {
  if (!clips(here) || /^(BODY|HTML)$/.test(dom(here).tagName)) return false;
  const limit = dom(here).getBoundingClientRect();
  return x <= limit.left || x >= limit.right || y <= limit.top || y >= limit.bottom;
});
// Whether an element is there at a point of its own viewport, whatever lies over it. Hit testing
// knows all that may clip it, but passes by what takes no clicks.
const isThere = (element, x, y) => {
  const root = dom(dom(element).getRootNode());
  if (root.elementsFromPoint(x, y).some((hit) => contains(element, hit))) return true;
  const isPassedBy = ["", "::before", "::after"].some((pseudo) => style(element, pseudo).pointerEvents === "none") || [element, ...ancestors(element, Infinity)].some((here) => dom(here).hasAttribute("inert"));
  return isPassedBy && !isClippedAt(element, x, y);
};
const CENTRE = [0.5, 0.5];
const CORNERS = [[0.15, 0.2], [0.85, 0.2], [0.15, 0.8], [0.85, 0.8]];
// Whether any of an element is on the page within a box that is in view; in a turned frame it is
// taken to be where the frame is.
const isReached = (element, box) => [CENTRE, ...CORNERS].some(([fx, fy]) => {
  let x = box.left + width(box) * fx, y = box.top + height(box) * fy;
  for (const frame of framesOf(element)) {
    if (!isThere(frame, x, y)) return false;
    if (!contentOf(frame)) return true;
    [x, y] = intoFrame(frame, x, y);
  }
  return isThere(element, x, y);
});

// Where a ::before or ::after is drawn, in as far as its style tells. Styles are in the element's
// own pixels, boxes in those of the viewport: CSS zoom lies between them.
const pseudoBox = (element, which) => {
  const css = style(element, which);
  if (css.content === "none" || css.content === "normal" || css.display === "none" || number(css.opacity) < 0.05 && css.transitionDuration === "0s") return null;
  const isGlyph = !/^(""|''|none|normal)$/.test(css.content);
  if (!isGlyph && !paintedBy(css)) return null;
  const zoom = dom(element).currentCSSZoom || 1;
  const px = (source, ...names) => names.reduce((sum, name) => sum + number(source[name]), 0) * zoom;
  const isContent = css.boxSizing !== "border-box";
  const fallback = isGlyph ? px(css, "fontSize") : 0;
  const w = (css.width === "auto" ? fallback : px(css, "width")) + (isContent ? px(css, "paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth") : 0);
  const h = (css.height === "auto" ? fallback : px(css, "height")) + (isContent ? px(css, "paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth") : 0);
  if (w < 2 || h < 2) return null;
  const own = style(element);
  const outer = dom(element).getBoundingClientRect();
  let x, y;
  if (css.position === "absolute" || css.position === "fixed") {
    if (css.left === "auto" || css.top === "auto") return null;
    const isContainer = (here) => style(here).position !== "static" || style(here).transform !== "none";
    const holder = [element, ...ancestors(element, 8)].find(isContainer) || element;
    const box = dom(holder).getBoundingClientRect();
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

// The boxes of everything that is drawn in `node` and below, without words if `text` is false.
const ink = (node, { text = true, skip = null } = {}, clip = null, found = []) => {
  if (node === skip) return found;
  const add = (box) => {
    const seen = clip ? intersection(box, clip) : box;
    if (seen && width(seen) > 1 && height(seen) > 1 && !isAway(seen)) found.push(seen);
  };
  const { nodeType, tagName, ownerDocument } = dom(node);
  if (nodeType === 3) {
    if (!node.data.trim() || (!text && !isIconFont(node.parentElement))) return found;
    const range = dom(ownerDocument).createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) add(toTop(rect, node));
    return found;
  }
  if (nodeType !== 1 || /^(STYLE|SCRIPT|TEMPLATE|NOSCRIPT)$/.test(tagName) || !isShown(node)) return found;
  const css = style(node);
  const box = rectOf(node);
  const draws = css.visibility === "visible" && (isPicture(node) || (paintedBy(css) && (text || !hasText(node))) ||
    (tagName === "INPUT" && css.appearance !== "none"));
  if (draws) add(box);
  if (css.visibility === "visible") pseudoBoxes(node).forEach(add);
  if (isPicture(node)) return found;
  const inner = clips(node) ? (clip ? intersection(box, clip) : box) : clip;
  if (clips(node) && !inner) return found;
  for (const child of children(node)) ink(child, { text, skip }, inner, found);
  return found;
};
