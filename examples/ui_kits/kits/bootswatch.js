// Bootswatch 5: Bootstrap's controls in one of its 26 themes a page, the most unlike ones first.

import { wear } from "./_themes/wear.js";
import bootstrap from "./bootstrap.js";
import "./bootswatch.css";

const THEMES = [
  "sketchy", "quartz", "morph", "vapor", "brite", "lux", "slate", "minty", "materia", "lumen", "superhero", "zephyr", "journal",
  "cyborg", "pulse", "solar", "simplex", "united", "cerulean", "darkly", "litera", "sandstone", "cosmo", "spacelab", "flatly", "yeti",
];

export default {
  name: "bootswatch",
  packages: ["bootswatch", "bootstrap", "bootstrap-icons"],
  framework: "html",

  async setup(env) {
    const { dataset } = document.documentElement;
    const theme = THEMES[(env.page - 1) % THEMES.length];
    dataset.bootswatch = theme;
    dataset.bsTheme = env.dark ? "dark" : "light";
    const { default: css } = await import(`../node_modules/bootswatch/dist/${theme}/bootstrap.min.css`, { with: { type: "text" } });
    wear(css);
    for (const [kind, render] of Object.entries(bootstrap.toggles)) render.about = { design: `${kind}/${theme}` };
  },

  toggles: bootstrap.toggles,
  others: bootstrap.others,
  ready: bootstrap.ready,
};
