// Layui 2: its checkboxes in four skins, radios and switches, which its script draws beside hidden inputs, and its buttons, tags and bars.

import "layui/dist/css/layui.css";
import "layui/dist/layui.js";
import { choices, fields, input, listen, pressed } from "./_themes/markup.js";
import "./layui.css";

const COLORS = ["", " layui-bg-red", " layui-bg-orange", " layui-bg-green", " layui-bg-cyan", " layui-bg-blue", " layui-bg-black", " layui-bg-purple"];
const BUTTONS = ["", "layui-btn-normal", "layui-btn-warm", "layui-btn-danger", "layui-btn-primary layui-border-blue", "layui-btn-primary"];
const ICONS = ["heart", "star", "set", "search", "home", "user", "delete", "edit", "share", "cart", "notice", "camera"];

const icon = (s) => `<i class="layui-icon layui-icon-${s.pick(ICONS)}"></i>`;
const size = (s) => s.pick(["", "", " layui-btn-lg", " layui-btn-sm", " layui-btn-xs"]) + s.pick(["", " layui-btn-radius"]);
// One each: the script draws beside the input, where the harvester looks for a control of its own.
const named = (s, type, more, choice = s) => `<span class="layui-choice">${input(s, type, choice).replace("<input", `<input title="${choice.label}" ${more}`)}</span>`;
const form = (content) => `<div class="layui-form">${content}</div>`;
const skin = (name) => (s) => form(named(s, "checkbox", `lay-skin="${name}"`));
const group = (type, name) => (s) => form(choices(s, (choice) => named(s, type, `lay-skin="${name}"`, choice)));
const WORDS = ["ON|OFF", "开|关", "开启|关闭", "✓|✕", "I|O", "Yes|No", "有效|失效"];

// Its switches are checkboxes by their inputs' class names.
const switches = (renderers) => Object.fromEntries(Object.entries(renderers).map(([design, render]) => [design, Object.assign(render, { about: { design, control: "switch" } })]));

export default {
  name: "layui",
  packages: ["layui"],
  framework: "html",
  dark: false,
  rtl: false,

  toggles: {
    "checkbox-primary": skin("primary"),
    "checkbox-tag": skin("tag"),
    "checkbox-group": group("checkbox", "primary"),
    "tag-group": group("checkbox", "tag"),
    "checkbox-bare": (s) => form(named({ ...s, label: "" }, "checkbox", 'lay-skin="primary"')),
    radio: group("radio", ""),
    "radio-block": (s) => `<div class="layui-form layui-form-pane"><div class="layui-form-item">${choices(s, (choice) => named(s, "radio", "", choice))}</div></div>`,
    ...switches({
      switch: (s) => form(`<span class="layui-row">${named({ ...s, label: "" }, "checkbox", 'lay-skin="switch"')} ${s.label}</span>`),
      "switch-words": (s) => form(named(s, "checkbox", 'lay-skin="switch"', { ...s, label: s.pick(WORDS) })),
      "switch-form": (s) => form(`<div class="layui-form-item"><label class="layui-form-label">${s.label}</label><div class="layui-input-block">${named({ ...s, label: "" }, "checkbox", `lay-skin="switch" lay-text="${s.pick(WORDS)}"`)}</div></div>`),
    }),
    "checkbox-table": (s) => `<table class="layui-table layui-form">${choices(s, (choice) => `<tr><td>${named(s, "checkbox", 'lay-skin="primary"', { ...choice, label: "" })}</td><td>${choice.label}</td></tr>`)}</table>`,
    "pressed-button": (s) => pressed(s, "layui-btn-normal", `layui-btn${size(s)}`, s.label || icon(s), { off: "layui-btn-primary" }),
    "icon-toggle": (s) => pressed({ ...s, label: "" }, s.pick(["layui-btn-danger", "layui-btn-warm", "layui-btn-normal"]), `layui-btn${size(s)}`, icon(s), { off: "layui-btn-primary" }),
    "button-group": (s) => `<div class="layui-btn-group" role="radiogroup">${choices(s, (choice) => pressed(s, "", "layui-btn layui-btn-sm", choice.label, { off: "layui-btn-primary", choice, role: "radio" }))}</div>`,
  },

  others: {
    ...fields({ text: "layui-input", button: "layui-btn" }),
    "button-colour": (s) => `<button type="button" class="layui-btn ${s.pick(BUTTONS)}${size(s)}">${s.label}</button>`,
    "button-with-icon": (s) => `<button type="button" class="layui-btn ${s.pick(BUTTONS)}">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button type="button" class="layui-btn ${s.pick(BUTTONS)}" aria-label="${s.aria}">${icon(s)}</button>`,
    badge: (s) => `<span class="layui-badge${s.pick(COLORS)}">${s.text("short")}</span>`,
    "badge-rim": (s) => `<span class="layui-badge-rim">${s.text("short")}</span> <span class="layui-badge-dot"></span>`,
    breadcrumb: (s) => `<span class="layui-breadcrumb" style="visibility: visible">${choices(s, ({ label }) => `<a href="#${s.id}">${label}</a> `)}</span>`,
    quote: (s) => `<blockquote class="layui-elem-quote">${s.text("sentence")}</blockquote>`,
    card: (s) => `<div class="layui-card"><div class="layui-card-header">${s.text("phrase")}</div><div class="layui-card-body">${s.text("sentence")}</div></div>`,
    progress: (s) => `<div class="layui-progress layui-progress-big"><div class="layui-progress-bar${s.pick(COLORS)}" style="width: ${s.int(5, 100)}%"></div></div>`,
    tabs: (s) => `<div class="layui-tab layui-tab-brief" style="overflow: auto hidden"><ul class="layui-tab-title">${choices(s, ({ label, value }) => `<li class="${value === "1" ? "layui-this" : ""}">${label}</li>`)}</ul></div>`,
    panel: (s) => `<div class="layui-panel"><div style="padding: 12px">${icon(s)} ${s.text("sentence")}</div></div>`,
    table: (s) => `<table class="layui-table"><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
  },

  async ready(root) {
    listen(root);
    await new Promise((done) => {
      window.layui.use("form", () => done(window.layui.form.render()));
    });
  },
};
