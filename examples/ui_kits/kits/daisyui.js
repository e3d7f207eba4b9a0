// daisyUI over Tailwind: its checkboxes, radios, toggles, swaps and button inputs in many of its themes, and its other components.

import { Bell, Bookmark, Calendar, Check, Heart, House, Mail, MapPin, Moon, Search, Settings, ShoppingCart, Star, Sun, Trash2, User, Volume2, VolumeX, X } from "lucide-static";
import "./daisyui.css";

const LIGHT = ["light", "light", "cupcake", "bumblebee", "emerald", "corporate", "retro", "cyberpunk", "valentine", "garden", "lofi", "pastel", "fantasy", "wireframe", "cmyk", "autumn", "acid", "lemonade", "winter", "nord", "caramellatte", "silk"];
const DARK = ["dark", "dark", "synthwave", "halloween", "forest", "black", "dracula", "business", "night", "coffee", "dim", "sunset", "abyss"];
const COLORS = ["primary", "secondary", "accent", "info", "success", "warning", "error"];
const SIZES = ["xs", "sm", "md", "md", "lg", "xl"];
const ICONS = [Bell, Calendar, House, Mail, MapPin, Search, Settings, ShoppingCart, Trash2, User];
const PAIRS = [[Volume2, VolumeX], [Sun, Moon], [Check, X]];
const FILLED = [Heart, Star, Bookmark];

