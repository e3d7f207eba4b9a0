// UIkit 3: its checkboxes and radios in forms, lists, cards and tables, its button groups and pills, and its other components.

import "uikit/dist/css/uikit.css";
import "./uikit.css";
import UIkit from "uikit";
import Icons from "uikit/dist/js/uikit-icons";

const ICONS = ["cog", "bell", "trash", "pencil", "home", "cart", "user", "search", "download", "social", "mail", "lock", "location", "calendar", "camera"];
const MARKS = ["heart", "star", "bookmark", "bell", "eye", "lock", "tag", "location", "microphone"];
const STYLES = ["primary", "secondary", "danger"];

/** Cards are white also on dark pages, but for these. */
let cards = ["default", "default", "primary", "secondary"];

const icon = (s, names = ICONS, ratio = 1) => `<span uk-icon="icon: ${s.pick(names)}; ratio: ${ratio}" aria-hidden="true"></span>`;
const card = (s) => `uk-card uk-card-small uk-card-body uk-card-${s.pick(cards)}`;
const size = (s, prefix) => s.pick(["", "", ` ${prefix}-small`, ` ${prefix}-large`]);
const choices = (s, option) => s.options().map(option).join("");

const input = (s, type, choice = s, classes = "") =>
  `<input class="uk-${type}${classes}" type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}${s.indeterminate && type === "checkbox" ? " data-indeterminate" : ""}>`;
const labelled = (s, type, choice = s, classes = "") => `<label>${input(s, type, choice, classes)}${choice.label ? `&ensp;${choice.label}` : ""}</label>`;

/** A button with the class `on` where it is checked, else `off`; ready() turns it. */
const button = (s, role, on, content, { off = "uk-button-default", classes = "", choice = s } = {}) => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  return `<button type="button" id="${choice.id}" class="uk-button${classes} ${choice.checked ? on : off}" data-on="${on}" data-off="${off}" ${state}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</button>`;
};

