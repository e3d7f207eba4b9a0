// Maps: bits of towns and of the world with labels, pins, routes, legends, scales.

import { geoAlbers, geoEquirectangular, geoGraticule10, geoMercator, geoNaturalEarth1, geoOrthographic, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-110m.json";
import { color, column, div, muted, panel, piece, row, span, times, wrap } from "./_content/parts.js";
import { name, pin, streets } from "./_content/streets.js";
import { drawing } from "./_content/svg.js";

const COUNTRIES = feature(atlas, atlas.objects.countries).features;
const PALETTES = [["#fee5d9", "#fcae91", "#fb6a4a", "#cb181d"], ["#edf8e9", "#bae4b3", "#74c476", "#238b45"], ["#eff3ff", "#bdd7e7", "#6baed6", "#2171b5"], ["#f2f0f7", "#cbc9e2", "#9e9ac8", "#6a51a3"], ["#ffffd4", "#fed98e", "#fe9929", "#cc4c02"]];

const frame = (s) => `border-radius: ${s.pick([0, 4, 8, 12])}px`;
const short = (words, most = 22) => (words.length > most ? words.slice(0, most - 1).replace(/&\w*$/, "") + "…" : words);
const wide = (s) => s.pick([[120, 60], [160, 90], [200, 80], [240, 130], [300, 150], [360, 180], [64, 64], [96, 72]]);

// A world, continent or country in one of several projections; `paint` gives each country's fill.
function world(s, env, width, height, { zoom = 1, center = [s.int(-100, 140), s.int(-35, 55)], paint, over = () => "" } = {}) {
  const make = zoom > 1 ? s.pick([geoMercator, geoEquirectangular, geoAlbers]) : s.pick([geoNaturalEarth1, geoEquirectangular, geoMercator, geoOrthographic]);
  const projection = make().fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
  if (make === geoAlbers) projection.parallels([20, 60]).center([0, 0]);
  if (make === geoOrthographic || zoom > 1) projection.rotate([-center[0], make === geoMercator || make === geoEquirectangular ? 0 : -center[1]]);
  if (zoom > 1) projection.scale(projection.scale() * zoom).center([0, make === geoOrthographic || make === geoAlbers ? 0 : center[1]]).translate([width / 2, height / 2]);
  const path = geoPath(projection.clipExtent([[-5, -5], [width + 5, height + 5]]));
  const [sea, land, border] = s.pick(env.dark ? [["#101c2c", "#33445c", "#101c2c"], ["none", "#4b5563", "#111827"], ["#0b2239", "#2f5d50", "#0b2239"]] : [["#cfe3f1", "#f4efe1", "#9a9a9a"], ["none", "#d1d5db", "#ffffff"], ["#a8d0e6", "#e8e4c9", "#b5a98a"], ["#eef3f7", "#b8c4ce", "#ffffff"]]);
  const shapes = COUNTRIES.map((country) => [path(country), country]).filter(([d]) => d).map(([d, country]) => `<path d="${d}" fill="${paint?.(country) ?? land}" stroke="${border}" stroke-width="0.5"/>`).join("");
  const lines = s.chance(0.25) ? `<path d="${path(geoGraticule10())}" fill="none" stroke="rgb(128 128 128 / 35%)" stroke-width="0.5"/>` : "";
  return drawing(width, height, `<path d="${path({ type: "Sphere" }) ?? ""}" fill="${sea}"/>${shapes}${lines}${over(projection, path)}`, zoom > 1 ? `background: ${sea}` : "");
}

const labels = (s, env, count = s.int(2, 4)) => (projection, path) => {
  const inside = s.random.shuffle(COUNTRIES.filter((country) => path(country) && path.area(country) > 500)).slice(0, count);
  return inside.map((country) => { const [x, y] = path.centroid(country); return name(Math.round(x), Math.round(y), country.properties.name, { size: s.int(9, 12), fill: env.dark ? "#eee" : "#333", halo: env.dark ? "#222" : "#fff" }); }).join("");
};
const shaded = (s) => { const palette = s.pick(PALETTES); return [palette, () => s.pick(palette)]; };
const place = (s, width, height) => (style) => { const [x, y] = [s.int(30, width - 30), s.int(40, height - 20)]; return pin(x, y, s.pick([22, 28, 34]), color(s)) + name(x, y + 14, short(s.text("word")), { fill: style.text, halo: style.land, weight: 600 }); };
const symbol = (s, size, fill = color(s)) => `<svg width="${size}" height="${size}" viewBox="-10 -24 20 25" style="display: block; flex: none">${pin(0, 0, 24, fill)}</svg>`;
const silhouette = (s, size) => { const country = s.pick(COUNTRIES.filter(({ geometry }) => JSON.stringify(geometry).length > 500)); const path = geoPath(geoMercator().fitExtent([[1, 1], [size - 1, size - 1]], country)); return [country.properties.name, `<svg width="${size}" height="${size}" style="display: block; flex: none"><path d="${path(country)}" fill="${color(s)}"/></svg>`]; };

export default {
  name: "content-maps",
  packages: ["world-atlas", "topojson-client", "d3-geo"],
  framework: "html",
  toggles: {},

  others: {
    town: (s, env) => streets(s, ...wide(s), env.dark, undefined, frame(s)),
    "town-place": (s, env) => { const [w, h] = s.pick([[200, 110], [280, 150], [340, 180]]); return streets(s, w, h, env.dark, place(s, w, h), frame(s)); },
    "town-names": (s, env) => { const [w, h] = s.pick([[200, 80], [260, 140], [320, 160]]); return streets(s, w, h, env.dark, (style) => times(s.int(2, 4), () => name(s.int(50, w - 50), s.int(20, h - 10), short(s.text("word")), { size: s.int(10, 15), fill: style.text, halo: style.land, turn: s.pick([0, 0, -20, 35]) })), frame(s)); },
    "town-route": (s, env) => { const [w, h] = s.pick([[240, 130], [320, 180]]); const points = Array.from({ length: 5 }, (_, i) => [20 + (i * (w - 40)) / 4, s.int(30, h - 20)]); return streets(s, w, h, env.dark, () => `<polyline points="${points.join(" ")}" fill="none" stroke="${color(s)}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>${pin(...points[4], 28, "#ef4444")}`, frame(s)); },
    "town-pins": (s, env) => { const [w, h] = [300, 160]; return streets(s, w, h, env.dark, () => times(s.int(3, 8), () => pin(s.int(12, w - 12), s.int(30, h), s.pick([18, 24]), color(s))), frame(s)); },
    "town-bubble": (s, env) => column(div(`<b>${s.text("phrase")}</b><br>${muted(s.text("url"))}`, "padding: 8px 12px; border-radius: 8px; width: fit-content", "ct-panel") + streets(s, 220, 80, env.dark), 0),
    scraps: (s, env) => wrap(times(s.int(2, 4), () => piece("scrap", streets(s, ...s.pick([[48, 48], [72, 40], [96, 64], [120, 40], [32, 32]]), env.dark), "", "ct-fit")), 20),
    "scrap-words": (s, env) => row(span(streets(s, ...s.pick([[24, 24], [32, 32], [48, 48], [64, 48]]), env.dark, undefined, frame(s)), "", "ct-fixed") + span(s.text(s.pick(["phrase", "word", "country"]))), s.int(6, 14)),
    world: (s, env) => world(s, env, ...s.pick([[160, 90], [240, 130], [320, 170]])),
    "world-shaded": (s, env) => { const [palette, paint] = shaded(s); return column(world(s, env, 300, 160, { paint }) + row(palette.map((fill, i) => piece("key", row(`<span style="width: 26px; height: 11px; background: ${fill}"></span>${muted(`${i * 25}–${i * 25 + 25}`)}`, 5), "", "ct-fit")).join(""), 14), 8); },
    region: (s, env) => world(s, env, ...wide(s), { zoom: s.int(3, 7) }),
    "region-names": (s, env) => { const [w, h] = s.pick([[240, 140], [320, 180]]); return world(s, env, w, h, { zoom: s.int(3, 6), over: labels(s, env) }); },
    "region-shaded": (s, env) => { const [, paint] = shaded(s); return world(s, env, 280, 160, { zoom: s.int(3, 6), paint, over: labels(s, env, 2) }); },
    "region-pin": (s, env) => world(s, env, 220, 120, { zoom: s.int(3, 7), over: () => pin(110, 64, 30, color(s)) }),
    silhouette: (s) => { const [title, shape] = silhouette(s, s.pick([20, 28, 40, 56])); return row(shape + span(s.chance(0.6) ? title : s.text("country")), s.int(6, 14)); },
    pin: (s) => row(symbol(s, s.pick([14, 16, 20, 24, 32])) + span(s.text(s.pick(["phrase", "country", "word", "name"]))), s.int(2, 10)),
    "pin-list": (s) => column(times(3, () => piece("pin", row(symbol(s, 20) + `<span>${s.text("phrase")}<br>${muted(s.text("unit"))}</span>`, 10), "", "ct-fit")), 14),
    legend: (s) => panel(s, column(times(s.int(3, 5), () => piece("legend", row(s.pick([`<svg width="26" height="10"><path d="M0 5H26" stroke="${color(s)}" stroke-width="${s.int(2, 5)}" ${s.pick(["", 'stroke-dasharray="5 3"'])}/></svg>`, `<span style="width: 22px; height: 13px; background: ${color(s)}"></span>`, symbol(s, 15)]) + span(s.text("word")), 9), "", "ct-fit")), 8), "width: fit-content"),
    scale: (s) => div(`<div style="border: 2px solid; border-top: 0; width: ${s.int(60, 140)}px; padding: 0 5px; font-size: 11px">${s.pick(["50 m", "100 m", "500 m", "1 km", "5 km", "20 km", "1 mi"])}</div>`),
    directions: (s) => column(times(3, () => piece("direction", row(span(s.pick(["↰", "↱", "↑", "⤴", "↗", "↖"]), "font-size: 22px; width: 26px; text-align: center") + `<span>${s.text("phrase")}<br>${muted(`${s.int(1, 900)} m`)}</span>`, 10))), 12),
    zoom: () => column("<button type='button' class='ct-button' style='width: 30px; height: 30px; font-size: 20px'>+</button><button type='button' class='ct-button' style='width: 30px; height: 30px; font-size: 20px'>−</button>", 0, "width: 30px; border: 1px solid rgb(128 128 128 / 40%); border-radius: 4px"),
    station: (s) => column(times(3, (i) => piece("station", row(`<svg width="18" height="30" style="flex: none"><path d="M9 0V30" stroke="#888" stroke-width="5"/><circle cx="9" cy="15" r="5.5" fill="${color(s)}"/></svg>` + span(s.text("word"), i ? "" : "font-weight: 700") + muted(s.text("time")), 9), "", "ct-fit")), 0),
  },
};
