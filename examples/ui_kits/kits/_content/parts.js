// Pieces of content pages: rows, panels and buttons as html, each drawn differently from specimen to specimen.

import "./content.css";

export const COLORS = ["#3b82f6", "#6366f1", "#8b5cf6", "#10b981", "#16a34a", "#d97706", "#ef4444", "#ec4899", "#0d9488", "#64748b", "#ea580c", "#0891b2", "#a16207", "#be185d"];

/** A colour that can be read on light and on dark pages. */
export const tone = (s) => s.pick(["var(--page-accent)", "currentcolor", "currentcolor", ...COLORS.slice(0, 8)]);
export const color = (s) => s.pick(COLORS);
export const tint = (value, percent = 16) => `color-mix(in srgb, ${value} ${percent}%, transparent)`;

/** A piece of a group that is worth a picture of its own. */
export const piece = (kind, html, style = "", className = "") => `<div data-specimen="other" data-kind="${kind}" class="${className}" style="${style}">${html}</div>`;

export const div = (html, style = "", className = "") => `<div class="${className}" style="${style}">${html}</div>`;
export const span = (html, style = "", className = "") => `<span class="${className}" style="${style}">${html}</span>`;
export const row = (html, gap = 8, style = "") => `<div class="ct-row" style="gap: ${gap}px; ${style}">${html}</div>`;
export const wrap = (html, gap = 8, style = "") => `<div class="ct-row ct-wrap" style="gap: ${gap}px; ${style}">${html}</div>`;
export const column = (html, gap = 6, style = "") => `<div class="ct-column" style="gap: ${gap}px; ${style}">${html}</div>`;
export const muted = (html, style = "") => `<span class="ct-muted ct-small" style="${style}">${html}</span>`;
export const panel = (s, html, style = "") => `<div class="ct-panel" style="padding: ${s.int(4, 16)}px; border-radius: ${s.pick([0, 4, 8, 12])}px; ${style}">${html}</div>`;

export const times = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join("");

/** A mark and words beside, above or below it, as close as a control and its label. */
export function beside(s, mark, words, gap = s.pick([2, 4, 6, 8, 8, 10, 12, 16])) {
  const direction = s.pick(["row", "row", "row", "row", "row-reverse", "column", "column-reverse"]);
  const align = s.pick(direction.startsWith("row") ? ["center", "center", "center", "flex-start", "baseline"] : ["center", "flex-start"]);
  return `<div class="ct-row ct-fit" style="flex-direction: ${direction}; align-items: ${align}; gap: ${gap}px">${span(mark, "", "ct-fixed")}<span>${words}</span></div>`;
}

/** A mark in a coloured tile. */
export function tile(s, mark, size, background = color(s)) {
  const radius = s.pick(["0", "12%", "22%", "28%", "50%", "50%"]);
  const [fill, ink] = s.pick([[background, "#fff"], [background, "#fff"], [tint(background), background], [`linear-gradient(${s.int(0, 359)}deg, ${background}, ${color(s)})`, "#fff"]]);
  return `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: ${radius}; background: ${fill}; color: ${ink}">${mark}</span>`;
}

/** A push button: it does something and has no state. */
export function button(s, html, style = "") {
  const own = s.pick(["var(--page-accent)", color(s)]);
  const look = s.pick([
    `background: ${own}; color: #fff`,
    `border-color: ${own}; color: ${own}`,
    `background: ${tint(own)}; color: ${own}`,
    `color: ${own}`,
    "border-color: color-mix(in srgb, currentcolor 30%, transparent); background: color-mix(in srgb, currentcolor 5%, transparent)",
  ]);
  const padding = s.int(3, 11);
  return `<button type="button" class="ct-button" style="gap: ${s.int(4, 12)}px; padding: ${padding}px ${padding + s.int(2, 14)}px; border-radius: ${s.pick([0, 4, 6, 8, 12, 999])}px; ${look}; ${style}">${html}</button>`;
}

const WORDMARKS = ["inherit", "inherit", "Georgia, serif", "'Liberation Mono', monospace", "'Liberation Sans Narrow', sans-serif", "'DejaVu Sans', sans-serif", "'DejaVu Serif', serif"];

/** A name set as brands set theirs. */
export function wordmark(s, name) {
  const style = [
    `font-family: ${s.pick(WORDMARKS)}`,
    `font-weight: ${s.pick([300, 400, 500, 700, 700, 900])}`,
    `font-size: ${s.int(9, 24) / 10}em`,
    `letter-spacing: ${s.pick([-0.04, -0.02, 0, 0, 0, 0.05, 0.15])}em`,
    `text-transform: ${s.pick(["none", "none", "none", "uppercase", "lowercase"])}`,
    `font-style: ${s.pick(["normal", "normal", "normal", "normal", "italic"])}`,
    `color: ${tone(s)}`,
    "line-height: 1.1",
  ];
  return span(name, style.join("; "));
}

/** Waits until the pictures are there: the harvester takes no notice of them. */
export async function picturesReady(root) {
  await Promise.all([...root.querySelectorAll("img")].map((image) => image.decode().catch(() => console.error(`no picture: ${image.src.slice(0, 80)}`))));
}
