// What pages do with icons, for any set of them: beside words, in menus, rows, tiles, buttons, bars and logos.

import { beside, button, color, column, div, muted, panel, piece, row, span, tile, times, tint, tone, wordmark, wrap } from "./parts.js";

// Icons that are drawn as controls in a state, or that pages use as such.
const CONTROLS = /check|toggle|switch|radio|todo|task|tick|done|select|squares?\b|square-|-square|-square-|circle-(dot|x|minus|plus|small|filled?|dashed|outline|slice|half)|^circle|(^|-)(rect|rectangle|box|dot|dots|record|stop|point|crop|marquee|shape|blank|off|slider|sliders|number|letter|counter|alpha-.)(-|$)/;

/** Whether an icon can stand for content. */
export const isContent = (name) => !CONTROLS.test(name);

const SIZES = [12, 14, 16, 16, 18, 20, 20, 24, 24, 28, 32, 40, 48, 64];
const SMALL = [12, 14, 16, 16, 18, 20, 24];
const LARGE = [28, 32, 40, 48, 56, 64];

/** The kinds; `icon(s, size)` gives one of the set at random as html. */
export function iconKinds(icon) {
  const colored = (s, size, tones = tone(s)) => span(icon(s, size), `color: ${tones}`, "ct-icon");
  const title = (s, kind = "phrase") => `<b style="font-weight: ${s.pick([500, 600, 700])}">${s.text(kind)}</b>`;
  const trailing = (s) => muted(s.pick([s.text("number"), s.text("date"), s.text("price"), s.text("time"), "›", "⌘K", ""]), "margin-inline-start: auto");
  const item = (s, kind, size, gap, style = "") => piece(kind, row(colored(s, size) + span(s.text(s.pick(["word", "word", "phrase", "short"])), "", "ct-grow") + trailing(s), gap), style);
  return {
    "icon-words": (s) => beside(s, colored(s, s.pick(SIZES)), s.label),
    "icon-words-small": (s) => beside(s, colored(s, s.pick(SMALL)), span(s.text("short"), `font-size: ${s.int(8, 10) / 10}em`)),
    "icon-words-large": (s) => beside(s, colored(s, s.pick(LARGE)), span(s.text("short"), `font-size: ${s.int(10, 20) / 10}em; font-weight: ${s.pick([400, 700])}`)),
    "icon-alone": (s) => wrap(times(s.int(1, 3), () => piece("icon-alone", colored(s, s.pick(SIZES.slice(3))), "", "ct-fit")), s.int(20, 40)),
    tile: (s) => { const size = s.pick([24, 32, 36, 40, 48, 56, 64]); return beside(s, tile(s, icon(s, Math.round(size * s.pick([0.5, 0.6, 0.7]))), size), s.text(s.pick(["word", "phrase", "name"]))); },
    tiles: (s) => { const size = s.pick([40, 48, 56]); return wrap(times(s.int(3, 4), () => piece("tile", column(tile(s, icon(s, Math.round(size * 0.55)), size) + span(s.text("word"), "font-size: 0.85em; text-align: center"), 6, "align-items: center"))), s.int(18, 30)); },
    menu: (s) => { const [size, gap] = [s.pick(SMALL), s.int(4, 14)]; return panel(s, times(s.int(3, 5), () => item(s, "menu-item", size, gap, `padding: ${s.int(3, 6)}px 8px`)), "width: 230px"); },
    sidebar: (s) => {
      const [size, gap, active, own] = [s.pick([16, 18, 20, 24]), s.int(6, 16), s.int(0, 3), color(s)];
      return column(times(4, (i) => item(s, "sidebar-item", size, gap, `padding: 6px 10px; border-radius: 6px; ${i === active ? `background: ${tint(own)}; color: ${own}; font-weight: 600` : ""}`)), 3, "width: 240px");
    },
    "list-row": (s) => column(times(s.int(1, 3), () => piece("list-row", row(span(s.chance(0.5) ? colored(s, s.pick([20, 24, 32, 40])) : tile(s, icon(s, 20), 40), "", "ct-fixed") + div(`${title(s)}<br>${muted(s.text(s.pick(["sentence", "phrase", "date"])))}`, "", "ct-grow") + span(trailing(s), "", "ct-fixed"), 12))), 18),
    button: (s) => button(s, s.chance(0.75) ? icon(s, s.pick(SMALL)) + span(s.text(s.pick(["word", "phrase"]))) : span(s.text("word")) + icon(s, s.pick(SMALL))),
    buttons: (s) => wrap(times(s.int(2, 3), () => piece("button", button(s, icon(s, 18) + span(s.text("word"))), "", "ct-fit")), 20),
    toolbar: (s) => panel(s, wrap(times(s.int(4, 7), () => `<button type="button" class="ct-button" aria-label="${s.text("word")}" style="padding: 5px">${icon(s, s.pick([16, 20, 24]))}</button>`), s.int(4, 12)), "width: fit-content"),
    badge: (s) => wrap(times(s.int(1, 3), () => { const own = color(s); return piece("badge", row(icon(s, s.pick([11, 12, 14])) + span(s.text("short")), s.int(2, 6)), `padding: 2px 9px; border-radius: ${s.pick([3, 6, 99])}px; font-size: 0.85em; ${s.pick([`background: ${own}; color: #fff`, `background: ${tint(own)}; color: ${own}`, `border: 1px solid ${own}; color: ${own}`])}`, "ct-fit"); }), 18),
    breadcrumb: (s) => wrap(times(3, (i) => (i ? muted("›") : "") + row(icon(s, 14) + span(s.text("word")), 4)), 8),
    tabs: (s) => { const [own, active] = [color(s), s.int(0, 2)]; return wrap(times(3, (i) => piece("tab", row(icon(s, s.pick([14, 16, 18])) + span(s.text("word")), 6), `padding: 6px 4px; border-bottom: 2px solid ${i === active ? own : "transparent"}; ${i === active ? `color: ${own}` : ""}`)), 18); },
    "bottom-bar": (s) => { const [own, active] = [color(s), s.int(0, 3)]; return panel(s, row(times(4, (i) => piece("bar-item", column(icon(s, s.pick([18, 22, 24])) + span(s.text("word"), "font-size: 11px; max-width: 100%", "ct-cut"), 3, "align-items: center"), `flex: 1 1 0; ${i === active ? `color: ${own}` : "opacity: 0.75"}`)), 6), "width: 340px"); },
    contact: (s) => { const own = tone(s); return column(["email", "time", "url", "date"].slice(0, s.int(2, 4)).map((kind) => piece("contact", row(colored(s, s.pick([14, 16, 18]), own) + span(s.text(kind), "min-width: 0; overflow-wrap: anywhere"), s.int(4, 14)), "", "ct-fit")).join(""), s.int(10, 18)); },
    feature: (s) => div(column(tile(s, icon(s, 24), 44) + title(s) + muted(s.text("sentence")), 8, s.pick(["align-items: flex-start", "align-items: center; text-align: center"])), "max-width: 300px"),
    "feature-row": (s) => row(div(colored(s, s.pick(LARGE)), "", "ct-fixed") + div(`${title(s)}<div class="ct-muted">${s.text("sentence")}</div>`, "", "ct-grow"), s.int(10, 20), `align-items: ${s.pick(["center", "flex-start"])}; max-width: 420px`),
    kpi: (s) => panel(s, row(tile(s, icon(s, 22), 42) + div(`<div style="font-size: 1.5em; font-weight: 700; line-height: 1.2">${s.text(s.pick(["number", "price", "percent"]))}</div>${muted(s.text("phrase"))}`), 14), "width: fit-content"),
    alert: (s) => { const own = color(s); return div(row(colored(s, 20, own) + span(s.text(s.pick(["sentence", "phrase"]))), 10), `padding: 9px 14px; border-radius: ${s.pick([0, 4, 10])}px; background: ${tint(own, 14)}; ${s.pick(["", `border: 1px solid ${own}`, `border-inline-start: 4px solid ${own}`])}`); },
    logo: (s) => { const size = s.pick([16, 20, 24, 28, 32, 40, 48]); return beside(s, s.chance(0.4) ? tile(s, icon(s, Math.round(size * 0.65)), size) : colored(s, size, color(s)), wordmark(s, s.text(s.pick(["word", "word", "name"])))); },
    meta: (s) => wrap(times(s.int(2, 4), () => piece("meta", row(icon(s, s.pick([12, 13, 14, 16])) + span(s.text(s.pick(["number", "time", "date", "unit", "word"]))), s.int(3, 6)), "font-size: 0.85em; opacity: 0.75", "ct-fit")), s.int(12, 22)),
    library: (s) => { const size = s.pick([20, 24, 32]); return div(times(s.int(4, 6), () => piece("library-icon", column(icon(s, size) + span(s.text("word"), "font-size: 11px; text-align: center"), 8, "align-items: center"), "padding: 6px")), `display: grid; grid-template-columns: repeat(2, 1fr); gap: 14px; max-width: 260px`); },
    "empty-state": (s) => column(colored(s, s.pick([48, 56, 64]), tone(s)) + title(s) + muted(s.text("sentence")), 8, "align-items: center; text-align: center; max-width: 300px"),
    field: (s) => div(row(colored(s, s.pick([14, 16, 18])) + muted(s.text(s.pick(["phrase", "word", "email"])), "font-size: 1em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis"), 8), `padding: 7px 11px; width: ${s.int(180, 320)}px; box-sizing: border-box; border-radius: ${s.pick([0, 4, 8, 99])}px`, "ct-panel"),
    steps: (s) => { const own = color(s); return column(times(3, (i) => piece("step", row(`<span class="ct-icon" style="width: 26px; height: 26px; border-radius: 50%; font-size: 13px; background: ${i ? tint(own) : own}; color: ${i ? own : "#fff"}">${s.chance(0.5) ? i + 1 : icon(s, 14)}</span>${span(s.text("phrase"))}`, 10), "", "ct-fit")), 14); },
    facts: (s) => `<table class="ct-table">${times(3, () => `<tr><td>${colored(s, 16)}</td><th class="ct-muted">${s.text("word")}</th><td>${s.text(s.pick(["number", "date", "name", "price"]))}</td></tr>`)}</table>`,
    link: (s) => `<a href="#${s.id}" style="color: ${s.pick(["var(--page-accent)", color(s)])}; text-decoration: ${s.pick(["underline", "none"])}">${row((s.chance(0.7) ? icon(s, s.pick(SMALL)) : "") + span(s.text("phrase")) + (s.chance(0.3) ? icon(s, 14) : ""), s.int(3, 9))}</a>`,
    chip: (s) => div(row(icon(s, 16) + span(s.text("short")) + muted("×", "margin-inline-start: 4px"), 6), "padding: 4px 12px; border-radius: 99px; width: fit-content", "ct-panel"),
    timeline: (s) => { const own = color(s); return div(times(3, () => piece("event", row(`<span class="ct-icon" style="width: 28px; height: 28px; border-radius: 50%; background: ${own}; color: #fff; margin-inline-start: -25px">${icon(s, 15)}</span><span>${title(s)}<br>${muted(s.text("date"))}</span>`, 12), "padding: 6px 0")), `margin-inline-start: 14px; padding-inline-start: 10px; border-inline-start: 2px solid ${tint(own, 40)}`); },
    notification: (s) => panel(s, row(tile(s, icon(s, 20), 38) + div(`<b>${s.text("name")}</b> ${s.text("phrase")}<br>${muted(s.text("time"))}`, "", "ct-grow"), 12), "width: 320px"),
    action: (s) => wrap(times(2, () => piece("action", column(colored(s, s.pick([24, 28, 32, 36])) + span(s.text("word"), "text-align: center"), 8, "align-items: center"), "padding: 14px 18px; border-radius: 10px; min-width: 70px", "ct-panel")), 18),
    "in-text": (s) => `<p style="margin: 0">${s.text("sentence")} <span style="display: inline-flex; vertical-align: -0.15em">${icon(s, 16)}</span> ${s.text("phrase")}</p>`,
  };
}
