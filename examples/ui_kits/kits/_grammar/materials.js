// What a surface is made of. Each takes the specimen and its palette and returns `surface(color, { raised, lit })`, a style, where
// `lit` is the ON state; `wall`, if there is one, is the ground that the material needs around itself.

import { hsl, mix } from "../_handmade/draw.js";

const made = (surface, wall) => Object.assign(surface, { wall });

export const MATERIALS = {
  flat: () => made((color) => ({ background: color })),
  outline: (s) => {
    const b = s.pick([1, 1.5, 2, 2, 3]);
    return made((color, { lit }) => ({ border: `${b}px solid ${color}`, background: lit ? mix(color, "transparent", s.pick([0, 12, 25])) : "transparent" }));
  },
  soft: (s, p) => {
    const ground = hsl(p.hue, s.int(6, 28), p.dark ? s.int(15, 24) : s.int(86, 93));
    const [dim, glow, far] = [p.dark ? "#0009" : "#00000038", p.dark ? "#ffffff14" : "#fff", s.int(2, 5)];
    const tinted = s.chance(0.6);
    return made(
      (color, { raised, lit }) => ({ background: lit && tinted ? color : ground, boxShadow: [`${far}px ${far}px ${2 * far}px ${dim}`, `${-far}px ${-far}px ${2 * far}px ${glow}`].map((part) => (raised ? part : `inset ${part}`)).join(", ") }),
      { background: ground },
    );
  },
  glass: (s, p) => {
    const wall = `linear-gradient(${s.int(0, 359)}deg, ${hsl(p.hue, 70, 45)}, ${hsl(p.hue + s.int(40, 150), 70, 55)})`;
    return made(
      (color, { lit }) => ({ background: lit ? mix(color, "transparent", 80) : "#ffffff2e", border: `1px solid ${lit ? "#ffffffb0" : "#ffffff66"}`, boxShadow: "0 2px 8px #0003, inset 0 1px 2px #fff6" }),
      { background: wall, color: "#fff" },
    );
  },
  glossy: () => made((color) => ({ background: `linear-gradient(#ffffff9e, #ffffff12 50%, #00000026), ${color}`, boxShadow: "inset 0 1px 2px #0006, 0 1px 1px #fff5", border: "1px solid #0004" })),
  metal: (s) => {
    const [a, b] = s.pick([["#f3f3f3", "#a9adb3"], ["#d7dbe0", "#7e858e"], ["#f7e9c4", "#b08f45"], ["#5a5f66", "#24272b"]]);
    return made((color, { raised, lit }) => ({
      background: raised ? `linear-gradient(${a}, ${b})` : lit ? `linear-gradient(${mix(color, "#000", 70)}, ${color})` : "linear-gradient(#3a3d42, #63676d)",
      boxShadow: raised ? "0 2px 4px #0006, inset 0 1px 0 #fffa" : "inset 0 2px 5px #000a, 0 1px 0 #fff6",
      border: "1px solid #0006",
    }));
  },
  neon: (s, p) => {
    const [wall, width, far] = [s.pick(["#07070d", "#0d0a18", "#101418", "#160b1e"]), s.pick([1.5, 2, 3]), s.int(6, 18)];
    return made(
      (color, { lit }) => ({ background: lit ? mix(color, "transparent", 14) : "transparent", border: `${width}px solid ${lit ? color : hsl(p.hue, 12, 32)}`, boxShadow: lit ? `0 0 ${far}px ${color}, inset 0 0 ${far / 2}px ${color}` : "none" }),
      { background: wall, color: "#e8e8f0" },
    );
  },
  brutal: (s, p) => {
    const [ink, b, x] = [p.dark ? "#fff" : "#000", s.pick([2, 3, 4]), s.pick([2, 3, 5])];
    return made((color, { raised }) => ({ background: color, border: `${b}px solid ${ink}`, boxShadow: raised ? undefined : `${x}px ${x}px 0 ${ink}` }));
  },
  inset: () => made((color, { raised }) => ({ background: color, boxShadow: raised ? "0 1px 3px #0007, inset 0 1px 0 #fff6" : "inset 0 2px 5px #0007, inset 0 -1px 1px #fff3" })),
  gradient: (s, p) => {
    const angle = s.int(0, 359);
    return made((color, { lit }) => ({ background: `linear-gradient(${angle}deg, ${color}, ${lit ? p.on2 : mix(color, p.dark ? "#000" : "#fff", 70)})` }));
  },
  thick: (s) => {
    const deep = s.int(3, 6);
    return made((color, { raised }) => ({ background: color, boxShadow: raised ? `0 ${deep}px 0 ${mix(color, "#000", 65)}, 0 ${deep + 2}px 5px #0005` : `inset 0 ${deep}px 0 ${mix(color, "#000", 72)}` }));
  },
  paper: (s, p) => {
    const sheet = p.dark ? hsl(p.hue, 8, 26) : s.pick(["#fffdf5", "#fbf6e6", "#f6f1ff"]);
    const dash = s.pick(["solid", "dashed", "dotted"]);
    return made((color, { raised, lit }) => ({ background: lit && !raised ? color : sheet, border: `1.5px ${dash} ${lit ? color : p.edge}`, boxShadow: raised ? "1px 2px 3px #0004" : undefined }));
  },
};
