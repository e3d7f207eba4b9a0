// Pictures: photographs and drawn scenes as thumbnails, galleries, product cards, film strips, banners with words.

// Foundation's own photographs, most of them of space; they stand for pictures, not for its look.
import photo1 from "foundation-sites/docs/assets/img/generic/rectangle-1.jpg";
import photo3 from "foundation-sites/docs/assets/img/generic/rectangle-3.jpg";
import photo4 from "foundation-sites/docs/assets/img/generic/rectangle-4.jpg";
import photo5 from "foundation-sites/docs/assets/img/generic/rectangle-5.jpg";
import photo6 from "foundation-sites/docs/assets/img/generic/rectangle-6.jpg";
import photo7 from "foundation-sites/docs/assets/img/generic/rectangle-7.jpg";
import photo8 from "foundation-sites/docs/assets/img/generic/rectangle-8.jpg";
import square1 from "foundation-sites/docs/assets/img/generic/square-1.jpg";
import square2 from "foundation-sites/docs/assets/img/generic/square-2.jpg";
import square3 from "foundation-sites/docs/assets/img/generic/square-3.jpg";
import square5 from "foundation-sites/docs/assets/img/generic/square-5.jpg";
import square6 from "foundation-sites/docs/assets/img/generic/square-6.jpg";
import wide1 from "foundation-sites/docs/assets/img/orbit/01.jpg";
import wide2 from "foundation-sites/docs/assets/img/orbit/02.jpg";
import wide3 from "foundation-sites/docs/assets/img/orbit/03.jpg";
import wide4 from "foundation-sites/docs/assets/img/orbit/04.jpg";
import { button, color, column, div, muted, panel, picturesReady, piece, row, span, times, wrap } from "./_content/parts.js";
import { scene } from "./_content/scenes.js";

const PHOTOS = [photo1, photo3, photo4, photo5, photo6, photo7, photo8, square1, square2, square3, square5, square6, wide1, wide2, wide3, wide4];

const corner = (s) => s.pick(["0", "4px", "8px", "14px"]);
// Any part of a photograph, as large or small as pages crop it.
const photo = (s, w, h, style) => `<img alt="" src="${s.pick(PHOTOS)}" style="width: ${w}px; height: ${h}px; max-width: 100%; object-fit: cover; object-position: ${s.int(0, 100)}% ${s.int(0, 100)}%; display: block; ${style}">`;
const drawn = (s, w, h, style) => `<img alt="" src="${scene(s, w, h)}" style="width: ${w}px; max-width: 100%; height: ${h}px; object-fit: cover; display: block; ${style}">`;
const picture = (s, w, h, style = "") => (s.chance(0.4) ? photo : drawn)(s, w, h, `filter: ${s.pick(["none", "none", "none", "none", "grayscale(1)", "sepia(0.7)", "saturate(1.6)", "blur(2px)"])}; border-radius: ${corner(s)}; ${style}`);
const over = (base, html, style) => `<div style="position: relative; width: fit-content; max-width: 100%">${base}<div style="position: absolute; ${style}">${html}</div></div>`;
const play = (size, fill) => `<svg width="${size}" height="${size}" viewBox="0 0 24 24" style="display: block"><circle cx="12" cy="12" r="12" fill="${fill}"/><path d="M9.5 7v10l8-5z" fill="#fff"/></svg>`;
const clock = (s) => `${s.int(0, 12)}:${String(s.int(0, 59)).padStart(2, "0")}`;
const label = (html) => span(html, "background: rgb(0 0 0 / 75%); color: #fff; font-size: 11px; padding: 1px 5px; border-radius: 3px");

