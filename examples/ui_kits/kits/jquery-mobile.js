// jQuery Mobile: its checkboxes, radios and flip switches as its own scripts leave them in the page. Those scripts need an older
// jQuery, so that small listeners keep the classes here.

import "jquery-mobile/dist/jquery.mobile.css";
import "./jquery-mobile.css";

const ICONS = ["action", "alert", "audio", "back", "bars", "bullets", "calendar", "camera", "clock", "cloud", "comment", "delete", "edit", "eye", "forbidden", "gear", "grid", "heart", "home", "info", "location", "lock", "mail", "minus", "navigation", "phone", "plus", "power", "recycle", "refresh", "search", "shop", "star", "tag", "user", "video"];

const map = (s, option, ...range) => s.options(...range).map(option).join("");
const button = (s, ...classes) => ["ui-btn ui-corner-all", s.pick(["", "ui-mini"]), s.pick(["", "ui-shadow"]), ...classes].join(" ");
const iconic = (s, place = s.pick(["left", "left", "right", "top"])) => `ui-icon-${s.pick(ICONS)} ui-btn-icon-${place}`;
const alt = (s) => s.pick(["", "", "ui-nodisc-icon ui-alt-icon"]);

const item = (s, type, choice, { place = "left", mini = false } = {}) => {
  return `<div class="ui-${type}${mini ? " ui-mini" : ""}${s.disabled ? " ui-state-disabled" : ""}"><label for="${choice.id}" class="ui-btn ui-corner-all ui-btn-inherit ui-btn-icon-${place} ui-${type}-${choice.checked ? "on" : "off"}${place === "none" && choice.checked ? " ui-btn-active" : ""}">${choice.label || "&nbsp;"}</label><input type="${type}" id="${choice.id}" name="${s.name}" data-place="${place}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}></div>`;
};
const ends = (html, i, all) => html.replace("ui-btn ui-corner-all", `ui-btn ui-corner-all${i ? "" : " ui-first-child"}${i === all.length - 1 ? " ui-last-child" : ""}`);
const group = (s, type, way, options) =>
  `<fieldset class="ui-controlgroup ui-controlgroup-${way} ui-corner-all${s.pick(["", " ui-mini"])}">${s.label ? `<div role="heading" class="ui-controlgroup-label"><legend>${s.label}</legend></div>` : ""}<div class="ui-controlgroup-controls">${s.options(2, 4, way === "horizontal" ? "word" : "short").map((choice) => item(s, type, choice, options)).map(ends).join("")}</div></fieldset>`;
// The script keeps a select or an input for the state; here the switch itself says it.
const flip = (s, choice, [on, off] = ["On", "Off"], classes = "") =>
  `<div role="switch" tabindex="0" aria-checked="${choice.checked}" aria-label="${choice.label || s.aria}"${s.disabled ? ' aria-disabled="true"' : ""} class="ui-flipswitch ui-shadow-inset ui-bar-inherit ui-corner-all${classes}${choice.checked ? " ui-flipswitch-active" : ""}${s.disabled ? " ui-state-disabled" : ""}"><a class="ui-flipswitch-on ui-btn ui-shadow ui-btn-inherit">${on}</a><span class="ui-flipswitch-off">${off}</span></div>`;
const labelled = (s, control) => `<div class="beside">${s.label ? `<span>${s.label}</span>` : ""}${control}</div>`;
const listItem = (content, i, all) => `<li class="ui-li-static ui-body-inherit${i ? "" : " ui-first-child"}${i === all.length - 1 ? " ui-last-child" : ""}">${content}</li>`;
const listview = (items) => `<ul class="ui-listview ui-listview-inset ui-corner-all ui-shadow">${items.map(listItem).join("")}</ul>`;
const rows = (s, classes, content) => `<ul class="ui-listview ui-listview-inset ui-corner-all ui-shadow">${map(s, (choice) => `<li><a href="#${s.id}" class="ui-btn ${classes()}">${content(choice)}</a></li>`)}</ul>`;

const paint = (input) => {
  const { classList } = input.labels[0];
  classList.toggle(`ui-${input.type}-on`, input.checked);
  classList.toggle(`ui-${input.type}-off`, !input.checked);
  classList.toggle("ui-btn-active", input.checked && input.dataset.place === "none");
};

