// Controls drawn with the pairs of icons that sets have for their states, and the sets' other icons with words.

import STATES from "icons:states";
import { iconify } from "./_content/iconify.js";
import { beside, button, color, muted, panel, piece, row, span, tile, times, tint, tone, wrap } from "./_content/parts.js";
import { toggleWords } from "./_content/toggle-words.js";
import { box, middle, mix, palette, words } from "./_handmade/draw.js";
import { control, group, listen, pressed } from "./_handmade/frame.js";

const sizes = (s) => s.random.weighted([[s.int(15, 20), 35], [s.int(21, 28), 40], [s.int(29, 40), 18], [s.int(41, 60), 7]]);

// ON in its colour or both in one, as the glyphs themselves tell.
function glyphs(s, env, pairs, size) {
  const p = palette(s, env);
  const [off, on] = s.pick(pairs);
  const [rest, lit] = s.random.weighted([
    [[p.edge, p.on], 40],
    [[p.ink, p.on], 20],
    [["currentcolor", "currentcolor"], 25],
    [["currentcolor", p.on], 10],
    [[p.faint, p.ink], 5],
  ]);
  return (is) => iconify(is ? on : off, size, is ? lit : rest);
}

const alone = (kind) => (pairs) => (s, env) => control(s, env, glyphs(s, env, pairs, Math.round(sizes(s) * (kind === "switch" ? 1.4 : 1))), { kind });
const radios = (pairs) => (s, env) => {
  const draw = glyphs(s, env, pairs, sizes(s));
  return group(s, (one, name) => control(one, env, draw, { kind: "radio", name, plain: true }), { style: s.chance(0.5) ? { flexDirection: "column", alignItems: "flex-start" } : {} });
};

/** Icons that are filled where on: what their buttons say, and their colours. */
const FILLED = {
  heart: [["like", "like", "favorite", "save"], ["#e0245e", "#ef4444", "#ff2d55", "#ec4899"]],
  star: [["favorite", "favorite", "follow", "save"], ["#f5b301", "#fbbf24", "#f59e0b", "#3b82f6"]],
  bookmark: [["save", "save", "favorite", "follow"], ["#2563eb", "#0d9488", "#7c3aed", "#f59e0b"]],
  thumb: [["like"], ["#1877f2", "#3b82f6", "#22c55e"]],
  flag: [["flag", "flag", "follow"], ["#ef4444", "#f97316", "#dc2626"]],
  pin: [["pin"], ["#ef4444", "#7c3aed", "#0ea5e9", "#16a34a"]],
};

/** How a button with words lies: each returns the styles of OFF and ON. */
const LOOKS = [
  (p) => [{ color: p.ink }, { color: p.own }],
  (p) => [{ color: p.faint }, { color: p.ink, "--icon": p.own }],
  (p) => [{ color: p.ink, border: `1px solid ${p.edge}` }, { color: p.own, border: `1px solid ${p.own}`, background: mix(p.own, "transparent", 14) }],
  (p) => [{ color: p.ink, border: `1px solid ${p.off}` }, { color: p.ink, border: `1px solid ${p.off}`, "--icon": p.own }],
  (p) => [{ color: p.ink, background: p.panel }, { color: p.own, background: mix(p.own, "transparent", 20) }],
  (p) => [{ color: p.ink, background: p.panel }, { color: "#fff", background: p.own }],
  (p) => [{ color: p.own, border: `1.5px solid ${p.own}` }, { color: "#fff", border: `1.5px solid ${p.own}`, background: p.own }],
];

// The word of what it does, mostly with a count, in the button: a heart with a count alone may as well be no toggle.
function worded(s, env, [off, on], size, p, [quiet, lit], word) {
  const [before, after] = toggleWords(env.lang, word);
  const count = s.random.weighted([["", 15], [`${s.int(0, 40)}`, 30], [`${s.int(41, 999)}`, 30], [s.text("number"), 25]]);
  const [text, gap, column] = [s.int(11, 18), s.int(4, 10), s.chance(0.15)];
  const lay = { display: "inline-flex", flexDirection: column ? "column" : "row", alignItems: "center", gap, padding: `${s.int(3, 9)}px ${s.int(6, 16)}px`, borderRadius: s.pick([0, 4, 8, 999]), fontSize: text, fontWeight: s.pick([400, 500, 600]) };
  return pressed(s, env, (is) => {
    const said = words(is ? after : before, { lineHeight: 1.3 }) + (count && words(count, { lineHeight: 1.3, opacity: 0.75 }));
    return box({ ...lay, ...(is ? lit : quiet) }, iconify(is ? on : off, size, is ? lit["--icon"] : undefined) + said);
  });
}

