// Sliding switches: a track and a knob, and what is written on both.

import { box, hsl, line, middle, mix, onOff, palette, put, svg, wide, words } from "./draw.js";
import { control } from "./frame.js";
import { cross, MARKS, tick } from "./marks.js";

/**
 * A track with a knob in it: sizes, then looks as functions of the state.
 * @param o `w`, `h`, `track(on)`, `knob(on)` (styles; the knob's has `width`), `pad`, `inner(on)`, `cap(on)` (what lies on track and knob)
 */
const slider = ({ w, h, track, knob, pad = 2, inner = () => "", cap = () => "", ltr }) => (on) => {
  const [t, k] = [track(on), knob(on)];
  const [kw, kh] = [k.width ?? h - 2 * pad, k.height ?? k.width ?? h - 2 * pad];
  const tall = Math.max(h, kh);
  const inset = typeof pad === "function" ? pad(on) : pad;
  return box({ width: w, height: tall, direction: ltr ? "ltr" : undefined },
    put({ left: 0, right: 0, top: (tall - h) / 2, height: h, overflow: "hidden", ...t }, inner(on)) +
    put({ top: (tall - kh) / 2, [on ? "insetInlineEnd" : "insetInlineStart"]: inset, ...middle, ...k, width: kw, height: kh }, cap(on)));
};

const height = (s) => s.random.weighted([[s.int(14, 18), 22], [s.int(19, 25), 40], [s.int(26, 34), 28], [s.int(35, 46), 10]]);
const round = 999;
const flat = (p) => ({ track: (on) => ({ borderRadius: round, background: on ? p.on : p.off }), knob: () => ({ borderRadius: round, background: p.knob }) });
const lift = (s) => s.pick([undefined, "0 1px 3px #0006", "0 2px 5px #0005", "0 0 2px #0008", "0 3px 8px #0004"]);
const side = (on, w, h, text, style) => put({ top: 0, height: h, [on ? "insetInlineStart" : "insetInlineEnd"]: 0, width: w, ...middle, lineHeight: 1, ...style }, words(text));
const roomy = (s) => s.pick([1.6, 1.75, 1.8, 2, 2, 2.2, 2.5]);

