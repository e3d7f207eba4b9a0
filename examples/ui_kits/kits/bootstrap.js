// Bootstrap 5: its checks, radios, switches and toggle buttons, and its other components.

import * as bootstrap from "bootstrap";
import "bootstrap/dist/css/bootstrap.css";
import "bootstrap-icons/font/bootstrap-icons.css";
import "./bootstrap.css";

const COLORS = ["primary", "secondary", "success", "danger", "warning", "info", "light", "dark"];
const ICONS = ["gear", "heart", "star", "bell", "trash", "pencil", "house", "cart", "person", "search", "download", "share"];

const attributes = (s) =>
  `${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`}`;
const caption = (s, className = "form-check-label") => (s.label ? `<label class="${className}" for="${s.id}">${s.label}</label>` : "");
const icon = (s) => `<i class="bi bi-${s.pick(ICONS)}" aria-hidden="true"></i>`;
const size = (s, prefix) => s.pick(["", "", ` ${prefix}-sm`, ` ${prefix}-lg`]);

const check = (s, type, classes = "", inputClasses = "", role = "") =>
  `<div class="form-check ${classes}"><input class="form-check-input ${inputClasses}" type="${type}"${role} id="${s.id}" name="${s.name}"${attributes(s)}>${caption(s)}</div>`;

const choices = (s, option) => s.options().map(option).join("");

const toggleButton = (s, type, choice = s) => {
  const style = s.pick(["btn-", "btn-outline-", "btn-outline-"]) + s.pick(COLORS);
  const content = choice.label ? (s.chance(0.2) ? `${icon(s)} ${choice.label}` : choice.label) : icon(s);
  return `<input type="${type}" class="btn-check" id="${choice.id}" name="${s.name}" autocomplete="off"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><label class="btn ${style}${size(s, "btn")}" for="${choice.id}">${content}</label>`;
};

const listGroup = (s, type) =>
  `<ul class="list-group${s.pick(["", " list-group-flush"])}">${choices(s, (choice) => `<li class="list-group-item"><input class="form-check-input me-2" type="${type}" name="${s.name}" id="${choice.id}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}><label class="form-check-label stretched-link" for="${choice.id}">${choice.label}</label></li>`)}</ul>`;

export default {
  name: "bootstrap",
  packages: ["bootstrap", "bootstrap-icons"],
  framework: "html",

  setup(env) {
    document.documentElement.dataset.bsTheme = env.dark ? "dark" : "light";
    // Half of the pages keep Bootstrap's own blue.
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => check(s, "checkbox"),
    radio: (s) => choices(s, (choice) => check({ ...s, ...choice, aria: s.aria }, "radio")),
    switch: (s) => check(s, "checkbox", "form-switch", "", ' role="switch"'),
    "checkbox-inline": (s) => choices(s, (choice) => check({ ...s, ...choice }, "checkbox", "form-check-inline")),
    "radio-inline": (s) => choices(s, (choice) => check({ ...s, ...choice }, "radio", "form-check-inline")),
    "checkbox-reverse": (s) => check(s, "checkbox", "form-check-reverse"),
    "switch-reverse": (s) => check(s, "checkbox", "form-switch form-check-reverse", "", ' role="switch"'),
    "checkbox-bare": (s) => `<input class="form-check-input" type="checkbox" id="${s.id}" style="font-size: ${s.pick([1, 1.25, 1.5, 2])}em"${attributes({ ...s, label: "" })}>`,
    "checkbox-large": (s) => check(s, "checkbox", `fs-${s.int(3, 5)}`),
    "switch-large": (s) => check(s, "checkbox", `form-switch fs-${s.int(3, 5)}`, "", ' role="switch"'),
    "checkbox-validated": (s) => check(s, "checkbox", "", s.pick(["is-valid", "is-invalid"])),
    "radio-validated": (s) => choices(s, (choice) => check({ ...s, ...choice }, "radio", "", s.pick(["is-valid", "is-invalid"]))),
    "switch-validated": (s) => check(s, "checkbox", "form-switch", s.pick(["is-valid", "is-invalid"]), ' role="switch"'),
    "toggle-button": (s) => toggleButton(s, "checkbox"),
    "toggle-button-group": (s) => `<div class="btn-group" role="group">${choices(s, (choice) => toggleButton(s, "checkbox", choice))}</div>`,
    "radio-button-group": (s) => `<div class="${s.pick(["btn-group", "btn-group-vertical"])}" role="group">${choices(s, (choice) => toggleButton(s, "radio", choice))}</div>`,
    "pressed-button": (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${s.pick(COLORS)}${size(s, "btn")}${s.checked ? " active" : ""}" data-bs-toggle="button" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""} aria-label="${s.aria}">${s.label || icon(s)}</button>`,
    "list-group-checkbox": (s) => listGroup(s, "checkbox"),
    "list-group-radio": (s) => listGroup(s, "radio"),
    "input-group-checkbox": (s) => `<div class="input-group${size(s, "input-group")}"><div class="input-group-text"><input class="form-check-input mt-0" type="${s.pick(["checkbox", "checkbox", "radio"])}"${attributes({ ...s, label: "" })}></div><input type="text" class="form-control" value="${s.text("short")}" aria-label="${s.text("word")}"></div>`,
  },

  others: {
    button: (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${s.pick([...COLORS])}${size(s, "btn")}"${s.disabled ? " disabled" : ""}>${s.chance(0.3) ? `${icon(s)} ` : ""}${s.label}</button>`,
    "icon-button": (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${s.pick(COLORS)}${s.pick(["", " rounded-circle"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "spinner-button": (s) => `<button class="btn btn-${s.pick(COLORS)}" type="button" disabled><span class="spinner-border spinner-border-sm"></span> ${s.label}</button>`,
    link: (s) => `<a href="#${s.id}" class="link-${s.pick(COLORS.slice(0, 6))}">${s.label}</a>`,
    input: (s) => `<label class="form-label" for="${s.id}">${s.label}</label><input class="form-control${size(s, "form-control")}" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "phrase", "number"]))}"${s.disabled ? " disabled" : ""}>`,
    floating: (s) => `<div class="form-floating"><input class="form-control" id="${s.id}" value="${s.text("name")}" placeholder="x"><label for="${s.id}">${s.text("word")}</label></div>`,
    textarea: (s) => `<textarea class="form-control" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select class="form-select${size(s, "form-select")}" aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<label class="form-label" for="${s.id}">${s.label}</label><input type="range" class="form-range" id="${s.id}" value="${s.int(0, 100)}">`,
    badge: (s) => `<span class="badge text-bg-${s.pick(COLORS)}${s.pick(["", " rounded-pill"])}">${s.text("short")}</span>`,
    alert: (s) => `<div class="alert alert-${s.pick(COLORS)} mb-0">${s.text("sentence")}</div>`,
    progress: (s) => `<div class="progress" role="progressbar" aria-label="${s.aria}"><div class="progress-bar bg-${s.pick(COLORS)}${s.pick(["", " progress-bar-striped"])}" style="width: ${s.int(5, 100)}%"></div></div>`,
    spinner: (s) => `<div class="spinner-${s.pick(["border", "grow"])} text-${s.pick(COLORS)}" role="status"></div>`,
    pagination: (s) => `<ul class="pagination mb-0${size(s, "pagination")}">${["«", 1, 2, 3, "»"].map((page, i) => `<li class="page-item${i === 2 ? " active" : ""}"><a class="page-link" href="#${s.id}">${page}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="nav nav-${s.pick(["tabs", "pills", "underline"])}">${choices(s, ({ label, value }) => `<li class="nav-item"><a class="nav-link${value === "1" ? " active" : ""}" href="#${s.id}">${label}</a></li>`)}</ul>`,
    breadcrumb: (s) => `<ol class="breadcrumb mb-0">${choices(s, ({ label }) => `<li class="breadcrumb-item"><a href="#${s.id}">${label}</a></li>`)}</ol>`,
    card: (s) => `<div class="card"><img class="card-img-top" alt="" src="${s.image(240, 90)}"><div class="card-body"><h5 class="card-title">${s.text("phrase")}</h5><p class="card-text">${s.text("sentence")}</p></div></div>`,
    "list-group": (s) => `<div class="list-group">${choices(s, ({ label }) => `<a href="#${s.id}" class="list-group-item list-group-item-action">${label}</a>`)}</div>`,
    dropdown: (s) => `<button class="btn btn-${s.pick(COLORS)} dropdown-toggle" type="button">${s.text("word")}</button>`,
    menu: (s) => `<ul class="dropdown-menu show position-static">${choices(s, ({ label }) => `<li><a class="dropdown-item" href="#${s.id}">${label}</a></li>`)}</ul>`,
    table: (s) => `<table class="table table-sm mb-0${s.pick(["", " table-striped", " table-bordered"])}"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
    accordion: (s) => `<div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button" data-bs-toggle="collapse" data-bs-target="#${s.id}">${s.text("phrase")}</button></h2><div id="${s.id}" class="accordion-collapse collapse"><div class="accordion-body">${s.text("sentence")}</div></div></div></div>`,
    close: (s) => `<button type="button" class="btn-close" aria-label="${s.aria}"></button>`,
    avatar: (s) => `<img class="${s.pick(["rounded-circle", "rounded", "img-thumbnail"])}" width="${s.int(28, 64)}" alt="" src="${s.image(64)}">`,
  },

  ready(root) {
    for (const button of root.querySelectorAll('[data-bs-toggle="button"]')) bootstrap.Button.getOrCreateInstance(button);
  },
};
