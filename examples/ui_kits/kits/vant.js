// Vant, a mobile kit: its checkboxes, radios, switches and cells with them, and its other components.

import {
  Badge, Button, Card, Cell, CellGroup, Checkbox, CheckboxGroup, Circle, Collapse, CollapseItem, ConfigProvider, Divider, Empty, Field, Grid, GridItem, Icon, Image, Loading,
  NavBar, NoticeBar, Pagination, PasswordInput, Progress, Radio, RadioGroup, Search, Sidebar, SidebarItem, Skeleton, Slider, Step, Stepper, Steps, Switch, Tab, Tabbar, TabbarItem, Tabs, Tag,
} from "vant";
import "vant/lib/index.css";
import { h, ref } from "vue";
import { stateful } from "../src/frameworks/vue.js";
import "./vant.css";

const TYPES = ["primary", "success", "warning", "danger"];
const COLORS = ["#ee0a24", "#07c160", "#ff976a", "#7232dd", "#1989fa", "#f2826a"];
const ICONS = ["setting-o", "home-o", "bell", "envelop-o", "contact-o", "search", "delete-o", "edit", "plus", "share-o", "calendar-o", "cart-o", "location-o", "phone-o", "photo-o"];
const PAIRS = [["star-o", "star"], ["like-o", "like"], ["good-job-o", "good-job"], ["bookmark-o", "bookmark"], ["circle", "checked"], ["closed-eye", "eye-o"]];

const icon = (s) => s.pick(ICONS);
const look = (s) => ({ shape: s.pick(["round", "round", "square"]), iconSize: s.pick([undefined, undefined, 16, 24, 28]), checkedColor: s.chance(0.4) ? s.pick(COLORS) : undefined });
const quiet = (s) => ({ disabled: s.disabled, "aria-disabled": s.disabled || undefined, "aria-label": s.aria });
const chosen = (options) => options.find(({ checked }) => checked)?.value ?? "";

// The mixed state has no ARIA of its own: it is told, and ends with a click.
const checkbox = (s, props = {}, slots) => {
  const [on, mixed] = [ref(s.checked), ref(s.indeterminate)];
  const turn = (next) => ([on.value, mixed.value] = [next, false]);
  return () => h(Checkbox, { ...quiet(s), ...props, modelValue: on.value, indeterminate: mixed.value || null, ...(mixed.value && { "aria-checked": "mixed" }), "onUpdate:modelValue": turn }, { ...(s.label && { default: () => s.label }), ...slots });
};

const group = (s, Group, Choice, props = {}, inner = {}) => {
  const options = s.options();
  const first = chosen(options);
  return stateful(Group, { modelValue: Group === CheckboxGroup ? (first ? [first] : []) : first, disabled: s.disabled, ...look(s), ...props }, () => options.map(({ value, label }) => h(Choice, { key: value, name: value, "aria-disabled": s.disabled || undefined, ...inner }, () => label)));
};

const switched = (s, props = {}, slots) => stateful(Switch, { ...quiet(s), modelValue: s.checked, ...props }, slots);
const beside = (s, control) => {
  const before = s.chance(0.5);
  const words = s.label && h("span", null, s.label);
  return () => h("div", { class: "beside" }, before ? [words, control()] : [control(), words]);
};

// Cells that are clicked as a whole, with the control at their end or start.
const cells = (s, Control, role) => {
  const options = s.options(2, 4).map((option) => ({ ...option, on: ref(option.checked) }));
  const props = Control === Checkbox ? look(s) : { size: s.pick([20, 22, 26]) };
  const [inset, start] = [s.chance(0.5), role === "checkbox" && s.chance(0.3)];
  return () => h(CellGroup, { inset }, () => options.map(({ value, label, on }) => h(Cell, { key: value, title: label, center: true }, { [start ? "icon" : "right-icon"]: () => h(Control, { ...quiet(s), ...props, class: start && "at-start", "aria-label": label, modelValue: on.value, "onUpdate:modelValue": (next) => (on.value = next) }) })));
};

const turning = (s, attribute, draw) => {
  const on = ref(s.checked);
  return () => draw(on.value, { ...quiet(s), [attribute]: String(on.value), onClick: () => !s.disabled && (on.value = !on.value) });
};

// What a slot shows is drawn once: it may be asked for again at every render, and the random choices must stay the same.
const fixed = (content) => () => content;

