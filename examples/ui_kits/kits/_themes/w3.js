// W3.CSS: the browser's boxes in its size, its buttons, tags and bars in all of its colours.

import css from "w3-css/w3.css" with { type: "text" };
import { choices, fields, input, pressed } from "./markup.js";

const COLORS = ["red", "pink", "purple", "deep-purple", "indigo", "blue", "cyan", "teal", "green", "lime", "amber", "orange", "deep-orange", "brown", "blue-grey", "black"];
const color = (s) => `w3-${s.pick(COLORS)}`;
const shape = (s) => s.pick(["", " w3-round", " w3-round-large", " w3-round-xxlarge", " w3-border", " w3-small", " w3-large"]);

const box = (s, type = "checkbox", choice = s) => `${input(s, type, choice, `w3-${type === "radio" ? "radio" : "check"}`)} <label for="${choice.id}">${choice.label}</label>`;
const bar = (s, classes, content) => `<div class="w3-bar ${classes}" role="radiogroup" style="width: auto">${content}</div>`;

export default {
  css,

  toggles: {
    "w3-checkbox": (s) => box(s),
    "w3-radio": (s) => choices(s, (choice) => `<p>${box(s, "radio", choice)}</p>`),
    "w3-checkbox-list": (s) => `<ul class="w3-ul${s.pick(["", " w3-card", " w3-border"])}">${choices(s, (choice) => `<li>${box(s, "checkbox", choice)}</li>`)}</ul>`,
    "w3-checkbox-panel": (s) => `<div class="w3-panel w3-leftbar w3-light-grey"><p>${box(s)}</p></div>`,
    "w3-pressed-button": (s) => pressed(s, color(s), `w3-button${shape(s)}`, s.aria, { off: "w3-light-grey" }),
    "w3-outlined-button": (s) => pressed(s, color(s), `w3-button w3-border${s.pick(["", " w3-round", " w3-round-xxlarge"])}`, s.aria, { off: "w3-white" }),
    "w3-button-shadow": (s) => pressed(s, color(s), `w3-btn${shape(s)}`, s.aria, { off: "w3-white" }),
    "w3-tag": (s) => pressed(s, color(s), "w3-tag w3-round w3-border-0 w3-padding-small", s.aria, { off: "w3-light-grey" }),
    "w3-bar": (s) => {
      const [on, classes] = [color(s), s.pick(["w3-light-grey", "w3-border", "w3-black"])];
      return bar(s, classes, choices(s, (choice) => pressed(s, on, "w3-bar-item w3-button", choice.label, { choice, role: "radio" })));
    },
    "w3-tabs": (s) => {
      const on = `w3-border-${s.pick(["red", "blue", "green", "orange"])}`;
      return bar(s, "", choices(s, (choice) => pressed(s, on, "w3-bar-item w3-button w3-bottombar", choice.label, { choice, role: "radio" })));
    },
  },

  others: {
    ...fields({ text: "w3-input w3-border", select: "w3-select w3-border", button: "w3-button w3-light-grey" }),
    "w3-button": (s) => `<button type="button" class="w3-${s.pick(["btn", "button"])} ${color(s)}${shape(s)}">${s.label}</button>`,
    "w3-tag": (s) => `<span class="w3-tag ${color(s)}${s.pick(["", " w3-round", " w3-xlarge"])}">${s.text("short")}</span>`,
    "w3-badge": (s) => `<span class="w3-badge ${color(s)}">${s.int(1, 99)}</span>`,
    "w3-panel": (s) => `<div class="w3-panel ${color(s)}"><p>${s.text("sentence")}</p></div>`,
    "w3-card": (s) => `<div class="w3-card-4 w3-white"><header class="w3-container ${color(s)}"><h4>${s.text("phrase")}</h4></header><div class="w3-container"><p>${s.text("sentence")}</p></div></div>`,
    "w3-progress": (s) => `<div class="w3-light-grey"><div class="${color(s)}" style="height: 24px; width: ${s.int(5, 100)}%"></div></div>`,
    "w3-table": (s) => `<table class="w3-table w3-striped w3-bordered"><tr><td>${s.text("word")}</td><td>${s.text("number")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr></table>`,
    "w3-pagination": (s) => `<div class="w3-bar" style="width: auto">${[1, 2, 3].map((page) => `<a href="#${s.id}" class="w3-button${page === 2 ? ` ${color(s)}` : ""}">${page}</a>`).join("")}</div>`,
  },
};
