// system.css: the black and white controls of the first Macintoshes.

import "@sakun/system.css/dist/system.css";
import { choices, fields, input } from "./_themes/markup.js";
import "./retro-systems.css";

const box = (s, type = "checkbox", choice = s) => `<div class="field-row">${input(s, type, choice)}<label for="${choice.id}">${choice.label}</label></div>`;
const group = (s, type) => choices(s, (choice) => box(s, type, choice));
const inline = (s, type) => `<div class="retro-row">${group(s, type)}</div>`;
const scaled = (s, content) => `<div style="zoom: ${s.pick([1.5, 2, 2.5])}">${content}</div>`;
const frame = (s, content) => `<div class="window"><div class="title-bar"><button aria-label="Close" class="close"></button><h1 class="title">${s.text("word")}</h1><button aria-label="Resize" class="resize"></button></div><div class="separator"></div><div class="retro-pane">${content}</div></div>`;

export default {
  name: "retro-systems",
  packages: ["@sakun/system.css"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    // Its boxes have no ground of their own: white paper, or the pages' light colours.
    if (env.random.chance(0.5)) document.documentElement.style.setProperty("--page-background", "#ffffff");
  },

  toggles: {
    checkbox: (s) => box(s),
    radio: (s) => group(s, "radio"),
    "checkbox-group": (s) => group(s, "checkbox"),
    "checkbox-inline": (s) => inline(s, "checkbox"),
    "radio-inline": (s) => inline(s, "radio"),
    "checkbox-bare": (s) => box({ ...s, label: "" }),
    "checkbox-scaled": (s) => scaled(s, box(s)),
    "radio-scaled": (s) => scaled(s, group(s, "radio")),
    "checkbox-window": (s) => frame(s, group(s, "checkbox")),
    "radio-window": (s) => frame(s, group(s, "radio")),
    "checkbox-dialog": (s) => `<div class="standard-dialog">${s.text("sentence")}<br><br>${box(s)}</div>`,
    "radio-alert": (s) => `<div class="outer-border"><div class="inner-border"><div class="alert-contents">${group(s, "radio")}</div></div></div>`,
  },

  others: {
    ...fields({ button: "btn" }),
    "button-default": (s) => `<button type="button" class="btn btn-default">${s.text("short")}</button>`,
    "title-bar": (s) => `<div class="${s.pick(["title-bar", "inactive-title-bar"])}"><button aria-label="Close" class="close"></button><h1 class="title">${s.text("word")}</h1><button aria-label="Resize" class="resize"></button></div>`,
    window: (s) => frame(s, s.text("sentence")),
    dialog: (s) => `<div class="standard-dialog"><h1>${s.text("phrase")}</h1>${s.text("sentence")}</div>`,
    alert: (s) => `<div class="outer-border"><div class="inner-border"><div class="alert-contents">${s.text("sentence")}<br><br><button type="button" class="btn">OK</button></div></div></div>`,
    "details-bar": (s) => `<div class="details-bar"><span>${s.text("short")}</span><span>${s.text("number")}</span></div>`,
    "menu-bar": (s) => `<ul role="menu-bar">${choices(s, ({ label }) => `<li role="menu-item" tabindex="0" aria-haspopup="false">${label}</li>`)}</ul>`,
    menu: (s) => `<ul role="menu" style="min-width: 0">${choices(s, ({ label }) => `<li role="menu-item"><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    apple: () => '<span class="apple"></span>',
  },
};
