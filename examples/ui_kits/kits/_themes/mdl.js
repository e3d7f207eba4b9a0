// Material Design Lite: its checkboxes, radios, switches and icon toggles in six pairs of colours.

import indigoPink from "material-design-lite/dist/material.indigo-pink.min.css" with { type: "text" };
import tealRed from "material-design-lite/dist/material.teal-red.min.css" with { type: "text" };
import deepPurpleAmber from "material-design-lite/dist/material.deep_purple-amber.min.css" with { type: "text" };
import orangeBlue from "material-design-lite/dist/material.orange-blue.min.css" with { type: "text" };
import greenLime from "material-design-lite/dist/material.green-lime.min.css" with { type: "text" };
import blueGreyDeepOrange from "material-design-lite/dist/material.blue_grey-deep_orange.min.css" with { type: "text" };
import { choices, fields, pressed } from "./markup.js";

const ICONS = "♥★✎☎✈✂♫☀☂⚑".split("");

const names = { checkbox: ["checkbox", "input", "label"], radio: ["radio", "button", "label"], switch: ["switch", "input", "label"] };
const box = (s, kind, { choice = s, ripple = "" } = {}) => {
  const [name, input, label] = names[kind];
  return `<label class="mdl-${name} mdl-js-${name} ${ripple}" for="${choice.id}"><input type="${kind === "radio" ? "radio" : "checkbox"}" id="${choice.id}" name="${s.name}" class="mdl-${name}__${input}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><span class="mdl-${name}__${label}">${choice.label}</span></label>`;
};
const group = (kind) => (s) => choices(s, (choice) => `<div>${box(s, kind, { choice })}</div>`);

export default {
  colours: [indigoPink, tealRed, deepPurpleAmber, orangeBlue, greenLime, blueGreyDeepOrange],

  toggles: {
    "mdl-checkbox": (s) => box(s, "checkbox"),
    "mdl-checkbox-ripple": (s) => box(s, "checkbox", { ripple: "mdl-js-ripple-effect" }),
    "mdl-checkbox-group": group("checkbox"),
    "mdl-checkbox-bare": (s) => box({ ...s, label: "" }, "checkbox", { choice: { ...s, label: "" } }),
    "mdl-radio": group("radio"),
    "mdl-switch": (s) => box(s, "switch"),
    "mdl-switch-ripple": (s) => box(s, "switch", { ripple: "mdl-js-ripple-effect" }),
    "mdl-switch-bare": (s) => box({ ...s, label: "" }, "switch", { choice: { ...s, label: "" } }),
    "mdl-switch-group": group("switch"),
    "mdl-icon-toggle": (s) => `<label class="mdl-icon-toggle mdl-js-icon-toggle" for="${s.id}"><input type="checkbox" id="${s.id}" class="mdl-icon-toggle__input"${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""} aria-label="${s.aria}"><span class="mdl-icon-toggle__label">${s.pick(ICONS)}</span></label>`,
    "mdl-checkbox-list": (s) => `<ul class="mdl-list">${choices(s, (choice) => `<li class="mdl-list__item"><span class="mdl-list__item-primary-content">${choice.label}</span><span class="mdl-list__item-secondary-action">${box(s, "checkbox", { choice: { ...choice, label: "" } })}</span></li>`)}</ul>`,
    "mdl-switch-card": (s) => `<div class="mdl-card mdl-shadow--2dp" style="width: auto; min-height: 0"><div class="mdl-card__supporting-text">${s.text("sentence")}</div><div class="mdl-card__actions mdl-card--border">${box(s, "switch")}</div></div>`,
    "mdl-pressed-button": (s) => pressed(s, s.pick(["mdl-button--colored", "mdl-button--accent"]), "mdl-button mdl-button--raised", s.aria),
  },

  others: {
    ...fields({ text: "mdl-textfield__input", button: "mdl-button" }),
    "mdl-button": (s) => `<button type="button" class="mdl-button mdl-button--raised ${s.pick(["", "mdl-button--colored", "mdl-button--accent"])}">${s.label}</button>`,
    "mdl-fab": (s) => `<button type="button" class="mdl-button mdl-button--fab ${s.pick(["mdl-button--colored", ""])}" aria-label="${s.aria}">${s.pick(ICONS)}</button>`,
    "mdl-icon-button": (s) => `<button type="button" class="mdl-button mdl-button--icon" aria-label="${s.aria}">${s.pick(ICONS)}</button>`,
    "mdl-chip": (s) => `<span class="mdl-chip"><span class="mdl-chip__text">${s.text("word")}</span></span>`,
    "mdl-chip-contact": (s) => `<span class="mdl-chip mdl-chip--contact"><img class="mdl-chip__contact" alt="" src="${s.image(32)}"><span class="mdl-chip__text">${s.text("word")}</span></span>`,
    "mdl-badge": (s) => `<span class="mdl-badge" data-badge="${s.int(1, 99)}">${s.text("short")}</span>`,
    "mdl-slider": (s) => `<input class="mdl-slider mdl-js-slider" type="range" min="0" max="100" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    "mdl-card": (s) => `<div class="mdl-card mdl-shadow--4dp" style="width: auto; min-height: 0"><div class="mdl-card__title"><h2 class="mdl-card__title-text">${s.text("short")}</h2></div><div class="mdl-card__supporting-text">${s.text("sentence")}</div></div>`,
  },

  ready(root) {
    for (const element of root.querySelectorAll("[class*=mdl-js-]:not(.mdl-js-ripple-effect), .mdl-js-ripple-effect")) window.componentHandler.upgradeElement(element);
  },
};