/** Each takes the specimen, palette, height and env, and returns slider()'s argument. */
const DESIGNS = {
  ios: (s, p, h) => ({ w: h * 1.62, h, ...flat({ ...p, on: s.pick(["#34c759", "#4cd964", p.on]), off: p.dark ? "#39393d" : "#e9e9ea" }), knob: () => ({ borderRadius: round, background: p.knob, boxShadow: "0 2px 4px #0004" }) }),
  "ios-outline": (s, p, h) => ({ w: h * 1.62, h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.dark ? "#1c1c1e" : "#fff", border: `1.5px solid ${on ? p.on : p.dark ? "#555" : "#d8d8d8"}` }), knob: () => ({ borderRadius: round, background: p.knob, boxShadow: "0 1px 3px #0007, 0 0 0 .5px #0003" }), pad: 1.5 }),
  android: (s, p, h) => ({ w: h * 1.9, h: h * 0.7, track: (on) => ({ borderRadius: round, background: on ? mix(p.on, p.dark ? "#222" : "#fff", 50) : p.dark ? "#555" : "#b4b4b4" }), knob: (on) => ({ width: h, borderRadius: round, background: on ? p.on : p.dark ? "#bdbdbd" : "#fafafa", boxShadow: "0 1px 4px #0006" }), pad: 0 }),
  material: (s, p, h) => {
    const mark = s.chance(0.6) ? tick(s) : () => "";
    return { w: h * 1.65, h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.panel, border: `2px solid ${on ? p.on : p.edge}` }), knob: (on) => ({ width: h * (on ? 0.75 : 0.5), borderRadius: round, background: on ? p.mark : p.edge }), cap: (on) => (on ? mark(p.on, h * 0.5) : ""), pad: (on) => h * (on ? 0.125 : 0.25) };
  },
  windows: (s, p, h) => ({ w: h * 2.1, h, track: (on) => ({ borderRadius: round, background: on ? p.on : "transparent", border: `2px solid ${on ? p.on : p.ink}` }), knob: (on) => ({ width: h * 0.5, borderRadius: round, background: on ? p.mark : p.ink }), pad: h * 0.25 }),
  square: (s, p, h) => { const r = s.pick([0, 2, 3, 5]); const shadow = lift(s); return { w: h * roomy(s), h, track: (on) => ({ borderRadius: r, background: on ? p.on : p.off }), knob: () => ({ borderRadius: Math.max(0, r - 1), background: p.knob, boxShadow: shadow }) }; },
  "square-outline": (s, p, h) => { const [r, b] = [s.pick([0, 3, 6]), s.pick([1, 2, 3])]; return { w: h * roomy(s), h, track: (on) => ({ borderRadius: r, border: `${b}px solid ${on ? p.on : p.edge}`, background: on ? mix(p.on, "transparent", 15) : "transparent" }), knob: (on) => ({ width: h - 2 * b - 4, borderRadius: Math.max(0, r - 2), background: on ? p.on : p.edge }), pad: b + 2 }; },
  outline: (s, p, h) => { const b = s.pick([1.5, 2, 2, 3]); const hollow = s.chance(0.3); return { w: h * roomy(s), h, track: (on) => ({ borderRadius: round, border: `${b}px solid ${on ? p.on : p.edge}`, background: hollow ? "transparent" : p.paper }), knob: (on) => ({ width: h - 2 * b - 4, borderRadius: round, background: on ? p.on : p.edge }), pad: b + 2 }; },
  line: (s, p, h) => { const thin = s.pick([2, 3, 4, 6]); return { w: h * 2, h: thin, track: (on) => ({ borderRadius: round, background: on ? p.on : p.edge }), knob: (on) => ({ width: h, borderRadius: round, background: on ? p.on : p.paper, border: `${on ? 0 : 2}px solid ${p.edge}` }), pad: 0 }; },
  inside: (s, p, h) => { const [yes, no] = onOff(s, { lang: s.lang }); const size = h * s.pick([0.36, 0.42, 0.46]); const room = Math.max(wide(yes, size), wide(no, size)) + h * 0.5; const [r, bold] = [s.pick([round, round, h * 0.2, 0]), s.pick([400, 600, 700, 800])]; const off = s.pick([p.off, p.edge, p.off]); return { w: room + h * 0.9, h, track: (on) => ({ borderRadius: r, background: on ? p.on : off }), inner: (on) => side(on, room, h, on ? yes : no, { fontSize: size, fontWeight: bold, color: on ? p.mark : off === p.edge ? p.paper : p.ink }), knob: () => ({ borderRadius: r === round ? r : Math.max(0, r - 2), background: p.knob, boxShadow: "0 1px 3px #0005" }) }; },
  lettered: (s, p, h) => { const [yes, no] = onOff(s, { lang: s.lang }); const size = h * s.pick([0.36, 0.42]); const kw = Math.max(wide(yes, size), wide(no, size)) + h * 0.5; const r = s.pick([round, 3, 0]); return { w: kw * 1.9, h, track: (on) => ({ borderRadius: r, background: on ? mix(p.on, p.panel, 35) : p.panel, border: `1px solid ${on ? p.on : p.edge}` }), knob: (on) => ({ width: kw, height: h - 4, borderRadius: r, background: on ? p.on : p.edge, color: on ? p.mark : p.paper, fontSize: size, fontWeight: 700 }), cap: (on) => words(on ? yes : no) }; },
  strokes: (s, p, h) => { const shadow = lift(s); return { w: h * 1.9, h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.edge }), inner: (on) => put({ top: 0, height: h, width: h * 0.9, [on ? "insetInlineStart" : "insetInlineEnd"]: 0, ...middle }, svg(h * 0.5, on ? line("M12 4v16", "#fff", 3) : line("M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z", "#fff", 2.6))), knob: () => ({ borderRadius: round, background: p.knob, boxShadow: shadow }) }; },
  ticked: (s, p, h) => { const [yes, no] = [tick(s), MARKS.cross(s)]; const red = s.chance(0.3) ? "#dc2626" : p.edge; const r = s.pick([round, 4]); return { w: h * 2, h, track: (on) => ({ borderRadius: r, background: on ? p.on : red }), inner: (on) => put({ top: 0, height: h, width: h, [on ? "insetInlineStart" : "insetInlineEnd"]: 0, ...middle }, (on ? yes : no)(on ? p.mark : "#fff", h * 0.55)), knob: () => ({ borderRadius: r === round ? r : 3, background: p.knob }) }; },
  "knob-mark": (s, p, h) => { const [yes, no] = [tick(s), cross(s)]; const size = h * 0.55; return { w: h * roomy(s), h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.off }), knob: () => ({ borderRadius: round, background: "#fff", boxShadow: "0 1px 4px #0005" }), cap: (on) => (on ? yes(p.mark === "#ffffff" ? p.on : "#111", size) : no("#888", size)) }; },
  slab: (s, p, h) => { const kw = h * s.pick([0.5, 0.9, 1.1]); const grip = s.chance(0.6); return { w: h * 2.3, h, track: (on) => ({ borderRadius: 4, background: on ? p.on : p.off, boxShadow: "inset 0 1px 3px #0005" }), knob: () => ({ width: kw, height: h - 4, borderRadius: 3, background: "linear-gradient(#fff, #ddd)", border: "1px solid #9998", boxShadow: "0 1px 2px #0004" }), cap: () => (grip ? svg(h * 0.5, line("M7 4v16M12 4v16M17 4v16", "#999", 1.8)) : "") }; },
  soft: (s, p, h) => { const ground = hsl(p.hue, 15, p.dark ? 20 : 90); const [dim, glow] = p.dark ? ["#0008", "#fff1"] : ["#0003", "#fff"]; return { w: h * 2, h, track: (on) => ({ borderRadius: round, background: on ? mix(p.on, ground, 75) : ground, boxShadow: `inset 2px 2px 5px ${dim}, inset -2px -2px 5px ${glow}` }), knob: () => ({ borderRadius: round, background: ground, boxShadow: `1px 2px 4px ${dim}` }), pad: 3 }; },
  gradient: (s, p, h) => ({ w: h * roomy(s), h, track: (on) => ({ borderRadius: round, background: on ? `linear-gradient(${s.pick([90, 135, 180])}deg, ${p.on}, ${p.on2})` : p.off }), knob: () => ({ borderRadius: round, background: p.knob, boxShadow: "0 2px 4px #0004" }) }),
  bevel: (s, p, h) => { const r = s.pick([round, 5]); return { w: h * 2.2, h, track: (on) => ({ borderRadius: r, background: on ? `linear-gradient(${mix(p.on, "#000", 75)}, ${p.on})` : p.dark ? "linear-gradient(#222, #444)" : "linear-gradient(#bbb, #e5e5e5)", boxShadow: "inset 0 2px 4px #0006, 0 1px 0 #fff5", border: "1px solid #0004" }), knob: () => ({ borderRadius: r, background: "linear-gradient(#fff, #cfcfcf)", border: "1px solid #888", boxShadow: "0 2px 3px #0005, inset 0 1px 0 #fff" }), pad: 1 }; },
  "small-knob": (s, p, h) => ({ w: h * 2, h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.off }), knob: () => ({ width: h * 0.42, borderRadius: round, background: p.knob }), pad: h * 0.29 }),
  pillow: (s, p, h) => ({ w: h * 2.2, h, track: (on) => ({ borderRadius: h * 0.35, background: on ? p.on : p.off }), knob: () => ({ width: h * 1.1, height: h - 6, borderRadius: h * 0.25, background: p.knob, boxShadow: "0 1px 2px #0004" }), pad: 3 }),
  holo: (s, p, h) => { const [yes, no] = onOff(s, { lang: "en" }); return { w: h * 3.6, h, track: () => ({ background: p.dark ? "#2a2a2a" : "#cfcfcf", clipPath: "polygon(6% 0, 100% 0, 94% 100%, 0 100%)" }), knob: (on) => ({ width: h * 1.8, height: h, background: on ? "#33b5e5" : "#808080", color: "#fff", fontSize: h * 0.45, fontWeight: 600, clipPath: "polygon(10% 0, 100% 0, 90% 100%, 0 100%)" }), cap: (on) => words(on ? yes.toUpperCase() : no.toUpperCase()), pad: 0 }; },
  brutal: (s, p, h) => { const [r, b] = [s.pick([0, 0, round]), s.pick([2, 3])]; const ink = p.dark ? "#f5f5f5" : "#000"; return { w: h * 1.9, h, track: (on) => ({ borderRadius: r, background: on ? p.on : p.paper, border: `${b}px solid ${ink}`, boxShadow: `2px 2px 0 ${ink}` }), knob: (on) => ({ width: h * 0.56, borderRadius: r, background: on ? (p.mark === "#ffffff" ? "#fff" : "#111") : p.off, border: `2px solid ${ink}` }), pad: h * 0.22 }; },
  glass: (s, p, h) => ({ w: h * 2, h, track: (on) => ({ borderRadius: round, background: on ? mix(p.on, "transparent", 75) : mix(p.edge, "transparent", 30), border: "1px solid #fff8", boxShadow: "0 2px 8px #0003, inset 0 1px 2px #fff6" }), knob: () => ({ borderRadius: round, background: "linear-gradient(135deg, #fffffff2, #ffffffa8)", boxShadow: "0 1px 4px #0005" }), pad: 2 }),
  ring: (s, p, h) => ({ w: h * 1.9, h, track: (on) => ({ borderRadius: round, background: on ? p.on : p.off }), knob: (on) => ({ width: h + 4, borderRadius: round, background: p.knob, border: `${h * 0.18}px solid ${on ? p.on : p.edge}` }), pad: 0 }),
  bar: (s, p, h) => ({ w: h * 1.7, h, track: (on) => ({ borderRadius: 3, background: p.panel, border: `1px solid ${on ? p.on : p.edge}` }), knob: (on) => ({ width: h * 0.7, height: h - 4, borderRadius: 2, background: on ? p.on : p.edge }) }),
};

