// PrimeReact: checkboxes, radios, switches, toggle and select buttons and its other components, in the designs of its themes.

import { Accordion, AccordionTab } from "primereact/accordion";
import { PrimeReactProvider } from "primereact/api";
import { Avatar } from "primereact/avatar";
import { AvatarGroup } from "primereact/avatargroup";
import { Badge } from "primereact/badge";
import { BreadCrumb } from "primereact/breadcrumb";
import { Button } from "primereact/button";
import { ButtonGroup } from "primereact/buttongroup";
import { Calendar } from "primereact/calendar";
import { Card } from "primereact/card";
import { Checkbox } from "primereact/checkbox";
import { Chip } from "primereact/chip";
import { Chips } from "primereact/chips";
import { Column } from "primereact/column";
import { DataTable } from "primereact/datatable";
import { Divider } from "primereact/divider";
import { Dropdown } from "primereact/dropdown";
import { Fieldset } from "primereact/fieldset";
import { IconField } from "primereact/iconfield";
import { InputIcon } from "primereact/inputicon";
import { InputNumber } from "primereact/inputnumber";
import { InputOtp } from "primereact/inputotp";
import { InputSwitch } from "primereact/inputswitch";
import { InputText } from "primereact/inputtext";
import { InputTextarea } from "primereact/inputtextarea";
import { Knob } from "primereact/knob";
import { Menu } from "primereact/menu";
import { Message } from "primereact/message";
import { Paginator } from "primereact/paginator";
import { Panel } from "primereact/panel";
import { ProgressBar } from "primereact/progressbar";
import { ProgressSpinner } from "primereact/progressspinner";
import { RadioButton } from "primereact/radiobutton";
import { Rating } from "primereact/rating";
import { SelectButton } from "primereact/selectbutton";
import { Skeleton } from "primereact/skeleton";
import { Slider } from "primereact/slider";
import { SplitButton } from "primereact/splitbutton";
import { Steps } from "primereact/steps";
import { TabMenu } from "primereact/tabmenu";
import { Tag } from "primereact/tag";
import { Timeline } from "primereact/timeline";
import { ToggleButton } from "primereact/togglebutton";
import { Toolbar } from "primereact/toolbar";
import "primeicons/primeicons.css";
import bootstrapDark from "primereact/resources/themes/bootstrap4-dark-purple/theme.css" with { type: "text" };
import bootstrapLight from "primereact/resources/themes/bootstrap4-light-blue/theme.css" with { type: "text" };
import fluent from "primereact/resources/themes/fluent-light/theme.css" with { type: "text" };
import laraDark from "primereact/resources/themes/lara-dark-green/theme.css" with { type: "text" };
import laraLight from "primereact/resources/themes/lara-light-blue/theme.css" with { type: "text" };
import mdDark from "primereact/resources/themes/md-dark-deeppurple/theme.css" with { type: "text" };
import mdLight from "primereact/resources/themes/md-light-indigo/theme.css" with { type: "text" };
import mira from "primereact/resources/themes/mira/theme.css" with { type: "text" };
import nano from "primereact/resources/themes/nano/theme.css" with { type: "text" };
import nova from "primereact/resources/themes/nova/theme.css" with { type: "text" };
import rhea from "primereact/resources/themes/rhea/theme.css" with { type: "text" };
import saga from "primereact/resources/themes/saga-orange/theme.css" with { type: "text" };
import sohoDark from "primereact/resources/themes/soho-dark/theme.css" with { type: "text" };
import sohoLight from "primereact/resources/themes/soho-light/theme.css" with { type: "text" };
import tailwind from "primereact/resources/themes/tailwind-light/theme.css" with { type: "text" };
import vela from "primereact/resources/themes/vela-blue/theme.css" with { type: "text" };
import vivaDark from "primereact/resources/themes/viva-dark/theme.css" with { type: "text" };
import vivaLight from "primereact/resources/themes/viva-light/theme.css" with { type: "text" };
import { useState } from "react";

