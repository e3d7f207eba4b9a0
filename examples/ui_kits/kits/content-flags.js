// Flags with words: countries, languages, currencies, phone codes, scores.

import "flag-icons/css/flag-icons.css";
import { beside, button, column, div, muted, panel, piece, row, span, times, wrap } from "./_content/parts.js";

const COUNTRIES = "ad ae af al am ao ar at au az ba bd be bf bg bh bn bo br bw by ca cd ch ci cl cm cn co cr cu cv cy cz de dj dk do dz ec ee eg er es et fi fj fr ga gb ge gh gm gn gr gt gy hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh km kr kw kz la lb lk lr ls lt lu lv ly ma mc md me mg mk ml mm mn mr mt mu mv mw mx my mz na ne ng ni nl no np nz om pa pe pg ph pk pl pt py qa ro rs ru rw sa sc sd se sg si sk sl sn so sr sv sy td tg th tj tm tn tr tt tw tz ua ug us uy uz ve vn vu ws ye za zm zw eu un".split(" ");
const LANGUAGES = { ar: "eg", bn: "bd", cs: "cz", da: "dk", de: "de", el: "gr", en: "gb", es: "es", et: "ee", fa: "ir", fi: "fi", fr: "fr", he: "il", hi: "in", hr: "hr", hu: "hu", id: "id", it: "it", ja: "jp", ka: "ge", ko: "kr", lt: "lt", lv: "lv", nl: "nl", no: "no", pl: "pl", pt: "br", ro: "ro", ru: "ru", sk: "sk", sl: "si", sv: "se", sw: "ke", th: "th", tr: "tr", uk: "ua", ur: "pk", vi: "vn", zh: "cn" };
const CURRENCIES = { USD: "us", EUR: "eu", GBP: "gb", JPY: "jp", CNY: "cn", INR: "in", BRL: "br", CHF: "ch", SEK: "se", NOK: "no", DKK: "dk", PLN: "pl", TRY: "tr", KRW: "kr", ZAR: "za", MXN: "mx", CAD: "ca", AUD: "au", THB: "th", CZK: "cz", HUF: "hu" };

const named = (env, type, code) => new Intl.DisplayNames([env.lang], { type }).of(code.toUpperCase());
const country = (env, code) => (code === "eu" || code === "un" ? code.toUpperCase() : named(env, "region", code));
const language = (env, code, own) => new Intl.DisplayNames([own ? code : env.lang], { type: "language" }).of(code);

// A flag of 4:3 or 1:1, with the frames that pages give them.
const look = (s) => ({
  square: s.chance(0.35),
  style: s.pick(["", "", "", "border-radius: 3px", "border-radius: 50%", "border-radius: 22%", "box-shadow: 0 0 0 1px rgb(128 128 128 / 50%)", "box-shadow: 0 1px 4px rgb(0 0 0 / 50%)"]),
});
const flag = (code, size, { square, style } = {}) => `<span class="fi fi-${code}${square ? " fis" : ""}" style="font-size: ${size}px; background-size: cover; ${style ?? ""}"></span>`;
const some = (s, size = s.pick([12, 14, 16, 18, 20, 24, 32, 40, 48])) => flag(s.pick(COUNTRIES), size, look(s));
const phone = (s) => `+${s.int(1, 999)}`;
const rows = (s, kind, make, count = s.int(3, 5)) => panel(s, column(times(count, () => piece(kind, make(look(s)))), s.int(8, 14)), `width: ${s.int(210, 320)}px`);

