// Bits of invented town maps: land, water, parks, streets of three widths with casings, blocks, names.

import { drawing } from "./svg.js";

const STYLES = [
  { land: "#f2efe9", water: "#aad3df", park: "#c8e6b9", block: "#e2dcd2", casing: "#cfc8bb", street: "#ffffff", road: "#fcd6a4", highway: "#e892a2", text: "#444444" },
  { land: "#f5f5f5", water: "#c9e1f5", park: "#d7ecd0", block: "#eaeaea", casing: "#dcdcdc", street: "#ffffff", road: "#ffffff", highway: "#ffe8a3", text: "#666666" },
  { land: "#242f3e", water: "#17263c", park: "#263c3f", block: "#2b394b", casing: "#1a222d", street: "#38414e", road: "#4b5768", highway: "#746855", text: "#c9cfd8" },
  { land: "#1d1d1f", water: "#0f2233", park: "#1e2b20", block: "#262628", casing: "#111111", street: "#343438", road: "#45454a", highway: "#5b5b62", text: "#b7b7bd" },
  { land: "#ebe3cd", water: "#b9d3c2", park: "#c5d3a5", block: "#dfd2ae", casing: "#c9b28b", street: "#fdfcf8", road: "#f8c967", highway: "#e9bc62", text: "#523735" },
];

export const pin = (x, y, size, fill, inner = "#fff") => `<path transform="translate(${x} ${y}) scale(${size / 24})" d="M0 0C-2-6-8-9-8-15a8 8 0 0 1 16 0C8-9 2-6 0 0Z" fill="${fill}" stroke="rgb(0 0 0 / 35%)" stroke-width="0.7"/><circle cx="${x}" cy="${y - (15 * size) / 24}" r="${size / 8}" fill="${inner}"/>`;

export const name = (x, y, words, { size = 11, fill, halo, weight = 400, turn = 0 }) => `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" stroke="${halo}" stroke-width="2.5" paint-order="stroke" text-anchor="middle"${turn ? ` transform="rotate(${turn} ${x} ${y})"` : ""}>${words}</text>`;

/** A map, with what `over(style)` adds. */
export function streets(s, width, height, dark, over = () => "", css = "") {
  const style = s.pick(dark ? STYLES.slice(2, 4) : [STYLES[0], STYLES[0], STYLES[1], STYLES[4]]);
  const turn = s.int(-35, 35);
  const [w, h] = [width * 1.6, height * 1.9];
  const line = (x1, y1, x2, y2) => `M${x1} ${y1}L${x2} ${y2}`;
  const at = (low, high) => Math.round(low + s.random.next() * (high - low));
  const lines = (count) => Array.from({ length: count }, () => (s.chance(0.5) ? line(at(-w, w), -h, at(-w, w), h) : line(-w, at(-h, h), w, at(-h, h))));
  const grid = [];
  const step = s.int(26, 60);
  for (let x = -w; x < w; x += step * (0.6 + s.random.next())) grid.push(line(x, -h, x + at(-8, 8), h));
  for (let y = -h; y < h; y += step * (0.6 + s.random.next())) grid.push(line(-w, y, w, y + at(-8, 8)));
  const paths = (list, color, thick) => `<path d="${list.join("")}" stroke="${color}" stroke-width="${thick}" fill="none"/>`;
  const [roads, highways, scale] = [lines(3), s.chance(0.6) ? lines(1) : [], s.int(7, 13) / 10];
  const parks = Array.from({ length: s.int(1, 4) }, () => `<rect x="${at(-w / 2, w / 2)}" y="${at(-h / 2, h / 2)}" width="${step * s.int(1, 3)}" height="${step * s.int(1, 2)}" fill="${style.park}"/>`).join("");
  const river = s.chance(0.55) ? `<path d="M${-w} ${at(-h / 2, h / 2)}C${-w / 2} ${at(-h, h)} ${w / 2} ${at(-h, h)} ${w} ${at(-h / 2, h / 2)}" stroke="${style.water}" stroke-width="${s.int(14, 60)}" fill="none"/>` : "";
  const houses = Array.from({ length: s.int(0, 26) }, () => `<rect x="${at(-w / 2, w / 2)}" y="${at(-h / 2, h / 2)}" width="${s.int(7, 16)}" height="${s.int(7, 16)}" fill="${style.block}" stroke="${style.casing}" stroke-width="0.6"/>`).join("");
  const ground = `<g transform="translate(${width / 2} ${height / 2}) rotate(${turn}) scale(${scale})">${parks}${houses}${river}${paths(grid, style.casing, 7)}${paths(grid, style.street, 5)}${paths(roads, style.casing, 11)}${paths(roads, style.road, 9)}${paths(highways, style.casing, 14)}${paths(highways, style.highway, 11)}</g>`;
  return drawing(width, height, `<rect width="100%" height="100%" fill="${style.land}"/>${ground}${over(style)}`, `font-family: inherit; ${css}`);
}
