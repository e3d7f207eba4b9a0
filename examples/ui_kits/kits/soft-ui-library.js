// Soft UI Library: its neumorphic checkboxes, switch, radios, fields, buttons and boxes.

import "@fortawesome/fontawesome-free/css/all.css";
import "./soft-ui-library.css";
// Its style sheet asks the network for fonts: it is taken as text, to leave that out.
import sheet from "soft-ui-library/dist/css/neumorphism-ui.css" with { type: "text" };

const ICONS = ["cog", "bell", "trash", "home", "user", "search", "download", "envelope", "lock", "calendar", "star", "heart"];
const icon = (s) => `<i class="fas fa-${s.pick(ICONS)}" aria-hidden="true"></i>`;

const input = (s, type, look, choice = s) =>
  `<input type="${type}" class="${look}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const label = (s, type, look, choice = s) => `<label class="line">${input(s, type, look, choice)}<span>${choice.label}</span></label>`;
const list = (s, type, look) => s.options().map((choice) => label(s, type, look, choice)).join("");
const end = (s, look) => `<div class="line apart"><label for="${s.id}">${icon(s)} ${s.label}</label>${input(s, "checkbox", look)}</div>`;
const box = (s, content) => `<div class="soft-box ${s.pick(["sul-box-raised-1", "sul-box-raised-2", "sul-box-raised-3", "sul-box-inset-1", "sul-box-raised-2 sm"])}">${content}</div>`;
const both = (draw, about) => Object.assign(draw, { about });

const TICK = { design: "checkbox-type-1", control: "checkbox" };
const SWITCH = { design: "checkbox-type-2", control: "switch" };
const RADIO = { design: "radio", control: "radio" };

export default {
  name: "soft-ui-library",
  packages: ["soft-ui-library", "@fortawesome/fontawesome-free"],
  framework: "html",
  rtl: false,

  setup(env) {
    const style = document.createElement("style");
    style.textContent = sheet.replace(/@import [^;]*?(?:"|\)) *;|@import "[^"]*";/g, "");
    document.head.prepend(style);
    document.documentElement.classList.add(env.dark ? "dark-mode" : "light-mode");
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    "checkbox-type-1": both((s) => label(s, "checkbox", "sul-checkbox-type-1"), TICK),
    "checkbox-type-2": both((s) => label(s, "checkbox", "sul-checkbox-type-2"), SWITCH),
    radio: both((s) => list(s, "radio", "sul-radio"), RADIO),
    "checkbox-type-1-end": both((s) => end(s, "sul-checkbox-type-1"), TICK),
    "checkbox-type-2-end": both((s) => end(s, "sul-checkbox-type-2"), SWITCH),
    "radio-box": both((s) => box(s, list(s, "radio", "sul-radio")), RADIO),
    "checkbox-type-1-list": both((s) => list(s, "checkbox", "sul-checkbox-type-1"), TICK),
    "checkbox-type-2-list": both((s) => list(s, "checkbox", "sul-checkbox-type-2"), SWITCH),
    "checkbox-type-1-box": both((s) => box(s, label(s, "checkbox", "sul-checkbox-type-1")), TICK),
    "checkbox-type-2-box": both((s) => box(s, end(s, "sul-checkbox-type-2")), SWITCH),
    "checkbox-type-1-bare": both((s) => input({ ...s, label: "" }, "checkbox", "sul-checkbox-type-1"), TICK),
    "checkbox-type-2-bare": both((s) => input({ ...s, label: "" }, "checkbox", "sul-checkbox-type-2"), SWITCH),
  },

  others: {
    button: (s) => `<button type="button" class="sul-btn${s.pick(["", " btn-primary"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button type="button" class="sul-btn${s.pick(["", " btn-primary"])}">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button type="button" class="sul-btn" aria-label="${s.aria}">${icon(s)}</button>`,
    input: (s) => `<input type="text" class="sul-text-field" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}" aria-label="${s.aria}">`,
    password: (s) => `<input type="password" class="sul-text-field" value="${s.text("word")}" aria-label="${s.aria}">`,
    textarea: (s) => `<textarea class="sul-text-field" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<div class="sul-select-wrapper"><select class="sul-select" aria-label="${s.aria}">${s.options().map(({ label: words }) => `<option>${words}</option>`).join("")}</select></div>`,
    range: (s) => `<input type="range" class="sul-range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    link: (s) => `<a href="#${s.id}" class="sul-link">${s.label}</a>`,
    box: (s) => box(s, `<b>${s.text("phrase")}</b><br>${s.text("sentence")}`),
    "icon-box": (s) => box(s, `${icon(s)} ${s.text("short")}`),
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
  },
};
