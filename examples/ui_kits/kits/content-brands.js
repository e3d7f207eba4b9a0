// Brands: marks alone and with the name, app tiles, sign-in buttons, badges, footers.

import { MARKS, PICTURES, WORDMARKS } from "./_content/brands.js";
import { beside, button, column, div, muted, panel, picturesReady, piece, row, span, times, tint, wordmark, wrap } from "./_content/parts.js";
import { pathIcon } from "./_content/svg.js";

const SIGN_IN = { en: "Sign in with", de: "Anmelden mit", fr: "Se connecter avec", es: "Iniciar sesión con", it: "Accedi con", pt: "Entrar com", ru: "Войти через", ja: "ログイン：", "zh-Hans": "登录", ko: "로그인:" };
const SIZES = [14, 16, 16, 18, 20, 24, 28, 32, 40, 48, 64];

const luminance = (hex) => [0, 2, 4].reduce((sum, i, k) => sum + parseInt(hex.slice(i, i + 2), 16) * [0.3, 0.59, 0.11][k], 0);
// Black marks vanish on dark pages, as white ones on light pages do.
const brandColor = ({ hex }, env) => ((env.dark ? luminance(hex) < 70 : luminance(hex) > 215) ? "currentcolor" : `#${hex}`);
const on = ({ hex }) => (luminance(hex) > 170 ? "#111" : "#fff");

const mark = (s, env, brand, size) => span(pathIcon(brand.path, size, s.chance(0.65) ? brandColor(brand, env) : "currentColor"), "", "ct-icon");
const appTile = (s, brand, size) => `<span class="ct-icon" style="width: ${size}px; height: ${size}px; border-radius: ${s.pick(["0", "18%", "24%", "50%"])}; background: #${brand.hex}; color: ${on(brand)}">${pathIcon(brand.path, Math.round(size * 0.58))}</span>`;
const picture = (env, src, size) => `<img alt="" src="${src}" style="height: ${size}px; max-width: 100%; ${env.dark ? `background: #fff; padding: ${Math.ceil(size / 10)}px; border-radius: ${Math.ceil(size / 6)}px` : ""}">`;
const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);

