// Spectre.css: its checkboxes, radios and switches, active buttons and chips, and its other components.

import "spectre.css/dist/spectre.css";
import "spectre.css/dist/spectre-icons.css";
import "spectre.css/dist/spectre-exp.css";
import "./spectre.css";

const ICONS = ["edit", "delete", "search", "share", "download", "upload", "mail", "people", "message", "photo", "time", "location", "bookmark", "flag", "link", "print", "copy"];
const MARKS = ["bookmark", "flag", "emoji", "location", "time", "photo", "people", "mail", "refresh"];
const COLORS = ["primary", "success", "error"];

const icon = (s, names = ICONS) => `<i class="icon icon-${s.pick(names)}" aria-hidden="true"></i>`;
const size = (s, prefix) => s.pick(["", "", ` ${prefix}-sm`, ` ${prefix}-lg`]);
const choices = (s, option) => s.options().map(option).join("");

const form = (s, kind, { choice = s, classes = "" } = {}) =>
  `<label class="form-${kind} ${classes}${choice.label ? "" : " form-bare"}"><input type="${kind === "radio" ? "radio" : "checkbox"}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}${s.indeterminate && kind === "checkbox" ? " data-indeterminate" : ""}><i class="form-icon"></i> ${choice.label}</label>`;

/** A role's element with the class `on` where it is checked; ready() turns it. */
const aria = (s, tag, role, on, classes, content, choice = s) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const disabled = !s.disabled ? "" : tag === "button" ? " disabled" : ' aria-disabled="true" style="opacity: .5"';
  return `<${tag}${tag === "button" ? ' type="button"' : ' tabindex="0"'} id="${choice.id}" class="${classes}${choice.checked ? ` ${on}` : ""}" data-on="${on}" ${state}${disabled}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};

export default {
  name: "spectre",
  packages: ["spectre.css"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => form(s, "checkbox", { classes: size(s, "input") }),
    radio: (s) => choices(s, (choice) => form(s, "radio", { choice })),
    switch: (s) => form(s, "switch", { classes: size(s, "input") }),
    "checkbox-inline": (s) => choices(s, (choice) => form(s, "checkbox", { choice, classes: "form-inline" })),
    "radio-inline": (s) => choices(s, (choice) => form(s, "radio", { choice, classes: "form-inline" })),
    "switch-group": (s) => choices(s, (choice) => form(s, "switch", { choice })),
    "checkbox-bare": (s) => form({ ...s, label: "" }, "checkbox"),
    "switch-bare": (s) => form({ ...s, label: "" }, "switch"),
    "checkbox-error": (s) => form(s, "checkbox", { classes: "is-error" }),
    "radio-error": (s) => choices(s, (choice) => form(s, "radio", { choice, classes: "is-error" })),
    "switch-error": (s) => form(s, "switch", { classes: "is-error" }),
    "checkbox-menu": (s) => `<ul class="menu">${choices(s, (choice) => `<li class="menu-item">${form(s, "checkbox", { choice })}</li>`)}</ul>`,
    "radio-menu": (s) => `<ul class="menu">${choices(s, (choice) => `<li class="menu-item">${form(s, "radio", { choice })}</li>`)}</ul>`,
    "switch-tile": (s) => `<div class="tile tile-centered"><div class="tile-icon">${icon(s)}</div><div class="tile-content"><div class="tile-title">${s.text("short")}</div><small class="tile-subtitle text-gray">${s.text("phrase")}</small></div><div class="tile-action">${form({ ...s, label: "" }, s.pick(["switch", "checkbox"]))}</div></div>`,
    "checkbox-card": (s) => `<div class="card"><div class="card-header"><div class="card-title h5">${s.text("phrase")}</div></div><div class="card-footer">${form(s, s.pick(["checkbox", "switch"]))}</div></div>`,
    "checkbox-panel": (s) => `<div class="panel"><div class="panel-body p-2">${choices(s, (choice) => form(s, "checkbox", { choice }))}</div></div>`,
    "checkbox-table": (s) => `<table class="table${s.pick(["", " table-striped"])}" style="table-layout: fixed">${choices(s, (choice) => `<tr><td style="width: 2.5rem">${form(s, "checkbox", { choice: { ...choice, label: "" } })}</td><td>${choice.label}</td><td>${s.text("number")}</td></tr>`)}</table>`,
    "input-group-checkbox": (s) => `<div class="input-group"><span class="input-group-addon">${form({ ...s, label: "" }, "checkbox", { classes: "m-0" })}</span><input class="form-input" value="${s.text("short")}" aria-label="${s.text("word")}"></div>`,
    "pressed-button": (s) => aria(s, "button", "button", "active", `btn${size(s, "btn")}`, s.label || icon(s, MARKS)),
    "colour-button": (s) => aria(s, "button", "button", `btn-${s.pick(["success", "error", "primary"])}`, `btn${size(s, "btn")}`, s.label || icon(s, MARKS)),
    "icon-toggle": (s) => aria({ ...s, label: "" }, "button", "button", "active", `btn btn-action${size(s, "btn")}${s.pick(["", " s-circle"])}`, icon(s, MARKS)),
    "button-group": (s) => `<div class="btn-group${s.pick(["", " btn-group-block"])}" role="radiogroup">${choices(s, (choice) => aria(s, "button", "radio", "active", "btn", choice.label, choice))}</div>`,
    chips: (s) => choices(s, (choice) => aria(s, "span", "checkbox", "active", "chip", choice.label, choice)),
    "chip-avatar": (s) => aria({ ...s, label: s.aria }, "span", "checkbox", "active", "chip", `<img class="avatar avatar-sm" alt="" src="${s.image(32)}">${s.text("name")}`),
  },

  others: {
    button: (s) => `<button class="btn btn-${s.pick(["default", "link", ...COLORS])}${size(s, "btn")}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button class="btn btn-${s.pick(["default", ...COLORS])}">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button class="btn btn-action btn-${s.pick(["default", ...COLORS])}${s.pick(["", " s-circle"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "loading-button": (s) => `<button class="btn loading btn-${s.pick(["default", ...COLORS])}">${s.label}</button>`,
    close: (s) => `<button class="btn btn-clear" aria-label="${s.aria}"></button>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    link: (s) => `<a href="#${s.id}">${s.label}</a>`,
    input: (s) => `<label class="form-label" for="${s.id}">${s.label}</label><input class="form-input${size(s, "input")}${s.pick(["", "", " is-error", " is-success"])}" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}">`,
    "input-with-icon": (s) => `<div class="has-icon-left"><input class="form-input" value="${s.text("email")}" aria-label="${s.aria}"><i class="form-icon icon icon-${s.pick(ICONS)}"></i></div>`,
    "input-button": (s) => `<div class="input-group"><input class="form-input" value="${s.text("short")}" aria-label="${s.aria}"><button class="btn btn-primary input-group-btn">${s.text("word")}</button></div>`,
    textarea: (s) => `<textarea class="form-input" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select class="form-select${size(s, "select")}" aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    slider: (s) => `<input class="slider" type="range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    label: (s) => `<span class="label label-${s.pick(["default", "primary", "secondary", "success", "warning", "error"])}${s.pick(["", " label-rounded"])}">${s.text("short")}</span>`,
    badge: (s) => `<span class="badge" data-badge="${s.int(1, 99)}">${s.text("short")}</span>`,
    "chip-delete": (s) => `<span class="chip"><img class="avatar avatar-sm" alt="" src="${s.image(32)}">${s.text("name")}<a class="btn btn-clear" aria-label="x"></a></span>`,
    toast: (s) => `<div class="toast toast-${s.pick(["primary", "success", "warning", "error"])}"><button class="btn btn-clear float-right"></button>${s.text("sentence")}</div>`,
    bar: (s) => `<div class="bar${s.pick(["", " bar-sm"])}"><div class="bar-item" style="width: ${s.int(10, 100)}%"></div></div>`,
    meter: (s) => `<meter class="meter" value="${s.int(10, 100)}" optimum="50" min="0" max="100" low="30" high="80"></meter>`,
    progress: (s) => `<progress class="progress" value="${s.int(5, 100)}" max="100"></progress>`,
    loading: (s) => `<div class="loading${s.pick(["", " loading-lg"])}"></div>`,
    pagination: (s) => `<ul class="pagination">${[1, 2, 3].map((page) => `<li class="page-item${page === 2 ? " active" : ""}"><a href="#${s.id}">${page}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="tab${s.pick(["", " tab-block"])}">${choices(s, ({ label, value }) => `<li class="tab-item${value === "1" ? " active" : ""}"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    breadcrumb: (s) => `<ul class="breadcrumb">${choices(s, ({ label }) => `<li class="breadcrumb-item"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    menu: (s) => `<ul class="menu">${choices(s, ({ label }) => `<li class="menu-item"><a href="#${s.id}">${icon(s)} ${label}</a></li>`)}</ul>`,
    nav: (s) => `<ul class="nav">${choices(s, ({ label }) => `<li class="nav-item"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    card: (s) => `<div class="card"><div class="card-header"><div class="card-title h5">${s.text("phrase")}</div><div class="card-subtitle text-gray">${s.text("short")}</div></div><div class="card-body">${s.text("sentence")}</div></div>`,
    tile: (s) => `<div class="tile tile-centered"><div class="tile-icon"><figure class="avatar avatar-lg"><img alt="" src="${s.image(48)}"></figure></div><div class="tile-content"><div class="tile-title">${s.text("name")}</div><small class="tile-subtitle text-gray">${s.text("date")}</small></div></div>`,
    avatar: (s) => `<figure class="avatar${size(s, "avatar")}" data-initial="${s.text("name").slice(0, 1)}"></figure>`,
    empty: (s) => `<div class="empty p-2"><div class="empty-icon">${icon(s)}</div><p class="empty-title h5">${s.text("phrase")}</p></div>`,
    accordion: (s) => `<details class="accordion"><summary class="accordion-header"><i class="icon icon-arrow-right mr-1"></i>${s.text("phrase")}</summary><div class="accordion-body">${s.text("sentence")}</div></details>`,
    table: (s) => `<table class="table"><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr></table>`,
  },

  // Spectre has no script.
  ready(root) {
    for (const input of root.querySelectorAll("[data-indeterminate]")) input.indeterminate = true;
    const turn = (control, state, on) => {
      control.setAttribute(state, on);
      control.classList.toggle(control.dataset.on, on);
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
