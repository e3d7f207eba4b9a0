// Drawing with inline styles: boxes, words and svg, and the colours of one control.

const UNITLESS = new Set(["opacity", "fontWeight", "zIndex", "lineHeight", "flex", "zoom"]);
const written = (key, value) =>
  `${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${typeof value === "number" && !UNITLESS.has(key) && !key.startsWith("--") ? `${value}px` : value}`;
export const css = (style) =>
  Object.entries(style)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([key, value]) => written(key, value))
    .join(";")
    .replace(/"/g, "'");

/** A box in the flow, and one put somewhere in the box around it. */
export const box = (style, inner = "") => `<span class="hm-box" style="${css(style)}">${inner}</span>`;
export const put = (style, inner = "") => box({ position: "absolute", ...style }, inner);
export const middle = { display: "flex", alignItems: "center", justifyContent: "center" };

/** A drawing as a background: content that the harvester takes with its words only, since alone it would pass for a control. */
export const still = (size, picture) =>
  box({ width: size, height: size, background: `url("data:image/svg+xml,${encodeURIComponent(picture.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'))}") center / contain no-repeat` });

/** Words that belong to the drawing: they are the style sheet's, so that they don't pass for the control's label. */
export const words = (text, style = {}) => `<span class="hm-box hm-words" data-words="${text}" style="${css(style)}"></span>`;

export const svg = (size, inner, { view = 24, width = size, style = {}, more = "" } = {}) =>
  `<svg class="hm-svg" width="${width}" height="${size}" viewBox="${typeof view === "number" ? `0 0 ${view} ${view}` : view}" aria-hidden="true" ${more} style="${css(style)}">${inner}</svg>`;

export const line = (d, color, width = 2, more = "") =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const shape = (d, color, more = "") => `<path d="${d}" fill="${color}" ${more}/>`;
export const disc = (x, y, r, color, more = "") => `<circle cx="${x}" cy="${y}" r="${r}" fill="${color}" ${more}/>`;
export const block = (x, y, w, h, color, r = 0, more = "") => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${color}" ${more}/>`;

export const hsl = (hue, saturation, lightness, alpha = 1) => `hsl(${Math.round(hue)} ${saturation}% ${lightness}% / ${alpha})`;
export const mix = (a, b, share) => `color-mix(in srgb, ${a} ${share}%, ${b})`;

const LIVELY = [
  "#22c55e",
  "#34c759",
  "#4caf50",
  "#10b981",
  "#2196f3",
  "#3b82f6",
  "#0ea5e9",
  "#6366f1",
  "#8b5cf6",
  "#ec4899",
  "#ef4444",
  "#f97316",
  "#f59e0b",
  "#14b8a6",
  "#d946ef",
  "#84cc16",
];

/** What one control is coloured with: `on` for its ON state, greys for OFF. */
export function palette(s, env) {
  const { dark } = env;
  const hue = s.int(0, 359);
  const tint = s.pick([0, 0, 4, 10, 16]);
  const grey = (light, gloomy) => hsl(hue, tint, dark ? gloomy : light);
  const on = s.pick([env.accent, s.pick(LIVELY), s.pick(LIVELY), hsl(hue, s.int(55, 95), s.int(36, 52) + (dark ? 10 : 0)), dark ? "#e4e4e7" : "#18181b"]);
  // Accents that are nearly black would be lost on dark pages.
  const seen = dark && /#(4b5563|111827|18181b)/.test(on) ? s.pick(LIVELY) : on;
  return {
    hue,
    dark,
    on: seen,
    on2: hsl(hue + s.int(20, 90), s.int(60, 95), s.int(45, 60)),
    mark: seen === "#e4e4e7" ? "#18181b" : "#ffffff",
    off: grey(s.int(72, 86), s.int(26, 36)),
    edge: grey(s.int(42, 72), s.int(45, 66)),
    paper: grey(s.pick([100, 100, 98, 95]), s.int(8, 18)),
    panel: grey(s.int(90, 97), s.int(14, 24)),
    ink: grey(s.int(8, 28), s.int(82, 96)),
    faint: grey(s.int(48, 62), s.int(52, 66)),
    knob: seen === "#e4e4e7" ? "#1f1f23" : s.pick(["#ffffff", "#ffffff", "#fafafa", dark ? "#e5e5e5" : "#f5f5f5"]),
  };
}

const ENGLISH = [
  ["ON", "OFF"],
  ["ON", "OFF"],
  ["On", "Off"],
  ["on", "off"],
  ["YES", "NO"],
  ["Yes", "No"],
];
const FOREIGN = {
  de: ["EIN", "AUS"],
  fr: ["OUI", "NON"],
  es: ["SÍ", "NO"],
  it: ["SÌ", "NO"],
  pt: ["SIM", "NÃO"],
  ru: ["ВКЛ", "ВЫКЛ"],
  uk: ["ТАК", "НІ"],
  pl: ["TAK", "NIE"],
  cs: ["ANO", "NE"],
  nl: ["AAN", "UIT"],
  sv: ["PÅ", "AV"],
  tr: ["AÇIK", "KAPALI"],
  "zh-Hans": ["开", "关"],
  "zh-Hant": ["開", "關"],
  ja: ["オン", "オフ"],
  ko: ["켜짐", "꺼짐"],
  el: ["ΝΑΙ", "ΟΧΙ"],
  hu: ["BE", "KI"],
  id: ["YA", "TIDAK"],
  vi: ["BẬT", "TẮT"],
  th: ["เปิด", "ปิด"],
  ar: ["نعم", "لا"],
  fa: ["روشن", "خاموش"],
  he: ["כן", "לא"],
  hi: ["हाँ", "नहीं"],
  fi: ["KYLLÄ", "EI"],
};
/** The words for ON and OFF. */
export const onOff = (s, env) => (s.chance(0.5) && FOREIGN[env.lang]) || s.pick(ENGLISH);
export const wide = (text, size) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1.05 : 0.7), 0) * size;
