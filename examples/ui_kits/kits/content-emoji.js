// Emoji with words: reactions with counts, chat lines, lists, tiles, headings.

import { EMOJI } from "./_content/emoji.js";
import { fontReady } from "./_content/glyphs.js";
import { beside, button, color, column, div, muted, panel, piece, row, span, tile, times, tint, wrap } from "./_content/parts.js";
import "./content-emoji.css";

const emoji = (s, size) => span(s.pick(EMOJI), `font-size: ${size}px`, "ct-emoji");
const inline = (s) => span(s.pick(EMOJI), "", "ct-emoji");
const bubble = (s, html, mine) => div(html, `padding: 8px 13px; border-radius: ${s.pick(["14px", "18px 18px 4px 18px", "6px"])}; max-width: 85%; width: fit-content; ${mine ? `background: ${color(s)}; color: #fff; margin-inline-start: auto` : "background: color-mix(in srgb, currentcolor 10%, transparent)"}`);

export default {
  name: "content-emoji",
  packages: ["@fontsource/noto-color-emoji"],
  framework: "html",
  toggles: {},

  setup: () => fontReady("20px 'Content Emoji'", "😀"),

  others: {
    emoji: (s) => wrap(times(s.int(1, 4), () => piece("emoji", emoji(s, s.pick([14, 16, 20, 24, 32, 48, 64])), "", "ct-fit")), 20),
    "emoji-words": (s) => beside(s, emoji(s, s.pick([12, 14, 16, 18, 20, 24, 28, 32, 40])), s.label),
    "emoji-words-small": (s) => beside(s, emoji(s, s.pick([12, 13, 14, 16])), span(s.text("short"), "font-size: 0.85em")),
    "emoji-words-large": (s) => beside(s, emoji(s, s.pick([28, 36, 48, 64])), span(s.text("short"), `font-size: ${s.int(10, 18) / 10}em`)),
    reactions: (s) => wrap(times(s.int(2, 5), () => piece("reaction", row(emoji(s, s.pick([13, 15, 17])) + span(`${s.int(1, 99)}`, "font-size: 12px"), 5), "padding: 2px 9px; border-radius: 99px", "ct-panel ct-fit")), 12),
    "reaction-counts": (s) => wrap(times(s.int(2, 4), () => piece("reaction", row(emoji(s, 17) + span(s.text("number"), "font-size: 0.85em"), 5), "", "ct-fit")), 20),
    "reaction-bar": (s) => div(row(times(6, () => emoji(s, 24)), 8), "padding: 6px 14px; border-radius: 99px; width: fit-content", "ct-panel"),
    "chat-line": (s) => bubble(s, `${s.text(s.pick(["phrase", "sentence"]))} ${inline(s)}`, s.chance(0.5)),
    chat: (s) => column(times(3, (i) => piece("chat-line", bubble(s, s.pick([`${inline(s)} ${s.text("phrase")}`, `${s.text("phrase")} ${inline(s)}`, s.text("sentence")]), i % 2))), 12, "max-width: 360px"),
    "big-emoji-line": (s) => div(inline(s) + inline(s) + inline(s), "font-size: 34px"),
    list: (s) => column(times(s.int(3, 4), () => piece("list-item", row(emoji(s, s.pick([15, 18, 20])) + span(s.text("phrase")), s.int(6, 14)), "", "ct-fit")), s.int(8, 14)),
    "list-row": (s) => row(emoji(s, s.pick([24, 28, 32])) + div(`<b>${s.text("phrase")}</b><br>${muted(s.text("sentence"))}`, "", "ct-grow") + muted(s.text("time")), 12, "max-width: 420px"),
    menu: (s) => panel(s, times(4, () => piece("menu-item", row(emoji(s, 16) + span(s.text("word"), "", "ct-grow") + muted(s.pick(["", "›", "⌘E"])), 10), "padding: 5px 8px")), "width: 210px"),
    tile: (s) => { const size = s.pick([32, 40, 48, 56]); return beside(s, tile(s, emoji(s, Math.round(size * 0.55)), size), s.text(s.pick(["word", "name", "phrase"]))); },
    card: (s) => panel(s, column(emoji(s, 32) + `<b>${s.text("phrase")}</b>` + muted(s.text("sentence")), 6), "max-width: 240px"),
    heading: (s) => `<h${s.int(2, 4)} style="margin: 0">${s.chance(0.5) ? `${inline(s)} ${s.text("phrase")}` : `${s.text("phrase")} ${inline(s)}`}</h3>`,
    badge: (s) => wrap(times(s.int(1, 3), () => { const own = color(s); return piece("badge", row(emoji(s, 12) + span(s.text("word")), 5), `padding: 2px 10px; border-radius: 99px; font-size: 0.85em; background: ${tint(own)}; color: ${own}`, "ct-fit"); }), 14),
    button: (s) => button(s, emoji(s, 16) + span(s.text("word"))),
    status: (s) => row(emoji(s, 18) + span(s.text("phrase")) + muted("×", "margin-inline-start: auto"), 8, "width: 240px; padding: 7px 11px; border: 1px solid color-mix(in srgb, currentcolor 20%, transparent); border-radius: 8px"),
    weather: (s) => wrap(times(4, () => piece("weather", column(muted(s.text("weekday")) + span(s.pick(["☀", "⛅", "☁", "⚡", "❄", "🌈", "💧"]), "font-size: 26px", "ct-emoji") + span(`${s.int(-8, 36)}°`), 3, "align-items: center"))), 16),
    callout: (s) => div(row(emoji(s, 18) + span(s.text("sentence")), 12, "align-items: flex-start"), `padding: 12px 14px; border-radius: 6px; background: ${tint(color(s), 13)}; max-width: 420px`),
    picker: (s) => panel(s, `<div style="display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; justify-items: center">${times(18, () => emoji(s, 20))}</div>`, "width: 230px"),
    comment: (s) => row(tile(s, emoji(s, 20), 36) + div(`<b>${s.text("name")}</b> ${muted(s.text("time"))}<br>${s.text("sentence")} ${inline(s)}`, "", "ct-grow"), 11, "max-width: 420px; align-items: flex-start"),
    rank: (s) => column(["🥇", "🥈", "🥉"].map((medal) => piece("rank", row(span(medal, "font-size: 18px", "ct-emoji") + span(s.text("name"), "", "ct-grow") + muted(s.text("number")), 10))).join(""), 10, "width: 240px"),
  },
};
