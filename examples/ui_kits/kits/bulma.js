// Bulma 1: its checkboxes and radios in forms, panels, boxes and tables, its toggle tabs, buttons and tags, and its other components.

import "@fortawesome/fontawesome-free/css/all.css";
import "bulma/css/bulma.css";
import { ready } from "./_bulma.js";
import "./bulma.css";

const COLORS = ["primary", "link", "info", "success", "warning", "danger"];
const ICONS = ["gear", "heart", "star", "bell", "trash", "pen", "house", "cart-shopping", "user", "magnifying-glass", "download", "share-nodes", "envelope", "lock"];

const icon = (s, classes = "") => `<span class="icon ${classes}" aria-hidden="true"><i class="fas fa-${s.pick(ICONS)}"></i></span>`;
const size = (s) => s.pick(["", "", " is-small", " is-medium"]);
const color = (s) => `is-${s.pick(COLORS)}`;
const choices = (s, option) => s.options().map(option).join("");

const input = (s, type, choice = s) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const label = (s, type, classes = "", choice = s) =>
  `<label class="${type} ${classes}"${s.disabled ? " disabled" : ""}>${input(s, type, choice)} ${choice.label}</label>`;

/** A role's element that has the class `on` where it is checked; ready() turns it. */
const aria = (s, tag, role, on, classes, content, choice = s) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const off = !s.disabled ? "" : tag === "button" ? " disabled" : ' aria-disabled="true"';
  return `<${tag} id="${choice.id}"${tag === "button" ? ' type="button"' : ' tabindex="0"'} class="${classes}${choice.checked ? ` ${on}` : ""}" data-on="${on}" ${state}${off}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};

export default {
  name: "bulma",
  packages: ["bulma", "@fortawesome/fontawesome-free"],
  framework: "html",

  setup(env) {
    const html = document.documentElement;
    html.dataset.theme = env.dark ? "dark" : "light";
    // Half of the pages keep Bulma's turquoise.
    if (env.random.chance(0.5)) html.style.setProperty("--bulma-primary-h", `${env.random.int(0, 359)}deg`);
    if (env.random.chance(0.5)) html.style.setProperty("--toggle-color", env.accent);
  },

  toggles: {
    checkbox: (s) => label(s, "checkbox"),
    radio: (s) => `<div class="radios">${choices(s, (choice) => label(s, "radio", "", choice))}</div>`,
    checkboxes: (s) => `<div class="checkboxes">${choices(s, (choice) => label(s, "checkbox", "", choice))}</div>`,
    "checkbox-large": (s) => label(s, "checkbox", `is-size-${s.int(4, 5)}`),
    "checkbox-bare": (s) => `<span class="checkbox ${s.pick(["", "is-size-4", "is-size-5"])}">${input({ ...s, label: "" }, "checkbox")}</span>`,
    "checkbox-reverse": (s) => `<label class="checkbox is-flex is-justify-content-space-between is-align-items-center">${s.label} ${input(s, "checkbox")}</label>`,
    "checkbox-help": (s) => `<div class="field">${label(s, "checkbox")}<p class="help ${s.pick(["", "is-danger", "is-success"])}">${s.text("sentence")}</p></div>`,
    "radio-stacked": (s) => `<div class="field">${choices(s, (choice) => `<div class="control">${label(s, "radio", "", choice)}</div>`)}</div>`,
    "checkbox-level": (s) => `<div class="level is-mobile"><label class="level-left is-flex-shrink-1" for="${s.id}">${s.label ? `${icon(s)} ${s.label}` : ""}</label><span class="level-right checkbox">${input(s, "checkbox")}</span></div>`,
    "checkbox-panel": (s) => `<nav class="panel ${color(s)}">${choices(s, (choice) => `<label class="panel-block">${input(s, "checkbox", choice)}&ensp;${choice.label}</label>`)}</nav>`,
    "checkbox-box": (s) => `<label class="box p-4 is-flex is-align-items-center">${input({ ...s, label: s.aria }, "checkbox")}<span class="ml-3"><strong>${s.aria}</strong><br><small>${s.text("phrase")}</small></span></label>`,
    "radio-box": (s) => choices(s, (choice) => `<label class="box p-3 mb-2">${input(s, "radio", choice)}&ensp;${choice.label}</label>`),
    "checkbox-media": (s) => `<label class="media"><span class="media-left"><img class="image is-48x48" alt="" src="${s.image(48)}"></span><span class="media-content">${s.text("name")}<br><small>${s.text("email")}</small></span><span class="media-right checkbox">${input(s, "checkbox")}</span></label>`,
    "checkbox-table": (s) => `<table class="table is-fullwidth${s.pick(["", " is-bordered", " is-striped"])}">${choices(s, (choice) => `<tr><td>${input(s, "checkbox", choice)}</td><td><label for="${choice.id}">${choice.label}</label></td><td>${s.text("number")}</td></tr>`)}</table>`,
    "checkbox-addon": (s) => `<div class="field has-addons"><p class="control"><span class="button is-static" style="pointer-events: auto">${input({ ...s, label: "" }, "checkbox")}</span></p><p class="control is-expanded"><input class="input" value="${s.text("short")}" aria-label="${s.text("word")}"></p></div>`,
    "pressed-button": (s) => aria(s, "button", "button", color(s), `button${size(s)}${s.pick(["", " is-rounded"])}`, s.label || icon(s)),
    "icon-toggle": (s) => aria({ ...s, label: "" }, "button", "button", color(s), `button${size(s)}${s.pick(["", " is-rounded"])}`, icon(s)),
    "buttons-toggle": (s) => {
      const on = `is-selected ${color(s)}`;
      return `<div class="buttons has-addons" role="radiogroup">${choices(s, (choice) => aria(s, "button", "radio", on, "button", choice.label, choice))}</div>`;
    },
    "tabs-toggle": (s) => `<div class="tabs is-toggle${s.pick(["", " is-toggle-rounded", " is-small"])}"><ul role="radiogroup">${choices(s, (choice) => `<li class="${choice.checked ? "is-active" : ""}" data-on="is-active"><a id="${choice.id}" role="radio" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""}>${choice.label}</a></li>`)}</ul></div>`,
    tags: (s) => {
      const [on, classes] = [color(s), `tag${s.pick(["", " is-rounded"])}${s.pick([" is-medium", " is-large"])}`];
      return `<div class="tags">${choices(s, (choice) => aria(s, "span", "checkbox", on, classes, choice.label, choice))}</div>`;
    },
    "tag-icon": (s) => aria(s, "button", "button", color(s), "tag is-medium", `${icon(s)}<span>${s.label}</span>`),
    "dropdown-radio": (s) => `<div class="dropdown is-active"><div class="dropdown-menu"><div class="dropdown-content" role="menu">${choices(s, (choice) => aria(s, "a", "menuitemradio", "is-active", "dropdown-item", choice.label, choice))}</div></div></div>`,
  },

  others: {
    button: (s) => `<button class="button ${color(s)}${size(s)}${s.pick(["", " is-outlined", " is-light", " is-rounded", " is-inverted"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-plain": (s) => `<button class="button is-${s.pick(["white", "light", "dark", "black", "text", "ghost"])}${size(s)}">${s.label}</button>`,
    "button-with-icon": (s) => `<button class="button${s.pick(["", ` ${color(s)}`])}${size(s)}">${icon(s)}<span>${s.label}</span></button>`,
    "icon-button": (s) => `<button class="button${s.pick(["", ` ${color(s)}`, " is-rounded"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "button-loading": (s) => `<button class="button is-loading ${color(s)}">${s.label}</button>`,
    "dropdown-button": (s) => `<button class="button"><span>${s.label}</span><span class="icon is-small"><i class="fas fa-angle-down"></i></span></button>`,
    "icon-text": (s) => `<span class="icon-text">${icon(s, `has-text-${s.pick(COLORS)}`)}<span>${s.label}</span></span>`,
    delete: (s) => `<button class="delete${s.pick(["", " is-medium", " is-large"])}" aria-label="${s.aria}"></button>`,
    link: (s) => `<a href="#${s.id}" class="has-text-${s.pick(COLORS)}">${s.label}</a>`,
    input: (s) => `<div class="field"><label class="label" for="${s.id}">${s.label}</label><input class="input${size(s)}${s.pick(["", "", " is-rounded", ` ${color(s)}`])}" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}"></div>`,
    "input-with-icon": (s) => `<p class="control has-icons-left"><input class="input" value="${s.text("email")}" aria-label="${s.aria}">${icon(s, "is-small is-left")}</p>`,
    "input-button": (s) => `<div class="field has-addons"><p class="control is-expanded"><input class="input" placeholder="${s.text("word")}" aria-label="${s.aria}"></p><p class="control"><button class="button ${color(s)}">${s.text("word")}</button></p></div>`,
    textarea: (s) => `<textarea class="textarea" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<div class="select${size(s)}${s.pick(["", " is-rounded"])}" style="max-width: 100%"><select aria-label="${s.aria}">${choices(s, (choice) => `<option>${choice.label}</option>`)}</select></div>`,
    file: (s) => `<div class="file ${color(s)}${size(s)}"><label class="file-label"><input class="file-input" type="file"><span class="file-cta"><span class="file-icon"><i class="fas fa-upload"></i></span><span class="file-label">${s.text("word")}</span></span></label></div>`,
    progress: (s) => `<progress class="progress ${color(s)}${size(s)}" value="${s.int(5, 100)}" max="100"></progress>`,
    tag: (s) => `<span class="tag ${color(s)}${s.pick(["", " is-light", " is-medium", " is-rounded"])}">${s.text("short")}</span>`,
    "tag-addons": (s) => `<div class="tags has-addons mb-0"><span class="tag">${s.text("word")}</span><span class="tag ${color(s)}">${s.text("number")}</span></div>`,
    "tag-delete": (s) => `<span class="tag is-medium ${color(s)}">${s.text("word")} <button class="delete is-small" aria-label="${s.aria}"></button></span>`,
    notification: (s) => `<div class="notification p-4 ${color(s)}${s.pick(["", " is-light"])}">${s.text("sentence")}</div>`,
    message: (s) => `<article class="message ${color(s)}"><div class="message-header"><p>${s.text("phrase")}</p><button class="delete" aria-label="x"></button></div><div class="message-body">${s.text("sentence")}</div></article>`,
    breadcrumb: (s) => `<nav class="breadcrumb${s.pick(["", " has-arrow-separator", " has-dot-separator"])}"><ul>${choices(s, (choice) => `<li><a href="#${s.id}">${choice.label}</a></li>`)}</ul></nav>`,
    pagination: (s) => `<nav class="pagination${size(s)}"><ul class="pagination-list">${[1, 2, 3].map((page) => `<li><a class="pagination-link${page === 2 ? " is-current" : ""}" href="#${s.id}">${page}</a></li>`).join("")}</ul></nav>`,
    tabs: (s) => `<div class="tabs${s.pick(["", " is-boxed"])}"><ul>${choices(s, (choice) => `<li class="${choice.value === "1" ? "is-active" : ""}"><a>${icon(s, "is-small")}<span>${choice.label}</span></a></li>`)}</ul></div>`,
    menu: (s) => `<aside class="menu"><p class="menu-label">${s.text("word")}</p><ul class="menu-list">${choices(s, (choice) => `<li><a href="#${s.id}">${icon(s)} ${choice.label}</a></li>`)}</ul></aside>`,
    "panel-block": (s) => `<a class="panel-block" href="#${s.id}"><span class="panel-icon"><i class="fas fa-${s.pick(ICONS)}"></i></span>${s.label}</a>`,
    card: (s) => `<div class="card"><div class="card-content"><p class="title is-5">${s.text("phrase")}</p><p>${s.text("sentence")}</p></div><footer class="card-footer"><a class="card-footer-item">${s.text("word")}</a><a class="card-footer-item">${s.text("word")}</a></footer></div>`,
    media: (s) => `<article class="media"><figure class="media-left"><img class="image is-48x48 is-rounded" alt="" src="${s.image(48)}"></figure><div class="media-content"><strong>${s.text("name")}</strong><br>${s.text("phrase")}</div></article>`,
    statistic: (s) => `<div class="has-text-centered"><p class="heading">${s.text("word")}</p><p class="title">${s.text("number")}</p></div>`,
    table: (s) => `<table class="table${s.pick(["", " is-striped", " is-bordered", " is-narrow"])}"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
    skeleton: () => `<div class="skeleton-lines"><div></div><div></div></div>`,
  },

  ready,
};
