// Sliders that are little pictures. What is asleep, dark or grey and on the left is off.

import { block, disc, line, palette, shape, svg } from "./draw.js";
import { control } from "./frame.js";

// All are drawn on 100 × 50; the knob is 40 wide.
const track = (color, more = "", r = 25) => block(0, 0, 100, 50, color, r, more);
const at = (on, inner) => `<g transform="translate(${on ? 75 : 25} 25)">${inner}</g>`;
const stars = [[14, 12], [30, 30], [42, 9], [20, 40], [50, 36]].map(([x, y], i) => disc(x, y, i % 2 ? 1.4 : 2, "#fff")).join("");
const clouds = (color, x) => disc(x, 34, 8, color) + disc(x + 10, 30, 10, color) + disc(x + 22, 35, 8, color) + block(x - 4, 33, 32, 10, color, 5);
const rays = (color, r) => Array.from({ length: 8 }, (_, i) => `<path d="M0 ${-r}v-6" stroke="${color}" stroke-width="3" stroke-linecap="round" transform="rotate(${i * 45})"/>`).join("");
const crater = (color) => disc(-6, -5, 4, color) + disc(6, 2, 3, color) + disc(-3, 8, 3.5, color);
const eyes = (on, color = "#222", x = 7, y = -3) => (on ? disc(-x, y, 2.8, color) + disc(x, y, 2.8, color) : line(`M${-x - 3} ${y}h6M${x - 3} ${y}h6`, color, 2));
const smile = (on) => line(on ? "M-5 4c2 4 8 4 10 0" : "M-4 6h8", "#222", 1.8);

