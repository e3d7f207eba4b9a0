// Uniform: jQuery's checkboxes, radios and other form controls drawn from sprites, in its four themes.

import "./uniform.css";
import jQuery from "jquery";

const THEMES = ["aristo", "default", "jeans", "agent"];

const input = (s, type, choice) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}" data-uniform${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const themed = (theme, content) => `<div class="uniform-${theme}">${content}</div>`;
const line = (s, type, choice = s) => `<label class="line">${input(s, type, choice)}<span>${choice.label}</span></label>`;
const item = (s, type) => s.options().map((choice) => line(s, type, choice)).join("");

const checkbox = (s) => {
  const way = s.random.weighted([["line", 60], ["end", 15], ["items", 15], ["table", 10]]);
  if (way === "end") return `<div class="line apart"><label for="${s.id}">${s.label}</label>${input(s, "checkbox", s)}</div>`;
  if (way === "items") return item(s, "checkbox");
  if (way === "table") return `<table>${s.options(2, 3).map((choice) => `<tr><td>${input(s, "checkbox", { ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("number")}</td></tr>`).join("")}</table>`;
  return line(s, "checkbox");
};
const radio = (s) => (s.chance(0.2) ? `<div class="inline">${item(s, "radio")}</div>` : item(s, "radio"));
const toggles = {};
for (const theme of THEMES) {
  toggles[`checkbox-${theme}`] = (s) => themed(theme, checkbox(s));
  toggles[`radio-${theme}`] = (s) => themed(theme, radio(s));
}

const other = (draw) => (s) => themed(s.pick(THEMES), draw(s));

/** Each theme's rules are a layer: they are made to hold within its class alone. */
function scopeThemes() {
  const names = THEMES.map((theme) => `uniform-${theme}`);
  for (const sheet of document.styleSheets) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      const { name, cssRules } = sheet.cssRules[i];
      if (!cssRules || !names.includes(name)) continue;
      const rules = [...cssRules].map((rule) => rule.cssText).join("\n");
      sheet.deleteRule(i);
      sheet.insertRule(`@scope (.${name}) { ${rules} }`, i);
    }
  }
}

export default {
  name: "uniform",
  packages: ["jquery.uniform", "jquery"],
  framework: "html",
  rtl: false,

  async setup() {
    scopeThemes();
    // The plugin asks for a global jQuery, and for a method that jQuery 4 left out.
    window.jQuery = jQuery;
    jQuery.fn.push ??= Array.prototype.push;
    await import("jquery.uniform/dist/js/jquery.uniform.standalone.js");
  },

  toggles,

  others: {
    button: other((s) => `<button type="button" data-uniform${s.disabled ? " disabled" : ""}>${s.label}</button>`),
    submit: other((s) => `<input type="button" data-uniform value="${s.text("word")}">`),
    input: other((s) => `<label for="${s.id}">${s.label}</label><br><input type="${s.pick(["text", "email", "search"])}" id="${s.id}" data-uniform ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`),
    number: other((s) => `<input type="number" data-uniform value="${s.int(0, 99)}" aria-label="${s.aria}">`),
    select: other((s) => `<select data-uniform aria-label="${s.aria}"${s.disabled ? " disabled" : ""}>${s.options(2, 4, "word").map(({ label }) => `<option>${label}</option>`).join("")}</select>`),
    listbox: other((s) => `<select data-uniform multiple size="3" aria-label="${s.aria}">${s.options(3, 4).map(({ label }) => `<option>${label}</option>`).join("")}</select>`),
    file: other((s) => `<input type="file" data-uniform aria-label="${s.aria}">`),
    textarea: other((s) => `<textarea data-uniform rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`),
    link: (s) => `<a href="#${s.id}" style="color: inherit">${s.label}</a>`,
    list: (s) => `<ul>${s.options().map(({ label }) => `<li>${label}</li>`).join("")}</ul>`,
  },

  async ready(root) {
    jQuery(root).find("[data-uniform]").uniform();
    // It draws the states a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
};
