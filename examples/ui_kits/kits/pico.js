// Pico: its native checkboxes, radios and switches, and buttons that its outline style turns off.

import "@picocss/pico/css/pico.css";
import "./pico.css";

const STYLES = ["", "", "secondary", "contrast"];

const state = (s) => `${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}`;
const named = (s) => (s.label ? "" : ` aria-label="${s.aria}"`);
const mixed = (s) => (s.indeterminate ? " data-mixed" : "");
const validity = (s) => ` aria-invalid="${s.pick(["true", "false"])}"`;
const map = (s, option, ...range) => s.options(...range).map(option).join("");

const input = (s, type = "checkbox", more = "") => `<input type="${type}" id="${s.id}" name="${s.name}"${more}${state(s)}${named(s)}>`;
const control = (s, type, more) => (s.label ? `<label>${input(s, type, more)} ${s.label}</label>` : input(s, type, more));
const group = (s, type, more = "") =>
  `<fieldset${s.disabled ? " disabled" : ""}>${s.label ? `<legend>${s.label}</legend>` : ""}${map(s, (choice) => control({ ...s, ...choice, disabled: false }, type, more))}</fieldset>`;
const toggleButton = (s, pressed, label, more = "") =>
  `<button type="button" data-press class="${s.style ?? s.pick(STYLES)}${pressed ? "" : " outline"}" aria-pressed="${pressed}"${s.disabled ? " disabled" : ""}${more}>${label}</button>`;

const ROLE = ' role="switch"';

// Too dark for a dark page.
const DIM = ["#111827", "#4b5563"];

