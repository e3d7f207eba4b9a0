// What has no two states, of the same materials as the toggles: each takes the specimen, its palette, a surface and env.

import { box, css, disc, line, middle, mix, shape, svg } from "../_handmade/draw.js";
import { tick } from "../_handmade/marks.js";

const ROUND = 999;
const ICONS = [
  "M3 11l9-8 9 8v10h-6v-6H9v6H3z", "M4 6h16M4 12h16M4 18h16", "M6 6l12 12M18 6L6 18", "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM16 16l6 6",
  "M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15", "M12 3v12M7 10l5 5 5-5M4 21h16", "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3",
  "M4 4h16v12H9l-5 5z", "M12 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM3 22a9 9 0 0 1 18 0", "M12 5v14M5 12h14", "M15 4l-8 8 8 8", "M3 5h18v14H3zM3 5l9 8 9-8",
  "M4 20l4-1L20 7l-3-3L5 16zM14 6l4 4", "M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11z", "M5 12h14M13 6l6 6-6 6", "M4 4v6h6M4 10a9 9 0 1 1 1 6",
];
const icon = (s, size, color) => svg(size, line(s.pick(ICONS), color, s.pick([1.5, 2, 2.5])));
const tone = (s, p) => s.pick([p.on, p.on, p.on2, p.edge, p.panel, "#3f3f46"]);
const bare = (s, inner, style = {}) => `<span role="img" aria-label="${s.aria}" style="${css({ display: "inline-flex", alignItems: "center", ...style })}">${inner}</span>`;
const round = (s) => s.pick([0, 4, 8, 12, ROUND]);

const button = (s, inner, style) => `<button type="button" style="${css({ border: 0, font: "inherit", lineHeight: 1, display: "inline-flex", alignItems: "center", justifyContent: "center", gap: 7, cursor: "pointer", ...style })}">${inner}</button>`;
const inkFor = (surface, color, p) => (surface.wall ? "inherit" : color === p.panel ? p.ink : color === p.on ? p.mark : "#fff");

