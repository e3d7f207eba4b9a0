// Desktop themes: their own pictures of checkboxes, radios and switches, fetched by fetch_desktop.py.

import "./desktop.css";
import pairs from "pictures:desktop";

const ICONS = [
  "M4 2h9l5 5v15H4z", "M2 6h8l2 3h10v11H2z", "M3 3h15l3 3v15H3zm4 0v6h8V3", "M6 9V3h12v6M3 9h18v8H3zm4 6h10v6H7z",
  "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm5 12 6 6", "M4 12h14m-6-6 6 6-6 6", "M20 12H6m6-6-6 6 6 6", "M8 3h8v3h5v2H3V6h5zM5 8h14l-1 13H6z",
];
const STYLES = ["bevel", "soft", "flat"];

const isDark = (color) => {
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
};
const icon = (s) => `<svg class="desk-icon" viewBox="0 0 24 24" fill="${s.chance(0.5) ? s.color() : "none"}" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="${s.pick(ICONS)}"/></svg>`;

/** What lies on a theme's window: plain, with an edge, or under a title bar. */
function desk(s, ground, content, { plain = false } = {}) {
  const [ink, paper] = isDark(ground) ? [s.pick(["#ffffff", "#eeeeec", "#d3dae3"]), "#000000"] : [s.pick(["#000000", "#2e3436", "#3d3d3d"]), "#ffffff"];
  const look = plain ? "plain" : s.pick(["plain", "plain", "edge", "title"]);
  const title = look === "title" ? `<div class="desk-title">${s.text("short")}</div>` : "";
  return `<div class="desk ${look === "plain" ? "" : "edge"}" style="--ground: ${ground}; --ink: ${ink}; --paper: ${paper}; --accent: ${s.color()}">${title}${content}</div>`;
}

/** A theme's control: how large, how scaled, and whether the input draws the picture or lies under it. */
function drawer(s, pair) {
  const [width, height] = pair.size;
  const scale = s.pick([1, 1, 1, 1.25, 1.5, 2, 2, 3]);
  const rendering = Number.isInteger(scale) && s.chance(0.5) ? "pixelated" : "auto";
  const states = ["off", "on", ...(pair.mixed && pair.kind === "checkbox" ? ["mixed"] : [])];
  const size = `--width: ${width * scale}px; --height: ${height * scale}px; --rendering: ${rendering}`;
  const native = s.chance(0.5);
  return (choice = s) => {
    const mixed = states.length === 3 && s.chance(0.1);
    const type = pair.kind === "radio" ? "radio" : "checkbox";
    const attributes = `type="${type}" id="${choice.id}" name="${s.name}"${pair.kind === "switch" ? ' role="switch"' : ""}${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${mixed ? " data-mixed" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}`;
    if (native) {
      const image = (state) => `--${state}: image-set(url('${pair[state]}') 1x${pair[`${state}2x`] ? `, url('${pair[`${state}2x`]}') 2x` : ""})`;
      return `<input class="desk-native" ${attributes} style="${size}; ${states.map(image).join("; ")}">`;
    }
    const image = (state) => `<img class="${state}" alt="" src="${pair[state]}"${pair[`${state}2x`] ? ` srcset="${pair[state]} 1x, ${pair[`${state}2x`]} 2x"` : ""}>`;
    return `<span class="desk-box" style="${size}"><input ${attributes}>${states.map(image).join("")}</span>`;
  };
}

function toggle(pair) {
  const render = (s) => {
    const draw = drawer(s, pair);
    const words = (choice) => (choice.label ? `<span>${choice.label}</span>` : "");
    const item = (choice = s) => `<label class="desk-item" style="--space: ${space}px">${draw(choice)}${words(choice)}</label>`;
    const space = s.int(3, 10);
    const apart = (choice = s) => `<label class="desk-item apart">${words(choice)}${draw(choice)}</label>`;
    const items = (make = item) => s.options().map(make).join("");
    const box = () => `<fieldset class="desk-group ${s.pick(["", "etched", "round"])}"><legend>${s.text("short")}</legend>${items()}</fieldset>`;
    const rows = () => `<div class="desk-rows">${items(s.chance(0.3) ? apart : item)}</div>`;
    const inline = () => `<div class="desk-inline">${items()}</div>`;
    const way = s.random.weighted(pair.kind === "radio" ? [["items", 40], ["box", 30], ["inline", 20], ["rows", 10]] : [["item", 50], ["apart", pair.kind === "switch" ? 50 : 12], ["box", 14], ["rows", 12], ["inline", 8], ["items", 4]]);
    return desk(s, pair.ground, { item, apart, items, box, rows, inline }[way](way === "item" || way === "apart" ? s : undefined));
  };
  return Object.assign(render, { about: { design: pair.key, control: pair.kind } });
}

