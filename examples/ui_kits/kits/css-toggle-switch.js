// CSS Toggle Switch: its light switches (one checkbox) and toggle switches (radios in a track) in all themes. It has no other
// components.

import "css-toggle-switch/dist/toggle-switch.css";
import "./css-toggle-switch.css";

const THEMES = ["candy", "candy-blue", "candy-yellow", "ios", "holo", "material"];
const PAIRS = [["Off", "On"], ["Off", "On"], ["OFF", "ON"], ["No", "Yes"], ["0", "1"]];

const classes = (theme) => (theme.startsWith("candy-") ? `switch-candy switch-${theme}` : `switch-${theme}`);
const input = (s, type, choice) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const light = (s, theme, [off, on], choice = s) =>
  `<label class="switch-light ${classes(theme)}">${input(s, "checkbox", choice)}<span><span>${off}</span><span>${on}</span><a></a></span></label>`;
const line = (s, theme, words, choice = s) => `<div class="line">${light(s, theme, words, choice)}<label for="${choice.id}">${choice.label}</label></div>`;

const lightSwitch = (theme) => (s) => {
  const words = s.pick(PAIRS);
  const way = s.random.weighted([["line", 60], ["end", 20], ["lines", 20]]);
  const size = `font-size: ${s.pick([0.85, 1, 1, 1.2, 1.5])}em`;
  if (way === "lines") return `<div style="${size}">${s.options(2, 3).map((choice) => line(s, theme, words, choice)).join("")}</div>`;
  if (way === "end") return `<div class="line apart"><label for="${s.id}">${s.label}</label>${light(s, theme, words)}</div>`;
  return `<div style="${size}">${line(s, theme, words)}</div>`;
};
const toggleSwitch = (theme) => (s) =>
  `<div class="switch-toggle ${classes(theme)}">${s.options(2, 3, "word").map((choice) => `${input(s, "radio", choice)}<label for="${choice.id}">${choice.label}</label>`).join("")}<a></a></div>`;

const toggles = {};
for (const theme of THEMES) toggles[`light-${theme}`] = lightSwitch(theme);
for (const theme of ["candy", "candy-blue", "ios", "holo", "material"]) toggles[`toggle-${theme}`] = toggleSwitch(theme);

export default {
  name: "css-toggle-switch",
  packages: ["css-toggle-switch"],
  framework: "html",
  dark: false,
  rtl: false,

  toggles,

  others: {
    button: (s) => `<button type="button"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    input: (s) => `<label for="${s.id}">${s.label}</label><br><input id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`,
    select: (s) => `<select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" value="${s.int(0, 100)}" aria-label="${s.aria}" style="accent-color: ${s.color()}">`,
    progress: (s) => `<progress value="${s.int(5, 100)}" max="100"></progress>`,
    pill: (s) => `<span class="pill" style="background: ${s.pick(["#2d3035", "#4bd865", "#0e88b1", "#3f51b5", "#d8d9db"])}">${s.text("word")}</span>`,
    bar: (s) => `<div class="bar">${s.options(2, 3, "word").map(({ label }) => `<span>${label}</span>`).join("")}</div>`,
    note: (s) => `<div class="note"><b>${s.text("phrase")}</b><br><small>${s.text("sentence")}</small></div>`,
  },
};