const SCENES = {
  night: (on) => track(on ? "#1e2a5a" : "#9cc9ee") + (on ? stars : clouds("#fff", 58)) + at(on, on ? disc(0, 0, 19, "#e7e3d0") + crater("#c3bda3") : disc(0, 0, 18, "#ffd34d")),
  day: (on) => track(on ? "#58b5f0" : "#4a4f5a") + (on ? clouds("#fff", 16) : [[60, 14], [76, 32], [88, 12]].map(([x, y]) => disc(x, y, 1.5, "#999")).join("")) + at(on, on ? disc(0, 0, 14, "#ffcf33") + rays("#ffcf33", 15) : disc(0, 0, 18, "#8b8f98") + crater("#6d717b")),
  weather: (on) => track(on ? "#7fd0ff" : "#8a929c") + at(on, on ? disc(0, 0, 18, "#ffb703", 'stroke="#fb8500" stroke-width="2"') : `<g transform="translate(-12 -28)">${clouds("#e4e8ec", 3)}</g>${line("M-8 14l-3 7M1 14l-3 7M10 14l-3 7", "#c8d6e5", 2.4)}`),
  cat: (on, p) => track(on ? p.on : p.off) + at(on, shape("M-17-8l2-13 11 7h8l11-7 2 13z", on ? "#f4a259" : "#b8b8b8") + disc(0, 2, 18, on ? "#f4a259" : "#b8b8b8") + eyes(on, "#222", 7, 0) + shape("M-3 6h6l-3 3z", "#7a2e2e") + line("M-8 8l-10-2M-8 10l-10 2M8 8l10-2M8 10l10 2", "#5559", 1)),
  rocket: (on) => track(on ? "#14213d" : "#c9ccd1") + (on ? stars : line("M4 44h92", "#888", 3)) + `<g transform="translate(${on ? 74 : 22} 25) rotate(${on ? 90 : 0})">${on ? shape("M-5 16c0 8 3 12 5 18 2-6 5-10 5-18z", "#ff9f1c") : ""}${shape("M0-20c9 7 9 22 8 34h-16c-1-12-1-27 8-34z", on ? "#f5f5f5" : "#7d828a")}${shape("M-8 5l-7 11h7zM8 5l7 11h-7z", on ? "#e63946" : "#666")}${disc(0, -5, 4, on ? "#3a86ff" : "#555")}</g>`,
  jet: (on) => track(on ? "#3a9ee8" : "#b9bec6") + (on ? clouds("#fff9", 12) : "") + at(on, `<g transform="rotate(90) scale(1.5) translate(-12 -12)">${shape("M10.5 3.5c0-2 3-2 3 0V9l7.5 5v2l-7.5-2.5V19l2 1.5V22L12 21l-3.5 1v-1.5l2-1.5v-5.5L3 16v-2l7.5-5z", on ? "#fff" : "#6b7280")}</g>`),
  car: (on, p) => track(on ? "#22304a" : "#a8adb5") + line("M6 40h88", "#fff9", 2, 'stroke-dasharray="8 6"') + `<g transform="translate(${on ? 62 : 28} 22)">${on ? shape("M18 4l22-6v18z", "#ffe98a") : ""}${shape("M-20 10V2l7-1 5-9H6l7 9 6 2v7z", on ? p.on : "#70757d")}${disc(-10, 11, 5, "#222")}${disc(9, 11, 5, "#222")}${shape("M-9 1l4-6h4v6zM1 1v-6h4l5 6z", on ? "#cfe8ff" : "#9aa0a8")}</g>`,
  faces: (on, p) => track(on ? p.on : p.off) + at(on, disc(0, 0, 21, on ? "#ffd54a" : "#e3e3e3") + disc(-7, -4, 2.5, "#333") + disc(7, -4, 2.5, "#333") + line(on ? "M-9 5c3 8 15 8 18 0" : "M-8 11c3-6 13-6 16 0", "#333", 2.4)),
  robot: (on, p) => track(on ? "#17323a" : p.off, "", 10) + at(on, block(-18, -17, 36, 34, on ? "#cbd5db" : "#94a0a6", 7) + block(-14, -10, 28, 14, "#10181c", 5) + (on ? disc(-6, -3, 4, "#35f2c2") + disc(6, -3, 4, "#35f2c2") : disc(-6, -3, 3, "#3a464c") + disc(6, -3, 3, "#3a464c")) + line("M-7 11h14", on ? "#35f2c2" : "#5b666c", 2.5) + line("M0-17v-5", "#777", 2)),
  bee: (on) => track(on ? "#bfe77a" : "#c4c4bd") + (on ? disc(18, 30, 6, "#ff7aa8") + disc(18, 30, 2.5, "#ffe26a") + disc(36, 17, 5, "#fff") + disc(36, 17, 2, "#ffe26a") : "") + at(on, `<ellipse cx="-3" cy="-13" rx="7" ry="9" fill="#fff9" stroke="#8888"/><ellipse rx="17" ry="12" fill="${on ? "#ffc928" : "#9a9a92"}"/>${block(-8, -11, 5, 22, "#333", 1)}${block(2, -11, 5, 22, "#333", 1)}${disc(12, -2, 2, "#111")}`),
  ghost: (on) => track(on ? "#5b2a86" : "#555a63") + at(on, shape("M-15 18V-4a15 15 0 0 1 30 0v22l-6-5-5 5-4-5-5 5-4-5z", on ? "#fff" : "#fff5") + (on ? disc(-5, -4, 3, "#222") + disc(5, -4, 3, "#222") + disc(0, 5, 3.5, "#222") : eyes(false, "#ddd", 5, -3))),
  panda: (on, p) => track(on ? p.on : p.off) + at(on, disc(-14, -14, 7, "#222") + disc(14, -14, 7, "#222") + disc(0, 0, 19, on ? "#fff" : "#cfcfcf") + `<ellipse cx="-8" cy="-2" rx="5" ry="6" fill="#222"/><ellipse cx="8" cy="-2" rx="5" ry="6" fill="#222"/>` + (on ? disc(-8, -3, 2, "#fff") + disc(8, -3, 2, "#fff") : line("M-10-1h4M6-1h4", "#999", 1.5)) + shape("M-3 6h6l-3 4z", "#222")),
  bulb: (on) => track(on ? "#fff2b8" : "#5d626b") + at(on, (on ? disc(0, 0, 22, "#ffd60a66") : "") + shape("M-6 14c0-6-8-8-8-16a14 14 0 0 1 28 0c0 8-8 10-8 16z", on ? "#ffd60a" : "#8e949e") + block(-6, 14, 12, 6, "#777", 2)),
  boat: (on) => track(on ? "#4cc9f0" : "#aab0b8") + shape("M0 36c10-5 15 5 25 0s15 5 25 0 15 5 25 0 15 5 25 0v0c0 9-8 14-25 14H25C8 50 0 45 0 36z", on ? "#1d6fb8" : "#868c94") + `<g transform="translate(${on ? 74 : 26} 22)">${shape("M-16 8h32l-6 9h-20z", on ? "#c1440e" : "#666")}${on ? shape("M-1-18v24h-13zM2-12v18h11z", "#fff") : line("M0-16v22", "#777", 2)}</g>`,
  flower: (on) => track(on ? "#cdeca0" : "#d3cfc6") + at(on, on ? [0, 60, 120, 180, 240, 300].map((turn) => `<ellipse cy="-11" rx="6.5" ry="9" fill="#ff6fae" transform="rotate(${turn})"/>`).join("") + disc(0, 0, 7, "#ffd23f") : line("M0 20V0", "#7d8b6a", 3) + shape("M0-14c7 5 7 13 0 17-7-4-7-12 0-17z", "#8f9e7c")),
  egg: (on) => track(on ? "#ffd9a0" : "#c7c7c7") + at(on, on ? disc(0, 0, 17, "#ffd62e") + disc(-5, -4, 2.4, "#222") + disc(5, -4, 2.4, "#222") + shape("M-4 2h8l-4 6z", "#f77f00") : `<ellipse rx="14" ry="18" fill="#efebe4" stroke="#aaa"/>`),
  plug: (on, p) => track(on ? mixed(p) : p.off, "", 12) + block(70, 8, 24, 34, on ? p.on : "#777", 6) + `<g transform="translate(${on ? 42 : 24} 25)">${line("M-40 0h26", on ? "#222" : "#666", 5)}${block(-14, -12, 26, 24, on ? "#222" : "#666", 5)}${line("M12-6h16M12 6h16", on ? "#444" : "#888", 4)}</g>` + (on ? shape("M84 12l-9 15h6l-2 11 9-15h-6z", "#ffe14d") : ""),
  traffic: (on) => block(0, 0, 100, 50, "#2b2b2b", 14) + disc(27, 25, 18, on ? "#4a1f1f" : "#ff3b30") + disc(73, 25, 18, on ? "#34c759" : "#1d3a24") + (on ? disc(68, 19, 5, "#fff6") : disc(22, 19, 5, "#fff6")),
  planet: (on) => track(on ? "#2b1055" : "#6b6f78") + (on ? stars : "") + at(on, disc(0, 0, 15, on ? "#ff8fab" : "#9da2ab") + `<ellipse rx="23" ry="6" fill="none" stroke="${on ? "#ffe5a0" : "#7d828b"}" stroke-width="3" transform="rotate(-18)"/>`),
  ball: (on, p) => block(0, 0, 100, 50, on ? "#3fa34d" : "#9aa39b", 6) + line("M50 0v50", "#fff7", 2) + line("M100 10H84v30h16", "#fff", 2) + `<g transform="translate(${on ? 84 : 20} 25)">${disc(0, 0, 13, "#fff", 'stroke="#333" stroke-width="1.5"')}${shape("M0-6l6 4-2 7h-8l-2-7z", on ? "#222" : "#888")}</g>`,
  mug: (on) => track(on ? "#c98f5b" : "#c9c5c0") + at(on, block(-12, -8, 22, 24, on ? "#fff" : "#999", 4) + line("M10-3h5a4 4 0 0 1 0 11h-5", on ? "#fff" : "#999", 3) + (on ? line("M-7-13c-3-4 3-5 0-9M4-13c-3-4 3-5 0-9", "#fff", 2) + block(-10, -6, 18, 5, "#5a3310", 1) : "")),
  octopus: (on, p) => track(on ? "#1b6ca8" : p.off) + at(on, shape("M-16 2a16 16 0 0 1 32 0v10c0 9-6 9-7 1-1 8-7 8-9 0-2 8-8 8-9 0-1 8-7 8-7-1z", on ? "#ef5da8" : "#8d9199") + eyes(on, "#222", 6, -2) + smile(on)),
};
const mixed = (p) => `color-mix(in srgb, ${p.on} 35%, ${p.paper})`;

const scene = (name) => (s, env) => {
  const p = palette(s, env);
  const tall = s.random.weighted([[s.int(18, 26), 40], [s.int(27, 38), 40], [s.int(39, 50), 20]]);
  const rim = s.pick(["", "", `<rect x="1" y="1" width="98" height="48" rx="${/traffic|ball|plug|robot/.test(name) ? 10 : 24}" fill="none" stroke="#0005" stroke-width="2"/>`]);
  return control(s, env, (on) => svg(tall, SCENES[name](on, p) + rim, { view: "0 0 100 50", width: tall * 2, style: { borderRadius: tall / 2 } }), { kind: "switch" });
};

export const scenes = Object.fromEntries(Object.keys(SCENES).map((name) => [`scene-${name}`, scene(name)]));