export default {
  name: "content-pictures",
  packages: ["foundation-sites"],
  framework: "html",
  toggles: {},

  others: {
    picture: (s) => picture(s, ...s.pick([[64, 64], [96, 64], [120, 90], [160, 100], [200, 120], [280, 160], [40, 40]])),
    pictures: (s) => wrap(times(s.int(2, 4), () => piece("picture", picture(s, ...s.pick([[32, 32], [48, 48], [72, 54], [96, 40], [56, 80]])), "", "ct-fit")), 20),
    "picture-words": (s) => { const size = s.pick([16, 20, 24, 32, 40, 48]); return row(span(picture(s, size, size), "", "ct-fixed") + span(s.text(s.pick(["phrase", "word", "name"]))), s.int(4, 12)); },
    "face-words": (s) => { const size = s.pick([20, 24, 32, 40]); return row(span(picture(s, size, size, "border-radius: 50%"), "", "ct-fixed") + span(s.text("name")), s.int(5, 12)); },
    thumbnail: (s) => over(picture(s, s.pick([120, 160, 220]), s.pick([70, 90, 120])), play(s.pick([28, 36, 48]), s.pick(["rgb(0 0 0 / 60%)", "#ff0033", color(s)])), "inset: 0; display: grid; place-items: center"),
    video: (s) => row(span(over(picture(s, 120, 68), label(clock(s)), "bottom: 4px; inset-inline-end: 4px"), "", "ct-fixed") + div(`<b>${s.text("phrase")}</b><br>${muted(`${s.text("name")} · ${s.text("number")}`)}`, "", "ct-grow"), 12, "align-items: flex-start; max-width: 360px"),
    gallery: (s) => { const size = s.pick([54, 70, 84]); return div(times(s.int(4, 6), () => picture(s, size, size)), `display: grid; grid-template-columns: repeat(3, ${size}px); gap: ${s.pick([2, 4, 8])}px`); },
    "film-strip": (s) => div(row(times(4, () => picture(s, 56, 40, "border-radius: 0")), 5), "background: #111; padding: 10px 6px; width: fit-content; border-block: 5px dashed #eee"),
    product: (s) => panel(s, column(picture(s, 170, 120, "width: 100%") + span(s.text("phrase")) + row(`<b>${s.text("price")}</b>${s.chance(0.5) ? `<s class="ct-muted">${s.text("price")}</s>` : ""}`, 8) + piece("buy", button(s, span(s.text("word"))), "", "ct-fit"), 7), "width: 200px"),
    "product-row": (s) => row(span(picture(s, 60, 60), "", "ct-fixed") + div(`${s.text("phrase")}<br>${muted(`${s.int(1, 9)} × ${s.text("price")}`)}`, "", "ct-grow") + `<b>${s.text("price")}</b>`, 12, "max-width: 380px"),
    banner: (s) => over(picture(s, s.pick([240, 320, 420]), s.pick([90, 130, 160]), "filter: brightness(0.65)"), `<b style="font-size: ${s.int(15, 26)}px; line-height: 1.15">${s.text("phrase")}</b><br>${s.chance(0.5) ? s.text("date") : ""}`, `inset: 14px; color: #fff; text-align: ${s.pick(["start", "center", "end"])}; overflow: hidden`),
    "banner-button": (s) => over(picture(s, 300, 150, "filter: brightness(0.6)"), column(`<b style="font-size: 18px">${s.text("word")}</b>${button(s, span(s.text("word")), "background: #fff; color: #111")}`, 10, "align-items: flex-start"), "inset-inline-start: 18px; top: 30px; color: #fff"),
    "words-over": (s) => over(picture(s, s.pick([90, 120, 160]), s.pick([36, 48, 60])), span(s.text("word"), "color: #fff; text-shadow: 0 1px 3px #000; font-weight: 700"), "inset: 0; display: grid; place-items: center; overflow: hidden"),
    "icon-over": (s) => over(picture(s, s.pick([64, 96, 130]), s.pick([64, 80])), span(s.pick(["⋯", "⤢", "♪", "⬇", "🔍︎", "+3", "HD", "1/8"]), "background: rgb(0 0 0 / 60%); color: #fff; padding: 1px 7px; border-radius: 10px; font-size: 12px"), s.pick(["top: 5px; inset-inline-end: 5px", "bottom: 5px; inset-inline-start: 5px"])),
    story: (s) => wrap(times(3, () => piece("story", column(`<span style="padding: 2px; border: 2px solid ${color(s)}; border-radius: 50%">${picture(s, 46, 46, "border-radius: 50%")}</span>${span(s.text("word"), "font-size: 11px")}`, 4, "align-items: center"))), 16),
    article: (s) => column(picture(s, 260, 120, "width: 100%") + muted(s.text("date")) + `<b>${s.text("phrase")}</b>` + span(s.text("sentence")), 6, "width: 260px"),
    album: (s) => column(picture(s, 110, 110) + `<b>${s.text("phrase")}</b>` + muted(s.text("name")), 4, "width: 110px"),
    player: (s) => panel(s, row(span(picture(s, 46, 46), "", "ct-fixed") + div(`${s.text("phrase")}<div style="height: 3px; background: rgb(128 128 128 / 40%); margin-top: 7px"><div style="width: ${s.int(5, 95)}%; height: 3px; background: ${color(s)}"></div></div>`, "", "ct-grow") + muted(clock(s)), 12), "width: 300px"),
    polaroid: (s) => `<div style="background: #fff; color: #222; padding: 9px 9px 24px; width: fit-content; box-shadow: 0 2px 8px rgb(0 0 0 / 40%); transform: rotate(${s.int(-4, 4)}deg)">${picture(s, 110, 90, "border-radius: 0")}<span style="font-size: 12px">${s.text("word")}</span></div>`,
    strip: (s) => picture(s, s.pick([200, 320, 420]), s.pick([14, 22, 32])),
    attachment: (s) => panel(s, row(span(picture(s, 38, 38), "", "ct-fixed") + span(`IMG_${s.int(1000, 9999)}.jpg<br>${muted(`${s.int(1, 9)},${s.int(0, 9)} MB`)}`), 11), "width: fit-content"),
    place: (s) => row(span(picture(s, 72, 72), "", "ct-fixed") + div(`<b>${s.text("country")}</b><br>${s.text("price")}<br>${muted(`${s.int(10, 50) / 10} / 5 · ${s.int(3, 900)}`)}`, "", "ct-grow"), 13, "max-width: 300px"),
  },

  ready: picturesReady,
};
