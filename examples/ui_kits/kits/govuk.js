// GOV.UK Frontend: its large and small checkboxes and radios, and its other components. It has no switch and no dark theme.

import { initAll } from "govuk-frontend";
import styles from "govuk-frontend/dist/govuk/govuk-frontend.min.css" with { type: "text" };
import "./govuk.css";

const TAGS = ["", "--grey", "--green", "--turquoise", "--teal", "--purple", "--magenta", "--pink", "--red", "--orange", "--yellow"];

const map = (s, option, ...range) => s.options(...range).map(option).join("");
const small = (s, name) => s.pick(["", "", ` govuk-${name}--small`]);

const item = (s, name, choice, more = "") => {
  const type = name === "radios" ? "radio" : "checkbox";
  const label = choice.label ? `<label class="govuk-label govuk-${name}__label" for="${choice.id}">${choice.label}</label>` : `<label class="govuk-label govuk-${name}__label" for="${choice.id}"><span class="govuk-visually-hidden">${s.aria}</span></label>`;
  return `<div class="govuk-${name}__item"><input class="govuk-${name}__input" id="${choice.id}" name="${s.name}" type="${type}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}>${label}${more}</div>`;
};
const hint = (s, name) => `<div class="govuk-hint govuk-${name}__hint">${s.text("phrase")}</div>`;
const legend = (s) => (s.label ? `<legend class="govuk-fieldset__legend govuk-fieldset__legend--${s.pick(["s", "m"])}">${s.label}</legend>` : "");
const list = (s, name, items, classes = "") => `<div class="govuk-${name}${classes}">${items}</div>`;
const group = (s, name, content, error = "") =>
  `<div class="govuk-form-group${error ? " govuk-form-group--error" : ""}"><fieldset class="govuk-fieldset">${legend(s)}${error}${content}</fieldset></div>`;
const error = (s) => `<p class="govuk-error-message">${s.text("phrase")}</p>`;
const choices = (s, name, classes, more = () => "") => list(s, name, map(s, (choice) => item(s, name, choice, more())), classes);

const divided = (s, name) => {
  const items = s.options(3, 4).map((choice) => item(s, name, choice));
  items.splice(-1, 0, `<div class="govuk-${name}__divider">${s.pick(["or", "–", "…"])}</div>`);
  return group(s, name, list(s, name, items.join(""), small(s, name)));
};
const summaryRow = (s, value) => `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${s.text("short")}</dt><dd class="govuk-summary-list__value">${value}</dd></div>`;
const start = '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>';
const field = (s, content, name = s.text("short")) => `<div class="govuk-form-group"><label class="govuk-label" for="${s.id}">${name}</label>${content}</div>`;

