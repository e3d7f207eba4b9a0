// Bulmaswatch: Bulma 0.8 in one of its 22 themes a page. Its checkboxes and radios are the browser's, the rest is drawn by the theme.

import "@fortawesome/fontawesome-free/css/all.css";
import { wear } from "./_themes/wear.js";
import { ready } from "./_bulma.js";
import "./bulmaswatch.css";

const THEMES = [
  "lux", "slate", "minty", "superhero", "materia", "lumen", "nuclear", "journal", "cyborg", "pulse", "solar", "simplex",
  "united", "cerulean", "darkly", "litera", "sandstone", "cosmo", "spacelab", "flatly", "yeti", "default",
];
const COLORS = ["primary", "link", "info", "success", "warning", "danger"];
const ICONS = ["gear", "heart", "star", "bell", "trash", "pen", "house", "cart-shopping", "user", "magnifying-glass", "download", "share-nodes", "envelope", "lock"];
const SHAPES = ["", "", " is-rounded"];

const icon = (s, classes = "") => `<span class="icon ${classes}" aria-hidden="true"><i class="fas fa-${s.pick(ICONS)}"></i></span>`;
const size = (s) => s.pick(["", "", " is-small", " is-medium"]);
const color = (s) => `is-${s.pick(COLORS)}`;
const choices = (s, option) => s.options().map(option).join("");

const input = (s, type, choice = s) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const label = (s, type, choice = s) => `<label class="${type}"${s.disabled ? " disabled" : ""}>${input(s, type, choice)} ${choice.label}</label>`;

