// Kendo UI's themes (default, Bootstrap, Material, Fluent) with the markup that its components render: small listeners keep their state.

import * as icons from "@progress/kendo-svg-icons";
import "./kendo.css";

const THEMES = {
  light: ["default-main", "default-main", "default-ocean-blue", "bootstrap-main", "bootstrap-main", "material-main", "material-main", "fluent-main", "fluent-main"],
  dark: ["default-main-dark", "bootstrap-main-dark", "material-main-dark", "fluent-main-dark"],
};
const ICONS = ["gear", "heart", "star", "bell", "trash", "pencil", "home", "cart", "user", "search", "download", "share", "folder", "image", "calendar", "bold", "italic", "filter", "print", "envelope"];
const COLORS = ["base", "base", "primary", "secondary", "success", "info", "warning", "error"];
const CHIPS = ["base", "base", "success", "info", "warning", "error"];
// Too dark for a dark page.
const DIM = ["#111827", "#4b5563"];

let tinted;

const map = (s, option, ...range) => s.options(...range).map(option).join("");
const size = (s) => s.pick(["sm", "md", "md", "lg"]);
const rounded = (s) => `k-rounded-${s.pick(["sm", "md", "md", "lg", "full"])}`;
const icon = (s, name = s.pick(ICONS), classes = "") => {
  const { content, viewBox } = icons[`${name}Icon`];
  return `<span class="k-icon k-svg-icon k-svg-i-${name} ${classes}"><svg aria-hidden="true" viewBox="${viewBox}">${content}</svg></span>`;
};
const button = (s, fill, color, ...more) => `k-button k-button-${s.size ?? size(s)} ${rounded(s)} k-button-${fill} k-button-${fill}-${color} k-button-${color} ${more.join(" ")}`;

const input = (s, type, choice, classes = "") =>
  `<span class="k-${type}-wrap"><input type="${type}" class="k-${type} k-${type}-${s.size ?? size(s)}${type === "checkbox" ? " k-rounded-md" : ""}${choice.checked ? " k-checked" : ""}${s.disabled ? " k-disabled" : ""} ${classes}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.mixed ? " data-mixed" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}></span>`;
const caption = (s, type, choice) => (choice.label ? `<label class="k-${type}-label" for="${choice.id}">${choice.label}</label>` : "");
const item = (s, type, choice, classes) => input(s, type, choice, classes) + caption(s, type, choice);
const list = (s, type, classes = "", inputClasses = "") => {
  const one = { ...s, size: size(s) };
  return `<ul class="k-${type}-list ${classes}">${map(s, (choice) => `<li class="k-${type}-item k-${type}-list-item">${item(one, type, choice, inputClasses)}</li>`)}</ul>`;
};
const toggle = (s, choice, [on, off] = ["ON", "OFF"]) =>
  `<span class="k-switch k-switch-${size(s)} k-rounded-full k-switch-${choice.checked ? "on" : "off"}${s.disabled ? " k-disabled" : ""}" role="switch" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""} aria-label="${choice.label || s.aria}"><span class="k-switch-track k-rounded-full"><span class="k-switch-label-on">${on}</span><span class="k-switch-label-off">${off}</span></span><span class="k-switch-thumb-wrap"><span class="k-switch-thumb k-rounded-full"></span></span></span>`;
