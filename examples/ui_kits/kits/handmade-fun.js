// Hand-written controls as people publish them for the fun of it: pictures, hardware, games, paper and icons that switch.

import "@fontsource/caveat/400.css";
import "@fontsource/jetbrains-mono/400.css";
import { devices } from "./_handmade/devices.js";
import { listen } from "./_handmade/frame.js";
import { iconToggles } from "./_handmade/icon_toggles.js";
import { materials } from "./_handmade/materials.js";
import { otherPictures } from "./_handmade/other_pictures.js";
import { scenes } from "./_handmade/scenes.js";

export default {
  name: "handmade-fun",
  packages: ["@fontsource/caveat", "@fontsource/jetbrains-mono"],
  framework: "html",
  setup: listen,
  toggles: { ...iconToggles, ...scenes, ...devices, ...materials },
  others: otherPictures,
};
