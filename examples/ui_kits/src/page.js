// What a page must know before its scripts run: its language and its font.

import { LANGUAGES } from "./languages.js";
import { Random } from "./random.js";

const SYSTEM_FONTS = ["system-ui", "sans-serif", "serif", "monospace", "Arial", "Georgia"];

const WESTERN = ["latin", "latin-ext", "vietnamese", "cyrillic", "greek"];
const FOREIGN = /^(noto-(sans|serif)-|nanum|m-plus|cairo|vazirmatn|sarabun|hind)/;

/** `mirrors` is whether the kit can be laid out from right to left, `rtlWeight` how much oftener than others it is. */
export function planPage({ kit, page, seed, fonts, mirrors, rtlWeight = 1 }) {
  const random = new Random(seed, kit, page, "plan");
  const lang = random.weighted(Object.entries(LANGUAGES).map(([code, { weight, rtl }]) => [code, rtl ? weight * rtlWeight : weight]));
  const { subset, rtl = false } = LANGUAGES[lang];
  // Handwriting and monospace faces are rarer in interfaces than the rest.
  const rarity = { handwriting: 0.4, monospace: 0.5, serif: 0.7 };
  const covering = fonts
    .filter(({ subsets }) => subsets.includes(subset))
    // A face made for another writing is no everyday choice for these.
    .filter(({ id }) => !WESTERN.includes(subset) || !FOREIGN.test(id));
  const font = random.chance(0.15)
    ? { id: null, family: random.pick(SYSTEM_FONTS) }
    : random.weighted(covering.map(({ id, family, category }) => [{ id, family }, rarity[category] ?? 1]));
  return { kit, page, seed: `${seed}-${kit}-${page}`, lang, rtl: rtl && mirrors, font };
}
