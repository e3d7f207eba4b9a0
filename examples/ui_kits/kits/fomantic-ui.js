// Fomantic UI 2: its checkboxes, sliders, toggles and toggle buttons, and its other components.

import "fomantic-ui-css/semantic.css";
import "./fomantic-ui.css";

const COLORS = ["red", "orange", "yellow", "olive", "green", "teal", "blue", "violet", "purple", "pink", "brown"];
const ICONS = ["cog", "bell", "trash", "pencil alternate", "home", "shop", "user", "search", "download", "share alternate", "envelope", "lock", "map marker alternate"];
const MARKS = ["heart", "star", "bookmark", "bell", "thumbs up", "microphone", "volume up", "wifi", "pin", "eye"];

/** " inverted" on dark pages: each component asks for it. */
let dark = "";

const icon = (s, names = ICONS) => `<i class="${s.pick(names)} icon" aria-hidden="true"></i>`;
const size = (s) => s.pick(["", "", "", " mini", " tiny", " small", " large", " big", " huge"]);
const color = (s) => s.pick(["", " primary", " secondary", ...COLORS.map((name) => ` ${name}`)]);
const choices = (s, option) => s.options().map(option).join("");

const box = (s, variant = "", type = "checkbox", choice = s) =>
  `<div class="ui ${variant}${choice.label ? "" : " fitted"}${dark}${size(s)} checkbox${s.disabled ? " disabled" : ""}"><input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}${s.indeterminate && type === "checkbox" ? " data-indeterminate" : ""}><label for="${choice.id}">${choice.label}</label></div>`;
const form = (s, content, classes = "") => `<div class="ui form${dark}"><div class="${s.pick(["grouped", "inline"])} fields ${classes}">${content}</div></div>`;
const field = (content) => `<div class="field">${content}</div>`;

/** A role's element with the class `on` where it is checked, on dark pages else with `off`; ready() turns it. */
const aria = (s, tag, role, on, classes, content, choice = s, off = "") => {
  const state = role === "button" ? `aria-pressed="${choice.checked}"` : `role="${role}" aria-checked="${choice.checked}"`;
  const disabled = s.disabled ? ' aria-disabled="true"' : "";
  return `<${tag} id="${choice.id}" tabindex="0" class="${classes} ${choice.checked ? on : off}${s.disabled ? " disabled" : ""}" data-on="${on}" data-off="${off}" ${state}${disabled}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</${tag}>`;
};

