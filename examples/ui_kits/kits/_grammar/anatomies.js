// How a two-state control is put together. Each takes the specimen, its palette, a surface (see materials.js) and env, and returns
// `draw(on)`; every state can be told from its picture alone. `control` is the kind of control that it is.

import { box, line, middle, mix, onOff, put, shape, svg, wide, words } from "../_handmade/draw.js";
import { anyMark, cross, MARKS, tick } from "../_handmade/marks.js";

const ROUND = 999;
const START = "insetInlineStart";
const END = "insetInlineEnd";

const tall = (s) => s.random.weighted([[s.int(13, 18), 25], [s.int(19, 26), 40], [s.int(27, 38), 25], [s.int(39, 54), 10]]);
const side = (s) => s.random.weighted([[s.int(12, 17), 28], [s.int(18, 23), 34], [s.int(24, 32), 24], [s.int(33, 52), 14]]);
const rounding = (s, h) => s.pick([ROUND, ROUND, ROUND, 0, 3, h * 0.22, h * 0.35]);
const within = (r, pad) => (r === ROUND ? r : Math.max(0, r - pad));

// The colour of the OFF state, where something else than the colour tells the state too.
const offColor = (s, p) => s.random.weighted([[p.off, 46], [p.edge, 18], ["#e5484d", 9], ["#b42318", 3], ["#8b5cf6", 4], ["#3b82f6", 3], [mix(p.on, p.paper, 35), 9], [p.on, 4], [p.dark ? "#000" : "#3f3f46", 4]]);
const inkOn = (color, p) => (color === p.off && !p.dark ? p.ink : "#fff");

// A track with a knob; `grow` is the knob's height over the track's.
function sliding(s, p, surface, { h = tall(s), w = h * s.pick([1.5, 1.7, 1.8, 2, 2.2, 2.6]), grow = s.pick([0.55, 0.72, 0.8, 0.86, 0.9]), kw, r = rounding(s, h), off = offColor(s, p), cap = () => "", inner = () => "", knobOn = "#fff", knobOff = "#fff" }) {
  const k = h * grow;
  const width = kw ?? k * s.pick([1, 1, 1, 1, 0.6, 1.45]);
  const pad = grow < 1 ? (h - k) / 2 : -k * 0.06;
  const all = Math.max(h, k);
  return (on) =>
    box({ width: w, height: all },
      put({ left: 0, right: 0, top: (all - h) / 2, height: h, borderRadius: r, overflow: "hidden", ...surface(on ? p.on : off, { raised: false, lit: on }) }, inner(on, h)) +
      put({ top: (all - k) / 2, [on ? END : START]: pad, width, height: k, borderRadius: within(r, pad), ...middle, boxShadow: "0 1px 3px #0005", ...surface(on ? knobOn : knobOff, { raised: true, lit: on }), ...(surface.wall || grow < 1 ? { background: on ? knobOn : knobOff } : {}) }, cap(on, k)));
}

const written = (s, env, h, share = 0.42) => {
  const [yes, no] = onOff(s, env);
  const size = h * s.pick([share * 0.85, share, share * 1.1]);
  return { yes, no, size, room: Math.max(wide(yes, size), wide(no, size)) + h * 0.5, weight: s.pick([400, 600, 700, 800]) };
};
const half = (on, width, h, text, style) => put({ top: 0, height: h, [on ? START : END]: 0, width, ...middle, lineHeight: 1, ...style }, words(text));

// A box or disc with a mark where it is on.
function marked(s, p, surface, { a = side(s), r = s.pick([0, 2, 4, a * 0.2, a * 0.3]), mark = anyMark(s), share = 0.75, fill = s.chance(0.6), faint = 0 }) {
  const ink = fill ? p.mark : p.on;
  const edge = { border: `${s.pick([1, 1.5, 2, 2.5])}px solid ${p.edge}`, background: s.pick([p.paper, "transparent"]) };
  return (on) => {
    const look = on && fill ? surface(p.on, { raised: false, lit: true }) : { ...edge, ...(on ? { borderColor: p.on } : {}) };
    const pale = surface.wall && !on ? surface(p.off, { raised: false, lit: false }) : look;
    return box({ width: a, height: a, borderRadius: r, ...middle, ...pale }, on ? mark(ink, a * share) : faint ? box({ opacity: faint }, mark(p.edge, a * share)) : "");
  };
}

