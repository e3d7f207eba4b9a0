// Drawn portraits and patterns with names: people rows, bylines, mentions, teams, chats, contacts.

// Of DiceBear's styles those in the public domain, and one under the MIT licence.
import { glass, icons, identicon, initials, lorelei, loreleiNeutral, notionists, notionistsNeutral, openPeeps, pixelArt, pixelArtNeutral, rings, shapes, thumbs } from "@dicebear/collection";
import { createAvatar } from "@dicebear/core";
import { beside, button, color, column, div, muted, panel, picturesReady, piece, row, span, times, wrap } from "./_content/parts.js";

const STYLES = [glass, icons, identicon, initials, lorelei, loreleiNeutral, notionists, notionistsNeutral, openPeeps, pixelArt, pixelArtNeutral, rings, shapes, thumbs];

const radius = (s) => s.pick(["50%", "50%", "50%", "0", "6px", "28%"]);

function avatar(s, size = s.pick([16, 20, 24, 28, 32, 40, 48, 64]), style = radius(s), name = s.text("name")) {
  // Never on white: what is left of a pale portrait would be an empty circle.
  const backgroundColor = [color(s).slice(1), "b6e3f4", "ffd5dc", "d1d4f9", "c0aede"].slice(s.int(0, 3));
  const options = { seed: `${name}${s.int(0, 999)}`, backgroundColor };
  return `<img alt="" width="${size}" height="${size}" style="border-radius: ${style}; display: block" src="${createAvatar(s.pick(STYLES), options).toDataUri()}">`;
}

// Drawn by hand: two letters on a colour.
const letters = (s, size, name) => `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: ${radius(s)}; background: ${color(s)}; color: #fff; font-size: ${Math.round(size * 0.4)}px">${[...name.replace(/&\w+;/g, "")].slice(0, s.int(1, 2)).join("")}</span>`;
const portrait = (s, size, name = s.text("name")) => (s.chance(0.75) ? avatar(s, size, radius(s), name) : letters(s, size, name));
const presence = (s, html) => `<span style="position: relative; flex: none">${html}<span style="position: absolute; inset-inline-end: -1px; bottom: -1px; width: 28%; aspect-ratio: 1; border-radius: 50%; background: ${s.pick(["#22c55e", "#f59e0b", "#9ca3af"])}; border: 2px solid #fff"></span></span>`;

export default {
  name: "content-avatars",
  packages: ["@dicebear/core", "@dicebear/collection"],
  framework: "html",
  toggles: {},

  others: {
    avatar: (s) => wrap(times(s.int(1, 4), () => piece("portrait", portrait(s, s.pick([20, 24, 32, 40, 48, 64])), "", "ct-fit")), 22),
    "avatar-name": (s) => { const name = s.text("name"); return beside(s, portrait(s, s.pick([16, 18, 20, 24, 28, 32, 40, 48]), name), name); },
    "avatar-name-small": (s) => { const name = s.text("name"); return beside(s, portrait(s, s.pick([14, 16, 18, 20]), name), span(name, "font-size: 0.85em")); },
    "avatar-words": (s) => beside(s, portrait(s, s.pick([16, 20, 24, 32])), s.label),
    "letters-name": (s) => { const name = s.text("name"); return beside(s, letters(s, s.pick([16, 20, 24, 32, 40, 48]), name), name); },
    "shape-name": (s) => beside(s, `<img alt="" width="24" height="24" style="display: block; border-radius: ${radius(s)}" src="${createAvatar(s.pick([shapes, rings, identicon, glass]), { seed: s.text("name") }).toDataUri()}">`, s.text(s.pick(["word", "name", "phrase"]))),
    person: (s) => { const name = s.text("name"); return row(portrait(s, s.pick([32, 40, 48]), name) + `<span><b>${name}</b><br>${muted(s.text(s.pick(["email", "word", "country"])))}</span>`, s.int(8, 16)); },
    people: (s) => column(times(s.int(2, 4), () => { const name = s.text("name"); return piece("person", row(portrait(s, 36, name) + div(`${name}<br>${muted(s.text("email"))}`, "", "ct-grow") + muted(s.text(s.pick(["time", "word"]))), 12)); }), 14, "max-width: 380px"),
    online: (s) => { const name = s.text("name"); return row(presence(s, avatar(s, 32, "50%", name)) + span(name), 12); },
    byline: (s) => { const name = s.text("name"); return row(portrait(s, s.pick([20, 24, 28]), name) + span(`${name} · ${s.text("date")}`, "font-size: 0.9em"), 8); },
    stack: (s) => { const size = s.pick([24, 28, 36]); return row(`<span style="display: flex">${times(s.int(3, 5), (i) => `<span style="margin-inline-start: ${i ? -8 : 0}px; border: 2px solid #fff; border-radius: 50%">${avatar(s, size, "50%")}</span>`)}</span>${muted(`+${s.int(2, 99)}`)}`, 8); },
    mention: (s) => wrap(times(s.int(1, 3), () => { const name = s.text("name"); return piece("mention", row(portrait(s, 18, name) + span(name, "font-size: 0.9em"), 6), "padding: 2px 10px 2px 4px; border-radius: 99px", "ct-panel ct-fit"); }), 14),
    chat: (s) => row(portrait(s, 30) + div(s.text("sentence"), "padding: 8px 13px; border-radius: 14px; background: color-mix(in srgb, currentcolor 9%, transparent)"), 10, "align-items: flex-end; max-width: 380px"),
    inbox: (s) => panel(s, column(times(3, () => piece("message", row(portrait(s, 34) + div(`<b>${s.text("name")}</b><div class="ct-muted ct-small ct-cut">${s.text("sentence")}</div>`, "", "ct-grow") + muted(s.text("time")), 11))), 14), "width: 330px"),
    profile: (s) => column(portrait(s, 64) + `<b>${s.text("name")}</b>` + muted(s.text("phrase")) + piece("follow", button(s, span(s.text("word"))), "", "ct-fit"), 7, "align-items: center; width: 200px"),
    account: (s) => { const name = s.text("name"); return row(portrait(s, 26, name) + span(`${name} ▾`), 9); },
    grid: (s) => div(times(6, () => piece("face", column(portrait(s, 32) + span(s.text("word"), "font-size: 11px; max-width: 100%", "ct-cut"), 5, "align-items: center"), "min-width: 0")), "display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px 12px; width: 240px; max-width: 100%"),
    comment: (s) => row(portrait(s, 34) + div(`<b>${s.text("name")}</b> ${muted(s.text("time"))}<br>${s.text("sentence")}`, "", "ct-grow"), 12, "align-items: flex-start; max-width: 420px"),
    testimonial: (s) => panel(s, column(`<i>“${s.text("sentence")}”</i>` + row(portrait(s, 32) + `<span>${s.text("name")}<br>${muted(s.text("country"))}</span>`, 10), 12), "max-width: 320px"),
    ranking: (s) => `<table class="ct-table">${times(4, (i) => `<tr><td>${i + 1}</td><td>${portrait(s, 26)}</td><th>${s.text("name")}</th><td>${s.int(10, 999)}</td></tr>`)}</table>`,
    assignee: (s) => panel(s, column(span(s.text("phrase")) + row(portrait(s, 22) + muted(s.text("date"), "margin-inline-start: auto"), 8), 12), "width: 240px"),
    channel: (s) => row(avatar(s, 40, "50%") + div(`<b>${s.text("word")}</b><br>${muted(s.text("number"))}`, "", "ct-grow") + button(s, span(s.text("word"))), 12, "max-width: 360px"),
  },

  ready: picturesReady,
};
