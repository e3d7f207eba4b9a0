// Elements that seem to react to clicks and declare no state: they may be toggles all the same,
// drawn by a script.

// Elements that declare what they are, or what a click does.
const DECLARED = [
  "a[href]:not([href=''],[href='#'],[href^='javascript:'])", "input:not([type=button],[type=image])", "select", "textarea", "option",
  "summary", "iframe", "frame", "object", "embed", "video", "audio", "[contenteditable]", "[popovertarget]", "[commandfor]",
  "[disabled]", "[aria-disabled=true]", "[aria-expanded]", "[aria-haspopup]", "[aria-selected]", "[aria-current]",
  ...["link", "tab", "menuitem", "treeitem", "slider", "spinbutton", "textbox", "searchbox", "combobox", "listbox", "option"].map((role) => `[role=${role}]`),
].join(",");
const BUTTON = "button,input[type=button],a[href],[role=button]";
const TAKES_CLICKS = `${BUTTON},input[type=image],canvas,[onclick],[tabindex]:not([tabindex^='-'])`;

const isDeclared = (element) => [element, ...ancestors(element, Infinity)].some((here) => dom(here).matches(DECLARED) || (dom(here).tagName === "LABEL" && here.control));
// What listens around a field, a button or a slider listens for that.
const holdsControl = (element) => [...descendants(element)].some((inner) => dom(inner).matches(DECLARED) || dom(inner).matches(BUTTON));
const listening = new Set(); // elements with listeners to clicks
const pointer = (element) => Boolean(element) && style(element).cursor.endsWith("pointer");
const isCustom = (element) => dom(element).localName.includes("-") && dom(element).matches(":defined");
// What a custom element draws in a closed shadow root nobody reads.
const isOpaque = (element) => isCustom(element) && !shadowOf(element) && !dom(element).childNodes.length && !inTree.has(element);
const isClickable = (element) =>
  (dom(element).matches(TAKES_CLICKS) || listening.has(element) || isOpaque(element) || (pointer(element) && !pointer(parent(element)))) &&
  !/^(BODY|HTML)$/.test(dom(element).tagName) && !isDeclared(element) && !holdsControl(element) && fits(drawnBox(element));

const drawnBox = (element) => union(ink(element)) || rectOf(element);

// A point where a click reaches the element, and nothing in it that takes clicks of its own.
const pointOn = (element) => {
  const box = drawnBox(element);
  if (!isLarge(box) || !inView(box)) return null;
  const reaches = ([x, y]) => {
    for (let hit = elementAt(x, y); hit; hit = parent(hit)) {
      if (hit === element) return true;
      if (clickables.has(hit) || dom(hit).matches(DECLARED)) return false;
    }
    return false;
  };
  const points = [0.5, 0.2, 0.8].flatMap((fy) => [0.5, 0.2, 0.8].map((fx) => [box.left + width(box) * fx, box.top + height(box) * fy]));
  return points.find(reaches) || null;
};
