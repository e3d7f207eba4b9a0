// Texts for the controls: hand-written interface phrases, widened by what Intl knows of each language.

import { LANGUAGES } from "./languages.js";
import ar from "./corpus/ar.json" with { type: "json" };
import cs from "./corpus/cs.json" with { type: "json" };
import de from "./corpus/de.json" with { type: "json" };
import el from "./corpus/el.json" with { type: "json" };
import en from "./corpus/en.json" with { type: "json" };
import es from "./corpus/es.json" with { type: "json" };
import fa from "./corpus/fa.json" with { type: "json" };
import fi from "./corpus/fi.json" with { type: "json" };
import fr from "./corpus/fr.json" with { type: "json" };
import he from "./corpus/he.json" with { type: "json" };
import hi from "./corpus/hi.json" with { type: "json" };
import hu from "./corpus/hu.json" with { type: "json" };
import id from "./corpus/id.json" with { type: "json" };
import it from "./corpus/it.json" with { type: "json" };
import ja from "./corpus/ja.json" with { type: "json" };
import ko from "./corpus/ko.json" with { type: "json" };
import nl from "./corpus/nl.json" with { type: "json" };
import pl from "./corpus/pl.json" with { type: "json" };
import pt from "./corpus/pt.json" with { type: "json" };
import ru from "./corpus/ru.json" with { type: "json" };
import sv from "./corpus/sv.json" with { type: "json" };
import th from "./corpus/th.json" with { type: "json" };
import tr from "./corpus/tr.json" with { type: "json" };
import uk from "./corpus/uk.json" with { type: "json" };
import vi from "./corpus/vi.json" with { type: "json" };
import zhHans from "./corpus/zh-Hans.json" with { type: "json" };
import zhHant from "./corpus/zh-Hant.json" with { type: "json" };

const TEXTS = {
  ar, cs, de, el, en, es, fa, fi, fr, he, hi, hu, id, it, ja, ko, nl, pl, pt, ru, sv, th, tr, uk, vi,
  "zh-Hans": zhHans, "zh-Hant": zhHant,
};

const REGIONS = "AR AT AU BE BR CA CH CL CN CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IS IT JP KE KR MA MX NG NL NO NZ PE PL PT RO SE SG TH TR UA US VN ZA".split(" ");
const TONGUES = "ar bn ca cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv sw ta th tr uk ur vi zh".split(" ");
const CURRENCIES = "USD EUR GBP JPY CNY INR BRL CHF SEK PLN TRY KRW ZAR MXN".split(" ");
const CODE = ["npm install", "const x = 1;", "git push", "sudo apt update", "SELECT * FROM users", "print(total)", "curl -s localhost", "x => x + 1", "<App />", "--verbose", "0x7fff", "v2.4.1", "main.py", "ERR_404"];
// Those that Debian's Noto symbol fonts have.
const EMOJI = ["⭐", "❤️", "👍", "📦", "🌍", "☕", "📷", "🏠"];
const LATIN_NAMES = ["anna", "ben.k", "carlos", "dmitri", "elena", "f.moreau", "grace", "hiro", "info", "j.smith", "support", "team", "lucia_92", "noreply"];

const locale = (lang) => `${lang}-${LANGUAGES[lang].region}`;
const day = (random) => new Date(Date.UTC(random.int(1995, 2031), random.int(0, 11), random.int(1, 28), random.int(0, 23), random.int(0, 59)));
const written = (random, lang, options) => new Intl.DateTimeFormat(locale(lang), { timeZone: "UTC", ...options }).format(day(random));
const named = (lang, type, code) => new Intl.DisplayNames([locale(lang)], { type }).of(code);

const KINDS = {
  word: (random, lang) => random.pick(TEXTS[lang].words),
  phrase: (random, lang) => random.pick(TEXTS[lang].phrases),
  sentence: (random, lang) => random.pick(TEXTS[lang].sentences),
  paragraph: (random, lang) => random.sample(TEXTS[lang].sentences, random.int(2, 3)).join(" "),
  name: (random, lang) => random.pick(TEXTS[lang].names),
  email: (random) => `${random.pick(LATIN_NAMES)}@${random.pick(["example.com", "example.org", "mail.example", "shop.example"])}`,
  url: (random) => `${random.pick(["www.example.com", "docs.example.org", "example.net"])}/${random.pick(["help", "blog", "pricing", "u/4821", "about"])}`,
  number: (random, lang) => new Intl.NumberFormat(locale(lang)).format(random.pick([random.int(0, 20), random.int(10, 999), random.int(1000, 2000000), random.int(1, 999) / 10])),
  percent: (random, lang) => new Intl.NumberFormat(locale(lang), { style: "percent" }).format(random.int(0, 100) / 100),
  price: (random, lang) => new Intl.NumberFormat(locale(lang), { style: "currency", currency: LANGUAGES[lang].currency }).format(random.pick([random.int(1, 99) + 0.99, random.int(1, 500), random.int(100, 20000) / 4])),
  date: (random, lang) => written(random, lang, { dateStyle: random.pick(["short", "medium", "long"]) }),
  time: (random, lang) => written(random, lang, { timeStyle: "short" }),
  month: (random, lang) => written(random, lang, { month: random.pick(["long", "short"]) }),
  weekday: (random, lang) => written(random, lang, { weekday: random.pick(["long", "short"]) }),
  country: (random, lang) => named(lang, "region", random.pick(REGIONS)),
  language: (random, lang) => named(lang, "language", random.pick(TONGUES)),
  currency: (random, lang) => named(lang, "currency", random.pick(CURRENCIES)),
  unit: (random, lang) => new Intl.NumberFormat(locale(lang), { style: "unit", unit: random.pick(["megabyte", "kilometer", "hour", "day", "celsius", "kilogram", "minute"]) }).format(random.int(1, 90)),
  code: (random) => random.pick(CODE),
  emoji: (random) => random.pick(EMOJI),
};

const SHORT = [["word", 40], ["phrase", 10], ["month", 3], ["weekday", 4], ["country", 6], ["language", 6], ["currency", 2], ["number", 5], ["price", 5], ["date", 3], ["time", 3], ["name", 5], ["percent", 2], ["unit", 4], ["code", 1]];
const LABEL = [["phrase", 42], ["word", 17], ["sentence", 12], ["short", 29]];
const MIXES = {
  short: SHORT,
  label: LABEL,
};

/** A text of a kind: one of KINDS, "short" (a word, date, price, name …) or "label" (what stands beside a control). */
export function text(random, lang, kind = "phrase") {
  if (MIXES[kind]) {
    const value = text(random, lang, random.weighted(MIXES[kind]));
    // Counts and prices in brackets, as filters have them; e-mails and emoji now and then.
    if (kind === "label" && random.chance(0.05)) return `${value} (${text(random, lang, "number")})`;
    if (kind === "label" && random.chance(0.03)) return `${text(random, lang, "emoji")} ${value}`;
    if (kind === "label" && random.chance(0.02)) return text(random, lang, "email");
    return value;
  }
  if (!KINDS[kind]) throw new Error(`no text kind ${kind}; there are ${[...Object.keys(KINDS), ...Object.keys(MIXES)].join(", ")}`);
  return KINDS[kind](random, lang);
}
