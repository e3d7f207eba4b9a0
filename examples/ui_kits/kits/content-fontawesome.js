// Font Awesome's solid, regular and brand icons with words: content that has no state.

import "@fortawesome/fontawesome-free/css/all.css";
import { BRANDS, REGULAR, SOLID } from "./_content/fontawesome.js";
import { fontReady, glyph, glyphs } from "./_content/glyphs.js";
import { iconKinds } from "./_content/icon-kinds.js";

const FACES = [
  { family: "Font Awesome 7 Free", weight: 900, names: SOLID },
  { family: "Font Awesome 7 Free", weight: 400, names: REGULAR },
  { family: "Font Awesome 7 Brands", weight: 400, names: BRANDS },
];
let letters = {};

function icon(s, size) {
  const { family, weight, names } = s.random.weighted(FACES.map((face, i) => [face, [5, 2, 3][i]]));
  return glyph(letters[s.pick(names)], size, family, weight);
}

export default {
  name: "content-fontawesome",
  packages: ["@fortawesome/fontawesome-free"],
  framework: "html",
  toggles: {},

  async setup() {
    letters = glyphs("fa-", "--fa");
    for (const face of FACES) {
      face.names = face.names.filter((name) => letters[name]);
      await fontReady(`${face.weight} 24px '${face.family}'`, letters[face.names[0]]);
    }
  },

  others: iconKinds(icon),
};
