// Carbon: checkboxes, radios, toggles, selectable tiles and tags, structured lists and tables, and its other components, in its four themes.

import {
  Add, Bookmark, BookmarkFilled, CheckmarkFilled, Download, Email, Favorite, FavoriteFilled, Home, Notification as Bell, Search as SearchIcon, Settings, Star, StarFilled, TextBold, TextItalic,
  TextUnderline, TrashCan, User,
} from "@carbon/icons-react";
import {
  Accordion, AccordionItem, ActionableNotification, Breadcrumb, BreadcrumbItem, Button, ButtonSet, Checkbox, CheckboxGroup, ClickableTile, CodeSnippet, ContainedList, ContainedListItem,
  DatePicker, DatePickerInput, DismissibleTag, Dropdown, FileUploaderButton, Heading, IconButton, InlineLoading, InlineNotification, Link, ListItem, Loading, NumberInput,
  OperationalTag, OrderedList, OverflowMenu, OverflowMenuItem, PaginationNav, ProgressBar, ProgressIndicator, ProgressStep, RadioButton, RadioButtonGroup, RadioTile, Search, Section, Select,
  SelectableTag, SelectableTile, SelectItem, SkeletonText, Slider, StructuredListBody, StructuredListCell, StructuredListInput, StructuredListRow, StructuredListWrapper, Tab, Table, TableBody,
  TableCell, TableHead, TableHeader, TableRow, TableSelectRow, TabList, Tabs, Tag, TextArea, TextInput, Tile, TileGroup, Toggle, UnorderedList,
} from "@carbon/react";
import styles from "@carbon/styles/css/styles.min.css" with { type: "text" };
import { useState } from "react";

const ICONS = [Add, Bell, Download, Email, Home, SearchIcon, Settings, Star, TrashCan, User];
// A tick in what is no toggle, and in no toggle that may be off.
const TICKED = [...ICONS, CheckmarkFilled];
const PAIRS = [[Favorite, FavoriteFilled], [Bookmark, BookmarkFilled], [Star, StarFilled]];

const icon = (s, icons = ICONS) => {
  const Icon = s.pick(icons);
  return <Icon />;
};
const size = (s) => s.pick(["sm", "md", "md", "lg"]);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};
const inputId = (s) => `${s.id}-input`;
const words = (s) => ({ id: inputId(s), labelText: s.aria, hideLabel: !s.label });
const problem = (s) => s.pick([{}, {}, { invalid: true, invalidText: s.text("phrase") }, { warn: true, warnText: s.text("phrase") }, { helperText: s.text("phrase") }]);
const flow = { display: "flex", alignItems: "center", gap: 8 };

const radios = (s, props) => (
  <RadioButtonGroup name={s.name} legendText={s.label} defaultSelected={s.checked ? "1" : undefined} disabled={s.disabled} {...props}>
    {s.options().map(({ id, value, label }) => <RadioButton key={id} id={id} value={value} labelText={label} />)}
  </RadioButtonGroup>
);

function usePressed(s, Off, On = Off) {
  const [on, flip] = useOn(s);
  return <IconButton label={s.aria} kind="ghost" size={s.pick(["sm", "md"])} isSelected={on} aria-pressed={on} onClick={flip} disabled={s.disabled}>{on ? <On /> : <Off />}</IconButton>;
}

