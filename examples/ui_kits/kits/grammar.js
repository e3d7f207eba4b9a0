// Controls that are each a design of their own: an anatomy made of a material, with drawn sizes, colours, marks and words.

import "@fontsource/caveat/400.css";
import { ANATOMIES } from "./_grammar/anatomies.js";
import { MATERIALS } from "./_grammar/materials.js";
import { OTHERS } from "./_grammar/others.js";
import { css, palette } from "./_handmade/draw.js";
import { control, listen, pressed } from "./_handmade/frame.js";

// How the pointer and the keyboard have left it.
const touched = (s, p) =>
  s.random.weighted([
    ["", 82],
    [`outline: ${s.int(2, 3)}px solid ${p.on}; outline-offset: ${s.int(1, 4)}px; border-radius: 6px`, 7],
    [`filter: brightness(${s.pick([0.92, 1.08])})`, 6],
    [`transform: scale(${s.pick([0.94, 1.06])})`, 5],
  ]);
const onWall = (s, surface, inner) => (surface.wall ? `<div style="display: inline-block; padding: ${s.int(8, 22)}px; border-radius: ${s.pick([0, 6, 14])}px; ${css(surface.wall)}">${inner}</div>` : inner);

const toggle = (anatomy, material) => (s, env) => {
  const p = palette(s, env);
  const surface = MATERIALS[material](s, p);
  const { control: kind, draw } = ANATOMIES[anatomy];
  const [drawing, style] = [draw(s, p, surface, env), touched(s, p)];
  // A drawing makes random choices: both its states are made from the same ones.
  const face = (on) => `<span style="display: inline-block; ${style}">${drawing(on)}</span>`;
  const own = anatomy === "chip" || anatomy === "card";
  const made = kind === "toggle" && s.chance(0.4) ? pressed(s, env, face) : control(own ? { ...s, label: "" } : s, env, face, { kind: kind === "switch" ? "switch" : "checkbox" });
  return onWall(s, surface, made);
};
const other = (kind, material) => (s, env) => {
  const p = palette(s, env);
  const surface = MATERIALS[material](s, p);
  return onWall(s, surface, `<div data-specimen="other" data-kind="${kind}" style="display: inline-block; max-width: 100%">${OTHERS[kind](s, p, surface, env)}</div>`);
};

// Every pair in turn, so that neighbours on a page share neither.
const pairs = (parts, make) => {
  const [names, materials] = [Object.keys(parts), Object.keys(MATERIALS)];
  return Object.fromEntries(materials.flatMap((_, row) => names.map((name, i) => {
    const material = materials[(row + i) % materials.length];
    const about = { design: `${name}/${material}`, control: parts[name].control };
    return [about.design, Object.assign(make(name, material), { about })];
  })));
};

export default {
  name: "grammar",
  packages: ["@fontsource/caveat"],
  framework: "html",
  rtlWeight: 3,
  setup: listen,
  toggles: pairs(ANATOMIES, toggle),
  others: pairs(OTHERS, other),
};
