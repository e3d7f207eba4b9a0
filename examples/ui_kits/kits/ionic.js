// Ionic: its checkboxes, radios, toggles, chips and list rows, in its iOS and its Material look.

import "@ionic/core/css/core.css";
import "@ionic/core/css/palettes/dark.class.css";
import { initialize } from "@ionic/core/components";
import { defineCustomElement as accordion } from "@ionic/core/components/ion-accordion.js";
import { defineCustomElement as avatar } from "@ionic/core/components/ion-avatar.js";
import { defineCustomElement as badge } from "@ionic/core/components/ion-badge.js";
import { defineCustomElement as breadcrumb } from "@ionic/core/components/ion-breadcrumb.js";
import { defineCustomElement as breadcrumbs } from "@ionic/core/components/ion-breadcrumbs.js";
import { defineCustomElement as button } from "@ionic/core/components/ion-button.js";
import { defineCustomElement as cardContent } from "@ionic/core/components/ion-card-content.js";
import { defineCustomElement as cardHeader } from "@ionic/core/components/ion-card-header.js";
import { defineCustomElement as cardTitle } from "@ionic/core/components/ion-card-title.js";
import { defineCustomElement as card } from "@ionic/core/components/ion-card.js";
import { defineCustomElement as checkbox } from "@ionic/core/components/ion-checkbox.js";
import { defineCustomElement as chip } from "@ionic/core/components/ion-chip.js";
import { defineCustomElement as fabButton } from "@ionic/core/components/ion-fab-button.js";
import { defineCustomElement as icon } from "@ionic/core/components/ion-icon.js";
import { defineCustomElement as input } from "@ionic/core/components/ion-input.js";
import { defineCustomElement as itemDivider } from "@ionic/core/components/ion-item-divider.js";
import { defineCustomElement as item } from "@ionic/core/components/ion-item.js";
import { defineCustomElement as label } from "@ionic/core/components/ion-label.js";
import { defineCustomElement as list } from "@ionic/core/components/ion-list.js";
import { defineCustomElement as note } from "@ionic/core/components/ion-note.js";
import { defineCustomElement as progressBar } from "@ionic/core/components/ion-progress-bar.js";
import { defineCustomElement as radioGroup } from "@ionic/core/components/ion-radio-group.js";
import { defineCustomElement as radio } from "@ionic/core/components/ion-radio.js";
import { defineCustomElement as range } from "@ionic/core/components/ion-range.js";
import { defineCustomElement as searchbar } from "@ionic/core/components/ion-searchbar.js";
import { defineCustomElement as selectOption } from "@ionic/core/components/ion-select-option.js";
import { defineCustomElement as select } from "@ionic/core/components/ion-select.js";
import { defineCustomElement as skeleton } from "@ionic/core/components/ion-skeleton-text.js";
import { defineCustomElement as spinner } from "@ionic/core/components/ion-spinner.js";
import { defineCustomElement as tabBar } from "@ionic/core/components/ion-tab-bar.js";
import { defineCustomElement as tabButton } from "@ionic/core/components/ion-tab-button.js";
import { defineCustomElement as textarea } from "@ionic/core/components/ion-textarea.js";
import { defineCustomElement as toggle } from "@ionic/core/components/ion-toggle.js";
import { addIcons } from "ionicons";
import { bookmark, bookmarkOutline, call, cart, cloud, cog, document as file, heart, heartOutline, home, mail, moon, notifications, notificationsOutline, person, pin, search, star, starOutline, trash, wifi } from "ionicons/icons";
import "./ionic.css";

const ELEMENTS = [
  accordion, avatar, badge, breadcrumb, breadcrumbs, button, cardContent, cardHeader, cardTitle, card, checkbox, chip, fabButton, icon, input, itemDivider, item, label, list, note,
  progressBar, radioGroup, radio, range, searchbar, selectOption, select, skeleton, spinner, tabBar, tabButton, textarea, toggle,
];
const ICONS = { call, cart, cloud, cog, file, home, mail, moon, person, pin, search, trash, wifi };
const PAIRS = { heart, "heart-outline": heartOutline, bookmark, "bookmark-outline": bookmarkOutline, star, "star-outline": starOutline, notifications, "notifications-outline": notificationsOutline };
const COLORS = ["primary", "secondary", "tertiary", "success", "warning", "danger", "medium"];

