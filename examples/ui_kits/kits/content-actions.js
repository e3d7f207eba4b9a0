// What is filled, framed or lit like a control in its ON state and has no state: buttons of every finish, round actions,
// glowing logos, letters in discs, loaders, pagers, empty fields.

import nodes from "lucide-static/icon-nodes.json";
import { isContent } from "./_content/icon-kinds.js";
import { piece, row, span, times, tint, wrap } from "./_content/parts.js";
import { svg } from "./_content/svg.js";

const NAMES = Object.keys(nodes).filter(isContent);
const icon = (s, size, fill = "none") => svg(nodes[s.pick(NAMES)], size, `fill="${fill}" stroke="currentColor" stroke-width="${s.pick([1.5, 2, 2, 2.5])}" stroke-linecap="round" stroke-linejoin="round"`);
const hsl = (s, low, high, hue = s.int(0, 359)) => `hsl(${hue} ${s.int(45, 95)}% ${s.int(low, high)}%)`;
const grey = (s, low, high) => `hsl(${s.int(0, 359)} ${s.pick([0, 6, 14])}% ${s.int(low, high)}%)`;

/** Finishes: each returns a style of ground, frame and ink. */
const FINISHES = {
  flat: (s) => `background: ${hsl(s, 30, 52)}; color: #fff`,
  pale: (s) => { const hue = s.int(0, 359); return `background: ${hsl(s, 80, 93, hue)}; color: ${hsl(s, 18, 35, hue)}`; },
  ink: (s) => s.pick(["background: #111; color: #fff", "background: #fff; color: #111", "background: #27272a; color: #e4e4e7"]),
  dim: (s) => `background: ${grey(s, 78, 92)}; color: ${grey(s, 55, 68)}`,
  gloom: (s) => `background: ${grey(s, 18, 30)}; color: ${grey(s, 50, 64)}`,
  gradient: (s) => `background: linear-gradient(${s.int(0, 359)}deg, ${hsl(s, 40, 58)}, ${hsl(s, 35, 52)}); color: #fff`,
  raised: (s) => `background: ${hsl(s, 38, 55)}; color: #fff; box-shadow: 0 ${s.int(2, 6)}px ${s.pick([0, 0, 8, 14])}px ${hsl(s, 20, 40)}`,
  glowing: (s) => { const own = hsl(s, 50, 62); return `background: ${s.pick([own, "#0b0b14"])}; color: ${s.pick(["#fff", "#fff", own])}; box-shadow: 0 0 ${s.int(8, 22)}px ${own}`; },
  glossy: (s) => { const hue = s.int(0, 359); return `background: linear-gradient(${hsl(s, 62, 75, hue)}, ${hsl(s, 38, 48, hue)} 50%, ${hsl(s, 30, 40, hue)}); color: #fff; border: 1px solid ${hsl(s, 22, 30, hue)}; box-shadow: inset 0 1px 0 #fff8`; },
  bevelled: () => "background: #c8c8c8; color: #111; border: 2px outset #eee",
  soft: (s) => { const dark = s.chance(0.4); return dark ? "background: #2a2d34; color: #c9ced8; box-shadow: 4px 4px 9px #16181c, -4px -4px 9px #3e424c" : "background: #e6e9f0; color: #5b6472; box-shadow: 4px 4px 9px #b9bec9, -4px -4px 9px #fff"; },
  pressed: (s) => `background: ${grey(s, 84, 92)}; color: ${grey(s, 25, 45)}; box-shadow: inset 2px 2px 5px #0003`,
  outline: (s) => { const own = hsl(s, 42, 60); return `background: transparent; color: ${own}; border: ${s.int(1, 3)}px solid ${own}`; },
  dashed: (s) => `background: transparent; border: ${s.int(1, 2)}px dashed ${grey(s, 45, 65)}`,
  brutal: (s) => `background: ${hsl(s, 55, 75)}; color: #000; border: ${s.int(2, 4)}px solid #000; box-shadow: ${s.int(3, 6)}px ${s.int(3, 6)}px 0 #000`,
  glass: (s) => `background: ${tint("#ffffff", s.int(12, 35))}; border: 1px solid #fff6; box-shadow: 0 4px 14px #0003`,
  halo: (s) => { const own = hsl(s, 42, 56); return `background: ${own}; color: #fff; box-shadow: 0 0 0 ${s.int(3, 7)}px ${tint(own, 30)}`; },
  ring: (s) => { const own = hsl(s, 45, 60); return `background: transparent; color: ${own}; box-shadow: inset 0 0 0 ${s.int(2, 4)}px ${own}`; },
};

