// Style sheets of the public sector, one a page: NHS.UK frontend and Bootstrap Italia.

import italia from "./_themes/italia.js";
import nhs from "./_themes/nhs.js";
import { wear } from "./_themes/wear.js";
import "./public-bodies.css";

const SYSTEMS = [nhs, italia];

const kit = {
  name: "public-bodies",
  packages: ["nhsuk-frontend", "bootstrap-italia"],
  framework: "html",
  dark: false,
  rtl: false,

  setup(env) {
    const { css, setup, toggles, others } = SYSTEMS[(env.page - 1) % SYSTEMS.length];
    document.documentElement.style.fontSize = `${env.random.pick([12, 13, 14, 16, 16, 16, 18])}px`;
    wear(css);
    setup?.();
    Object.assign(kit, { toggles, others });
  },
};

export default kit;
