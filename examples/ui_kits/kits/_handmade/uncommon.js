// Controls whose two states are both drawn in full: a mark that is engraved and then lit, metal keys, an icon that takes the
// place of the mark, icons that lose a stroke and take a word with them.

import { box, css, disc, hsl, line, middle, mix, onOff, palette, put, shape, svg, words } from "./draw.js";
import { control } from "./frame.js";
import { ICONS, icon, THINGS } from "./icons.js";
import { anyMark, cross, MARKS, tick } from "./marks.js";

const side = (s) => s.random.weighted([[s.int(15, 20), 34], [s.int(21, 28), 36], [s.int(29, 40), 20], [s.int(41, 60), 10]]);
const corner = (s, a) => s.pick([0, 2, 4, a * 0.2, a * 0.3, "50%"]);
const square = (a, style, inner = "") => box({ width: a, height: a, ...middle, ...style }, inner);
// Bootstrap's and others' names for a colour: what demonstrations of kits show side by side.
const NAMED = ["#5cb85c", "#428bca", "#5bc0de", "#f0ad4e", "#d9534f", "#5a656b", "#27ae60", "#e74c3c", "#8e44ad", "#f1c40f", "#16a085", "#34495e", "#bdc3c7"];
const named = (s, p) => s.pick([p.on, s.pick(NAMED), s.pick(NAMED)]);
// A wall for what is lit: blue, slate, black, wood.
const wall = (s) => s.pick(["#4a90d9", "#5596d8", "#2c3e50", "#111419", "#e9e9e9", "#3b3b3f", "#7a5a3a", hsl(s.int(0, 359), 40, 45)]);

/** Each takes the specimen, palette and side, and returns a drawing. */
const BOXES = {
  icon: (s, p, a) => { const [r, b, own, name] = [corner(s, a), s.pick([1, 1, 1.5, 2]), named(s, p), s.pick(Object.keys(ICONS))]; const [solid, rim] = [s.chance(0.4), s.chance(0.5)]; return (on) => square(a, { borderRadius: r, border: `${b}px solid ${on && rim ? own : p.edge}`, background: on && solid ? own : p.paper }, on ? icon(name, { size: a * s.pick([0.6, 0.7]), color: solid ? "#fff" : own, width: 2 }) : ""); },
  "icon-pair": (s, p, a) => { const [r, b, own] = [corner(s, a), s.pick([0, 1, 1.5]), named(s, p)]; const [yes, no] = s.pick([["locked", "unlocked"], ["bell", "bell"], ["eye", "eye"], ["mic", "mic"], ["thumb", "thumb"]]); return (on) => square(a, { borderRadius: r, border: b ? `${b}px solid ${on ? own : p.edge}` : undefined }, icon(on ? yes : no, { size: a * 0.75, color: on ? own : p.edge, fill: on ? mix(own, "transparent", 70) : "none", slash: !on && yes === no })); },
  fill: (s, p, a) => { const [own, b] = [named(s, p), s.pick([1, 1, 2])]; const r = s.pick([0, 0, 2, a * 0.2, "50%"]); const own2 = s.chance(0.25); return (on) => square(a, { borderRadius: r, border: `${b}px solid ${on || own2 ? own : p.edge}`, background: on ? own : "transparent" }); },
  core: (s, p, a) => { const [own, b] = [s.pick([named(s, p), p.edge, p.off]), s.pick([1, 1, 2, 3])]; const [r, share] = [s.pick([0, 2, a * 0.2, "50%"]), s.pick([0.38, 0.5, 0.62, 0.75])]; const rim = s.pick([p.edge, p.off, own]); return (on) => square(a, { borderRadius: r, border: `${b}px solid ${rim}` }, on ? box({ width: (a - 2 * b) * share, height: (a - 2 * b) * share, borderRadius: r === "50%" ? r : Math.round(r * share), background: own }) : ""); },
  grey: (s, p, a) => { const [r, mark] = [corner(s, a), anyMark(s)]; const [rim, ground] = [s.pick([p.edge, p.off]), s.pick([p.panel, p.off, p.paper])]; return (on) => square(a, { borderRadius: r, border: `1px solid ${rim}`, background: ground }, on ? mark(s.pick([p.edge, p.faint, p.ink]), a * 0.75) : ""); },
  "shape-fill": (s, p, a) => { const d = s.pick([ICONS.heart, ICONS.star, ICONS.flag, ICONS.bookmark, ICONS.shield, ICONS.drop, ICONS.bolt, ICONS.moon, ICONS.cloud, ICONS.bulb]); const [own, w] = [named(s, p), s.pick([1.2, 1.6, 2])]; const flat = s.chance(0.35); return (on) => svg(a, on ? shape(d, own) : flat ? shape(d, p.off) : line(d, s.pick([p.edge, own]), w)); },
};

