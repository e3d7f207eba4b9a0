// Written matter: headlines, lists, quotes, prices, receipts, code, terminals, keys, chats, calendars, timetables, lone form labels.

import Prism from "prismjs";
import "prismjs/components/prism-bash.js";
import "prismjs/components/prism-json.js";
import "prismjs/components/prism-python.js";
import "prismjs/components/prism-sql.js";
import "./content-articles.css";
import { COLORS, button, color, column, div, muted, panel, piece, row, span, times, tint, tone, wrap } from "./_content/parts.js";

const CODE = {
  javascript: ["const total = items.reduce((sum, { price }) => sum + price, 0);\nconsole.log(`Total: ${total}`);", 'import { start } from "./app.js";\n\nexport async function load(url) {\n  const answer = await fetch(url);\n  return answer.ok ? answer.json() : null;\n}', "// Twice a day\nsetInterval(refresh, 12 * 60 * 60 * 1000);", "let i = 0;\nwhile (i < 10) i += 1;"],
  python: ["def area(width, height):\n    return width * height", "for name in sorted(names):\n    print(f\"{name}: {len(name)}\")", "class Stack(list):\n    push = list.append  # a synonym", "with open('data.csv') as file:\n    rows = list(csv.reader(file))"],
  bash: ["npm install --save-exact esbuild", "git switch -c draft && git push -u origin draft", "for f in *.png; do echo \"$f\"; done", "sudo apt-get update"],
  json: ['{\n  "name": "demo",\n  "version": "1.4.0",\n  "private": true\n}', '[1, 2.5, "three", null]'],
  sql: ["SELECT name, COUNT(*) AS n\nFROM orders\nWHERE total > 100\nGROUP BY name;", "UPDATE users SET active = 1 WHERE id = 42;"],
  markup: ['<a href="/help" class="link">Help</a>', "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"],
  css: [".card {\n  padding: 12px;\n  border-radius: 8px;\n}", "@media (width < 600px) {\n  nav { display: none; }\n}"],
};
const TERMINAL = [["ls -la", "total 24\ndrwxr-xr-x 2 me me 4096 notes\n-rw-r--r-- 1 me me  812 main.py"], ["git status", "On branch main\nnothing to commit, working tree clean"], ["python --version", "Python 3.12.4"], ["ping -c 1 localhost", "64 bytes from localhost: time=0.04 ms"], ["make test", "PASS 84 tests in 3.1 s"]];
const KEYS = ["Ctrl", "Shift", "Alt", "⌘", "⌥", "Esc", "Tab", "↵", "↑", "↓", "A", "C", "F5", "K", "P", "S", "V", "Z", "Del", "1"];

const key = (s) => `<kbd style="padding: 1px 7px; border-radius: 4px; font: ${s.int(11, 14)}px/1.6 inherit; border: 1px solid rgb(128 128 128 / 50%); border-bottom-width: ${s.pick([1, 2, 3])}px">${s.pick(KEYS)}</kbd>`;
const shortcut = (s) => Array.from({ length: s.int(1, 3) }, () => key(s)).join(s.pick([" + ", " ", ""]));
const frame = (s, html, style = "") => panel(s, html, `width: fit-content; ${style}`);
const line = (s, left, right, style = "") => row(span(left, "", "ct-grow") + span(right, "text-align: end"), 12, style);
const mark = (s) => s.pick([["✓", "#16a34a"], ["✔", "#10b981"], ["✗", "#ef4444"], ["✕", "#9ca3af"], ["–", "#9ca3af"], ["•", "currentcolor"], ["→", "var(--page-accent)"], ["★", "#d97706"]]);

function code(s) {
  const language = s.pick(Object.keys(CODE));
  const dark = s.chance(0.5);
  return `<pre class="ct-code${dark ? " ct-code-dark" : ""}" style="--hue: ${s.int(0, 359)}; font-size: ${s.int(11, 15)}px; border-radius: ${s.pick([0, 4, 8])}px">${Prism.highlight(s.pick(CODE[language]), Prism.languages[language], language)}</pre>`;
}

function calendar(s) {
  const today = s.int(1, 28);
  const days = [...Array(7).keys()].map((i) => `<th>${"MTWTFSS"[i]}</th>`).join("");
  const cell = (day) => `<td style="${day === today ? `background: ${color(s)}; color: #fff; border-radius: ${s.pick([4, 99])}px` : ""}">${day > 0 && day < 31 ? day : ""}</td>`;
  const shift = s.int(0, 6);
  return column(`<b>${s.text("month")} ${s.int(2020, 2032)}</b><table class="ct-calendar"><tr class="ct-muted">${days}</tr>${times(5, (week) => `<tr>${[...Array(7).keys()].map((i) => cell(week * 7 + i + 1 - shift)).join("")}</tr>`)}</table>`, 6);
}

