// Charts: bars, lines, pies, legends, sparklines, KPI tiles, tables of numbers, heat maps, and Chart.js's own.

import { Chart, registerables } from "chart.js";
import { bars, candles, gauge, heat, lines, pie, radar, scatter, stacked } from "./_content/charts.js";
import { COLORS, color, column, div, muted, panel, piece, row, span, times, tint, wrap } from "./_content/parts.js";

Chart.register(...registerables);

const fills = (s, count) => s.random.sample(COLORS, count);
const wide = (s) => s.pick([[120, 60], [180, 90], [240, 120], [300, 150], [64, 40]]);
const change = (s) => { const up = s.chance(0.5); return span(`${up ? "▲" : "▼"} ${s.text("percent")}`, `color: ${up ? "#16a34a" : "#ef4444"}; font-size: 0.85em`); };
const swatch = (s, fill) => s.pick([`<span style="width: 18px; height: 10px; background: ${fill}"></span>`, `<span style="width: 22px; height: 3px; background: ${fill}"></span>`, `<span style="width: 9px; height: 9px; border-radius: 50%; background: ${fill}"></span>`, `<span style="width: 12px; height: 12px; border-radius: 2px; background: ${fill}"></span>`]);
const legend = (s, colors, gap = 14) => wrap(colors.map((fill) => piece("legend", row(swatch(s, fill) + span(s.text("word"), "font-size: 0.85em"), 6), "", "ct-fit")).join(""), gap);
const titled = (s, html) => column(`<b>${s.text("phrase")}</b>${html}`, 10);
const spark = (s) => lines(s, s.pick([60, 80, 110]), s.pick([18, 24, 32]), [color(s)], { area: s.chance(0.4), count: 14 });
const meter = (s, fill) => `<div style="height: ${s.pick([4, 6, 8, 12])}px; border-radius: 99px; background: ${tint(fill, 20)}; overflow: hidden"><div style="width: ${s.int(5, 98)}%; height: 100%; background: ${fill}"></div></div>`;

// Chart.js paints on a canvas, once the page is there.
function canvas(s, env) {
  const host = document.createElement("div");
  host.style.cssText = `width: ${s.pick([220, 280, 340])}px; height: ${s.pick([130, 160, 190])}px; max-width: 100%; position: relative`;
  const type = s.pick(["bar", "bar", "line", "line", "pie", "doughnut", "polarArea", "radar", "scatter"]);
  const round = ["pie", "doughnut", "polarArea"].includes(type);
  const names = s.options(4, 7, s.pick(["word", "month", "weekday"])).map(({ label }) => label);
  const datasets = Array.from({ length: round ? 1 : s.int(1, 2) }, () => { const fill = color(s); return { label: s.text("word"), data: names.map(() => (type === "scatter" ? { x: s.int(0, 50), y: s.int(0, 50) } : s.int(2, 60))), backgroundColor: round ? fills(s, names.length) : fill, borderColor: round ? "transparent" : fill, tension: s.pick([0, 0.4]), fill: type === "line" && s.chance(0.3) }; });
  host.append(document.createElement("canvas"));
  const axis = { grid: { color: "rgb(128 128 128 / 25%)" }, ticks: { color: env.dark ? "#ccc" : "#555" } };
  host.config = { type, data: { labels: names, datasets }, options: { animation: false, maintainAspectRatio: false, scales: round || type === "radar" ? {} : { x: axis, y: axis }, plugins: { legend: { display: s.chance(0.6), position: s.pick(["top", "bottom", "right"]), labels: { color: env.dark ? "#ccc" : "#555", boxWidth: 22, boxHeight: 8 } } } } };
  return host;
}

