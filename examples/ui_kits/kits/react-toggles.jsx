// Small React packages that draw a switch and nothing else: react-toggle, react-switch, react-input-switch and react-ios-switch.

import { useState } from "react";
import InputSwitch from "react-input-switch";
import IosSwitch from "react-ios-switch";
import ReactSwitch from "react-switch";
import ReactToggle from "react-toggle";
import "react-toggle/style.css";
import "./react-toggles.css";

const ON = ["#008800", "#0d6efd", "#7c3aed", "#16a34a", "#dc2626", "#ea580c", "#0891b2", "#db2777", "#86d3ff", "#111827"];
const HANDLES = ["#2693e6", "#ffeb3b", "#ff7043", "#26a69a", "#ab47bc"];
const GLYPHS = [["✓", "✕"], ["✔", "✖"], ["I", "O"], ["1", "0"], ["ON", "OFF"], ["Yes", "No"]];

// A package of before modules.
const Toggle = ReactToggle.default ?? ReactToggle;

const useOn = (s) => useState(s.checked);
const Beside = ({ s, children }) => {
  const way = s.pick(["start", "start", "start", "end"]);
  return (
    <div className={`line ${way === "end" ? "apart" : ""}`}>
      {way === "end" && <span>{s.label}</span>}
      {children}
      {way !== "end" && <span>{s.label}</span>}
    </div>
  );
};
const common = (s) => ({ disabled: s.disabled, "aria-label": s.aria });
const about = (design, draw) => Object.assign(draw, { about: { design, control: "switch" } });

// react-toggle keeps its own state.
const toggle = (design, props) => about(design, (s) => {
  const more = props(s);
  return <Beside s={s}><Toggle defaultChecked={s.checked} {...common(s)} {...more} /></Beside>;
});
// Drawn by css: words in it would make the thumb a control of its own.
const word = (words, fontSize, color = "#fff") => <span className="mark" data-words={words} style={{ fontSize, color }} />;
const switched = (design, props) => about(design, (s) => {
  const [on, turn] = useOn(s);
  const more = props(s);
  return <Beside s={s}><ReactSwitch checked={on} onChange={turn} {...common(s)} {...more} /></Beside>;
});
// It declares no state of its own: the element around it does.
const inputSwitch = (design, props) => about(design, (s) => {
  const [on, turn] = useOn(s);
  const more = props(s);
  return (
    <Beside s={s}>
      <span role="switch" aria-checked={on} aria-label={s.aria} aria-disabled={s.disabled || undefined}>
        <InputSwitch value={on ? 1 : 0} onChange={(value) => !s.disabled && turn(value === 1)} disabled={s.disabled} {...more} />
      </span>
    </Beside>
  );
});
const ios = (design, props) => about(design, (s) => {
  const [on, turn] = useOn(s);
  const more = props(s);
  return <Beside s={s}><IosSwitch checked={on} onChange={turn} disabled={s.disabled} {...more} /></Beside>;
});

const large = (scale, track, trackChecked, button) => ({
  container: { width: 24 * scale, height: 14 * scale },
  track: { borderRadius: 7 * scale, ...track },
  trackChecked,
  button: { top: 2 * scale, bottom: 2 * scale, left: 2 * scale, right: 11 * scale, borderRadius: 9 * scale, ...button },
  buttonChecked: { left: 11 * scale, right: 2 * scale },
});