/** Families of recoloured themes take turns with the others, so that few pages show many looks. */
function inTurn(rows) {
  const family = ({ package: name, theme }) => (name === "ttkthemes" ? theme.match(/^ttk-(scid|[a-z0-9]+)/)[1] : name);
  const seen = {};
  const ranked = rows.map((row) => [(seen[family(row)] = (seen[family(row)] ?? 0) + 1), row]);
  return ranked.sort(([a], [b]) => a - b).map(([, row]) => row);
}

const GROUNDS = [...new Set(pairs.map(({ ground }) => ground))];
// What such a thing stands on is no part of it.
const other = (draw) => (s) => desk(s, s.pick(GROUNDS), `<div class="desk-thing" data-specimen="other">${draw(s, s.pick(STYLES))}</div>`, { plain: true });
const choices = (s, make) => s.options(2, 4, "word").map(make).join("");

const named = (others) => Object.fromEntries(Object.entries(others).map(([design, render]) => [design, Object.assign(render, { about: { design } })]));

export default {
  name: "desktop",
  packages: [],
  pictures: "desktop",
  framework: "html",

  toggles: Object.fromEntries(inTurn(pairs).map((pair) => [pair.key, toggle(pair)])),

  others: named({
    "push-button": other((s, style) => `<button type="button" class="desk-raised ${style}"${s.disabled ? " disabled" : ""}>${s.label}</button>`),
    "group-box": other((s) => `<fieldset class="desk-group ${s.pick(["", "etched", "round"])}"><legend>${s.text("short")}</legend>${s.text("sentence")}</fieldset>`),
    "menu-bar": other((s) => `<div class="desk-bar">${choices(s, ({ label }) => `<span>${label}</span>`)}</div>`),
    "tool-icon": other((s, style) => `<button type="button" class="desk-tool ${s.pick(["", style])}" aria-label="${s.aria}">${icon(s)}</button>`),
    toolbar: other((s, style) => `<div class="desk-bar tight">${choices(s, () => `<button type="button" class="desk-tool ${s.chance(0.2) ? style : ""}" aria-label="${s.text("word")}">${icon(s)}</button>`)}</div>`),
    "spin-box": other((s, style) => `<span class="desk-spin"><span class="desk-sunken">${s.text("number")}</span><span><button type="button" tabindex="-1" aria-label="+" class="desk-raised ${style}">▲</button><button type="button" tabindex="-1" aria-label="-" class="desk-raised ${style}">▼</button></span></span>`),
    "progress-bar": other((s) => `<div class="desk-progress desk-sunken"><div class="${s.pick(["", "chunks"])}" style="width: ${s.int(8, 100)}%"></div></div>`),
    tabs: other((s) => `<div class="desk-bar tight" style="align-items: end">${choices(s, (choice) => `<span class="desk-tab${choice.value === "1" ? " front" : ""}">${choice.label}</span>`)}</div>`),
    "list-rows": other((s) => `<div class="desk-sunken">${choices(s, (choice) => `<div class="desk-row${choice.value === "2" ? " front" : ""}">${icon(s)}<span>${choice.label}</span></div>`)}</div>`),
    "status-bar": other((s) => `<div class="desk-bar">${[s.text("phrase"), s.text("number"), s.text("time")].map((words) => `<span${s.chance(0.5) ? ' class="desk-sunken" style="padding: 1px 6px"' : ""}>${words}</span>`).join("")}</div>`),
    tree: other((s) => {
      const expander = s.pick([["boxed", "+", "−"], ["", "▸", "▾"], ["", "▶", "▼"]]);
      return `<div class="desk-sunken">${choices(s, (choice, i) => `<div class="desk-row" style="padding-inline-start: ${8 + 18 * (i > 0 && s.chance(0.5))}px"><span class="desk-expander ${expander[0]}">${expander[s.int(1, 2)]}</span>${icon(s)}<span>${choice.label}</span></div>`)}</div>`;
    }),
    slider: other((s, style) => `<div class="desk-slider"><i class="desk-sunken"></i><b class="desk-raised ${style} ${s.pick(["", "round"])}" style="inset-inline-start: ${s.int(0, 85)}%"></b></div>`),
    "scroll-bar": other((s, style) => `<div class="desk-scroll"><button type="button" tabindex="-1" aria-label="←" class="desk-raised ${style}">◀</button><div><div class="desk-raised ${style}" style="width: ${s.int(15, 60)}%; margin-inline-start: ${s.int(0, 40)}%"></div></div><button type="button" tabindex="-1" aria-label="→" class="desk-raised ${style}">▶</button></div>`),
    "combo-box": other((s, style) => `<span class="desk-spin"><span class="desk-sunken">${s.text("word")}</span><button type="button" class="desk-raised ${style}" aria-label="${s.aria}" style="font-size: 9px">▼</button></span>`),
    entry: other((s) => `<label for="${s.id}">${s.label}</label> <input id="${s.id}" class="desk-sunken" style="max-width: 100%; color: inherit" aria-label="${s.aria}" value="${s.text("name")}">`),
  }),

  ready(root) {
    for (const input of root.querySelectorAll("[data-mixed]")) input.indeterminate = true;
  },
};
