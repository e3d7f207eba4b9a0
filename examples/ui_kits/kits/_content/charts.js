// Charts drawn as svg, from random numbers.

import { drawing } from "./svg.js";

const grid = (width, height, count) => Array.from({ length: count }, (_, i) => `<path d="M0 ${Math.round((height * (i + 0.5)) / count)}H${width}" stroke="currentcolor" stroke-opacity="0.14"/>`).join("");
const walk = (s, count) => { let value = 0.5; return Array.from({ length: count }, () => (value = Math.min(0.95, Math.max(0.05, value + (s.random.next() - 0.5) * 0.35)))); };
const points = (values, width, height) => values.map((value, i) => `${((i * width) / (values.length - 1)).toFixed(1)},${(height * (1 - value)).toFixed(1)}`).join(" ");

export const bars = (s, width, height, fills, count = s.int(4, 14)) => {
  const slot = width / count;
  return drawing(width, height, grid(width, height, s.int(0, 4)) + Array.from({ length: count }, (_, i) => { const value = height * (0.1 + 0.9 * s.random.next()); return `<rect x="${(i * slot + slot * 0.15).toFixed(1)}" y="${(height - value).toFixed(1)}" width="${(slot * 0.7).toFixed(1)}" height="${value.toFixed(1)}" rx="${fills.round ?? 0}" fill="${fills[i % fills.length]}"/>`; }).join(""));
};
export const stacked = (s, width, height, fills) => {
  const slot = width / 7;
  return drawing(width, height, Array.from({ length: 7 }, (_, i) => { let top = height; return fills.map((fill) => { const value = (height / fills.length) * (0.2 + 0.75 * s.random.next()); top -= value; return `<rect x="${(i * slot + 4).toFixed(1)}" y="${top.toFixed(1)}" width="${(slot - 8).toFixed(1)}" height="${value.toFixed(1)}" fill="${fill}"/>`; }).join(""); }).join(""));
};
export const lines = (s, width, height, fills, { area = false, count = s.int(6, 30), dots = false } = {}) =>
  drawing(width, height, grid(width, height, s.int(0, 4)) + fills.map((fill) => {
    const drawn = points(walk(s, count), width, height);
    const marks = dots ? drawn.split(" ").map((at) => `<circle cx="${at.split(",")[0]}" cy="${at.split(",")[1]}" r="2.5" fill="${fill}"/>`).join("") : "";
    return (area ? `<polygon points="0,${height} ${drawn} ${width},${height}" fill="${fill}" fill-opacity="0.25"/>` : "") + `<polyline points="${drawn}" fill="none" stroke="${fill}" stroke-width="${s.pick([1.5, 2, 2.5])}" stroke-linejoin="round"/>${marks}`;
  }).join(""));
export const pie = (s, size, fills, hole = 0) => {
  const shares = fills.map(() => 0.15 + s.random.next());
  const total = shares.reduce((a, b) => a + b);
  const [r, c] = [size / 4 + (hole * size) / 4, size / 2];
  const thick = (size / 2) * (1 - hole);
  let from = 0;
  return drawing(size, size, shares.map((share, i) => { const [start, part] = [from, share / total]; from += part; return `<circle cx="${c}" cy="${c}" r="${r}" fill="none" stroke="${fills[i]}" stroke-width="${thick}" pathLength="100" stroke-dasharray="${(part * 100).toFixed(2)} 100" stroke-dashoffset="${(-start * 100).toFixed(2)}"/>`; }).join(""));
};
export const scatter = (s, width, height, fills) => drawing(width, height, grid(width, height, 4) + Array.from({ length: s.int(15, 60) }, () => `<circle cx="${s.int(4, width - 4)}" cy="${s.int(4, height - 4)}" r="${s.int(2, 6)}" fill="${s.pick(fills)}" fill-opacity="0.7"/>`).join(""));
export const candles = (s, width, height) => { let value = height / 2; return drawing(width, height, Array.from({ length: Math.floor(width / 9) }, (_, i) => { const next = Math.min(height - 8, Math.max(8, value + s.int(-14, 14))); const [top, tall] = [Math.min(value, next), Math.max(2, Math.abs(next - value))]; const fill = next < value ? "#16a34a" : "#ef4444"; value = next; return `<path d="M${i * 9 + 5} ${top - s.int(1, 8)}V${top + tall + s.int(1, 8)}" stroke="${fill}"/><rect x="${i * 9 + 2}" y="${top}" width="6" height="${tall}" fill="${fill}"/>`; }).join("")); };
export const radar = (s, size, fill) => { const ring = (radius) => Array.from({ length: 6 }, (_, i) => { const r = (typeof radius === "function" ? radius() : radius) * size; return `${(size / 2 + r * Math.cos((i * Math.PI) / 3)).toFixed(1)},${(size / 2 + r * Math.sin((i * Math.PI) / 3)).toFixed(1)}`; }).join(" "); return drawing(size, size, [0.16, 0.32, 0.48].map((r) => `<polygon points="${ring(r)}" fill="none" stroke="currentcolor" stroke-opacity="0.25"/>`).join("") + `<polygon points="${ring(() => 0.12 + 0.36 * s.random.next())}" fill="${fill}" fill-opacity="0.35" stroke="${fill}" stroke-width="2"/>`); };
export const gauge = (s, size, fill) => drawing(size, size / 2 + 6, `<path d="M8 ${size / 2}A${size / 2 - 8} ${size / 2 - 8} 0 0 1 ${size - 8} ${size / 2}" fill="none" stroke="currentcolor" stroke-opacity="0.15" stroke-width="10" pathLength="100"/><path d="M8 ${size / 2}A${size / 2 - 8} ${size / 2 - 8} 0 0 1 ${size - 8} ${size / 2}" fill="none" stroke="${fill}" stroke-width="10" pathLength="100" stroke-dasharray="${s.int(10, 95)} 100"/>`);
export const heat = (s, columns, rows, cell, fill) => drawing(columns * cell, rows * cell, Array.from({ length: columns * rows }, (_, i) => `<rect x="${(i % columns) * cell + 1}" y="${Math.floor(i / columns) * cell + 1}" width="${cell - 2}" height="${cell - 2}" rx="2" fill="${fill}" fill-opacity="${s.pick([0.1, 0.1, 0.25, 0.45, 0.7, 1])}"/>`).join(""));
