// Stack Overflow's Stacks: its checkboxes, radios, toggle switches and buttons.

import css from "@stackoverflow/stacks/dist/css/stacks.min.css" with { type: "text" };
import { choices, fields, input } from "./markup.js";

const check = (s, type = "checkbox", choice = s, classes = "") => `<div class="s-${type} ${classes}">${input(s, type, choice)}<label class="s-label" for="${choice.id}">${choice.label}</label></div>`;
const group = (type, classes = "") => (s) => `<fieldset class="s-form-group">${choices(s, (choice) => check(s, type, choice, classes))}</fieldset>`;
const toggle = (s, choice = s) => input(s, "checkbox", choice, "s-toggle-switch");

export default {
  css,

  toggles: {
    "stacks-checkbox": (s) => check(s),
    "stacks-checkbox-group": group("checkbox"),
    "stacks-checkbox-bare": (s) => `<div class="s-checkbox">${input({ ...s, label: "" }, "checkbox", { ...s, label: "" })}</div>`,
    "stacks-radio": group("radio"),
    "stacks-validated": (s) => `<div class="${s.pick(["has-warning", "has-error", "has-success"])}">${check(s)}</div>`,
    "stacks-switch": (s) => `<div class="d-flex ai-center g8"><label class="s-label" for="${s.id}">${s.label}</label>${toggle(s)}</div>`,
    "stacks-switch-bare": (s) => toggle({ ...s, label: "" }, { ...s, label: "" }),
    "stacks-menu": (s) => `<ul class="s-menu">${choices(s, (choice) => `<li class="s-menu--item s-checkbox"><label class="s-menu--action" for="${choice.id}">${input(s, "checkbox", choice)} ${choice.label}</label></li>`)}</ul>`,
  },

  others: {
    ...fields({ text: "s-input", button: "s-btn s-btn__clear" }),
    "stacks-button": (s) => `<button type="button" class="s-btn ${s.pick(["", "s-btn__clear", "s-btn__tonal", "s-btn__danger", "s-btn__featured"])} ${s.pick(["", "s-btn__sm", "s-btn__xs"])}">${s.label}</button>`,
    "stacks-badge": (s) => `<span class="s-badge ${s.pick(["", "s-badge__danger", "s-badge__important", "s-badge__info", "s-badge__success", "s-badge__warning"])}">${s.text("word")}</span>`,
    "stacks-tag": (s) => `<a class="s-tag" href="#${s.id}">${s.text("word")}</a>`,
    "stacks-notice": (s) => `<div class="s-notice ${s.pick(["s-notice__info", "s-notice__success", "s-notice__warning", "s-notice__danger"])}">${s.text("sentence")}</div>`,
    "stacks-navigation": (s) => `<ul class="s-navigation">${choices(s, ({ label, value }) => `<li><a class="s-navigation--item${value === "1" ? " is-selected" : ""}" href="#${s.id}">${label}</a></li>`)}</ul>`,
    "stacks-pagination": (s) => `<div class="s-pagination">${[1, 2, 3].map((page) => `<a class="s-pagination--item${page === 2 ? " is-selected" : ""}" href="#${s.id}">${page}</a>`).join("")}</div>`,
    "stacks-card": (s) => `<div class="s-card"><b>${s.text("phrase")}</b><p>${s.text("sentence")}</p></div>`,
  },
};
