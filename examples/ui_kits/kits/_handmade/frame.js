// Puts a drawing into a control that keeps its state, with its label in varied typography.

import { css, mix } from "./draw.js";
import "./frame.css";
import { icon, THINGS } from "./icons.js";

const FACES = ["Georgia", "'Liberation Mono'", "'Caveat'", "'Liberation Sans Narrow'", "'DejaVu Sans'", "'Liberation Serif'", "'JetBrains Mono'", "Arial"];

/** ARIA controls change their state here; native ones do it themselves. */
export function listen() {
  document.addEventListener("click", ({ target }) => {
    const control = target.closest("[data-turn]") ?? target.closest(".hm-row")?.querySelector("[data-turn]");
    if (!control || control.closest("[aria-disabled=true], [disabled]")) return;
    const name = control.hasAttribute("aria-pressed") ? "aria-pressed" : "aria-checked";
    const group = control.dataset.turn === "one" ? control.closest("[data-group]") : null;
    for (const other of group?.querySelectorAll("[data-turn]") ?? []) other.setAttribute(name, "false");
    control.setAttribute(name, String(group !== null || control.getAttribute(name) !== "true"));
  });
}

export const face = (draw, style = "") =>
  `<span class="hm-face" style="${style}"><span class="hm-off">${draw(false)}</span><span class="hm-on">${draw(true)}</span></span>`;

const type = (s, env) =>
  css({
    fontSize: s.random.weighted([
      [undefined, 45],
      [`${s.int(11, 14)}px`, 20],
      [`${s.int(15, 19)}px`, 22],
      [`${s.int(20, 30)}px`, 9],
    ]),
    fontWeight: s.random.weighted([
      [undefined, 60],
      [500, 10],
      [600, 12],
      [700, 12],
      [300, 6],
    ]),
    fontFamily: s.chance(0.2) ? `${s.pick(FACES)}, ${env.font}` : undefined,
    fontStyle: s.chance(0.05) ? "italic" : undefined,
    textTransform: s.chance(0.06) ? "uppercase" : undefined,
    letterSpacing: s.chance(0.06) ? s.pick(["0.04em", "0.1em", "-0.02em"]) : undefined,
    color: s.random.weighted([
      [undefined, 72],
      [mix("currentcolor", "transparent", 65), 12],
      ["var(--page-accent)", env.dark ? 0 : 5],
      [`hsl(${s.int(0, 359)} 50% ${env.dark ? 75 : 32}%)`, 8],
    ]),
  });

/** The label of a control. */
export const caption = (s, env, { strike = false, tag = "span", more = "", label = s.label } = {}) => {
  if (!label) return "";
  const extra = s.random.weighted([
    ["", 78],
    [`<small>${s.text("sentence")}</small>`, 8],
    [`<small>${s.text("short")}</small>`, 6],
    [` <b style="color: #dc2626">*</b>`, 3],
    [` <span style="opacity: .6">(${s.int(1, 240)})</span>`, 5],
  ]);
  return `<${tag} class="hm-caption${strike ? " hm-strike" : ""}" ${more} style="${type(s, env)}">${label}${extra}</${tag}>`;
};

