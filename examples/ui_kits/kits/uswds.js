// U.S. Web Design System: its checkboxes, radios and tiles, and buttons that its outline style turns off. It has no dark theme.

import "@uswds/uswds/css/uswds.css";
import sprite from "@uswds/uswds/src/img/sprite.svg";
import "./uswds.css";

const ICONS = ["alarm", "bookmark", "build", "campaign", "chat", "delete", "directions_bus", "edit", "favorite", "file_download", "flag", "folder", "home", "language", "launch", "lightbulb", "lock", "mail", "map", "notifications", "people", "person", "phone", "print", "public", "search", "settings", "share", "star", "thumb_up_alt"];
const BUTTONS = ["", "", "secondary", "accent-cool", "accent-warm", "base", "outline"];
const COLORS = ["accent-cool", "accent-warm", "base-dark", "error", "info", "primary", "secondary", "success", "warning"];

const map = (s, option, ...range) => s.options(...range).map(option).join("");
const icon = (s, size = s.pick(["", "", " usa-icon--size-3", " usa-icon--size-4"])) =>
  `<svg class="usa-icon${size}" aria-hidden="true" focusable="false" role="img"><use href="${sprite}#${s.pick(ICONS)}"></use></svg>`;

// Disabled controls are either disabled or say so to screen readers alone: those ignore a click.
const item = (s, type, choice, { tile = false, description = false, mixed = false } = {}) => {
  const disabled = s.disabled ? s.pick([" disabled", ' aria-disabled="true"']) : "";
  return `<div class="usa-${type}"><input class="usa-${type}__input${tile ? ` usa-${type}__input--tile` : ""}" id="${choice.id}" type="${type}" name="${s.name}"${choice.checked ? " checked" : ""}${disabled}${mixed ? " data-mixed" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><label class="usa-${type}__label" for="${choice.id}">${choice.label || "&nbsp;"}${description ? `<span class="usa-${type}__label-description">${s.text("phrase")}</span>` : ""}</label></div>`;
};
const legend = (s) => (s.label ? `<legend class="usa-legend">${s.label}</legend>` : "");
const group = (s, type, options) => `<fieldset class="usa-fieldset">${legend(s)}${map(s, (choice) => item(s, type, choice, options))}</fieldset>`;
const failing = (s, type) => `<div class="usa-form-group usa-form-group--error"><fieldset class="usa-fieldset">${legend(s)}<span class="usa-error-message">${s.text("phrase")}</span>${map(s, (choice) => item(s, type, choice))}</fieldset></div>`;
const press = (s, pressed, label, classes = "") =>
  `<button type="button" data-press class="usa-button${classes}${pressed ? "" : " usa-button--outline"}" aria-pressed="${pressed}"${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`}>${label}</button>`;
const segments = (s, content) => `<ul class="usa-button-group usa-button-group--segmented">${map(s, (choice) => `<li class="usa-button-group__item">${content(choice)}</li>`, 2, 3, "word")}</ul>`;

export default {
  name: "uswds",
  packages: ["@uswds/uswds"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    document.documentElement.style.fontSize = `${env.random.pick([12, 13, 14, 16, 16, 16, 18, 20])}px`;
    document.documentElement.classList.toggle("accented", env.random.chance(0.3));
    // Its own fields are white on a white page.
    document.documentElement.classList.toggle("plain", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => item(s, "checkbox", s, { mixed: s.indeterminate }),
    radio: (s) => group(s, "radio"),
    "checkbox-tile": (s) => item(s, "checkbox", s, { tile: true }),
    "radio-tile": (s) => group(s, "radio", { tile: true }),
    "checkbox-tile-description": (s) => item(s, "checkbox", s, { tile: true, description: true }),
    "radio-tile-description": (s) => group(s, "radio", { tile: true, description: true }),
    "checkbox-description": (s) => item(s, "checkbox", s, { description: true }),
    "checkbox-group": (s) => group(s, "checkbox"),
    "checkbox-error": (s) => failing(s, "checkbox"),
    "radio-error": (s) => failing(s, "radio"),
    "checkbox-bare": (s) => item(s, "checkbox", { id: s.id, checked: s.checked, label: "" }),
    "checkbox-card": (s) => `<div class="usa-card"><div class="usa-card__container"><div class="usa-card__header"><h4 class="usa-card__heading">${s.text("phrase")}</h4></div><div class="usa-card__body">${item(s, "checkbox", s)}</div></div></div>`,
    "checkbox-table": (s) => `<table class="usa-table usa-table--borderless">${map(s, (choice) => `<tr><td>${item({ ...s, aria: choice.label }, "checkbox", { ...choice, label: "" })}</td><td>${choice.label}</td></tr>`)}</table>`,
    "checkbox-summary": (s) => `<div class="usa-summary-box"><div class="usa-summary-box__body"><h3 class="usa-summary-box__heading">${s.text("phrase")}</h3>${item(s, "checkbox", s)}</div></div>`,
    "toggle-button": (s) => press(s, s.checked, s.label || icon(s), s.pick(["", "", " usa-button--big"])),
    "toggle-icon-button": (s) => press(s, s.checked, `${icon(s)} ${s.label ? s.text("word") : ""}`),
    "toggle-segments": (s) => segments(s, (choice) => press(s, choice.checked, choice.label)),
  },

  others: {
    button: (s) => `<button type="button" class="usa-button usa-button--${s.pick(BUTTONS)}${s.pick(["", "", " usa-button--big"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "icon-button": (s) => `<button type="button" class="usa-button usa-button--${s.pick([...BUTTONS, "unstyled"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "icon-word-button": (s) => `<button type="button" class="usa-button usa-button--${s.pick([...BUTTONS, "unstyled"])}">${icon(s)} ${s.text("short")}</button>`,
    link: (s) => `<a href="#${s.id}" class="usa-link">${s.label}</a>`,
    "icon-link": (s) => `<a href="#${s.id}" class="usa-link">${icon(s)} ${s.text("short")}</a>`,
    "icon-list": (s) => `<ul class="usa-icon-list usa-icon-list--${s.pick(COLORS)}">${map(s, ({ label }) => `<li class="usa-icon-list__item"><div class="usa-icon-list__icon">${icon(s, "")}</div><div class="usa-icon-list__content">${label}</div></li>`)}</ul>`,
    input: (s) => `<label class="usa-label" for="${s.id}">${s.text("short")}</label><input class="usa-input${s.pick(["", " usa-input--success", " usa-input--error"])}" id="${s.id}" value="${s.text(s.pick(["name", "email"]))}">`,
    "input-group": (s) => `<div class="usa-input-group"><div class="usa-input-prefix" aria-hidden="true">${icon(s, "")}</div><input class="usa-input" value="${s.text("word")}" aria-label="${s.aria}"></div>`,
    textarea: (s) => `<textarea class="usa-textarea short" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select class="usa-select" aria-label="${s.aria}">${map(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<label class="usa-label" for="${s.id}">${s.text("word")}</label><input class="usa-range" id="${s.id}" type="range" value="${s.int(0, 100)}">`,
    search: (s) => `<form class="usa-search usa-search--small" role="search"><input class="usa-input" type="search" placeholder="${s.text("word")}" aria-label="${s.aria}"><button class="usa-button" type="button" aria-label="${s.text("word")}">${icon(s, "")}</button></form>`,
    tag: (s) => `<span class="usa-tag${s.pick(["", " usa-tag--big"])}">${s.text("short")}</span>`,
    alert: (s) => `<div class="usa-alert usa-alert--${s.pick(["info", "warning", "error", "success", "emergency"])}${s.pick(["", " usa-alert--slim"])}${s.pick(["", " usa-alert--no-icon"])}"><div class="usa-alert__body"><p class="usa-alert__text">${s.text("sentence")}</p></div></div>`,
    card: (s) => `<div class="usa-card"><div class="usa-card__container"><div class="usa-card__header"><h4 class="usa-card__heading">${s.text("phrase")}</h4></div><div class="usa-card__body"><p>${s.text("sentence")}</p></div><div class="usa-card__footer"><button class="usa-button">${s.text("word")}</button></div></div></div>`,
    collection: (s) => `<ul class="usa-collection"><li class="usa-collection__item"><div class="usa-collection__body"><h4 class="usa-collection__heading"><a class="usa-link" href="#${s.id}">${s.text("phrase")}</a></h4><p class="usa-collection__description">${s.text("sentence")}</p></div></li></ul>`,
    steps: (s) => `<div class="usa-step-indicator${s.pick(["", " usa-step-indicator--counters"])}"><ol class="usa-step-indicator__segments">${["--complete", "--current", ""].map((state) => `<li class="usa-step-indicator__segment usa-step-indicator__segment${state}"><span class="usa-step-indicator__segment-label">${s.text("word")}</span></li>`).join("")}</ol></div>`,
    process: (s) => `<ol class="usa-process-list">${map(s, ({ label }) => `<li class="usa-process-list__item"><h4 class="usa-process-list__heading">${label}</h4></li>`, 2, 3)}</ol>`,
    pagination: (s) => `<nav class="usa-pagination"><ul class="usa-pagination__list">${[1, 2, 3].map((page) => `<li class="usa-pagination__item usa-pagination__page-no"><a class="usa-pagination__button${page === 2 ? " usa-current" : ""}" href="#${s.id}">${page}</a></li>`).join("")}</ul></nav>`,
    breadcrumb: (s) => `<nav class="usa-breadcrumb usa-breadcrumb--wrap"><ol class="usa-breadcrumb__list">${map(s, ({ label }) => `<li class="usa-breadcrumb__list-item"><a href="#${s.id}" class="usa-breadcrumb__link"><span>${label}</span></a></li>`, 2, 3)}</ol></nav>`,
    sidenav: (s) => `<ul class="usa-sidenav">${map(s, ({ label, value }) => `<li class="usa-sidenav__item"><a href="#${s.id}"${value === "1" ? ' class="usa-current"' : ""}>${label}</a></li>`)}</ul>`,
    accordion: (s) => `<div class="usa-accordion${s.pick(["", " usa-accordion--bordered"])}"><h4 class="usa-accordion__heading"><button type="button" class="usa-accordion__button" aria-expanded="false">${s.text("phrase")}</button></h4></div>`,
    summary: (s) => `<div class="usa-summary-box"><div class="usa-summary-box__body"><h3 class="usa-summary-box__heading">${s.text("phrase")}</h3><div class="usa-summary-box__text">${s.text("sentence")}</div></div></div>`,
    segments: (s) => segments(s, ({ label }) => `<button type="button" class="usa-button">${label}</button>`),
    table: (s) => `<table class="usa-table${s.pick(["", " usa-table--borderless", " usa-table--striped"])}"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
    media: (s) => `<div class="usa-media-block"><img class="usa-media-block__img" width="40" alt="" src="${s.image(40)}"><div class="usa-media-block__body"><strong>${s.text("name")}</strong><br>${s.text("phrase")}</div></div>`,
    date: (s) => `<div class="usa-memorable-date"><div class="usa-form-group usa-form-group--day"><label class="usa-label" for="${s.id}">${s.text("word")}</label><input class="usa-input" id="${s.id}" value="${s.int(1, 28)}"></div></div>`,
    list: (s) => `<ul class="usa-list">${map(s, ({ label }) => `<li>${label}</li>`)}</ul>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-mixed]")) box.indeterminate = true;
    root.addEventListener("click", (event) => {
      if (event.target.matches('[aria-disabled="true"]')) event.preventDefault();
      const button = event.target.closest("[data-press]");
      if (!button) return;
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", pressed);
      button.classList.toggle("usa-button--outline", !pressed);
    });
  },
};
