// pretty-checkbox 3: its shapes, variants, switches, icons, pictures and toggled icons. It has no other components.

import "@mdi/font/css/materialdesignicons.css";
import "pretty-checkbox/dist/pretty-checkbox.css";
import "./pretty-checkbox.css";

const COLORS = ["primary", "success", "warning", "info", "danger"];
const MARKS = ["check", "check-bold", "check-all", "close", "heart", "star", "plus", "flash"];
const ICONS = ["cog", "bell", "delete", "pencil", "home", "cart", "account", "magnify", "download", "share-variant", "email", "lock", "map-marker", "calendar"];
// Off and on, told apart by their shape as well as by the colour.
const PAIRS = [
  ["heart-outline", "heart"], ["star-outline", "star"], ["bookmark-outline", "bookmark"], ["bell-off", "bell-ring"], ["wifi-off", "wifi"],
  ["microphone-off", "microphone"], ["eye-off", "eye"], ["thumb-up-outline", "thumb-up"], ["volume-off", "volume-high"],
  ["checkbox-blank-outline", "checkbox-marked"], ["toggle-switch-off", "toggle-switch"], ["lightbulb-outline", "lightbulb-on"],
];
const TICK = '<svg class="svg svg-icon" viewBox="0 0 20 20"><path d="M7.6 15.1 2.4 9.9l1.5-1.5 3.7 3.8 8.4-8.5 1.5 1.5z" style="stroke: COLOR; fill: COLOR"></path></svg>';
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" fill="#20a060"/><path d="m6 12 4 4 8-8" fill="none" stroke="#fff" stroke-width="3"/></svg>')}`;

const icon = (s) => `<i class="mdi mdi-${s.pick(ICONS)}" aria-hidden="true"></i>`;
// No <i>: the harvester would take one called heart or check for a control beside the box.
const glyph = (name) => `<b class="icon mdi mdi-${name}"></b>`;
const color = (s) => s.pick(["", ...COLORS.map((name) => `p-${name}`)]);
const outline = (s) => `p-${s.pick(COLORS)}-o`;
const shape = (s) => s.pick(["", "p-curve", "p-round"]);
const motion = (s) => s.pick(["", "", "p-smooth", "p-jelly", "p-tada", "p-rotate", "p-pulse"]);

const input = (s, type, choice) =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;

/** `states` are [classes, what is drawn in the box]: one, or off and on for p-toggle. */
const pretty = (s, classes, states = [["", ""]], type = "checkbox", choice = s) => {
  const caption = `<label for="${choice.id}">${choice.label}</label>`;
  return `<div class="pretty ${classes}${choice.label ? "" : " on-its-own"}">${input(s, type, choice)}${states.map(([state, mark]) => `<div class="state ${state}">${mark}${caption}</div>`).join("")}</div>`;
};
const sized = (s, content) => `<span style="font-size: ${s.pick([1, 1, 1.2, 1.4, 1.7])}em">${content}</span>`;
const group = (s, type, classes, states) => s.options().map((choice) => `<p>${pretty(s, classes, states, type, choice)}</p>`).join("");

