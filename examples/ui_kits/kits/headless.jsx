// Headless UI and plain inputs in Tailwind, as their manuals and templates dress them: switches, checkboxes, radio cards, button groups.

import { Checkbox, Description, Field, Input, Label, Radio, RadioGroup, Select, Switch, Textarea } from "@headlessui/react";
import * as outline from "@heroicons/react/24/outline";
import * as solid from "@heroicons/react/24/solid";
import { useState } from "react";
import "./headless.css";

const HUES = ["indigo", "blue", "emerald", "rose", "violet", "sky", "teal", "orange", "pink"];
const ICONS = ["Bell", "Calendar", "Camera", "Cog6Tooth", "Envelope", "Home", "MapPin", "MagnifyingGlass", "ShoppingCart", "Trash", "User"].map((name) => outline[`${name}Icon`]);
const PAIRS = ["Heart", "Star", "Bookmark", "Bell", "HandThumbUp"].map((name) => [outline[`${name}Icon`], solid[`${name}Icon`]]);
const TONES = ["bg-gray-100 text-gray-600 dark:bg-gray-400/10 dark:text-gray-400", "bg-red-100 text-red-700 dark:bg-red-400/10 dark:text-red-400", "bg-green-100 text-green-700 dark:bg-green-400/10 dark:text-green-400", "bg-indigo-100 text-indigo-700 dark:bg-indigo-400/10 dark:text-indigo-400"];
const MUTED = "text-gray-500 dark:text-gray-400";
const PANEL = "bg-white text-gray-900 ring-1 ring-gray-900/10 dark:bg-gray-800 dark:text-gray-100 dark:ring-white/10";
const BORDER = "border-gray-300 dark:border-white/20";

const hue = (s) => ({ "--hue": `var(--color-${s.pick(HUES)}-${s.pick([500, 600])})` });
const Icon = ({ s, className = "size-5" }) => {
  const Drawn = s.pick(ICONS);
  return <Drawn className={className} />;
};
const Tick = ({ className }) => <svg viewBox="0 0 14 14" fill="none" className={className}><path d="M3 8L6 11L11 3.5" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" stroke="currentColor" /></svg>;
const Labelled = ({ s, help, children }) => (
  <Field disabled={s.disabled} className={`flex items-center gap-3 data-disabled:opacity-50 ${s.pick(["", "", "flex-row-reverse justify-end", "flex-row-reverse justify-between"])}`} style={hue(s)}>
    {children}
    {(s.label || help) && <span className="min-w-0"><Label className="text-sm/6 font-medium">{s.label || s.aria}</Label>{help && <Description className={`text-sm ${MUTED}`}>{help}</Description>}</span>}
  </Field>
);
const state = (s) => ({ defaultChecked: s.checked, disabled: s.disabled, ...(s.label ? {} : { "aria-label": s.aria }) });

