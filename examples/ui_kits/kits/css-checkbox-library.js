// CSS Checkbox Library: its 17 switches, 4 circles and 4 squares, in all sizes. It has no other components.

import "css-checkbox-library/dist/css/checkboxes.css";
import "./css-checkbox-library.css";

const range = (count) => Array.from({ length: count }, (_, i) => i + 1);
const SWITCHES = range(17).map((number) => `style-${number}`);
const BOXES = ["circle", "square"].flatMap((name) => range(4).map((number) => `${name}-${number}`));

const control = (s, design, size, choice = s) =>
  `<div class="ckbx-${design}" style="font-size: ${size}px"><input type="checkbox" id="${choice.id}" name="${choice.id}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><label for="${choice.id}"></label></div>`;
const row = (s, design, size, choice = s) =>
  `<div class="line">${control(s, design, size, choice)}${choice.label ? `<label for="${choice.id}">${choice.label}</label>` : ""}</div>`;

// One control with its words after or before it, or several.
const draw = (design) => (s) => {
  const size = s.pick([16, 20, 24, 24, 24, 30, 40]);
  if (s.chance(0.15)) return s.options(2, 3).map((choice) => row(s, design, Math.min(size, 24), choice)).join("");
  if (s.label && s.chance(0.2)) return `<div class="line apart"><label for="${s.id}">${s.label}</label>${control(s, design, Math.min(size, 30))}</div>`;
  return row(s, design, size);
};
const designs = (names, kind) => Object.fromEntries(names.map((name) => [name, Object.assign(draw(name), { about: { design: name, control: kind } })]));

export default {
  name: "css-checkbox-library",
  packages: ["css-checkbox-library"],
  framework: "html",
  rtl: false,

  toggles: { ...designs(SWITCHES, "switch"), ...designs(BOXES, "checkbox") },

  others: {
    button: (s) => `<button type="button"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    input: (s) => `<label for="${s.id}">${s.label}</label><br><input id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`,
    select: (s) => `<select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" value="${s.int(0, 100)}" aria-label="${s.aria}" style="accent-color: ${s.color()}">`,
    progress: (s) => `<progress value="${s.int(5, 100)}" max="100"></progress>`,
    pill: (s) => `<span class="pill" style="background: ${s.pick(["#f25f5c", "#50908a", "#333333", "#247ba0"])}">${s.text("word")}</span>`,
    dot: (s) => `<span class="dot" style="background: ${s.pick(["#f25f5c", "#70c1b3", "#333333", "#ffe066"])}"></span> ${s.text("phrase")}`,
    card: (s) => `<div class="note"><b>${s.text("phrase")}</b><br><small>${s.text("sentence")}</small></div>`,
  },
};