export default {
  name: "content-flags",
  packages: ["flag-icons"],
  framework: "html",
  toggles: {},

  others: {
    flag: (s) => wrap(times(s.int(1, 5), () => piece("flag", some(s), "", "ct-fit")), s.int(16, 26)),
    country: (s, env) => { const code = s.pick(COUNTRIES); return beside(s, flag(code, s.pick([12, 14, 16, 20, 24, 32, 48]), look(s)), country(env, code)); },
    "country-small": (s, env) => { const code = s.pick(COUNTRIES); return beside(s, flag(code, s.pick([11, 12, 14, 16]), look(s)), span(country(env, code), "font-size: 0.85em")); },
    language: (s, env) => { const [code, region] = s.pick(Object.entries(LANGUAGES)); return beside(s, flag(region, s.pick([14, 16, 18, 20, 24]), look(s)), language(env, code, s.chance(0.5))); },
    "language-code": (s) => { const [code, region] = s.pick(Object.entries(LANGUAGES)); return beside(s, flag(region, s.pick([14, 16, 20]), look(s)), code.toUpperCase() + s.pick(["", " ▾", " ⌄"])); },
    "language-menu": (s, env) => rows(s, "language", (frame) => { const [code, region] = s.pick(Object.entries(LANGUAGES)); return row(flag(region, 18, frame) + span(language(env, code, s.chance(0.5))), 10); }),
    "country-list": (s, env) => rows(s, "country", (frame) => { const code = s.pick(COUNTRIES); return row(flag(code, 18, frame) + span(country(env, code), "", "ct-grow") + muted(s.text("number")), 10); }),
    currency: (s, env) => { const [code, region] = s.pick(Object.entries(CURRENCIES)); return beside(s, flag(region, s.pick([16, 20, 24, 28]), look(s)), s.pick([code, named(env, "currency", code), `${code} ${s.text("number")}`])); },
    "currency-rows": (s) => rows(s, "currency", (frame) => { const [code, region] = s.pick(Object.entries(CURRENCIES)); return row(flag(region, 22, frame) + `<b>${code}</b>` + span((s.int(1, 99999) / 1000).toFixed(3), "margin-inline-start: auto") + span(`${s.pick(["▲", "▼"])} ${s.int(0, 300) / 100}%`, `color: ${s.pick(["#16a34a", "#ef4444"])}; font-size: 0.85em`), 10); }),
    "phone-code": (s) => div(row(some(s, 18) + span(`${phone(s)} ▾`) + muted(`${s.int(100, 999)} ${s.int(1000, 9999)}`, "font-size: 1em"), 8), "padding: 7px 12px; border-radius: 6px; width: 240px; box-sizing: border-box", "ct-panel"),
    "phone-codes": (s, env) => rows(s, "phone-code", (frame) => { const code = s.pick(COUNTRIES); return row(flag(code, 16, frame) + span(country(env, code), "", "ct-grow") + muted(phone(s)), 9); }),
    badge: (s, env) => wrap(times(s.int(1, 3), () => { const code = s.pick(COUNTRIES); return piece("badge", row(flag(code, 13, look(s)) + span(s.pick([code.toUpperCase(), country(env, code)]), "font-size: 0.85em"), 6), "padding: 2px 9px; border-radius: 99px", "ct-panel ct-fit"); }), 16),
    button: (s, env) => { const code = s.pick(COUNTRIES); return button(s, flag(code, 16, look(s)) + span(country(env, code))); },
    match: (s, env) => { const [a, b] = [s.pick(COUNTRIES), s.pick(COUNTRIES)]; return panel(s, row(piece("team", row(flag(a, 24) + span(country(env, a)), 8)) + `<b style="white-space: nowrap">${s.int(0, 5)} : ${s.int(0, 5)}</b>` + piece("team", row(span(country(env, b)) + flag(b, 24), 8)), 16), "max-width: 420px"); },
    medals: (s, env) => `<table class="ct-table">${times(4, (i) => { const code = s.pick(COUNTRIES); return `<tr><td>${i + 1}</td><td>${flag(code, 18)}</td><th>${country(env, code)}</th><td>${s.int(0, 40)}</td><td>${s.int(0, 40)}</td></tr>`; })}</table>`,
    person: (s, env) => { const code = s.pick(COUNTRIES); return row(flag(code, 34, { square: true, style: "border-radius: 50%" }) + `<span><b>${s.text("name")}</b><br>${muted(country(env, code))}</span>`, 12); },
    route: (s, env) => { const [a, b] = [s.pick(COUNTRIES), s.pick(COUNTRIES)]; return wrap(flag(a, 18) + span(country(env, a)) + muted("→") + flag(b, 18) + span(country(env, b)), 8); },
    shipping: (s, env) => { const code = s.pick(COUNTRIES); return row(flag(code, 26, look(s)) + `<span>${country(env, code)}<br>${muted(`${s.text("date")} · ${s.text("price")}`)}</span>`, 12); },
    server: (s, env) => { const code = s.pick(COUNTRIES); return panel(s, row(flag(code, 22, look(s)) + span(`${country(env, code)} #${s.int(1, 90)}`, "", "ct-grow") + muted(`${s.int(4, 220)} ms`), 10), "width: 280px"); },
    large: (s, env) => { const code = s.pick(COUNTRIES); return column(flag(code, s.pick([48, 64, 96])) + span(country(env, code)), 8, "align-items: flex-start"); },
    "in-text": (s) => `<p style="margin: 0">${s.text("sentence")} ${some(s, 14)} ${s.text("phrase")}</p>`,
  },
};