export const OTHERS = {
  button: (s, p, surface) => {
    const color = tone(s, p);
    const made = surface(color, { raised: true, lit: s.chance(0.6) });
    return button(s, `${s.chance(0.4) ? icon(s, 16, "currentcolor") : ""}<span>${s.text(s.pick(["word", "short"]))}</span>`, { padding: `${s.int(6, 14)}px ${s.int(12, 26)}px`, borderRadius: round(s), ...made, color: "border" in made && !surface.wall ? p.ink : inkFor(surface, color, p) });
  },
  "icon-button": (s, p, surface) => {
    const [color, a] = [tone(s, p), s.int(26, 60)];
    const made = surface(color, { raised: true, lit: s.chance(0.6) });
    return button({ ...s }, icon(s, a * 0.5, "currentcolor"), { width: a, height: a, padding: 0, borderRadius: s.pick([ROUND, ROUND, 8, 0]), ...made, color: "border" in made && !surface.wall ? p.ink : inkFor(surface, color, p) });
  },
  field: (s, p, surface) => `<input type="${s.pick(["text", "email", "text", "password"])}" placeholder="${s.text("short")}" aria-label="${s.aria}" style="${css({ font: "inherit", color: "inherit", padding: "7px 11px", width: s.int(100, 230), boxSizing: "border-box", border: `1px solid ${p.edge}`, borderRadius: round(s), ...surface(p.panel, { raised: false, lit: false }) })}">`,
  search: (s, p, surface) => bare(s, svg(17, line(ICONS[3], p.faint, 2)) + `<span style="color:${p.faint}">${s.text("word")}</span>`, { gap: 8, padding: "8px 14px", borderRadius: ROUND, width: s.int(110, 240), boxSizing: "border-box", border: `1px solid ${p.edge}`, ...surface(p.panel, { raised: false, lit: false }) }),
  badge: (s, p, surface) => bare(s, s.pick([`<span>${s.int(1, 99)}</span>`, `<span>${s.text("word")}</span>`, `${tick(s)("currentcolor", 13)}<span>&nbsp;${s.text("word")}</span>`]), { padding: "3px 10px", borderRadius: round(s), fontSize: 12, ...surface(p.on, { raised: true, lit: true }), color: surface.wall ? "inherit" : p.mark, background: surface.wall ? undefined : p.on }),
  loader: (s, p) => {
    const [a, w] = [s.int(20, 64), s.int(2, 8)];
    const look = s.pick([{ border: `${w}px solid ${mix(p.edge, "transparent", 35)}`, borderTopColor: p.on }, { background: `conic-gradient(${p.on} ${s.int(10, 90)}%, #8883 0)`, mask: `radial-gradient(transparent ${a / 2 - w}px, #000 ${a / 2 - w + 1}px)` }, { border: `${w}px double ${p.on}`, borderBottomColor: "transparent" }]);
    return `<span role="progressbar" aria-label="${s.aria}" style="${css({ display: "inline-block", boxSizing: "border-box", width: a, height: a, borderRadius: ROUND, ...look })}"></span>`;
  },
  progress: (s, p, surface) => {
    const [w, h, part, r] = [s.int(60, 220), s.int(4, 26), s.int(8, 95), s.pick([ROUND, ROUND, 3, 0])];
    const text = h > 15 && s.chance(0.5) ? `<span style="position:absolute;inset:0;display:flex;align-items:center;justify-content:center;font-size:${h * 0.6}px;line-height:1">${part}%</span>` : "";
    return `<span role="progressbar" aria-label="${s.aria}" style="${css({ display: "inline-block", position: "relative", overflow: "hidden", width: w, height: h, borderRadius: r, ...surface(p.off, { raised: false, lit: false }) })}"><span style="${css({ display: "block", width: `${part}%`, height: "100%", borderRadius: r, background: p.on })}"></span>${text}</span>`;
  },
  slider: (s, p, surface) => {
    const [w, h, at] = [s.int(90, 220), s.int(3, 12), s.int(15, 85)];
    const k = Math.max(12, h * s.pick([1.6, 2.2, 3]));
    return `<span role="slider" tabindex="0" aria-valuenow="${at}" aria-valuemin="0" aria-valuemax="100" aria-label="${s.aria}" style="${css({ display: "inline-block", position: "relative", width: w, height: k })}"><span style="${css({ position: "absolute", insetInline: 0, top: (k - h) / 2, height: h, borderRadius: ROUND, overflow: "hidden", ...surface(p.off, { raised: false, lit: false }) })}"><span style="${css({ display: "block", width: `${at}%`, height: "100%", background: p.on })}"></span></span><span style="${css({ position: "absolute", top: 0, insetInlineStart: `calc(${at}% - ${k / 2}px)`, width: k, height: k, borderRadius: s.pick([ROUND, ROUND, 3]), boxSizing: "border-box", boxShadow: "0 1px 4px #0006", background: s.pick(["#fff", p.on]) })}"></span></span>`;
  },
  key: (s, p, surface) => button(s, `<span>${s.pick(["Esc", "A", "7", "⌘", "Tab", "F4", "Ctrl", "↵", "PgDn", "Fn", "Q"])}</span>`, { minWidth: 38, height: s.int(30, 46), padding: "0 10px", borderRadius: s.pick([4, 6, 9]), color: surface.wall ? "inherit" : p.ink, ...surface(p.panel, { raised: true, lit: false }) }),
  avatar: (s, p, surface) => {
    const a = s.int(26, 64);
    const dot = s.chance(0.35) ? `<span style="${css({ position: "absolute", insetInlineEnd: 0, bottom: 0, width: a * 0.28, height: a * 0.28, borderRadius: ROUND, background: s.pick(["#22c55e", "#9ca3af", "#f59e0b"]), border: "2px solid #fff", boxSizing: "border-box" })}"></span>` : "";
    return bare(s, `<span>${[...s.text("name")][0]}</span>${dot}`, { position: "relative", justifyContent: "center", width: a, height: a, borderRadius: s.pick(["50%", "50%", 8]), fontSize: a * 0.42, fontWeight: 600, ...surface(p.on, { raised: true, lit: true }), color: surface.wall ? "inherit" : p.mark, ...(surface.wall ? {} : { background: p.on }) });
  },
  status: (s, p, surface) => bare(s, box({ width: 9, height: 9, borderRadius: ROUND, background: s.pick(["#22c55e", "#ef4444", "#f59e0b", "#9ca3af"]) }) + `<span>${s.text("word")}</span>`, { gap: 7, ...(s.chance(0.5) ? { padding: "4px 10px", borderRadius: ROUND, ...surface(p.panel, { raised: true, lit: false }), color: surface.wall ? "inherit" : p.ink } : {}) }),
  done: (s, p, surface) => bare(s, box({ width: 24, height: 24, borderRadius: ROUND, ...middle, ...surface(p.on, { raised: true, lit: true }), background: p.on }, s.pick([tick(s)(p.mark, 14), svg(14, line("M12 4v9M12 18v1", p.mark, 3)), svg(14, line("M6 6l12 12M18 6L6 18", p.mark, 3))])) + `<span>${s.text("sentence")}</span>`, { gap: 10, maxWidth: 260 }),
  steps: (s, p) => {
    const [n, at] = [s.int(3, 5), s.int(1, 3)];
    return bare(s, Array.from({ length: n }, (_, i) => box({ width: 22, height: 22, borderRadius: ROUND, ...middle, fontSize: 12, lineHeight: 1, color: i <= at ? p.mark : p.faint, ...(i <= at ? { background: p.on } : { border: `1.5px solid ${p.edge}` }) }, i < at ? tick(s)(p.mark, 12) : String(i + 1)) + (i < n - 1 ? box({ width: 22, height: 2, background: i < at ? p.on : p.off }) : "")).join(""));
  },
  dots: (s, p) => { const [n, at, a] = [s.int(3, 6), s.int(0, 2), s.int(6, 10)]; return bare(s, Array.from({ length: n }, (_, i) => box({ width: i === at ? a * s.pick([1, 2.4]) : a, height: a, borderRadius: ROUND, background: i === at ? p.on : p.off })).join(""), { gap: a * 0.8 }); },
  tag: (s, p, surface) => bare(s, `<span>${s.text("word")}</span>` + svg(11, line("M5 5l14 14M19 5L5 19", "currentcolor", 3)), { gap: 7, padding: "5px 11px", borderRadius: round(s), ...surface(p.panel, { raised: true, lit: false }), color: surface.wall ? "inherit" : p.ink }),
  stepper: (s, p, surface) => bare(s, ["−", s.int(0, 40), "+"].map((part, i) => `<span style="${css({ padding: "6px 12px", ...(i === 1 ? {} : { background: "#8882" }) })}">${part}</span>`).join(""), { overflow: "hidden", borderRadius: round(s), ...surface(p.panel, { raised: true, lit: false }), color: surface.wall ? "inherit" : p.ink }),
  price: (s, p, surface) => bare(s, `<span>${s.text("price")}</span>`, { padding: "5px 12px", fontWeight: 700, borderRadius: round(s), ...surface(p.on, { raised: true, lit: true }), color: surface.wall ? "inherit" : p.mark, ...(surface.wall ? {} : { background: p.on }) }),
  glyph: (s, p, surface) => { const a = s.int(24, 64); return bare(s, s.chance(0.7) ? icon(s, a * 0.55, surface.wall ? "currentcolor" : p.mark) : svg(a * 0.55, shape("M12 2l3 7 7 .6-5.3 4.7L18.500 22 12 18l-6.500 4 1.800-7.700L2 9.600 9 9z", surface.wall ? "currentcolor" : p.mark)), { width: a, height: a, justifyContent: "center", borderRadius: s.pick(["50%", "50%", 10]), ...surface(p.on, { raised: true, lit: true }), ...(surface.wall ? {} : { background: p.on }) }); },
  clock: (s, p) => { const a = s.int(24, 60); return bare(s, svg(a, disc(12, 12, 10.5, p.panel, `stroke="${p.ink}" stroke-width="1.5"`) + line(`M12 ${s.int(4, 7)}V12L${s.int(14, 18)} ${s.int(11, 15)}`, p.ink, 1.6))); },
};
