// Hand-written controls that say their state quietly, and rows of lists with a control among other things.

import "@fontsource/caveat/400.css";
import "@fontsource/jetbrains-mono/400.css";
import { listen } from "./_handmade/frame.js";
import { plain, still } from "./_handmade/plain.js";

export default {
  name: "handmade-plain",
  packages: ["@fontsource/caveat", "@fontsource/jetbrains-mono"],
  framework: "html",
  setup: listen,
  toggles: plain,
  others: still,
};
