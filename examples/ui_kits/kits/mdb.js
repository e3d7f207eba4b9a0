// Material Design for Bootstrap: its checks, radios, switches and toggle buttons, and its other components.

import "@fortawesome/fontawesome-free/css/all.css";
import "mdb-ui-kit/css/mdb.min.css";
import { Input, Range, Ripple } from "mdb-ui-kit/js/mdb.es.min.js";
import "./mdb.css";

const COLORS = ["primary", "secondary", "success", "danger", "warning", "info", "light", "dark"];
const ICONS = ["gear", "heart", "star", "bell", "trash", "pen", "house", "cart-shopping", "user", "magnifying-glass", "download", "share-nodes", "camera", "bolt", "book", "comments"];

const attributes = (s) => `${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`}`;
const map = (s, option, ...range) => s.options(...range).map(option).join("");
const icon = (s) => `<i class="fas fa-${s.pick(ICONS)}" aria-hidden="true"></i>`;
const size = (s, prefix) => s.pick(["", "", ` ${prefix}-sm`, ` ${prefix}-lg`]);
const color = (s) => s.pick(COLORS);
const ROLE = ' role="switch"';

const check = (s, type, classes = "", inputClasses = "", more = "") =>
  `<div class="form-check ${classes}"><input class="form-check-input ${inputClasses}" type="${type}"${more} id="${s.id}" name="${s.name}"${attributes(s)}>${s.label ? `<label class="form-check-label" for="${s.id}">${s.label}</label>` : ""}</div>`;
const group = (s, type, ...rest) => map(s, (choice) => check({ ...s, ...choice, indeterminate: false }, type, ...rest));

// MDB draws a chosen button a shade darker only: here the chosen one is filled and the others outlined. Light and dark would vanish on some pages.
const style = (name, on) => `btn-${on ? "" : "outline-"}${name}`;
const paint = (button, on) => {
  button.classList.toggle(style(button.dataset.color, true), on);
  button.classList.toggle(style(button.dataset.color, false), !on);
};
const toggleColor = (s) => s.pick(COLORS.slice(0, 6));

const toggle = (s, type, choice, name = toggleColor(s)) => {
  const content = choice.label ? (s.chance(0.2) ? `${icon(s)} ${choice.label}` : choice.label) : icon(s);
  return `<input type="${type}" class="btn-check" id="${choice.id}" name="${s.name}" autocomplete="off"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><label class="btn ${style(name, choice.checked)}${size(s, "btn")}" for="${choice.id}" data-color="${name}">${content}</label>`;
};
const toggles = (s, type) => {
  const name = toggleColor(s);
  return `<div class="${s.pick(["btn-group", "btn-group", "btn-group-vertical"])}" role="group">${map(s, (choice) => toggle(s, type, choice, name), 2, 3, "word")}</div>`;
};
const press = (s, content, classes) => {
  const name = toggleColor(s);
  return `<button type="button" class="btn ${style(name, s.checked)}${classes}${size(s, "btn")}" data-color="${name}" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""} aria-label="${s.aria}">${content}</button>`;
};
const list = (s, type) =>
  `<ul class="list-group${s.pick(["", " list-group-light", " list-group-flush"])}">${map(s, (choice) => `<li class="list-group-item"><input class="form-check-input me-2" type="${type}" name="${s.name}" id="${choice.id}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}><label class="form-check-label stretched-link" for="${choice.id}">${choice.label}</label></li>`)}</ul>`;
const field = (s, control) => `<div class="form-outline" data-mdb-input-init>${control}<label class="form-label" for="${s.id}">${s.text("word")}</label></div>`;

// Too dark for a dark page.
const DIM = ["#111827", "#4b5563"];

export default {
  name: "mdb",
  packages: ["mdb-ui-kit", "@fortawesome/fontawesome-free"],
  framework: "html",

  setup(env) {
    document.documentElement.dataset.mdbTheme = env.dark ? "dark" : "light";
    const accented = env.random.chance(0.5);
    document.documentElement.classList.toggle("accented", accented && !(env.dark && DIM.includes(env.accent)));
  },

  toggles: {
    checkbox: (s) => check(s, "checkbox", "", "", s.indeterminate ? " data-mixed" : ""),
    radio: (s) => group(s, "radio"),
    switch: (s) => check(s, "checkbox", "form-switch", "", ROLE),
    "checkbox-inline": (s) => group(s, "checkbox", "form-check-inline"),
    "radio-inline": (s) => group(s, "radio", "form-check-inline"),
    "checkbox-reverse": (s) => check(s, "checkbox", "form-check-reverse"),
    "switch-reverse": (s) => check(s, "checkbox", "form-switch form-check-reverse", "", ROLE),
    "checkbox-bare": (s) => `<input class="form-check-input" type="checkbox" id="${s.id}"${attributes({ ...s, label: "" })}>`,
    "switch-group": (s) => group(s, "checkbox", "form-switch", "", ROLE),
    "checkbox-large": (s) => `<div style="zoom: ${s.pick([1.2, 1.4, 1.6])}">${check(s, "checkbox")}</div>`,
    "switch-large": (s) => `<div style="zoom: ${s.pick([1.2, 1.4, 1.6])}">${check(s, "checkbox", "form-switch", "", ROLE)}</div>`,
    "checkbox-validated": (s) => check(s, "checkbox", "", s.pick(["is-valid", "is-invalid"])),
    "radio-validated": (s) => group(s, "radio", "", s.pick(["is-valid", "is-invalid"])),
    "switch-validated": (s) => check(s, "checkbox", "form-switch", s.pick(["is-valid", "is-invalid"]), ROLE),
    "toggle-button": (s) => toggle(s, "checkbox", s),
    "toggle-button-group": (s) => toggles(s, "checkbox"),
    "radio-button-group": (s) => toggles(s, "radio"),
    "pressed-button": (s) => press(s, s.label || icon(s), s.pick(["", " btn-rounded"])),
    "pressed-floating": (s) => press(s, icon(s), " btn-floating"),
    "list-checkbox": (s) => list(s, "checkbox"),
    "list-radio": (s) => list(s, "radio"),
    "card-switch": (s) => `<div class="card"><div class="card-body"><h5 class="card-title">${s.text("short")}</h5><p class="card-text">${s.text("phrase")}</p>${check(s, "checkbox", "form-switch", "", ROLE)}</div></div>`,
    "table-checkbox": (s) => `<table class="table table-sm mb-0 align-middle">${map(s, (choice) => `<tr><td><input class="form-check-input" type="checkbox" id="${choice.id}" aria-label="${choice.label}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}></td><td>${choice.label}</td></tr>`)}</table>`,
    "input-group-checkbox": (s) => `<div class="input-group"><div class="input-group-text"><input class="form-check-input mt-0" type="checkbox"${attributes({ ...s, label: "" })}></div><input class="form-control" value="${s.text("short")}" aria-label="${s.text("word")}"></div>`,
  },

  others: {
    button: (s) => `<button type="button" class="btn btn-${s.pick(["", "", "outline-"])}${color(s)}${s.pick(["", " btn-rounded"])}${size(s, "btn")}" data-mdb-ripple-init${s.disabled ? " disabled" : ""}>${s.chance(0.3) ? `${icon(s)} ` : ""}${s.label}</button>`,
    "floating-button": (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${color(s)} btn-floating${size(s, "btn")}" data-mdb-ripple-init aria-label="${s.aria}">${icon(s)}</button>`,
    "text-button": (s) => `<button type="button" class="btn btn-${s.pick(["link", "tertiary"])}" data-mdb-ripple-init>${icon(s)} ${s.text("short")}</button>`,
    "spinner-button": (s) => `<button class="btn btn-${color(s)}" type="button" disabled><span class="spinner-border spinner-border-sm"></span> ${s.label}</button>`,
    "button-group": (s) => `<div class="btn-group" role="group">${map(s, ({ label }) => `<button type="button" class="btn btn-primary">${label}</button>`, 2, 3, "word")}</div>`,
    link: (s) => `<a href="#${s.id}" class="link-${s.pick(COLORS.slice(0, 6))}">${s.label}</a>`,
    "icon-word": (s) => `<span class="text-${s.pick(COLORS.slice(0, 6))}">${icon(s)}&ensp;${s.text("short")}</span>`,
    "outline-input": (s) => field(s, `<input class="form-control${size(s, "form-control")}" id="${s.id}" value="${s.text(s.pick(["name", "email", "number"]))}"${s.disabled ? " disabled" : ""}>`),
    "outline-empty": (s) => field(s, `<input class="form-control" id="${s.id}">`),
    "outline-textarea": (s) => field(s, `<textarea class="form-control" id="${s.id}" rows="2">${s.text("sentence")}</textarea>`),
    select: (s) => `<select class="form-select" aria-label="${s.aria}">${map(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<label class="form-label" for="${s.id}">${s.text("word")}</label><div class="range" data-mdb-range-init><input type="range" class="form-range" id="${s.id}" value="${s.int(0, 100)}"></div>`,
    file: (s) => `<label class="form-label" for="${s.id}">${s.text("word")}</label><input type="file" class="form-control" id="${s.id}">`,
    badge: (s) => `<span class="badge badge-${color(s)}${s.pick(["", " rounded-pill"])}">${s.chance(0.4) ? `${icon(s)} ` : ""}${s.text("short")}</span>`,
    "badge-notification": (s) => `<span class="notified">${icon(s)}<span class="badge rounded-pill badge-notification bg-danger">${s.int(1, 99)}</span></span>`,
    note: (s) => `<p class="note note-${color(s)} mb-0">${s.text("sentence")}</p>`,
    alert: (s) => `<div class="alert mb-0" data-mdb-color="${color(s)}">${icon(s)} ${s.text("phrase")}</div>`,
    progress: (s) => `<div class="progress" role="progressbar" aria-label="${s.aria}" style="height: ${s.int(4, 20)}px"><div class="progress-bar bg-${color(s)}" style="width: ${s.int(5, 100)}%"></div></div>`,
    spinner: (s) => `<div class="spinner-${s.pick(["border", "grow"])} text-${color(s)}" role="status"></div>`,
    pagination: (s) => `<ul class="pagination mb-0${s.pick(["", " pagination-circle"])}">${["«", 1, 2, 3, "»"].map((page, i) => `<li class="page-item${i === 2 ? " active" : ""}"><a class="page-link" href="#${s.id}">${page}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="nav nav-${s.pick(["tabs", "pills", "underline"])}">${map(s, ({ label, value }) => `<li class="nav-item"><a class="nav-link${value === "1" ? " active" : ""}" href="#${s.id}">${label}</a></li>`, 2, 3, "word")}</ul>`,
    breadcrumb: (s) => `<ol class="breadcrumb mb-0">${map(s, ({ label }) => `<li class="breadcrumb-item"><a href="#${s.id}">${label}</a></li>`)}</ol>`,
    card: (s) => `<div class="card"><img class="card-img-top" alt="" src="${s.image(240, 90)}"><div class="card-body"><h5 class="card-title">${s.text("phrase")}</h5><p class="card-text">${s.text("sentence")}</p><button type="button" class="btn btn-primary">${s.text("word")}</button></div></div>`,
    list: (s) => `<ul class="list-group list-group-light">${map(s, ({ label }) => `<li class="list-group-item d-flex align-items-center"><img class="rounded-circle me-2" width="32" alt="" src="${s.image(32)}">${label}</li>`)}</ul>`,
    "list-icons": (s) => `<div class="list-group">${map(s, ({ label }) => `<a href="#${s.id}" class="list-group-item list-group-item-action">${icon(s)}&ensp;${label}</a>`)}</div>`,
    dropdown: (s) => `<button class="btn btn-${color(s)} dropdown-toggle" type="button">${s.text("word")}</button>`,
    menu: (s) => `<ul class="dropdown-menu show position-static">${map(s, ({ label }) => `<li><a class="dropdown-item" href="#${s.id}">${icon(s)} ${label}</a></li>`)}</ul>`,
    table: (s) => `<table class="table table-sm mb-0${s.pick(["", " table-striped", " table-bordered"])}"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
    accordion: (s) => `<div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button">${s.text("phrase")}</button></h2></div></div>`,
    close: (s) => `<button type="button" class="btn-close" aria-label="${s.aria}"></button>`,
    avatar: (s) => `<div class="d-flex align-items-center"><img class="rounded-circle" width="40" alt="" src="${s.image(40)}"><div class="ms-3"><b>${s.text("name")}</b><br><small class="text-muted">${s.text("email")}</small></div></div>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-mixed]")) box.indeterminate = true;
    for (const [name, Component] of Object.entries({ input: Input, range: Range, ripple: Ripple })) {
      for (const element of root.querySelectorAll(`[data-mdb-${name}-init]`)) Component.getOrCreateInstance(element);
    }
    root.addEventListener("change", ({ target }) => {
      if (!target.matches(".btn-check")) return;
      for (const input of root.querySelectorAll(`.btn-check[name="${target.name}"]`)) paint(input.labels[0], input.checked);
    });
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[aria-pressed]");
      if (!button) return;
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", pressed);
      paint(button, pressed);
    });
  },
};
