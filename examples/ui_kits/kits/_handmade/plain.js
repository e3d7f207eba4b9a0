// Controls that say their state quietly: an inner square or disc, a solid fill, line art, a grey knob; under a pointer's
// ripple; and in rows of files, people and messages with other things beside them.

import { block, box, css, disc, line, middle, mix, palette, put, svg } from "./draw.js";
import { control, face, selectable, skin } from "./frame.js";
import { icon, THINGS } from "./icons.js";
import { cross, MARKS, tick } from "./marks.js";

const side = (s) => s.random.weighted([[s.int(13, 18), 30], [s.int(19, 26), 40], [s.int(27, 40), 22], [s.int(41, 60), 8]]);
const corner = (s, a) => s.pick([0, 2, 4, a * 0.22, "50%"]);
const square = (a, style, inner = "") => box({ width: a, height: a, ...middle, ...style }, inner);
const LINES = { circle: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", square: "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z" };
const BROKEN = { circle: "M21 10.5V12a9 9 0 1 1-5.3-8.2", square: "M21 11v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h11" };

/** Each takes the specimen, palette and side, and returns a drawing. */
const BOXES = {
  inset: (s, p, a) => { const [r, b, gap] = [corner(s, a), s.pick([1, 1, 2, 3]), a * s.pick([0.08, 0.12, 0.2, 0.28])]; const fill = s.pick([p.on, p.on, p.edge, p.ink, p.off]); const rim = s.pick([p.edge, p.off, fill]); return (on) => square(a, { borderRadius: r, border: `${b}px solid ${on ? rim : p.edge}` }, on ? box({ width: a - 2 * (gap + b), height: a - 2 * (gap + b), borderRadius: typeof r === "number" ? Math.max(0, r - gap) : r, background: fill }) : ""); },
  solid: (s, p, a) => { const [r, b] = [corner(s, a), s.pick([1, 1.5, 2])]; const own = s.chance(0.4); return (on) => square(a, { borderRadius: r, border: `${b}px solid ${on ? p.on : own ? p.on : p.edge}`, background: on ? p.on : "transparent" }); },
  lineart: (s, p, a) => { const [kind, w] = [s.pick(["circle", "square"]), s.pick([1.2, 1.5, 2, 2.4])]; const color = s.pick([p.ink, p.ink, p.on, p.edge]); const [broken, rest] = [s.chance(0.5), s.pick([color, p.edge])]; const mark = s.pick(["M8 12.5l3 3 5.5-6.5", "M8.5 11.5l3.5 3.5L22 5", "M8.5 8.5l7 7M15.5 8.5l-7 7"]); return (on) => svg(a * 1.2, line(on && broken ? BROKEN[kind] : LINES[kind], on ? color : rest, w) + (on ? line(mark, color, w) : "")); },
  faint: (s, p, a) => { const r = corner(s, a); const mark = tick(s); return (on) => square(a, { borderRadius: r, border: `1px solid ${p.off}`, background: on ? mix(p.off, p.paper, 40) : p.paper }, on ? mark(p.edge, a * 0.75) : ""); },
  accented: (s, p, a) => { const [r, b] = [corner(s, a), s.pick([1, 1.5, 2])]; const mark = s.pick([MARKS.tick, MARKS.tick, MARKS.cross, MARKS.solid])(s); return (on) => square(a, { borderRadius: r, border: `${b}px solid ${on ? p.on : p.edge}`, background: on ? mix(p.on, "transparent", 8) : "transparent" }, on ? mark(p.on, a * 0.8) : ""); },
  bare: (s, p, a) => { const mark = cross(s); const dim = s.chance(0.5); return (on) => square(a, { opacity: on ? 1 : 0.25 }, mark(on ? p.ink : dim ? p.faint : p.edge, a)); },
  outgrown: (s, p, a) => { const w = s.pick([2, 3, 4]); const mark = MARKS.solid(s); return (on) => box({ width: a * 1.1, height: a, border: `${w}px solid ${p.edge}` }, on ? put({ left: "6%", bottom: "4%" }, mark(p.ink, a * 1.15)) : ""); },
};
const SWITCHES = {
  grey: (s, p, h) => { const r = s.pick([99, 99, 4]); const knob = s.pick([p.ink, p.faint, p.edge]); const rest = s.pick([knob, p.off]); return (on) => box({ width: h * 1.9, height: h, borderRadius: r, border: `1.5px solid ${p.edge}`, direction: "ltr" }, put({ top: 2, bottom: 2, width: h - 7, [on ? "right" : "left"]: 2, borderRadius: r, background: on ? knob : rest })); },
  slim: (s, p, h) => { const t = h * s.pick([0.12, 0.2, 0.3]); return (on) => box({ width: h * 2.2, height: h, direction: "ltr" }, put({ left: 0, right: 0, top: (h - t) / 2, height: t, borderRadius: 99, background: on ? mix(p.on, "#000", 80) : p.off }) + put({ top: 0, width: h, height: h, [on ? "right" : "left"]: 0, borderRadius: "50%", background: on ? p.on : p.edge })); },
  tonal: (s, p, h) => (on) => box({ width: h * 2.1, height: h * 0.7, borderRadius: 99, direction: "ltr", background: on ? mix(p.on, p.dark ? "#000" : "#fff", 45) : p.off, margin: `${h * 0.15}px 0` }, put({ top: -h * 0.15, width: h, height: h, [on ? "right" : "left"]: 0, borderRadius: "50%", background: on ? p.on : p.dark ? p.faint : "#fff", boxShadow: "0 1px 3px #0006" })),
  hollow: (s, p, h) => (on) => box({ width: h * 2, height: h, borderRadius: 99, border: `2px solid ${on ? p.on : p.edge}`, direction: "ltr" }, put({ top: 3, bottom: 3, width: h - 10, [on ? "right" : "left"]: 3, borderRadius: "50%", border: `2px solid ${on ? p.on : p.edge}` })),
};

// A pointer over it: a disc of its colour around the control, in both states.
const rippled = (s, p, a, draw, share = s.pick([14, 22])) => (on) => box({ padding: a * 0.5, borderRadius: "50%", background: mix(on ? p.on : p.edge, "transparent", share) }, draw(on));

const quiet = (designs, kind) => (name) => (s, env) => {
  const [p, a] = [palette(s, env), side(s)];
  const draw = designs[name](s, p, a);
  return control(s, env, s.chance(0.18) ? rippled(s, p, a, draw) : draw, { kind });
};

// Below or above words, as pickers of placement have it.
function placed(s, env) {
  const [p, a] = [palette(s, env), side(s)];
  const draw = rippled(s, p, a, s.pick([BOXES.accented, BOXES.solid, BOXES.lineart])(s, p, a));
  return `<div style="display: flex; flex-direction: ${s.pick(["column", "column-reverse"])}">${control(s, env, draw)}</div>`;
}

// What stands in a row of files, people or messages.
const things = (s, p) => {
  const avatar = `<img alt="" width="28" height="28" style="border-radius: ${s.pick(["50%", "6px"])}; flex: none" src="${s.image(28)}">`;
  const extra = () => icon(s.pick(["star", "heart", "flag", "bookmark", ...THINGS.slice(0, 8)]), { size: s.int(14, 20), color: s.pick([p.edge, p.off, p.on]), fill: s.chance(0.3) ? p.off : "none" });
  return s.pick([
    () => `${avatar}<span style="flex: 1">${s.text("name")}</span>`,
    () => `${extra()}<span style="opacity: .5">–</span>${icon(s.pick(["file", "folder"]), { size: 26, color: s.color(), fill: s.color() })}<span style="flex: 1; min-width: 0">${s.text("phrase")}<br><small style="opacity: .65">${s.text("date")} – ${s.int(1, 900)} KB</small></span>`,
    () => `<b style="flex: none">${s.text("name")}</b><span style="flex: 1; opacity: .7; overflow: hidden; white-space: nowrap">${s.text("sentence")}</span><small>${s.text("time")}</small>`,
    () => `<span style="flex: 1">${s.text("phrase")}</span>${extra()}${extra()}`,
  ])();
};
function listed(s, env) {
  const [p, a] = [palette(s, env), s.int(13, 22)];
  const draw = s.pick([BOXES.accented, BOXES.solid, BOXES.lineart, BOXES.faint])(s, p, a);
  const band = s.pick(["transparent", mix(p.on, "transparent", 14), mix("#facc15", "transparent", 26)]);
  const look = skin({ border: "0" }, { border: "0", background: band }, { display: "flex", alignItems: "center", gap: 12, padding: `${s.int(4, 9)}px 10px`, width: "100%", boxSizing: "border-box" });
  const atEnd = s.chance(0.25);
  const line = (label, i) => selectable({ ...s, id: `${s.id}-${i}`, label, aria: label, checked: s.chance(0.5) }, `${atEnd ? "" : face(draw)}${things(s, p)}${atEnd ? face(draw) : ""}`, look, { tag: "label" });
  return `<div style="${css({ width: "100%", maxWidth: s.int(240, 900), borderTop: `1px solid ${p.off}` })}">${s.options(1, 3, "short").map(({ label }, i) => line(label, i)).join("")}</div>`;
}
// A board's card with its box in a corner.
function cornered(s, env) {
  const [p, a] = [palette(s, env), s.int(12, 22)];
  const draw = s.pick([BOXES.accented, BOXES.solid, BOXES.inset])(s, p, a);
  const look = skin({ border: `1px solid ${p.off}`, background: p.paper, color: p.ink }, { border: `1px solid ${s.pick([p.off, p.on])}`, background: p.paper, color: p.ink }, { display: "block", padding: "10px 12px", width: s.int(140, 240), borderRadius: s.pick([0, 6, 12]) });
  return selectable(s, `<span style="display: flex; gap: 10px"><span style="flex: 1"><b>${s.label || s.aria}</b><br><small>${s.text("date")}</small><br>${s.text("short")}</span>${face(draw)}</span>`, look, { tag: s.pick(["label", "span"]) });
}

const named = (prefix, designs, kind) => Object.fromEntries(Object.keys(designs).map((name) => [`${prefix}-${name}`, quiet(designs, kind)(name)]));

export const plain = { ...named("quiet", BOXES, "checkbox"), ...named("quiet-switch", SWITCHES, "switch"), placed, listed, cornered };

// The same shapes without a state, so that they alone say nothing.
export const still = {
  legend: (s, env) => { const p = palette(s, env); const a = s.int(8, 14); return `<span style="display: inline-flex; gap: 6px; align-items: center; font-size: 12px">${svg(a, s.chance(0.5) ? block(2, 2, 20, 20, p.on, 2) : disc(12, 12, 10, p.on))}${s.text("word")} <b>${s.text("percent")}</b></span>`; },
};
