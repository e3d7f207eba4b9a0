// Radios, segments, chips, cards, rows, menus, toolbars and what is written with letters.

import { block, box, css, disc, middle, mix, onOff, palette, svg, words } from "./draw.js";
import { control, face, group, pressed, selectable, skin } from "./frame.js";
import { icon, THINGS } from "./icons.js";
import { MARKS, tick } from "./marks.js";

const size = (s) => s.random.weighted([[s.int(14, 17), 30], [s.int(18, 23), 40], [s.int(24, 32), 22], [s.int(33, 44), 8]]);

/** Radios: each takes the specimen, palette and side, and returns a drawing. */
const RADIOS = {
  dot: (s, p, a) => { const [b, share] = [s.pick([1, 1.5, 2, 2.5, 3]), s.pick([0.35, 0.45, 0.55])]; const rim = s.chance(0.5) ? p.edge : p.on; return (on) => box({ width: a, height: a, borderRadius: "50%", border: `${b}px solid ${on ? rim : p.edge}`, background: p.paper, ...middle }, on ? box({ width: a * share, height: a * share, borderRadius: "50%", background: p.on }) : ""); },
  ring: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: "50%", background: p.paper, border: on ? `${a * 0.3}px solid ${p.on}` : `1.5px solid ${p.edge}` }),
  filled: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: "50%", background: on ? p.on : p.off, ...middle }, on ? box({ width: a * 0.4, height: a * 0.4, borderRadius: "50%", background: p.mark }) : ""),
  ticked: (s, p, a) => { const mark = tick(s); return (on) => box({ width: a, height: a, borderRadius: "50%", ...middle, background: on ? p.on : "transparent", border: `1.5px solid ${on ? p.on : p.edge}` }, on ? mark(p.mark, a * 0.62) : ""); },
  diamond: (s, p, a) => (on) => box({ width: a * 0.8, height: a * 0.8, margin: a * 0.15, transform: "rotate(45deg)", border: `2px solid ${on ? p.on : p.edge}`, ...middle }, on ? box({ width: a * 0.4, height: a * 0.4, background: p.on }) : ""),
  square: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: 3, border: `2px solid ${on ? p.on : p.edge}`, background: p.paper, ...middle }, on ? box({ width: a * 0.5, height: a * 0.5, borderRadius: 1, background: p.on }) : ""),
  bevel: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: "50%", border: "2px solid", borderColor: "#707070 #eee #eee #707070", background: "#fff", ...middle }, on ? box({ width: a * 0.36, height: a * 0.36, borderRadius: "50%", background: "#000" }) : ""),
  aqua: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: "50%", border: "1px solid #777", background: on ? "linear-gradient(#cfe6ff, #5aa6f0 55%, #c8e8ff)" : "linear-gradient(#fefefe, #d5d5d5 55%, #fff)", boxShadow: "0 1px 2px #0005", ...middle }, on ? box({ width: a * 0.35, height: a * 0.35, borderRadius: "50%", background: "#123" }) : ""),
  soft: (s, p, a) => { const ground = p.dark ? "#2a2d33" : "#e8ebf0"; const [dim, glow] = p.dark ? ["#0009", "#fff1"] : ["#0003", "#fff"]; return (on) => box({ width: a, height: a, borderRadius: "50%", background: ground, boxShadow: `2px 2px 4px ${dim}, -2px -2px 4px ${glow}`, ...middle }, on ? box({ width: a * 0.5, height: a * 0.5, borderRadius: "50%", background: p.on }) : ""); },
  halo: (s, p, a) => (on) => box({ width: a, height: a, borderRadius: "50%", background: on ? p.on : p.paper, border: `2px solid ${on ? p.paper : p.edge}`, boxShadow: on ? `0 0 0 2px ${p.on}` : undefined }),
  sketch: (s, p, a) => { const j = () => s.int(-12, 12) / 10; const d = `M12 ${2 + j()}C${18 + j()} 2 ${22 + j()} 6 ${21.5 + j()} 12 ${22 + j()} 18 18 22 12 ${21.5 + j()} 6 22 2 18 ${2.5 + j()} 12 2 7 5 3 ${13 + j()} ${2.5 + j()}`; return (on) => svg(a, `<path d="${d}" fill="none" stroke="${p.ink}" stroke-width="1.6" stroke-linecap="round"/>${on ? `<path d="M8 12c1-4 7-4 8 0s-6 6-8 1" fill="${p.on}" stroke="${p.on}" stroke-width="1.5"/>` : ""}`); },
  target: (s, p, a) => (on) => svg(a, `<circle cx="12" cy="12" r="10.5" fill="none" stroke="${on ? p.on : p.edge}" stroke-width="1.5"/>${on ? disc(12, 12, 7, p.on) : ""}`),
};

