// Reads Iconify's sets for the bundle: of sets of up to 20,000 icons, those that a kit names and a few others by seed.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PAIRS } from "../kits/_content/icon-pairs.js";
import { PICTURE_SETS } from "../kits/_content/picture-sets.js";
import { Random } from "./random.js";

// Drawn as controls in a state, or used as such; ticks, hearts and stars, which are what a toggle shows.
const CONTROLS = /check|toggle|switch|radio|todo|task|tick|done|select|correct|okay|approved|verif|success|complete|(^|-)(squares?|circles?|rings?|rect|rectangle|box|dots?|record|stop|point|crop|shape|blank|off|sliders?|number|letter|counter|alpha|round|oval|ellipse|ballot|layout|sidebar|panel|columns?|split|dock|window|button|buttons|moji|full|empty)(-|$)|^[a-z]-|^[a-z0-9]$/;
const STATES = /heart|love|star|favou?rite|grade|rating|rate|bookmark|thumb|like|good|flag|(^|-)pin(s|ned)?(-|$)|pushpin|follow|saved?(-|$)|bell|notification|(^|-)(mic|microphone|eye|sun|moon|lock|unlock|locked|unlocked|power|bulb|lightbulb)(-|$)/;
// What moves can't be photographed; these icons are whole without it.
const MOTION = /<(animate|animateTransform|animateMotion|set)\b[^>]*?(\/>|>[^]*?<\/\1>)/g;

async function readSet(modules, name) {
  const { icons, aliases = {}, width = 16, height = width } = JSON.parse(await readFile(join(modules, "@iconify-json", name, "icons.json"), "utf8"));
  const find = (key) => icons[key] ?? (aliases[key] && { ...find(aliases[key].parent), ...aliases[key] });
  const markup = (key) => {
    const icon = find(key);
    if (!icon) throw new Error(`@iconify-json/${name} has no ${key}`);
    if (icon.rotate || icon.hFlip || icon.vFlip) throw new Error(`@iconify-json/${name}: ${key} is turned`);
    const view = [icon.left ?? 0, icon.top ?? 0, icon.width ?? width, icon.height ?? height];
    return { ratio: view[2] / view[3], svg: `<svg aria-hidden="true" viewBox="${view.join(" ")}">${icon.body.replace(MOTION, "")}</svg>` };
  };
  return { names: Object.keys(icons), size: (key) => icons[key].body.length, markup };
}

// A few of a set's icons that are no controls, the same in every build.
function some(set, name, count, { longest, states }) {
  const names = set.names.filter((key) => !CONTROLS.test(key) && !(states && STATES.test(key)) && set.size(key) <= longest && set.size(key) > 60);
  return new Random("icons", name).sample(names.sort(), count).map(set.markup);
}

/** The pairs of states by set and kind, and icons of the same sets that have no state. */
export async function readStateIcons(modules) {
  const sets = {};
  const set = async (name) => (sets[name] ??= await readSet(modules, name));
  const found = {};
  for (const [name, kinds] of Object.entries(PAIRS)) {
    const look = async (text) => {
      const [own, key] = text.includes(":") ? text.split(":") : [name, text];
      return (await set(own)).markup(key);
    };
    const pairs = {};
    for (const [kind, text] of Object.entries(kinds)) {
      pairs[kind] = await Promise.all(text.split(" ").map((pair) => Promise.all(pair.split(">").map(look))));
    }
    found[name] = { pairs, others: some(await set(name), name, 60, { longest: 1800, states: true }) };
  }
  return found;
}

/** Some pictures of each set of logos, emoji, files and the like. */
export async function readPictureIcons(modules) {
  const read = async (name) => [name, some(await readSet(modules, name), name, 140, { longest: 3000, states: true })];
  return Object.fromEntries(await Promise.all(Object.keys(PICTURE_SETS).map(read)));
}