export default {
  name: "vant",
  packages: ["vant"],
  framework: "vue",
  rtl: false,

  Provider: {
    props: ["env"],
    setup({ env }, { slots }) {
      // Half of the pages keep Vant's own blue.
      const themeVars = { ...(env.random.chance(0.5) && { primaryColor: env.accent, blue: env.accent }), baseFont: env.font, cellGroupInsetPadding: "0" };
      return () => h(ConfigProvider, { theme: env.dark ? "dark" : "light", themeVars, themeVarsScope: "global" }, slots);
    },
  },

  toggles: {
    checkbox: (s) => checkbox(s, look(s)),
    "checkbox-square": (s) => checkbox(s, { ...look(s), shape: "square" }),
    "checkbox-left": (s) => checkbox(s, { ...look(s), labelPosition: "left" }),
    "checkbox-icon": (s) => {
      const [[off, on], shade, big] = [s.pick(PAIRS), s.pick(COLORS), s.int(18, 32)];
      return checkbox({ ...s, indeterminate: false }, { iconSize: big }, { icon: ({ checked }) => h(Icon, { name: checked ? on : off, color: checked ? shade : undefined, class: "plain" }) });
    },
    "checkbox-group": (s) => group(s, CheckboxGroup, Checkbox, { direction: s.pick(["vertical", "horizontal"]) }),
    radio: (s) => group(s, RadioGroup, Radio, { direction: "vertical" }),
    "radio-row": (s) => group(s, RadioGroup, Radio, { direction: "horizontal", shape: s.pick(["round", "square", "dot"]) }),
    "radio-dot": (s) => group(s, RadioGroup, Radio, { shape: "dot" }, { labelPosition: s.pick(["right", "left"]) }),
    switch: (s) => beside(s, switched(s)),
    "switch-size": (s) => beside(s, switched(s, { size: s.pick([16, 20, 22, 32]) })),
    "switch-colors": (s) => beside(s, switched(s, { activeColor: s.pick(COLORS), inactiveColor: s.pick([undefined, "#dcdee0", "#999"]) })),
    "switch-node": (s) => {
      const on = ref(s.checked);
      const [yes, no] = s.pick([["success", "cross"], ["eye-o", "closed-eye"], ["volume-o", "volume-o"]]);
      const node = () => h("div", { class: "node" }, h(Icon, { name: on.value ? yes : no }));
      return beside(s, () => h(Switch, { ...quiet(s), modelValue: on.value, "onUpdate:modelValue": (next) => (on.value = next) }, { node }));
    },
    "cell-checkbox": (s) => cells(s, Checkbox, "checkbox"),
    "cell-switch": (s) => cells(s, Switch, "switch"),
    "toggle-button": (s) => {
      const [type, shape, big, name] = [s.pick(TYPES), { round: s.chance(0.4), square: s.chance(0.2) }, s.pick(["small", "normal", "mini"]), s.chance(0.3) ? icon(s) : undefined];
      return turning(s, "aria-pressed", (on, state) => h(Button, { ...state, ...shape, size: big, icon: name, type: on ? type : "default" }, () => s.aria));
    },
    "filter-tag": (s) => {
      const [type, round, size] = [s.pick(TYPES), s.chance(0.5), s.pick(["medium", "large"])];
      return turning(s, "aria-checked", (on, state) => h(Tag, { ...state, role: "checkbox", tabindex: 0, size, round, type: on ? type : "default", plain: !on }, () => s.aria));
    },
    "like-button": (s) => {
      const [[off, on], shade, big] = [s.pick(PAIRS.slice(0, 4)), s.pick(COLORS), s.int(20, 36)];
      return turning(s, "aria-pressed", (pressed, state) => h(Icon, { ...state, role: "button", tabindex: 0, name: pressed ? on : off, color: pressed ? shade : undefined, size: big }));
    },
  },

  others: {
    button: (s) => h(Button, { type: s.pick(["default", ...TYPES]), size: s.pick(["normal", "small", "mini", "large"]), plain: s.chance(0.3), round: s.chance(0.3), hairline: s.chance(0.2), disabled: s.disabled, icon: s.chance(0.4) ? icon(s) : undefined }, fixed(s.label)),
    "icon-button": (s) => h(Button, { type: s.pick(TYPES), icon: icon(s), round: s.chance(0.5), size: "small", "aria-label": s.aria }),
    "loading-button": (s) => h(Button, { loading: true, type: s.pick(TYPES), loadingText: s.text("word") }),
    cell: (s) => h(Cell, { title: s.text("phrase"), value: s.chance(0.5) ? s.text("short") : undefined, label: s.chance(0.4) ? s.text("phrase") : undefined, icon: s.chance(0.7) ? icon(s) : undefined, isLink: s.chance(0.5) }),
    "cell-group": (s) => h(CellGroup, { inset: s.chance(0.5) }, fixed(s.options(2, 3).map(({ id, label }) => h(Cell, { key: id, title: label, icon: icon(s), isLink: true })))),
    field: (s) => stateful(Field, { modelValue: s.chance(0.6) ? s.text("name") : "", label: s.text("word"), placeholder: s.text("phrase"), leftIcon: s.chance(0.4) ? icon(s) : undefined, disabled: s.disabled }),
    textarea: (s) => stateful(Field, { modelValue: s.text("sentence"), type: "textarea", rows: 2 }),
    search: (s) => stateful(Search, { modelValue: "", placeholder: s.text("word"), shape: s.pick(["round", "square"]) }),
    stepper: (s) => stateful(Stepper, { modelValue: s.int(1, 20), theme: s.pick(["default", "round"]) }),
    slider: (s) => h("div", { style: "padding: 12px" }, stateful(Slider, { modelValue: s.int(0, 100), activeColor: s.chance(0.4) ? s.pick(COLORS) : undefined })()),
    "password-input": (s) => h(PasswordInput, { value: "12", length: 4, mask: s.chance(0.7) }),
    tag: (s) => h(Tag, { type: s.pick(TYPES), size: s.pick(["medium", "large"]), plain: s.chance(0.4), round: s.chance(0.3), mark: s.chance(0.2), closeable: s.chance(0.3) }, fixed(s.text("short"))),
    badge: (s) => h(Badge, { content: s.int(1, 120), max: 99 }, fixed(h(Icon, { name: icon(s), size: 28 }))),
    avatar: (s) => h(Image, { round: s.chance(0.6), width: s.int(28, 60), height: 48, src: s.image(60) }),
    "icon-text": (s) => h("span", { class: "beside" }, [h(Icon, { name: icon(s), size: s.int(16, 26), color: s.chance(0.4) ? s.pick(COLORS) : undefined }), s.text("phrase")]),
    notice: (s) => h(NoticeBar, { text: s.text("phrase"), leftIcon: s.chance(0.7) ? "volume-o" : undefined, mode: s.pick([undefined, "closeable", "link"]), scrollable: false, wrapable: true }),
    progress: (s) => h(Progress, { percentage: s.int(5, 100), color: s.pick(COLORS), strokeWidth: s.int(4, 10) }),
    circle: (s) => h(Circle, { currentRate: s.int(10, 95), rate: 100, size: s.int(48, 80), text: s.text("percent") }),
    loading: (s) => h(Loading, { type: s.pick(["circular", "spinner"]), vertical: s.chance(0.3) }, fixed(s.text("word"))),
    pagination: (s) => stateful(Pagination, { modelValue: 1, pageCount: 3, mode: s.pick(["multi", "simple"]), prevText: "‹", nextText: "›" }),
    tabs: (s) => h(Tabs, { active: 0, type: s.pick(["line", "card"]), shrink: true }, fixed(s.options(2, 3).map(({ id, label }) => h(Tab, { key: id, title: label })))),
    "nav-bar": (s) => h(NavBar, { title: s.text("word"), leftArrow: true, leftText: s.chance(0.5) ? s.text("word") : undefined, zIndex: 0 }),
    tabbar: (s) => h(Tabbar, { modelValue: 0, fixed: false, border: true, zIndex: 0 }, fixed(s.options(3, 3, "word").map(({ id, label }) => h(TabbarItem, { key: id, icon: icon(s) }, fixed(label))))),
    grid: (s) => h(Grid, { columnNum: 3 }, fixed(s.options(3, 3, "word").map(({ id, label }) => h(GridItem, { key: id, icon: icon(s), text: label })))),
    card: (s) => h(Card, { title: s.text("phrase"), desc: s.text("phrase"), price: String(s.int(1, 90)), currency: "€", num: s.int(1, 5), thumb: s.image(88) }),
    collapse: (s) => h(Collapse, { modelValue: [] }, fixed(h(CollapseItem, { title: s.text("phrase"), name: "1", icon: s.chance(0.5) ? icon(s) : undefined }, fixed(s.text("sentence"))))),
    steps: (s) => h(Steps, { active: 1, direction: s.pick(["horizontal", "vertical"]) }, fixed(s.options(2, 3, "word").map(({ id, label }) => h(Step, { key: id }, fixed(label))))),
    sidebar: (s) => h(Sidebar, { modelValue: 0 }, fixed(s.options(2, 3, "word").map(({ id, label }) => h(SidebarItem, { key: id, title: label })))),
    empty: (s) => h(Empty, { image: s.image(80), imageSize: 80, description: s.text("phrase") }),
    skeleton: (s) => h(Skeleton, { title: true, row: 2, avatar: s.chance(0.5), animate: false }),
    divider: (s) => h(Divider, { contentPosition: s.pick(["left", "center", "right"]) }, fixed(s.text("word"))),
  },
};