export default {
  name: "fomantic-ui",
  packages: ["fomantic-ui-css"],
  framework: "html",
  rtl: false,

  setup(env) {
    dark = env.dark ? " inverted" : "";
    document.documentElement.classList.toggle("page-face", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => box(s),
    radio: (s) => form(s, choices(s, (choice) => field(box({ ...s, pick: ([first]) => first }, "radio", "radio", choice)))),
    slider: (s) => box(s, "slider"),
    toggle: (s) => box(s, "toggle"),
    "checkbox-right": (s) => box({ ...s, label: s.aria }, "right aligned"),
    "toggle-right": (s) => box(s, s.pick(["right aligned toggle", "right aligned slider"])),
    "checkbox-bare": (s) => box({ ...s, label: "" }),
    "toggle-bare": (s) => box({ ...s, label: "" }, s.pick(["toggle", "slider"])),
    "radio-slider": (s) => form(s, choices(s, (choice) => field(box({ ...s, pick: ([first]) => first }, "slider", "radio", choice)))),
    "checkbox-form": (s) => form(s, choices(s, (choice) => field(box({ ...s, pick: ([first]) => first }, "", "checkbox", choice)))),
    "checkbox-error": (s) => `<div class="ui form${dark}"><div class="field error">${box(s)}</div></div>`,
    "checkbox-segment": (s) => `<div class="ui segment${dark}${s.pick(["", " raised", " secondary"])}">${box(s, s.pick(["", "toggle", "slider"]))}</div>`,
    "checkbox-list": (s) => `<div class="ui relaxed divided list${dark}">${choices(s, (choice) => `<div class="item">${box({ ...s, pick: ([first]) => first }, "", "checkbox", choice)}</div>`)}</div>`,
    "checkbox-table": (s) => `<table class="ui unstackable celled table${dark}">${choices(s, (choice) => `<tr><td class="collapsing">${box({ ...s, pick: ([first]) => first }, s.id.endsWith("3") ? "toggle" : "", "checkbox", { ...choice, label: "" })}</td><td>${choice.label}</td><td>${s.text("number")}</td></tr>`)}</table>`,
    "toggle-item": (s) => `<div class="ui middle aligned divided list${dark}"><div class="item"><div class="right floated content">${box({ ...s, label: "" }, "toggle")}</div><div class="content">${icon(s)} ${s.label}</div></div></div>`,
    "checkbox-card": (s) => `<div class="ui card${dark}"><div class="content"><div class="header">${s.text("phrase")}</div><div class="description">${s.text("sentence")}</div></div><div class="extra content">${box(s, s.pick(["", "toggle", "radio"]))}</div></div>`,
    "toggle-button": (s) => aria(s, "button", "button", "active", `ui toggle button${size(s)}`, s.label || icon(s, MARKS), s, dark && "inverted basic"),
    "colour-button": (s) => aria(s, "button", "button", s.pick(COLORS), `ui button${size(s)}`, s.label || icon(s, MARKS), s, dark.trim()),
    "icon-toggle": (s) => aria(s, "button", "button", s.pick(["blue", "red", "green", "orange"]), `ui ${s.pick(["", "circular "])}icon button${size(s)}`, icon(s, MARKS), { ...s, label: "" }, dark.trim()),
    "toggle-buttons": (s) => {
      const on = s.pick(["blue", "green", "teal", "violet"]);
      return `<div class="ui buttons" role="radiogroup">${choices(s, (choice) => aria(s, "button", "radio", on, "ui button", choice.label, choice, dark.trim()))}</div>`;
    },
    "label-chips": (s) => {
      const [on, classes] = [s.pick(COLORS), `ui${s.pick([" circular", ""])}${s.pick(["", " large", " big"])} label`];
      return `<div class="ui labels">${choices(s, (choice) => aria(s, "a", "checkbox", on, classes, choice.label, choice))}</div>`;
    },
    "label-icon": (s) => aria(s, "a", "button", s.pick(COLORS), `ui${s.pick(["", " large", " big"])} label`, `${icon(s, MARKS)}${s.label}`),
  },

  others: {
    button: (s) => `<button class="ui button${color(s)}${size(s)}${s.pick(["", " basic", dark, " circular"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "icon-button": (s) => `<button class="ui${s.pick(["", " circular"])} icon button${color(s)}${size(s)}" aria-label="${s.aria}">${icon(s)}</button>`,
    "button-with-icon": (s) => `<button class="ui button${color(s)}">${icon(s)} ${s.label}</button>`,
    "labeled-icon-button": (s) => `<button class="ui ${s.pick(["", "right "])}labeled icon button${color(s)}">${icon(s)}${s.label}</button>`,
    "labeled-button": (s) => `<div class="ui labeled button"><div class="ui button${color(s)}">${icon(s)} ${s.text("word")}</div><a class="ui basic label">${s.text("number")}</a></div>`,
    "loading-button": (s) => `<button class="ui loading button${color(s)}">${s.label}</button>`,
    "brand-button": (s) => `<button class="ui ${s.pick(["facebook", "twitter", "linkedin", "youtube", "github"])} button"><i class="${s.pick(["facebook", "twitter", "linkedin", "youtube", "github"])} icon"></i> ${s.text("word")}</button>`,
    header: (s) => `<h3 class="ui header${dark}">${icon(s)}<div class="content">${s.text("phrase")}<div class="sub header">${s.text("sentence")}</div></div></h3>`,
    "icon-text": (s) => `<span class="ui${dark} text">${icon(s)} ${s.label}</span>`,
    link: (s) => `<a href="#${s.id}">${s.chance(0.4) ? icon(s) : ""}${s.label}</a>`,
    input: (s) => `<div class="ui form${dark}"><div class="field"><label for="${s.id}">${s.label}</label><input id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "number"]))}"></div></div>`,
    "icon-input": (s) => `<div class="ui ${s.pick(["", "left "])}icon input${dark} fluid"><input placeholder="${s.text("word")}" aria-label="${s.aria}">${icon(s)}</div>`,
    "action-input": (s) => `<div class="ui action input fluid${dark}"><input value="${s.text("short")}" aria-label="${s.aria}"><button class="ui button${color(s)}">${s.text("word")}</button></div>`,
    "labeled-input": (s) => `<div class="ui labeled input fluid${dark}"><div class="ui label">${s.text("unit")}</div><input value="${s.text("number")}" aria-label="${s.aria}"></div>`,
    textarea: (s) => `<div class="ui form${dark}"><textarea rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea></div>`,
    dropdown: (s) => `<div class="ui selection dropdown${dark}" tabindex="0"><div class="text">${s.text("short")}</div><i class="dropdown icon"></i></div>`,
    label: (s) => `<span class="ui label${color(s)}${s.pick(["", " basic", " tag", " circular"])}">${s.text("short")}</span>`,
    "label-image": (s) => `<span class="ui image label"><img alt="" src="${s.image(32)}">${s.text("name")}</span>`,
    "label-delete": (s) => `<span class="ui label${color(s)}">${s.text("word")} <i class="delete icon"></i></span>`,
    message: (s) => `<div class="ui message${dark}${s.pick(["", " info", " success", " warning", " negative"])}"><div class="header">${s.text("phrase")}</div><p>${s.text("sentence")}</p></div>`,
    "icon-message": (s) => `<div class="ui icon message${dark}">${icon(s)}<div class="content"><div class="header">${s.text("phrase")}</div>${s.text("sentence")}</div></div>`,
    progress: (s) => {
      const percent = s.int(5, 100);
      return `<div class="ui progress${color(s)}${dark}"><div class="bar" style="width: ${percent}%"><div class="progress">${percent}%</div></div></div>`;
    },
    steps: (s) => `<div class="ui mini steps${dark}">${choices(s, ({ label, value }) => `<div class="${value === "1" ? "active " : ""}step">${icon(s)}<div class="content"><div class="title">${label}</div></div></div>`)}</div>`,
    breadcrumb: (s) => `<div class="ui breadcrumb${dark}">${s.options().map(({ label }) => `<a class="section">${label}</a>`).join(s.pick(['<div class="divider"> / </div>', '<i class="right angle icon divider"></i>']))}</div>`,
    menu: (s) => `<div class="ui ${s.pick(["vertical", "secondary", "text"])} menu${dark}">${choices(s, ({ label }) => `<a class="item">${icon(s)}${label}</a>`)}</div>`,
    tabs: (s) => `<div class="ui ${s.pick(["tabular", "pointing secondary"])} menu${dark}">${choices(s, ({ label, value }) => `<a class="${value === "1" ? "active " : ""}item">${label}</a>`)}</div>`,
    pagination: (s) => `<div class="ui pagination menu${dark}${s.pick(["", " mini"])}">${[1, 2, 3].map((page) => `<a class="${page === 2 ? "active " : ""}item">${page}</a>`).join("")}</div>`,
    card: (s) => `<div class="ui card${dark}"><div class="content"><img class="right floated mini ui image" alt="" src="${s.image(40)}"><div class="header">${s.text("name")}</div><div class="meta">${s.text("date")}</div></div><div class="extra content"><a>${icon(s)} ${s.text("short")}</a></div></div>`,
    comment: (s) => `<div class="ui comments${dark}"><div class="comment"><a class="avatar"><img alt="" src="${s.image(40)}"></a><div class="content"><a class="author">${s.text("name")}</a><div class="metadata">${s.text("time")}</div><div class="text">${s.text("sentence")}</div></div></div></div>`,
    list: (s) => `<div class="ui list${dark}">${choices(s, ({ label }) => `<div class="item">${icon(s)}<div class="content">${label}</div></div>`)}</div>`,
    statistic: (s) => `<div class="ui mini statistic${dark}${color(s)}"><div class="value">${s.text("number")}</div><div class="label">${s.text("word")}</div></div>`,
    table: (s) => `<table class="ui unstackable table${dark}${s.pick(["", " striped", " celled", " compact"])}"><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr></table>`,
    accordion: (s) => `<div class="ui ${dark ? "inverted" : "styled"} accordion" style="max-width: 100%"><div class="title"><i class="dropdown icon"></i>${s.text("phrase")}</div></div>`,
    stars: (s) => `<span>${'<i class="yellow star icon"></i>'.repeat(s.int(2, 5))}</span>`,
    avatar: (s) => `<span><img class="ui avatar image" alt="" src="${s.image(40)}"> ${s.text("name")}</span>`,
    divider: (s) => `<div class="ui horizontal divider${dark}">${s.text("word")}</div>`,
  },

  // Its own script needs jQuery 3 and does no more than this for these.
  ready(root) {
    for (const input of root.querySelectorAll("[data-indeterminate]")) input.indeterminate = true;
    const turn = (control, state, on) => {
      control.setAttribute(state, on);
      control.classList.toggle(control.dataset.on, on);
      for (const name of control.dataset.off.split(" ").filter(Boolean)) control.classList.toggle(name, !on);
    };
    root.addEventListener("click", ({ target }) => {
      const control = target.closest("[data-on]");
      if (!control || control.matches("[aria-disabled=true]")) return;
      if (control.hasAttribute("aria-pressed")) return turn(control, "aria-pressed", control.getAttribute("aria-pressed") !== "true");
      if (control.getAttribute("role") === "checkbox") return turn(control, "aria-checked", control.getAttribute("aria-checked") !== "true");
      for (const other of control.closest("[role=radiogroup]").querySelectorAll("[data-on]")) turn(other, "aria-checked", other === control);
    });
  },
};