// Some of them begin half checked, until the first click.
function Box({ s, className }) {
  const [mixed, mix] = useState(s.indeterminate);
  return (
    <Checkbox {...state(s)} indeterminate={mixed} onChange={() => mix(false)} className={`group grid shrink-0 place-content-center border bg-white text-white data-checked:border-(--hue) data-checked:bg-(--hue) data-indeterminate:border-(--hue) data-indeterminate:bg-(--hue) dark:bg-white/5 dark:data-checked:bg-(--hue) dark:data-indeterminate:bg-(--hue) ${BORDER} dark:data-checked:border-(--hue) ${className}`}>
      {mixed ? <span className="block h-0.5 w-2 bg-current" /> : <Tick className="hidden size-3.5 group-data-checked:block" />}
    </Checkbox>
  );
}
const TRACK = "group relative inline-flex shrink-0 cursor-pointer rounded-full bg-gray-200 transition-colors data-checked:bg-(--hue) data-disabled:cursor-not-allowed data-disabled:opacity-50 dark:bg-white/15";
const SWITCHES = {
  plain: [`${TRACK} h-6 w-11 border-2 border-transparent`, "inline-block size-5 rounded-full bg-white shadow-sm transition group-data-checked:translate-x-5"],
  inset: [`${TRACK} h-6 w-11 items-center`, "size-4 translate-x-1 rounded-full bg-white transition group-data-checked:translate-x-6"],
  large: [`${TRACK} h-7 w-14 p-1`, "size-5 rounded-full bg-white shadow-lg transition group-data-checked:translate-x-7"],
  small: [`${TRACK} h-4 w-8 p-0.5`, "size-3 rounded-full bg-white transition group-data-checked:translate-x-4"],
  square: [`${TRACK} h-6 w-11 rounded-md! p-0.5`, "size-5 rounded-sm bg-white transition group-data-checked:translate-x-5"],
  slim: ["group relative inline-flex h-5 w-10 shrink-0 cursor-pointer items-center before:absolute before:inset-x-0 before:mx-auto before:h-4 before:w-9 before:rounded-full before:bg-gray-200 data-checked:before:bg-(--hue) dark:before:bg-white/15", "absolute left-0 size-5 rounded-full border border-gray-200 bg-white shadow-sm transition group-data-checked:translate-x-5"],
};
const toggle = (s, kind, inside) => {
  const [track, thumb] = SWITCHES[kind];
  return <Switch {...state(s)} className={track}><span aria-hidden className={`pointer-events-none ${inside ? "grid place-content-center" : ""} ${thumb}`}>{inside}</span></Switch>;
};

// Tailwind's own inputs: no appearance but what the classes give them.
const native = (s, type, choice, shape) => (
  <input type={type} name={s.name} id={choice.id} defaultChecked={choice.checked} disabled={s.disabled} aria-label={choice.label ? undefined : s.aria} className={`plain size-4 shrink-0 appearance-none border bg-white checked:border-(--hue) checked:bg-(--hue) disabled:opacity-50 dark:bg-white/5 dark:checked:bg-(--hue) ${BORDER} ${shape}`} />
);
const natives = (s, type, shape, row) => (
  <div className={row ? "flex flex-wrap gap-x-8 gap-y-2" : "space-y-2"} style={hue(s)}>
    {s.options(type === "radio" ? 2 : 1).map((choice) => <div key={choice.id} className="flex items-center gap-3">{native(s, type, choice, shape)}<label htmlFor={choice.id} className="text-sm/6 font-medium">{choice.label}</label></div>)}
  </div>
);

function Radios({ s, className, children, group = "" }) {
  const options = s.options();
  const [value, choose] = useState(options.find(({ checked }) => checked)?.value ?? null);
  return <RadioGroup value={value} onChange={choose} disabled={s.disabled} aria-label={s.aria} className={group} style={hue(s)}>{options.map((choice) => <Radio key={choice.id} value={choice.value} className={`group cursor-pointer data-disabled:opacity-50 ${className}`}>{children(choice)}</Radio>)}</RadioGroup>;
}

function Pressed({ s, className, children }) {
  const [on, turn] = useState(s.checked);
  return <button type="button" aria-pressed={on} aria-label={s.aria} disabled={s.disabled} onClick={() => turn(!on)} className={`group disabled:opacity-50 ${className}`} style={hue(s)}>{children(on)}</button>;
}

const BUTTONS = ["bg-indigo-600 text-white shadow-xs", "bg-white text-gray-900 shadow-xs ring-1 ring-gray-300 ring-inset dark:bg-white/10 dark:text-white dark:ring-white/10", "bg-gray-900 text-white dark:bg-gray-700", "bg-indigo-50 text-indigo-600 dark:bg-indigo-400/20 dark:text-indigo-300", "bg-red-600 text-white", "text-indigo-600 dark:text-indigo-400"];
const button = (s) => `inline-flex items-center gap-2 font-semibold ${s.pick(["rounded-md px-2.5 py-1.5 text-sm", "rounded-md px-3.5 py-2.5 text-sm", "rounded-full px-4 py-2 text-base"])} ${s.pick(BUTTONS)}`;
const FIELD = "block w-full rounded-md bg-white px-3 py-1.5 text-base text-gray-900 outline-1 -outline-offset-1 outline-gray-300 dark:bg-white/5 dark:text-white dark:outline-white/10";

