// Onsen UI: its checkboxes, radios, switches and segments, in its iOS and its Material look.

import ons from "onsenui/js/onsenui.js";
import "onsenui/css/onsenui.css";
import "onsenui/css/onsen-css-components.css";
import "./onsenui.css";

const ICONS = ["fa-bell", "fa-shopping-cart", "fa-cog", "fa-home", "fa-search", "fa-trash", "fa-user", "fa-wifi", "ion-ios-mail", "ion-ios-calendar", "md-camera", "md-phone"];
const PAIRS = ["heart", "star", "bookmark", "bell"];

let material;

const modifier = (...names) => {
  const all = [material ? "material" : "", ...names].filter(Boolean).join(" ");
  return all && ` modifier="${all}"`;
};
// The same for what has no element, only classes: button, button--material …
const classes = (name, ...more) => [name, ...(material ? [`${name}--material`] : []), ...more].join(" ");
const part = (name, element) => `${name}__${element}${material ? ` ${name}--material__${element}` : ""}`;
const icon = (s, extra = "") => `<ons-icon icon="${s.pick(ICONS)}" aria-hidden="true" ${extra}></ons-icon>`;
const state = (s, choice = s) => `${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}`;
const control = (s, tag, choice = s, extra = "") => `<ons-${tag} name="${s.name}" input-id="${choice.id}"${state(s, choice)}${extra}></ons-${tag}>`;
const labelled = (s, drawn, choice = s) => `<div class="labelled${s.pick(["", "", "", " before", " apart"])}">${drawn}${choice.label && `<label for="${choice.id}">${choice.label}</label>`}</div>`;
const item = (left, center, right = "", extra = "") => `<ons-list-item${modifier()}${extra}>${left && `<label class="left">${left}</label>`}<label class="center"${center.id ? ` for="${center.id}"` : ""}>${center.label}</label>${right && `<div class="right">${right}</div>`}</ons-list-item>`;
const list = (s, items) => `<ons-list${modifier(s.pick(["", "inset"]))}>${items}</ons-list>`;
const row = (s, tag, start) => {
  const drawn = control(s, tag, s, modifier());
  const words = { id: s.id, label: s.aria };
  return list(s, start ? item(drawn, words) : item(s.chance(0.4) ? icon(s, 'class="list-item__icon"') : "", words, drawn));
};
const hue = (s) => {
  const color = `hsl(${s.int(0, 359)} ${s.int(50, 90)}% 45%)`;
  return ` style="--checkbox-checked-background-color: ${color}; --checkbox-checked-border-color: ${color}; --material-checkbox-active-color: ${color}; --switch-highlight-color: ${color}; --material-switch-active-thumb-color: ${color}; --material-switch-active-background-color: color-mix(in srgb, ${color} 50%, transparent); --material-radio-button-active-color: ${color}"`;
};
// An iOS radio that is off draws nothing at all: radios are Material's on all pages.
const radios = (s, extra = "") => s.options().map((choice) => labelled({ ...s, pick: () => "" }, control(s, "radio", choice, ` modifier="material"${extra}`), choice)).join("");
const segment = (s) => `<div class="${classes("segment")}">${s.options(2, 3, "word").map((choice) => `<label class="${part("segment", "item")}"><input type="radio" class="${part("segment", "input")}" name="${s.name}" id="${choice.id}"${state(s, choice)} aria-label="${choice.label}"><div class="${part("segment", "button")}">${choice.label}</div></label>`).join("")}</div>`;
const pressed = (s) => ` type="button" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""}`;