export default {
  name: "uikit",
  packages: ["uikit"],
  framework: "html",

  setup(env) {
    UIkit.use(Icons);
    document.body.classList.toggle("uk-light", env.dark);
    if (env.dark) cards = ["secondary", "primary"];
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => labelled(s, "checkbox", s, size(s, "uk-form")),
    radio: (s) => `<div class="uk-grid-small uk-child-width-auto" uk-grid>${choices(s, (choice) => labelled(s, "radio", choice))}</div>`,
    "radio-stacked": (s) => choices(s, (choice) => `<div class="uk-margin-small">${labelled(s, "radio", choice)}</div>`),
    "radio-large": (s) => choices(s, (choice) => `<div class="uk-margin-small">${labelled(s, "radio", choice, " uk-form-large")}</div>`),
    "checkbox-group": (s) => choices(s, (choice) => `<div class="uk-margin-small">${labelled(s, "checkbox", choice)}</div>`),
    "checkbox-small": (s) => labelled(s, "checkbox", s, " uk-form-small"),
    "checkbox-large": (s) => labelled(s, "checkbox", s, " uk-form-large"),
    "checkbox-bare": (s) => input({ ...s, label: "" }, "checkbox", { ...s, label: "" }, size(s, "uk-form")),
    "checkbox-end": (s) => `<label class="uk-flex uk-flex-between uk-flex-middle">${s.label || "&nbsp;"} ${input(s, "checkbox")}</label>`,
    "checkbox-horizontal": (s) => `<div class="uk-form-horizontal"><div class="uk-form-label">${s.text("word")}</div><div class="uk-form-controls uk-form-controls-text">${labelled(s, "checkbox")}</div></div>`,
    "checkbox-list": (s) => `<ul class="uk-list${s.pick(["", " uk-list-divider"])}">${choices(s, (choice) => `<li>${labelled(s, "checkbox", choice)}</li>`)}</ul>`,
    "checkbox-card": (s) => `<label class="${card(s)} uk-display-block"><span class="uk-flex uk-flex-middle">${input({ ...s, label: s.aria }, "checkbox")}<span class="uk-margin-small-left"><b>${s.aria}</b><br>${s.text("phrase")}</span></span></label>`,
    "radio-card": (s) => {
      const classes = card(s);
      return choices(s, (choice) => `<label class="${classes} uk-display-block uk-padding-small uk-margin-small">${input(s, "radio", choice)}&ensp;${choice.label}</label>`);
    },
    "checkbox-table": (s) => `<table class="uk-table uk-table-divider uk-table-small uk-table-middle">${choices(s, (choice) => `<tr><td class="uk-table-shrink">${input(s, "checkbox", { ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("price")}</td></tr>`)}</table>`,
    "checkbox-nav": (s) => `<ul class="uk-nav uk-nav-default">${choices(s, (choice) => `<li class="uk-padding-small"><label>${input(s, "checkbox", choice)}&ensp;${choice.label}</label></li>`)}</ul>`,
    "checkbox-media": (s) => `<label class="uk-flex uk-flex-middle">${input({ ...s, label: "" }, "checkbox")}<img class="uk-border-circle uk-margin-small-left uk-margin-small-right" width="36" height="36" alt="" src="${s.image(36)}">${s.text("name")}</label>`,
    "pressed-button": (s) => button(s, "button", `uk-button-${s.pick(STYLES)}`, s.label || icon(s, MARKS), { classes: size(s, "uk-button") }),
    "icon-toggle": (s) => button({ ...s, label: "" }, "button", `uk-button-${s.pick(STYLES)}`, icon(s, MARKS), { classes: size(s, "uk-button") }),
    "icon-text-toggle": (s) => button(s, "button", `uk-button-${s.pick(STYLES)}`, `${icon(s, MARKS, 0.8)} ${s.label}`),
    "text-toggle": (s) => button(s, "button", `uk-button-${s.pick(STYLES)}`, s.label || icon(s, MARKS), { off: "uk-button-text", classes: s.pick(["", " uk-button-small"]) }),
    "button-group": (s) => {
      const on = `uk-button-${s.pick(STYLES)}`;
      return `<div class="uk-button-group" role="radiogroup">${choices(s, (choice) => button(s, "radio", on, choice.label, { choice, classes: " uk-button-small" }))}</div>`;
    },
    "check-group": (s) => {
      const on = `uk-button-${s.pick(STYLES)}`;
      return choices(s, (choice) => button(s, "checkbox", on, choice.label, { choice, classes: " uk-button-small uk-margin-small-right uk-margin-small-bottom" }));
    },
    pills: (s) => `<ul class="uk-subnav uk-subnav-pill" role="radiogroup">${choices(s, (choice) => `<li class="${choice.checked ? "uk-active" : ""}" data-on="uk-active" data-off=""><a id="${choice.id}" role="radio" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""}>${choice.label}</a></li>`)}</ul>`,
  },

  others: {
    button: (s) => `<button class="uk-button uk-button-${s.pick(["default", ...STYLES, "text", "link"])}${size(s, "uk-button")}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button class="uk-button uk-button-${s.pick(["default", ...STYLES])}">${icon(s, ICONS, 0.9)} ${s.label}</button>`,
    "icon-button": (s) => `<a href="#${s.id}" class="uk-icon-button" uk-icon="${s.pick(ICONS)}" aria-label="${s.aria}"></a>`,
    "icon-link": (s) => `<a href="#${s.id}" class="uk-icon-link" uk-icon="icon: ${s.pick(ICONS)}; ratio: ${s.pick([1, 1.5, 2])}" aria-label="${s.aria}"></a>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    link: (s) => `<a href="#${s.id}" class="${s.pick(["", "uk-link-muted", "uk-link-text", "uk-link-heading"])}">${s.label}</a>`,
    close: (s) => `<button type="button" uk-close class="${s.pick(["", "uk-close-large"])}" aria-label="${s.aria}"></button>`,
    input: (s) => `<label class="uk-form-label" for="${s.id}">${s.label}</label><input class="uk-input${size(s, "uk-form")}${s.pick(["", "", " uk-form-danger", " uk-form-success"])}" id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}">`,
    "input-with-icon": (s) => `<div class="uk-inline uk-width-1-1"><span class="uk-form-icon" uk-icon="icon: ${s.pick(ICONS)}"></span><input class="uk-input" value="${s.text("email")}" aria-label="${s.aria}"></div>`,
    textarea: (s) => `<textarea class="uk-textarea" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select class="uk-select${size(s, "uk-form")}" aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<input class="uk-range" type="range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    search: (s) => `<div class="uk-search uk-search-default"><span uk-search-icon></span><input class="uk-search-input" type="search" placeholder="${s.text("word")}" aria-label="${s.aria}"></div>`,
    label: (s) => `<span class="uk-label${s.pick(["", " uk-label-success", " uk-label-warning", " uk-label-danger"])}">${s.text("short")}</span>`,
    badge: (s) => `<span class="uk-badge">${s.int(1, 99)}</span>`,
    alert: (s) => `<div class="uk-alert-${s.pick(["primary", "success", "warning", "danger"])}" uk-alert><a class="uk-alert-close" uk-close></a><p>${s.text("sentence")}</p></div>`,
    progress: (s) => `<progress class="uk-progress uk-margin-remove" value="${s.int(5, 100)}" max="100"></progress>`,
    pagination: (s) => `<ul class="uk-pagination uk-margin-remove"><li><a href="#${s.id}"><span uk-pagination-previous></span></a></li>${[1, 2, 3].map((page) => `<li class="${page === 2 ? "uk-active" : ""}"><a href="#${s.id}">${page}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<ul class="uk-tab uk-margin-remove">${choices(s, ({ label, value }) => `<li class="${value === "1" ? "uk-active" : ""}"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    subnav: (s) => `<ul class="uk-subnav uk-subnav-divider">${choices(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    breadcrumb: (s) => `<ul class="uk-breadcrumb uk-margin-remove">${choices(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    nav: (s) => `<ul class="uk-nav uk-nav-default"><li class="uk-nav-header">${s.text("word")}</li>${choices(s, ({ label }) => `<li><a href="#${s.id}"><span class="uk-margin-small-right" uk-icon="${s.pick(ICONS)}"></span> ${label}</a></li>`)}</ul>`,
    iconnav: (s) => `<ul class="uk-iconnav">${[1, 2, 3].map(() => `<li><a href="#${s.id}" uk-icon="icon: ${s.pick(ICONS)}"></a></li>`).join("")}</ul>`,
    card: (s) => `<div class="${card(s)}"><h3 class="uk-card-title">${s.text("phrase")}</h3><p>${s.text("sentence")}</p></div>`,
    comment: (s) => `<article class="uk-comment uk-flex uk-flex-middle"><img class="uk-comment-avatar uk-border-circle uk-margin-small-right" width="40" height="40" alt="" src="${s.image(40)}"><div><b>${s.text("name")}</b><br><span class="uk-comment-meta">${s.text("date")}</span></div></article>`,
    list: (s) => `<ul class="uk-list uk-list-${s.pick(["disc", "divider", "striped", "circle"])}">${choices(s, ({ label }) => `<li>${label}</li>`)}</ul>`,
    table: (s) => `<table class="uk-table uk-table-small uk-margin-remove${s.pick(["", " uk-table-striped", " uk-table-divider"])}"><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr></table>`,
    accordion: (s) => `<ul uk-accordion class="uk-margin-remove"><li><a class="uk-accordion-title" href="#">${s.text("phrase")}<span uk-accordion-icon></span></a><div class="uk-accordion-content"><p>${s.text("sentence")}</p></div></li></ul>`,
    heading: (s) => `<h4 class="uk-heading-${s.pick(["bullet", "line", "divider"])}"><span>${s.text("phrase")}</span></h4>`,
  },

  ready(root) {
    for (const input of root.querySelectorAll("[data-indeterminate]")) input.indeterminate = true;
    const turn = (control, state, on) => {
      control.setAttribute(state, on);
      const styled = control.closest("[data-on]");
      styled.classList.toggle(styled.dataset.on, on);
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
