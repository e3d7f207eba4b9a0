// jQuery UI in its themes: checkboxradio with and without icons, control groups, buttons that stay down, and its other widgets.

import $ from "jquery";
import "./jquery-ui.css";

const DARK = ["dark-hive", "dot-luv", "eggplant", "mint-choc", "swanky-purse", "trontastic", "ui-darkness", "vader"];
const LIGHT = ["base", "base", "black-tie", "blitzer", "cupertino", "excite-bike", "flick", "hot-sneaks", "humanity", "le-frog", "overcast", "pepper-grinder", "redmond", "smoothness", "start", "sunny", "ui-lightness"];
// Where a chosen button stands out without an icon that says so. The other themes draw it paler, or in just another colour.
const CLEAR = ["base", "cupertino", "dark-hive", "eggplant", "hot-sneaks", "overcast", "ui-darkness"];
// Older than checkboxradio, these themes fill the box of an unchecked one with the colour of a chosen tab's words: here it is empty.
const FILLED = { "black-tie": "#fff", blitzer: "#fff", "dot-luv": "#1a1a1a", flick: "#fff", humanity: "#fff", "mint-choc": "#1a1a1a", "pepper-grinder": "#fff", redmond: "#fff", smoothness: "#fff", sunny: "#fff", "ui-lightness": "#fff", vader: "#333" };
const PAIRS = [["unlocked", "locked"], ["pin-w", "pin-s"], ["volume-off", "volume-on"], ["radio-off", "bullet"], ["bookmark", "star"]];
const ICONS = ["gear", "heart", "star", "trash", "pencil", "home", "cart", "person", "search", "disk", "mail-closed", "calendar", "comment", "flag", "print", "wrench", "folder-open", "document", "tag", "image"];

let theme;

const map = (s, option, ...range) => s.options(...range).map(option).join("");
const icon = (s, name = s.pick(ICONS)) => `<span class="ui-icon ui-icon-${name}"></span>`;
const widget = (name, options = {}) => ` data-ui="${name}" data-ui-options='${JSON.stringify(options)}'`;
const words = (s, choice) => choice.label || `<span class="ui-helper-hidden-accessible">${s.aria}</span>`;

const item = (s, type, choice, options = {}) =>
  `<label for="${choice.id}">${words(s, choice)}</label><input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${widget("checkboxradio", options)}>`;
const group = (s, type, options) =>
  `<fieldset class="ui-widget ui-widget-content ui-corner-all panel">${s.label ? `<legend>${s.label}</legend>` : ""}<div class="lines">${map(s, (choice) => `<div>${item(s, type, choice, options)}</div>`)}</div></fieldset>`;
const controls = (s, type, options, direction) =>
  `<div${widget("controlgroup", { direction })}>${map(s, (choice) => item(s, type, choice, options), 2, 4, "word")}</div>`;
const plain = () => ({ icon: !CLEAR.includes(theme) });