export default {
  name: "carbon",
  packages: ["@carbon/react", "@carbon/styles", "@carbon/icons-react"],
  framework: "react",

  setup(env) {
    const { random, accent } = env;
    const scheme = random.pick(env.dark ? ["g90", "g100"] : ["white", "g10"]);
    const [own, green, round] = [random.chance(0.4), random.chance(0.7), random.chance(0.25)];
    const dim = env.dark && [1, 3, 5].every((at) => parseInt(accent.slice(at, at + 2), 16) < 100);
    // Carbon's own fonts come from IBM's servers: the page's is used. Its themes are classes of an element.
    let css = styles.replace(/@font-face\s*\{[^}]*\}/g, "").replace(/font-family:\s*IBM Plex Sans[^;}]*/g, `font-family: ${env.font}`);
    if (own && !dim) {
      css += `.cds--${scheme} { --cds-interactive: ${accent}; --cds-button-primary: ${accent}; --cds-link-primary: ${accent}; --cds-border-interactive: ${accent}; ${green ? "" : `--cds-support-success: ${accent};`} }`;
      css += `.cds--checkbox:checked + .cds--checkbox-label::before, .cds--checkbox:indeterminate + .cds--checkbox-label::before { background-color: ${accent}; border-color: ${accent}; }`;
      css += `.cds--checkbox:checked + .cds--checkbox-label::after { border-color: #fff; }`;
    }
    if (round) css += ".cds--btn, .cds--tile { border-radius: 8px; } .cds--checkbox-label::before { border-radius: 4px !important; }";
    // What lies in narrow hosts.
    css += ".page-root .cds--slider-container, .page-root .cds--slider { min-inline-size: 0; inline-size: 100%; }";
    css += ".page-root .cds--inline-notification, .page-root .cds--actionable-notification, .page-root .cds--structured-list { min-inline-size: 0; max-inline-size: 100%; }";
    css += ".page-root .cds--structured-list-td { padding-inline-end: 8px; }";
    css += ".page-root .cds--form-item, .page-root .cds--radio-button-group { min-inline-size: 0; flex-wrap: wrap; } .page-root .cds--btn { max-inline-size: 100%; }";
    // A toggle's own button is hidden beside what is drawn: laid over that unseen, it says where the toggle is.
    css += ".cds--toggle { position: relative; } .cds--toggle__label { display: block; } .cds--toggle__appearance { display: grid; } .cds--toggle .cds--toggle__button { clip: auto; inset: auto auto 0 0; margin: 0; inline-size: 3rem; block-size: 1.5rem; background: none; cursor: pointer; z-index: 1; }";
    css += "[dir=rtl] .cds--toggle .cds--toggle__button { inset: auto 0 0 auto; } .cds--toggle:has(.cds--toggle__appearance--sm) .cds--toggle__button { inline-size: 2rem; block-size: 1rem; }";
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    document.documentElement.classList.add(`cds--${scheme}`);
    // Everything is measured in rem, 14 pixels for words.
    document.documentElement.style.fontSize = `${(env.fontSize * 16) / 14}px`;
  },

  toggles: {
    checkbox: (s) => {
      const [mixed, settle] = useState(s.indeterminate);
      return <Checkbox {...words(s)} defaultChecked={s.checked} indeterminate={mixed} onChange={() => settle(false)} disabled={s.disabled} />;
    },
    "checkbox-states": (s) => <Checkbox {...words(s)} hideLabel={false} defaultChecked={s.checked} disabled={s.disabled} {...problem(s)} />,
    "checkbox-group": (s) => <CheckboxGroup legendText={s.aria} orientation={s.pick(["vertical", "horizontal"])} {...problem(s)}>{s.options().map(({ id, label, checked }) => <Checkbox key={id} id={id} labelText={label} defaultChecked={checked} disabled={s.disabled} />)}</CheckboxGroup>,
    "checkbox-tile": (s) => <Tile style={{ maxWidth: 320 }}><Checkbox {...words(s)} hideLabel={false} helperText={s.text("phrase")} defaultChecked={s.checked} disabled={s.disabled} /></Tile>,
    radio: (s) => radios(s, problem(s)),
    "radio-vertical": (s) => radios(s, { orientation: "vertical" }),
    "radio-left": (s) => radios(s, { labelPosition: "left", orientation: s.pick(["vertical", "horizontal"]) }),
    toggle: (s) => <Toggle id={inputId(s)} labelText={s.label || undefined} hideLabel defaultToggled={s.checked} disabled={s.disabled} size={s.pick(["md", "sm"])} aria-label={s.label ? undefined : s.aria} />,
    "toggle-words": (s) => {
      const [off, on] = s.pick([["Off", "On"], ["0", "1"], [s.text("word"), s.text("word")]]);
      return <Toggle id={inputId(s)} labelText={s.aria} labelA={off} labelB={on} defaultToggled={s.checked} disabled={s.disabled} />;
    },
    "toggle-small": (s) => <Toggle id={inputId(s)} size="sm" labelText={s.aria} labelA="" labelB="" defaultToggled={s.checked} disabled={s.disabled} />,
    "toggle-row": (s) => <div style={{ ...flow, justifyContent: "space-between", maxWidth: 420 }}><span>{s.aria}</span><Toggle id={inputId(s)} size={s.pick(["sm", "md"])} aria-label={s.aria} labelA="" labelB="" hideLabel defaultToggled={s.checked} disabled={s.disabled} /></div>,
    "selectable-tile": (s) => {
      const [on, flip] = useOn(s);
      return <SelectableTile id={inputId(s)} value={s.id} selected={on} onChange={flip} disabled={s.disabled} aria-disabled={s.disabled} hasRoundedCorners={s.chance(0.3)} style={{ maxWidth: 300 }}><b>{s.aria}</b>{s.chance(0.5) && <><br />{s.text("phrase")}</>}</SelectableTile>;
    },
    "radio-tiles": (s) => <TileGroup name={s.name} legend={s.label} defaultSelected={s.checked ? "1" : undefined} disabled={s.disabled}>{s.options(2, 3).map(({ id, value, label }) => <RadioTile key={id} id={id} value={value} disabled={s.disabled} style={{ maxWidth: 300, marginBlockEnd: 8 }}>{label}</RadioTile>)}</TileGroup>,
    "selectable-tag": (s) => <SelectableTag id={inputId(s)} text={s.aria} defaultSelected={s.checked} disabled={s.disabled} size={size(s)} renderIcon={s.pick([undefined, undefined, ...ICONS])} />,
    "structured-list": (s) => {
      const [value, change] = useState(s.checked ? "1" : null);
      return (
        <StructuredListWrapper selection isCondensed aria-label={s.aria}>
          <StructuredListBody>
            {s.options(2, 3).map((option) => (
              <StructuredListRow key={option.id} selection onClick={() => change(option.value)}>
                <StructuredListInput id={option.id} name={s.name} value={option.value} title={option.label} checked={value === option.value} onChange={() => change(option.value)} />
                <StructuredListCell>{option.label}</StructuredListCell><StructuredListCell>{s.text("price")}</StructuredListCell>
              </StructuredListRow>
            ))}
          </StructuredListBody>
        </StructuredListWrapper>
      );
    },
    "table-rows": (s) => {
      const [values, change] = useState(s.checked ? [1] : []);
      const radio = s.chance(0.3);
      const turn = (i) => change(radio ? [i] : values.includes(i) ? values.filter((other) => other !== i) : [...values, i]);
      return <Table size="sm"><TableBody>{[1, 2].map((i) => <TableRow key={i} isSelected={values.includes(i)}><TableSelectRow id={`${s.id}-${i}`} name={radio ? s.name : `${s.id}-${i}`} radio={radio} aria-label={s.aria} checked={values.includes(i)} onSelect={() => turn(i)} /><TableCell>{s.text("short")}</TableCell><TableCell>{s.text("price")}</TableCell></TableRow>)}</TableBody></Table>;
    },
    "contained-list": (s) => <ContainedList label={s.text("short")} kind={s.pick(["on-page", "disclosed"])} size="sm">{s.options(2, 3).map(({ id, label, checked }) => <ContainedListItem key={id} action={<Toggle id={id} size="sm" aria-label={label} labelA="" labelB="" hideLabel defaultToggled={checked} disabled={s.disabled} />}>{label}</ContainedListItem>)}</ContainedList>,
    "pressed-icon": (s) => usePressed(s, ...s.pick(PAIRS)),
    "pressed-format": (s) => usePressed(s, s.pick([TextBold, TextItalic, TextUnderline])),
    "pressed-button": (s) => {
      const [on, flip] = useOn(s);
      const kind = s.pick(["tertiary", "ghost"]);
      return <Button kind={on ? "primary" : kind} size={s.pick(["sm", "md"])} aria-pressed={on} onClick={flip} disabled={s.disabled} renderIcon={s.chance(0.5) ? s.pick(ICONS) : undefined}>{s.aria}</Button>;
    },
  },

  others: {
    button: (s) => <Button kind={s.pick(["primary", "secondary", "tertiary", "ghost", "danger", "danger--tertiary", "danger--ghost"])} size={s.pick(["sm", "md", "lg"])} disabled={s.disabled} renderIcon={s.chance(0.5) ? s.pick(TICKED) : undefined}>{s.label}</Button>,
    "icon-button": (s) => <IconButton label={s.aria} kind={s.pick(["primary", "secondary", "tertiary", "ghost"])} size={size(s)}>{icon(s, TICKED)}</IconButton>,
    "button-set": (s) => <ButtonSet stacked={s.chance(0.3)} style={{ maxWidth: "100%", flexWrap: "wrap" }}><Button kind="secondary" size="sm" style={{ inlineSize: "auto" }}>{s.text("word")}</Button><Button size="sm" style={{ inlineSize: "auto" }}>{s.text("word")}</Button></ButtonSet>,
    link: (s) => <Link href={`#${s.id}`} size={size(s)} renderIcon={s.chance(0.4) ? s.pick(TICKED) : undefined} disabled={s.disabled}>{s.label}</Link>,
    "icon-text": (s) => <span style={{ ...flow, display: "inline-flex" }}>{icon(s, TICKED)}<span>{s.text("phrase")}</span></span>,
    input: (s) => <TextInput id={inputId(s)} labelText={s.text("word")} placeholder={s.text("short")} defaultValue={s.chance(0.5) ? s.text("name") : ""} size={size(s)} disabled={s.disabled} {...problem(s)} />,
    textarea: (s) => <TextArea id={inputId(s)} labelText={s.text("word")} rows={2} defaultValue={s.text("sentence")} />,
    "number-input": (s) => <NumberInput id={inputId(s)} label={s.text("word")} defaultValue={s.int(0, 100)} size={size(s)} />,
    search: (s) => <Search labelText={s.aria} placeholder={s.text("word")} size={size(s)} />,
    select: (s) => <Select id={inputId(s)} labelText={s.text("word")} size={size(s)} disabled={s.disabled}>{s.options().map(({ id, value, label }) => <SelectItem key={id} value={value} text={label} />)}</Select>,
    dropdown: (s) => <Dropdown id={inputId(s)} titleText={s.text("word")} label={s.text("short")} items={s.options().map(({ label }) => label)} size={size(s)} disabled={s.disabled} />,
    "date-input": (s) => <DatePicker datePickerType="simple"><DatePickerInput id={inputId(s)} labelText={s.text("word")} placeholder="mm/dd/yyyy" size={size(s)} /></DatePicker>,
    slider: (s) => <Slider id={inputId(s)} labelText={s.text("word")} min={0} max={100} value={s.int(0, 100)} hideTextInput disabled={s.disabled} />,
    upload: (s) => <FileUploaderButton labelText={s.text("word")} size="sm" />,
    tag: (s) => <Tag type={s.pick(["red", "magenta", "purple", "blue", "cyan", "teal", "green", "gray", "high-contrast", "outline"])} size={size(s)} renderIcon={s.chance(0.4) ? s.pick(TICKED) : undefined}>{s.text("short")}</Tag>,
    "dismissible-tag": (s) => <DismissibleTag type={s.pick(["red", "blue", "green", "gray"])} text={s.text("short")} size={size(s)} renderIcon={s.chance(0.4) ? s.pick(TICKED) : undefined} />,
    "operational-tag": (s) => <OperationalTag type={s.pick(["blue", "green", "purple"])} text={s.text("short")} size={size(s)} renderIcon={s.chance(0.4) ? s.pick(TICKED) : undefined} />,
    notification: (s) => <InlineNotification kind={s.pick(["error", "info", "success", "warning"])} title={s.text("short")} subtitle={s.text("phrase")} lowContrast={s.chance(0.6)} hideCloseButton={s.chance(0.4)} />,
    "actionable-notification": (s) => <ActionableNotification inline hasFocus={false} kind={s.pick(["error", "info", "success"])} title={s.text("short")} actionButtonLabel={s.text("word")} lowContrast />,
    progress: (s) => <ProgressBar label={s.text("short")} value={s.int(5, 100)} status={s.pick(["active", "finished", "error"])} size={s.pick(["small", "big"])} />,
    steps: (s) => <ProgressIndicator vertical currentIndex={1}>{s.options(2, 3).map(({ id, label }) => <ProgressStep key={id} label={label} />)}</ProgressIndicator>,
    "inline-loading": (s) => <InlineLoading status={s.pick(["active", "finished", "error"])} description={s.text("short")} />,
    loading: (s) => <Loading withOverlay={false} small description={s.aria} />,
    tabs: (s) => <Tabs><TabList aria-label={s.aria} contained={s.chance(0.4)}>{s.options(2, 3, "word").map(({ id, label }) => <Tab key={id}>{label}</Tab>)}</TabList></Tabs>,
    breadcrumb: (s) => <Breadcrumb noTrailingSlash>{s.options(2, 3, "word").map(({ id, label }) => <BreadcrumbItem key={id} href={`#${id}`}>{label}</BreadcrumbItem>)}</Breadcrumb>,
    pagination: (s) => <PaginationNav totalItems={s.int(3, 4)} itemsShown={4} size="sm" />,
    accordion: (s) => <Accordion align={s.pick(["start", "end"])} size={size(s)}>{s.options(1, 2).map(({ id, label }) => <AccordionItem key={id} title={label}>{label}</AccordionItem>)}</Accordion>,
    tile: (s) => <Tile style={{ maxWidth: 300 }}><b>{s.text("short")}</b><br />{s.text("sentence")}</Tile>,
    "clickable-tile": (s) => <ClickableTile href={`#${s.id}`} style={{ maxWidth: 300 }} renderIcon={s.chance(0.5) ? s.pick(TICKED) : undefined}>{s.text("phrase")}</ClickableTile>,
    "contained-list": (s) => <ContainedList label={s.text("short")} size="sm">{s.options(2, 3).map(({ id, label }) => <ContainedListItem key={id} renderIcon={s.chance(0.6) ? s.pick(TICKED) : undefined}>{label}</ContainedListItem>)}</ContainedList>,
    list: (s) => s.pick([<UnorderedList key="u" style={{ marginInlineStart: 20 }}>{s.options(2, 3).map(({ id, label }) => <ListItem key={id}>{label}</ListItem>)}</UnorderedList>, <OrderedList key="o" style={{ marginInlineStart: 24 }}>{s.options(2, 3).map(({ id, label }) => <ListItem key={id}>{label}</ListItem>)}</OrderedList>]),
    table: (s) => <Table size="sm" useZebraStyles={s.chance(0.4)}><TableHead><TableRow><TableHeader>{s.text("word")}</TableHeader><TableHeader>{s.text("word")}</TableHeader></TableRow></TableHead><TableBody>{[1, 2].map((i) => <TableRow key={i}><TableCell>{s.text("short")}</TableCell><TableCell>{s.text("price")}</TableCell></TableRow>)}</TableBody></Table>,
    "overflow-menu": (s) => <OverflowMenu aria-label={s.aria} size="sm"><OverflowMenuItem itemText={s.text("word")} /></OverflowMenu>,
    code: (s) => <CodeSnippet type={s.pick(["inline", "single"])} hideCopyButton={s.chance(0.3)}>{s.text("code")}</CodeSnippet>,
    heading: (s) => <Section level={s.int(3, 5)}><Heading>{s.text("phrase")}</Heading></Section>,
    user: (s) => <span style={{ ...flow, display: "inline-flex" }}><User size={24} /><span>{s.text("name")}<br /><small>{s.text("email")}</small></span></span>,
    skeleton: (s) => <SkeletonText paragraph={s.chance(0.5)} lineCount={2} width="180px" />,
  },
};