const radios = (name) => (s, env) => {
  const [p, a] = [palette(s, env), size(s)];
  const draw = RADIOS[name](s, p, a);
  return group(s, (one, of) => control(one, env, draw, { kind: "radio", name: of, plain: true }), { style: s.chance(0.5) ? { flexDirection: "column", alignItems: "flex-start" } : {} });
};

const kinds = (s, p) => {
  const r = s.pick([0, 4, 8, 12, 999]);
  const off = { border: `1px solid ${p.edge}`, background: s.pick([p.paper, "transparent"]), color: p.ink };
  const on = s.pick([{ border: `1px solid ${p.on}`, background: p.on, color: p.mark }, { border: `1px solid ${p.on}`, background: mix(p.on, p.paper, 18), color: mix(p.on, p.ink, 70) }, { border: `1px solid ${p.on}`, background: p.paper, color: p.on, shadow: `inset 0 0 0 1px ${p.on}` }]);
  return { r, off, on };
};

// An empty ring, plus sign or nothing before, a tick after.
const slot = (s, p, on) => {
  const [a, mark, plus] = [s.int(13, 18), MARKS.tick(s), s.chance(0.4)];
  return face((checked) => box({ width: a, height: a, borderRadius: "50%", ...middle, border: checked || plus ? undefined : `1.5px solid ${p.edge}` }, checked ? mark(on.color, a) : plus ? words("+", { fontSize: a * 1.1, lineHeight: 1, color: p.faint }) : ""));
};

const chip = (kind) => (s, env) => {
  const p = palette(s, env);
  const { r, off, on } = kinds(s, p);
  const look = skin(off, on, { padding: `${s.int(3, 9)}px ${s.int(10, 18)}px`, borderRadius: r, fontSize: `${s.int(12, 18)}px` });
  const tag = s.pick(["label", "span", "span"]);
  const mark = s.chance(0.85);
  const one = (it, name) => selectable(it, `${mark ? slot(s, p, on) : ""}<span>${it.label || it.aria}</span>`, look, { kind, name, tag: name?.endsWith("-role") ? "span" : name ? "label" : tag });
  return kind === "radio" ? group(s, one) : `<div style="display: flex; flex-wrap: wrap; gap: 8px">${s.options(2, 4).map((choice) => one({ ...s, ...choice, aria: choice.label, checked: s.chance(0.5) })).join("")}</div>`;
};

function segments(s, env) {
  const p = palette(s, env);
  const [r, solid] = [s.pick([0, 6, 10, 999]), s.chance(0.6)];
  const look = skin({ color: p.faint }, solid ? { background: p.on, color: p.mark, weight: 600 } : { background: p.paper, color: p.on, weight: 700, shadow: "0 1px 3px #0004" }, { padding: `${s.int(4, 8)}px ${s.int(10, 18)}px`, borderRadius: r, fontSize: `${s.int(12, 17)}px` });
  return group(s, (one, name) => selectable(one, `<span>${one.label}</span>`, look, { kind: "radio", name, tag: "span" }), { style: { display: "inline-flex", gap: 2, padding: 3, borderRadius: r && r + 3, background: p.panel, border: `1px solid ${p.off}` }, high: 3, kind: "word" });
}