// Too dark for a dark page.
const DIM = ["#111827", "#4b5563"];

export default {
  name: "jquery-mobile",
  packages: ["jquery-mobile"],
  framework: "html",
  rtl: false,

  setup(env) {
    document.body.classList.add("ui-mobile-viewport", `ui-page-theme-${env.dark ? "b" : "a"}`);
    const accented = env.random.chance(0.5);
    document.documentElement.classList.toggle("accented", accented && !(env.dark && DIM.includes(env.accent)));
  },

  toggles: {
    checkbox: (s) => item(s, "checkbox", s),
    "checkbox-mini": (s) => item(s, "checkbox", s, { mini: true }),
    "checkbox-right": (s) => item(s, "checkbox", s, { place: "right" }),
    "checkbox-group": (s) => group(s, "checkbox", "vertical"),
    "checkbox-buttons": (s) => group(s, "checkbox", "horizontal", { place: "none" }),
    radio: (s) => group(s, "radio", "vertical"),
    "radio-right": (s) => group(s, "radio", "vertical", { place: "right" }),
    "radio-buttons": (s) => group(s, "radio", "horizontal", { place: "none" }),
    "checkbox-bare": (s) => `<div class="narrow">${item(s, "checkbox", { id: s.id, checked: s.checked, label: "" })}</div>`,
    "checkbox-list": (s) => listview(s.options().map((choice) => item(s, "checkbox", choice))),
    "checkbox-panel": (s) => `<div class="ui-corner-all"><div class="ui-bar ui-bar-inherit"><h3>${s.text("phrase")}</h3></div><div class="ui-body ui-body-inherit">${item(s, "checkbox", s, { mini: s.chance(0.5) })}</div></div>`,
    flip: (s) => labelled(s, flip(s, s)),
    "flip-mini": (s) => labelled(s, flip(s, s, undefined, " ui-mini")),
    "flip-marks": (s) => labelled(s, flip(s, s, s.pick([["I", "O"], ["", ""], ["✓", "✕"]]), " marked")),
    "flip-list": (s) => listview(s.options(2, 3).map((choice) => `<div class="beside"><span>${choice.label}</span>${flip(s, choice)}</div>`)),
    "flip-bare": (s) => flip(s, { id: s.id, checked: s.checked, label: "" }),
  },

  others: {
    button: (s) => `<button class="${button(s, s.pick(["", "ui-btn-inline"]))}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "icon-word-button": (s) => `<a href="#${s.id}" class="${button(s, iconic(s), s.pick(["", "ui-btn-inline"]), alt(s))}">${s.text("short")}</a>`,
    "icon-button": (s) => `<a href="#${s.id}" class="${button(s, iconic(s, "notext"), alt(s))}" aria-label="${s.aria}"></a>`,
    "active-button": (s) => `<a href="#${s.id}" class="${button(s, "ui-btn-active ui-btn-inline")}">${s.text("short")}</a>`,
    "button-theme": (s) => `<a href="#${s.id}" class="${button(s, `ui-btn-${s.pick(["a", "b"])} ui-btn-inline`, iconic(s))}">${s.text("short")}</a>`,
    "button-group": (s) => `<div class="ui-controlgroup ui-controlgroup-horizontal ui-corner-all"><div class="ui-controlgroup-controls">${s.options(2, 3, "word").map(({ label }) => `<a href="#${s.id}" class="ui-btn ui-corner-all ${s.pick(["", iconic(s, "left")])}">${label}</a>`).map(ends).join("")}</div></div>`,
    link: (s) => `<a href="#${s.id}" class="ui-link">${s.label}</a>`,
    input: (s) => `<label for="${s.id}">${s.text("word")}</label><div class="ui-input-text ui-body-inherit ui-corner-all ui-shadow-inset"><input id="${s.id}" value="${s.text(s.pick(["name", "email", "number"]))}"></div>`,
    "input-clear": (s) => `<div class="ui-input-text ui-body-inherit ui-corner-all ui-shadow-inset ui-input-has-clear"><input value="${s.text("word")}" aria-label="${s.aria}"><a href="#${s.id}" class="ui-input-clear ui-btn ui-icon-delete ui-btn-icon-notext ui-corner-all" aria-label="${s.text("word")}"></a></div>`,
    search: (s) => `<div class="ui-input-search ui-body-inherit ui-corner-all ui-shadow-inset ui-input-has-clear"><input type="text" placeholder="${s.text("word")}" aria-label="${s.aria}"></div>`,
    textarea: (s) => `<textarea class="ui-input-text ui-shadow-inset ui-body-inherit ui-corner-all" rows="2" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<div class="ui-select"><div class="ui-btn ui-icon-carat-d ui-btn-icon-right ui-corner-all ui-shadow"><span>${s.text("short")}</span><select aria-label="${s.aria}"><option>${s.text("short")}</option></select></div></div>`,
    slider: (s) => {
      const value = s.int(5, 95);
      return `<div class="ui-slider"><input type="number" class="ui-shadow-inset ui-body-inherit ui-corner-all ui-slider-input" value="${value}" aria-label="${s.aria}"><div class="ui-slider-track ui-shadow-inset ui-bar-inherit ui-corner-all"><div class="ui-slider-bg ui-btn-active" style="width: ${value}%"></div><a href="#${s.id}" class="ui-slider-handle ui-btn ui-shadow" style="left: ${value}%" aria-label="${value}"></a></div></div>`;
    },
    collapsible: (s) => `<div class="ui-collapsible ui-collapsible-inset ui-corner-all ui-collapsible-collapsed"><h4 class="ui-collapsible-heading ui-collapsible-heading-collapsed"><a href="#${s.id}" class="ui-collapsible-heading-toggle ui-btn ui-btn-icon-left ui-icon-${s.pick(["plus", "carat-d", "arrow-d", "gear"])}">${s.text("phrase")}</a></h4></div>`,
    listview: (s) => rows(s, () => "ui-btn-icon-right ui-icon-carat-r", ({ label }) => label),
    "listview-icons": (s) => rows(s, () => iconic(s, s.pick(["left", "right"])), ({ label }) => label),
    "listview-count": (s) => rows(s, () => "ui-btn-icon-right ui-icon-carat-r", ({ label }) => `${label} <span class="ui-li-count ui-body-inherit">${s.int(1, 99)}</span>`),
    "listview-image": (s) => `<ul class="ui-listview ui-listview-inset ui-corner-all"><li class="ui-li-has-thumb"><a href="#${s.id}" class="ui-btn ui-btn-icon-right ui-icon-carat-r"><img alt="" src="${s.image(80)}"><h2>${s.text("name")}</h2><p>${s.text("phrase")}</p></a></li></ul>`,
    divider: (s) => `<ul class="ui-listview ui-listview-inset ui-corner-all"><li class="ui-li-divider ui-bar-inherit ui-first-child">${s.text("word")}</li><li class="ui-li-static ui-body-inherit ui-last-child">${s.text("phrase")}</li></ul>`,
    header: (s) => `<div class="ui-header ui-bar-inherit"><h1 class="ui-title">${s.text("short")}</h1></div>`,
    bar: (s) => `<div class="ui-bar ui-bar-${s.pick(["a", "b", "inherit"])} ui-corner-all">${s.text("phrase")}</div>`,
    body: (s) => `<div class="ui-body ui-body-${s.pick(["a", "b", "inherit"])} ui-corner-all"><p>${s.text("sentence")}</p></div>`,
    navbar: (s) => `<div class="ui-navbar"><ul class="ui-grid-a">${["a", "b"].map((block) => `<li class="ui-block-${block}"><a href="#${s.id}" class="ui-btn ${iconic(s, "top")}${block === "a" ? " ui-btn-active" : ""}">${s.text("word")}</a></li>`).join("")}</ul></div>`,
    popup: (s) => `<div class="ui-popup ui-body-inherit ui-overlay-shadow ui-corner-all"><div class="ui-content">${s.text("sentence")}</div></div>`,
    table: (s) => `<table class="ui-table table-stroke"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
  },

  ready(root) {
    root.addEventListener("change", ({ target }) => {
      if (target.type === "radio") root.querySelectorAll(`input[name="${target.name}"]`).forEach(paint);
      else if (target.type === "checkbox") paint(target);
    });
    root.addEventListener("click", ({ target }) => {
      const flipped = target.closest('.ui-flipswitch:not([aria-disabled="true"])');
      if (flipped) flipped.setAttribute("aria-checked", flipped.classList.toggle("ui-flipswitch-active"));
    });
  },
};
