// Remix Icon's line and filled icons and logos with words: content that has no state.

import "remixicon/fonts/remixicon.css";
import { fontReady, glyph, glyphs } from "./_content/glyphs.js";
import { iconKinds, isContent } from "./_content/icon-kinds.js";

let letters = [];

export default {
  name: "content-remix",
  packages: ["remixicon"],
  framework: "html",
  toggles: {},

  async setup() {
    letters = Object.entries(glyphs("ri-")).filter(([name]) => isContent(name)).map(([, letter]) => letter);
    await fontReady("24px remixicon", letters[0]);
  },

  others: iconKinds((s, size) => glyph(s.pick(letters), size, "remixicon")),
};
