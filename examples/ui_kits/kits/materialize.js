// Materialize 1: its checkboxes, filled or not, radios, switches, chips and toggled buttons, and its other components.

import "@mdi/font/css/materialdesignicons.css";
import "materialize-css/dist/css/materialize.css";
import "./materialize.css";

const COLORS = ["red", "pink", "purple", "indigo", "blue", "cyan", "green", "orange", "brown", "blue-grey"];
const ICONS = ["cog", "bell", "delete", "pencil", "home", "cart", "account", "magnify", "download", "share-variant", "email", "lock", "map-marker", "calendar", "cloud", "send"];
const MARKS = ["heart", "star", "bookmark", "bell", "thumb-up", "microphone", "volume-high", "wifi", "pin", "eye", "bluetooth", "flash"];

const icon = (s, { names = ICONS, classes = "" } = {}) => `<i class="mdi mdi-${s.pick(names)} ${classes}" aria-hidden="true"></i>`;
const color = (s) => `${s.pick(COLORS)}${s.pick(["", " darken-2", " lighten-1"])}`;
const choices = (s, option) => s.options().map(option).join("");

const input = (s, type, choice = s, classes = "") =>
  `<input type="${type}" class="${classes}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}${s.indeterminate && type === "checkbox" ? " data-indeterminate" : ""}>`;
const box = (s, type = "checkbox", { choice = s, classes = "" } = {}) => `<label>${input(s, type, choice, classes)}<span>${choice.label}</span></label>`;
const lever = (s, { off = "", on = "", choice = s } = {}) => `<div class="switch"><label>${off}${input(s, "checkbox", choice)}<span class="lever"></span>${on}</label></div>`;

