// Logos, emoji, file types, flags, weather and other icons of many colours, by set: content that has no state.

import PICTURES from "icons:pictures";
import { iconify } from "./_content/iconify.js";
import { beside, button, color, column, muted, panel, piece, row, span, times, tint, tone, wordmark, wrap } from "./_content/parts.js";
import { PICTURE_SETS } from "./_content/picture-sets.js";

const SIZES = [14, 16, 18, 20, 24, 24, 28, 32, 40, 48, 64];

// Black marks vanish on dark pages: there they stand on white.
const plated = (env, set, html) => (set.plate && env.dark ? `<span class="ct-icon" style="padding: 3px; border-radius: 4px; background: #fff">${html}</span>` : html);
const bounded = (picture, size, widest) => (picture.ratio > widest ? Math.round((size * widest) / picture.ratio) : size);
const picture = (set, list) => (s, env, size, widest = 3) => {
  const one = s.pick(list);
  const ink = set.ink ? s.pick(["currentcolor", tone(s), color(s)]) : "";
  return plated(env, set, span(iconify(one, bounded(one, size, widest), ink), "", "ct-icon"));
};

const tiled = (s, env, draw, size) => {
  const own = color(s);
  const look = s.pick(["background: #fff; border: 1px solid #ccc", "background: #f1f5f9", "background: #111827", `background: ${tint(own)}`, `background: linear-gradient(${s.int(0, 359)}deg, ${tint(own, 50)}, ${tint(color(s), 25)})`, "background: #8882", "border: 1px solid #8888"]);
  return `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: ${s.pick(["0", "12%", "24%", "50%", "50%"])}; overflow: hidden; box-sizing: border-box; color: #64748b; ${look}">${draw(s, env, Math.round(size * s.pick([0.5, 0.6, 0.7])), 1.2)}</span>`;
};

/** What pages do with them: each draws one or a few with `draw(s, env, size)`. */
const PLACES = {
  bare: (s, env, draw) => wrap(times(s.int(1, 2), () => piece("bare", draw(s, env, s.pick(SIZES)), "", "ct-fit")), 30),
  tile: (s, env, draw) => { const made = tiled(s, env, draw, s.int(28, 72)); return s.chance(0.6) ? piece("tile", made, "", "ct-fit") : beside(s, made, s.text(s.pick(["word", "name", "phrase"]))); },
  words: (s, env, draw) => beside(s, draw(s, env, s.pick(SIZES.slice(0, 9))), s.chance(0.2) ? wordmark(s, s.text("word")) : s.text(s.pick(["word", "short", "label", "number"]))),
  three: (s, env, draw) => { const size = s.pick(SIZES.slice(2)); return row(times(3, () => draw(s, env, size)), s.int(4, 18), "width: fit-content"); },
  list: (s, env, draw) => { const size = s.pick([14, 16, 18, 20, 24, 32]); return panel(s, times(s.int(3, 4), () => piece("list-row", row(span(draw(s, env, size), "", "ct-fixed") + span(s.text(s.pick(["word", "phrase", "name"])), "", "ct-grow") + muted(s.pick([s.text("number"), s.text("date"), s.text("unit"), "›", ""])), s.int(6, 12)), `padding: ${s.int(3, 7)}px 8px`)), "width: 270px"); },
  button: (s, env, draw) => button(s, draw(s, env, s.pick([16, 18, 20, 24])) + (s.chance(0.8) ? span(s.text(s.pick(["word", "short"]))) : "")),
  stack: (s, env, draw) => wrap(times(3, () => piece("stack", column(draw(s, env, s.pick([24, 32, 40, 48])) + span(s.text("word"), "font-size: 0.85em; text-align: center"), 6, "align-items: center"), "min-width: 60px")), 20),
};

const others = Object.fromEntries(Object.keys(PLACES).flatMap((place) => Object.entries(PICTURES).map(([name, list]) => {
  const draw = picture(PICTURE_SETS[name], list);
  return [`${name}-${place}`, (s, env) => PLACES[place](s, env, draw)];
})));

export default {
  name: "content-icons",
  packages: ["@iconify-json/circle-flags", "@iconify-json/flat-color-icons", "@iconify-json/fluent-emoji-flat", "@iconify-json/game-icons", "@iconify-json/icon-park", "@iconify-json/logos", "@iconify-json/material-icon-theme", "@iconify-json/meteocons", "@iconify-json/skill-icons", "@iconify-json/token-branded", "@iconify-json/twemoji", "@iconify-json/vscode-icons"],
  framework: "html",
  toggles: {},
  others,
};