const LIGHT = [laraLight, mdLight, bootstrapLight, saga, fluent, tailwind, sohoLight, vivaLight, nova, mira, nano, rhea];
const DARK = [laraDark, mdDark, vela, bootstrapDark, sohoDark, vivaDark];
const ICONS = ["pi-bell", "pi-cog", "pi-download", "pi-envelope", "pi-home", "pi-search", "pi-star", "pi-trash", "pi-user"].map((name) => `pi ${name}`);
// A tick or cross in what is no toggle, and in no toggle that may be off.
const MARKED = [...ICONS, "pi pi-check", "pi pi-times"];
const PAIRS = [["pi-heart", "pi-heart-fill"], ["pi-star", "pi-star-fill"], ["pi-bookmark", "pi-bookmark-fill"], ["pi-thumbs-up", "pi-thumbs-up-fill"]].map((pair) => pair.map((name) => `pi ${name}`));
const SEVERITIES = [undefined, undefined, "secondary", "success", "info", "warning", "danger", "help"];

let settings;

const icon = (s, icons = ICONS) => s.pick(icons);
const buttonSize = (s) => s.pick([undefined, undefined, "small", "large"]);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};
const line = { display: "inline-flex", alignItems: "center", gap: "0.5rem", maxWidth: "100%" };
const wrap = { display: "flex", flexWrap: "wrap", gap: "0.75rem 1.25rem" };

// Its input is invisible and its words are in it: without a role nothing says that the whole button is the control.
const pressed = (s, on) => ({ root: { role: "button", "aria-pressed": on, "aria-disabled": s.disabled } });

// A control and its words beside it, as PrimeReact's own pages have it; a switch listens to clicks itself and can't lie in its label.
const Labelled = ({ id, label, first, children }) => <div style={{ ...line, flexDirection: first ? "row-reverse" : "row" }}>{children}{label && <label htmlFor={id}>{label}</label>}</div>;
const Wrapped = ({ label, first, children }) => <label style={{ ...line, flexDirection: first ? "row-reverse" : "row" }}>{children}{label && <span>{label}</span>}</label>;
function useCheckbox(s, props = {}, first = false) {
  const [on, flip] = useOn(s);
  return <Wrapped label={s.label} first={first}><Checkbox inputId={`${s.id}-input`} checked={on} onChange={flip} disabled={s.disabled} aria-label={s.label ? undefined : s.aria} {...props} /></Wrapped>;
}
function useSwitch(s) {
  const [on, flip] = useOn(s);
  return <InputSwitch inputId={`${s.id}-input`} checked={on} onChange={flip} disabled={s.disabled} aria-label={s.label ? undefined : s.aria} invalid={s.chance(0.05)} pt={{ root: { "aria-disabled": s.disabled } }} />;
}
function useRadios(s, vertical) {
  const [value, change] = useState(s.checked ? "1" : null);
  const props = s.pick([{}, {}, { variant: "filled" }, { invalid: s.chance(0.3) }]);
  return <div role="radiogroup" aria-label={s.aria} style={{ ...wrap, flexDirection: vertical ? "column" : "row" }}>{s.options().map((option) => <Wrapped key={option.id} label={option.label}><RadioButton inputId={option.id} name={s.name} value={option.value} checked={value === option.value} onChange={(event) => change(event.value)} disabled={s.disabled} {...props} /></Wrapped>)}</div>;
}
function useSelection(s, options, props = {}) {
  const [value, change] = useState(props.multiple ? (s.checked ? ["1"] : []) : s.checked ? "1" : null);
  return <SelectButton value={value} onChange={(event) => change(event.value)} options={options} optionLabel="label" optionValue="value" disabled={s.disabled} {...props} />;
}