const card = (kind) => (s, env) => {
  const p = palette(s, env);
  const [r, a, atEnd] = [s.pick([0, 6, 12, 18]), s.int(16, 26), s.chance(0.6)];
  const on = s.pick([{ border: `2px solid ${p.on}`, background: mix(p.on, p.paper, 10), color: p.ink }, { border: `2px solid ${p.on}`, background: p.paper, color: p.ink }, { border: `2px solid ${p.on}`, background: p.on, color: p.mark }]);
  const look = skin({ border: `2px solid ${p.off}`, background: p.paper, color: p.ink }, on, { padding: `${s.int(10, 16)}px`, borderRadius: r, minWidth: 140 });
  const [mark, thing] = [kind === "radio" ? RADIOS.dot(s, { ...p, on: on.color === p.mark ? p.edge : p.on }, a) : (checked) => box({ width: a, height: a, borderRadius: "50%", ...middle, background: checked ? (on.color === p.mark ? "#0003" : p.on) : "transparent", border: checked ? undefined : `1.5px solid ${p.edge}` }, checked ? MARKS.tick(s)(p.mark, a * 0.65) : ""), s.pick(THINGS)];
  const one = (it, name) => selectable(it, `${face(mark, atEnd ? "order: 9" : "")}${icon(thing, { size: 24 })}<span style="flex: 1; min-width: 0"><b>${it.label || it.aria}</b><br><small>${s.text("short")}</small></span>`, look, { kind, name, tag: name && !name.endsWith("-role") ? "label" : "span" });
  return kind === "radio" ? group(s, one, { high: 3 }) : one(s);
};

// Rows of a list or table: a light band and a tick where selected, an empty ring where not.
function rows(s, env) {
  const p = palette(s, env);
  const a = s.int(16, 24);
  const [mark, round] = [MARKS.tick(s), s.pick(["50%", 4])];
  const look = skin({ background: "transparent", border: "0" }, { background: mix(p.on, "transparent", env.dark ? 30 : 16), border: "0" }, { display: "flex", padding: "8px 12px", width: "100%" });
  const ring = face((on) => box({ width: a, height: a, borderRadius: round, ...middle, background: on ? p.on : "transparent", border: on ? undefined : `1.5px solid ${p.edge}` }, on ? mark(p.mark, a * 0.7) : ""));
  const last = s.chance(0.5);
  const row = (label, i) => selectable({ ...s, id: `${s.id}-${i}`, label, aria: label, checked: s.chance(0.5) }, `${last ? "" : ring}<span style="flex: 1; min-width: 0">${label}</span><span style="opacity: .65; font-size: .85em">${s.text(s.pick(["price", "number", "date"]))}</span>${last ? ring : ""}`, look, { tag: s.pick(["label", "span"]) });
  return `<div style="${css({ border: `1px solid ${p.off}`, borderRadius: 8, overflow: "hidden", maxWidth: 460 })}">${s.options(2, 3, "short").map(({ label }, i) => row(label, i)).join("")}</div>`;
}

function menu(s, env) {
  const p = palette(s, env);
  const mark = tick(s);
  const [one, faint] = [s.chance(0.35), s.chance(0.5)];
  const leading = face((on) => box({ width: 18, height: 18, ...middle, borderRadius: 3, border: faint ? undefined : `1px solid ${p.edge}` }, on ? mark(p.on, 16) : faint ? mark(mix(p.edge, "transparent", 30), 16) : ""));
  const items = s.options(2, 4, "short").map(({ label, checked }) => `<div class="hm-skin" role="menuitem${one ? "radio" : "checkbox"}" tabindex="0" data-turn="${one ? "one" : "own"}" aria-checked="${one ? checked : s.chance(0.5)}" style="${skin({}, {}, { display: "flex", padding: "5px 14px 5px 8px" })}">${leading}<span>${label}</span></div>`);
  return `<div role="menu" ${one ? "data-group" : ""} style="${css({ display: "inline-block", padding: "5px 0", minWidth: 150, maxWidth: "100%", borderRadius: s.pick([0, 6, 10]), background: p.paper, color: p.ink, border: `1px solid ${p.off}`, boxShadow: "0 4px 14px #0003" })}">${items.join("")}</div>`;
}

