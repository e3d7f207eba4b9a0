// Hand-written controls of which both states are drawn in full: engraved and lit, metal, icons for marks, words that change.

import "@fontsource/caveat/400.css";
import "@fontsource/jetbrains-mono/400.css";
import { listen } from "./_handmade/frame.js";
import { inert, uncommon } from "./_handmade/uncommon.js";

export default {
  name: "handmade-odd",
  packages: ["@fontsource/caveat", "@fontsource/jetbrains-mono"],
  framework: "html",
  setup: listen,
  toggles: uncommon,
  others: inert,
};