const sliding = (name) => (s, env) => {
  const p = palette(s, env);
  // Every look is chosen once, for both states.
  const style = DESIGNS[name]({ ...s, lang: env.lang }, p, height(s));
  return control(s, env, slider(style), { kind: "switch" });
};

// Words on both sides; the one that holds is strong.
function flanked(s, env) {
  const p = palette(s, env);
  const h = height(s);
  const [yes, no] = onOff(s, env);
  const draw = slider(DESIGNS[s.pick(["ios", "square", "outline", "android", "gradient", "pillow"])](s, p, h));
  const label = (text, strong, color) => words(text, { fontSize: s.fontSize, fontWeight: strong ? 700 : 400, color: strong ? color : p.faint, lineHeight: 1.3 });
  return control(s, env, (on) => box({ display: "flex", alignItems: "center", gap: 8 }, label(no, !on, p.ink) + draw(on) + label(yes, on, p.on)), { kind: "switch" });
}

// On its end: up is ON.
function vertical(s, env) {
  const p = palette(s, env);
  const w = s.int(16, 34);
  const [tall, r] = [w * s.pick([1.7, 2, 2.4]), s.pick([round, round, 4])];
  const outlined = s.chance(0.4);
  const draw = (on) => box({ width: w, height: tall, borderRadius: r, background: outlined ? "transparent" : on ? p.on : p.off, border: outlined ? `2px solid ${on ? p.on : p.edge}` : undefined },
    put({ left: outlined ? 1 : 3, width: w - 6, height: w - 6, [on ? "top" : "bottom"]: outlined ? 1 : 3, borderRadius: r, background: outlined ? (on ? p.on : p.edge) : p.knob }));
  return control(s, env, draw, { kind: "switch" });
}

// Two words in one frame, of which one is lit.
function twoWords(s, env) {
  const p = palette(s, env);
  const [yes, no] = onOff(s, env);
  const [size, r] = [s.int(11, 18), s.pick([4, 8, 999, 0])];
  const half = (text, lit, color, ink) => box({ padding: `${size * 0.35}px ${size * 0.7}px`, borderRadius: r, background: lit ? color : "transparent", color: lit ? ink : p.faint, fontWeight: 600, lineHeight: 1.2 }, words(text));
  const draw = (on) => box({ display: "inline-flex", padding: 2, fontSize: size, borderRadius: r === 0 ? 0 : r + 2, background: p.panel, border: `1px solid ${on ? p.on : p.edge}` }, half(no, !on, p.edge, p.paper) + half(yes, on, p.on, p.mark));
  return control(s, env, draw, { kind: "switch" });
}

export const switches = { ...Object.fromEntries(Object.keys(DESIGNS).map((name) => [`switch-${name}`, sliding(name)])), "switch-flanked": flanked, "switch-vertical": vertical, "switch-words": twoWords };
export { slider };