export default {
  name: "onsenui",
  packages: ["onsenui"],
  framework: "html",
  rtl: false,

  setup(env) {
    ons.disableAutoStyling();
    material = env.page % 2 === 0;
    // Half of the pages keep Onsen's own blue and teal.
    document.documentElement.classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => labelled(s, control(s, "checkbox", s, modifier())),
    "checkbox-hued": (s) => labelled(s, control(s, "checkbox", s, modifier() + hue(s))),
    "checkbox-material": (s) => labelled(s, control(s, "checkbox", s, ' modifier="material"')),
    "checkbox-row": (s) => row(s, "checkbox", true),
    "checkbox-row-end": (s) => row(s, "checkbox", false),
    "checkbox-list": (s) => list(s, s.options(1, 3).map((choice) => item(control(s, "checkbox", choice, modifier()), choice)).join("")),
    "checkbox-card": (s) => `<ons-card${modifier()}>${labelled(s, control(s, "checkbox", s, modifier()), { ...s, label: s.aria })}<div class="content">${s.text("price")}</div></ons-card>`,
    switch: (s) => labelled(s, control(s, "switch", s, modifier())),
    "switch-hued": (s) => labelled(s, control(s, "switch", s, modifier() + hue(s))),
    "switch-material": (s) => labelled(s, control(s, "switch", s, ' modifier="material"')),
    "switch-row": (s) => row(s, "switch", false),
    radio: (s) => radios(s),
    "radio-hued": (s) => radios(s, hue(s)),
    "radio-list": (s) => list(s, s.options(2, 3).map((choice) => item(control(s, "radio", choice, ' modifier="material"'), choice)).join("")),
    segment: (s) => segment(s),
    "button-pressed": (s) => `<button class="button toggled"${pressed(s)}>${s.aria}</button>`,
    "icon-pressed": (s) => `<button class="icon-pressed" data-icon="${s.pick(PAIRS)}" aria-label="${s.aria}" style="font-size: ${s.int(18, 30)}px; color: hsl(${s.int(0, 359)} 70% 50%)"${pressed(s)}><i></i></button>`,
  },

  others: {
    button: (s) => `<ons-button${modifier(s.pick(["", "outline", "light", "quiet", "cta"]))}${s.disabled ? " disabled" : ""}>${s.label}</ons-button>`,
    "button-icon": (s) => `<ons-button${modifier(s.pick(["", "outline", "quiet"]))}>${icon(s)} ${s.text("word")}</ons-button>`,
    "button-large": (s) => `<ons-button${modifier("large", s.pick(["", "quiet"]))}>${s.text("phrase")}</ons-button>`,
    "toolbar-button": (s) => `<ons-toolbar-button${modifier()}>${icon(s)} ${s.text("word")}</ons-toolbar-button>`,
    "icon-words": (s) => `<span>${icon(s)} ${s.text("label")}</span>`,
    fab: (s) => `<ons-fab${modifier(s.pick(["", "mini"]))} class="fab-here">${icon(s)}</ons-fab>`,
    input: (s) => `<ons-input${modifier(s.pick(["", "underbar"]))} ${s.pick(["value", "placeholder"])}="${s.text("name")}"${s.disabled ? " disabled" : ""}></ons-input>`,
    textarea: (s) => `<textarea class="textarea" rows="2">${s.text("sentence")}</textarea>`,
    search: (s) => `<ons-search-input${modifier()} placeholder="${s.text("word")}"></ons-search-input>`,
    select: (s) => `<ons-select${modifier(s.pick(["", "underbar"]))}><select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select></ons-select>`,
    range: (s) => `<ons-range${modifier()} value="${s.int(0, 100)}"${s.disabled ? " disabled" : ""}></ons-range>`,
    "range-icons": (s) => `<div class="labelled">${icon(s)}<ons-range${modifier()} value="${s.int(0, 100)}"></ons-range>${icon(s)}</div>`,
    list: (s) => list(s, `${s.chance(0.5) ? `<ons-list-header${modifier()}>${s.text("word")}</ons-list-header>` : ""}${s.options(2, 3).map(({ label }) => `<ons-list-item${modifier("chevron")} tappable><div class="left">${icon(s, 'class="list-item__icon"')}</div><div class="center">${label}</div></ons-list-item>`).join("")}`),
    "list-item": (s) => list(s, `<ons-list-item${modifier()}><div class="left">${icon(s, 'class="list-item__icon"')}</div><div class="center"><span class="list-item__title">${s.text("phrase")}</span><span class="list-item__subtitle">${s.text("sentence")}</span></div></ons-list-item>`),
    "list-avatar": (s) => list(s, `<ons-list-item${modifier()}><div class="left"><img class="list-item__thumbnail" alt="" src="${s.image(40)}"></div><div class="center">${s.text("name")}</div><div class="right"><span class="notification">${s.int(1, 99)}</span></div></ons-list-item>`),
    "list-title": (s) => `<ons-list-title${modifier()}>${s.text("phrase")}</ons-list-title>`,
    notification: (s) => `<span>${s.text("word")} <span class="${classes("notification")}">${s.int(1, 99)}</span></span>`,
    card: (s) => `<ons-card${modifier()}><div class="title">${s.text("phrase")}</div><div class="content">${s.text("sentence")}</div></ons-card>`,
    "card-image": (s) => `<ons-card${modifier()}><img alt="" src="${s.image(240, 80)}" style="width: 100%"><div class="content">${s.text("phrase")}</div></ons-card>`,
    progress: (s) => `<ons-progress-bar${modifier()} value="${s.int(5, 100)}"></ons-progress-bar>`,
    circular: (s) => `<ons-progress-circular${modifier()} value="${s.int(10, 100)}"></ons-progress-circular>`,
    tabs: (s) => `<div class="${classes("tabbar", "tabs-here")}">${s.options(2, 3, "word").map(({ label, id, value }) => `<div class="${part("tabbar", "item")}"><input type="hidden" id="${id}"><button type="button" class="${part("tabbar", "button")}${value === "1" ? " chosen" : ""}"><div class="${part("tabbar", "icon")}">${icon(s)}</div><div class="${part("tabbar", "label")}">${label}</div></button></div>`).join("")}</div>`,
    toolbar: (s) => `<div class="${classes("toolbar", "toolbar-here")}"><div class="${part("toolbar", "left")}"><span class="${classes("toolbar-button")}">${icon(s)}</span></div><div class="${part("toolbar", "center")} ${part("toolbar", "title")}">${s.text("word")}</div></div>`,
    toast: (s) => `<div class="${classes("toast", "toast-here")}"><div class="${part("toast", "message")}">${s.text("phrase")}</div><button class="${part("toast", "button")}">${s.text("word")}</button></div>`,
  },

  async ready(root) {
    // Onsen brings a polyfill of custom elements, which misses those that insertAdjacentHTML made.
    for (const host of root.querySelectorAll(".page-host")) host.innerHTML = host.innerHTML;
    await new Promise((done) => setTimeout(done, 250));
    for (const input of root.querySelectorAll(":is(ons-checkbox, ons-radio, ons-switch) input")) {
      if (!input.labels.length) input.setAttribute("aria-label", input.name);
    }
    const draw = (button, on) => {
      button.setAttribute("aria-pressed", on);
      if (button.dataset.icon) button.firstElementChild.className = `${on ? "fas" : "far"} fa-${button.dataset.icon}`;
      else button.classList.toggle("button--outline", !on);
    };
    for (const button of root.querySelectorAll("[aria-pressed]")) {
      draw(button, button.ariaPressed === "true");
      button.addEventListener("click", () => draw(button, button.ariaPressed !== "true"));
    }
  },
};