export default {
  name: "content-brands",
  packages: ["simple-icons", "devicon"],
  framework: "html",
  toggles: {},

  others: {
    mark: (s, env) => wrap(times(s.int(1, 4), () => piece("mark", mark(s, env, s.pick(MARKS), s.pick(SIZES)), "", "ct-fit")), 24),
    "mark-name": (s, env) => { const brand = s.pick(MARKS); return beside(s, mark(s, env, brand, s.pick(SIZES)), brand.title); },
    logo: (s, env) => { const brand = s.pick(MARKS); return beside(s, mark(s, env, brand, s.pick(SIZES.slice(2))), wordmark(s, brand.title)); },
    "logo-tile": (s) => { const brand = s.pick(MARKS); return beside(s, appTile(s, brand, s.pick([20, 24, 32, 40, 48])), s.chance(0.5) ? wordmark(s, brand.title) : brand.title); },
    picture: (s, env) => wrap(times(s.int(1, 3), () => piece("picture", picture(env, s.pick(PICTURES)[1], s.pick(SIZES.slice(3))), "", "ct-fit")), 24),
    "picture-name": (s, env) => { const [name, src] = s.pick(PICTURES); return beside(s, picture(env, src, s.pick(SIZES)), capital(name)); },
    "picture-logo": (s, env) => { const [name, src] = s.pick(PICTURES); return beside(s, picture(env, src, s.pick(SIZES.slice(4))), wordmark(s, capital(name))); },
    wordmark: (s, env) => div(picture(env, s.pick(WORDMARKS), s.pick([24, 32, 40, 56, 72]))),
    apps: (s) => { const size = s.pick([40, 48, 56]); return wrap(times(4, () => { const brand = s.pick(MARKS); return piece("app", column(appTile(s, brand, size) + span(brand.title, "font-size: 11px; text-align: center"), 5, `align-items: center; width: ${size + 16}px`)); }), 14); },
    "sign-in": (s, env) => { const brand = s.pick(MARKS); const words = s.chance(0.3) ? brand.title : `${SIGN_IN[env.lang] ?? SIGN_IN.en} ${brand.title}`; return s.chance(0.5) ? button(s, pathIcon(brand.path, 18) + span(words)) : `<button type="button" class="ct-button" style="gap: 10px; padding: 9px 18px; border-radius: ${s.pick([4, 8, 99])}px; background: #${brand.hex}; color: ${on(brand)}">${pathIcon(brand.path, 18)}${span(words)}</button>`; },
    "sign-in-list": (s, env) => column(times(3, () => { const brand = s.pick(MARKS); return piece("sign-in", row(mark(s, env, brand, 20) + span(`${SIGN_IN[env.lang] ?? SIGN_IN.en} ${brand.title}`, "flex: 1; text-align: center"), 8), `padding: 9px 14px; border-radius: 6px; box-sizing: border-box`, "ct-panel"); }), 12, "width: 280px"),
    "tech-badge": (s) => wrap(times(s.int(1, 4), () => { const brand = s.pick(MARKS); return piece("tech-badge", row(pathIcon(brand.path, 14) + span(brand.title, `text-transform: ${s.pick(["none", "uppercase"])}; font-size: 11px; font-weight: 600`), 7), `background: #${brand.hex}; color: ${on(brand)}; padding: 4px 10px; border-radius: ${s.pick([0, 3, 14])}px`, "ct-fit"); }), 14),
    "status-badge": (s) => { const brand = s.pick(MARKS); return row(span(row(pathIcon(brand.path, 13) + s.pick(["build", "npm", "license", "coverage", "docs", "release"]), 5), "background: #555; color: #fff; padding: 2px 7px") + span(s.pick(["passing", "v2.4.1", "MIT", "87%", "latest", "stable"]), `background: ${s.pick(["#4c1", "#007ec6", "#e05d44", "#97ca00", "#fe7d37"])}; color: #fff; padding: 2px 7px`), 0, "font: 11px/1.5 Verdana, 'DejaVu Sans', sans-serif; border-radius: 3px; overflow: hidden; width: fit-content"); },
    footer: (s, env) => column(row(times(s.int(3, 6), () => `<a href="#${s.id}" style="color: inherit">${mark(s, env, s.pick(MARKS), 20)}</a>`), s.int(12, 22)) + muted(`© ${s.int(2015, 2027)} ${s.text("name")}`), 10),
    "footer-links": (s, env) => column(times(s.int(3, 4), () => { const brand = s.pick(MARKS); return piece("footer-link", row(mark(s, env, brand, s.pick([14, 16, 20])) + span(brand.title), 9), "", "ct-fit"); }), 10),
    header: (s, env) => { const brand = s.pick(MARKS); return panel(s, row(piece("header-logo", row(mark(s, env, brand, 24) + wordmark(s, brand.title), 8), "", "ct-fit") + muted(s.text("word"), "margin-inline-start: auto") + muted(s.text("word")), 14)); },
    payment: (s) => wrap(times(s.int(2, 5), () => { const brand = s.pick(MARKS); return `<span class="ct-icon" style="width: 46px; height: 30px; border-radius: 4px; background: #fff; border: 1px solid #ccc; color: ${luminance(brand.hex) > 215 ? "#111" : `#${brand.hex}`}">${pathIcon(brand.path, 20)}</span>`; }), 6),
    store: (s) => { const brand = s.pick(MARKS); return `<a href="#${s.id}" class="ct-row ct-fit" style="gap: 10px; padding: 7px 16px; border-radius: 8px; background: #000; color: #fff; border: 1px solid #888; text-decoration: none">${pathIcon(brand.path, 26)}<span style="line-height: 1.15"><small style="font-size: 0.7em">${s.text("phrase")}</small><br><b>${brand.title}</b></span></a>`; },
    integration: (s, env) => panel(s, column(row(appTile(s, s.pick(MARKS), 36) + `<b>${s.pick(MARKS).title}</b>`, 12) + muted(s.text("sentence")) + piece("connect", button(s, mark(s, env, s.pick(MARKS), 16) + span(s.text("word"))), "", "ct-fit"), 10), "max-width: 280px"),
    sponsors: (s, env) => div(times(4, () => { const brand = s.pick(MARKS); return piece("sponsor", row(pathIcon(brand.path, 24, "currentColor") + span(brand.title, "font-weight: 700"), 7, "justify-content: center"), `padding: 12px; border-radius: 6px; background: ${tint(brandColor(brand, env), 9)}`); }), "display: grid; grid-template-columns: 1fr 1fr; gap: 14px; max-width: 360px"),
    share: (s) => wrap(times(3, () => { const brand = s.pick(MARKS); return piece("share", `<button type="button" class="ct-button" style="gap: 6px; padding: 5px 11px; border-radius: ${s.pick([3, 99])}px; background: #${brand.hex}; color: ${on(brand)}">${pathIcon(brand.path, 15)}${s.chance(0.7) ? span(s.text("number")) : ""}</button>`, "", "ct-fit"); }), 14),
    profile: (s, env) => { const brand = s.pick(MARKS); return row(mark(s, env, brand, 22) + span(`@${s.text("email").split("@")[0]}`) + muted(s.text("number"), "margin-inline-start: auto"), 10, "width: 260px"); },
  },

  ready: picturesReady,
};
