// iCheck 1: its six skins in all colours, on checkboxes and radios. It has no other components.

import "@mdi/font/css/materialdesignicons.css";
import "icheck/skins/all.css";
import "./icheck.css";
import jQuery from "jquery";

const COLORS = ["", "-red", "-green", "-blue", "-aero", "-grey", "-orange", "-yellow", "-pink", "-purple"];
const ICONS = ["cog", "bell", "delete", "pencil", "home", "cart", "account", "magnify", "download", "share-variant", "email", "lock", "map-marker", "calendar"];

const icon = (s) => `<i class="mdi mdi-${s.pick(ICONS)}" aria-hidden="true"></i>`;
// Two skins have one colour only; the others' first has no name.
const skin = (s, name) => (name === "futurico" || name === "polaris" ? name : `${name}${s.pick(COLORS)}`);

const input = (s, type, look, choice = s) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}" data-skin="${look}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;
const box = (s, type, look, choice = s) => `<label>${input(s, type, look, choice)}${choice.label}</label>`;
const group = (s, type, look, classes = "icheck-item") => s.options().map((choice) => box(s, type, look, choice).replace("<label", `<label class="${classes}"`)).join("");
const line = (s, type, look, choice = s) => `<div class="icheck-item">${input(s, type, look, choice)}<label for="${choice.id}">${choice.label}</label></div>`;

const LIGHT = ["minimal", "square", "flat", "polaris", "futurico"];
// The boxes of the other two are dark and have no border.
const DARK = ["minimal", "square", "flat"];
const some = (s, env) => skin(s, s.pick(env.dark ? DARK : LIGHT));

const toggles = {};
for (const name of LIGHT) {
  const on = (s, env) => (env.dark && !DARK.includes(name) ? some(s, env) : skin(s, name));
  toggles[`checkbox-${name}`] = (s, env) => box(s, "checkbox", on(s, env));
  toggles[`radio-${name}`] = (s, env) => group(s, "radio", on(s, env));
}

export default {
  name: "icheck",
  packages: ["icheck", "jquery", "@mdi/font"],
  framework: "html",

  async setup() {
    // The plugin asks for a global jQuery, and for a function that jQuery 4 left out.
    window.jQuery = jQuery;
    jQuery.isFunction ??= (value) => typeof value === "function";
    await import("icheck/icheck.js");
  },

  toggles: {
    ...toggles,
    "checkbox-line": (s) => line({ ...s, label: s.aria }, "checkbox", skin(s, "line"), { ...s, label: s.aria }),
    "radio-line": (s) => {
      const look = skin(s, "line");
      return s.options().map((choice) => line(s, "radio", look, choice)).join("");
    },
    "checkbox-group": (s, env) => group(s, "checkbox", some(s, env)),
    "radio-inline": (s, env) => group(s, "radio", some(s, env), "icheck-row"),
    "checkbox-bare": (s, env) => input({ ...s, label: "" }, "checkbox", some(s, env), { ...s, label: "" }),
    "checkbox-end": (s, env) => `<div class="icheck-row apart"><label for="${s.id}">${s.label}</label>${input(s, "checkbox", some(s, env))}</div>`,
    "checkbox-icon": (s, env) => `<label>${input(s, "checkbox", some(s, env))}${icon(s)} ${s.label}</label>`,
    "checkbox-panel": (s, env) => `<div class="icheck-panel">${box(s, "checkbox", some(s, env))}<br><small>${s.text("sentence")}</small></div>`,
    "checkbox-table": (s, env) => {
      const look = some(s, env);
      return `<table style="width: 100%; table-layout: fixed">${s.options().map((choice) => `<tr><td style="width: 48px">${input(s, "checkbox", look, { ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("number")}</td></tr>`).join("")}</table>`;
    },
  },

  others: {
    button: (s) => `<button type="button"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button type="button">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button type="button" aria-label="${s.aria}">${icon(s)}</button>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    "icon-text-row": (s) => `<div class="icheck-row"><span style="font-size: 1.5em; color: ${s.color()}">${icon(s)}</span> ${s.text("phrase")}</div>`,
    "icon-link": (s) => `<a href="#${s.id}" style="color: inherit">${icon(s)} ${s.label}</a>`,
    input: (s) => `<label for="${s.id}">${s.label}</label><br><input id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`,
    password: (s) => `<input type="password" value="${s.text("word")}" aria-label="${s.aria}">`,
    number: (s) => `<input type="number" value="${s.int(0, 99)}" aria-label="${s.aria}">`,
    time: (s) => `<input type="time" value="1${s.int(0, 9)}:${s.int(10, 59)}" aria-label="${s.aria}">`,
    file: (s) => `<input type="file" aria-label="${s.aria}">`,
    textarea: (s) => `<textarea rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    listbox: (s) => `<select size="3" aria-label="${s.aria}">${s.options(3, 4).map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    progress: (s) => `<progress value="${s.int(5, 100)}" max="100"></progress>`,
    details: (s) => `<details><summary>${s.text("phrase")}</summary>${s.text("sentence")}</details>`,
    list: (s) => `<ul style="margin: 0">${s.options().map(({ label }) => `<li>${label}</li>`).join("")}</ul>`,
    name: (s) => `<div class="icheck-row"><img alt="" width="32" height="32" src="${s.image(32)}"> ${s.text("name")}</div>`,
    panel: (s) => `<div class="icheck-panel">${icon(s)} <b>${s.text("phrase")}</b><br>${s.text("sentence")}</div>`,
  },

  ready(root) {
    for (const input of root.querySelectorAll("input[data-skin]")) {
      const look = input.dataset.skin;
      const label = look.startsWith("line") && input.nextElementSibling;
      const options = { checkboxClass: `icheckbox_${look}`, radioClass: `iradio_${look}` };
      // This skin writes the label's words on the control, which a role then makes one.
      if (label) {
        label.remove();
        input.setAttribute("aria-label", label.textContent);
        options.aria = true;
        options.insert = `<div class="icheck_line-icon"></div>${label.innerHTML}`;
      }
      jQuery(input).iCheck(options);
    }
  },
};