const press = (s, [off, on], label = "") => {
  const shown = s.checked ? on : off;
  return `<button type="button" data-press="${off} ${on}" class="ui-button ui-corner-all ui-widget${s.checked ? " ui-state-active" : ""}${s.disabled ? " ui-state-disabled" : ""}${label ? "" : " ui-button-icon-only"}" aria-pressed="${s.checked}" aria-label="${s.aria}"${s.disabled ? " disabled" : ""}><span class="ui-button-icon ui-icon ui-icon-${shown}"></span>${label ? `<span class="ui-button-icon-space"> </span>${label}` : s.aria}</button>`;
};
export default {
  name: "jquery-ui",
  packages: ["jquery-ui", "jquery"],
  framework: "html",

  async setup(env) {
    theme = env.random.pick(env.dark ? DARK : LIGHT);
    for (const sheet of document.styleSheets) {
      for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
        const rule = sheet.cssRules[i];
        if (rule instanceof CSSLayerBlockRule && rule.name !== theme) sheet.deleteRule(i);
      }
    }
    document.documentElement.classList.toggle("emptied", theme in FILLED);
    document.documentElement.style.setProperty("--empty-box", FILLED[theme]);
    // Its scripts look for a global jQuery, which must be there before they run.
    window.jQuery = window.$ = $;
    await import("jquery-ui/dist/jquery-ui.js");
  },

  toggles: {
    checkbox: (s) => item(s, "checkbox", s),
    radio: (s) => group(s, "radio"),
    "checkbox-group": (s) => group(s, "checkbox"),
    "toggle-button": (s) => item(s, "checkbox", s, plain()),
    "radio-buttons": (s) => controls(s, "radio", plain(), "horizontal"),
    "checkbox-buttons": (s) => controls(s, "checkbox", plain(), "horizontal"),
    "radio-buttons-vertical": (s) => controls(s, "radio", {}, "vertical"),
    "checkbox-buttons-vertical": (s) => controls(s, "checkbox", {}, "vertical"),
    "radio-buttons-icons": (s) => controls(s, "radio", {}, "horizontal"),
    "checkbox-panel": (s) => `<div class="ui-widget ui-widget-content ui-corner-all"><div class="ui-widget-header box">${s.text("phrase")}</div><div class="panel">${item(s, "checkbox", s)}</div></div>`,
    "checkbox-bare": (s) => item(s, "checkbox", { id: s.id, checked: s.checked, label: "" }),
    "pressed-icon": (s) => press(s, s.pick(PAIRS)),
    "pressed-icon-word": (s) => press(s, s.pick(PAIRS), s.text("short")),
    "checkbox-table": (s) => `<table class="ui-widget ui-widget-content">${map(s, (choice) => `<tr><td class="box">${item({ ...s, aria: choice.label }, "checkbox", { ...choice, label: "" })}</td><td class="box">${choice.label}</td></tr>`)}</table>`,
  },

  others: {
    button: (s) => `<button${widget("button")}${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "icon-button": (s) => `<button${widget("button", { icon: `ui-icon-${s.pick(ICONS)}`, showLabel: false })}>${s.aria}</button>`,
    "icon-word-button": (s) => `<button${widget("button", { icon: `ui-icon-${s.pick(ICONS)}`, iconPosition: s.pick(["beginning", "end"]) })}>${s.text("short")}</button>`,
    "submit-button": (s) => `<input type="submit" value="${s.text("word")}"${widget("button")}>`,
    "button-group": (s) => `<div${widget("controlgroup")}>${map(s, ({ label }) => `<button>${label}</button>`, 2, 3, "word")}</div>`,
    "split-button": (s) => `<div${widget("controlgroup")}><button>${s.text("word")}</button><button${widget("button", { icon: "ui-icon-triangle-1-s", showLabel: false })}>${s.aria}</button></div>`,
    "icon-word": (s) => `<span class="ui-widget">${icon(s)} ${s.text("short")}</span>`,
    "icon-box": (s) => `<span class="ui-state-default ui-corner-all box">${icon(s)}</span>`,
    link: (s) => `<a href="#${s.id}" class="ui-widget">${s.label}</a>`,
    input: (s) => `<input class="ui-widget ui-widget-content ui-corner-all box" value="${s.text(s.pick(["name", "email"]))}" aria-label="${s.aria}">`,
    spinner: (s) => `<input value="${s.int(0, 99)}" size="8" aria-label="${s.aria}"${widget("spinner")}>`,
    selectmenu: (s) => `<select aria-label="${s.aria}"${widget("selectmenu", { width: s.int(120, 180) })}>${map(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    slider: (s) => `<div class="wide"${widget("slider", { value: s.int(0, 100), range: s.pick([false, "min"]), orientation: s.pick(["horizontal", "horizontal", "vertical"]) })}></div>`,
    "slider-range": (s) => `<div class="wide"${widget("slider", { range: true, values: [s.int(5, 40), s.int(50, 95)] })}></div>`,
    progressbar: (s) => `<div${widget("progressbar", { value: s.int(5, 100) })}></div>`,
    datepicker: (s) => `<div${widget("datepicker")}></div>`,
    tabs: (s) => `<div${widget("tabs")}><ul>${map(s, ({ label, id }) => `<li><a href="#${id}">${label}</a></li>`, 2, 2, "word")}</ul><div id="${s.id}-0">${s.text("phrase")}</div><div id="${s.id}-1">${s.text("phrase")}</div></div>`,
    accordion: (s) => `<div${widget("accordion", { heightStyle: "content", collapsible: true })}><h3>${s.text("short")}</h3><div>${s.text("sentence")}</div><h3>${s.text("short")}</h3><div>${s.text("sentence")}</div></div>`,
    "accordion-header": (s) => `<h3 class="ui-accordion-header ui-state-default ui-corner-all">${icon(s, "triangle-1-e")} ${s.text("phrase")}</h3>`,
    menu: (s) => `<ul class="ui-menu-icons"${widget("menu")}>${map(s, ({ label }) => `<li><div>${icon(s)} ${label}</div></li>`)}</ul>`,
    highlight: (s) => `<div class="ui-widget ui-state-${s.pick(["highlight", "error"])} ui-corner-all panel">${icon(s, s.pick(["info", "alert"]))} ${s.text("sentence")}</div>`,
    dialog: (s) => `<div class="ui-dialog ui-widget ui-widget-content ui-corner-all dialog"><div class="ui-dialog-titlebar ui-widget-header ui-corner-all">${s.text("short")}</div><div class="ui-dialog-content ui-widget-content">${s.text("sentence")}</div></div>`,
    tooltip: (s) => `<div class="ui-tooltip ui-widget ui-widget-content ui-corner-all dialog">${s.text("phrase")}</div>`,
    header: (s) => `<div class="ui-widget-header ui-corner-all panel">${s.text("phrase")}</div>`,
    "selected-list": (s) => `<ul class="ui-widget ui-menu ui-widget-content">${map(s, ({ label }) => `<li class="ui-state-default box">${icon(s, "arrowthick-2-n-s")} ${label}</li>`)}</ul>`,
    table: (s) => `<table class="ui-widget ui-widget-content"><tr class="ui-widget-header"><th class="box">${s.text("word")}</th><th class="box">${s.text("word")}</th></tr><tr><td class="box">${s.text("number")}</td><td class="box">${s.text("price")}</td></tr></table>`,
  },

  ready(root) {
    // The parts of a group first: it would make them with options of its own.
    const later = (element) => Number(element.dataset.ui === "controlgroup");
    for (const element of [...root.querySelectorAll("[data-ui]")].sort((a, b) => later(a) - later(b))) {
      $(element)[element.dataset.ui](JSON.parse(element.dataset.uiOptions));
    }
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-press]");
      if (!button) return;
      const pressed = button.getAttribute("aria-pressed") !== "true";
      const [off, on] = button.dataset.press.split(" ");
      button.setAttribute("aria-pressed", pressed);
      button.classList.toggle("ui-state-active", pressed);
      button.querySelector(".ui-icon").className = `ui-button-icon ui-icon ui-icon-${pressed ? on : off}`;
    });
  },
};