const native = (s, kind, name, more = "") =>
  `<input class="hm-hidden" type="${kind}" id="${s.id}"${name ? ` name="${name}"` : ""}${s.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`}${more}>`;
const role = (s, kind, more = "") =>
  `role="${kind}" tabindex="0" data-turn="${kind === "radio" ? "one" : "own"}" aria-checked="${s.checked}"${s.disabled ? ' aria-disabled="true"' : ""}${s.label ? "" : ` aria-label="${s.aria}"`}${more}`;

function arrangement(s, kind) {
  const spread = kind === "switch" ? s.chance(0.3) : s.chance(0.1);
  const direction = s.random.weighted([
    ["row", 74],
    ["row-reverse", spread ? 0 : 14],
    ["column", spread ? 0 : 5],
    ["column-reverse", spread ? 0 : 5],
  ]);
  const card = s.chance(0.08)
    ? {
        padding: `${s.int(8, 14)}px ${s.int(10, 18)}px`,
        borderRadius: s.int(0, 14),
        background: "color-mix(in srgb, currentcolor 6%, transparent)",
        border: s.pick([undefined, "1px solid color-mix(in srgb, currentcolor 20%, transparent)"]),
      }
    : {};
  return {
    spread,
    style: {
      "--gap": `${s.int(5, 14)}px`,
      flexDirection: spread ? "row-reverse" : direction,
      ...card,
      width: spread ? `min(100%, ${s.int(220, 440)}px)` : undefined,
      boxSizing: "border-box",
    },
  };
}

/** `draw(on)` in a checkbox, switch or radio, native or by role; `name` is a radio's group. */
export function control(s, env, draw, { kind = "checkbox", name, strike = false, plain = false } = {}) {
  const { spread, style } = plain ? { style: { "--gap": `${s.int(4, 12)}px` } } : arrangement(s, kind);
  const lead =
    spread && s.label && s.chance(0.4)
      ? `<span style="display: inline-flex; align-items: center; gap: 10px; min-width: 0">${icon(s.pick(THINGS), { size: s.int(16, 26) })}${caption(s, env, { strike })}</span>`
      : null;
  const label = (tag, more) => lead ?? caption(s, env, { strike, tag, more });
  const box = (tag, inner, more = "") => `<${tag} class="hm-row${spread ? " hm-spread" : ""}" ${more} style="${css(style)}">${inner}</${tag}>`;
  const input = native(s, kind === "radio" ? "radio" : "checkbox", name, kind === "switch" && s.chance(0.6) ? ' role="switch"' : "");
  const byName = s.random.weighted([
    ["wrap", 50],
    ["beside", 18],
    ["role", 18],
    ["whole", 14],
  ]);
  if (name) {
    // All radios of a group are native, or none is.
    if (name.endsWith("-role")) return box("span", `<span class="hm-hold" ${role(s, kind)}>${face(draw)}</span>${label()}`);
    return box("label", input + face(draw) + label());
  }
  if (byName === "wrap") return box("label", input + face(draw) + label());
  if (byName === "beside")
    return box(
      "span",
      `<label class="hm-hold">${input}${face(draw)}</label>${lead ? `<label class="hm-caption" for="${s.id}">${lead}</label>` : label("label", `for="${s.id}"`)}`,
    );
  if (byName === "role")
    return box(
      "span",
      `<span class="hm-hold" ${role(s, kind, s.label ? ` aria-labelledby="${s.id}-words"` : "")}>${face(draw)}</span>${lead ? `<span id="${s.id}-words">${lead}</span>` : label("span", `id="${s.id}-words"`)}`,
    );
  return box("div", face(draw) + label(), role(s, kind));
}

/** A button with aria-pressed that shows `draw(on)`. */
export const pressed = (s, env, draw, { label = "" } = {}) =>
  `<span class="hm-row" style="--gap: ${s.int(4, 10)}px"><button type="button" class="hm-bare" data-turn="own" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""} aria-label="${s.aria}">${face(draw)}</button>${label}</span>`;

/** The two looks of a chip, card or row as custom properties. */
export const skin = (off, on, more = {}) => {
  const written = (prefix, look) =>
    Object.entries({ background: "transparent", border: "0", color: "inherit", shadow: "none", weight: "inherit", ...look }).map(([key, value]) => [
      `--${prefix}-${key}`,
      value,
    ]);
  return css({ ...Object.fromEntries([...written("a", off), ...written("b", on)]), ...more });
};

/** A chip, card or row that selects; `inner` is drawn in it, `look` is its skin. */
export function selectable(s, inner, look, { kind = "checkbox", name, tag = "label" } = {}) {
  if (tag === "label") return `<label class="hm-skin" style="${look}">${native({ ...s, label: s.label || "" }, kind, name)}${inner}</label>`;
  if (tag === "button")
    return `<button type="button" class="hm-skin" data-turn="own" aria-pressed="${s.checked}"${s.disabled ? " disabled" : ""}${s.label ? "" : ` aria-label="${s.aria}"`} style="${look}">${inner}</button>`;
  return `<span class="hm-skin" ${role(s, kind)} style="${look}">${inner}</span>`;
}

/** A group of radios, each rendered by `each(choice, name)`. */
export function group(s, each, { style = {}, low = 2, high = 4, kind = "short" } = {}) {
  const name = `${s.name}${s.chance(0.3) ? "-role" : ""}`;
  const choices = s
    .options(low, high, kind)
    .map((choice) => each({ ...s, ...choice, aria: choice.label }, name))
    .join("");
  return `<div role="radiogroup" data-group style="${css({ display: "flex", flexWrap: "wrap", gap: s.int(6, 16), ...style })}">${choices}</div>`;
}