const filled = (color, on) => (on ? ["solid", `solid-${color}`] : ["outline", `outline-${color}`]).map((name) => `k-button-${name}`);
// Default and Bootstrap fill a chosen button with their colour. Material and Fluent only shade it: there it is a solid one among outlined ones.
const press = (s, choice, content, fill, color, more = "") => {
  const named = tinted && color === "base" ? "primary" : color;
  const classes = tinted ? [...filled(named, choice.checked), `k-button-${named}`] : [`k-button-${fill}`, `k-button-${fill}-${color}`, `k-button-${color}`, choice.checked ? "k-selected" : ""];
  return `<button type="button" class="k-button k-button-${s.size ?? size(s)} ${s.rounded ?? rounded(s)} ${classes.join(" ")} ${more} k-toggle-button${s.disabled ? " k-disabled" : ""}"${tinted ? ` data-color="${named}"` : ""} aria-pressed="${choice.checked}"${s.disabled ? " disabled" : ""} aria-label="${choice.label || s.aria}">${content}</button>`;
};
const words = (text) => `<span class="k-button-text">${text}</span>`;
// A filled chip is a shade darker where it is chosen, and every chip of Material and Fluent: the check mark tells.
const chip = (s, choice, fill = "outline") => {
  const color = s.colour ?? s.pick(CHIPS);
  const mark = fill === "solid" || tinted ? icon(s, "check", `k-chip-icon k-chip-mark ${choice.checked ? "" : "off"}`) : s.chance(0.3) ? icon(s, undefined, "k-chip-icon") : "";
  return `<div class="k-chip k-chip-${size(s)} ${rounded(s)} k-chip-${fill} k-chip-${fill}-${color} k-chip-${color}${choice.checked ? " k-selected" : ""}${s.disabled ? " k-disabled" : ""}" role="checkbox" tabindex="0" aria-checked="${choice.checked}"${s.disabled ? ' aria-disabled="true"' : ""} aria-label="${choice.label || s.aria}">${mark}<span class="k-chip-content"><span class="k-chip-label">${choice.label || s.aria}</span></span></div>`;
};
const field = (s, content) => `<span class="k-input k-textbox k-input-${size(s)} k-rounded-md k-input-solid">${content}</span>`;

const turn = (control, on) => {
  const { classList } = control;
  const { color } = control.dataset;
  control.setAttribute(control.hasAttribute("aria-pressed") ? "aria-pressed" : "aria-checked", on);
  if (classList.contains("k-switch")) classList.replace(on ? "k-switch-off" : "k-switch-on", on ? "k-switch-on" : "k-switch-off");
  else if (color) filled(color, !on).forEach((name, i) => classList.replace(name, filled(color, on)[i]));
  else classList.toggle("k-selected", on);
  control.querySelector(".k-chip-mark")?.classList.toggle("off", !on);
};

