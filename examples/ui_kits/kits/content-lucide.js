// Lucide's outline icons with words: content that has no state.

import nodes from "lucide-static/icon-nodes.json";
import { iconKinds, isContent } from "./_content/icon-kinds.js";
import { svg } from "./_content/svg.js";

const NAMES = Object.keys(nodes).filter(isContent);

const icon = (s, size) => svg(nodes[s.pick(NAMES)], size, `fill="none" stroke="currentColor" stroke-width="${s.pick([1, 1.5, 2, 2, 2, 2.5, 3])}" stroke-linecap="round" stroke-linejoin="round"`);

export default {
  name: "content-lucide",
  packages: ["lucide-static"],
  framework: "html",
  toggles: {},
  others: iconKinds(icon),
};