export default {
  name: "govuk",
  packages: ["govuk-frontend"],
  framework: "html",
  dark: false,

  setup(env) {
    // Its typeface is licensed for gov.uk alone, and its files lie at that site's root.
    const style = document.createElement("style");
    style.textContent = styles
      .replace(/@font-face\{[^}]*\}/g, "")
      .replace(/url\(\/assets\/[^)]*\)/g, "none")
      .replaceAll("GDS Transport,arial,sans-serif", "var(--page-font)");
    document.head.prepend(style);
    document.documentElement.style.fontSize = `${env.random.pick([12, 13, 14, 16, 16, 16, 18, 20])}px`;
    document.body.classList.add("govuk-frontend-supported");
  },

  toggles: {
    checkbox: (s) => list(s, "checkboxes", item(s, "checkboxes", s)),
    "checkbox-small": (s) => list(s, "checkboxes", item(s, "checkboxes", s), " govuk-checkboxes--small"),
    radio: (s) => group(s, "radios", choices(s, "radios", "")),
    "radio-small": (s) => group(s, "radios", choices(s, "radios", " govuk-radios--small")),
    "radio-inline": (s) => group(s, "radios", choices(s, "radios", ` govuk-radios--inline${small(s, "radios")}`)),
    "checkbox-group": (s) => group(s, "checkboxes", choices(s, "checkboxes", small(s, "checkboxes"))),
    "checkbox-hint": (s) => list(s, "checkboxes", item(s, "checkboxes", s, hint(s, "checkboxes")), small(s, "checkboxes")),
    "radio-hint": (s) => group(s, "radios", choices(s, "radios", small(s, "radios"), () => hint(s, "radios"))),
    "checkbox-error": (s) => group(s, "checkboxes", choices(s, "checkboxes", small(s, "checkboxes")), error(s)),
    "radio-error": (s) => group(s, "radios", choices(s, "radios", small(s, "radios")), error(s)),
    "checkbox-divided": (s) => divided(s, "checkboxes"),
    "radio-divided": (s) => divided(s, "radios"),
    "checkbox-bare": (s) => list(s, "checkboxes", item(s, "checkboxes", { ...s, label: "" }), small(s, "checkboxes")),
    "checkbox-panel": (s) => `<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">${s.text("short")}</h2></div><div class="govuk-summary-card__content">${choices(s, "checkboxes", small(s, "checkboxes"))}</div></div>`,
    "checkbox-table": (s) => `<table class="govuk-table">${map(s, (choice) => `<tr class="govuk-table__row"><td class="govuk-table__cell">${list(s, "checkboxes", item({ ...s, aria: choice.label }, "checkboxes", { ...choice, label: "" }), " govuk-checkboxes--small")}</td><td class="govuk-table__cell">${choice.label}</td></tr>`)}</table>`,
    "radio-summary": (s) => `<dl class="govuk-summary-list">${summaryRow(s, list(s, "radios", map(s, (choice) => item(s, "radios", choice), 2, 2, "word"), " govuk-radios--inline govuk-radios--small"))}</dl>`,
    "checkbox-inset": (s) => `<div class="govuk-inset-text">${list(s, "checkboxes", item(s, "checkboxes", s))}</div>`,
  },

  others: {
    button: (s) => `<button type="button" class="govuk-button${s.pick(["", " govuk-button--secondary", " govuk-button--warning"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "start-button": (s) => `<a href="#${s.id}" role="button" class="govuk-button govuk-button--start">${s.text("phrase")} ${start}</a>`,
    "inverse-button": (s) => `<div class="inverse"><button type="button" class="govuk-button govuk-button--inverse">${s.text("short")}</button></div>`,
    link: (s) => `<a href="#${s.id}" class="govuk-link${s.pick(["", " govuk-link--no-visited-state", " govuk-link--muted", " govuk-link--text-colour"])}">${s.label}</a>`,
    back: (s) => `<a href="#${s.id}" class="govuk-back-link">${s.text("word")}</a>`,
    breadcrumb: (s) => `<nav class="govuk-breadcrumbs"><ol class="govuk-breadcrumbs__list">${map(s, ({ label }) => `<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="#${s.id}">${label}</a></li>`)}</ol></nav>`,
    input: (s) => field(s, `<input class="govuk-input${s.pick(["", " govuk-input--width-10", " govuk-input--width-5"])}" id="${s.id}" value="${s.text(s.pick(["name", "number", "email"]))}">`),
    "prefix-input": (s) => field(s, `<div class="govuk-input__wrapper"><div class="govuk-input__prefix">${s.pick(["£", "€", "$", "@", "#"])}</div><input class="govuk-input govuk-input--width-5" id="${s.id}" value="${s.text("number")}"></div>`),
    "error-input": (s) => `<div class="govuk-form-group govuk-form-group--error"><label class="govuk-label" for="${s.id}">${s.text("short")}</label>${error(s)}<input class="govuk-input govuk-input--error" id="${s.id}" value="${s.text("word")}"></div>`,
    date: (s) => `<div class="govuk-date-input">${[s.int(1, 28), s.int(1, 12), s.int(1950, 2030)].map((value, i) => `<div class="govuk-date-input__item"><div class="govuk-form-group"><input class="govuk-input govuk-date-input__input govuk-input--width-${i === 2 ? 4 : 2}" value="${value}" aria-label="${i}"></div></div>`).join("")}</div>`,
    textarea: (s) => field(s, `<textarea class="govuk-textarea" id="${s.id}" rows="2">${s.text("sentence")}</textarea>`),
    select: (s) => field(s, `<select class="govuk-select" id="${s.id}">${map(s, ({ label }) => `<option>${label}</option>`)}</select>`),
    "file-upload": (s) => field(s, `<input class="govuk-file-upload" id="${s.id}" type="file">`),
    tag: (s) => `<strong class="govuk-tag govuk-tag${s.pick(TAGS)}">${s.text("short")}</strong>`,
    "task-list": (s) => `<ul class="govuk-task-list">${map(s, ({ label }) => `<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="#${s.id}">${label}</a></div><div class="govuk-task-list__status"><strong class="govuk-tag govuk-tag${s.pick(TAGS)}">${s.text("word")}</strong></div></li>`)}</ul>`,
    "summary-list": (s) => `<dl class="govuk-summary-list">${summaryRow(s, s.text("name"))}${summaryRow(s, s.text("date"))}</dl>`,
    warning: (s) => `<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text">${s.text("sentence")}</strong></div>`,
    notification: (s) => `<div class="govuk-notification-banner${s.pick(["", " govuk-notification-banner--success"])}"><div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title">${s.text("word")}</h2></div><div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">${s.text("phrase")}</p></div></div>`,
    inset: (s) => `<div class="govuk-inset-text">${s.text("sentence")}</div>`,
    panel: (s) => `<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${s.text("short")}</h1><div class="govuk-panel__body">${s.text("phrase")}</div></div>`,
    details: (s) => `<details class="govuk-details"${s.pick(["", " open"])}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${s.text("phrase")}</span></summary><div class="govuk-details__text">${s.text("sentence")}</div></details>`,
    tabs: (s) => `<div class="govuk-tabs"><ul class="govuk-tabs__list">${map(s, ({ label, value }) => `<li class="govuk-tabs__list-item${value === "1" ? " govuk-tabs__list-item--selected" : ""}"><a class="govuk-tabs__tab" href="#${s.id}">${label}</a></li>`, 2, 3, "word")}</ul></div>`,
    accordion: (s) => `<div class="govuk-accordion" data-module="govuk-accordion" id="${s.id}"><div class="govuk-accordion__section"><div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="${s.id}-heading-1">${s.text("phrase")}</span></h2></div><div id="${s.id}-content-1" class="govuk-accordion__section-content"><p class="govuk-body">${s.text("sentence")}</p></div></div></div>`,
    password: (s) => `<div class="govuk-form-group govuk-password-input"><div class="govuk-input__wrapper govuk-password-input__wrapper"><input class="govuk-input govuk-password-input__input" id="${s.id}" type="password" value="${s.text("word")}" aria-label="${s.aria}"><button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle">${s.text("word")}</button></div></div>`,
    pagination: (s) => `<nav class="govuk-pagination"><ul class="govuk-pagination__list">${[1, 2, 3].map((page) => `<li class="govuk-pagination__item${page === 2 ? " govuk-pagination__item--current" : ""}"><a class="govuk-link govuk-pagination__link" href="#${s.id}">${page}</a></li>`).join("")}</ul></nav>`,
    phase: (s) => `<div class="govuk-phase-banner"><p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-phase-banner__content__tag">${s.pick(["Alpha", "Beta"])}</strong><span class="govuk-phase-banner__text">${s.text("phrase")}</span></p></div>`,
    table: (s) => `<table class="govuk-table"><tr class="govuk-table__row"><th class="govuk-table__header">${s.text("word")}</th><td class="govuk-table__cell">${s.text("number")}</td></tr><tr class="govuk-table__row"><th class="govuk-table__header">${s.text("word")}</th><td class="govuk-table__cell">${s.text("price")}</td></tr></table>`,
    list: (s) => `<ul class="govuk-list govuk-list--${s.pick(["bullet", "number", "spaced"])}">${map(s, ({ label }) => `<li>${label}</li>`)}</ul>`,
    body: (s) => `<p class="govuk-body${s.pick(["", "-s", "-l"])}">${s.text("sentence")}</p>`,
  },

  ready(root) {
    initAll({ scope: root });
  },
};
