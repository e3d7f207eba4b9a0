// Foundation 6: its switches, checkboxes and radios, hollow and solid buttons, menus and labels, and its other components.

import "@mdi/font/css/materialdesignicons.css";
import "foundation-sites/dist/css/foundation.css";
import "./foundation.css";

const COLORS = ["primary", "secondary", "success", "alert", "warning"];
const ICONS = ["cog", "bell", "delete", "pencil", "home", "cart", "account", "magnify", "download", "share-variant", "email", "lock", "map-marker", "calendar"];
const MARKS = ["heart", "star", "bookmark", "bell", "thumb-up", "microphone", "volume-high", "wifi", "pin", "eye", "format-bold", "format-italic"];
const SIZES = ["", "", " tiny", " small", " large"];

const icon = (s, names = ICONS) => `<i class="mdi mdi-${s.pick(names)}" aria-hidden="true"></i>`;
const choices = (s, option) => s.options().map(option).join("");

const input = (s, type, choice = s, classes = "") =>
  `<input type="${type}"${classes && ` class="${classes}"`} id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const labelled = (s, type, choice = s) => `${input(s, type, choice)}${choice.label ? `<label for="${choice.id}">${choice.label}</label>` : ""}`;

/** `words` are written on the paddle: yes and no. */
const paddle = (s, { type = "checkbox", choice = s, size = s.pick(SIZES), round = s.chance(0.4), words = "" } = {}) =>
  `<div class="switch${size}">${input(s, type, choice, "switch-input")}<label class="switch-paddle${round ? " rounded" : ""}" for="${choice.id}">${words}</label></div>`;
const beside = (s, control, choice = s, classes = "") =>
  `<div class="row-between ${classes}">${control}${choice.label ? `<label for="${choice.id}">${choice.label}</label>` : ""}</div>`;

/** A role's element with the class `on` where it is checked, else `off`; ready() turns it. */
const aria = (s, tag, role, on, off, classes, content, choice = s) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const disabled = !s.disabled ? "" : tag === "button" ? " disabled" : ' aria-disabled="true"';
  return `<${tag}${tag === "button" ? ' type="button"' : ' tabindex="0"'} id="${choice.id}" class="${classes} ${choice.checked ? on : off}" data-on="${on}" data-off="${off}" ${state}${disabled}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};

