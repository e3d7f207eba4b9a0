// Tabler's outline and filled icons with words: content that has no state.

// By their paths: the package exports only the icons one by one.
import filled from "../node_modules/@tabler/icons/tabler-nodes-filled.json";
import outline from "../node_modules/@tabler/icons/tabler-nodes-outline.json";
import { iconKinds, isContent } from "./_content/icon-kinds.js";
import { svg } from "./_content/svg.js";

const OUTLINE = Object.keys(outline).filter(isContent);
const FILLED = Object.keys(filled).filter(isContent);

const icon = (s, size) =>
  s.chance(0.4)
    ? svg(filled[s.pick(FILLED)], size, 'fill="currentColor"')
    : svg(outline[s.pick(OUTLINE)], size, `fill="none" stroke="currentColor" stroke-width="${s.pick([1, 1.25, 1.5, 2, 2])}" stroke-linecap="round" stroke-linejoin="round"`);

export default {
  name: "content-tabler",
  packages: ["@tabler/icons"],
  framework: "html",
  toggles: {},
  others: iconKinds(icon),
};