/** A role's element with the class `on` where it is checked, else `off`; ready() turns it. */
const aria = (s, tag, role, on, off, classes, content, choice = s) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const disabled = !s.disabled ? "" : tag === "button" ? " disabled" : ' aria-disabled="true" style="opacity: .5"';
  return `<${tag}${tag === "button" ? ' type="button"' : ' tabindex="0"'} id="${choice.id}" class="${classes} ${choice.checked ? on : off}" data-on="${on}" data-off="${off}" ${state}${disabled}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};

export default {
  name: "materialize",
  packages: ["materialize-css", "@mdi/font"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => box(s),
    "checkbox-filled": (s) => box(s, "checkbox", { classes: "filled-in" }),
    switch: (s) => lever(s, { on: s.label }),
    radio: (s) => choices(s, (choice) => `<p>${box(s, "radio", { choice })}</p>`),
    "radio-gap": (s) => choices(s, (choice) => `<p>${box(s, "radio", { choice, classes: "with-gap" })}</p>`),
    "switch-words": (s) => lever(s, { off: s.text("word"), on: s.text("word") }),
    "switch-end": (s) => `<div class="row-between"><span>${s.label}</span>${lever(s)}</div>`,
    "switch-bare": (s) => lever({ ...s, label: "" }),
    "checkbox-bare": (s) => box({ ...s, label: "" }, "checkbox", { classes: s.pick(["", "filled-in"]) }),
    "checkbox-group": (s) => choices(s, (choice) => `<p>${box(s, "checkbox", { choice })}</p>`),
    "checkbox-filled-group": (s) => choices(s, (choice) => `<p>${box(s, "checkbox", { choice, classes: "filled-in" })}</p>`),
    "radio-inline": (s) => choices(s, (choice) => `<span style="margin-inline-end: 24px">${box(s, "radio", { choice, classes: "with-gap" })}</span>`),
    "checkbox-collection": (s) => `<ul class="collection">${choices(s, (choice) => `<li class="collection-item">${box(s, "checkbox", { choice, classes: "filled-in" })}</li>`)}</ul>`,
    "switch-collection": (s) => `<ul class="collection">${choices(s, (choice) => `<li class="collection-item row-between"><label for="${choice.id}">${choice.label}</label>${lever(s, { choice })}</li>`)}</ul>`,
    "checkbox-avatar": (s) => `<ul class="collection"><li class="collection-item avatar" style="padding-right: 60px"><img class="circle" alt="" src="${s.image(42)}"><span class="title">${s.text("name")}</span><p>${s.text("short")}</p><span class="secondary-content">${box({ ...s, label: "" }, "checkbox", { classes: "filled-in" })}</span></li></ul>`,
    "checkbox-card": (s) => `<div class="card"><div class="card-content"><span class="card-title">${s.text("phrase")}</span><p>${s.text("sentence")}</p></div><div class="card-action">${s.chance(0.5) ? box(s) : lever(s, { on: s.label })}</div></div>`,
    "checkbox-panel": (s) => `<div class="card-panel ${s.pick(["", "teal lighten-5", "blue lighten-5", "grey lighten-4"])}">${box(s, "checkbox", { classes: s.pick(["", "filled-in"]) })}</div>`,
    "checkbox-table": (s) => `<table class="${s.pick(["", "striped", "highlight"])}">${choices(s, (choice) => `<tr><td style="width: 50px">${box(s, "checkbox", { choice: { ...choice, label: "" } })}</td><td>${choice.label}</td><td>${s.text("price")}</td></tr>`)}</table>`,
    "pressed-button": (s) => aria(s, "button", "button", `btn ${color(s)} white-text`, "btn-flat", "", s.label || icon(s, { names: MARKS })),
    "colour-button": (s) => aria(s, "button", "button", `${s.pick(COLORS)} white-text -color`, "white black-text -color", s.pick(["btn", "btn-small", "btn-large"]), `${icon(s, { names: MARKS })} ${s.label}`),
    "floating-toggle": (s) => aria({ ...s, label: "" }, "button", "button", `${s.pick(COLORS)} -color`, "grey lighten-2 -color", `btn-floating${s.pick(["", " btn-small", " btn-large"])}`, icon(s, { names: MARKS })),
    chips: (s) => {
      const on = `${color(s)} white-text`;
      return choices(s, (choice) => aria(s, "div", "checkbox", on, "", "chip", choice.label, choice));
    },
    "chip-icon": (s) => aria({ ...s, label: s.aria }, "div", "button", `${color(s)} white-text`, "", "chip", `${icon(s, { names: MARKS })} ${s.aria}`),
    "collection-radio": (s) => `<div class="collection" role="radiogroup">${choices(s, (choice) => aria(s, "a", "radio", "active", "", "collection-item", choice.label, choice))}</div>`,
  },

  others: {
    button: (s) => `<button class="${s.pick(["btn", "btn", "btn-small", "btn-large", "btn-flat"])} ${s.pick(["", `${color(s)} -color white-text`])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button class="btn">${icon(s, { classes: s.pick(["left", "right"]) })}${s.label}</button>`,
    "floating-button": (s) => `<a class="btn-floating${s.pick(["", " btn-small", " btn-large"])} ${color(s)} -color" aria-label="${s.aria}">${icon(s)}</a>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    link: (s) => `<a href="#${s.id}">${s.label}</a>`,
    input: (s) => `<div class="input-field"><input type="text" id="${s.id}" value="${s.text(s.pick(["name", "email", "number"]))}"><label class="active" for="${s.id}">${s.label}</label></div>`,
    "input-with-icon": (s) => `<div class="input-field">${icon(s, { classes: "prefix" })}<input type="text" value="${s.text("short")}" aria-label="${s.aria}"></div>`,
    textarea: (s) => `<div class="input-field"><textarea class="materialize-textarea" aria-label="${s.aria}">${s.text("sentence")}</textarea></div>`,
    select: (s) => `<select class="browser-default" aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<p class="range-field"><input type="range" min="0" max="100" value="${s.int(0, 100)}" aria-label="${s.aria}"></p>`,
    file: (s) => `<div class="file-field input-field"><div class="btn"><span>${s.text("word")}</span><input type="file"></div><div class="file-path-wrapper"><input class="file-path" type="text" aria-label="${s.aria}"></div></div>`,
    chip: (s) => `<div class="chip">${s.chance(0.5) ? `<img alt="" src="${s.image(32)}">` : ""}${s.text("name")}</div>`,
    "chip-delete": (s) => `<div class="chip">${s.text("word")} <i class="close mdi mdi-close"></i></div>`,
    badge: (s) => `<div class="collection"><a class="collection-item">${s.text("short")}<span class="${s.pick(["", "new "])}badge" data-badge-caption="">${s.int(1, 99)}</span></a></div>`,
    collection: (s) => `<div class="collection">${choices(s, ({ label }) => `<a class="collection-item">${icon(s)} ${label}</a>`)}</div>`,
    avatar: (s) => `<ul class="collection"><li class="collection-item avatar"><img class="circle" alt="" src="${s.image(42)}"><span class="title">${s.text("name")}</span><p>${s.text("short")}</p></li></ul>`,
    card: (s) => `<div class="card ${s.pick(["", `${color(s)} white-text`])}"><div class="card-content"><span class="card-title">${s.text("phrase")}</span><p>${s.text("sentence")}</p></div><div class="card-action"><a href="#${s.id}">${s.text("word")}</a></div></div>`,
    "card-panel": (s) => `<div class="card-panel ${color(s)} white-text">${s.text("sentence")}</div>`,
    breadcrumb: (s) => `<nav><div class="nav-wrapper">${choices(s, ({ label }) => `<a class="breadcrumb">${label}</a>`)}</div></nav>`,
    navbar: (s) => `<nav class="${color(s)}"><div class="nav-wrapper">${icon(s)} ${s.text("phrase")}</div></nav>`,
    pagination: (s) => `<ul class="pagination">${[1, 2, 3].map((page) => `<li class="${page === 2 ? "active" : "waves-effect"}"><a href="#${s.id}">${page}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="tabs">${choices(s, ({ label, value }) => `<li class="tab"><a class="${value === "1" ? "active" : ""}" href="#${s.id}">${label}</a></li>`)}</ul>`,
    progress: (s) => `<div class="progress"><div class="determinate" style="width: ${s.int(5, 100)}%"></div></div>`,
    collapsible: (s) => `<ul class="collapsible"><li><div class="collapsible-header">${icon(s)}&ensp;${s.text("phrase")}</div></li></ul>`,
    menu: (s) => `<ul class="dropdown-content">${choices(s, ({ label }) => `<li><a href="#${s.id}">${icon(s)}${label}</a></li>`)}</ul>`,
    blockquote: (s) => `<blockquote>${s.text("sentence")}</blockquote>`,
    toast: (s) => `<div class="toast" style="margin: 0">${s.text("phrase")}<button class="btn-flat toast-action">${s.text("word")}</button></div>`,
    table: (s) => `<table class="${s.pick(["", "striped"])}"><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr></table>`,
  },

  // Its script has nothing for chips and buttons that stay pressed.
  ready(root) {
    for (const input of root.querySelectorAll("[data-indeterminate]")) {
      // The only kind of box that has a style for it.
      input.classList.remove("filled-in");
      input.indeterminate = true;
    }
    const turn = (control, state, on) => {
      control.setAttribute(state, on);
      const [added, removed] = on ? [control.dataset.on, control.dataset.off] : [control.dataset.off, control.dataset.on];
      control.classList.remove(...removed.split(" ").filter(Boolean));
      control.classList.add(...added.split(" ").filter(Boolean));
    };
    root.addEventListener("click", ({ target }) => {
      const control = target.closest("[data-on]");
      if (!control || control.matches(":disabled, [aria-disabled=true]")) return;
      if (control.hasAttribute("aria-pressed")) return turn(control, "aria-pressed", control.getAttribute("aria-pressed") !== "true");
      if (control.getAttribute("role") === "checkbox") return turn(control, "aria-checked", control.getAttribute("aria-checked") !== "true");
      for (const other of control.closest("[role=radiogroup]").querySelectorAll("[data-on]")) turn(other, "aria-checked", other === control);
    });
  },
};