export default {
  name: "content-charts",
  packages: ["chart.js"],
  framework: "html",
  toggles: {},

  others: {
    bars: (s) => bars(s, ...wide(s), s.pick([[color(s)], fills(s, 4)])),
    "bars-titled": (s) => titled(s, bars(s, 240, 110, [color(s)], 7)),
    stacked: (s) => { const colors = fills(s, 3); return column(stacked(s, 240, 120, colors) + legend(s, colors)); },
    lines: (s) => lines(s, ...wide(s), fills(s, s.int(1, 3)), { area: s.chance(0.4), dots: s.chance(0.3) }),
    "lines-legend": (s) => { const colors = fills(s, 3); return column(legend(s, colors) + lines(s, 280, 120, colors), 10); },
    pie: (s) => wrap(times(s.int(1, 2), () => piece("pie", pie(s, s.pick([32, 48, 80, 120]), fills(s, s.int(2, 5)), s.pick([0, 0, 0.5, 0.7])), "", "ct-fit")), 24),
    "pie-legend": (s) => { const colors = fills(s, s.int(3, 4)); return row(span(pie(s, 96, colors, s.pick([0, 0.6])), "", "ct-fixed") + column(colors.map((fill) => piece("legend", row(swatch(s, fill) + span(s.text("word")) + muted(s.text("percent")), 7), "", "ct-fit")).join(""), 8), 18); },
    legend: (s) => legend(s, fills(s, s.int(2, 5))),
    "legend-column": (s) => column(fills(s, s.int(3, 5)).map((fill) => piece("legend", row(swatch(s, fill) + span(s.text("phrase")), 8), "", "ct-fit")).join(""), 9),
    sparkline: (s) => row(span(s.text("word")) + spark(s) + `<b>${s.text("number")}</b>`, 12),
    sparklines: (s) => column(times(3, () => piece("sparkline", row(spark(s) + span(s.text("word"), "", "ct-grow") + change(s), 12))), 12, "width: 270px"),
    kpi: (s) => panel(s, column(muted(s.text("phrase")) + span(s.text(s.pick(["number", "price", "percent"])), "font-size: 1.8em; font-weight: 700; line-height: 1.1") + change(s), 4), "width: fit-content"),
    "kpi-spark": (s) => panel(s, row(div(`${muted(s.text("word"))}<br><b style="font-size: 1.4em">${s.text("price")}</b>`, "", "ct-grow") + spark(s), 14), "width: 270px"),
    kpis: (s) => wrap(times(3, () => piece("kpi", `<b style="font-size: 1.5em">${s.text("number")}</b><br>${muted(s.text("word"))}`)), 28),
    meters: (s) => column(times(3, () => piece("meter", column(row(span(s.text("word"), "", "ct-grow") + muted(s.text("percent"))) + meter(s, color(s)), 5))), 14, "width: 260px"),
    numbers: (s) => `<table class="ct-table" style="${s.pick(["", "border: 1px solid rgb(128 128 128 / 40%)"])}"><tr><th>${s.text("word")}</th><th>${s.text("word")}</th><th>%</th></tr>${times(4, () => `<tr style="border-top: 1px solid rgb(128 128 128 / 30%)"><td>${s.text("short")}</td><td class="ct-number">${s.text("number")}</td><td class="ct-number">${change(s)}</td></tr>`)}</table>`,
    heat: (s) => heat(s, s.int(6, 20), s.int(3, 7), s.pick([10, 12, 16]), color(s)),
    "heat-titled": (s) => titled(s, heat(s, 16, 7, 13, color(s)) + muted(`${s.text("month")} – ${s.text("month")}`)),
    scatter: (s) => scatter(s, ...wide(s), fills(s, 2)),
    candles: (s) => candles(s, ...s.pick([[160, 70], [260, 120]])),
    radar: (s) => radar(s, s.pick([70, 110, 150]), color(s)),
    gauge: (s) => { const size = s.pick([80, 120, 160]); return column(gauge(s, size, color(s)) + span(s.text("percent"), `width: ${size}px; text-align: center; font-weight: 700`), 2); },
    ring: (s) => { const fill = color(s); return row(span(pie(s, s.pick([28, 36, 56]), [fill, tint(fill, 20)], 0.72), "", "ct-fixed") + `<span><b>${s.text("percent")}</b><br>${muted(s.text("word"))}</span>`, 12); },
    axis: (s) => row(["0", "20", "40", "60", "80", "100"].map((tick) => muted(tick)).join(""), 26),
    canvas,
    "canvas-card": (s, env) => { const host = canvas(s, env); const card = document.createElement("div"); card.className = "ct-panel"; card.style.cssText = "padding: 14px; border-radius: 8px; width: fit-content"; card.insertAdjacentHTML("beforeend", `<b>${s.text("phrase")}</b>`); card.append(host); return card; },
  },

  ready(root) {
    for (const element of root.querySelectorAll("canvas")) new Chart(element, element.parentElement.config);
  },
};