export default {
  name: "pico",
  packages: ["@picocss/pico"],
  framework: "html",

  setup(env) {
    const { style, dataset, classList } = document.documentElement;
    dataset.theme = env.dark ? "dark" : "light";
    style.setProperty("--pico-font-family", env.font);
    style.setProperty("--pico-font-size", `${env.fontSize}px`);
    // A third of the pages keep Pico's own azure.
    const accented = env.random.chance(0.67);
    classList.toggle("accented", accented && !(env.dark && DIM.includes(env.accent)));
    if (env.random.chance(0.4)) style.setProperty("--pico-border-radius", env.random.pick(["0", "0.1rem", "0.5rem", "1rem"]));
  },

  toggles: {
    checkbox: (s) => control(s, "checkbox", mixed(s)),
    radio: (s) => group(s, "radio"),
    switch: (s) => control(s, "checkbox", ROLE),
    "checkbox-sibling": (s) => `${input(s, "checkbox")}${s.label ? `<label for="${s.id}">${s.label}</label>` : ""}`,
    "checkbox-before": (s) => `<label class="start">${s.label} ${input(s)}</label>`,
    "switch-before": (s) => `<label class="between">${s.label} ${input(s, "checkbox", ROLE)}</label>`,
    "checkbox-group": (s) => group(s, "checkbox"),
    "switch-group": (s) => group(s, "checkbox", ROLE),
    "checkbox-validated": (s) => control(s, "checkbox", validity(s)),
    "switch-validated": (s) => control(s, "checkbox", ROLE + validity(s)),
    "radio-validated": (s) => group(s, "radio", validity(s)),
    "checkbox-sized": (s) => `<div style="font-size: ${s.int(8, 22) / 10}em">${control(s, "checkbox", mixed(s))}</div>`,
    "switch-sized": (s) => `<div style="font-size: ${s.int(8, 22) / 10}em">${control(s, "checkbox", ROLE)}</div>`,
    "checkbox-card": (s) => `<article>${control(s, "checkbox", s.pick(["", ROLE]))}<footer><small>${s.text("sentence")}</small></footer></article>`,
    "dropdown-checkbox": (s) => `<details class="dropdown" open><summary>${s.text("word")}</summary><ul>${map(s, (choice) => `<li>${control({ ...s, ...choice }, "checkbox")}</li>`)}</ul></details>`,
    "dropdown-radio": (s) => `<details class="dropdown" open><summary>${s.text("word")}</summary><ul>${map(s, (choice) => `<li>${control({ ...s, ...choice }, "radio")}</li>`)}</ul></details>`,
    "table-checkbox": (s) => `<table class="striped">${map(s, (choice) => `<tr><td>${input({ ...s, ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("price")}</td></tr>`)}</table>`,
    "toggle-button": (s) => toggleButton(s, s.checked, s.label || s.text("emoji"), named(s)),
    "toggle-button-group": (s) => {
      const style = s.pick(STYLES);
      return `<div role="group">${map(s, (choice) => toggleButton({ ...s, style }, choice.checked, choice.label), 2, 3, "word")}</div>`;
    },
  },

  others: {
    button: (s) => `<button class="${s.pick(STYLES)}${s.pick(["", " outline"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "icon-button": (s) => `<button class="${s.pick(STYLES)}${s.pick(["", " outline"])}" aria-label="${s.aria}">${s.text("emoji")}</button>`,
    "icon-word-button": (s) => `<button class="${s.pick(STYLES)}${s.pick(["", " outline"])}">${s.text("emoji")} ${s.text("word")}</button>`,
    "busy-button": (s) => `<button aria-busy="true" class="${s.pick(STYLES)}${s.pick(["", " outline"])}">${s.text("word")}</button>`,
    busy: (s) => `<span aria-busy="true">${s.text("phrase")}</span>`,
    submit: (s) => `<input type="${s.pick(["submit", "reset", "button"])}" value="${s.text("word")}">`,
    "button-group": (s) => `<div role="group">${map(s, ({ label }) => `<button class="${s.pick(STYLES)}">${label}</button>`, 2, 3, "word")}</div>`,
    link: (s) => `<a href="#${s.id}" class="${s.pick(STYLES)}">${s.label}</a>`,
    "icon-link": (s) => `<a href="#${s.id}" class="${s.pick(STYLES)}">${s.text("emoji")} ${s.text("short")}</a>`,
    input: (s) => `<label>${s.label}<input ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}"${s.pick(["", validity(s)])}><small>${s.text("phrase")}</small></label>`,
    search: (s) => `<input type="search" placeholder="${s.text("word")}" aria-label="${s.aria}">`,
    "search-group": (s) => `<form role="search"><input type="search" placeholder="${s.text("word")}" aria-label="${s.aria}"><button type="button">${s.text("emoji")}</button></form>`,
    date: (s) => `<input type="date" value="2024-0${s.int(1, 9)}-1${s.int(0, 9)}" aria-label="${s.aria}">`,
    color: (s) => `<input type="color" value="${s.color()}" aria-label="${s.aria}">`,
    textarea: (s) => `<textarea rows="2" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select aria-label="${s.aria}">${map(s, ({ label }) => `<option>${label}</option>`)}</select>`,
    range: (s) => `<label>${s.label}<input type="range" value="${s.int(0, 100)}"></label>`,
    progress: (s) => `<progress value="${s.int(5, 100)}" max="100"></progress>`,
    dropdown: (s) => `<details class="dropdown"><summary${s.pick(["", ' role="button"', ' role="button" class="outline"'])}>${s.text("word")}</summary><ul></ul></details>`,
    menu: (s) => `<details class="dropdown" open><summary>${s.text("word")}</summary><ul>${map(s, ({ label }) => `<li><a href="#${s.id}">${s.text("emoji")} ${label}</a></li>`)}</ul></details>`,
    accordion: (s) => `<details${s.pick(["", " open"])}><summary>${s.text("phrase")}</summary><p>${s.text("sentence")}</p></details>`,
    breadcrumb: (s) => `<nav aria-label="breadcrumb"><ul>${map(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`, 2, 3, "word")}</ul></nav>`,
    nav: (s) => `<nav><ul><li><strong>${s.text("word")}</strong></li>${map(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`, 2, 3, "word")}</ul></nav>`,
    card: (s) => `<article><header>${s.text("phrase")}</header>${s.text("sentence")}<footer><button>${s.text("word")}</button></footer></article>`,
    table: (s) => `<table class="${s.pick(["", "striped"])}"><tr><th>${s.text("emoji")} ${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
    marks: (s) => `<p><mark>${s.text("word")}</mark> <kbd>${s.pick(["Ctrl", "⌘ K", "Esc", "Tab"])}</kbd> <ins>${s.text("word")}</ins> <del>${s.text("word")}</del></p>`,
    tooltip: (s) => `<span data-tooltip="${s.text("phrase")}">${s.text("short")}</span>`,
    quote: (s) => `<blockquote>${s.text("sentence")}<footer><cite>— ${s.text("name")}</cite></footer></blockquote>`,
    list: (s) => `<ul>${map(s, ({ label }) => `<li>${label}</li>`)}</ul>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-mixed]")) box.indeterminate = true;
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-press]");
      if (!button) return;
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", pressed);
      button.classList.toggle("outline", !pressed);
    });
  },
};
