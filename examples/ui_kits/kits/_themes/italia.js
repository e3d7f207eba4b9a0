// Bootstrap Italia: its own checkboxes, radios and levers.

import css from "bootstrap-italia/dist/css/bootstrap-italia.min.css" with { type: "text" };
import { choices, fields, input } from "./markup.js";

const COLORS = ["primary", "secondary", "success", "danger", "warning"];

const check = (s, type = "checkbox", choice = s, classes = "", more = "") => `<div class="form-check ${classes}">${input(s, type, choice)}<label for="${choice.id}">${choice.label}</label>${more}</div>`;
const group = (type, classes = "") => (s) => choices(s, (choice) => check(s, type, choice, classes));
const lever = (s, choice = s) => `<div class="toggles"><label for="${choice.id}">${choice.label}${input(s, "checkbox", choice)}<span class="lever"></span></label></div>`;
const help = (s) => `<small class="form-text">${s.text("phrase")}</small>`;

export default {
  css,

  toggles: {
    "italia-checkbox": (s) => check(s),
    "italia-checkbox-bare": (s) => check({ ...s, label: "" }),
    "italia-checkbox-group": group("checkbox"),
    "italia-checkbox-inline": group("checkbox", "form-check-inline"),
    "italia-checkbox-end": (s) => check(s, "checkbox", s, "form-check-group", help(s)),
    "italia-radio": group("radio"),
    "italia-radio-inline": group("radio", "form-check-inline"),
    "italia-radio-end": group("radio", "form-check-group"),
    "italia-toggle": (s) => `<div class="form-check">${lever(s)}</div>`,
    "italia-toggle-bare": (s) => `<div class="form-check">${lever({ ...s, label: "" })}</div>`,
    "italia-toggle-group": (s) => choices(s, (choice) => `<div class="form-check">${lever(s, choice)}</div>`),
    "italia-toggle-end": (s) => `<div class="form-check form-check-group">${lever(s)}${help(s)}</div>`,
    "italia-checkbox-card": (s) => `<div class="card card-bg"><div class="card-body"><h3 class="card-title h5">${s.text("phrase")}</h3>${check(s)}</div></div>`,
  },

  others: {
    ...fields({ text: "form-control", select: "form-control", button: "btn btn-primary" }),
    "italia-button": (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${s.pick(COLORS)}${s.pick(["", " btn-lg", " btn-xs"])}">${s.label}</button>`,
    "italia-badge": (s) => `<span class="badge bg-${s.pick(COLORS)}">${s.text("short")}</span>`,
    "italia-chip": (s) => `<div class="chip chip-simple${s.pick(["", " chip-primary", " chip-success"])}"><span class="chip-label">${s.text("word")}</span></div>`,
    "italia-alert": (s) => `<div class="alert alert-${s.pick(["info", "success", "warning", "danger"])}">${s.text("sentence")}</div>`,
    "italia-callout": (s) => `<div class="callout"><p>${s.text("sentence")}</p></div>`,
    "italia-card": (s) => `<div class="card card-bg"><div class="card-body"><h3 class="card-title h5">${s.text("phrase")}</h3><p class="card-text">${s.text("sentence")}</p></div></div>`,
    "italia-breadcrumb": (s) => `<ol class="breadcrumb">${choices(s, ({ label }) => `<li class="breadcrumb-item"><a href="#${s.id}">${label}</a></li>`)}</ol>`,
    "italia-progress": (s) => `<div class="progress"><div class="progress-bar" role="progressbar" style="width: ${s.int(5, 100)}%"></div></div>`,
  },
};