const drawn = (name, attributes = "") => `<ion-icon name="${name}" aria-hidden="true" ${attributes}></ion-icon>`;
const picture = (s, attributes) => drawn(s.pick(Object.keys(ICONS)), attributes);
const color = (s) => ` color="${s.pick(COLORS)}"`;
const maybe = (s) => (s.chance(0.5) ? "" : color(s));
const disabled = (s) => (s.disabled ? ' disabled="true"' : "");
const state = (s) => `${s.checked ? ' checked="true"' : ""}${disabled(s)}${s.label ? "" : ` aria-label="${s.aria}"`}`;
const place = (s) => ` label-placement="${s.pick(["start", "end", "end", "fixed"])}" justify="${s.pick(["start", "start", "space-between"])}"`;
const control = (s, tag, extra = place(s)) => `<ion-${tag}${state(s)}${extra}>${s.label}</ion-${tag}>`;
const row = (s, tag, extra = "") => `<ion-list${s.pick(["", ' inset="true"'])}><ion-item${s.pick(["", ' lines="none"'])}>${s.chance(0.4) ? picture(s, 'slot="start"') : ""}${control({ ...s, label: s.aria }, tag, extra)}</ion-item></ion-list>`;
// An iOS radio that is off draws nothing at all: radios are Material's on all pages.
const radios = (s, extra, wrap = (one) => one) => {
  const options = s.options();
  const chosen = options.find(({ checked }) => checked);
  return `<ion-radio-group name="${s.name}"${chosen ? ` value="${chosen.value}"` : ""}>${options.map((choice) => wrap(`<ion-radio mode="md" value="${choice.value}"${disabled(s)}${extra}>${choice.label}</ion-radio>`)).join("")}</ion-radio-group>`;
};
const pressed = (s) => `data-pressed="${s.checked}"${disabled(s)}`;
const shape = (s) => `${s.pick(["", ' fill="outline"', ' fill="clear"'])}${s.pick(["", ' shape="round"'])}${s.pick(["", "", ' size="small"'])}`;