const drawn = (svg, classes = "size-[1.2em]") => svg.replace(/class="[^"]*"/, `class="${classes}" aria-hidden="true"`).replace(/<!--.*?-->/s, "");
const icon = (s, classes) => drawn(s.pick(ICONS), classes);
const color = (s, name) => ` ${name}-${s.pick(COLORS)}`;
const maybe = (s, name) => (s.chance(0.4) ? "" : color(s, name));
const size = (s, name) => ` ${name}-${s.pick(SIZES)}`;
const state = (s, choice = s) => `${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`}`;
const input = (s, name, classes = maybe(s, name) + size(s, name), choice = s) => `<input type="${name === "radio" ? "radio" : "checkbox"}" name="${s.name}" class="${name}${classes}"${name === "radio" ? "" : ' autocomplete="off"'}${state(s, choice)}${s.indeterminate && name !== "radio" ? " data-indeterminate" : ""}>`;
const labelled = (s, control, label = s.label) => `<label class="label text-inherit whitespace-normal max-w-full${s.pick(["", "", " flex-row-reverse", " flex-row-reverse flex justify-between"])}">${control}${label && `<span>${label}</span>`}</label>`;
const radios = (s, classes) => `<div class="flex flex-col gap-2">${s.options().map((choice) => `<label class="label text-inherit whitespace-normal">${input(s, "radio", classes, choice)}<span>${choice.label}</span></label>`).join("")}</div>`;
// Of the icons inside, the first is for off.
const inner = (s, on, off) => `<label class="toggle${size(s, "toggle")} text-base-content"><input type="checkbox" aria-label="${s.aria}"${state(s)}>${off}${on}</label>`;
// A button that is an input: its words are its aria-label, and daisyUI fills it while it is checked.
const buttons = (s, type, classes = "") => s.options().map(({ label, checked }) => `<input type="${type}" name="${s.name}" class="btn${classes}" aria-label="${label}"${checked ? " checked" : ""}${s.disabled ? " disabled" : ""}>`).join(" ");
const swap = (s, on, off, classes = "") => `<label class="swap${classes}"><input type="checkbox" aria-label="${s.aria}"${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}><span class="swap-on">${on}</span><span class="swap-off">${off}</span></label>`;
const btn = (s) => `btn${maybe(s, "btn")}${size(s, "btn")}${s.pick(["", "", " btn-outline", " btn-soft", " btn-dash", " btn-ghost"])}`;

export default {
  name: "daisyui",
  packages: ["daisyui", "tailwindcss", "lucide-static"],
  framework: "html",

  setup(env) {
    document.documentElement.dataset.theme = env.random.pick(env.dark ? DARK : LIGHT);
  },

  toggles: {
    checkbox: (s) => labelled(s, input(s, "checkbox")),
    "checkbox-color": (s) => labelled(s, input(s, "checkbox", color(s, "checkbox"))),
    "checkbox-large": (s) => labelled(s, input(s, "checkbox", `${color(s, "checkbox")} ${s.pick(["checkbox-lg", "checkbox-xl"])}`)),
    "checkbox-custom": (s) => labelled(s, input(s, "checkbox", " border-indigo-600 bg-indigo-50 checked:border-orange-500 checked:bg-orange-400 checked:text-orange-900")),
    "checkbox-fieldset": (s) => `<fieldset class="fieldset bg-base-100 border-base-300 rounded-box w-full border p-4"><legend class="fieldset-legend">${s.text("word")}</legend><label class="label whitespace-normal">${input(s, "checkbox", maybe(s, "checkbox"))}<span>${s.aria}</span></label></fieldset>`,
    "checkbox-list": (s) => `<ul class="list bg-base-100 rounded-box shadow-md">${s.options(1, 3).map((choice) => `<li class="list-row"><label class="flex gap-3 items-center col-span-2">${input(s, "checkbox", maybe(s, "checkbox"), choice)}<span class="text-base-content">${choice.label}</span></label></li>`).join("")}</ul>`,
    "checkbox-card": (s) => `<label class="card card-border card-sm bg-base-100 text-base-content cursor-pointer has-checked:border-primary has-checked:bg-primary/10"><span class="card-body flex-row items-center gap-3">${input(s, "checkbox", " checkbox-primary")}<span><b>${s.aria}</b><br>${s.text("price")}</span></span></label>`,
    "checkbox-table": (s) => `<table class="table bg-base-100 text-base-content"><tr><th><label>${input({ ...s, label: "" }, "checkbox", "")}</label></th><td>${s.text("name")}</td><td>${s.text("price")}</td></tr></table>`,
    radio: (s) => radios(s, maybe(s, "radio") + size(s, "radio")),
    "radio-color": (s) => radios(s, color(s, "radio")),
    "radio-custom": (s) => radios(s, " bg-red-100 border-red-300 checked:bg-red-200 checked:text-red-600 checked:border-red-600"),
    toggle: (s) => labelled(s, input(s, "toggle")),
    "toggle-color": (s) => labelled(s, input(s, "toggle", color(s, "toggle"))),
    "toggle-large": (s) => labelled(s, input(s, "toggle", `${color(s, "toggle")} ${s.pick(["toggle-lg", "toggle-xl"])}`)),
    "toggle-custom": (s) => labelled(s, input({ ...s, indeterminate: false }, "toggle", " border-slate-500 bg-slate-200 text-slate-500 checked:border-orange-500 checked:bg-orange-400 checked:text-orange-800")),
    "toggle-icons": (s) => inner(s, drawn(Check), drawn(X)),
    "toggle-row": (s) => `<ul class="list bg-base-100 rounded-box shadow-md"><li class="list-row items-center"><span>${icon(s)}</span><span class="text-base-content">${s.aria}</span>${input({ ...s, label: "" }, "toggle", color(s, "toggle"))}</li></ul>`,
    "swap-rotate": (s) => swap(s, ...s.pick(PAIRS).map((svg) => drawn(svg, "size-8")), " swap-rotate"),
    "swap-heart": (s) => {
      const svg = s.pick(FILLED);
      return swap(s, drawn(svg, "size-7 fill-current text-error"), drawn(svg, "size-7"), s.pick(["", " swap-flip"]));
    },
    "button-check": (s) => buttons(s, "checkbox", `${size(s, "btn")}${s.pick(["", " rounded-full"])}`),
    "button-radio": (s) => `<div class="join flex-wrap">${buttons(s, "radio", " join-item")}</div>`,
    "chip-check": (s) => `<label class="badge badge-lg badge-outline cursor-pointer has-checked:badge-primary has-checked:bg-primary has-checked:text-primary-content"><input type="checkbox" class="sr-only"${state(s)}>${s.aria}</label>`,
  },

  others: {
    button: (s) => `<button type="button" class="${btn(s)}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-icon": (s) => `<button type="button" class="${btn(s)}">${icon(s)} ${s.text("word")}</button>`,
    "icon-button": (s) => `<button type="button" class="${btn(s)} ${s.pick(["btn-square", "btn-circle"])}" aria-label="${s.aria}">${icon(s)}</button>`,
    "icon-words": (s) => `<span class="inline-flex gap-2 items-center">${icon(s)} ${s.text("label")}</span>`,
    link: (s) => `<a class="link${maybe(s, "link")}" href="#${s.id}">${s.label}</a>`,
    input: (s) => `<input class="input${size(s, "input")}${s.chance(0.3) ? color(s, "input") : ""}" ${s.pick(["value", "placeholder"])}="${s.text("name")}" aria-label="${s.aria}"${s.disabled ? " disabled" : ""}>`,
    "input-icon": (s) => `<label class="input">${icon(s)}<input type="search" placeholder="${s.text("word")}"></label>`,
    textarea: (s) => `<textarea class="textarea" rows="2" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select class="select${size(s, "select")}" aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" class="range${maybe(s, "range")}${size(s, "range")}" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    badge: (s) => `<span class="badge${color(s, "badge")}${s.pick(["", " badge-outline", " badge-soft"])}">${s.text("short")}</span>`,
    "badge-icon": (s) => `<span class="badge${color(s, "badge")}">${icon(s, "size-[1em]")} ${s.text("word")}</span>`,
    alert: (s) => `<div role="alert" class="alert alert-${s.pick(["info", "success", "warning", "error"])}${s.pick(["", " alert-soft", " alert-outline"])}">${icon(s)}<span>${s.text("sentence")}</span></div>`,
    avatar: (s) => `<div class="flex gap-3 items-center"><div class="avatar"><div class="w-10 ${s.pick(["rounded", "rounded-full"])}"><img alt="" src="${s.image(40)}"></div></div><span>${s.text("name")}</span></div>`,
    card: (s) => `<div class="card card-sm bg-base-100 text-base-content shadow-sm"><figure><img alt="" src="${s.image(260, 90)}"></figure><div class="card-body"><h2 class="card-title">${s.text("word")}</h2><p>${s.text("sentence")}</p></div></div>`,
    stat: (s) => `<div class="stats bg-base-100 text-base-content shadow"><div class="stat"><div class="stat-title">${s.text("word")}</div><div class="stat-value text-2xl">${s.text("number")}</div></div></div>`,
    menu: (s) => `<ul class="menu bg-base-200 text-base-content rounded-box">${s.options(2, 3).map(({ label }) => `<li><a href="#${s.id}">${icon(s)} ${label}</a></li>`).join("")}</ul>`,
    tabs: (s) => `<div role="tablist" class="tabs ${s.pick(["", "tabs-border", "tabs-lift"])}">${s.options(2, 3, "word").map(({ label, value }) => `<a role="tab" class="tab${value === "1" ? " tab-active" : ""}">${label}</a>`).join("")}</div>`,
    breadcrumbs: (s) => `<div class="breadcrumbs text-sm"><ul>${s.options(2, 3).map(({ label }) => `<li><a href="#${s.id}">${icon(s)} ${label}</a></li>`).join("")}</ul></div>`,
    steps: (s) => `<ul class="steps">${s.options(2, 3, "word").map(({ label, value }) => `<li class="step${value < "3" ? " step-primary" : ""}">${label}</li>`).join("")}</ul>`,
    pagination: (s) => `<div class="join">${[1, 2, 3].map((page) => `<button type="button" class="join-item btn btn-sm">${page}</button>`).join("")}</div>`,
    progress: (s) => `<progress class="progress${maybe(s, "progress")}" value="${s.int(5, 100)}" max="100"></progress>`,
    radial: (s) => `<div class="radial-progress" style="--value: ${s.int(5, 100)}; --size: 3rem" role="progressbar">${s.int(5, 99)}%</div>`,
    spinner: (s) => `<span class="loading loading-${s.pick(["spinner", "ring", "dots", "bars"])}${size(s, "loading")}"></span>`,
    kbd: (s) => `<kbd class="kbd${size(s, "kbd")}">${s.pick(["ctrl", "⌘", "A", "shift", "esc"])}</kbd>`,
    table: (s) => `<table class="table table-sm table-zebra bg-base-100 text-base-content"><tr><td>${s.text("word")}</td><td>${s.text("price")}</td></tr><tr><td>${s.text("word")}</td><td>${s.text("date")}</td></tr></table>`,
    chat: (s) => `<div class="chat ${s.pick(["chat-start", "chat-end"])}"><div class="chat-bubble${maybe(s, "chat-bubble")}">${s.text("sentence")}</div></div>`,
    collapse: (s) => `<details class="collapse collapse-arrow bg-base-100 text-base-content border border-base-300"><summary class="collapse-title font-semibold">${s.text("phrase")}</summary><div class="collapse-content">${s.text("sentence")}</div></details>`,
    status: (s) => `<span class="inline-flex gap-2 items-center"><span class="status${color(s, "status")} status-lg"></span> ${s.text("word")}</span>`,
    skeleton: (s) => `<div class="skeleton" style="width: ${s.int(80, 180)}px; height: ${s.int(16, 40)}px"></div>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-indeterminate]")) box.indeterminate = true;
  },
};
