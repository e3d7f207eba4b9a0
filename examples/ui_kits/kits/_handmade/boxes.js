// Checkboxes: a box that is empty or has a mark.

import { block, box, disc, hsl, line, middle, mix, onOff, palette, put, shape, svg, words } from "./draw.js";
import { control } from "./frame.js";
import { anyMark, cross, MARKS, tick } from "./marks.js";

const side = (s) => s.random.weighted([[s.int(14, 17), 28], [s.int(18, 22), 34], [s.int(23, 30), 24], [s.int(31, 48), 14]]);
const corners = (s, a) => s.pick([0, 2, 3, 4, a * 0.2, a * 0.3]);

// A box with `mark(color, size)` in it where it is on; both looks are styles.
const plain = (a, off, on, mark, color, share = 0.8) => (checked) => box({ width: a, height: a, ...middle, ...(checked ? on : off) }, checked ? mark(color, a * share) : "");

/** Each takes the specimen, palette, side and env, and returns a drawing. */
const DESIGNS = {
  filled: (s, p, a) => { const [r, b] = [corners(s, a), s.pick([1, 1.5, 2])]; return plain(a, { borderRadius: r, background: p.paper, border: `${b}px solid ${p.edge}` }, { borderRadius: r, background: p.on }, tick(s), p.mark); },
  outline: (s, p, a) => { const [r, b] = [corners(s, a), s.pick([1, 2, 2, 3])]; const look = { borderRadius: r, border: `${b}px solid ${p.edge}`, background: s.pick([p.paper, "transparent"]) }; const keep = s.chance(0.5); return plain(a, look, { ...look, borderColor: keep ? p.edge : p.on, ...(keep ? {} : { border: `${b}px solid ${p.on}` }) }, anyMark(s), p.on, 0.72); },
  ink: (s, p, a) => { const look = { borderRadius: corners(s, a), border: `${s.pick([1, 2])}px solid ${p.ink}`, background: "transparent" }; return plain(a, look, look, anyMark(s), p.ink, 0.75); },
  crossed: (s, p, a) => { const look = { borderRadius: corners(s, a), border: `${s.pick([1, 1.5, 2, 3])}px solid ${s.pick([p.ink, p.edge])}`, background: p.paper }; return plain(a, look, look, cross(s), s.pick([p.ink, p.on]), s.pick([0.7, 0.85, 1])); },
  square: (s, p, a) => { const look = { borderRadius: s.pick([0, 2, 4]), border: `${s.pick([1, 2, 3])}px solid ${p.edge}`, background: p.paper }; return plain(a, look, { ...look, borderColor: p.on }, MARKS.square(s), p.on, 1); },
  circle: (s, p, a) => { const b = s.pick([1, 1.5, 2]); return plain(a, { borderRadius: "50%", border: `${b}px solid ${p.edge}`, background: p.paper }, { borderRadius: "50%", background: p.on }, tick(s), p.mark, 0.7); },
  "circle-outline": (s, p, a) => { const b = s.pick([1.5, 2, 3]); return plain(a, { borderRadius: "50%", border: `${b}px solid ${p.edge}` }, { borderRadius: "50%", border: `${b}px solid ${p.on}` }, tick(s), p.on, 0.65); },
  overflow: (s, p, a) => { const look = { borderRadius: corners(s, a), border: `${s.pick([1.5, 2, 3])}px solid ${s.pick([p.ink, p.edge])}`, background: p.paper }; const mark = MARKS[s.pick(["tick", "solid"])](s); const color = p.on; return (on) => box({ width: a, height: a, ...look, margin: `${a * 0.3}px ${a * 0.35}px 0 0` }, on ? put({ left: a * 0.05, bottom: -a * 0.05 }, mark(color, a * 1.25)) : ""); },
  glyph: (s, p, a) => { const [no, yes] = s.pick([["☐", "☑"], ["☐", "☑"], ["☐", "☒"], ["⬜", "☑"], ["▢", "☑"], ["○", "◉"], ["○", "●"], ["◇", "◈"]]); const color = s.pick([p.ink, p.on]); return (on) => words(on ? yes : no, { fontSize: a * 1.15, lineHeight: 1.1, width: a * 1.2, height: a * 1.25, textAlign: "center", color: on ? color : p.ink, fontFamily: "'DejaVu Sans', 'Noto Sans Symbols2'" }); },
  emoji: (s, p, a) => { const mark = MARKS.tick(s); const [r, g] = [a * 0.14, s.pick(["#4caf50", "#66bb3a", "#2e9e44", "#00d26a"])]; return plain(a, { borderRadius: r, background: p.dark ? "#ddd" : "#f2f2f2", border: "1px solid #999" }, { borderRadius: r, background: g }, mark, "#fff", 0.8); },
  bevel: (s, p, a) => { const look = { background: "#fff", borderStyle: "solid", borderWidth: 2, borderColor: "#808080 #f4f4f4 #f4f4f4 #808080", boxShadow: "inset 1px 1px 0 #404040" }; return plain(a, look, look, MARKS[s.pick(["tick", "solid", "pixel", "cross"])](s), "#000", 0.8); },
  xp: (s, p, a) => { const look = { border: "1px solid #1c5180", background: "linear-gradient(135deg, #dcdcd7, #fff)" }; return plain(a, look, look, MARKS.solid(s), "#21a121", 0.85); },
  aqua: (s, p, a) => { const r = a * 0.24; const gloss = "inset 0 1px 0 #fffc, 0 1px 2px #0006"; return plain(a, { borderRadius: r, border: "1px solid #8a8a8a", background: "linear-gradient(#fdfdfd, #d8d8d8 50%, #fff)", boxShadow: gloss }, { borderRadius: r, border: "1px solid #2a5a9a", background: "linear-gradient(#cfe6ff, #5aa6f0 50%, #bfe4ff)", boxShadow: gloss }, MARKS.solid(s), "#123", 0.85); },
  soft: (s, p, a) => { const ground = hsl(p.hue, 14, p.dark ? 21 : 91); const [dim, glow] = p.dark ? ["#0009", "#fff1"] : ["#0003", "#fff"]; const r = s.pick([a * 0.25, "50%"]); return plain(a, { borderRadius: r, background: ground, boxShadow: `2px 2px 5px ${dim}, -2px -2px 5px ${glow}` }, { borderRadius: r, background: ground, boxShadow: `inset 2px 2px 5px ${dim}, inset -2px -2px 5px ${glow}` }, tick(s), p.on, 0.7); },
  brutal: (s, p, a) => { const [ink, r] = [p.dark ? "#fff" : "#000", s.pick([0, 0, 4])]; const look = { borderRadius: r, border: `${s.pick([2, 3])}px solid ${ink}`, boxShadow: `${s.pick(["2px 2px", "3px 3px", "-2px 2px"])} 0 ${ink}` }; return plain(a, { ...look, background: p.paper }, { ...look, background: p.on }, anyMark(s), p.mark === "#ffffff" ? "#fff" : "#111", 0.7); },
  dashed: (s, p, a) => { const [r, kind] = [s.pick([0, 4, "50%"]), s.pick(["dashed", "dotted"])]; return plain(a, { borderRadius: r, border: `2px ${kind} ${p.edge}` }, { borderRadius: r, border: `2px solid ${p.on}`, background: mix(p.on, "transparent", 15) }, tick(s), p.on, 0.7); },
  double: (s, p, a) => { const look = { borderRadius: s.pick([0, 3, "50%"]), border: `${Math.max(3, a * 0.16)}px double ${p.ink}` }; return plain(a, look, { ...look, borderColor: p.on }, MARKS[s.pick(["square", "dot", "diamond", "tick"])](s), p.on, 0.75); },
  tint: (s, p, a) => { const r = corners(s, a); return plain(a, { borderRadius: r, background: mix(p.off, p.paper, 55), border: `1px solid ${p.off}` }, { borderRadius: r, background: mix(p.on, p.paper, 25) }, tick(s), mix(p.on, p.ink, 75), 0.75); },
  gradient: (s, p, a) => { const r = s.pick([a * 0.25, "50%", 3]); return plain(a, { borderRadius: r, background: p.paper, boxShadow: `inset 0 0 0 2px ${p.off}` }, { borderRadius: r, background: `linear-gradient(135deg, ${p.on}, ${p.on2})`, boxShadow: s.pick([undefined, "0 2px 6px #0004"]) }, tick(s), "#fff", 0.75); },
  halo: (s, p, a) => { const r = corners(s, a); return plain(a, { borderRadius: r, background: p.paper, border: `1px solid ${p.edge}` }, { borderRadius: r, background: p.on, boxShadow: `0 0 0 ${s.int(2, 4)}px ${mix(p.on, "transparent", 30)}` }, tick(s), p.mark); },
  underline: (s, p, a) => plain(a, { borderBottom: `2px solid ${p.ink}` }, { borderBottom: `2px solid ${p.on}` }, tick(s), p.on, 0.9),
  polygon: (s, p, a) => {
    const d = s.pick(["M7 2h10l5 10-5 10H7L2 12z", "M8 1.5h8L22.5 8v8L16 22.5H8L1.5 16V8z", "M12 1.5l9 3.5v7c0 5.5-4 9-9 10.5C7 21 3 17.5 3 12V5z", "M12 1l11 11-11 11L1 12z", "M2 5c6-3 14-3 20 0 2 5 2 9 0 14-6 3-14 3-20 0-2-5-2-9 0-14z"]);
    const mark = MARKS.tick(s);
    return (on) => box({ width: a * 1.15, height: a * 1.15, ...middle }, put({ left: 0, top: 0 }, svg(a * 1.15, on ? shape(d, p.on) : line(d, p.edge, 1.6))) + (on ? mark(p.mark, a * 0.62) : ""));
  },
  sketch: (s, p, a) => { const j = () => s.int(-10, 10) / 10; const d = `M${3 + j()} ${4 + j()}C9 ${3 + j()} 15 ${4 + j()} ${21 + j()} ${3 + j()}C${20 + j()} 9 ${21 + j()} 15 ${20 + j()} ${21 + j()}C15 ${20 + j()} 9 ${21 + j()} ${3 + j()} ${20 + j()}C${4 + j()} 14 ${3 + j()} 9 ${4 + j()} ${2.5 + j()}`; const [color, mark] = [s.pick([p.ink, p.on]), s.pick(["M6 12c2 2 4 4 5 7C13 12 17 5 24 0", "M5 5c5 4 9 9 14 14M19 4C14 9 9 14 5 20", "M6 7l12 3M6 11l12 2M6 15l12 2M7 18l10-11"])]; return (on) => svg(a, line(d, p.ink, 1.5) + (on ? line(mark, color, 2.4) : "")); },
  corner: (s, p, a) => { const w = a * 1.5; const mark = MARKS.tick(s); const r = s.pick([4, 8]); return (on) => box({ width: w * 1.4, height: w, borderRadius: r, border: `2px solid ${on ? p.on : p.off}`, background: p.panel, overflow: "hidden" }, on ? put({ top: 0, right: 0, width: 0, height: 0, borderStyle: "solid", borderWidth: `0 ${w * 0.6}px ${w * 0.6}px 0`, borderColor: `transparent ${p.on} transparent transparent` }) + put({ top: 1, right: 0 }, mark(p.mark, w * 0.34)) : ""); },
  ghost: (s, p, a) => { const mark = MARKS.tick(s); const r = s.pick(["50%", 4]); return (on) => box({ width: a, height: a, borderRadius: r, ...middle, background: on ? p.on : "transparent", border: on ? undefined : `1.5px solid ${p.off}` }, mark(on ? p.mark : mix(p.edge, "transparent", 28), a * 0.65)); },
  flag: (s, p, a) => { const r = s.pick([0, 3]); return (on) => box({ width: a * 2, height: a, borderRadius: r, border: `1.5px solid ${on ? p.on : p.edge}`, background: p.paper, overflow: "hidden" }, on ? put({ insetInlineEnd: 0, top: 0, bottom: 0, width: "50%", background: p.on, ...middle }, MARKS.tick(s)(p.mark, a * 0.6)) : put({ insetInlineStart: 0, top: 0, bottom: 0, width: "50%", background: p.off })); },
  stamp: (s, p, a) => { const [yes, no] = onOff(s, { lang: "en" }); return (on) => box({ minWidth: a * 2, height: a * 1.2, padding: "0 6px", ...middle, borderRadius: 4, fontSize: a * 0.55, fontWeight: 700, background: on ? p.on : p.panel, color: on ? p.mark : p.faint, border: `1px solid ${on ? p.on : p.edge}` }, words(on ? `✓ ${yes}` : no)); },
  icon: (s, p, a) => { const r = s.pick([1, 2, 4]); const cut = s.chance(0.5); return (on) => svg(a * 1.2, on ? block(2, 2, 20, 20, p.on, r) + (cut ? line("M6.5 12.5l3.8 3.8L18 8", p.mark, 2.4) : block(6.5, 6.5, 11, 11, p.mark, r / 2)) : `<rect x="3" y="3" width="18" height="18" rx="${r}" fill="none" stroke="${p.edge}" stroke-width="2"/>`); },
  bubble: (s, p, a) => (on) => svg(a * 1.2, on ? disc(12, 12, 11, p.on) + disc(9, 7.5, 3, "#fff7") + line("M7 12.5l3.5 3.5L17.5 9", p.mark, 2.6) : disc(12, 12, 11, mix(p.off, "transparent", 60)) + disc(9, 7.5, 3, "#fff5")),
};

const drawn = (name) => (s, env) => {
  const p = palette(s, env);
  return control(s, env, DESIGNS[name](s, p, side(s), env), { strike: s.chance(0.06) });
};

// The browser's own, enlarged and tinted.
function native(s, env) {
  const kind = s.pick(["checkbox", "checkbox", "radio"]);
  const zoom = s.pick([1, 1, 1.2, 1.5, 1.8, 2.2, 2.8]);
  const input = (one, name) => `<label class="hm-row" style="--gap: 8px"><input type="${kind}" id="${one.id}"${name ? ` name="${name}"` : ""} style="zoom: ${zoom}; accent-color: ${palette(s, env).on}"${one.checked ? " checked" : ""}${one.disabled ? " disabled" : ""} aria-label="${one.aria}"> <span>${one.label}</span></label>`;
  return kind === "checkbox" ? input(s) : `<div style="display: flex; flex-wrap: wrap; gap: 12px">${s.options(2, 3).map((choice) => input({ ...s, ...choice, aria: choice.label }, s.name)).join("")}</div>`;
}

export const boxes = { ...Object.fromEntries(Object.keys(DESIGNS).map((name) => [`box-${name}`, drawn(name)])), "box-native": native };
