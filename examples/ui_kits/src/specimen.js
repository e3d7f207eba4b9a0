// What a kit module is handed for one control: its label, state and random choices.

import { text } from "./corpus.js";

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (value) => String(value).replace(/[&<>"']/g, (character) => escapes[character]);

// Svg pictures for avatars, cards and covers: a kit page must not need the network.
function picture(random, width, height) {
  const [a, b, c] = [0, 1, 2].map(() => `hsl(${random.int(0, 359)} ${random.int(20, 85)}% ${random.int(25, 80)}%)`);
  const circle = `<circle cx="${random.int(0, width)}" cy="${random.int(0, height)}" r="${random.int(height / 8, height / 2)}" fill="${c}"/>`;
  const hill = `<path d="M0 ${height} L${random.int(0, width)} ${random.int(0, height)} L${width} ${height} Z" fill="${b}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${a}"/>${circle}${hill}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export function specimen({ id, random, lang, escaped, role }) {
  const clean = escaped ? escapeHtml : (value) => value;
  const say = (kind) => clean(text(random, lang, kind));
  const aria = say("phrase");
  const label = role === "toggle" && random.chance(0.15) ? "" : say("label");
  return {
    id,
    name: `${id}-group`,
    aria: label || aria,
    label,
    checked: random.chance(0.5),
    disabled: random.chance(0.08),
    indeterminate: random.chance(0.04),
    random,
    pick: (values) => random.pick(values),
    chance: (p) => random.chance(p),
    int: (low, high) => random.int(low, high),
    text: say,
    color: () => `#${random.int(0, 0xffffff).toString(16).padStart(6, "0")}`,
    image: (width = 80, height = width) => picture(random, width, height),
    /** The choices of a group, with different labels; exactly one is checked where the specimen is. */
    options(low = 2, high = 4, kind = "short") {
      const labels = new Set();
      const count = random.int(low, high);
      for (let tries = 0; labels.size < count && tries < 60; tries++) labels.add(say(kind));
      const chosen = this.checked ? random.int(0, labels.size - 1) : -1;
      return [...labels].map((label, i) => ({ id: `${id}-${i}`, value: `${i + 1}`, label, checked: i === chosen }));
    },
  };
}
