// Toggles that are an icon: outlined or crossed out where off, filled and coloured where on.

import { box, disc, line, middle, mix, palette, put, shape, svg, words } from "./draw.js";
import { control, pressed } from "./frame.js";
import { icon } from "./icons.js";

const FILLED = { heart: ["#e0245e", "#ef4444", "#ff2d55", "#ec4899"], star: ["#f5b301", "#fbbf24", "#f59e0b"], bookmark: null, flag: ["#ef4444", "#f97316"], bell: ["#f59e0b", "#3b82f6"], thumb: ["#1877f2", "#22c55e"], pushpin: ["#ef4444", "#7c3aed"], bulb: ["#facc15", "#fbbf24"], locked: null, flame: ["#f97316", "#ef4444"], drop: ["#0ea5e9"], bolt: ["#facc15", "#eab308"], shield: ["#16a34a", "#0ea5e9"], place: ["#ef4444", "#2563eb"], cloud: ["#38bdf8"], send: null, moon: ["#6366f1", "#facc15"] };
const CROSSED = ["mic", "speaker", "eye", "bell", "camera", "video", "wifi", "bluetooth", "place", "bolt", "plane", "music", "phone", "chat"];
const LIT = ["power", "sun", "wifi", "bluetooth", "plane", "repeat", "moon", "bulb", "flame", "power"];

const sizes = (s) => s.random.weighted([[s.int(16, 22), 35], [s.int(23, 32), 40], [s.int(33, 48), 18], [s.int(49, 72), 7]]);

// What the icon stands on: nothing, a disc, a square, a ring.
const ground = (s, p) => {
  const r = s.pick(["50%", "50%", 6, 12, 0]);
  return s.random.weighted([
    [() => ({}), 40],
    [(on, color) => ({ borderRadius: r, padding: "0.35em", background: on ? mix(color, "transparent", 20) : p.panel }), 20],
    [(on, color) => ({ borderRadius: r, padding: "0.35em", border: `1.5px solid ${on ? color : p.off}` }), 18],
    [() => ({ borderRadius: r, padding: "0.35em", background: p.paper, boxShadow: "0 2px 6px #0004" }), 12],
  ]);
};

// As a button with aria-pressed, or as a checkbox with a label; some buttons have a count.
const shown = (s, env, draw) => {
  if (s.chance(0.55)) return control(s, env, draw);
  const count = s.chance(0.4) ? `<span class="hm-caption">${s.pick([s.int(0, 999), `${s.int(1, 90)}k`, s.text("short")])}</span>` : "";
  return pressed(s, env, draw, { label: count });
};

const filled = (name) => (s, env) => {
  const [p, a, width] = [palette(s, env), sizes(s), s.pick([1.4, 1.8, 2, 2.4])];
  const color = s.pick(FILLED[name] ?? [p.on]);
  const [base, rest] = [ground(s, p), s.pick([p.edge, p.ink, p.faint])];
  return shown(s, env, (on) => box({ fontSize: a, ...base(on, color) }, icon(name === "locked" && !on ? "unlocked" : name, { size: a, color: on ? (name === "locked" ? color : mix(color, "#000", 88)) : rest, fill: on ? (name === "locked" ? mix(color, "transparent", 35) : color) : "none", width })));
};

// Off is crossed out, grey or (as in calls) white on red.
const crossed = (name) => (s, env) => {
  const [p, a, width] = [palette(s, env), sizes(s), s.pick([1.5, 1.8, 2.2])];
  const base = ground(s, p);
  if (s.chance(0.25)) {
    const r = s.pick(["50%", "50%", 10]);
    return shown(s, env, (on) => box({ width: a * 1.9, height: a * 1.9, borderRadius: r, ...middle, background: on ? "#16a34a" : "#dc2626" }, icon(name, { size: a, color: "#fff", slash: !on, width })));
  }
  return shown(s, env, (on) => box({ fontSize: a, ...base(on, p.on) }, icon(name, { size: a, color: on ? p.on : p.faint, slash: !on, width, fill: on && s.chance(0.3) && ["mic", "bell", "camera", "video"].includes(name) ? p.on : "none" })));
};

// Grey on grey where off, lit where on: quick settings, remote controls, players.
const lit = (name) => (s, env) => {
  const [p, a, width] = [palette(s, env), sizes(s), s.pick([1.6, 2, 2.4])];
  const [side, r, glow] = [a * s.pick([1.8, 2.1]), s.pick(["50%", "50%", "24%", 6]), s.chance(0.4)];
  const tile = (on) => box({ width: side, height: side, borderRadius: r, ...middle, background: on ? p.on : p.panel, boxShadow: on && glow ? `0 0 ${a * 0.6}px ${p.on}` : undefined, border: on ? undefined : `1px solid ${p.off}` }, icon(name, { size: a, color: on ? p.mark : p.edge, width, fill: name === "moon" || name === "bulb" || name === "flame" ? (on ? p.mark : "none") : "none" }));
  return shown(s, env, tile);
};

