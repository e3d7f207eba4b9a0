// Topcoat: its four themes side by side, each on its own ground where the page is not as light or dark.

import "./topcoat.css";

const THEMES = ["desktop-light", "desktop-dark", "mobile-light", "mobile-dark"];
const WORDS = ["word", "short"];

const choices = (s, draw, ...range) => s.options(...range).map(draw).join("");
const input = (s, type, choice, classes = "") =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${classes && ` class="${classes}"`}${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;

const checkbox = (s, choice = s) => `<label class="topcoat-checkbox">${input(s, "checkbox", choice)}<div class="topcoat-checkbox__checkmark"></div> ${choice.label}</label>`;
const radio = (s, choice) => `<label class="topcoat-radio-button">${input(s, "radio", choice)}<div class="topcoat-radio-button__checkmark"></div> ${choice.label}</label>`;
// Its parts lie beyond it and are cut off: the role says that the whole is the control.
const switched = (s, choice = s) => `<label class="topcoat-switch" role="switch" aria-checked="${choice.checked}" aria-label="${s.aria}">${input(s, "checkbox", choice, "topcoat-switch__input")}<div class="topcoat-switch__toggle"></div></label>`;
// A button in a label takes its clicks.
const bar = (s, name) =>
  `<div class="topcoat-${name}">${choices(s, (choice) => `<label class="topcoat-${name}__item">${input(s, "radio", choice)}<span class="topcoat-${name}__button">${choice.label}</span></label>`, 2, 3, "word")}</div>`;

const TOGGLES = {
  checkbox: (s) => (s.chance(0.3) ? choices(s, (choice) => `<div class="line">${checkbox(s, choice)}</div>`, 2, 3) : checkbox(s)),
  radio: (s) => choices(s, (choice) => `<div class="line">${radio(s, choice)}</div>`),
  switch: (s) => `<div class="line${s.chance(0.4) ? " apart" : ""}">${s.chance(0.5) ? `<label for="${s.id}">${s.label}</label>${switched(s)}` : `${switched(s)}<label for="${s.id}">${s.label}</label>`}</div>`,
  "button-bar": (s) => bar(s, "button-bar"),
  "tab-bar": (s) => bar(s, "tab-bar"),
};
const OTHERS = {
  button: (s) => `<button type="button" class="topcoat-button${s.pick(["", "--quiet", "--large", "--large--quiet", "--cta", "--large--cta"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
  "icon-button": (s) => `<button type="button" class="topcoat-icon-button${s.pick(["", "--quiet", "--large", "--large--quiet"])}" aria-label="${s.aria}"><span class="topcoat-icon topcoat-icon--menu-stack"></span></button>`,
  "action-bar": (s) => `<div class="topcoat-button-bar">${choices(s, ({ label }) => `<div class="topcoat-button-bar__item"><button type="button" class="topcoat-button-bar__button">${label}</button></div>`, 2, 3, "word")}</div>`,
  notification: (s) => `${s.text("word")} <span class="topcoat-notification">${s.int(1, 99)}</span>`,
  range: (s) => `<input type="range" class="topcoat-range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
  search: (s) => `<input type="search" class="topcoat-search-input${s.pick(["", "--large"])}" placeholder="${s.text("word")}" aria-label="${s.aria}">`,
  input: (s) => `<input type="text" class="topcoat-text-input${s.pick(["", "--large"])}" value="${s.text(s.pick(["name", "email", ...WORDS]))}" aria-label="${s.aria}">`,
  textarea: (s) => `<textarea class="topcoat-textarea" rows="2" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
  list: (s) => `<div class="topcoat-list"><h3 class="topcoat-list__header">${s.text("word")}</h3><ul class="topcoat-list__container">${choices(s, ({ label }) => `<li class="topcoat-list__item">${label}</li>`)}</ul></div>`,
  "navigation-bar": (s) => `<div class="topcoat-navigation-bar"><div class="topcoat-navigation-bar__item center full"><h1 class="topcoat-navigation-bar__title">${s.text("word")}</h1></div></div>`,
};

const themed = (theme, draw) => (s, env) => `<div class="topcoat-${theme}${theme.endsWith(env.dark ? "dark" : "light") && s.chance(0.6) ? "" : " ground"}">${draw(s)}</div>`;

/** Each theme's rules are a layer: they are made to hold within its class alone. */
function scopeThemes() {
  const names = THEMES.map((theme) => `topcoat-${theme}`);
  for (const sheet of document.styleSheets) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      const { name, cssRules } = sheet.cssRules[i];
      if (!cssRules || !names.includes(name)) continue;
      const rules = [...cssRules].filter((rule) => rule instanceof CSSStyleRule).map((rule) => rule.cssText).join("\n");
      sheet.deleteRule(i);
      sheet.insertRule(`@scope (.${name}) { ${rules} }`, i);
    }
  }
}

const toggles = {};
for (const [kind, draw] of Object.entries(TOGGLES)) for (const theme of THEMES) toggles[`${kind}-${theme}`] = themed(theme, draw);

export default {
  name: "topcoat",
  packages: ["topcoat"],
  framework: "html",
  rtl: false,

  setup: scopeThemes,
  toggles,
  others: Object.fromEntries(Object.entries(OTHERS).map(([kind, draw]) => [kind, (s, env) => themed(s.pick(THEMES), draw)(s, env)])),

  ready(root) {
    root.addEventListener("change", ({ target }) => target.closest("[role=switch]")?.setAttribute("aria-checked", target.checked));
  },
};
