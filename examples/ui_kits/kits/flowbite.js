// Flowbite over Tailwind: the checkboxes, radios, toggles and selectable lists of its manual, of versions 2 to 4, and its other components.

import { Bell, Bookmark, Calendar, ChevronDown, Heart, House, Mail, MapPin, Search, Settings, ShoppingCart, Star, Trash2, User } from "lucide-static";
import "./flowbite.css";

// Its manual's classes, with one colour each: Tailwind must see them whole.
const HUES = ["blue", "red", "green", "purple", "teal", "yellow", "orange"];
const BOX = "w-4 h-4 bg-gray-100 border-gray-300 focus:ring-2 dark:ring-offset-gray-800 dark:bg-gray-700 dark:border-gray-600";
const SQUARE = `${BOX} rounded-sm`;
const DOT = `${BOX} rounded-full`;
const BRAND_BOX = "w-4 h-4 border border-default-medium rounded-xs bg-neutral-secondary-medium focus:ring-2 focus:ring-brand-soft";
const BRAND_RADIO = "w-4 h-4 text-neutral-primary border-default-medium bg-neutral-secondary-medium rounded-full checked:border-brand focus:ring-2 focus:outline-none focus:ring-brand-subtle border appearance-none";
const THUMB = "after:content-[''] after:absolute after:bg-white after:rounded-full after:transition-all peer-checked:after:translate-x-full rtl:peer-checked:after:-translate-x-full";
const TRACKS = ["w-9 h-5 after:top-[2px] after:start-[2px] after:h-4 after:w-4", "w-11 h-6 after:top-[2px] after:start-[2px] after:h-5 after:w-5", "w-14 h-7 after:top-0.5 after:start-[4px] after:h-6 after:w-6"];
const WORDS = "text-sm font-medium text-gray-900 dark:text-gray-300";
const PANEL = "bg-white border border-gray-200 dark:bg-gray-800 dark:border-gray-700";
const ICONS = [Bell, Calendar, House, Mail, MapPin, Search, Settings, ShoppingCart, Trash2, User];
const BUTTONS = [
  "text-white bg-brand border border-transparent hover:bg-brand-strong",
  "text-white bg-blue-700 hover:bg-blue-800",
  "text-gray-900 bg-white border border-gray-200 dark:bg-gray-800 dark:text-gray-400 dark:border-gray-600",
  "text-white bg-gray-800 dark:bg-gray-700",
  "text-white bg-green-700",
  "text-white bg-red-700",
  "text-green-700 border border-green-700 dark:border-green-500 dark:text-green-500",
  "text-white bg-gradient-to-br from-purple-600 to-blue-500",
];

const drawn = (svg, classes = "w-5 h-5") => svg.replace(/class="[^"]*"/, `class="${classes}" aria-hidden="true"`).replace(/<!--.*?-->/s, "");
const icon = (s, classes) => drawn(s.pick(ICONS), classes);
const state = (s, choice = s) => `name="${s.name}" id="${choice.id}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}`;
const hue = (s) => s.pick(HUES);
const text = (name) => `text-${name}-600 focus:ring-${name}-500`;
const box = (s, classes, choice = s, type = "checkbox") => `<input type="${type}" class="${classes}" ${state(s, choice)}${s.indeterminate && type === "checkbox" ? " data-indeterminate" : ""}>`;
const beside = (s, control, choice = s, words = WORDS) => `<div class="flex items-center${s.pick(["", "", " flex-row-reverse justify-end"])}">${control}${choice.label && `<label for="${choice.id}" class="mx-2 ${s.disabled ? "text-gray-400 dark:text-gray-500 text-sm font-medium" : words}">${choice.label}</label>`}</div>`;
const radios = (s, classes, row = "flex flex-col gap-3") => `<div class="${row}">${s.options().map((choice) => beside({ ...s, pick: () => "" }, box(s, classes, choice, "radio"), choice)).join("")}</div>`;
const toggle = (s, track, on) => `<label class="inline-flex items-center max-w-full${s.pick([" ", " ", " flex-row-reverse "])}${s.disabled ? "opacity-60" : "cursor-pointer"}"><input type="checkbox" class="sr-only peer" ${state(s)}><div class="relative shrink-0 rounded-full bg-gray-200 dark:bg-gray-700 ${THUMB} ${track} ${on}"></div>${s.label && `<span class="mx-3 ${WORDS}">${s.label}</span>`}</label>`;
const on = (name) => `peer-checked:bg-${name}-600`;
const list = (s, type, row) => `<ul class="text-sm font-medium rounded-lg ${PANEL} text-gray-900 dark:text-white ${row ? "flex flex-wrap" : ""}">${s.options(2, 3).map((choice) => `<li class="flex items-center px-3 ${row ? "" : "border-b last:border-b-0 border-gray-200 dark:border-gray-600"}">${box(s, `${type === "radio" ? DOT : SQUARE} ${text("blue")}`, choice, type)}<label for="${choice.id}" class="w-full py-3 ms-2">${choice.label}</label></li>`).join("")}</ul>`;
const cards = (s, type, content) => `<ul class="grid gap-4 max-w-xs">${s.options(1, 3).map((choice) => `<li><input type="${type}" class="hidden peer" ${state(s, choice)}><label for="${choice.id}" class="inline-flex items-center justify-between w-full p-4 text-gray-500 border-2 rounded-lg cursor-pointer bg-white border-gray-200 dark:bg-gray-800 dark:text-gray-400 dark:border-gray-700 peer-checked:border-blue-600 peer-checked:bg-blue-50 peer-checked:text-blue-700 dark:peer-checked:bg-blue-950 dark:peer-checked:border-blue-500 dark:peer-checked:text-blue-300">${content(s, choice)}</label></li>`).join("")}</ul>`;
const button = (s) => `font-medium rounded-lg ${s.pick(["text-xs px-3 py-2", "text-sm px-5 py-2.5", "text-base px-6 py-3"])} ${s.pick(["", "", "rounded-full"])} ${s.pick(BUTTONS)}`;
const panel = (s, content) => `<div class="p-4 rounded-lg shadow-sm ${PANEL} text-gray-700 dark:text-gray-300">${content}</div>`;