const POWER = "M12 3v9M7 6a8 8 0 1 0 10 0";
const SHAPES = {
  heart: "M12 21C5 15 2 11 2 7.5A5.5 5.5 0 0 1 12 5a5.5 5.5 0 0 1 10 2.5C22 11 19 15 12 21z",
  star: "M12 2l3 7 7 .6-5.3 4.7L18.500 22 12 18l-6.500 4 1.800-7.700L2 9.600 9 9z",
  bookmark: "M6 2h12v20l-6-5-6 5z",
  thumb: "M7 10l4-8c2 0 3 1 3 3l-1 4h7l-2 11H7zM3 10h3v10H3z",
};

export const ANATOMIES = {
  pill: { control: "switch", draw: (s, p, surface) => sliding(s, p, surface, {}) },
  overhang: { control: "switch", draw: (s, p, surface) => sliding(s, p, surface, { h: tall(s) * 0.6, grow: s.pick([1.25, 1.5, 1.8]), w: s.int(34, 70), r: ROUND, knobOn: s.pick(["#fff", p.on]), knobOff: s.pick(["#fff", p.edge]) }) },
  thread: { control: "switch", draw: (s, p, surface) => sliding(s, p, surface, { h: s.int(2, 6), grow: s.pick([4, 5, 6]), w: s.int(36, 74), kw: undefined, r: ROUND, off: p.edge, knobOn: p.on, knobOff: p.edge }) },
  capped: {
    control: "switch",
    draw: (s, p, surface) => {
      const [yes, no] = [tick(s), s.pick([cross(s), MARKS.dot(s), () => ""])];
      return sliding(s, p, surface, { h: tall(s) + 4, grow: s.pick([0.8, 0.86, 1.2]), cap: (on, k) => (on ? yes(p.on === "#e4e4e7" ? "#111" : p.on, k * 0.65) : no("#888", k * 0.6)) });
    },
  },
  strokes: {
    control: "switch",
    draw: (s, p, surface) => {
      const h = tall(s) + 4;
      const bar = (on) => svg(h * 0.5, on ? line("M12 4v16", "#fff", 3) : line("M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z", "#fff", 2.6));
      return sliding(s, p, surface, { h, w: h * 2, grow: 0.8, off: p.edge, inner: (on) => put({ top: 0, height: h, width: h, [on ? START : END]: 0, ...middle }, bar(on)) });
    },
  },
  "word-in-track": {
    control: "switch",
    draw: (s, p, surface, env) => {
      const h = Math.max(20, tall(s));
      const { yes, no, size, room, weight } = written(s, env, h);
      const off = offColor(s, p);
      const ink = surface.wall ? "currentcolor" : undefined;
      return sliding(s, p, surface, { h, w: room + h * 0.95, grow: 0.8, kw: h * 0.8, off, inner: (on) => half(on, room, h, on ? yes : no, { fontSize: size, fontWeight: weight, color: ink ?? (on ? p.mark : inkOn(off, p)) }) });
    },
  },
  "word-on-knob": {
    control: "switch",
    draw: (s, p, surface, env) => {
      const h = Math.max(20, tall(s));
      const { yes, no, size, room, weight } = written(s, env, h, 0.4);
      return sliding(s, p, surface, { h, w: room * s.pick([1.6, 1.9, 2.1]), grow: s.pick([0.84, 0.9]), kw: room, knobOn: p.on, knobOff: p.edge, off: p.panel, cap: (on) => words(on ? yes : no, { fontSize: size, fontWeight: weight, lineHeight: 1, color: on ? p.mark : p.paper }) });
    },
  },
  "two-words": {
    control: "switch",
    draw: (s, p, surface, env) => {
      const h = Math.max(20, tall(s));
      const { yes, no, size, room, weight } = written(s, env, h, 0.44);
      const [r, first] = [rounding(s, h), s.chance(0.6)];
      const cell = (text, lit, color) => box({ width: room, height: h, borderRadius: within(r, 2), ...middle, lineHeight: 1, fontSize: size, fontWeight: weight, color: lit ? "#fff" : p.faint, ...(lit ? surface(color, { raised: true, lit: true }) : {}) }, words(text));
      const against = s.pick([p.edge, p.edge, "#dc2626", "#52525b"]);
      return (on) => {
        const cells = [cell(no, !on, against), cell(yes, on, p.on)];
        return box({ display: "flex", padding: 2, borderRadius: r, background: surface.wall ? "#8883" : p.panel, border: `1px solid ${p.off}` }, (first ? cells : cells.reverse()).join(""));
      };
    },
  },
  "word-beside": {
    control: "switch",
    draw: (s, p, surface, env) => {
      const h = tall(s);
      const { yes, no } = written(s, env, h);
      const [slide, size] = [sliding(s, p, surface, { h }), s.int(11, 17)];
      return (on) => box({ display: "flex", alignItems: "center", gap: 8 }, slide(on) + words(on ? yes : no, { fontSize: size, fontWeight: 600, color: on ? mix(p.on, p.ink, 75) : p.faint }));
    },
  },
  upright: {
    control: "switch",
    draw: (s, p, surface) => {
      const w = tall(s) + 4;
      const [h, k, r, off] = [w * s.pick([1.8, 2, 2.3]), w * 0.8, rounding(s, w), offColor(s, p)];
      return (on) => box({ width: w, height: h, borderRadius: r, ...surface(on ? p.on : off, { raised: false, lit: on }) }, put({ left: (w - k) / 2, [on ? "top" : "bottom"]: (w - k) / 2, width: k, height: k, borderRadius: within(r, 2), boxShadow: "0 1px 3px #0006", background: "#fff", ...middle }, svg(k * 0.6, on ? line("M12 4v16", p.on, 3) : line("M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z", "#888", 2.6))));
    },
  },
  slanted: {
    control: "switch",
    draw: (s, p, surface, env) => {
      const h = Math.max(20, tall(s));
      const { yes, no, size, room, weight } = written(s, env, h);
      const off = offColor(s, p);
      return (on) => box({ width: room * 1.5 + 8, height: h, transform: "skewX(-16deg)", margin: "0 6px", overflow: "hidden", ...surface(on ? p.on : off, { raised: false, lit: on }) }, put({ top: 2, bottom: 2, [on ? END : START]: 2, width: h * 0.5, background: surface.wall ? "currentcolor" : "#fff" }) + put({ top: 0, height: h, [on ? START : END]: 4, width: room, ...middle, lineHeight: 1, fontSize: size, fontWeight: weight, color: surface.wall ? "currentcolor" : on ? p.mark : inkOn(off, p) }, words(on ? yes : no)));
    },
  },
  rocker: {
    control: "switch",
    draw: (s, p, surface, env) => {
      const [yes, no] = s.pick([["I", "O"], ["I", "O"], ["1", "0"], onOff(s, env)]);
      const [h, dark, down] = [s.int(26, 58), s.chance(0.5), s.chance(0.5)];
      const w = Math.max(h * s.pick([1.4, 1.7, 2]), 2 * wide(yes.length > no.length ? yes : no, h * 0.32) + 12);
      const body = dark ? "#26282c" : "#dcdee2";
      const part = (text, pressed, lit) => box({ width: down ? h : w / 2, height: down ? w / 2 : h, ...middle, lineHeight: 1, background: lit ? `linear-gradient(${mix(p.on, "#000", 70)}, ${p.on})` : pressed ? `linear-gradient(#0007, #0002), ${body}` : `linear-gradient(#fff5, #fff0), ${body}`, boxShadow: pressed ? "inset 0 3px 6px #0009" : "inset 0 -2px 2px #0004", color: lit ? p.mark : "#8d9096", fontSize: h * 0.32, fontWeight: 700 }, words(text));
      return (on) => box({ display: "flex", flexDirection: down ? "column" : "row", border: "2px solid #0009", borderRadius: s.pick([3, 6, 10]), overflow: "hidden", ...(surface.wall ? { outline: `2px solid ${on ? p.on : "#8886"}` } : {}) }, part(yes, on, on) + part(no, !on, false));
    },
  },
  "tick-box": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, { mark: tick(s) }) },
  "any-box": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, {}) },
  "bursting-box": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, { mark: MARKS[s.pick(["tick", "solid"])](s), share: s.pick([1.15, 1.3, 1.45]), fill: false }) },
  "faint-box": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, { mark: tick(s), fill: true, faint: s.pick([0.25, 0.4, 0.55]) }) },
  "inner-box": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, { mark: MARKS[s.pick(["square", "dot", "diamond"])](s), fill: false }) },
  "tick-disc": { control: "checkbox", draw: (s, p, surface) => marked(s, p, surface, { r: ROUND, mark: tick(s), share: 0.62, faint: s.pick([0, 0, 0.35]) }) },
  "dot-ring": { control: "radio", draw: (s, p, surface) => marked(s, p, surface, { r: ROUND, mark: MARKS.dot(s), share: s.pick([0.6, 0.8, 0.95]), fill: s.chance(0.4) }) },
  "double-ring": {
    control: "radio",
    draw: (s, p, surface) => {
      const a = side(s);
      const [gap, b] = [s.int(2, 5), s.pick([1, 1.5, 2, 3])];
      return (on) => box({ width: a, height: a, borderRadius: ROUND, padding: gap, border: `${b}px solid ${on ? p.on : p.edge}` }, on ? box({ width: "100%", height: "100%", borderRadius: ROUND, ...surface(p.on, { raised: true, lit: true }), background: p.on }) : "");
    },
  },
  power: {
    control: "toggle",
    draw: (s, p, surface) => {
      const [a, r, filled] = [s.int(26, 72), s.pick([ROUND, ROUND, 10]), s.chance(0.4)];
      return (on) => box({ width: a, height: a, borderRadius: r, ...middle, ...surface(on && filled ? p.on : p.dark ? "#2a2d33" : "#e4e6ea", { raised: !on, lit: on }), ...(on ? { boxShadow: `0 0 0 2px ${p.on}, 0 0 ${a * 0.3}px ${p.on}` } : {}) }, svg(a * 0.5, line(POWER, on ? (filled ? p.mark : p.on) : "#8a8f98", 2.4)));
    },
  },
  "led-key": {
    control: "toggle",
    draw: (s, p, surface, env) => {
      const [h, lamp] = [s.int(26, 50), s.pick(["#22c55e", "#ef4444", "#38bdf8", "#f59e0b", p.on])];
      const text = s.pick(["ON", "POWER", "TURBO", "CAPS", "F1", "REC", onOff(s, env)[0]]);
      const size = h * 0.32;
      return (on) => box({ height: h, minWidth: h, padding: "0 10px", borderRadius: s.pick([4, 6, 10]), display: "flex", alignItems: "center", gap: 7, lineHeight: 1, fontSize: size, fontWeight: 600, color: surface.wall ? "currentcolor" : p.ink, ...surface(p.panel, { raised: !on, lit: false }) }, box({ width: size * 0.7, height: size * 0.7, borderRadius: ROUND, background: on ? lamp : "#6b6f76", boxShadow: on ? `0 0 ${size}px ${lamp}` : "inset 0 1px 2px #0009" }) + words(text));
    },
  },
  chip: {
    control: "toggle",
    draw: (s, p, surface) => {
      const [h, yes, text] = [s.int(22, 38), tick(s), s.text("word")];
      const plus = (color, size) => svg(size, line("M12 5v14M5 12h14", color, 2.2));
      const size = h * 0.42;
      return (on) => box({ height: h, padding: `0 ${h * 0.4}px`, borderRadius: s.pick([ROUND, 6]), display: "flex", alignItems: "center", gap: 6, lineHeight: 1, fontSize: size, color: on ? p.mark : surface.wall ? "currentcolor" : p.ink, ...(on ? { ...surface(p.on, { raised: true, lit: true }), background: p.on } : { border: `1px solid ${p.edge}` }) }, (on ? yes(p.mark, size * 1.1) : plus(p.faint, size * 1.1)) + words(text));
    },
  },
  card: {
    control: "toggle",
    draw: (s, p, surface) => {
      const [w, h, yes, text, r] = [s.int(90, 180), s.int(48, 96), tick(s), s.text("word"), s.pick([4, 8, 14])];
      return (on) => box({ width: w, height: h, borderRadius: r, ...middle, lineHeight: 1.1, fontSize: 14, color: surface.wall ? "currentcolor" : p.ink, ...(surface.wall ? surface(p.off, { raised: true, lit: false }) : { background: p.paper }), border: `2px solid ${on ? p.on : p.off}` }, words(text) + put({ top: 6, [END]: 6, width: 18, height: 18, borderRadius: s.pick([ROUND, 4]), ...middle, ...(on ? { background: p.on } : { border: `1.5px solid ${p.edge}` }) }, on ? yes(p.mark, 12) : ""));
    },
  },
  counted: {
    control: "toggle",
    draw: (s, p, surface) => {
      const [d, a, color, n] = [SHAPES[s.pick(Object.keys(SHAPES))], s.int(16, 30), s.pick(["#e0245e", "#f5b301", p.on]), s.int(1, 990)];
      return (on) => box({ height: a + 14, padding: "0 10px", borderRadius: s.pick([ROUND, 8]), display: "flex", alignItems: "center", gap: 6, lineHeight: 1, fontSize: a * 0.6, color: on ? color : p.faint, ...(surface.wall ? surface(color, { raised: !on, lit: on }) : { border: `1px solid ${on ? color : p.off}`, background: on ? mix(color, "transparent", 14) : "transparent" }) }, svg(a, on ? shape(d, color) : line(d, p.faint, 2)) + words(String(on ? n + 1 : n)));
    },
  },
};