export default {
  name: "kendo",
  packages: ["@progress/kendo-theme-default", "@progress/kendo-theme-bootstrap", "@progress/kendo-theme-material", "@progress/kendo-theme-fluent"],
  framework: "html",

  setup(env) {
    const theme = env.random.pick(THEMES[env.dark ? "dark" : "light"]);
    tinted = /material|fluent/.test(theme);
    for (const sheet of document.styleSheets) {
      for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
        const rule = sheet.cssRules[i];
        if (rule instanceof CSSLayerBlockRule && rule.name !== theme) sheet.deleteRule(i);
      }
    }
    const accented = env.random.chance(0.4);
    document.documentElement.classList.toggle("accented", accented && !(env.dark && DIM.includes(env.accent)));
  },

  toggles: {
    checkbox: (s) => item(s, "checkbox", { id: s.id, label: s.label, checked: s.checked, mixed: s.indeterminate }),
    radio: (s) => list(s, "radio"),
    switch: (s) => `<div class="beside">${toggle(s, s)}<span>${s.label}</span></div>`,
    "checkbox-list": (s) => list(s, "checkbox"),
    "checkbox-list-horizontal": (s) => list(s, "checkbox", "k-checkbox-list-horizontal k-list-horizontal"),
    "radio-list-horizontal": (s) => list(s, "radio", "k-radio-list-horizontal k-list-horizontal"),
    "checkbox-bare": (s) => input(s, "checkbox", { id: s.id, checked: s.checked }),
    "checkbox-invalid": (s) => item(s, "checkbox", s, "k-invalid"),
    "radio-invalid": (s) => list(s, "radio", "", "k-invalid"),
    "checkbox-before": (s) => `<div class="beside between">${caption(s, "checkbox", s)}${input(s, "checkbox", s)}</div>`,
    "switch-before": (s) => `<div class="beside between"><span>${s.label}</span>${toggle(s, s)}</div>`,
    "switch-words": (s) => toggle(s, s, s.pick([["I", "O"], ["✓", "✕"], ["", ""]])),
    "toggle-button": (s) => press(s, s, words(s.label || s.text("word")), s.pick(["outline", "outline", "solid"]), "base"),
    "toggle-button-icon": (s) => press(s, { ...s, label: "" }, icon(s), "outline", s.pick(["base", "primary"]), "k-icon-button"),
    "toggle-button-colour": (s) => press(s, s, `${icon(s)}${words(s.text("word"))}`, "outline", s.pick(COLORS)),
    "button-group": (s) => `<div class="k-button-group" role="group">${map(s, (choice) => press({ ...s, size: "md", rounded: "k-rounded-md" }, choice, words(choice.label), "solid", "base"), 2, 3, "word")}</div>`,
    chip: (s) => chip(s, s),
    "chip-solid": (s) => chip(s, s, "solid"),
    "chip-list": (s) => `<div class="k-chip-list k-chip-list-md">${map(s, (choice) => chip({ ...s, colour: "base", chance: () => false }, choice))}</div>`,
    "list-checkbox": (s) => `<div class="k-list k-list-md"><div class="k-list-content"><ul class="k-list-ul">${map(s, (choice) => `<li><label class="k-list-item">${input({ ...s, size: "md", aria: choice.label }, "checkbox", { ...choice, label: "" })}<span class="k-list-item-text">${choice.label}</span></label></li>`)}</ul></div></div>`,
    "tree-checkbox": (s) => `<div class="k-treeview k-treeview-md"><ul class="k-treeview-group k-treeview-lines">${map(s, (choice) => `<li class="k-treeview-item"><div class="k-treeview-top">${input({ ...s, aria: choice.label }, "checkbox", choice)}<label for="${choice.id}" class="k-treeview-leaf"><span class="k-treeview-leaf-text">${choice.label}</span></label></div></li>`)}</ul></div>`,
    "table-checkbox": (s) => `<table class="k-table k-table-md">${map(s, (choice) => `<tr class="k-table-row"><td class="k-table-td">${input({ ...s, aria: choice.label }, "checkbox", { ...choice, label: "" })}</td><td class="k-table-td">${choice.label}</td></tr>`)}</table>`,
    "card-switch": (s) => `<div class="k-card"><div class="k-card-header"><div class="k-card-title">${s.text("short")}</div></div><div class="k-card-body"><div class="beside between"><span>${s.label}</span>${toggle(s, s)}</div></div></div>`,
  },

  others: {
    button: (s) => `<button type="button" class="${button(s, s.pick(["solid", "solid", "outline", "flat", "link"]), s.pick(COLORS))}"${s.disabled ? " disabled" : ""}>${words(s.label)}</button>`,
    "icon-word-button": (s) => `<button type="button" class="${button(s, s.pick(["solid", "outline", "flat"]), s.pick(COLORS))}">${icon(s)}${words(s.text("short"))}</button>`,
    "icon-button": (s) => `<button type="button" class="${button(s, s.pick(["solid", "outline", "flat"]), s.pick(COLORS), "k-icon-button")}" aria-label="${s.aria}">${icon(s)}</button>`,
    fab: (s) => `<button type="button" class="k-fab k-fab-md k-rounded-full k-fab-solid k-fab-solid-primary k-fab-primary" aria-label="${s.aria}">${icon(s, undefined, "k-fab-icon")}</button>`,
    "split-button": (s) => `<div class="k-split-button k-button-group"><button type="button" class="${button(s, "solid", "base")}">${words(s.text("word"))}</button><button type="button" class="${button(s, "solid", "base", "k-icon-button")}" aria-label="${s.aria}">${icon(s, "caretAltDown")}</button></div>`,
    "icon-word": (s) => `<span>${icon(s)} ${s.text("short")}</span>`,
    link: (s) => `<a href="#${s.id}" class="k-link">${s.label}</a>`,
    input: (s) => field(s, `<input class="k-input-inner" value="${s.text(s.pick(["name", "email"]))}" aria-label="${s.aria}">`),
    "input-icon": (s) => field(s, `<span class="k-input-prefix">${icon(s)}</span><input class="k-input-inner" placeholder="${s.text("word")}" aria-label="${s.aria}">`),
    numeric: (s) => `<span class="k-input k-numerictextbox k-input-md k-rounded-md k-input-solid"><input class="k-input-inner" value="${s.int(0, 99)}" aria-label="${s.aria}"><span class="k-input-spinner k-spin-button"><button type="button" class="k-spinner-increase k-button k-button-md k-button-solid k-button-solid-base k-button-base k-icon-button" aria-label="+">${icon(s, "caretAltUp")}</button><button type="button" class="k-spinner-decrease k-button k-button-md k-button-solid k-button-solid-base k-button-base k-icon-button" aria-label="-">${icon(s, "caretAltDown")}</button></span></span>`,
    textarea: (s) => `<span class="k-input k-textarea k-input-md k-rounded-md k-input-solid"><textarea class="k-input-inner" rows="2" aria-label="${s.aria}">${s.text("sentence")}</textarea></span>`,
    dropdown: (s) => `<span class="k-picker k-dropdownlist k-picker-md k-rounded-md k-picker-solid"><span class="k-input-inner"><span class="k-input-value-text">${s.text("short")}</span></span><button type="button" tabindex="-1" class="k-input-button k-button k-button-md k-button-solid k-button-solid-base k-button-base k-icon-button" aria-label="${s.aria}">${icon(s, "caretAltDown")}</button></span>`,
    datepicker: (s) => `<span class="k-input k-datepicker k-input-md k-rounded-md k-input-solid"><input class="k-input-inner" value="${s.text("date")}" aria-label="${s.aria}"><button type="button" class="k-input-button k-button k-button-md k-button-solid k-button-solid-base k-button-base k-icon-button" aria-label="${s.text("word")}">${icon(s, "calendar")}</button></span>`,
    badge: (s) => `<span class="k-badge k-badge-${size(s)} k-badge-solid k-badge-solid-${s.pick(COLORS.slice(2))} k-badge-${s.pick(COLORS.slice(2))} k-rounded-md">${s.text("word")}</span>`,
    avatar: (s) => `<div class="beside"><div class="k-avatar k-avatar-md k-rounded-full k-avatar-solid k-avatar-solid-primary k-avatar-primary"><span class="k-avatar-image"><img alt="" src="${s.image(40)}"></span></div><span>${s.text("name")}</span></div>`,
    "chip-remove": (s) => `<div class="k-chip k-chip-md k-rounded-md k-chip-solid k-chip-solid-base k-chip-base"><span class="k-chip-content"><span class="k-chip-label">${s.text("short")}</span></span><span class="k-chip-actions"><span class="k-chip-action k-chip-remove-action">${icon(s, "xCircle")}</span></span></div>`,
    card: (s) => `<div class="k-card"><img class="k-card-media" alt="" src="${s.image(240, 80)}"><div class="k-card-body"><h5 class="k-card-title">${s.text("phrase")}</h5><p>${s.text("sentence")}</p></div><div class="k-card-actions"><button type="button" class="k-button k-button-md k-rounded-md k-button-flat k-button-flat-primary k-button-primary">${words(s.text("word"))}</button></div></div>`,
    list: (s) => `<div class="k-list k-list-md"><ul class="k-list-ul">${map(s, ({ label }) => `<li class="k-list-item">${icon(s)}<span class="k-list-item-text">${label}</span></li>`)}</ul></div>`,
    menu: (s) => `<ul class="k-menu-group k-menu-group-md k-popup">${map(s, ({ label }) => `<li class="k-item k-menu-item"><span class="k-link k-menu-link">${icon(s)}<span class="k-menu-link-text">${label}</span></span></li>`)}</ul>`,
    tabs: (s) => `<div class="k-tabstrip k-tabstrip-md k-tabstrip-top"><div class="k-tabstrip-items-wrapper k-hstack"><ul class="k-tabstrip-items k-reset">${map(s, ({ label, value }) => `<li class="k-tabstrip-item k-item${value === "1" ? " k-active" : ""}"><span class="k-link">${label}</span></li>`, 2, 2, "word")}</ul></div></div>`,
    breadcrumb: (s) => `<nav class="k-breadcrumb k-breadcrumb-md k-breadcrumb-wrap"><ol class="k-breadcrumb-root-item-container"><li class="k-breadcrumb-item k-breadcrumb-root-item"><a href="#${s.id}" class="k-breadcrumb-root-link k-breadcrumb-icon-link">${icon(s, "home")}</a></li></ol><ol class="k-breadcrumb-container">${map(s, ({ label }) => `<li class="k-breadcrumb-item">${icon(s, "chevronRight", "k-breadcrumb-delimiter-icon")}<a href="#${s.id}" class="k-breadcrumb-link">${label}</a></li>`, 2, 3, "word")}</ol></nav>`,
    pager: (s) => `<div class="k-pager k-pager-md"><div class="k-pager-numbers-wrap"><div class="k-pager-numbers">${[1, 2, 3].map((page) => `<button type="button" class="k-button k-button-md k-rounded-md k-button-flat k-button-flat-primary k-button-primary${page === 2 ? " k-selected" : ""}">${words(page)}</button>`).join("")}</div></div></div>`,
    progress: (s) => {
      const value = s.int(15, 100);
      return `<div class="k-progressbar k-progressbar-horizontal" role="progressbar" aria-label="${s.aria}"><span class="k-progress-status-wrap k-progress-end"><span class="k-progress-status">${value}%</span></span><div class="k-progressbar-value k-selected" style="width: ${value}%"><span class="k-progress-status-wrap k-progress-end" style="width: ${10000 / value}%"><span class="k-progress-status">${value}%</span></span></div></div>`;
    },
    slider: (s) => {
      const value = s.int(5, 95);
      return `<div class="k-slider k-slider-horizontal k-slider-md"><div class="k-slider-track-wrap"><div class="k-slider-track"><div class="k-slider-selection" style="width: ${value}%"></div><span class="k-draghandle k-draghandle-end" role="slider" aria-label="${s.aria}" aria-valuenow="${value}" style="inset-inline-start: ${value}%"></span></div></div></div>`;
    },
    notification: (s) => `<div class="k-notification k-notification-${s.pick(COLORS.slice(2))}">${icon(s, s.pick(["infoCircle", "warningTriangle", "checkCircle"]), "k-notification-status")}<div class="k-notification-content">${s.text("phrase")}</div></div>`,
    message: (s) => `<div class="k-messagebox k-messagebox-${s.pick(COLORS.slice(2))}">${s.text("sentence")}</div>`,
    panelbar: (s) => `<ul class="k-panelbar">${map(s, ({ label }) => `<li class="k-panelbar-item k-panelbar-header k-level-0"><span class="k-link">${icon(s, undefined, "k-panelbar-item-icon")}<span class="k-panelbar-item-text">${label}</span><span class="k-panelbar-toggle">${icon(s, "chevronDown")}</span></span></li>`, 2, 3)}</ul>`,
    toolbar: (s) => `<div class="k-toolbar k-toolbar-md k-toolbar-solid">${[1, 2, 3].map(() => `<button type="button" class="k-toolbar-button k-button k-button-md k-rounded-md k-button-flat k-button-flat-base k-button-base k-icon-button" aria-label="${s.text("word")}">${icon(s)}</button>`).join("")}</div>`,
    tree: (s) => `<div class="k-treeview k-treeview-md"><ul class="k-treeview-group">${map(s, ({ label }) => `<li class="k-treeview-item"><div class="k-treeview-top"><span class="k-treeview-toggle">${icon(s, "caretAltRight")}</span><span class="k-treeview-leaf">${icon(s, "folder")}<span class="k-treeview-leaf-text">${label}</span></span></div></li>`)}</ul></div>`,
    table: (s) => `<table class="k-table k-table-md"><tr class="k-table-row"><th class="k-table-th">${s.text("word")}</th><td class="k-table-td">${s.text("number")}</td></tr><tr class="k-table-row"><th class="k-table-th">${s.text("word")}</th><td class="k-table-td">${s.text("price")}</td></tr></table>`,
    tooltip: (s) => `<div class="k-tooltip"><div class="k-tooltip-content">${s.text("phrase")}</div></div>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-mixed]")) box.indeterminate = true;
    root.addEventListener("click", ({ target }) => {
      const control = target.closest(".k-switch, .k-chip[aria-checked], .k-toggle-button");
      if (!control || control.disabled || control.getAttribute("aria-disabled") === "true") return;
      turn(control, (control.getAttribute("aria-pressed") ?? control.getAttribute("aria-checked")) !== "true");
    });
    root.addEventListener("change", ({ target }) => {
      const same = target.type === "radio" ? root.querySelectorAll(`input[name="${target.name}"]`) : [target];
      for (const input of same) input.classList.toggle("k-checked", input.checked);
    });
  },
};
