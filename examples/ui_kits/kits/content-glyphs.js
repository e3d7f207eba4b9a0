// One icon or mark by itself, bare or on a ground: what is shaped and framed like an icon toggle and has no state.

import nodes from "lucide-static/icon-nodes.json";
import { MARKS } from "./_content/brands.js";
import { isContent } from "./_content/icon-kinds.js";
import { beside, muted, piece, row, span, times, tint, wrap } from "./_content/parts.js";
import { pathIcon, svg } from "./_content/svg.js";

const NAMES = Object.keys(nodes).filter(isContent);
const vivid = (s, low = 40, high = 62, hue = s.int(0, 359)) => `hsl(${hue} ${s.int(50, 95)}% ${s.int(low, high)}%)`;
const dull = (s, low, high) => `hsl(${s.int(0, 359)} ${s.pick([0, 8, 20])}% ${s.int(low, high)}%)`;
const line = (s, size, fill = "none") => svg(nodes[s.pick(NAMES)], size, `fill="${fill}" stroke="currentColor" stroke-width="${s.pick([1, 1.5, 2, 2, 2.5, 3])}" stroke-linecap="round" stroke-linejoin="round"`);
const brand = (s, size) => pathIcon(s.pick(MARKS).path, size);
const glyph = (s, size) => s.random.weighted([[line(s, size), 55], [line(s, size, "currentColor"), 15], [brand(s, size), 30]]);
const sizes = (s) => s.random.weighted([[s.int(14, 22), 25], [s.int(23, 40), 45], [s.int(41, 72), 30]]);
const ink = (s) => s.pick(["currentcolor", "currentcolor", "currentcolor", vivid(s), dull(s, 45, 75)]);
const round = (s) => s.pick(["50%", "50%", "50%", "24%", "10%", "0"]);
// Alone, so that the crop is its own; `wall` is what lies around it.
const alone = (s, inner, wall = "") => `<span role="img" aria-label="${s.aria}" style="display: inline-flex; ${wall}">${inner}</span>`;
const ground = (size, look, inner) => `<span style="display: flex; align-items: center; justify-content: center; flex: none; width: ${size}px; height: ${size}px; ${look}">${inner}</span>`;
const walls = (s) => `padding: ${s.int(4, 18)}px; background: ${s.pick(["#000", "#0b0b16", "#131a2a", "#22262f", "#2d1b4e", "#f6f7fb", vivid(s, 20, 40), dull(s, 85, 96)])}`;

/** Grounds: each returns a style of the ground and the colour of what stands on it. */
const GROUNDS = {
  disc: (s) => `border-radius: 50%; background: ${vivid(s)}; color: #fff`,
  tile: (s) => `border-radius: ${round(s)}; background: ${s.pick([vivid(s), "#111", "#fff; box-shadow: 0 1px 4px #0004"])}; color: ${s.pick(["#fff", "#888", vivid(s)])}`,
  pale: (s) => { const own = vivid(s); return `border-radius: ${round(s)}; background: ${tint(own, s.int(10, 28))}; color: ${own}`; },
  dim: (s) => `border-radius: ${round(s)}; background: ${tint("#888888", s.int(15, 45))}; color: ${dull(s, 45, 80)}`,
  ring: (s) => `border-radius: ${round(s)}; border: ${s.int(1, 4)}px solid ${s.pick([vivid(s), dull(s, 55, 85), "currentcolor"])}; color: ${s.pick([vivid(s), dull(s, 45, 75), "currentcolor"])}`,
  lifted: (s) => `border-radius: 50%; background: ${vivid(s, 30, 50)}; color: #fff; box-shadow: 0 ${s.int(2, 6)}px ${s.int(6, 14)}px #0007`,
  soft: (s) => s.pick(["background: #e6e9f0; color: #6b5bd2; box-shadow: 5px 5px 10px #bcc2cf, -5px -5px 10px #fff", "background: #2a2d34; color: #cfd4de; box-shadow: 5px 5px 10px #15171b, -5px -5px 10px #3f434b"]) + `; border-radius: ${round(s)}`,
  sunk: (s) => `border-radius: ${round(s)}; background: ${dull(s, 84, 92)}; color: ${vivid(s)}; box-shadow: inset 3px 3px 7px #0004, inset -3px -3px 7px #fff`,
  glowing: (s) => { const own = vivid(s, 48, 62); return `border-radius: ${round(s)}; background: ${s.pick([own, "#0c0c14", "#1a1426", "linear-gradient(135deg, #16162a, #3a1d4f)"])}; color: #fff; box-shadow: 0 0 ${s.int(8, 26)}px ${own}${s.chance(0.5) ? `, inset 0 0 ${s.int(4, 12)}px ${own}` : ""}`; },
  gradient: (s) => `border-radius: ${round(s)}; background: linear-gradient(${s.int(0, 359)}deg, ${vivid(s)}, ${vivid(s)}); color: #fff`,
};
const grounded = (s, look) => { const size = sizes(s) + 12; return ground(size, look, glyph(s, Math.round(size * s.pick([0.4, 0.5, 0.6, 0.7])))); };

