// Material Design Icons with words: content that has no state.

import "@mdi/font/css/materialdesignicons.css";
import { fontReady, glyph, glyphs } from "./_content/glyphs.js";
import { iconKinds, isContent } from "./_content/icon-kinds.js";

let letters = [];

export default {
  name: "content-mdi",
  packages: ["@mdi/font"],
  framework: "html",
  toggles: {},

  async setup() {
    letters = Object.entries(glyphs("mdi-")).filter(([name]) => isContent(name)).map(([, letter]) => letter);
    await fontReady("24px 'Material Design Icons'", letters[0]);
  },

  others: iconKinds((s, size) => glyph(s.pick(letters), size, "Material Design Icons")),
};