export default {
  name: "flowbite",
  packages: ["flowbite", "tailwindcss", "lucide-static"],
  framework: "html",

  setup(env) {
    // Half of the pages keep Flowbite's own blue.
    if (!env.random.chance(0.5)) return;
    for (const name of ["--color-brand", "--color-fg-brand"]) document.documentElement.style.setProperty(name, env.accent);
  },

  toggles: {
    checkbox: (s) => beside(s, box(s, BRAND_BOX)),
    "checkbox-hue": (s) => beside(s, box(s, `${SQUARE} ${text(hue(s))}`)),
    "checkbox-large": (s) => beside(s, box(s, `${SQUARE} ${text("blue")} ${s.pick(["w-5! h-5!", "w-6! h-6!", "w-8! h-8!"])}`)),
    "checkbox-helper": (s) => `<div class="flex">${box({ ...s, label: s.aria }, `${SQUARE} ${text("blue")} mt-1`)}<div class="ms-2 text-sm"><label for="${s.id}" class="${WORDS}">${s.aria}</label><p class="text-xs text-gray-500 dark:text-gray-300">${s.text("sentence")}</p></div></div>`,
    "checkbox-bordered": (s) => `<div class="flex items-center ps-4 rounded-sm border border-gray-200 dark:border-gray-700">${box({ ...s, label: s.aria }, `${SQUARE} ${text("blue")}`)}<label for="${s.id}" class="w-full py-4 ms-2 ${WORDS}">${s.aria}</label></div>`,
    "checkbox-list": (s) => list(s, "checkbox", false),
    "checkbox-list-row": (s) => list(s, "checkbox", true),
    "checkbox-card": (s) => cards(s, "checkbox", (s, { label }) => `<span class="block"><b class="block">${label}</b><span class="text-sm">${s.text("phrase")}</span></span>`),
    radio: (s) => radios(s, BRAND_RADIO),
    "radio-hue": (s) => radios(s, `${DOT} ${text(hue(s))}`),
    "radio-row": (s) => radios(s, BRAND_RADIO, "flex flex-wrap gap-x-5 gap-y-2"),
    "radio-bordered": (s) => `<div class="grid gap-3">${s.options(2, 3).map((choice) => `<div class="flex items-center ps-4 border border-gray-200 rounded-sm dark:border-gray-700">${box(s, `${DOT} ${text("blue")}`, choice, "radio")}<label for="${choice.id}" class="w-full py-3 ms-2 ${WORDS}">${choice.label}</label></div>`).join("")}</div>`,
    "radio-list": (s) => list(s, "radio", false),
    "radio-card": (s) => cards(s, "radio", (s, { label }) => `<span class="block"><b class="block text-lg">${label}</b><span>${s.text("price")}</span></span>`),
    toggle: (s) => toggle(s, TRACKS[0], "peer-checked:bg-brand"),
    "toggle-hue": (s) => toggle(s, TRACKS[1], on(hue(s))),
    "toggle-sizes": (s) => toggle(s, s.pick(TRACKS), "peer-checked:bg-blue-600 dark:peer-checked:bg-blue-600"),
    "toggle-row": (s) => panel(s, `<div class="flex justify-between items-center gap-4"><span class="text-sm">${s.aria}</span>${toggle({ ...s, label: "", pick: () => " " }, TRACKS[1], on("blue"))}</div>`),
    "icon-pressed": (s) => `<button type="button" aria-pressed="${s.checked}" aria-label="${s.aria}"${s.disabled ? " disabled" : ""} class="group p-2 rounded-lg text-gray-500 dark:text-gray-400 aria-pressed:text-red-600 dark:aria-pressed:text-red-500">${drawn(s.pick([Heart, Star, Bookmark]), "w-7 h-7 group-aria-pressed:fill-current")}</button>`,
    "chip-pressed": (s) => `<button type="button" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""} class="px-3 py-1 rounded-full text-sm font-medium border border-gray-300 text-gray-700 bg-white dark:bg-gray-800 dark:border-gray-600 dark:text-gray-300 aria-pressed:bg-blue-700 aria-pressed:border-blue-700 aria-pressed:text-white dark:aria-pressed:bg-blue-600 dark:aria-pressed:text-white">${s.aria}</button>`,
  },

  others: {
    button: (s) => `<button type="button" class="${button(s)}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-icon": (s) => `<button type="button" class="inline-flex gap-2 items-center ${button(s)}">${icon(s, "w-4 h-4")} ${s.text("word")}</button>`,
    "icon-button": (s) => `<button type="button" class="${button(s)} p-2.5!" aria-label="${s.aria}">${icon(s)}</button>`,
    "button-group": (s) => `<div class="inline-flex flex-wrap rounded-md shadow-xs">${s.options(2, 3, "word").map(({ label }) => `<button type="button" class="inline-flex gap-2 items-center px-4 py-2 text-sm font-medium text-gray-900 bg-white border border-gray-200 dark:bg-gray-800 dark:border-gray-700 dark:text-white">${icon(s, "w-4 h-4")}${label}</button>`).join("")}</div>`,
    "icon-words": (s) => `<span class="inline-flex gap-2 items-center">${icon(s)} ${s.text("label")}</span>`,
    link: (s) => `<a href="#${s.id}" class="font-medium text-fg-brand underline">${s.label}</a>`,
    input: (s) => `<label for="${s.id}" class="block mb-2 ${WORDS}">${s.text("word")}</label><input id="${s.id}" type="text" class="bg-gray-50 border border-gray-300 text-gray-900 text-sm rounded-lg block w-full p-2.5 dark:bg-gray-700 dark:border-gray-600 dark:text-white" value="${s.text("name")}"${s.disabled ? " disabled" : ""}>`,
    search: (s) => `<div class="relative"><div class="absolute inset-y-0 start-0 flex items-center ps-3 text-gray-500">${drawn(Search, "w-4 h-4")}</div><input type="search" class="block w-full p-3 ps-10 text-sm border border-gray-300 rounded-lg bg-gray-50 dark:bg-gray-700 dark:border-gray-600 dark:text-white" placeholder="${s.text("word")}" aria-label="${s.aria}"></div>`,
    select: (s) => `<select class="bg-gray-50 border border-gray-300 text-gray-900 text-sm rounded-lg block w-full p-2.5 dark:bg-gray-700 dark:border-gray-600 dark:text-white" aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    textarea: (s) => `<textarea rows="2" class="block p-2.5 w-full text-sm text-gray-900 bg-gray-50 rounded-lg border border-gray-300 dark:bg-gray-700 dark:border-gray-600 dark:text-white" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    range: (s) => `<input type="range" class="w-full h-2 bg-gray-200 rounded-lg appearance-none dark:bg-gray-700" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    badge: (s) => `<span class="text-xs font-medium px-2.5 py-0.5 rounded-sm ${s.pick(["bg-blue-100 text-blue-800 dark:bg-blue-900 dark:text-blue-300", "bg-green-100 text-green-800 dark:bg-green-900 dark:text-green-300", "bg-red-100 text-red-800 dark:bg-red-900 dark:text-red-300", "bg-gray-100 text-gray-800 dark:bg-gray-700 dark:text-gray-300"])}">${s.text("short")}</span>`,
    "badge-icon": (s) => `<span class="inline-flex gap-1 items-center text-xs font-medium px-2.5 py-0.5 rounded-full bg-gray-100 text-gray-800 dark:bg-gray-700 dark:text-gray-300">${icon(s, "w-3 h-3")}${s.text("word")}</span>`,
    alert: (s) => `<div role="alert" class="flex items-center p-4 text-sm rounded-lg ${s.pick(["text-blue-800 bg-blue-50 dark:bg-gray-800 dark:text-blue-400", "text-red-800 bg-red-50 dark:bg-gray-800 dark:text-red-400", "text-green-800 border border-green-300 bg-green-50 dark:bg-gray-800 dark:text-green-400"])}">${icon(s, "shrink-0 w-4 h-4 me-3")}<span>${s.text("sentence")}</span></div>`,
    avatar: (s) => `<div class="flex items-center gap-4"><img class="w-10 h-10 ${s.pick(["rounded-full", "rounded-sm"])}" alt="" src="${s.image(40)}"><div class="font-medium"><div>${s.text("name")}</div><div class="text-sm text-gray-500 dark:text-gray-400">${s.text("email")}</div></div></div>`,
    card: (s) => panel(s, `<h5 class="mb-2 text-xl font-bold text-gray-900 dark:text-white">${s.text("phrase")}</h5><p>${s.text("sentence")}</p>`),
    "list-group": (s) => `<div class="text-sm font-medium rounded-lg ${PANEL} text-gray-900 dark:text-white">${s.options(2, 3).map(({ label }) => `<a href="#${s.id}" class="flex gap-2 items-center w-full px-4 py-2 border-b last:border-b-0 border-gray-200 dark:border-gray-600">${icon(s, "w-4 h-4")}${label}</a>`).join("")}</div>`,
    dropdown: (s) => `<button type="button" class="inline-flex gap-2 items-center ${button(s)}">${s.text("word")} ${drawn(ChevronDown, "w-4 h-4")}</button>`,
    tabs: (s) => `<ul class="flex flex-wrap text-sm font-medium text-center text-gray-500 border-b border-gray-200 dark:border-gray-700 dark:text-gray-400">${s.options(2, 3, "word").map(({ label, value }) => `<li><a href="#${s.id}" class="inline-flex gap-2 items-center p-3 ${value === "1" ? "text-blue-600 border-b-2 border-blue-600 dark:text-blue-500" : ""}">${icon(s, "w-4 h-4")}${label}</a></li>`).join("")}</ul>`,
    breadcrumb: (s) => `<nav class="flex flex-wrap gap-2 items-center text-sm font-medium">${drawn(House, "w-3 h-3")}${s.options(2, 3).map(({ label }) => `<a href="#${s.id}">${label}</a>`).join("<span>›</span>")}</nav>`,
    pagination: (s) => `<ul class="inline-flex -space-x-px text-sm">${["‹", 1, 2, 3, "›"].map((page) => `<li><a href="#${s.id}" class="flex items-center justify-center px-3 h-8 text-gray-500 bg-white border border-gray-300 dark:bg-gray-800 dark:border-gray-700 dark:text-gray-400">${page}</a></li>`).join("")}</ul>`,
    progress: (s) => `<div class="w-full bg-gray-200 rounded-full h-2.5 dark:bg-gray-700"><div class="bg-blue-600 h-2.5 rounded-full" style="width: ${s.int(5, 100)}%"></div></div>`,
    table: (s) => `<table class="w-full text-sm text-left rtl:text-right text-gray-500 dark:text-gray-400"><tr class="bg-white border-b dark:bg-gray-800 dark:border-gray-700"><th class="px-4 py-3 text-gray-900 dark:text-white">${s.text("name")}</th><td class="px-4 py-3">${s.text("price")}</td></tr></table>`,
    timeline: (s) => `<ol class="relative border-s border-gray-200 dark:border-gray-700"><li class="ms-4"><div class="absolute w-3 h-3 bg-gray-200 rounded-full mt-1.5 -start-1.5 dark:bg-gray-700"></div><time class="text-sm text-gray-400">${s.text("date")}</time><h3 class="text-lg font-semibold">${s.text("phrase")}</h3></li></ol>`,
    accordion: (s) => `<button type="button" class="flex items-center justify-between w-full p-4 font-medium border border-gray-200 rounded-xl dark:border-gray-700"><span>${s.text("phrase")}</span>${drawn(ChevronDown, "w-4 h-4 shrink-0")}</button>`,
    toast: (s) => `<div class="flex items-center w-full max-w-xs p-4 rounded-lg shadow-sm text-gray-500 bg-white dark:text-gray-400 dark:bg-gray-800" role="alert"><div class="inline-flex items-center justify-center shrink-0 w-8 h-8 text-green-500 bg-green-100 rounded-lg dark:bg-green-800 dark:text-green-200">${icon(s)}</div><div class="ms-3 text-sm">${s.text("sentence")}</div></div>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-indeterminate]")) box.indeterminate = true;
    for (const button of root.querySelectorAll("[aria-pressed]")) {
      button.addEventListener("click", () => button.setAttribute("aria-pressed", button.ariaPressed !== "true"));
    }
  },
};
