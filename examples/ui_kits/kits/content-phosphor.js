// Phosphor's icons in six weights, duotone too, with words: content that has no state.

import ICONS from "./_content/phosphor.js";
import { iconKinds } from "./_content/icon-kinds.js";

const icon = (s, size) => s.pick(ICONS).replace("<svg ", `<svg aria-hidden="true" width="${size}" height="${size}" `);

export default {
  name: "content-phosphor",
  packages: ["@phosphor-icons/core"],
  framework: "html",
  toggles: {},
  others: iconKinds(icon),
};
