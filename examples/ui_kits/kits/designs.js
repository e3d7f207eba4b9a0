// The hand-written designs of designs/, each on its own ground, varied in hue, size and words beside it.

import sections from "designs:all";

const luminance = (color) => {
  const [r, g, b] = (color.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
};
const INPUT = "input[type=checkbox], input[type=radio], [role=checkbox], [role=switch], [aria-pressed]";

// Words beside a control that has none, in an ink that its ground doesn't swallow.
function addWords(s, control, holder, ground) {
  const words = document.createElement(control.tagName === "INPUT" ? "label" : "span");
  words.textContent = s.label;
  control.id ||= s.id;
  if (control.tagName === "INPUT") words.htmlFor = control.id;
  else { words.id = `${s.id}-words`; control.setAttribute("aria-labelledby", words.id); }
  words.style.cssText = `font: ${s.pick([400, 400, 600])} ${s.int(12, 20)}px/1.3 var(--page-font); max-width: 180px`;
  holder.style.cssText += `; display: flex; align-items: center; gap: ${s.int(6, 16)}px; flex-direction: ${s.pick(["row", "row", "row", "row-reverse", "column"])}`;
  holder.append(words);
  const color = `${ground.style.backgroundImage} ${ground.style.backgroundColor}`.match(/rgba?\([^)]*\)/)?.[0] ?? "rgb(255, 255, 255)";
  words.style.color = luminance(color) > 0.55 ? s.pick(["#111", "#333"]) : s.pick(["#fff", "#ddd"]);
}

const shown = (section) => (s, env) => {
  const ground = document.createElement("div");
  ground.style.cssText = section.style;
  ground.style.padding = `${s.int(8, 28)}px ${s.int(8, 32)}px`;
  ground.style.width = "fit-content";
  ground.style.boxSizing = "border-box";
  ground.dir = section.dir;
  if (section.lang) ground.lang = section.lang;
  const holder = document.createElement("div");
  if (section.specimen === "other") Object.assign(holder.dataset, { specimen: "other", kind: section.kind });
  holder.innerHTML = section.html;
  ground.append(holder);
  const filters = [];
  if (section.hue !== "fixed" && s.chance(0.5)) filters.push(`hue-rotate(${s.int(20, 340)}deg)`);
  if (s.chance(0.25)) filters.push(`saturate(${s.pick([0.5, 0.75, 1.3])})`);
  if (s.chance(0.2)) filters.push(`contrast(${s.pick([0.85, 0.92, 1.1])})`);
  if (filters.length) ground.style.filter = filters.join(" ");
  if (s.chance(0.6)) ground.style.zoom = s.pick([0.6, 0.7, 0.8, 0.9, 1.1, 1.25, 1.5]);
  if (section.mirror && (env.rtl || s.chance(0.1))) {
    // As a right-to-left page would draw it.
    holder.style.transform = "scaleX(-1)";
    ground.dir = "rtl";
  }
  const controls = holder.querySelectorAll(INPUT);
  const bare = section.specimen === "toggle" && controls.length === 1 && !section.words;
  if (bare && s.label && s.chance(0.5) && !holder.style.transform) {
    const inner = document.createElement("div");
    inner.append(...holder.childNodes);
    // A style sheet holds for its parent alone.
    holder.append(inner);
    addWords(s, controls[0], holder, ground);
  }
  return ground;
};

const renderers = (specimen) =>
  Object.fromEntries(sections.filter((section) => section.specimen === specimen).map((section) => [
    section.design,
    Object.assign(shown(section), { about: { design: section.design, control: specimen === "toggle" ? section.kind : undefined, decidable: section.decidable } }),
  ]));

export default {
  name: "designs",
  packages: [],
  framework: "html",
  toggles: renderers("toggle"),
  others: renderers("other"),
};
