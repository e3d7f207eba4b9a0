// Hand-written controls as products have them: switches, boxes, radios, chips, cards and rows in endless variations.

import "@fontsource/caveat/400.css";
import "@fontsource/jetbrains-mono/400.css";
import { boxes } from "./_handmade/boxes.js";
import { choices } from "./_handmade/choices.js";
import { listen } from "./_handmade/frame.js";
import { others } from "./_handmade/others.js";
import { switches } from "./_handmade/switches.js";

export default {
  name: "handmade",
  packages: ["@fontsource/caveat", "@fontsource/jetbrains-mono"],
  framework: "html",
  setup: listen,
  toggles: { ...switches, ...boxes, ...choices },
  others,
};