export default {
  name: "foundation",
  packages: ["foundation-sites", "@mdi/font"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    const html = document.documentElement;
    html.classList.toggle("accented", env.random.chance(0.5));
    if (env.random.chance(0.5)) html.style.setProperty("--toggle-color", env.accent);
  },

  toggles: {
    switch: (s) => beside(s, paddle(s)),
    checkbox: (s) => labelled(s, "checkbox"),
    radio: (s) => choices(s, (choice) => labelled(s, "radio", choice)),
    "switch-words": (s) => beside(s, paddle(s, { size: s.pick(["", " large"]), round: false, words: s.pick([["On", "Off"], ["Yes", "No"], ["I", "O"]]).map((word, i) => `<span class="switch-${i ? "inactive" : "active"}" data-word="${word}"></span>`).join("") })),
    "switch-radio": (s) => {
      const [size, round] = [s.pick(SIZES), s.chance(0.4)];
      return choices(s, (choice) => beside(s, paddle(s, { type: "radio", choice, size, round }), choice));
    },
    "switch-end": (s) => `<div class="row-between apart"><label for="${s.id}">${s.label ? `${icon(s)} ${s.label}` : ""}</label>${paddle(s)}</div>`,
    "switch-bare": (s) => paddle({ ...s, label: "" }),
    "switch-callout": (s) => `<div class="callout ${s.pick(COLORS)}">${beside(s, paddle(s))}</div>`,
    "checkbox-bare": (s) => `<span class="${s.pick(["", "big"])}">${input({ ...s, label: "" }, "checkbox")}</span>`,
    "checkbox-large": (s) => `<div class="big">${labelled(s, "checkbox")}</div>`,
    "radio-large": (s) => choices(s, (choice) => `<div class="big">${labelled(s, "radio", choice)}</div>`),
    "checkbox-fieldset": (s) => `<fieldset class="fieldset"><legend>${s.text("word")}</legend>${choices(s, (choice) => `<div>${labelled(s, "checkbox", choice)}</div>`)}</fieldset>`,
    "radio-fieldset": (s) => `<fieldset class="fieldset"><legend>${s.text("word")}</legend>${choices(s, (choice) => `<div>${labelled(s, "radio", choice)}</div>`)}</fieldset>`,
    "checkbox-help": (s) => `${labelled(s, "checkbox")}<p class="help-text">${s.text("sentence")}</p>`,
    "checkbox-callout": (s) => `<div class="callout ${s.pick(["", ...COLORS])}">${labelled(s, "checkbox")}</div>`,
    "checkbox-card": (s) => `<label class="card" for="${s.id}"><span class="card-divider">${input({ ...s, label: s.aria }, "checkbox").replace("<input", '<input style="margin: 0 .5em 0 0"')}<b>${s.aria}</b></span><span class="card-section">${s.text("sentence")}</span></label>`,
    "checkbox-table": (s) => `<table>${choices(s, (choice) => `<tr><td>${input(s, "checkbox", { ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("number")}</td></tr>`)}</table>`,
    "pressed-button": (s) => aria(s, "button", "button", "", "hollow", `button ${s.pick(COLORS)}${s.pick(SIZES)}`, s.label || icon(s, MARKS)),
    "icon-toggle": (s) => aria({ ...s, label: "" }, "button", "button", "", "hollow", `button ${s.pick(COLORS)}${s.pick(SIZES)}${s.pick(["", " rounded"])}`, icon(s, MARKS)),
    "clear-toggle": (s) => aria(s, "button", "button", "", "clear", `button ${s.pick(COLORS)}`, `${icon(s, MARKS)} ${s.label}`),
    "button-group": (s) => {
      const classes = `button ${s.pick(COLORS)}`;
      return `<div class="button-group${s.pick(SIZES)}" role="radiogroup">${choices(s, (choice) => aria(s, "button", "radio", "", "hollow", classes, choice.label, choice))}</div>`;
    },
    "menu-pills": (s) => `<ul class="menu${s.pick(["", " vertical"])}" role="radiogroup">${choices(s, (choice) => `<li class="${choice.checked ? "is-active" : ""}" data-on="is-active" data-off=""><a id="${choice.id}" role="radio" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""}>${choice.label}</a></li>`)}</ul>`,
    "label-chips": (s) => {
      const [on, classes] = [s.pick(["primary", "success", "alert", "warning"]), `label${s.pick(["", " rounded"])}`];
      return `<div style="font-size: ${s.pick([1, 1.25, 1.5])}em">${choices(s, (choice) => aria(s, "span", "checkbox", on, "chip-off", classes, choice.label, choice)).replaceAll("</span><span", "</span> <span")}</div>`;
    },
  },

  others: {
    button: (s) => `<button class="button ${s.pick(COLORS)}${s.pick(SIZES)}${s.pick(["", " hollow", " clear", " expanded"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button class="button ${s.pick(COLORS)}${s.pick(["", " hollow"])}">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button class="button ${s.pick(COLORS)}${s.pick(["", " hollow", " clear", " rounded"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "button-arrow": (s) => `<button class="dropdown button ${s.pick(COLORS)}">${s.label}</button>`,
    "button-row": (s) => `<div class="button-group ${s.pick(COLORS)}">${choices(s, ({ label }) => `<a class="button">${label}</a>`)}</div>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    link: (s) => `<a href="#${s.id}">${s.label}</a>`,
    close: (s) => `<button class="close-button" style="position: static" aria-label="${s.aria}">&times;</button>`,
    input: (s) => `<label for="${s.id}">${s.label}</label><input type="text" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}">`,
    "input-group": (s) => `<div class="input-group"><span class="input-group-label">${icon(s)}</span><input class="input-group-field" type="text" value="${s.text("short")}" aria-label="${s.aria}"><div class="input-group-button"><button class="button">${s.text("word")}</button></div></div>`,
    textarea: (s) => `<textarea rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    date: (s) => `<input type="date" value="2024-0${s.int(1, 9)}-1${s.int(0, 9)}" aria-label="${s.aria}">`,
    slider: (s) => {
      const part = s.int(5, 95);
      return `<div class="slider" role="slider" style="margin: 1rem 0"><span class="slider-handle" style="left: ${part}%"></span><span class="slider-fill" style="width: ${part}%"></span></div>`;
    },
    label: (s) => `<span class="label ${s.pick(COLORS)}">${s.chance(0.4) ? icon(s) : ""} ${s.text("short")}</span>`,
    badge: (s) => `<span class="badge ${s.pick(COLORS)}">${s.int(1, 99)}</span>`,
    callout: (s) => `<div class="callout ${s.pick(["", ...COLORS])}"><h5>${s.text("phrase")}</h5><p>${s.text("sentence")}</p></div>`,
    progress: (s) => `<div class="progress ${s.pick(COLORS)}" role="progressbar"><div class="progress-meter" style="width: ${s.int(5, 100)}%"></div></div>`,
    pagination: (s) => `<ul class="pagination">${[1, 2, 3].map((page) => `<li class="${page === 2 ? "current" : ""}">${page === 2 ? page : `<a href="#${s.id}">${page}</a>`}</li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="tabs">${choices(s, ({ label, value }) => `<li class="tabs-title${value === "1" ? " is-active" : ""}"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    breadcrumbs: (s) => `<ul class="breadcrumbs">${choices(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    menu: (s) => `<ul class="${s.pick(["vertical menu", "menu", "menu simple"])}">${choices(s, ({ label }) => `<li><a href="#${s.id}">${icon(s)} <span>${label}</span></a></li>`)}</ul>`,
    card: (s) => `<div class="card"><div class="card-divider">${s.text("phrase")}</div><div class="card-section"><p>${s.text("sentence")}</p></div></div>`,
    media: (s) => `<div class="media-object" style="margin: 0"><div class="media-object-section"><img class="thumbnail" alt="" width="48" src="${s.image(48)}"></div><div class="media-object-section"><b>${s.text("name")}</b><br>${s.text("short")}</div></div>`,
    accordion: (s) => `<ul class="accordion"><li class="accordion-item"><a href="#${s.id}" class="accordion-title">${s.text("phrase")}</a></li></ul>`,
    table: (s) => `<table><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr></table>`,
    list: (s) => `<ul class="no-bullet" style="margin: 0">${choices(s, ({ label }) => `<li>${icon(s)} ${label}</li>`)}</ul>`,
    tooltip: (s) => `<div class="tooltip" style="position: static">${s.text("phrase")}</div>`,
    thumbnail: (s) => `<img class="thumbnail" alt="" src="${s.image(96, 64)}">`,
  },

  // What a page's script does on a click: Foundation has no plugin for buttons that stay pressed.
  ready(root) {
    const turn = (control, state, on) => {
      control.setAttribute(state, on);
      const styled = control.closest("[data-on]");
      if (styled.dataset.on) styled.classList.toggle(styled.dataset.on, on);
      if (styled.dataset.off) styled.classList.toggle(styled.dataset.off, !on);
    };
    root.addEventListener("click", ({ target }) => {
      const control = target.closest("[data-on] [role], [data-on][role], [data-on][aria-pressed]");
      if (!control || control.matches(":disabled, [aria-disabled=true]")) return;
      if (control.hasAttribute("aria-pressed")) return turn(control, "aria-pressed", control.getAttribute("aria-pressed") !== "true");
      if (control.getAttribute("role") === "checkbox") return turn(control, "aria-checked", control.getAttribute("aria-checked") !== "true");
      for (const other of control.closest("[role=radiogroup]").querySelectorAll("[role]")) turn(other, "aria-checked", other === control);
    });
  },
};
