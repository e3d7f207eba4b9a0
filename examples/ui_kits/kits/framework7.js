// Framework7: its checkboxes, radios, toggles, segmented and selectable controls, in its iOS and its Material look.

import "framework7-icons/css/framework7-icons.css";
import "framework7/css/bundle";
import { colorThemeCSSStyles } from "framework7/shared/utils.js";
import "./framework7.css";

const THEMES = { red: "#ff3b30", green: "#4cd964", blue: "#2196f3", pink: "#ff2d55", orange: "#ff9500", purple: "#9c27b0", deeppurple: "#673ab7", teal: "#009688", deeporange: "#ff6b22" };
const COLORS = Object.keys(THEMES);
const ICONS = ["alarm", "bell_fill", "calendar", "camera_fill", "cart_fill", "envelope_fill", "gear_alt_fill", "house_fill", "lock_fill", "person_fill", "search", "trash", "wifi"];
const PAIRS = ["heart", "star", "bookmark", "bell", "pin"];

const color = (s) => ` color-${s.pick(COLORS)}`;
const maybe = (s) => (s.chance(0.5) ? "" : color(s));
const drawn = (name, classes = "") => `<i class="icon f7-icons ${classes}" aria-hidden="true">${name}</i>`;
const icon = (s, classes) => drawn(s.pick(ICONS), classes);
const input = (s, type, choice = s) => `<input type="${type}" name="${s.name}" value="${choice.id}"${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${s.indeterminate && type === "checkbox" ? " data-indeterminate" : ""} aria-label="${choice.aria ?? choice.label}">`;
const labelled = (s, control) => `<label class="labelled${s.pick(["", "", "", " before", " apart"])}">${control}${s.label && `<span>${s.label}</span>`}</label>`;
const box = (s, classes = maybe(s)) => `<span class="checkbox${classes}">${input(s, "checkbox")}<i class="icon-checkbox"></i></span>`;
const toggle = (s, classes = maybe(s), style = "") => `<span class="toggle${classes}"${style && ` style="${style}"`}>${input({ ...s, indeterminate: false }, "checkbox")}<span class="toggle-icon"></span></span>`;
const radios = (s, classes = "") => s.options().map((choice) => `<label class="labelled"><span class="radio${classes}">${input(s, "radio", choice)}<i class="icon-radio"></i></span><span>${choice.label}</span></label>`).join("");
const list = (s, rows) => `<div class="list${s.pick([" list-strong list-outline", " list-strong inset list-dividers", " list-dividers"])}"><ul>${rows}</ul></div>`;
const inner = (title, after = "") => `<div class="item-inner"><div class="item-title">${title}</div>${after && `<div class="item-after">${after}</div>`}</div>`;
const checkRow = (s, type, choice, end = "") => `<li><label class="item-${type} item-${type}-icon-${end || "start"} item-content${s.disabled ? " disabled" : ""}">${input({ ...s, indeterminate: false }, type, choice)}<i class="icon icon-${type}"></i>${inner(choice.aria ?? choice.label, s.chance(0.3) && !end ? s.text("short") : "")}</label></li>`;
const segmented = (s, classes) => `<div class="segmented${classes}" role="radiogroup">${s.options(2, 3, "word").map(({ label, checked }) => `<button type="button" class="button" role="radio" aria-checked="${checked}"${s.disabled ? " disabled" : ""}>${label}</button>`).join("")}${classes.includes("strong") ? '<span class="segmented-highlight"></span>' : ""}</div>`;
const pressed = (s, role = "") => `${role && ` role="${role}"`} aria-${role ? "checked" : "pressed"}="${s.checked}"${s.disabled ? ' disabled aria-disabled="true"' : ""}`;

