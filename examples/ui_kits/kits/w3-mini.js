// Four small style sheets, one a page: Stacks, Material Design Lite, mini.css in its three flavours, and W3.CSS.

import "material-design-lite/dist/material.js";
import { listen } from "./_themes/markup.js";
import mdl from "./_themes/mdl.js";
import mini from "./_themes/mini.js";
import stacks from "./_themes/stacks.js";
import w3 from "./_themes/w3.js";
import { wear } from "./_themes/wear.js";
import "./w3-mini.css";

const SHEETS = [stacks, mdl, mini[0], w3, mini[1], mini[2]];

const kit = {
  name: "w3-mini",
  packages: ["w3-css", "mini.css", "material-design-lite", "@stackoverflow/stacks"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    const sheet = SHEETS[(env.page - 1) % SHEETS.length];
    wear(sheet.css ?? env.random.pick(sheet.colours));
    document.documentElement.style.fontSize = `${env.fontSize}px`;
    Object.assign(kit, { toggles: sheet.toggles, others: sheet.others, own: sheet.ready });
  },

  ready(root) {
    listen(root);
    kit.own?.(root);
  },
};

export default kit;