/** A role's element that has the classes `on` where it is checked; ready() turns it. */
const aria = (s, tag, role, on, classes, content, choice = s) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const off = !s.disabled ? "" : tag === "button" ? " disabled" : ' aria-disabled="true" style="opacity: .5"';
  return `<${tag} id="${choice.id}"${tag === "button" ? ' type="button"' : ' tabindex="0"'} class="${classes}${choice.checked ? ` ${on}` : ""}" data-on="${on}" ${state}${off}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};
const tabs = (s, classes, content) =>
  `<div class="tabs is-toggle${classes}"><ul role="radiogroup">${choices(s, (choice) => `<li class="${choice.checked ? "is-active" : ""}" data-on="is-active"><a id="${choice.id}" role="radio" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""}>${content(choice)}</a></li>`)}</ul></div>`;

const native = {
  checkbox: (s) => label(s, "checkbox"),
  radio: (s) => choices(s, (choice) => `<div class="control">${label(s, "radio", choice)}</div>`),
  "checkbox-panel": (s) => `<nav class="panel">${choices(s, (choice) => `<label class="panel-block">${input(s, "checkbox", choice)}&ensp;${choice.label}</label>`)}</nav>`,
  "checkbox-box": (s) => `<label class="box">${input({ ...s, label: s.aria }, "checkbox")}&ensp;<strong>${s.aria}</strong><br><small>${s.text("phrase")}</small></label>`,
  "checkbox-table": (s) => `<table class="table is-fullwidth${s.pick(["", " is-bordered", " is-striped"])}">${choices(s, (choice) => `<tr><td>${input(s, "checkbox", choice)}</td><td><label for="${choice.id}">${choice.label}</label></td></tr>`)}</table>`,
};

const drawn = {
  "pressed-button": (s) => aria(s, "button", "button", color(s), `button${size(s)}${s.pick(SHAPES)}`, s.label || icon(s)),
  "button-with-icon": (s) => aria(s, "button", "button", color(s), `button${size(s)}${s.pick(SHAPES)}`, `${icon(s)}<span>${s.aria}</span>`),
  "icon-toggle": (s) => aria({ ...s, label: "" }, "button", "button", color(s), `button${size(s)}${s.pick(SHAPES)}`, icon(s)),
  "buttons-toggle": (s) => {
    const on = `is-selected ${color(s)}`;
    return `<div class="buttons has-addons" role="radiogroup">${choices(s, (choice) => aria(s, "button", "radio", on, "button", choice.label, choice))}</div>`;
  },
  "tabs-toggle": (s) => tabs(s, s.pick(["", "", " is-small"]), ({ label }) => `<span>${label}</span>`),
  "tabs-toggle-rounded": (s) => tabs(s, " is-toggle-rounded", ({ label }) => `<span>${label}</span>`),
  "tabs-toggle-icon": (s) => tabs(s, s.pick(["", " is-toggle-rounded"]), ({ label }) => `${icon(s, "is-small")}<span>${label}</span>`),
  tags: (s) => {
    const [on, classes] = [color(s), `tag${s.pick(["", " is-rounded"])}${s.pick([" is-medium", " is-large"])}`];
    return `<div class="tags">${choices(s, (choice) => aria(s, "span", "checkbox", on, classes, choice.label, choice))}</div>`;
  },
  "tag-icon": (s) => aria(s, "button", "button", color(s), "tag is-medium", `${icon(s)}<span>${s.label}</span>`),
  "dropdown-radio": (s) => `<div class="dropdown is-active"><div class="dropdown-menu"><div class="dropdown-content" role="menu">${choices(s, (choice) => aria(s, "a", "menuitemradio", "is-active", "dropdown-item", choice.label, choice))}</div></div></div>`,
  "menu-list": (s) => `<aside class="menu"><ul class="menu-list" role="menu">${choices(s, (choice) => `<li>${aria(s, "a", "menuitemradio", "is-active", "", choice.label, choice)}</li>`)}</ul></aside>`,
  pages: (s) => `<nav class="pagination${size(s)}${s.pick(SHAPES)}"><ul class="pagination-list" role="radiogroup">${choices(s, (choice) => `<li>${aria(s, "a", "radio", "is-current", "pagination-link", choice.value, { ...choice, label: choice.value })}</li>`)}</ul></nav>`,
};

export default {
  name: "bulmaswatch",
  packages: ["bulmaswatch", "@fortawesome/fontawesome-free"],
  framework: "html",
  dark: false,
  rtl: false,

  async setup(env) {
    const theme = THEMES[(env.page - 1) % THEMES.length];
    const { default: css } = await import(`../node_modules/bulmaswatch/${theme}/bulmaswatch.min.css`, { with: { type: "text" } });
    wear(css, document.documentElement);
    if (env.random.chance(0.5)) document.documentElement.style.setProperty("--toggle-color", env.accent);
    for (const [kind, render] of Object.entries(drawn)) render.about = { design: `${kind}/${theme}` };
  },

  toggles: { ...drawn, ...native },

  others: {
    button: (s) => `<button class="button ${color(s)}${size(s)}${s.pick(["", " is-outlined", " is-light", " is-rounded", " is-inverted"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-plain": (s) => `<button class="button is-${s.pick(["white", "light", "dark", "black", "text"])}${size(s)}">${s.label}</button>`,
    "button-with-icon": (s) => `<button class="button${s.pick(["", ` ${color(s)}`])}${size(s)}">${icon(s)}<span>${s.label}</span></button>`,
    "icon-button": (s) => `<button class="button${s.pick(["", ` ${color(s)}`, " is-rounded"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "button-loading": (s) => `<button class="button is-loading ${color(s)}">${s.label}</button>`,
    "dropdown-button": (s) => `<button class="button"><span>${s.label}</span><span class="icon is-small"><i class="fas fa-angle-down"></i></span></button>`,
    delete: (s) => `<button class="delete${s.pick(["", " is-medium", " is-large"])}" aria-label="${s.aria}"></button>`,
    link: (s) => `<a href="#${s.id}" class="has-text-${s.pick(COLORS)}">${s.label}</a>`,
    input: (s) => `<div class="field"><label class="label" for="${s.id}">${s.label}</label><input class="input${size(s)}${s.pick(["", "", " is-rounded", ` ${color(s)}`])}" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}"></div>`,
    "input-button": (s) => `<div class="field has-addons"><p class="control is-expanded"><input class="input" placeholder="${s.text("word")}" aria-label="${s.aria}"></p><p class="control"><button class="button ${color(s)}">${s.text("word")}</button></p></div>`,
    textarea: (s) => `<textarea class="textarea" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<div class="select${size(s)}${s.pick(["", " is-rounded"])}" style="max-width: 100%"><select style="max-width: 100%" aria-label="${s.aria}">${choices(s, (choice) => `<option>${choice.label}</option>`)}</select></div>`,
    progress: (s) => `<progress class="progress ${color(s)}${size(s)}" value="${s.int(5, 100)}" max="100"></progress>`,
    tag: (s) => `<span class="tag ${color(s)}${s.pick(["", " is-light", " is-medium", " is-rounded"])}">${s.text("short")}</span>`,
    "tag-delete": (s) => `<span class="tag is-medium ${color(s)}">${s.text("word")} <button class="delete is-small" aria-label="${s.aria}"></button></span>`,
    notification: (s) => `<div class="notification ${color(s)}${s.pick(["", " is-light"])}">${s.text("sentence")}</div>`,
    message: (s) => `<article class="message ${color(s)}"><div class="message-header"><p>${s.text("phrase")}</p><button class="delete" aria-label="x"></button></div><div class="message-body">${s.text("sentence")}</div></article>`,
    breadcrumb: (s) => `<nav class="breadcrumb${s.pick(["", " has-arrow-separator", " has-dot-separator"])}"><ul>${choices(s, (choice) => `<li><a href="#${s.id}">${choice.label}</a></li>`)}</ul></nav>`,
    tabs: (s) => `<div class="tabs${s.pick(["", " is-boxed"])}"><ul>${choices(s, (choice) => `<li class="${choice.value === "1" ? "is-active" : ""}"><a>${icon(s, "is-small")}<span>${choice.label}</span></a></li>`)}</ul></div>`,
    menu: (s) => `<aside class="menu"><p class="menu-label">${s.text("word")}</p><ul class="menu-list">${choices(s, (choice) => `<li><a href="#${s.id}">${icon(s)} ${choice.label}</a></li>`)}</ul></aside>`,
    card: (s) => `<div class="card"><div class="card-content"><p class="title is-5">${s.text("phrase")}</p><p>${s.text("sentence")}</p></div><footer class="card-footer"><a class="card-footer-item">${s.text("word")}</a><a class="card-footer-item">${s.text("word")}</a></footer></div>`,
    table: (s) => `<table class="table${s.pick(["", " is-striped", " is-bordered", " is-narrow"])}"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
  },

  ready,
};