const letters = (s) => s.text("name").split(/\s+/).map((word) => [...word][0]).slice(0, s.int(1, 2)).join("");
const type = (s) => `font-size: ${s.int(11, 22)}px; font-weight: ${s.pick([400, 500, 600, 700])}; text-transform: ${s.pick(["none", "none", "uppercase"])}; letter-spacing: ${s.pick([0, 0, 0.04, 0.08])}em`;
const hidden = (inner, label) => `<span role="img" aria-label="${label}" style="display: flex">${inner}</span>`;

const wide = (s, look, inner) => { const p = s.int(4, 14); return `<button type="button" class="ct-button" style="border: 0; gap: ${s.int(5, 12)}px; padding: ${p}px ${p + s.int(6, 26)}px; border-radius: ${s.pick([0, 3, 6, 10, 16, 999])}px; ${type(s)}; ${look}">${inner}</button>`; };
const round = (s, look, inner, size) => `<button type="button" class="ct-button" aria-label="${s.aria}" style="border: 0; padding: 0; width: ${size}px; height: ${size}px; justify-content: center; border-radius: ${s.pick(["50%", "50%", "50%", "28%", "12%", "0"])}; ${look}">${inner}</button>`;
const beside = (s, mark) => row(`<span class="ct-fixed" style="display: flex">${mark}</span>${span(s.text(s.pick(["short", "word", "phrase"])), s.pick(["", "", "font-size: 1.2em", "font-weight: 600"]))}`, s.int(6, 14));

const finished = Object.entries(FINISHES).flatMap(([name, look]) => [
  [`button-${name}`, (s) => wide(s, look(s), s.text(s.pick(["word", "word", "short"])))],
  [`icon-button-${name}`, (s) => wide(s, look(s), s.chance(0.8) ? icon(s, s.int(14, 22)) + span(s.text("word")) : span(s.text("word")) + icon(s, s.int(14, 22)))],
  [`round-${name}`, (s) => { const size = s.int(24, 64); return round(s, look(s), icon(s, Math.round(size * s.pick([0.4, 0.5, 0.6]))), size); }],
  [`disc-words-${name}`, (s) => { const size = s.int(18, 48); const inner = s.chance(0.6) ? icon(s, Math.round(size * 0.55)) : `<b style="font-size: ${Math.round(size * 0.42)}px">${letters(s)}</b>`; return beside(s, `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: ${s.pick(["50%", "50%", "25%", "0"])}; ${look(s)}">${inner}</span>`); }],
]);

