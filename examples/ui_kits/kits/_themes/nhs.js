// NHS.UK frontend: its checkboxes and radios, large and small.

import css from "nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css" with { type: "text" };
import { choices, fields, input } from "./markup.js";

const item = (s, name, choice = s, more = "") =>
  `<div class="nhsuk-${name}__item">${input(s, name === "radios" ? "radio" : "checkbox", choice, `nhsuk-${name}__input`)}<label class="nhsuk-label nhsuk-${name}__label" for="${choice.id}">${choice.label || `<span class="nhsuk-u-visually-hidden">${s.aria}</span>`}</label>${more}</div>`;
const list = (name, content, variant = "") => `<div class="nhsuk-form-group"><div class="nhsuk-${name}${variant && ` nhsuk-${name}--${variant}`}">${content}</div></div>`;
const group = (name, variant, more = () => "") => (s) => list(name, choices(s, (choice) => item(s, name, choice, more(s))), variant);
const hint = (name) => (s) => `<div class="nhsuk-hint nhsuk-${name}__hint">${s.text("phrase")}</div>`;

export default {
  css: css.replaceAll("Frutiger W01,arial,sans-serif", "var(--page-font)"),

  setup() {
    document.body.classList.add("nhsuk-frontend-supported");
  },

  toggles: {
    "nhs-checkbox": (s) => list("checkboxes", item(s, "checkboxes")),
    "nhs-checkbox-small": (s) => list("checkboxes", item(s, "checkboxes"), "small"),
    "nhs-checkbox-bare": (s) => list("checkboxes", item(s, "checkboxes", { ...s, label: "" }), s.pick(["", "small"])),
    "nhs-checkbox-hint": (s) => list("checkboxes", item(s, "checkboxes", s, hint("checkboxes")(s))),
    "nhs-checkbox-group": group("checkboxes", ""),
    "nhs-checkbox-group-small": group("checkboxes", "small"),
    "nhs-checkbox-inline": group("checkboxes", "inline"),
    "nhs-radio": group("radios", ""),
    "nhs-radio-small": group("radios", "small"),
    "nhs-radio-inline": group("radios", "inline"),
    "nhs-radio-hint": group("radios", "", hint("radios")),
    "nhs-checkbox-card": (s) => `<div class="nhsuk-card"><div class="nhsuk-card__content"><h3 class="nhsuk-card__heading">${s.text("phrase")}</h3>${list("checkboxes", item(s, "checkboxes"))}</div></div>`,
  },

  others: {
    ...fields({ text: "nhsuk-input", select: "nhsuk-select", button: "nhsuk-button" }),
    "nhs-button": (s) => `<button type="button" class="nhsuk-button${s.pick(["", " nhsuk-button--secondary", " nhsuk-button--warning", " nhsuk-button--reverse"])}">${s.label}</button>`,
    "nhs-tag": (s) => `<strong class="nhsuk-tag nhsuk-tag--${s.pick(["white", "grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow"])}">${s.text("short")}</strong>`,
    "nhs-inset": (s) => `<div class="nhsuk-inset-text"><p>${s.text("sentence")}</p></div>`,
    "nhs-callout": (s) => `<div class="nhsuk-warning-callout"><h3 class="nhsuk-warning-callout__label">${s.text("phrase")}</h3><p>${s.text("sentence")}</p></div>`,
    "nhs-card": (s) => `<div class="nhsuk-card"><div class="nhsuk-card__content"><h3 class="nhsuk-card__heading">${s.text("phrase")}</h3><p>${s.text("sentence")}</p></div></div>`,
    "nhs-error": (s) => `<span class="nhsuk-error-message">${s.text("phrase")}</span>`,
    "nhs-details": (s) => `<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${s.text("phrase")}</span></summary></details>`,
    "nhs-summary": (s) => `<dl class="nhsuk-summary-list"><div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${s.text("word")}</dt><dd class="nhsuk-summary-list__value">${s.text("number")}</dd></div></dl>`,
  },
};
