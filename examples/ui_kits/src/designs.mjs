// Reads the hand-written designs of designs/*.html, for the bundle and for the tables.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const SECTION = /<section\b([^>]*)>([^]*?)<\/section>/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;

// Two files may use the same names, and a page has one space for all.
function renamed(html, prefix) {
  const names = new Set([...html.matchAll(/\b(?:id|name)="([^"]+)"/g)].map((match) => match[1]));
  for (const name of names) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    html = html.replace(new RegExp(`\\b(id|name|for|aria-labelledby|aria-controls)="${escaped}"`, "g"), `$1="${prefix}-${name}"`);
    html = html.replace(new RegExp(`#${escaped}(?![\\w-])`, "g"), `#${prefix}-${name}`);
  }
  for (const [, name] of html.matchAll(/@keyframes\s+([\w-]+)/g)) {
    html = html.replace(new RegExp(`(?<![\\w-.#])${name}(?![\\w-])`, "g"), `${prefix}-${name}`);
  }
  return html;
}

/** All designs, in the order of files and in them. */
export async function readDesigns(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".html")).sort();
  const designs = [];
  for (const file of files) {
    const stem = file.replace(/\.html$/, "");
    for (const [, head, body] of (await readFile(join(folder, file), "utf8")).matchAll(SECTION)) {
      const given = Object.fromEntries([...head.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value ?? ""]));
      const { "data-design": name, "data-specimen": specimen, "data-kind": kind, "data-hue": hue, "data-decidable": decidable } = given;
      if (!name || !kind || !/^(toggle|other)$/.test(specimen)) throw new Error(`${file}: ${name ?? head} lacks data-design, data-specimen or data-kind`);
      const html = renamed(body.trim(), `${stem}-${name}`);
      const text = html.replace(/<style>[^]*?<\/style>|<[^>]*>/g, "");
      designs.push({ design: `${stem}/${name}`, specimen, kind, hue, decidable, mirror: "data-mirror" in given, words: /\p{L}{2}/u.test(text), style: given.style ?? "", dir: given.dir ?? "ltr", lang: given.lang, html });
    }
  }
  const names = designs.map(({ design }) => design);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`two designs are called ${twice}`);
  return designs;
}