export default {
  name: "content-actions",
  packages: ["lucide-static"],
  framework: "html",
  toggles: {},

  others: {
    ...Object.fromEntries(finished),
    "spinner-arc": (s) => { const [a, own, w] = [s.int(16, 56), hsl(s, 45, 65), s.int(2, 4)]; const turn = s.int(10, 42); const ring = hidden(`<svg width="${a}" height="${a}" viewBox="0 0 24 24" fill="none" stroke-width="${w}">${s.chance(0.6) ? '<circle cx="12" cy="12" r="9.5" stroke="#8884"/>' : ""}<circle cx="12" cy="12" r="9.5" stroke="${own}" stroke-dasharray="${turn} 100" stroke-linecap="round" transform="rotate(${s.int(0, 359)} 12 12)"/></svg>`, s.aria); return s.chance(0.5) ? beside(s, ring) : ring; },
    "spinner-dots": (s) => hidden(row(times(s.int(3, 5), (i) => `<span style="width: 9px; height: 9px; border-radius: 50%; background: ${i % 2 ? "#8886" : hsl(s, 45, 60)}"></span>`), 6), s.aria),
    pager: (s) => { const [here, own, r] = [s.int(0, 4), hsl(s, 35, 52), s.pick(["50%", "6px", "0"])]; return row(`<span>‹</span>${times(5, (i) => `<span style="min-width: 30px; line-height: 30px; text-align: center; border-radius: ${r}; ${i === here ? `background: ${own}; color: #fff` : ""}">${i + 1}</span>`)}<span>… ${s.int(8, 40)}</span><span>›</span>`, 6); },
    "dots-pager": (s) => { const here = s.int(0, 3); return hidden(row(times(4, (i) => `<span style="width: ${i === here ? s.pick([10, 22]) : 10}px; height: 10px; border-radius: 99px; background: ${i === here ? hsl(s, 40, 55) : "#8886"}"></span>`), 7), s.aria); },
    "empty-field": (s) => `<div style="padding: ${s.int(6, 13)}px 14px; width: ${s.int(130, 260)}px; box-sizing: border-box; border-radius: ${s.pick([0, 4, 8, 99])}px; opacity: 0.8; ${s.pick(["border: 1px solid #8888", "background: #8883", "border-bottom: 2px solid #888a", "box-shadow: inset 2px 2px 5px #0003"])}">${s.text("phrase")}</div>`,
    "empty-select": (s) => `<div style="display: flex; justify-content: space-between; padding: ${s.int(5, 11)}px 12px; width: ${s.int(110, 220)}px; box-sizing: border-box; border-radius: ${s.pick([0, 4, 8])}px; border: 1px solid #8888">${s.chance(0.5) ? s.text("word") : "&nbsp;"}<span>${s.pick(["▾", "▼", "⌄", "↕"])}</span></div>`,
    "track-knob": (s) => { const [at, own, k] = [s.int(12, 88), hsl(s, 40, 60), s.int(12, 28)]; return hidden(`<span style="position: relative; display: block; width: ${s.int(110, 240)}px; height: ${k}px"><span style="position: absolute; left: 0; right: 0; top: ${k / 2 - 3}px; height: 6px; border-radius: 9px; background: #8885"></span><span style="position: absolute; left: 0; width: ${at}%; top: ${k / 2 - 3}px; height: 6px; border-radius: 9px; background: ${own}"></span><span style="position: absolute; left: calc(${at}% - ${k / 2}px); width: ${k}px; height: ${k}px; border-radius: 50%; background: ${s.pick([own, "#fff"])}; box-shadow: 0 1px 3px #0007"></span></span>`, s.aria); },
    "removable-chip": (s) => wrap(times(s.int(1, 2), () => piece("removable-chip", row(span(s.text("short")) + span(s.pick(["×", "✕", "⊗", "ⓧ"]), "opacity: 0.7"), 8), `padding: ${s.int(3, 7)}px ${s.int(9, 14)}px; border-radius: ${s.pick([4, 99])}px; ${s.pick(Object.values(FINISHES))(s)}`, "ct-fit")), 12),
    "dot-words": (s) => { const a = s.int(6, 16); return beside(s, `<span style="width: ${a}px; height: ${a}px; border-radius: 50%; background: ${hsl(s, 40, 60)}; ${s.chance(0.3) ? `box-shadow: 0 0 0 4px ${tint(hsl(s, 40, 60), 30)}` : ""}"></span>`); },
    "number-words": (s) => { const a = s.int(20, 40); return beside(s, `<b class="ct-icon" style="width: ${a}px; height: ${a}px; font-size: ${a / 2}px; border-radius: ${s.pick(["50%", "6px", "0"])}; ${s.pick(Object.values(FINISHES))(s)}">${s.int(1, 24)}</b>`); },
    "success-banner": (s) => `<div style="display: flex; gap: 10px; align-items: center; padding: ${s.int(7, 14)}px 16px; width: ${s.int(200, 340)}px; box-sizing: border-box; border-radius: ${s.pick([0, 4, 10])}px; ${s.pick(["background: #5b9a56; color: #fff", "background: #dcfce7; color: #166534", "background: #2e7d32; color: #fff", "background: #1565c0; color: #fff"])}"><span style="opacity: .9">${svg(nodes.info ?? Object.values(nodes)[0], 18, 'fill="none" stroke="currentColor" stroke-width="2"')}</span>${span(s.text("phrase"))}</div>`,
  },
};
