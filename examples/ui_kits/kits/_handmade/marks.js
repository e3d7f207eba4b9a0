// The marks of a checked box: ticks, crosses, dots.

import { box, line, shape, svg, words } from "./draw.js";

const STROKED_TICKS = [
  "M5 13l4 4L19 7",
  "M4 12.5l5.5 5.5L20 6.5",
  "M6 12l4 5 8-11",
  "M3 13c3 1.5 5 4 6 6.5C12 12 16 7 21.5 4",
  "M4 13l5.5 6L21 3.5",
  "M7 12.5l3.5 3.5L17 9",
  "M5 11c2 2 3.5 4 4.5 7C12 12 15 8 19 5",
];
const SOLID_TICKS = [
  "M3 13l3-2 3.2 4.5C12 9.5 16 5 21.5 3 16.5 8 12.5 14 10 21z",
  "M9 16.2L4.8 12l-1.8 1.8 6 6L21.5 7l-1.8-1.7z",
  "M2.5 12.5l4-1.5 3 3.5L19 4l3 1.5L10.5 20.5z",
  "M9.5 20L3 12.5l2.5-2 3.7 4L18 3.5l3.5.5z",
];
const STROKED_CROSSES = ["M6 6l12 12M18 6L6 18", "M5 5l14 14M19 5L5 19", "M4.5 6c5 4 9 8 14.5 13M19.5 4.5C14 9 9 14 5 19.5", "M7.5 7.5l9 9M16.5 7.5l-9 9"];
const PIXEL_TICK = "M20 4h3v3h-3v3h-3v3h-3v3h-3v3H8v-3H5v-3H2v-3h3v3h3v3h3v-3h3v-3h3V7h3z";

const GLYPHS = ["✓", "✔", "✓", "✔"];
const glyph = (text) => (color, size) => words(text, { fontSize: size, lineHeight: 1, color, fontFamily: "'DejaVu Sans', 'Noto Sans Symbols2', sans-serif" });

// As drawn with two borders of a turned box, the way of most style sheets.
const corner = (s) => {
  const [thick, tall] = [s.pick([0.1, 0.13, 0.17, 0.2]), s.pick([0.6, 0.68, 0.75])];
  return (color, size) =>
    box({
      width: size * tall * 0.55,
      height: size * tall,
      margin: `${-size * 0.06}px auto ${size * 0.12}px`,
      borderStyle: "solid",
      borderColor: color,
      borderWidth: `0 ${Math.max(1.5, size * thick)}px ${Math.max(1.5, size * thick)}px 0`,
      transform: "rotate(45deg)",
    });
};

const stroked = (d, width, cap) => (color, size) => svg(size, line(d, color, width, cap));
const CAPS = ["", "", 'style="stroke-linecap: butt; stroke-linejoin: miter"'];

/** Each returns a function of colour and size. */
export const MARKS = {
  tick: (s) => stroked(s.pick(STROKED_TICKS), s.pick([1.6, 2, 2.5, 3, 3.5, 4.2]), s.pick(CAPS)),
  solid: (s) => {
    const d = s.pick(SOLID_TICKS);
    return (color, size) => svg(size, shape(d, color));
  },
  glyph: (s) => glyph(s.pick(GLYPHS)),
  corner,
  cross: (s) => stroked(s.pick(STROKED_CROSSES), s.pick([2, 2.5, 3, 4, 5]), s.pick(CAPS)),
  glyphCross: (s) => glyph(s.pick(["✗", "✕", "✖", "✘", "×"])),
  pixel: () => (color, size) => svg(size, shape(PIXEL_TICK, color), { more: 'shape-rendering="crispEdges"' }),
  dot: (s) => {
    const r = s.int(5, 8);
    return (color, size) => svg(size, `<circle cx="12" cy="12" r="${r}" fill="${color}"/>`);
  },
  square: (s) => {
    const [a, r] = [s.int(4, 7), s.pick([0, 0, 1, 2, 3])];
    return (color, size) => svg(size, `<rect x="${a}" y="${a}" width="${24 - 2 * a}" height="${24 - 2 * a}" rx="${r}" fill="${color}"/>`);
  },
  diamond: () => (color, size) => svg(size, shape("M12 4l8 8-8 8-8-8z", color)),
};

export const tick = (s) => MARKS[s.pick(["tick", "tick", "tick", "solid", "glyph", "corner"])](s);
export const cross = (s) => MARKS[s.pick(["cross", "cross", "glyphCross"])](s);
export const anyMark = (s) =>
  MARKS[
    s.random.weighted([
      ["tick", 40],
      ["solid", 14],
      ["corner", 12],
      ["glyph", 8],
      ["cross", 9],
      ["glyphCross", 4],
      ["square", 6],
      ["dot", 3],
      ["diamond", 2],
      ["pixel", 2],
    ])
  ](s);