export default {
  name: "headless",
  packages: ["@headlessui/react", "@heroicons/react", "tailwindcss"],
  framework: "react",

  toggles: {
    switch: (s) => <Labelled s={s}>{toggle(s, "plain")}</Labelled>,
    "switch-inset": (s) => <Labelled s={s}>{toggle(s, "inset")}</Labelled>,
    "switch-large": (s) => <Labelled s={s}>{toggle(s, "large")}</Labelled>,
    "switch-small": (s) => <Labelled s={s}>{toggle(s, "small")}</Labelled>,
    "switch-square": (s) => <Labelled s={s}>{toggle(s, "square")}</Labelled>,
    "switch-slim": (s) => <Labelled s={s}>{toggle(s, "slim")}</Labelled>,
    "switch-icon": (s) => <Labelled s={s}>{toggle(s, "plain", <><solid.XMarkIcon className="size-3 text-gray-400 group-data-checked:hidden" /><solid.CheckIcon className="hidden size-3 text-(--hue) group-data-checked:block" /></>)}</Labelled>,
    "switch-help": (s) => <Labelled s={s} help={s.text("sentence")}>{toggle(s, s.pick(["plain", "inset"]))}</Labelled>,
    "switch-panel": (s) => <div className={`rounded-lg p-4 ${PANEL}`}><Field className="flex items-center justify-between gap-6" style={hue(s)}><span><Label className="block font-semibold">{s.aria}</Label><Description className={`text-sm ${MUTED}`}>{s.text("sentence")}</Description></span>{toggle({ ...s, label: s.aria }, "plain")}</Field></div>,
    checkbox: (s) => <Labelled s={s}><Box s={s} className={"size-4 rounded-sm"} /></Labelled>,
    "checkbox-large": (s) => <Labelled s={s}><Box s={s} className={s.pick(["size-5 rounded-md", "size-6 rounded-lg", "size-6 rounded-full"])} /></Labelled>,
    "checkbox-help": (s) => <Labelled s={s} help={s.text("sentence")}><Box s={s} className={"size-4 rounded-sm"} /></Labelled>,
    "checkbox-native": (s) => natives(s, "checkbox", "rounded-sm"),
    "checkbox-native-row": (s) => natives(s, "checkbox", s.pick(["rounded-none", "rounded-sm", "rounded-full"]), true),
    "radio-native": (s) => natives(s, "radio", "rounded-full"),
    "radio-native-row": (s) => natives(s, "radio", "rounded-full", true),
    "radio-dot": (s) => <Radios s={s} group="space-y-2" className="flex items-center gap-3">{({ label }) => <><span className={`grid size-5 shrink-0 place-content-center rounded-full border bg-white group-data-checked:border-(--hue) group-data-checked:bg-(--hue) dark:bg-white/5 ${BORDER}`}><span className="invisible size-2 rounded-full bg-white group-data-checked:visible" /></span><span>{label}</span></>}</Radios>,
    "radio-card": (s) => <Radios s={s} group="grid gap-3" className={`flex max-w-xs items-center justify-between gap-4 rounded-lg border-2 p-4 data-checked:border-(--hue) bg-white text-gray-900 dark:bg-gray-800 dark:text-white ${BORDER}`}>{({ label }) => <span><b className="block">{label}</b><span className={`text-sm ${MUTED}`}>{s.text("price")}</span></span>}</Radios>,
    "radio-card-filled": (s) => <Radios s={s} group="space-y-2" className="flex max-w-xs rounded-lg px-5 py-4 bg-gray-100 text-gray-900 data-checked:bg-(--hue) data-checked:text-white dark:bg-white/10 dark:text-white">{({ label }) => <span className="font-semibold">{label}</span>}</Radios>,
    "radio-buttons": (s) => <Radios s={s} group="flex flex-wrap gap-3" className={`rounded-md border px-4 py-2 text-sm font-medium bg-white text-gray-900 data-checked:border-transparent data-checked:bg-(--hue) data-checked:text-white dark:bg-white/5 dark:text-white dark:data-checked:bg-(--hue) ${BORDER}`}>{({ label }) => label}</Radios>,
    "icon-pressed": (s) => {
      const [Off, On] = s.pick(PAIRS);
      return <Pressed s={s} className="rounded-md p-2 text-gray-400 aria-pressed:text-(--hue)">{(on) => (on ? <On className="size-7" /> : <Off className="size-7" />)}</Pressed>;
    },
    "chip-pressed": (s) => <Pressed s={s} className={`rounded-full border px-3 py-1 text-sm bg-white text-gray-700 aria-pressed:border-transparent aria-pressed:bg-(--hue) aria-pressed:text-white dark:bg-transparent dark:text-gray-200 dark:aria-pressed:bg-(--hue) ${BORDER}`}>{() => s.aria}</Pressed>,
  },

  others: {
    button: (s) => <button type="button" className={button(s)} disabled={s.disabled}>{s.label}</button>,
    "button-icon": (s) => <button type="button" className={button(s)}><Icon s={s} className="size-5" />{s.text("word")}</button>,
    "icon-button": (s) => <button type="button" className={`rounded-full p-2 ${s.pick(BUTTONS)}`} aria-label={s.aria}><Icon s={s} /></button>,
    "icon-words": (s) => <span className="inline-flex items-center gap-2"><Icon s={s} />{s.text("label")}</span>,
    link: (s) => <a href={`#${s.id}`} className="font-semibold text-indigo-600 dark:text-indigo-400">{s.label} →</a>,
    input: (s) => <Field><Label className="mb-1 block text-sm font-medium">{s.text("word")}</Label><Input className={FIELD} defaultValue={s.text("name")} disabled={s.disabled} /></Field>,
    "input-icon": (s) => <div className="relative"><Icon s={s} className="absolute start-2 top-2 size-5 text-gray-400" /><Input className={`${FIELD} ps-9!`} placeholder={s.text("word")} aria-label={s.aria} /></div>,
    select: (s) => <Select className={FIELD} aria-label={s.aria}>{s.options().map(({ id, label }) => <option key={id}>{label}</option>)}</Select>,
    textarea: (s) => <Textarea className={FIELD} rows={2} defaultValue={s.text("sentence")} aria-label={s.aria} />,
    range: (s) => <input type="range" className="w-full accent-indigo-600" defaultValue={s.int(0, 100)} aria-label={s.aria} />,
    badge: (s) => <span className={`inline-flex items-center rounded-md px-2 py-1 text-xs font-medium ${s.pick(TONES)}`}>{s.text("short")}</span>,
    "badge-dot": (s) => <span className={`inline-flex items-center gap-1.5 rounded-full px-2 py-1 text-xs font-medium ring-1 ring-gray-200 ring-inset dark:ring-white/10`}><svg viewBox="0 0 6 6" className={`size-1.5 ${s.pick(["fill-red-500", "fill-green-500", "fill-blue-500"])}`}><circle r={3} cx={3} cy={3} /></svg>{s.text("word")}</span>,
    "badge-remove": (s) => <span className={`inline-flex items-center gap-1 rounded-md px-2 py-1 text-xs font-medium ${s.pick(TONES)}`}>{s.text("word")}<solid.XMarkIcon className="size-3.5" /></span>,
    alert: (s) => <div className={`flex gap-3 rounded-md p-4 text-sm ${s.pick(TONES)}`}><Icon s={s} className="size-5 shrink-0" />{s.text("sentence")}</div>,
    avatar: (s) => <div className="flex items-center gap-3"><img alt="" src={s.image(40)} className={`size-10 ${s.pick(["rounded-full", "rounded-md"])}`} /><span><b className="block text-sm">{s.text("name")}</b><span className={`text-xs ${MUTED}`}>{s.text("email")}</span></span></div>,
    card: (s) => <div className={`rounded-lg p-5 shadow-sm ${PANEL}`}><h3 className="font-semibold">{s.text("phrase")}</h3><p className={`mt-1 text-sm ${MUTED}`}>{s.text("sentence")}</p></div>,
    stat: (s) => <div className={`rounded-lg p-5 ${PANEL}`}><dt className={`text-sm ${MUTED}`}>{s.text("word")}</dt><dd className="text-3xl font-semibold">{s.text("number")}</dd></div>,
    menu: (s) => <div className={`w-56 rounded-md py-1 shadow-lg ${PANEL}`}>{s.options(2, 4).map(({ id, label }) => <a key={id} href={`#${s.id}`} className="flex items-center gap-3 px-4 py-2 text-sm"><Icon s={s} className="size-5 shrink-0" />{label}</a>)}</div>,
    tabs: (s) => <nav className="flex flex-wrap gap-x-6 border-b border-gray-200 dark:border-white/10">{s.options(2, 3, "word").map(({ id, label, value }) => <a key={id} href={`#${s.id}`} className={`inline-flex items-center gap-2 border-b-2 px-1 py-3 text-sm font-medium ${value === "1" ? "border-indigo-500 text-indigo-600 dark:text-indigo-400" : `border-transparent ${MUTED}`}`}><Icon s={s} />{label}</a>)}</nav>,
    breadcrumb: (s) => <nav className="flex flex-wrap items-center gap-3 text-sm font-medium"><solid.HomeIcon className="size-5" />{s.options(2, 3).map(({ id, label }) => <a key={id} href={`#${s.id}`}>/ {label}</a>)}</nav>,
    pagination: (s) => <nav className="inline-flex -space-x-px rounded-md text-sm">{["‹", 1, 2, 3, "›"].map((page) => <a key={page} href={`#${s.id}`} className="px-3 py-1.5 ring-1 ring-gray-300 ring-inset dark:ring-white/15">{page}</a>)}</nav>,
    progress: (s) => <div className="overflow-hidden rounded-full bg-gray-200 dark:bg-white/10"><div className="h-2 rounded-full bg-indigo-600" style={{ width: `${s.int(5, 100)}%` }} /></div>,
    list: (s) => <ul className="divide-y divide-gray-200 dark:divide-white/10">{s.options(2, 3).map(({ id, label }) => <li key={id} className="flex items-center justify-between gap-4 py-3"><span className="flex items-center gap-3"><Icon s={s} />{label}</span><span className={MUTED}>{s.text("number")}</span></li>)}</ul>,
    table: (s) => <table className="min-w-full text-sm"><tbody>{[1, 2].map((row) => <tr key={row} className="border-b border-gray-200 dark:border-white/10"><td className="py-2 pe-4 font-medium">{s.text("name")}</td><td>{s.text("price")}</td></tr>)}</tbody></table>,
    disclosure: (s) => <button type="button" className="flex w-full items-center justify-between py-2 font-medium">{s.text("phrase")}<outline.ChevronDownIcon className="size-5" /></button>,
    empty: (s) => <div className="rounded-lg border-2 border-dashed border-gray-300 p-6 text-center dark:border-white/15"><Icon s={s} className="mx-auto size-10 text-gray-400" /><p className="mt-2 text-sm font-semibold">{s.text("phrase")}</p></div>,
  },
};