// The icon alone: only the ground that ON stands on tells that it is a toggle.
function grounded(s, env, [off, on], size, p, key) {
  const side = Math.round(size * s.pick([1.5, 1.7, 2]));
  const frame = { width: side, height: side, borderRadius: s.pick(["50%", "50%", "24%", 6, 0]), ...middle };
  const rest = s.pick([{}, {}, { border: `1px solid ${p.off}` }, { background: p.panel }]);
  const lit = s.pick([
    { background: p.own, color: "#fff" },
    { background: p.own, color: "#fff" },
    { background: mix(p.own, "transparent", 24), color: p.own },
    { background: mix(p.own, "transparent", 16), color: p.own, border: `1.5px solid ${p.own}` },
    { background: mix(p.ink, "transparent", 22), color: p.own, boxShadow: "inset 0 2px 4px #0006" },
  ]);
  const made = pressed(s, env, (is) => box({ ...frame, color: p.ink, ...(is ? lit : rest) }, iconify(is ? on : off, size)));
  return `<span data-design="${key}" data-control="toggle" data-decidable="checked">${made}</span>`;
}

const filled = (kind, key) => (pairs) => (s, env) => {
  const [says, colors] = FILLED[kind];
  const pair = s.pick(pairs);
  const p = palette(s, env);
  p.own = s.chance(0.75) ? s.pick(colors) : p.on === "#e4e4e7" ? "#3b82f6" : p.on;
  if (s.chance(0.3)) return grounded(s, env, pair, sizes(s), p, key);
  const [look, size] = [s.pick(LOOKS)(p), s.int(14, 28)];
  return worded(s, env, pair, size, p, look, s.pick(says));
};

const KINDS = {
  box: ["checkbox", () => alone("checkbox")],
  disc: ["checkbox", () => alone("checkbox")],
  radio: ["radio", () => radios],
  switch: ["switch", () => alone("switch")],
  ...Object.fromEntries(Object.keys(FILLED).map((kind) => [kind, ["toggle", (key) => filled(kind, key)]])),
};

const toggles = Object.fromEntries(Object.entries(STATES).flatMap(([set, { pairs }]) => Object.entries(pairs).map(([kind, own]) => {
  const [design, [drawn, make]] = [`${set}/${kind}`, KINDS[kind]];
  return [design, Object.assign(make(design)(own), { about: { design, control: drawn } })];
})));

/** What the sets' icons without a state stand in. */
const PLACES = {
  words: (s, icon) => beside(s, span(icon(s, s.pick([14, 16, 18, 20, 24, 28, 36])), `color: ${tone(s)}`, "ct-icon"), s.text(s.pick(["word", "short", "label"]))),
  button: (s, icon) => button(s, icon(s, s.pick([14, 16, 18, 20, 24])) + (s.chance(0.75) ? span(s.text(s.pick(["word", "short"]))) : "")),
  disc: (s, icon) => {
    const [size, own] = [s.int(26, 64), color(s)];
    const look = s.pick([`background: ${own}; color: #fff`, `background: ${tint(own)}; color: ${own}`, `border: ${s.int(1, 2)}px solid ${own}; color: ${own}`, "border: 1px solid #8888", "background: #8882"]);
    const disc = `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: 50%; ${look}">${icon(s, Math.round(size * s.pick([0.45, 0.55, 0.65])))}</span>`;
    return s.chance(0.5) ? wrap(times(1, () => piece("disc", disc, "", "ct-fit"))) : beside(s, disc, s.text(s.pick(["word", "name", "number"])));
  },
  rows: (s, icon) => panel(s, times(s.int(2, 4), () => {
    const mark = s.chance(0.3) ? tile(s, icon(s, 18), 34) : icon(s, s.pick([16, 18, 20, 24]));
    return piece("row", row(span(mark, "", "ct-fixed") + span(s.text(s.pick(["word", "phrase"])), "", "ct-grow") + muted(s.pick([s.text("number"), s.text("date"), "›", ""])), 10), "padding: 5px 8px");
  }), "width: 260px"),
};
const others = Object.fromEntries(Object.keys(PLACES).flatMap((place) => Object.entries(STATES).map(([set, { others: icons }]) => {
  const icon = (s, size) => iconify(s.pick(icons), size);
  return [`${set}-${place}`, (s) => PLACES[place](s, icon)];
})));

export default {
  name: "icon-states",
  packages: ["@iconify-json/akar-icons", "@iconify-json/basil", "@iconify-json/bx", "@iconify-json/bxs", "@iconify-json/ci", "@iconify-json/clarity", "@iconify-json/eva", "@iconify-json/fa6-regular", "@iconify-json/fa6-solid", "@iconify-json/fluent", "@iconify-json/fluent-mdl2", "@iconify-json/fontisto", "@iconify-json/gg", "@iconify-json/gravity-ui", "@iconify-json/grommet-icons", "@iconify-json/ic", "@iconify-json/iconamoon", "@iconify-json/iconoir", "@iconify-json/ix", "@iconify-json/la", "@iconify-json/majesticons", "@iconify-json/material-symbols-light", "@iconify-json/mingcute", "@iconify-json/mynaui", "@iconify-json/pixelarticons", "@iconify-json/radix-icons", "@iconify-json/solar", "@iconify-json/stash", "@iconify-json/system-uicons", "@iconify-json/tdesign", "@iconify-json/teenyicons", "@iconify-json/uil", "@iconify-json/uis", "@iconify-json/vaadin"],
  framework: "html",
  setup: listen,
  toggles,
  others,
};