// Tiles of quick settings with their name inside.
function quickSetting(s, env) {
  const p = palette(s, env);
  const name = s.pick(["wifi", "bluetooth", "plane", "moon", "mic", "place", "camera", "bolt", "bell"]);
  const [r, w] = [s.pick([8, 16, 999]), s.int(110, 170)];
  const [yes, no] = [s.pick(["On", "ON", "Connected"]), s.pick(["Off", "OFF"])];
  const [title] = [s.text("word")];
  return pressed(s, env, (on) => box({ width: w, padding: 10, display: "flex", gap: 10, alignItems: "center", borderRadius: r, background: on ? p.on : p.panel, color: on ? p.mark : p.faint, overflow: "hidden", fontSize: 13, lineHeight: 1.25 }, icon(name, { size: 22, slash: !on }) + box({}, words(title, { fontWeight: 600 }) + words(on ? yes : no, { opacity: 0.8, fontSize: 11 }))));
}

// A filled star, heart or bookmark with its word, which changes with the state.
function follow(s, env) {
  const p = palette(s, env);
  const [off, on] = s.pick([["Follow", "Following"], ["Save", "Saved"], ["Like", "Liked"], ["Add", "Added"], ["Watch", "Watching"], ["Subscribe", "Subscribed"]]);
  const name = s.pick(["heart", "star", "bookmark", "bell", "thumb"]);
  const [r, size, mark] = [s.pick([3, 6, 999]), s.int(12, 18), s.chance(0.5)];
  return pressed(s, env, (is) => box({ display: "inline-flex", alignItems: "center", gap: 6, padding: `${size * 0.4}px ${size * 0.9}px`, borderRadius: r, fontSize: size, fontWeight: 600, border: `1.5px solid ${is ? p.on : p.edge}`, background: is ? mix(p.on, "transparent", 18) : "transparent", color: is ? mix(p.on, p.ink, 80) : p.ink }, (mark ? svg(size, is ? line("M4 12.5l5.5 5.5L20 6.5", "currentColor", 3) : line("M12 5v14M5 12h14", "currentColor", 3)) : icon(name, { size, fill: is ? "currentColor" : "none" })) + words(is ? on : off, { lineHeight: 1.3 })));
}

// Play is grey; playing has a pause sign and bars that move.
function playing(s, env) {
  const [p, a] = [palette(s, env), s.int(24, 60)];
  const bars = [5, 9, 6, 8].map((h, i) => `<rect x="${26 + i * 5}" y="${17 - h}" width="3" height="${h + 2}" fill="${p.on}"/>`).join("");
  return pressed(s, env, (on) => svg(a, disc(12, 12, 11, on ? p.on : p.off) + (on ? shape("M8 7h3v10H8zM13 7h3v10h-3z", p.mark) + bars : shape("M9 7l8 5-8 5z", p.ink) + `<path d="M26 17h18" stroke="${p.off}" stroke-width="2"/>`), { view: "0 0 48 24", width: a * 2 }));
}

// A face: closed eyes and grey, or awake and yellow.
function emoji(s, env) {
  const [p, a] = [palette(s, env), s.int(20, 64)];
  const sad = s.chance(0.5);
  const draw = (on) => svg(a, disc(12, 12, 11, on ? "#fcd34d" : p.dark ? "#6b7280" : "#c4c7cc", `stroke="${on ? "#b45309" : "#6b7280"}" stroke-width="1"`) + (on ? disc(8, 10, 1.5, "#3b2506") + disc(16, 10, 1.5, "#3b2506") + line("M6.5 14c2 4.5 9 4.5 11 0", "#3b2506", 1.6) : line("M6.5 10h3M14.5 10h3", "#374151", 1.5) + line(sad ? "M8 17c2-2.5 6-2.5 8 0" : "M9 16h6", "#374151", 1.5)));
  return shown(s, env, draw);
}

// Checked with a badge on its corner: an avatar or picture that is chosen.
function badged(s, env) {
  const [p, a, r] = [palette(s, env), s.int(36, 80), s.pick(["50%", 8, 0])];
  const picture = s.image(a);
  return control(s, env, (on) => box({ width: a, height: a }, box({ width: a, height: a, borderRadius: r, background: `url("${picture}")`, opacity: on ? 1 : 0.75, boxShadow: on ? `0 0 0 3px ${p.on}` : undefined }) + put({ right: -2, bottom: -2, width: a * 0.34, height: a * 0.34, borderRadius: "50%", ...middle, background: on ? p.on : "#fffc", border: `2px solid ${on ? "#fff" : "#8888"}` }, on ? svg(a * 0.2, line("M4 12.5l5.5 5.5L20 6.5", p.mark, 4)) : "")));
}

const named = (prefix, names, make) => Object.fromEntries([...new Set(names)].map((name) => [`${prefix}-${name}`, make(name)]));
export const iconToggles = { ...named("filled", Object.keys(FILLED), filled), ...named("crossed", CROSSED, crossed), ...named("lit", LIT, lit), quickSetting, follow, follow2: follow, playing, emoji, badged };
