// mini.css: its checkboxes and radios in one of its three flavours, its buttons, marks and cards.

import plain from "mini.css/dist/mini-default.min.css" with { type: "text" };
import night from "mini.css/dist/mini-dark.min.css" with { type: "text" };
import nord from "mini.css/dist/mini-nord.min.css" with { type: "text" };
import { choices, fields, input, pressed } from "./markup.js";

const COLORS = ["primary", "secondary", "tertiary"];

const box = (s, type = "checkbox", choice = s) => `<span class="input-group">${input(s, type, choice)}<label for="${choice.id}">${choice.label}</label></span>`;
const group = (type) => (s) => choices(s, (choice) => `<div>${box(s, type, choice)}</div>`);
const inline = (type) => (s) => choices(s, (choice) => box(s, type, choice));

const mini = (name, css) => ({
  css,

  toggles: {
    [`${name}-checkbox`]: (s) => box(s),
    [`${name}-radio`]: group("radio"),
    [`${name}-checkbox-bare`]: (s) => input({ ...s, label: "" }, "checkbox", { ...s, label: "" }),
    [`${name}-checkbox-group`]: group("checkbox"),
    [`${name}-checkbox-inline`]: inline("checkbox"),
    [`${name}-radio-inline`]: inline("radio"),
    [`${name}-checkbox-card`]: (s) => `<div class="card fluid"><div class="section"><h4>${s.text("phrase")}</h4>${box(s)}</div></div>`,
    [`${name}-pressed-button`]: (s) => pressed(s, s.pick(COLORS), s.pick(["", "small", "large"]), s.aria),
    [`${name}-inverse-button`]: (s) => pressed(s, "inverse", s.pick(["", "small", "large"]), s.aria),
    [`${name}-button-group`]: (s) => {
      const on = s.pick(COLORS);
      return `<div class="button-group" role="radiogroup">${choices(s, (choice) => pressed(s, on, "", choice.label, { choice, role: "radio" }))}</div>`;
    },
  },

  others: {
    ...fields({}),
    "mini-button": (s) => `<button type="button" class="${s.pick([...COLORS, "inverse"])} ${s.pick(["", "small", "large"])}">${s.label}</button>`,
    "mini-mark": (s) => `<mark class="${s.pick(["", "secondary", "tertiary"])} ${s.pick(["", "tag", "inline-block"])}">${s.text("short")}</mark>`,
    "mini-card": (s) => `<div class="card fluid ${s.pick(["", "warning", "error"])}"><h4 class="section">${s.text("phrase")}</h4><p class="section">${s.text("sentence")}</p></div>`,
    "mini-progress": (s) => `<progress class="${s.pick(["", "secondary", "tertiary"])}" value="${s.int(50, 1000)}" max="1000"></progress>`,
    "mini-spinner": (s) => `<div class="spinner ${s.pick(COLORS)}"></div>`,
    "mini-breadcrumbs": (s) => `<ul class="breadcrumbs">${choices(s, ({ label }) => `<li><a href="#${s.id}">${label}</a></li>`)}</ul>`,
    "mini-quote": (s) => `<blockquote cite="${s.text("name")}">${s.text("sentence")}</blockquote>`,
    "mini-code": (s) => `<pre>${s.text("code")}</pre>`,
  },
});

export default [mini("mini", plain), mini("mini-dark", night), mini("mini-nord", nord)];
