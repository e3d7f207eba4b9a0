// Small packages that draw checkboxes, radios and switches and nothing else, beside Bootstrap, which some of them stand on.

import "bootstrap/dist/css/bootstrap.css";
import "@fortawesome/fontawesome-free/css/all.css";
import "magic-check/css/magic-check.css";
import "icheck-bootstrap/icheck-bootstrap.css";
import "awesome-bootstrap-checkbox/awesome-bootstrap-checkbox.css";
import "toggle-checkbox-radio/dist/toggle-checkbox-radio.css";
import "titatoggle/dist/titatoggle-dist.css";
import "labelauty/source/jquery-labelauty.css";
import "bootstrap5-toggle/css/bootstrap5-toggle.css";
import "jquery-toggles/css/toggles-full.css";
import "./small-toggles.css";
import jQuery from "jquery";

const ICHECK = ["default", "primary", "success", "info", "warning", "danger", "turquoise", "emerland", "peterriver", "amethyst", "wetasphalt", "greensea", "nephritis", "belizehole", "wisteria", "midnightblue", "sunflower", "carrot", "alizarin", "silver", "concrete", "orange", "pumpkin", "pomegranate", "asbestos"];
const COLORS = ["primary", "success", "info", "warning", "danger"];
const MORE = [...COLORS, "secondary", "dark"];
const PAIRS = [["ON", "OFF"], ["ON", "OFF"], ["On", "Off"], ["Yes", "No"], ["I", "O"]];