function toolbar(s, env) {
  const p = palette(s, env);
  const [a, r, gap] = [s.int(24, 40), s.pick([0, 4, 8]), s.pick([0, 2, 6])];
  const strong = s.chance(0.5);
  const key = (name) => pressed({ ...s, checked: s.chance(0.5) }, env, (on) => box({ width: a, height: a, borderRadius: r, ...middle, background: on ? (strong ? p.on : mix(p.on, "transparent", 25)) : "transparent", boxShadow: on && !strong ? `inset 0 0 0 1.5px ${p.on}` : undefined, color: on ? (strong ? p.mark : mix(p.on, p.ink, 75)) : p.ink }, icon(name, { size: a * 0.55 })));
  return `<div role="toolbar" style="${css({ display: "inline-flex", gap, padding: 4, borderRadius: r && r + 3, border: `1px solid ${p.off}`, background: p.paper })}">${s.random.sample(["bold", "italic", "underline", "strike", "left", "center", "grid", "link"], s.int(2, 5)).map(key).join("")}</div>`;
}

// Letters only, as in terminals and plain text.
function text(s, env) {
  const p = palette(s, env);
  const [yes, no] = onOff(s, env);
  const [off, on] = s.pick([["[ ]", "[x]"], ["[ ]", "[x]"], ["[ ]", "[X]"], ["[ ]", "[*]"], ["( )", "(•)"], ["( )", "(*)"], ["[ ]", "[✓]"], ["[ ]", "[■]"], ["< >", "<*>"], ["☐", "☑"], ["☐", "☒"], ["○", "◉"], ["□", "■"], [`[${no}]`, `[${yes}]`], [no, `${yes} ✓`]]).map((part) => part.replace(/ /g, "\u00a0"));
  const font = `${s.pick(["'JetBrains Mono'", "'Liberation Mono'", "'DejaVu Sans Mono'"])}, ${env.font}`;
  const ground = s.random.weighted([[{}, 60], [{ background: "#0c0c0c", color: s.pick(["#33ff66", "#ffb000", "#e5e5e5"]), padding: "6px 10px" }, 25], [{ background: "#002b36", color: "#93a1a1", padding: "6px 10px" }, 15]]);
  const mark = (state, words) => `<span class="hm-${state}" style="${css({ color: state === "off" ? undefined : ground.color ? "#fff" : s.pick([undefined, p.on]) })}">${words}</span>`;
  const inner = `<span class="hm-face">${mark("off", off)}${mark("on", on)}</span>`;
  return `<span class="hm-row" style="${css({ "--gap": "10px", fontFamily: font, fontSize: s.int(12, 26), fontWeight: s.pick([400, 400, 700]), ...ground })}"><span role="${s.pick(["checkbox", "checkbox", "switch"])}" tabindex="0" data-turn="own" aria-checked="${s.checked}"${s.disabled ? ' aria-disabled="true"' : ""} aria-label="${s.aria}">${inner}</span>${s.label ? `<span>${s.label}</span>` : ""}</span>`;
}

// Two pictures in image files, as old pages and applications have them.
function image(s, env) {
  const [p, a] = [palette(s, env), s.int(16, 48)];
  const picture = (inner) => `<img alt="" width="${a}" height="${a}" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${inner}</svg>`)}">`;
  const frame = `<linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#c9ced6"/></linearGradient>${block(1, 1, 22, 22, "#5b6470", 4)}${block(2.2, 2.2, 19.6, 19.6, "url(#g)", 3)}`;
  const color = s.pick(["#1d7a2b", "#1450a8", "#b3261e", "#222"]);
  const mark = s.pick([`<path d="M5 12l5 6L20 5" fill="none" stroke="${color}" stroke-width="4"/>`, `<path d="M6 6l12 12M18 6L6 18" stroke="${color}" stroke-width="4"/>`, `<path d="M4 13c3 0 5 3 6 6C12 12 16 6 23 1 17 5 12 9 10 14c-1-2-3-3-6-1z" fill="${color}"/>`]);
  return control(s, env, (on) => picture(frame + (on ? mark : "")));
}

export const choices = {
  ...Object.fromEntries(Object.keys(RADIOS).map((name) => [`radio-${name}`, radios(name)])),
  segments, "chip-many": chip("checkbox"), "chip-one": chip("radio"), "card-many": card("checkbox"), "card-one": card("radio"), rows, menu, toolbar, text, image,
};
