// Bulma's extensions: checkradio and switch in all variants, and its slider, badges, ribbons, steps, dividers and tags, with Bulma.

import "@fortawesome/fontawesome-free/css/all.css";
import "bulma-0/css/bulma.css";
import "bulma-extensions/bulma-checkradio/dist/css/bulma-checkradio.min.css";
import "bulma-extensions/bulma-switch/dist/css/bulma-switch.min.css";
import "bulma-extensions/bulma-slider/dist/css/bulma-slider.min.css";
import "bulma-extensions/bulma-badge/dist/css/bulma-badge.min.css";
import "bulma-extensions/bulma-divider/dist/css/bulma-divider.min.css";
import "bulma-extensions/bulma-steps/dist/css/bulma-steps.min.css";
import "./bulma-extensions.css";

const COLORS = ["primary", "link", "info", "success", "warning", "danger", "dark", "black"];
const SIZES = ["", "", "", "is-small", "is-medium", "is-large"];
const ICONS = ["cog", "bell", "trash", "home", "user", "download", "envelope", "lock", "calendar"];

const icon = (s) => `<span class="icon"><i class="fas fa-${s.pick(ICONS)}" aria-hidden="true"></i></span>`;
const color = (s) => s.pick(["", ...COLORS.map((name) => `is-${name}`)]);
const sure = (s) => `is-${s.pick(COLORS)}`;

const field = (s, type, classes, choice = s) =>
  `<div class="field"><input type="${type}" class="${classes}" id="${choice.id}" name="${s.name}"${choice.checked ? " checked" : ""}${s.disabled ? ' disabled="disabled"' : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}><label for="${choice.id}">${choice.label}</label></div>`;
const group = (s, type, classes) => s.options().map((choice) => field(s, type, classes, choice)).join("");
const some = (s, type, classes) => (s.chance(0.2) ? group(s, type, classes) : field(s, type, classes));

const toggles = {};
// A block says what it is for.
for (const [name, variant, colored] of [["", ""], ["-circle", "is-circle"], ["-filled", "has-background-color", true], ["-circle-filled", "is-circle has-background-color", true], ["-block", "is-block", true]]) {
  toggles[`checkbox${name}`] = (s) => some(name === "-block" && !s.label ? Object.assign(s, { label: s.aria }) : s, "checkbox", `is-checkradio ${variant} ${colored ? sure(s) : color(s)} ${name === "-block" ? "" : s.pick(SIZES)}`);
}
for (const [name, variant, colored] of [["", ""], ["-filled", "has-background-color", true], ["-block", "is-block", true]]) {
  toggles[`radio${name}`] = (s) => group(s, "radio", `is-checkradio ${variant} ${colored ? sure(s) : color(s)} ${name === "-block" ? "" : s.pick(SIZES)}`);
}
for (const variant of ["", "rounded", "thin", "thin-rounded", "outlined", "outlined-rounded", "thin-outlined", "thin-outlined-rounded"]) {
  const classes = variant.split("-").filter(Boolean).map((word) => `is-${word}`).join(" ");
  toggles[`switch${variant && `-${variant}`}`] = (s) => some(s, "checkbox", `switch ${classes} ${color(s)} ${s.pick(SIZES)}`);
}
toggles["switch-two-colours"] = (s) => field(s, "checkbox", `switch ${s.pick(["", "is-rounded"])} is-${s.pick(["success", "primary", "info"])} is-unchecked-${s.pick(["danger", "warning", "dark"])}`);

export default {
  name: "bulma-extensions",
  packages: ["bulma-extensions", "bulma-0", "@fortawesome/fontawesome-free"],
  framework: "html",
  dark: false,
  rtl: false,

  toggles,

  others: {
    button: (s) => `<button type="button" class="button ${color(s)} ${s.pick(SIZES)}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
    "button-with-icon": (s) => `<button type="button" class="button ${color(s)} ${s.pick(["", "is-outlined", "is-rounded"])}">${icon(s)}<span>${s.label}</span></button>`,
    badge: (s) => `<button type="button" class="button badge ${s.pick(["", "is-badge-danger", "is-badge-success", "is-badge-warning"])}" data-badge="${s.int(1, 99)}">${s.text("word")}</button>`,
    slider: (s) => `<input class="slider is-fullwidth ${s.pick(["", "is-circle"])} ${color(s)}" type="range" min="0" max="100" value="${s.int(0, 100)}" aria-label="${s.aria}">`,
    divider: (s) => `<div class="is-divider" data-content="${s.text("word")}"></div>`,
    steps: (s) => `<div class="steps is-small">${[1, 2, 3].map((step) => `<div class="step-item${step < 3 ? " is-completed" : ""} is-success"><div class="step-marker">${step}</div></div>`).join("")}</div>`,
    input: (s) => `<input class="input ${color(s)}" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}" aria-label="${s.aria}">`,
    select: (s) => `<div class="select ${color(s)}"><select aria-label="${s.aria}">${s.options().map(({ label }) => `<option>${label}</option>`).join("")}</select></div>`,
    tag: (s) => `<span class="tag ${color(s)} ${s.pick(["", "is-rounded", "is-medium"])}">${s.text("short")}</span>`,
    progress: (s) => `<progress class="progress ${color(s)}" value="${s.int(5, 100)}" max="100"></progress>`,
    notification: (s) => `<div class="notification ${color(s)}">${s.text("sentence")}</div>`,
    card: (s) => `<div class="box"><b>${s.text("phrase")}</b><br>${s.text("sentence")}</div>`,
  },
};