export default {
  name: "pretty-checkbox",
  packages: ["pretty-checkbox", "@mdi/font"],
  framework: "html",
  rtl: false,

  toggles: {
    checkbox: (s) => sized(s, pretty(s, `p-default ${shape(s)} ${motion(s)}`, [[color(s), ""]])),
    "checkbox-fill": (s) => sized(s, pretty(s, `p-default p-fill ${shape(s)} ${motion(s)}`, [[color(s), ""]])),
    "checkbox-thick": (s) => sized(s, pretty(s, `p-default p-thick ${shape(s)} ${motion(s)}`, [[s.pick([color(s), outline(s)]), ""]])),
    "checkbox-outline": (s) => sized(s, pretty(s, `p-default ${shape(s)}`, [[outline(s), ""]])),
    switch: (s) => sized(s, pretty(s, `p-switch ${motion(s)}`, [[color(s), ""]])),
    "switch-fill": (s) => sized(s, pretty(s, "p-switch p-fill", [[color(s), ""]])),
    "switch-slim": (s) => sized(s, pretty(s, "p-switch p-slim", [[color(s), ""]])),
    icon: (s) => sized(s, pretty(s, `p-icon ${shape(s)} ${motion(s)}`, [[s.pick([color(s), outline(s)]), glyph(s.pick(MARKS))]])),
    svg: (s) => {
      const fill = s.chance(0.6);
      return sized(s, pretty(s, `p-svg ${shape(s)} ${motion(s)}`, [[fill ? `p-${s.pick(COLORS)}` : "", TICK.replaceAll("COLOR", fill ? "white" : "currentColor")]]));
    },
    image: (s) => sized(s, pretty(s, `p-image ${s.pick(["", "p-round"])}`, [["", `<img class="image" alt="" src="${PICTURE}">`]])),
    "icon-toggle": (s) => {
      const [off, on] = s.pick(PAIRS);
      return sized(s, pretty(s, "p-icon p-toggle p-plain", [["p-off", glyph(off)], [`p-on ${outline(s)}`, glyph(on)]]));
    },
    "icon-toggle-box": (s) => sized(s, pretty(s, `p-icon p-toggle ${shape(s)}`, [["p-off", ""], [`p-on p-${s.pick(COLORS)}`, glyph(s.pick(MARKS))]])),
    indeterminate: (s) => sized(s, pretty(s, `p-icon ${shape(s)} p-has-indeterminate`, [[color(s), glyph("check")], ["p-is-indeterminate", glyph("minus")]])),
    radio: (s) => group(s, "radio", `p-default p-round ${s.pick(["", "p-fill", "p-thick"])}`, [[color(s), ""]]),
    "radio-icon": (s) => group(s, "radio", `p-icon ${shape(s)}`, [[color(s), glyph(s.pick(["check", "check-bold", "circle-medium", "star"]))]]),
    "radio-switch": (s) => group(s, "radio", `p-switch ${s.pick(["", "p-fill", "p-slim"])}`, [[color(s), ""]]),
    "radio-curve": (s) => group(s, "radio", `p-default ${shape(s)}`, [[outline(s), ""]]),
    "checkbox-group": (s) => group(s, "checkbox", `p-default ${shape(s)} ${s.pick(["", "p-fill", "p-thick"])}`, [[color(s), ""]]),
    "icon-group": (s) => group(s, "checkbox", `p-icon ${shape(s)}`, [[color(s), glyph(s.pick(MARKS))]]),
    "checkbox-bare": (s) => sized(s, pretty({ ...s, label: "" }, `p-default ${shape(s)} ${s.pick(["", "p-fill", "p-thick"])}`, [[color(s), ""]])),
    "switch-bare": (s) => sized(s, pretty({ ...s, label: "" }, `p-switch ${s.pick(["", "p-fill", "p-slim"])}`, [[color(s), ""]])),
    "checkbox-bigger": (s) => pretty(s, `p-default p-bigger ${shape(s)}`, [[color(s), ""]]),
    "icon-bigger": (s) => pretty(s, `p-icon p-bigger ${shape(s)}`, [[color(s), glyph(s.pick(MARKS))]]),
    "switch-row": (s) => `<div class="pretty-row apart"><label for="${s.id}">${icon(s)} ${s.aria}</label>${pretty({ ...s, label: "" }, s.pick(["p-switch p-fill", "p-switch", "p-switch p-slim"]), [[color(s), ""]])}</div>`,
    "checkbox-card": (s) => `<div class="pretty-card">${pretty(s, `p-default p-fill ${shape(s)}`, [[color(s), ""]])}<br><small>${s.text("sentence")}</small></div>`,
  },

  others: {
    button: (s) => `<button type="button"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button type="button">${icon(s)} ${s.label}</button>`,
    "icon-button": (s) => `<button type="button" aria-label="${s.aria}">${icon(s)}</button>`,
    "icon-text": (s) => `<span>${icon(s)} ${s.label}</span>`,
    "icon-text-row": (s) => `<div class="pretty-row"><span style="font-size: 1.6em; color: ${s.color()}">${icon(s)}</span> ${s.text("phrase")}</div>`,
    "icon-link": (s) => `<a href="#${s.id}" style="color: inherit">${icon(s)} ${s.label}</a>`,
    link: (s) => `<a href="#${s.id}" style="color: inherit">${s.label}</a>`,
    input: (s) => `<label for="${s.id}">${s.label}</label><br><input id="${s.id}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`,
    number: (s) => `<input type="number" value="${s.int(0, 99)}" aria-label="${s.aria}">`,
    date: (s) => `<input type="date" value="2024-0${s.int(1, 9)}-1${s.int(0, 9)}" aria-label="${s.aria}">`,
    search: (s) => `<input type="search" placeholder="${s.text("word")}" aria-label="${s.aria}">`,
    textarea: (s) => `<textarea rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
    select: (s) => `<select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" value="${s.int(0, 100)}" aria-label="${s.aria}" style="accent-color: ${s.color()}">`,
    progress: (s) => `<progress value="${s.int(5, 100)}" max="100"></progress>`,
    meter: (s) => `<meter value="${s.int(5, 100)}" max="100" low="30" high="70" optimum="90"></meter>`,
    details: (s) => `<details><summary>${s.text("phrase")}</summary>${s.text("sentence")}</details>`,
    list: (s) => `<ul style="list-style: none; margin: 0; padding: 0">${s.options().map(({ label }) => `<li>${icon(s)} ${label}</li>`).join("")}</ul>`,
    badge: (s) => `<span class="pretty-badge" style="background: hsl(${s.int(0, 359)} 55% 40%)">${s.text("short")}</span>`,
    name: (s) => `<div class="pretty-row"><img alt="" width="36" height="36" style="border-radius: 50%" src="${s.image(36)}"> ${s.text("name")}</div>`,
    card: (s) => `<div class="pretty-card">${icon(s)} <b>${s.text("phrase")}</b><br>${s.text("sentence")}</div>`,
    table: (s) => `<table><tr><th>${s.text("word")}</th><td>${s.text("number")}</td></tr><tr><th>${s.text("word")}</th><td>${s.text("price")}</td></tr></table>`,
  },

  ready(root) {
    for (const host of root.querySelectorAll('[data-kind="indeterminate"]')) {
      // Every second one begins half checked; a click ends that.
      if (Number(host.querySelector("input").id.slice(1)) % 2) host.querySelector("input").indeterminate = true;
    }
  },
};