export default {
  name: "react-toggles",
  packages: ["react-toggle", "react-switch", "react-input-switch", "react-ios-switch"],
  framework: "react",
  react: 18,
  rtl: false,

  toggles: {
    "toggle-icons": toggle("toggle-icons", () => ({})),
    "toggle-plain": toggle("toggle-plain", () => ({ icons: false })),
    "toggle-glyphs": toggle("toggle-glyphs", (s) => {
      const [on, off] = s.pick(GLYPHS.slice(0, 4));
      return { icons: { checked: word(on, 11), unchecked: word(off, 11) } };
    }),
    "toggle-coloured": toggle("toggle-coloured", (s) => ({ className: `coloured ${s.pick(["blue", "violet", "red", "orange"])}`, icons: s.pick([undefined, false]) })),
    switch: switched("switch", () => ({})),
    "switch-plain": switched("switch-plain", (s) => ({ checkedIcon: false, uncheckedIcon: false, onColor: s.pick(ON), offColor: s.pick(["#888888", "#bbbbbb", "#cccccc"]) })),
    "switch-material": switched("switch-material", (s) => {
      const [handle, color] = s.pick([["#2693e6", "#86d3ff"], ["#db2777", "#f9a8d4"], ["#16a34a", "#86efac"], ["#7c3aed", "#c4b5fd"]]);
      return { onColor: color, onHandleColor: handle, handleDiameter: 30, checkedIcon: false, uncheckedIcon: false, boxShadow: "0px 1px 5px rgba(0, 0, 0, 0.6)", height: 20, width: 48 };
    }),
    "switch-words": switched("switch-words", (s) => {
      const [on, off] = s.pick(GLYPHS);
      return { onColor: s.pick(ON), offColor: s.pick(["#888888", "#dc2626", "#555555"]), checkedIcon: word(on, 12), uncheckedIcon: word(off, 12), width: 70, height: s.pick([28, 34]) };
    }),
    "switch-square": switched("switch-square", (s) => {
      const [width, height] = s.pick([[50, 24], [56, 28], [75, 40]]);
      return { borderRadius: s.pick([3, 6]), onColor: s.pick(ON), width, height };
    }),
    "switch-handles": switched("switch-handles", (s) => ({ offColor: "#444444", onColor: s.pick(ON), offHandleColor: "#aaaaaa", onHandleColor: s.pick(["#ffffff", "#ffeb3b"]), checkedIcon: false, uncheckedIcon: false })),
    "switch-handle-icons": switched("switch-handle-icons", (s) => {
      return { onColor: s.pick(ON), checkedIcon: false, uncheckedIcon: false, checkedHandleIcon: word("✓", 16, "#333"), uncheckedHandleIcon: word("✕", 16, "#333") };
    }),
    "input-switch": inputSwitch("input-switch", () => ({})),
    "input-switch-large": inputSwitch("input-switch-large", (s) => ({ styles: large(s.pick([1.5, 2, 2.5]), {}, { backgroundColor: s.pick(ON) }, {}) })),
    "input-switch-styled": inputSwitch("input-switch-styled", (s) => ({ styles: large(2, { backgroundColor: s.pick(["#e5e7eb", "#374151", "#fecaca"]) }, { backgroundColor: s.pick(ON) }, { backgroundColor: s.pick(["#ffffff", "#f59e0b", "#9ca3af"]) }) })),
    "ios-switch": ios("ios-switch", () => ({})),
    "ios-switch-coloured": ios("ios-switch-coloured", (s) => ({ onColor: s.pick(["rgb(13, 110, 253)", "rgb(124, 58, 237)", "rgb(234, 88, 12)", "rgb(219, 39, 119)"]), offColor: s.pick(["white", "rgb(229, 231, 235)", "rgb(156, 163, 175)"]) })),
  },

  others: {
    button: (s) => <button type="button" disabled={s.disabled}>{s.label}</button>,
    input: (s) => <label>{s.label}<br /><input defaultValue={s.text("short")} /></label>,
    select: (s) => <select aria-label={s.aria}>{s.options().map(({ id, label }) => <option key={id}>{label}</option>)}</select>,
    range: (s) => <input type="range" defaultValue={s.int(0, 100)} aria-label={s.aria} style={{ accentColor: s.color() }} />,
    progress: (s) => <progress value={s.int(5, 100)} max="100" />,
    pill: (s) => <span className="pill" style={{ background: s.pick([...ON, ...HANDLES.slice(0, 1)]) }}>{s.text("word")}</span>,
    dot: (s) => <span><span className="dot" style={{ background: s.pick(HANDLES) }} /> {s.text("phrase")}</span>,
    note: (s) => <div className="note"><b>{s.text("phrase")}</b><br /><small>{s.text("sentence")}</small></div>,
  },
};