export default {
  name: "primereact",
  packages: ["primereact", "primeicons"],
  framework: "react",
  rtl: false,

  setup(env) {
    const { random } = env;
    const themes = env.dark ? DARK : LIGHT;
    // A theme is chosen by the page's number, so that few pages show many; its fonts are not fetched, the page's is used.
    let css = themes[(env.page - 1) % themes.length].replace(/@font-face\s*\{[^}]*\}/g, "");
    const primary = css.match(/--primary-color:\s*(#[0-9a-f]{6})/i)?.[1];
    const recolour = random.chance(0.3);
    if (!env.dark && primary && recolour) css = css.replaceAll(primary, env.accent);
    const style = document.createElement("style");
    style.textContent = `${css}\n:root { --font-family: ${env.font}; }\n.p-component, .p-inputtext { font-family: ${env.font}; }`;
    document.head.append(style);
    // Everything is measured in rem, for 14 pixels.
    document.documentElement.style.fontSize = `${env.fontSize}px`;
    settings = { ripple: false, inputStyle: random.pick(["outlined", "outlined", "filled"]) };
  },

  Provider: ({ children }) => <PrimeReactProvider value={settings}>{children}</PrimeReactProvider>,

  toggles: {
    checkbox: (s) => useCheckbox(s, { invalid: s.chance(0.08) }),
    "checkbox-icon": (s) => useCheckbox(s, { icon: s.pick(["pi pi-heart-fill", "pi pi-star-fill", "pi pi-times", "pi pi-check-circle", "pi pi-bell"]) }),
    "checkbox-filled": (s) => useCheckbox(s, { variant: "filled" }),
    "checkbox-before": (s) => useCheckbox(s, {}, true),
    "checkbox-group": (s) => {
      const [values, change] = useState(s.checked ? ["1"] : []);
      const turn = ({ value, checked }) => change(checked ? [...values, value] : values.filter((other) => other !== value));
      return <div style={{ ...wrap, flexDirection: s.pick(["row", "column"]) }}>{s.options().map((option) => <Wrapped key={option.id} label={option.label}><Checkbox inputId={option.id} value={option.value} checked={values.includes(option.value)} onChange={turn} disabled={s.disabled} /></Wrapped>)}</div>;
    },
    "checkbox-card": (s) => {
      const control = useCheckbox(s);
      return <Card style={{ maxWidth: 320 }} title={s.chance(0.5) ? s.text("short") : undefined}>{control}</Card>;
    },
    radio: (s) => useRadios(s, false),
    "radio-vertical": (s) => useRadios(s, true),
    switch: (s) => <Labelled id={`${s.id}-input`} label={s.label}>{useSwitch(s)}</Labelled>,
    "switch-before": (s) => <Labelled id={`${s.id}-input`} label={s.label} first>{useSwitch(s)}</Labelled>,
    "switch-row": (s) => <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center", gap: 16, maxWidth: 420 }}><label htmlFor={`${s.id}-input`}>{s.aria}{s.chance(0.4) && <><br /><small style={{ opacity: 0.7 }}>{s.text("sentence")}</small></>}</label>{useSwitch(s)}</div>,
    "toggle-button": (s) => {
      const [on, flip] = useOn(s);
      return <ToggleButton checked={on} onChange={flip} disabled={s.disabled} onLabel={s.aria} offLabel={s.aria} {...s.pick([{}, { onIcon: "pi pi-check", offIcon: "pi pi-times" }, { onIcon: "pi pi-lock", offIcon: "pi pi-lock-open" }])} aria-label={s.aria} pt={pressed(s, on)} />;
    },
    "toggle-button-words": (s) => {
      const [on, flip] = useOn(s);
      const [onLabel, offLabel] = s.pick([["ON", "OFF"], ["Yes", "No"], [s.text("word"), s.text("word")]]);
      return <ToggleButton checked={on} onChange={flip} disabled={s.disabled} onLabel={onLabel} offLabel={offLabel} aria-label={s.aria} pt={pressed(s, on)} />;
    },
    "select-button": (s) => useSelection(s, s.options(2, 3, "word")),
    "select-button-multiple": (s) => useSelection(s, s.options(2, 3, "word"), { multiple: true }),
    "select-button-icons": (s) => useSelection(s, ["pi-align-left", "pi-align-center", "pi-align-right"].map((name, i) => ({ value: `${i + 1}`, label: name })), { multiple: s.chance(0.5), itemTemplate: ({ label }) => <i className={`pi ${label}`} /> }),
    "pressed-button": (s) => {
      const [on, flip] = useOn(s);
      return <Button aria-pressed={on} outlined={!on} onClick={flip} disabled={s.disabled} severity={s.pick(SEVERITIES)} size={buttonSize(s)} icon={s.chance(0.5) ? icon(s) : null} label={s.aria} rounded={s.chance(0.3)} />;
    },
    "pressed-icon": (s) => {
      const [on, flip] = useOn(s);
      const [off, filled] = s.pick(PAIRS);
      return <Button aria-pressed={on} aria-label={s.aria} icon={on ? filled : off} text={s.chance(0.6)} outlined rounded onClick={flip} disabled={s.disabled} severity={s.pick(SEVERITIES)} size={buttonSize(s)} />;
    },
    "selectable-panel": (s) => {
      const [on, flip] = useOn(s);
      return <Fieldset legend={s.text("short")} style={{ maxWidth: 320 }}><Wrapped label={s.aria}><Checkbox inputId={`${s.id}-input`} checked={on} onChange={flip} disabled={s.disabled} /></Wrapped></Fieldset>;
    },
    "table-rows": (s) => {
      const rows = [1, 2].map((id) => ({ id, name: s.text("short"), price: s.text("price") }));
      const [names, [selection, change]] = [[s.text("word"), s.text("word")], useState(s.checked ? [1] : [])];
      return <DataTable value={rows} size="small" dataKey="id" selectionMode="checkbox" selection={rows.filter(({ id }) => selection.includes(id))} onSelectionChange={({ value }) => change(value.map(({ id }) => id))}><Column selectionMode="multiple" headerStyle={{ width: "3rem" }} /><Column field="name" header={names[0]} /><Column field="price" header={names[1]} /></DataTable>;
    },
    "table-radio": (s) => {
      const rows = [1, 2].map((id) => ({ id, name: s.text("phrase") }));
      const [selection, change] = useState(s.checked ? 1 : null);
      return <DataTable value={rows} size="small" dataKey="id" selectionMode="radiobutton" showHeaders={false} selection={rows.find(({ id }) => id === selection) ?? null} onSelectionChange={({ value }) => change(value.id)}><Column selectionMode="single" headerStyle={{ width: "3rem" }} /><Column field="name" /></DataTable>;
    },
  },

  others: {
    button: (s) => <Button label={s.label} severity={s.pick(SEVERITIES)} {...s.pick([{}, { outlined: true }, { text: true }, { raised: true }, { rounded: true }, { link: true }])} size={buttonSize(s)} disabled={s.disabled} icon={s.chance(0.5) ? icon(s, MARKED) : null} iconPos={s.pick(["left", "right"])} badge={s.chance(0.1) ? "3" : undefined} />,
    "icon-button": (s) => <Button icon={icon(s, MARKED)} severity={s.pick(SEVERITIES)} {...s.pick([{}, { outlined: true }, { text: true }])} rounded={s.chance(0.5)} size={buttonSize(s)} aria-label={s.aria} />,
    "button-group": (s) => <ButtonGroup>{s.options(2, 3, "word").map(({ id, label }) => <Button key={id} label={label} size="small" icon={icon(s, MARKED)} />)}</ButtonGroup>,
    "split-button": (s) => <SplitButton label={s.text("word")} icon={icon(s, MARKED)} severity={s.pick(SEVERITIES)} size="small" />,
    link: (s) => <a href={`#${s.id}`} style={{ ...line, color: "var(--primary-color)" }}>{s.chance(0.5) && <i className={icon(s, MARKED)} />}{s.label}</a>,
    "icon-text": (s) => <span style={line}><i className={icon(s, MARKED)} /><span>{s.text("phrase")}</span></span>,
    input: (s) => <InputText defaultValue={s.chance(0.5) ? s.text("name") : ""} placeholder={s.text("word")} disabled={s.disabled} invalid={s.chance(0.15)} aria-label={s.aria} style={{ maxWidth: "100%" }} />,
    "icon-input": (s) => <IconField iconPosition="left"><InputIcon className={icon(s, MARKED)} /><InputText placeholder={s.text("word")} aria-label={s.aria} style={{ width: "100%" }} /></IconField>,
    "number-input": (s) => <InputNumber value={s.int(0, 100)} showButtons={s.chance(0.6)} inputStyle={{ width: 120 }} aria-label={s.aria} />,
    otp: (s) => <InputOtp length={4} value={`${s.int(10, 99)}`} />,
    textarea: (s) => <InputTextarea defaultValue={s.text("sentence")} rows={2} style={{ width: "100%" }} aria-label={s.aria} />,
    dropdown: (s) => <Dropdown value={s.chance(0.7) ? "1" : null} options={s.options()} placeholder={s.text("word")} disabled={s.disabled} style={{ maxWidth: "100%" }} aria-label={s.aria} />,
    calendar: (s) => <Calendar value={null} placeholder={s.text("date")} showIcon={s.chance(0.6)} inputStyle={{ width: 140 }} />,
    chips: (s) => <Chips value={s.options(1, 2, "word").map(({ label }) => label)} />,
    slider: (s) => <div style={{ padding: "8px 0" }}><Slider value={s.int(0, 100)} disabled={s.disabled} /></div>,
    knob: (s) => <Knob value={s.int(0, 100)} size={s.int(50, 90)} readOnly />,
    rating: (s) => <Rating value={s.int(1, 5)} cancel={false} readOnly />,
    chip: (s) => <Chip label={s.text("short")} icon={s.chance(0.5) ? icon(s, MARKED) : null} removable={s.chance(0.4)} image={s.chance(0.2) ? s.image(32) : null} />,
    tag: (s) => <Tag value={s.text("word")} severity={s.pick(SEVERITIES)} icon={s.chance(0.5) ? icon(s, MARKED) : null} rounded={s.chance(0.5)} />,
    badge: (s) => <span style={line}><span>{s.text("short")}</span><Badge value={`${s.int(1, 99)}`} severity={s.pick(SEVERITIES)} /></span>,
    avatar: (s) => <span style={line}><Avatar icon="pi pi-user" image={s.chance(0.4) ? s.image(40) : null} shape={s.pick(["square", "circle"])} /><span>{s.text("name")}</span></span>,
    "avatar-group": (s) => <AvatarGroup>{[1, 2, 3].map((i) => <Avatar key={i} image={s.image(40)} shape="circle" />)}</AvatarGroup>,
    message: (s) => <Message severity={s.pick(["info", "success", "warn", "error", "secondary"])} text={s.text("phrase")} />,
    progress: (s) => <ProgressBar value={s.int(5, 100)} showValue={s.chance(0.6)} />,
    spinner: (s) => <span style={line}><ProgressSpinner style={{ width: 24, height: 24 }} strokeWidth="6" /><span>{s.text("short")}</span></span>,
    menu: (s) => <Menu model={s.options(2, 4).map(({ label }) => ({ label, icon: icon(s, MARKED) }))} style={{ maxWidth: 260 }} />,
    tabs: (s) => <TabMenu model={s.options(2, 3, "word").map(({ label }) => ({ label, icon: s.chance(0.5) ? icon(s, MARKED) : undefined }))} activeIndex={0} />,
    steps: (s) => <Steps model={s.options(2, 3, "word").map(({ label }) => ({ label }))} activeIndex={s.int(0, 1)} />,
    breadcrumb: (s) => <BreadCrumb home={{ icon: "pi pi-home" }} model={s.options(1, 2, "word").map(({ label }) => ({ label }))} />,
    paginator: (s) => <Paginator first={0} rows={10} totalRecords={s.int(20, 40)} template="PrevPageLink PageLinks NextPageLink" />,
    accordion: (s) => <Accordion>{s.options(1, 2).map(({ id, label }) => <AccordionTab key={id} header={label}>{label}</AccordionTab>)}</Accordion>,
    panel: (s) => <Panel header={s.text("short")}>{s.text("sentence")}</Panel>,
    card: (s) => <Card style={{ maxWidth: 280 }} title={s.text("short")} subTitle={s.chance(0.5) ? s.text("phrase") : null} footer={<Button label={s.text("word")} size="small" text />}>{s.text("sentence")}</Card>,
    table: (s) => <DataTable value={[1, 2].map((id) => ({ id, name: s.text("short"), price: s.text("price") }))} size="small" stripedRows={s.chance(0.5)} showGridlines={s.chance(0.4)}><Column field="name" header={s.text("word")} sortable={s.chance(0.4)} /><Column field="price" header={s.text("word")} /></DataTable>,
    timeline: (s) => <Timeline value={s.options(2, 3)} content={({ label }) => label} />,
    toolbar: (s) => <Toolbar start={<><Button icon="pi pi-plus" text size="small" aria-label={s.aria} /><Button icon="pi pi-print" text size="small" aria-label={s.text("word")} /></>} />,
    divider: (s) => <Divider align="center"><span>{s.text("word")}</span></Divider>,
    skeleton: (s) => <Skeleton width={`${s.int(60, 200)}px`} height={`${s.int(12, 40)}px`} animation="none" />,
  },
};