// On a wall, framed, so that the wall goes with the control.
const mounted = (s, draw) => { const look = { padding: s.int(6, 16), background: wall(s), borderRadius: s.pick([0, 4, 8]) }; return (on) => box(look, draw(on)); };
const LIT = ["#7ed957", "#4cd964", "#39ff88", "#ffd24a", "#ff6b5e", "#5ac8ff", "#ffffff"];
const KEYS = {
  engraved: (s, p, a) => { const [r, mark, lit] = [corner(s, a), s.pick([tick, tick, cross])(s), s.pick(LIT)]; const ground = s.pick(["#2b2d31", "#3a3d42", "#1d1f22", "#d9d9d4", "#c6c8cc"]); const dim = /^#[dc]/.test(ground) ? "#00000026" : "#ffffff2e"; return (on) => square(a * 1.3, { borderRadius: r, background: `linear-gradient(${ground}, ${mix(ground, "#000", 82)})`, boxShadow: `inset 0 1px 0 #fff5, 0 1px 3px #0008` }, box({ filter: on ? `drop-shadow(0 0 ${a * 0.2}px ${lit})` : undefined }, mark(on ? lit : dim, a))); },
  framed: (s, p, a) => { const [mark, lit] = [tick(s), s.pick(LIT)]; const r = s.pick(["50%", "50%", a * 0.25]); return (on) => square(a * 1.6, { borderRadius: r, background: "linear-gradient(#fff, #c9cbc4)", boxShadow: "0 2px 5px #0007" }, square(a * 1.1, { borderRadius: r, background: "radial-gradient(circle at 40% 30%, #3c3f44, #17181a)", boxShadow: "inset 0 2px 5px #000" }, mark(on ? lit : "#565a60", a * 0.75))); },
  lamp: (s, p, a) => { const [lit, dark] = s.pick([["#49e36b", "#1f3226"], ["#ff5a4d", "#3a1f1d"], ["#ffc83d", "#3a311b"], ["#4db8ff", "#1c2b38"]]); const r = s.pick(["50%", 4]); return (on) => square(a * 1.4, { borderRadius: r, background: "linear-gradient(#f4f4ef, #bfc1ba)", boxShadow: "0 2px 4px #0007" }, square(a * 0.9, { borderRadius: r, background: on ? `radial-gradient(circle at 40% 35%, #fff, ${lit} 55%)` : dark, boxShadow: on ? `0 0 ${a * 0.5}px ${lit}` : "inset 0 1px 3px #000" })); },
  keycap: (s, p, a) => { const [lit, name] = [s.pick(LIT.slice(0, -1)), s.pick(["power", "bolt", "sun", "wifi", "bell"])]; const metal = s.pick(["linear-gradient(#fdfdf8, #c9cac2)", "linear-gradient(#4a4d52, #26282b)"]); return (on) => square(a * 1.5, { borderRadius: a * 0.25, background: metal, boxShadow: on ? "inset 0 3px 6px #000a" : "0 4px 0 #0006, 0 6px 8px #0005" }, icon(name, { size: a * 0.8, color: on ? lit : "#8a8d92", width: 2.4 })); },
};
const SWITCHES = {
  track: (s, p, h) => { const [yes, no] = onOff(s, { lang: "en" }); const [lit, r] = [s.pick(LIT), s.pick([99, 99, h * 0.2])]; const [ground, metal] = [s.pick(["#2a2c30", "#1b1c1f", "#46494f"]), s.pick(["linear-gradient(#fbfbf4, #c2c4ba)", "linear-gradient(#eee, #999)", "linear-gradient(#5d6066, #34363a)"])]; return (on) => box({ width: h * 2.7, height: h, borderRadius: r, background: ground, boxShadow: "inset 0 2px 6px #000c, 0 1px 0 #fff4", direction: "ltr" }, put({ top: 3, bottom: 3, width: h * 1.2, [on ? "right" : "left"]: 3, borderRadius: r, background: metal, boxShadow: "0 1px 3px #000a" }) + put({ top: 0, bottom: 0, [on ? "left" : "right"]: h * 0.35, ...middle, fontSize: h * 0.42, fontWeight: 700, color: on ? lit : "#000b", textShadow: on ? `0 0 6px ${lit}` : "0 1px 0 #fff3" }, words(on ? yes : no))); },
  rocker: (s, p, h) => { const [lit, turn] = [s.pick(["#e53935", "#43a047", "#1e88e5"]), s.chance(0.5)]; const face = (raised, inner) => box({ width: h * 0.95, height: h * 0.95, ...middle, background: raised ? "linear-gradient(#5a5d63, #3b3d42)" : "linear-gradient(#16171a, #2a2c30)", color: "#fff" }, inner); return (on) => box({ display: "flex", flexDirection: turn ? "column" : "row", direction: "ltr", padding: 3, borderRadius: 5, background: "#0d0e10", boxShadow: "0 1px 3px #0008" }, face(!on, words("I", { fontSize: h * 0.5, fontWeight: 700, color: on ? lit : "#8b8d92" })) + face(on, words("O", { fontSize: h * 0.5, fontWeight: 700, color: on ? "#6a6c71" : "#e5e5e5" }))); },
  recess: (s, p, h) => { const own = named(s, p); return (on) => box({ width: h * 2, height: h, borderRadius: 99, direction: "ltr", background: on ? own : "#d6d8d2", boxShadow: "inset 0 2px 5px #0006" }, put({ top: -h * 0.1, width: h * 1.2, height: h * 1.2, [on ? "right" : "left"]: -h * 0.1, borderRadius: "50%", background: "radial-gradient(circle at 50% 50%, #d8dad3 30%, #fbfbf7 34%, #c4c6be)", boxShadow: "0 2px 4px #0007" })); },
  thin: (s, p, h) => { const [own, w] = [named(s, p), s.pick([1, 1.5, 2])]; return (on) => svg(h, line(`M${h / 6} 12H${40 - h / 6}`, on ? own : p.off, w) + (on ? disc(32, 12, 7, own) : `<circle cx="8" cy="12" r="6.5" fill="${p.paper}" stroke="${p.edge}" stroke-width="${w}"/>`), { view: "0 0 40 24", width: h * 1.67 }); },
};

const boxed = (name) => (s, env) => { const p = palette(s, env); return control(s, env, BOXES[name](s, p, side(s))); };
const keyed = (name) => (s, env) => { const p = palette(s, env); return control(s, env, mounted(s, KEYS[name](s, p, side(s)))); };
const switched = (name) => (s, env) => { const [p, h] = [palette(s, env), side(s)]; const draw = SWITCHES[name](s, p, h); return control(s, env, /track|recess/.test(name) && s.chance(0.5) ? mounted(s, draw) : draw, { kind: "switch" }); };

// An icon and words that both change: "Wi-Fi on", with the icon in the same ink or in colour.
function spoken(s, env) {
  const [p, a] = [palette(s, env), s.int(16, 34)];
  const [yes, no] = onOff(s, env);
  const [name, own] = [s.pick(["wifi", "bluetooth", "mic", "speaker", "eye", "bell", "video", "camera", "place", "phone"]), s.pick([p.ink, p.ink, named(s, p)])];
  const [thing, framed] = [s.label || s.text("word"), s.chance(0.25)];
  const draw = (on) => box({ display: "flex", alignItems: "center", gap: 8, fontSize: a * 0.8, lineHeight: 1.3, color: p.ink }, box(framed ? { padding: 3, border: `1px solid ${p.off}` } : {}, icon(name, { size: a, color: on ? own : s.pick([own, p.edge]), slash: !on })) + words(`${thing} ${on ? yes : no}`));
  return control({ ...s, label: "", aria: s.aria || thing }, env, draw);
}

const all = (prefix, designs, make) => Object.fromEntries(Object.keys(designs).map((name) => [`${prefix}-${name}`, make(name)]));

export const uncommon = { ...all("odd", BOXES, boxed), ...all("key", KEYS, keyed), ...all("odd-switch", SWITCHES, switched), spoken };

const error = "#d32f2f";
/** Framed, lit or glowing like the above, without a state. */
export const inert = {
  "error-field": (s) => { const own = s.pick([error, error, "#2e7d32", "#1976d2", "#888"]); return `<div style="position: relative; width: ${s.int(120, 240)}px; padding: 9px 0 0"><div style="border: 1px solid ${own}; border-radius: ${s.pick([0, 4, 8])}px; padding: ${s.int(7, 14)}px 12px">${s.text("short")}</div><small style="position: absolute; left: 10px; top: 1px; padding: 0 4px; background: var(--page-paper, Canvas); color: ${own}">${s.text("word")}</small>${s.chance(0.6) ? `<small style="color: ${own}">${s.text("short")}</small>` : ""}</div>`; },
  "lit-sign": (s) => { const [own, a] = [hsl(s.int(0, 359), 90, 58), s.int(26, 64)]; return `<span role="img" aria-label="${s.aria}" style="${css({ display: "inline-flex", padding: 12, background: s.pick(["#000", "#0b0b16", "#1a1033", "#222"]) })}"><span style="${css({ ...middle, width: a, height: a, borderRadius: s.pick(["22%", "50%", 0]), background: s.pick([own, "#16161f", mix(own, "#000", 40)]), boxShadow: `0 0 ${s.int(8, 24)}px ${own}` })}">${icon(s.pick(THINGS), { size: a * 0.6, color: "#fff", fill: s.chance(0.5) ? "#fff" : "none" })}</span></span>`; },
  "thing-disc": (s, env) => { const [p, a] = [palette(s, env), s.int(20, 48)]; return `<span style="${css({ display: "inline-flex", alignItems: "center", gap: 10 })}"><span style="${css({ ...middle, width: a, height: a, flex: "none", borderRadius: s.pick(["50%", "50%", "20%"]), background: named(s, p) })}">${icon(s.pick(THINGS), { size: a * 0.6, color: "#fff", fill: s.chance(0.6) ? "#fff" : "none" })}</span>${s.text(s.pick(["word", "short", "name"]))}</span>`; },
  "thing-words": (s, env) => { const p = palette(s, env); return `<span style="${css({ display: "inline-flex", alignItems: "center", gap: 8 })}">${icon(s.pick(THINGS), { size: s.int(14, 34), color: s.pick([p.ink, p.on, p.edge]), fill: s.chance(0.3) ? p.off : "none" })}${s.text(s.pick(["word", "short"]))}</span>`; },
  "word-button": (s, env) => { const p = palette(s, env); const own = named(s, p); const look = s.pick([{ background: own, color: "#fff" }, { background: own, color: "#fff", boxShadow: "0 2px 5px #0006" }, { border: `1px solid ${mix(own, "transparent", 60)}`, color: own }, { border: `1.5px solid ${own}`, color: own }, { color: own }]); return `<span style="${css({ display: "inline-block", padding: s.pick([12, 20, 28]), background: s.pick(["transparent", "transparent", "#2a2250", "linear-gradient(90deg, #27305c, #5a3a7a)", "#101827"]) })}"><button type="button" style="${css({ border: 0, background: "transparent", font: "inherit", padding: `${s.int(5, 13)}px ${s.int(14, 34)}px`, borderRadius: s.pick([0, 4, 6, 99]), letterSpacing: "0.03em", ...look })}">${s.chance(0.5) ? s.text("word").toUpperCase() : s.text("word")}</button></span>`; },
  "dim-disc": (s, env) => { const [p, a] = [palette(s, env), s.int(22, 60)]; return `<button type="button" aria-label="${s.aria}" style="${css({ ...middle, width: a, height: a, border: 0, padding: 0, borderRadius: "50%", background: mix(p.ink, "transparent", s.int(8, 30)) })}">${icon(s.pick(THINGS), { size: a * 0.5, color: p.edge, fill: s.chance(0.5) ? p.edge : "none" })}</button>`; },
};