export default {
  name: "ionic",
  packages: ["@ionic/core", "ionicons"],
  framework: "html",

  setup(env) {
    initialize({ mode: ["md", "ios"][env.page % 2] });
    addIcons({ ...ICONS, ...PAIRS });
    for (const define of ELEMENTS) define();
    const { classList, style } = document.documentElement;
    classList.toggle("ion-palette-dark", env.dark);
    // Half of the pages keep Ionic's own blue.
    if (env.random.chance(0.5)) {
      style.setProperty("--ion-color-primary", env.accent);
      style.setProperty("--ion-color-primary-rgb", env.accent.match(/\w\w/g).map((part) => parseInt(part, 16)).join(", "));
      style.setProperty("--ion-color-primary-contrast", "#fff");
    }
  },

  toggles: {
    checkbox: (s) => control(s, "checkbox", `${place(s)}${s.indeterminate ? ' indeterminate="true"' : ""}`),
    "checkbox-color": (s) => control(s, "checkbox", `${place(s)}${color(s)}`),
    "checkbox-stacked": (s) => control(s, "checkbox", ` class="stacked" label-placement="stacked"${maybe(s)}`),
    "checkbox-scaled": (s) => control(s, "checkbox", `${place(s)} style="--size: ${s.int(14, 36)}px; --border-radius: ${s.pick([0, 3, 8, 99])}px; --border-width: ${s.int(1, 3)}px"`),
    "checkbox-row": (s) => row(s, "checkbox", ` justify="${s.pick(["start", "space-between"])}" label-placement="${s.pick(["start", "end"])}"`),
    "checkbox-help": (s) => control({ ...s, label: s.aria }, "checkbox", `${place(s)} helper-text="${s.text("sentence")}"`),
    "checkbox-card": (s) => `<ion-card><ion-card-content>${control({ ...s, label: s.aria }, "checkbox")}<p>${s.text("price")}</p></ion-card-content></ion-card>`,
    toggle: (s) => control(s, "toggle"),
    "toggle-color": (s) => control(s, "toggle", `${place(s)}${color(s)}`),
    "toggle-marked": (s) => control(s, "toggle", `${place(s)}${maybe(s)} enable-on-off-labels="true"`),
    "toggle-stacked": (s) => control(s, "toggle", ` label-placement="stacked"${maybe(s)}`),
    "toggle-shaped": (s) => control(s, "toggle", `${place(s)} class="shaped" style="--track-background: ${s.pick(["#ddd", "#bbb", "#ccc"])}; --track-background-checked: ${s.pick(["#2a9d8f", "#e63946", "#457b9d", "#6a4c93", "#f4a261"])}; --handle-border-radius: ${s.pick([4, 99])}px; --border-radius: ${s.pick([5, 99])}px"`),
    "toggle-row": (s) => row(s, "toggle", maybe(s)),
    radio: (s) => radios(s, place(s), (one) => `<div>${one}</div>`),
    "radio-color": (s) => radios(s, color(s) + place(s), (one) => `<div>${one}</div>`),
    "radio-row": (s) => `<ion-list>${radios(s, s.pick(["", ' justify="start" label-placement="end"']), (one) => `<ion-item>${one}</ion-item>`)}</ion-list>`,
    "chip-filter": (s) => `<ion-chip class="filter" role="checkbox" tabindex="0" ${pressed(s)}${s.disabled ? ' aria-disabled="true"' : ""} data-color="${s.pick(COLORS)}" data-icon="star">${drawn("star-outline")}<ion-label>${s.aria}</ion-label></ion-chip>`,
    "button-pressed": (s) => `<ion-button ${pressed(s)} data-color="${s.pick(COLORS)}"${s.pick(["", ' shape="round"'])}>${s.aria}</ion-button>`,
    "icon-pressed": (s) => `<ion-button fill="clear" ${pressed(s)} aria-label="${s.aria}" data-icon="${s.pick(["heart", "bookmark", "star", "notifications"])}"${maybe(s)}><ion-icon slot="icon-only"></ion-icon></ion-button>`,
  },

  others: {
    button: (s) => `<ion-button${color(s)}${shape(s)}${disabled(s)}>${s.label}</ion-button>`,
    "button-icon": (s) => `<ion-button${color(s)}${shape(s)}>${picture(s, `slot="${s.pick(["start", "end"])}"`)}${s.text("word")}</ion-button>`,
    "button-block": (s) => `<ion-button expand="block"${color(s)}>${s.text("phrase")}</ion-button>`,
    "icon-button": (s) => `<ion-button${color(s)}${shape(s)} aria-label="${s.aria}">${picture(s, 'slot="icon-only"')}</ion-button>`,
    fab: (s) => `<ion-fab-button${color(s)}${s.pick(["", ' size="small"'])} aria-label="${s.aria}">${picture(s)}</ion-fab-button>`,
    "icon-words": (s) => `<span class="words">${picture(s)} ${s.text("label")}</span>`,
    "item-icon": (s) => `<ion-item button${s.pick(["", ' detail="false"'])}>${picture(s, 'slot="start"')}<ion-label>${s.text("phrase")}</ion-label></ion-item>`,
    "item-note": (s) => `<ion-item><ion-label>${s.text("word")}</ion-label><ion-note slot="end">${s.text("short")}</ion-note></ion-item>`,
    "item-avatar": (s) => `<ion-item lines="none"><ion-avatar slot="start"><img alt="" src="${s.image(40)}"></ion-avatar><ion-label><h3>${s.text("name")}</h3><p>${s.text("email")}</p></ion-label></ion-item>`,
    list: (s) => `<ion-list inset="true">${s.options(2, 3).map(({ label }) => `<ion-item>${picture(s, `slot="start"${color(s)}`)}<ion-label>${label}</ion-label><ion-badge slot="end"${color(s)}>${s.int(1, 99)}</ion-badge></ion-item>`).join("")}</ion-list>`,
    "item-divider": (s) => `<ion-item-divider${maybe(s)}><ion-label>${s.text("word")}</ion-label></ion-item-divider>`,
    input: (s) => `<ion-input label="${s.text("word")}" label-placement="${s.pick(["start", "floating", "stacked"])}" value="${s.text("name")}"${s.pick(["", ' fill="outline" mode="md"', ' fill="solid" mode="md"'])}${disabled(s)}></ion-input>`,
    textarea: (s) => `<ion-textarea label="${s.text("word")}" label-placement="stacked" value="${s.text("sentence")}"></ion-textarea>`,
    searchbar: (s) => `<ion-searchbar ${s.pick(["value", "placeholder"])}="${s.text("word")}"></ion-searchbar>`,
    select: (s) => `<ion-select label="${s.text("word")}" value="1"${s.pick(["", ' fill="outline" mode="md"'])}>${s.options().map(({ value, label }) => `<ion-select-option value="${value}">${label}</ion-select-option>`).join("")}</ion-select>`,
    range: (s) => `<ion-range value="${s.int(0, 100)}"${maybe(s)}${disabled(s)} aria-label="${s.aria}">${s.chance(0.4) ? `${picture(s, 'slot="start"')}${picture(s, 'slot="end"')}` : ""}</ion-range>`,
    chip: (s) => `<ion-chip${maybe(s)}${s.pick(["", ' outline="true"'])}>${s.chance(0.5) ? picture(s) : ""}<ion-label>${s.text("short")}</ion-label></ion-chip>`,
    "chip-avatar": (s) => `<ion-chip><ion-avatar><img alt="" src="${s.image(28)}"></ion-avatar><ion-label>${s.text("name")}</ion-label></ion-chip>`,
    badge: (s) => `<ion-badge${color(s)}>${s.text("short")}</ion-badge>`,
    avatar: (s) => `<ion-avatar><img alt="" src="${s.image(64)}"></ion-avatar>`,
    progress: (s) => `<ion-progress-bar value="${s.int(5, 100) / 100}"${color(s)}></ion-progress-bar>`,
    spinner: (s) => `<ion-spinner name="${s.pick(["crescent", "lines", "bubbles", "dots"])}"${color(s)}></ion-spinner>`,
    skeleton: (s) => `<ion-skeleton-text style="width: ${s.int(80, 200)}px; height: ${s.int(12, 36)}px"></ion-skeleton-text>`,
    card: (s) => `<ion-card><img alt="" src="${s.image(260, 90)}"><ion-card-header><ion-card-title>${s.text("phrase")}</ion-card-title></ion-card-header><ion-card-content>${s.text("sentence")}</ion-card-content></ion-card>`,
    tabs: (s) => `<ion-tab-bar selected-tab="1">${s.options(2, 4, "word").map(({ value, label }) => `<ion-tab-button tab="${value}">${picture(s)}<ion-label>${label}</ion-label></ion-tab-button>`).join("")}</ion-tab-bar>`,
    breadcrumbs: (s) => `<ion-breadcrumbs>${s.options(2, 3).map(({ label }) => `<ion-breadcrumb href="#${s.id}">${label}</ion-breadcrumb>`).join("")}</ion-breadcrumbs>`,
    accordion: (s) => `<ion-accordion><ion-item slot="header"><ion-label>${s.text("phrase")}</ion-label></ion-item><div slot="content">${s.text("sentence")}</div></ion-accordion>`,
  },

  async ready(root) {
    // Components draw themselves a few frames later.
    await new Promise((done) => setTimeout(done, 250));
    // What Ionic has no toggle for, apps make of a chip or a button: filled while it is on. A button's state belongs to the one inside it.
    const draw = (host, on) => {
      host.dataset.pressed = on;
      if (host.localName === "ion-chip") host.setAttribute("aria-checked", on);
      else host.shadowRoot.querySelector("button").setAttribute("aria-pressed", on);
      host.classList.toggle("on", on);
      if (host.dataset.icon) host.querySelector("ion-icon").name = `${host.dataset.icon}${on ? "" : "-outline"}`;
      if (!host.dataset.color) return;
      host.color = host.dataset.color;
      if (host.localName === "ion-chip") host.outline = !on;
      else host.fill = on ? "solid" : "outline";
    };
    for (const host of root.querySelectorAll("[data-pressed]")) {
      draw(host, host.dataset.pressed === "true");
      if (host.getAttribute("aria-disabled") !== "true") host.addEventListener("click", () => draw(host, host.dataset.pressed !== "true"));
    }
    await new Promise((done) => setTimeout(done, 100));
  },
};