const on = Object.entries(GROUNDS).flatMap(([name, look]) => [
  [`on-${name}`, (s) => alone(s, grounded(s, look(s)), /glow|soft/.test(name) || s.chance(0.3) ? walls(s) : "")],
  [`on-${name}-words`, (s) => beside(s, grounded(s, look(s)), s.text(s.pick(["word", "short", "name"])))],
]);

const initials = (s) => s.text("name").split(/\s+/).map((word) => [...word][0]).slice(0, s.int(1, 2)).join("");
const person = (size) => svg([["circle", { cx: 12, cy: 9, r: 4.2 }], ["path", { d: "M3.5 24c0-6 3.5-9 8.5-9s8.5 3 8.5 9z" }]], size, 'fill="currentColor"');

export default {
  name: "content-glyphs",
  packages: ["lucide-static", "simple-icons"],
  framework: "html",
  toggles: {},

  others: {
    ...Object.fromEntries(on),
    bare: (s) => wrap(times(s.int(1, 2), () => piece("bare", span(glyph(s, sizes(s)), `color: ${ink(s)}`, "ct-icon"), "", "ct-fit")), 30),
    "bare-wall": (s) => alone(s, `<span style="display: flex; color: ${s.pick(["#fff", "#fff", "#cbd5e1", vivid(s, 55, 75)])}">${glyph(s, sizes(s))}</span>`, `padding: ${s.int(3, 14)}px; background: ${s.pick(["#000", "#0d1526", "#1f2937", "#202124", vivid(s, 18, 38)])}`),
    "bare-words": (s) => beside(s, span(glyph(s, sizes(s)), `color: ${ink(s)}`, "ct-icon"), s.text(s.pick(["word", "short"]))),
    counted: (s) => { const [size, own] = [s.int(18, 34), vivid(s)]; return alone(s, `<span style="position: relative; padding: ${s.int(6, 12)}px">${line(s, size)}<b style="position: absolute; top: 0; right: 0; min-width: 16px; line-height: 16px; padding: 0 ${s.pick([0, 3])}px; text-align: center; font-size: 10px; border-radius: 99px; background: ${own}; color: #fff">${s.chance(0.8) ? s.int(1, 30) : ""}</b></span>`); },
    folder: (s) => `<div style="display: flex; align-items: center; gap: 18px; width: ${s.int(180, 330)}px; padding: 8px 14px; box-sizing: border-box; ${s.pick(["", "background: #111; color: #fff", "background: #8882"])}">${line(s, s.int(16, 24))}<span style="flex: 1">${s.text("word")}</span>${s.pick(["▾", "▴", "⌃", "⌄", "›", "+"])}</div>`,
    field: (s) => row(span(glyph(s, s.int(16, 30)), `color: ${ink(s)}`, "ct-icon") + `<span style="flex: 1; border-bottom: ${s.int(1, 2)}px solid ${s.pick(["#888", "#8886", vivid(s)])}; padding: 4px 0">${muted(s.text("short"))}</span>`, s.int(6, 14), `width: ${s.int(140, 260)}px`),
    face: (s) => { const size = s.int(22, 64); const disc = ground(size, `border-radius: ${s.pick(["50%", "50%", "20%"])}; overflow: hidden; background: ${s.pick([dull(s, 60, 85), vivid(s)])}; color: ${s.pick(["#fff", "#fff", dull(s, 30, 50)])}; align-items: flex-end`, person(Math.round(size * 0.86))); return s.chance(0.5) ? alone(s, disc) : beside(s, disc, s.text("name")); },
    letters: (s) => { const size = s.int(22, 56); const disc = ground(size, `border-radius: ${s.pick(["50%", "50%", "18%", "0"])}; background: ${s.pick([vivid(s), vivid(s), "#1f0d0d"])}; color: ${s.pick(["#fff", "#fff", "#ff9a3c"])}; ${s.chance(0.3) ? `border: 2px solid ${vivid(s)}` : ""}`, `<b style="font-weight: ${s.pick([400, 600])}; font-size: ${Math.round(size * 0.45)}px">${initials(s)}</b>`); return s.chance(0.4) ? alone(s, disc) : beside(s, disc, s.text(s.pick(["name", "word"]))); },
    blot: (s) => { const size = s.int(18, 60); return alone(s, ground(size, `border-radius: 50%; background: ${vivid(s, 45, 80)}`, "")); },
    "clearable-chip": (s) => `<span style="display: inline-flex; align-items: center; gap: 8px; padding: ${s.int(4, 8)}px ${s.int(10, 14)}px; border-radius: 99px; ${s.pick(["border: 1px solid #8889", "background: #8883", `background: ${vivid(s)}; color: #fff`])}">${s.text("short")}<span style="display: flex; opacity: .7">${svg([["circle", { cx: 12, cy: 12, r: 10 }], ["path", { d: "M8.5 8.5l7 7M15.5 8.5l-7 7", stroke: "#fff", "stroke-width": 2 }]], 18, 'fill="currentColor"')}</span></span>`,
    logo: (s) => `<span style="display: inline-flex; align-items: center; gap: ${s.int(6, 14)}px; ${walls(s)}; color: ${s.pick(["#fff", "#ddd", vivid(s, 60, 80)])}; font-size: ${s.int(16, 34)}px; font-weight: ${s.pick([400, 600, 800])}">${glyph(s, s.int(22, 52))}${s.text("name").split(/\s+/)[0]}</span>`,
  },
};