const input = (s, type, classes = "", choice = s, more = "") =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${classes && ` class="${classes}"`}${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}${more}>`;
const label = (choice, classes = "") => `<label for="${choice.id}"${classes && ` class="${classes}"`}>${choice.label}</label>`;
const group = (s, draw) => s.options().map((choice) => `<div class="item">${draw(s, choice)}</div>`).join("");
/** Radios come in groups, checkboxes one by one or in groups. */
/** A group's controls look alike. */
const once = (s, make) => (s.look ??= make());
const any = (type, draw) => (s) => (type === "radio" || s.chance(0.15) ? group(s, draw) : draw(s, s));
const sized = (prefix, sizes) => (s) => s.pick(["", "", ...sizes.map((size) => ` ${prefix}${size}`)]);

const toggles = {};
const add = (design, type, draw, control) => {
  toggles[design] = any(type, draw);
  if (control) toggles[design].about = { design, control };
};

for (const type of ["checkbox", "radio"]) {
  add(`magic-${type}`, type, (s, choice) => `<div>${input(s, type, `magic-${type}`, choice)}${label(choice)}</div>`);
  add(`icheck-${type}`, type, (s, choice) => `<div class="icheck-${once(s, () => s.pick(ICHECK))}">${input(s, type, "", choice)}${label(choice)}</div>`);
  add(`awesome-${type}`, type, (s, choice) => `<div class="form-check abc-${type} ${once(s, () => s.pick(["", ...COLORS.map((name) => `abc-${type}-${name}`)]))}">${input(s, type, "form-check-input", choice)}${label(choice, "form-check-label")}</div>`);
  add(`sassy-${type}`, type, (s, choice) => `<div class="sassy-inputs">${input(s, type, "", choice)}${label(choice)}</div>`);
}
add("awesome-circle", "checkbox", (s, choice) => `<div class="form-check abc-checkbox abc-checkbox-circle ${once(s, () => s.pick(["", ...COLORS.map((name) => `abc-checkbox-${name}`)]))}">${input(s, "checkbox", "form-check-input", choice)}${label(choice, "form-check-label")}</div>`);

const size = sized("is-", ["small", "large"]);
const wrapped = (s, type, classes, choice) => `<label>${input(s, type, `${classes} ${once(s, () => `${s.pick(["", ...MORE.map((name) => `color-${name}`)])}${size(s)}`)}`, choice)} ${choice.label}</label>`;
for (const [kind, type, variants] of [["toggle", "checkbox", ["", "square", "outline", "material"]], ["checkbox", "checkbox", ["", "square", "rounded", "circle", "outline", "material"]], ["radio", "radio", ["", "square", "outline"]]]) {
  for (const variant of variants) add(`tcr-${kind}${variant && `-${variant}`}`, type, (s, choice) => wrapped(s, type, `${kind}${variant && ` is-${variant}`}`, choice));
}

const tita = sized("checkbox-slider-", ["sm", "md", "lg"]);
for (const variant of ["default", "a", "a-rounded", "b", "b-flat", "c", "c-weight"]) {
  add(`titatoggle-${variant}`, "checkbox", (s, choice) => `<div class="form-check checkbox-slider--${variant}${once(s, () => `${tita(s)} ${s.pick(["", ...["primary", "info", "warning", "danger"].map((name) => `checkbox-slider-${name}`)])}`)}"><label>${input(s, "checkbox", "", choice)}<span>${choice.label}</span></label></div>`, "switch");
}

for (const type of ["checkbox", "radio"]) {
  add(`labelauty-${type}`, type, (s, choice) => {
    const words = choice.label || s.aria;
    return `<div>${input(s, type, "", { ...choice, label: words }, ` data-labelauty="${words}|${words}"`)}</div>`;
  }, "toggle");
}

const beside = (s, choice, control) => `<div class="line">${control}${label(choice)}</div>`;
for (const compact of [false, true]) {
  add(`lc-switch${compact ? "-compact" : ""}`, "checkbox", (s, choice) => {
    const options = once(s, () => {
      const [on, off] = s.pick(PAIRS);
      return { on_txt: on, off_txt: off, compact_mode: compact, ...(s.chance(0.3) && { on_color: s.pick(["#0d6efd", "#7c3aed", "#ea580c", "#0f766e"]) }) };
    });
    return beside(s, choice, input(s, "checkbox", "", choice, ` data-lcs='${JSON.stringify(options)}'`));
  }, "switch");
}
for (const outline of [false, true]) {
  add(`bootstrap5-toggle${outline ? "-outline" : ""}`, "checkbox", (s, choice) => {
    const data = once(s, () => {
      const [on, off] = s.pick(PAIRS);
      const style = (names) => `${outline ? "outline-" : ""}${s.pick(names)}`;
      return ` data-bs5 data-onlabel="${on}" data-offlabel="${off}" data-onstyle="${style(MORE)}" data-offstyle="${style(["secondary", "secondary", outline ? "dark" : "light", "danger"])}"${s.pick(["", "", ...["small", "large", "mini"].map((name) => ` data-size="${name}"`)])}`;
    });
    return beside(s, choice, input(s, "checkbox", "", choice, data));
  }, "switch");
}
for (const theme of ["light", "dark", "modern", "soft", "iphone"]) {
  add(`jquery-toggles-${theme}`, "checkbox", (s, choice) => {
    const [[width, height], [on, off]] = once(s, () => [s.pick([[50, 20], [60, 24], [70, 28], [90, 34]]), s.pick(PAIRS)]);
    return `<div class="line"><div class="toggle-${theme}${s.disabled ? " disabled" : ""}" role="switch" tabindex="0" aria-checked="${choice.checked}" aria-label="${choice.label || s.aria}"${s.disabled ? ' aria-disabled="true"' : ""} data-jqt='${JSON.stringify({ width, height, on: choice.checked, text: { on, off } })}'></div><span>${choice.label}</span></div>`;
  });
}

/** The rules of sassy-inputs are a layer: they are made to hold within a class alone. */
function scopeSassy() {
  for (const sheet of document.styleSheets) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      const { name, cssRules } = sheet.cssRules[i];
      if (!cssRules || name !== "sassy-inputs") continue;
      const rules = [...cssRules].map((rule) => rule.cssText).join("\n");
      sheet.deleteRule(i);
      sheet.insertRule(`@scope (.sassy-inputs) { ${rules} }`, i);
    }
  }
}

export default {
  name: "small-toggles",
  packages: ["magic-check", "icheck-bootstrap", "awesome-bootstrap-checkbox", "toggle-checkbox-radio", "titatoggle", "sassy-inputs", "labelauty", "lc-switch", "bootstrap5-toggle", "jquery-toggles", "bootstrap", "jquery", "@fortawesome/fontawesome-free"],
  framework: "html",
  rtl: false,

  async setup(env) {
    document.documentElement.dataset.bsTheme = env.dark ? "dark" : "light";
    scopeSassy();
    // Plugins ask for a global jQuery.
    window.jQuery = window.$ = jQuery;
    await import("labelauty/source/jquery-labelauty.js");
    const { default: factory } = await import("jquery-toggles/toggles.js");
    if (!jQuery.fn.toggles) factory(jQuery);
    await import("lc-switch/lc_switch.min.js");
    await import("bootstrap5-toggle/js/bootstrap5-toggle.ecmas.js");
  },

  toggles,

  others: {
    button: (s) => `<button type="button" class="btn btn-${s.pick(["", "outline-"])}${s.pick(MORE)}${s.pick(["", " btn-sm", " btn-lg"])}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    input: (s) => `<input class="form-control" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}" aria-label="${s.aria}">`,
    "sassy-input": (s) => `<div class="sassy-inputs"><input type="text" value="${s.text("short")}" aria-label="${s.aria}"></div>`,
    "sassy-button": (s) => `<div class="sassy-inputs"><button type="button">${s.text("word")}</button></div>`,
    select: (s) => `<select class="form-select" aria-label="${s.aria}">${s.options().map(({ label: words }) => `<option>${words}</option>`).join("")}</select>`,
    range: (s) => `<input type="range" class="form-range" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    progress: (s) => `<div class="progress"><div class="progress-bar bg-${s.pick(MORE)}" style="width: ${s.int(5, 100)}%"></div></div>`,
    badge: (s) => `<span class="badge text-bg-${s.pick(MORE)}${s.pick(["", " rounded-pill"])}">${s.text("short")}</span>`,
    alert: (s) => `<div class="alert alert-${s.pick(MORE)}">${s.text("sentence")}</div>`,
    link: (s) => `<a href="#${s.id}">${s.label}</a>`,
    card: (s) => `<div class="card card-body"><b>${s.text("phrase")}</b>${s.text("sentence")}</div>`,
  },

  async ready(root) {
    jQuery(root).find("input[data-labelauty]").labelauty();
    for (const box of root.querySelectorAll("[data-lcs]")) window.lc_switch(box, JSON.parse(box.dataset.lcs));
    for (const box of root.querySelectorAll("[data-bs5]")) {
      box.bootstrapToggle();
      // The whole is the control, not its handle.
      const whole = box.closest(".toggle");
      const tell = () => whole.setAttribute("aria-checked", box.checked);
      whole.setAttribute("role", "switch");
      whole.setAttribute("aria-label", box.ariaLabel || box.labels[0]?.textContent);
      if (box.disabled) whole.setAttribute("aria-disabled", "true");
      tell();
      box.addEventListener("change", tell);
    }
    for (const box of root.querySelectorAll("[data-jqt]")) {
      jQuery(box).toggles({ ...JSON.parse(box.dataset.jqt), animate: 0, click: !box.hasAttribute("aria-disabled"), drag: false });
      jQuery(box).on("toggle", (event, on) => box.setAttribute("aria-checked", on));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  },
};