export default {
  name: "framework7",
  packages: ["framework7", "framework7-icons"],
  framework: "html",
  rtl: false,

  setup(env) {
    document.documentElement.classList.add(["md", "ios"][env.page % 2]);
    // Half of the pages keep Framework7's own blue. The kit writes its palette as its app starts; these pages have no app.
    const primary = env.random.chance(0.5) ? env.accent : "#007aff";
    const style = document.createElement("style");
    style.textContent = colorThemeCSSStyles({ primary, ...THEMES });
    document.head.prepend(style);
  },

  toggles: {
    checkbox: (s) => labelled(s, box(s)),
    "checkbox-color": (s) => labelled(s, box(s, color(s))),
    "checkbox-scaled": (s) => labelled(s, `<span class="checkbox" style="--f7-checkbox-size: ${s.int(16, 32)}px; --f7-checkbox-border-radius: ${s.pick([0, 4, 99])}px">${input(s, "checkbox")}<i class="icon-checkbox"></i></span>`),
    "checkbox-list": (s) => list(s, s.options(1, 3).map((choice) => checkRow(s, "checkbox", choice)).join("")),
    "checkbox-list-end": (s) => list(s, `<li><label class="item-content labelled apart">${box(s)}<span>${s.aria}</span></label></li>`),
    "checkbox-card": (s) => `<div class="card${s.pick(["", " card-outline"])}"><div class="card-content card-content-padding">${labelled({ ...s, label: s.aria }, box(s))}</div></div>`,
    toggle: (s) => labelled(s, toggle(s)),
    "toggle-color": (s) => labelled(s, toggle(s, color(s))),
    "toggle-shaped": (s) => labelled(s, toggle(s, "", `--f7-toggle-height: ${s.int(20, 30)}px; --f7-toggle-width: ${s.int(44, 60)}px`)),
    "toggle-row": (s) => list(s, `<li><label class="item-content">${s.chance(0.4) ? `<div class="item-media">${icon(s)}</div>` : ""}${inner(s.aria, toggle(s))}</label></li>`),
    radio: (s) => radios(s, maybe(s)),
    "radio-row": (s) => `<div class="choices">${radios(s, color(s))}</div>`,
    "radio-list": (s) => list(s, s.options(2, 3).map((choice) => `<li><label class="item-content labelled apart"><span class="radio">${input(s, "radio", choice)}<i class="icon-radio"></i></span><span>${choice.label}</span></label></li>`).join("")),
    segmented: (s) => segmented(s, s.pick(["", " segmented-raised", " segmented-round"])),
    "segmented-strong": (s) => segmented(s, " segmented-strong"),
    "button-pressed": (s) => `<button type="button" class="button toggled${s.pick(["", " button-round"])}${s.pick(["", " button-small", " button-large"])}${color(s)}"${pressed(s)}>${s.aria}</button>`,
    "icon-pressed": (s) => `<button type="button" class="button icon-only${color(s)}" data-icon="${s.pick(PAIRS)}" aria-label="${s.aria}"${pressed(s)}><i class="icon f7-icons"></i></button>`,
    chip: (s) => `<div class="chip toggled${color(s)}${s.disabled ? " disabled" : ""}" tabindex="0"${pressed(s, "checkbox")}><div class="chip-label">${s.aria}</div></div>`,
  },

  others: {
    button: (s) => `<button type="button" class="button${s.pick(["", " button-fill", " button-tonal", " button-outline", " button-raised"])}${s.pick(["", " button-round"])}${maybe(s)}">${s.label}</button>`,
    "button-icon": (s) => `<button type="button" class="button icon-words${s.pick(["", " button-fill", " button-tonal", " button-outline"])}${maybe(s)}">${icon(s)} ${s.text("word")}</button>`,
    "icon-button": (s) => `<button type="button" class="button icon-only${s.pick(["", " button-fill", " button-tonal"])}${maybe(s)}" aria-label="${s.aria}">${icon(s)}</button>`,
    "icon-words": (s) => `<span class="icon-words">${icon(s)} ${s.text("label")}</span>`,
    link: (s) => `<a class="link" href="#${s.id}">${s.label}</a>`,
    fab: (s) => `<div class="fab fab-here${maybe(s)}"><a href="#${s.id}" aria-label="${s.aria}">${icon(s)}</a></div>`,
    list: (s) => list(s, s.options(2, 3).map(({ label }) => `<li><a class="item-link item-content" href="#${s.id}"><div class="item-media">${icon(s)}</div>${inner(label, s.chance(0.5) ? s.text("number") : "")}</a></li>`).join("")),
    "list-item": (s) => list(s, `<li><div class="item-content"><div class="item-media">${icon(s)}</div>${inner(s.text("phrase"), s.text("short"))}</div></li>`),
    "list-media": (s) => `<div class="list media-list"><ul><li><div class="item-content"><div class="item-media"><img alt="" width="44" src="${s.image(44)}"></div><div class="item-inner"><div class="item-title-row"><div class="item-title">${s.text("name")}</div></div><div class="item-text">${s.text("sentence")}</div></div></div></li></ul></div>`,
    "list-badge": (s) => list(s, `<li><div class="item-content">${inner(s.text("word"), `<span class="badge${color(s)}">${s.int(1, 99)}</span>`)}</div></li>`),
    input: (s) => list(s, `<li class="item-content item-input"><div class="item-inner"><div class="item-title item-label">${s.text("word")}</div><div class="item-input-wrap"><input type="text" ${s.pick(["value", "placeholder"])}="${s.text("name")}"></div></div></li>`),
    textarea: (s) => list(s, `<li class="item-content item-input"><div class="item-inner"><div class="item-input-wrap"><textarea>${s.text("phrase")}</textarea></div></div></li>`),
    searchbar: (s) => `<form class="searchbar"><div class="searchbar-inner"><div class="searchbar-input-wrap"><input type="search" placeholder="${s.text("word")}"><i class="searchbar-icon"></i></div></div></form>`,
    stepper: (s) => `<div class="stepper${s.pick(["", " stepper-fill", " stepper-round stepper-fill", " stepper-raised"])}${maybe(s)}"><div class="stepper-button-minus"></div><div class="stepper-input-wrap"><input type="text" readonly value="${s.int(0, 50)}"></div><div class="stepper-button-plus"></div></div>`,
    chip: (s) => `<div class="chip${maybe(s)}${s.pick(["", " chip-outline"])}">${s.chance(0.4) ? `<div class="chip-media"><img alt="" src="${s.image(24)}"></div>` : ""}<div class="chip-label">${s.text("short")}</div>${s.chance(0.4) ? '<a href="#" class="chip-delete"></a>' : ""}</div>`,
    badge: (s) => `<span class="badge${color(s)}">${s.text("number")}</span>`,
    progress: (s) => `<div class="progressbar${maybe(s)}"><span style="transform: translate3d(${s.int(-95, 0)}%, 0, 0)"></span></div>`,
    preloader: (s) => `<div class="preloader${maybe(s)}"><span class="preloader-inner">${'<span class="preloader-inner-line"></span>'.repeat(8)}</span></div>`,
    card: (s) => `<div class="card"><div class="card-header">${s.text("phrase")}</div><div class="card-content card-content-padding">${s.text("sentence")}</div><div class="card-footer"><a class="link" href="#${s.id}">${s.text("word")}</a></div></div>`,
    "card-image": (s) => `<div class="card card-outline"><img alt="" src="${s.image(240, 90)}"><div class="card-content card-content-padding">${s.text("sentence")}</div></div>`,
    tabs: (s) => `<div class="toolbar tabbar tabbar-icons toolbar-here"><div class="toolbar-inner">${s.options(2, 3, "word").map(({ label, value }) => `<a href="#${s.id}" class="tab-link${value === "1" ? " tab-link-active" : ""}">${icon(s)}<span class="tabbar-label">${label}</span></a>`).join("")}</div></div>`,
    breadcrumbs: (s) => `<div class="breadcrumbs">${s.options(2, 3).map(({ label }) => `<div class="breadcrumbs-item"><a href="#${s.id}" class="link"><span>${label}</span></a></div>`).join('<div class="breadcrumbs-separator"></div>')}</div>`,
    block: (s) => `<div class="block block-strong block-outline inset"><p>${s.text("sentence")}</p></div>`,
    skeleton: (s) => `<div class="skeleton-block" style="width: ${s.int(60, 180)}px; height: ${s.int(14, 40)}px"></div>`,
    accordion: (s) => `<div class="list list-strong list-outline accordion-list"><ul><li class="accordion-item"><a class="item-content item-link" href="#${s.id}">${inner(s.text("phrase"))}</a></li></ul></div>`,
    message: (s) => `<div class="message message-${s.pick(["sent", "received"])} message-last message-tail"><div class="message-content"><div class="message-bubble"><div class="message-text">${s.text("phrase")}</div></div></div></div>`,
  },

  ready(root) {
    for (const box of root.querySelectorAll("[data-indeterminate]")) box.indeterminate = true;
    const draw = (control, on) => {
      control.setAttribute(control.role ? "aria-checked" : "aria-pressed", on);
      if (control.dataset.icon) control.firstElementChild.textContent = `${control.dataset.icon}${on ? "_fill" : ""}`;
      else if (control.role === "radio") control.classList.toggle("button-active", on);
      else if (control.matches(".chip")) control.classList.toggle("chip-outline", !on);
      else ["button-fill", "button-outline"].forEach((name, i) => control.classList.toggle(name, on !== Boolean(i)));
    };
    for (const control of root.querySelectorAll("[aria-pressed], [aria-checked]")) {
      const isOn = () => (control.getAttribute("aria-checked") ?? control.ariaPressed) === "true";
      draw(control, isOn());
      control.addEventListener("click", () => {
        if (control.role === "radio") control.parentElement.querySelectorAll("[role=radio]").forEach((one) => draw(one, one === control));
        else draw(control, !isOn());
      });
    }
  },
};