export default {
  name: "content-articles",
  packages: ["prismjs"],
  framework: "html",
  toggles: {},

  others: {
    headline: (s) => `<h${s.int(1, 4)} style="margin: 0; line-height: 1.2; color: ${tone(s)}">${s.text(s.pick(["phrase", "sentence"]))}</h4>`,
    intro: (s) => column(`<span style="text-transform: uppercase; letter-spacing: 0.1em; font-size: 0.75em; color: ${color(s)}">${s.text("word")}</span><b style="font-size: 1.5em; line-height: 1.2">${s.text("phrase")}</b>${muted(s.text("sentence"))}`, 6, "max-width: 460px"),
    paragraph: (s) => `<p style="margin: 0; max-width: ${s.int(260, 520)}px; text-align: ${s.pick(["start", "start", "justify", "center"])}">${s.text("paragraph")}</p>`,
    "rich-text": (s) => `<p style="margin: 0">${s.text("sentence")} <b>${s.text("word")}</b>, <i>${s.text("phrase")}</i> <u>${s.text("word")}</u> <mark>${s.text("word")}</mark> <s>${s.text("price")}</s> <sup>${s.int(1, 9)}</sup></p>`,
    quote: (s) => `<blockquote style="margin: 0; padding-inline-start: 14px; border-inline-start: ${s.int(2, 5)}px solid ${color(s)}; max-width: 420px">${s.pick([`“${s.text("sentence")}”`, `<i>${s.text("sentence")}</i>`])}<br>${muted(`— ${s.text("name")}`)}</blockquote>`,
    bullets: (s) => `<ul style="margin: 0; padding-inline-start: 1.4em; list-style: ${s.pick(["disc", "square", "'– '", "'→ '", "'› '"])}">${times(s.int(2, 4), () => `<li data-specimen="other" data-kind="bullet" style="padding: 3px">${s.text(s.pick(["phrase", "sentence"]))}</li>`)}</ul>`,
    numbered: (s) => `<ol style="margin: 0; padding-inline-start: 1.9em; list-style: ${s.pick(["decimal", "lower-alpha", "upper-roman", "decimal-leading-zero"])}">${times(s.int(2, 4), () => `<li>${s.text("phrase")}</li>`)}</ol>`,
    "number-words": (s) => column(times(s.int(2, 3), (i) => piece("number-words", row(`<b class="ct-fixed" style="font-size: ${s.int(11, 20) / 10}em; color: ${tone(s)}">${s.pick([`${i + 1}`, `0${i + 1}`, `${i + 1}.`, `(${i + 1})`])}</b>${span(s.text("phrase"))}`, s.int(6, 14)), "", "ct-fit")), 10),
    "feature-list": (s) => column(times(s.int(3, 5), () => { const [sign, fill] = mark(s); return piece("feature", row(span(sign, `color: ${fill}`) + span(s.text("phrase")), s.int(5, 12)), "", "ct-fit"); }), s.int(6, 12)),
    "sign-words": (s) => { const [sign, fill] = mark(s); return row(span(sign, `color: ${fill}; font-size: ${s.int(8, 16) / 10}em`) + span(s.text(s.pick(["phrase", "sentence", "word"]))), s.int(3, 12)); },
    "price-table": (s) => panel(s, column(`<b>${s.text("word")}</b><span style="font-size: 1.9em; font-weight: 700">${s.text("price")}</span>${times(3, () => { const [sign, fill] = mark(s); return piece("feature", row(span(sign, `color: ${fill}`) + span(s.text("phrase")), 8), "", "ct-fit"); })}${button(s, span(s.text("word")))}`, 9), "width: 220px"),
    comparison: (s) => `<table class="ct-table"><tr><td></td>${times(2, () => `<th>${s.text("word")}</th>`)}</tr>${times(4, () => `<tr style="border-top: 1px solid rgb(128 128 128 / 30%)"><td>${s.text("phrase")}</td>${times(2, () => { const [sign, fill] = mark(s); return `<td style="text-align: center; color: ${fill}">${sign}</td>`; })}</tr>`)}</table>`,
    caption: (s) => column(`<img alt="" src="${s.image(200, 100)}" style="max-width: 100%">${muted(s.text("sentence"), "font-style: italic")}`, 5, "width: 200px"),
    footnote: (s) => div(`<sup>${s.pick(["1", "2", "*", "†", "a"])}</sup> ${s.text("sentence")}`, "font-size: 0.75em"),
    receipt: (s) => frame(s, column(times(3, () => line(s, s.text("word"), s.text("price"))) + "<hr style='width: 100%; border: 0; border-top: 1px dashed'>" + line(s, `<b>${s.text("word")}</b>`, `<b>${s.text("price")}</b>`), 5), "width: 230px; font-family: monospace"),
    invoice: (s) => `<table class="ct-table">${times(3, () => `<tr style="border-bottom: 1px solid rgb(128 128 128 / 35%)"><td>${s.int(1, 9)} ×</td><td>${s.text("phrase")}</td><td class="ct-number">${s.text("price")}</td></tr>`)}</table>`,
    code,
    "inline-code": (s) => `<p style="margin: 0">${s.text("phrase")} <code style="background: ${tint(color(s), 14)}; padding: 1px 5px; border-radius: 3px">${s.text("code")}</code></p>`,
    terminal: (s) => `<pre class="ct-terminal" style="color: ${s.pick(["#33ff66", "#e5e5e5", "#ffb454", "#9cdcfe"])}; background: ${s.pick(["#000", "#1e1e1e", "#300a24", "#0b2942"])}">${times(s.int(1, 2), () => { const [command, answer] = s.pick(TERMINAL); return `<span style="opacity: 0.7">${s.pick(["$", "~ $", "user@host:~$", "❯", "C:\\>"])}</span> ${command}\n${answer}\n`; })}</pre>`,
    keys: (s) => row(span(s.text("phrase"), "", "ct-grow") + shortcut(s), 14, "width: 280px"),
    key: (s) => wrap(times(s.int(1, 4), () => piece("key", key(s), "", "ct-fit")), 14),
    bubbles: (s) => column(times(3, (i) => piece("bubble", div(s.text(s.pick(["phrase", "sentence"])), `padding: 7px 12px; border-radius: ${s.pick([6, 14, 20])}px; max-width: 80%; width: fit-content; ${i % 2 ? `margin-inline-start: auto; background: ${color(s)}; color: #fff` : `background: ${tint("currentcolor", 10)}`}`))), 9, "max-width: 340px"),
    calendar,
    date: (s) => row(`<span style="border: 1px solid rgb(128 128 128 / 50%); border-radius: 6px; overflow: hidden; text-align: center; width: 48px"><span style="display: block; background: ${color(s)}; color: #fff; font-size: 10px">${s.text("month").slice(0, 5)}</span><b style="font-size: 18px">${s.int(1, 31)}</b></span><span>${s.text("phrase")}<br>${muted(s.text("time"))}</span>`, 10),
    timetable: (s) => `<table class="ct-table">${times(4, () => `<tr><td style="font-variant-numeric: tabular-nums"><b>${s.text("time")}</b></td><td>${s.text("phrase")}</td><td><span style="background: ${color(s)}; color: #fff; padding: 1px 7px; border-radius: 4px">${s.pick(["S", "U", "Bus", "IC", "RE", "M"])}${s.int(1, 90)}</span></td></tr>`)}</table>`,
    "form-label": (s) => column(times(s.int(1, 3), () => piece("form-label", `<span style="font-weight: ${s.pick([400, 600])}; font-size: 0.9em">${s.text(s.pick(["word", "phrase"]))}${s.pick(["", ":", ' <span style="color: #ef4444">*</span>'])}</span>`, "", "ct-fit")), 12),
    "error-text": (s) => div(`${s.pick(["⚠ ", "! ", "ⓘ ", ""])}${s.text("sentence")}`, `color: ${s.pick(["#ef4444", "#d97706", "#64748b"])}; font-size: 0.85em`),
    terms: (s) => `<dl style="margin: 0">${times(3, () => `<dt class="ct-muted">${s.text("word")}</dt><dd style="margin: 0 0 6px">${s.text(s.pick(["name", "date", "price", "email"]))}</dd>`)}</dl>`,
    tags: (s) => wrap(times(s.int(2, 5), () => span(`#${s.text("word").replace(/\s/g, "")}`, `color: ${s.pick(COLORS)}`)), 8),
    contents: (s) => column(times(4, (i) => line(s, `${i + 1}. ${s.text("phrase")}`, `${(i + 1) * s.int(2, 9)}`)), 5, "max-width: 320px"),
    formula: (s) => div(s.pick(["E = mc²", "a² + b² = c²", "∫ f(x) dx", "Σ xᵢ / n", "π ≈ 3.14159", "x = (−b ± √Δ) / 2a", "f′(x) = 2x", "∂u/∂t = k∇²u"]), `font: italic ${s.int(14, 28)}px serif`),
    sheet: (s) => `<table class="ct-sheet"><tr><th></th><th>A</th><th>B</th><th>C</th></tr>${times(4, (i) => `<tr><th>${i + 1}</th>${times(3, () => `<td>${s.text(s.pick(["word", "number", "number"]))}</td>`)}</tr>`)}</table>`,
  },
};
