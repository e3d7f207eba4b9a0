// Fluent UI: checkboxes, radios, switches, toggle buttons, selectable cards, lists and menus, and its other components, in the web and Teams themes.

import {
  Accordion, AccordionHeader, AccordionItem, AccordionPanel, Avatar, AvatarGroup, AvatarGroupItem, Badge, Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem, Button, Card,
  CardHeader, CardPreview, Checkbox, CompoundButton, CounterBadge, createDarkTheme, createLightTheme, Divider, Dropdown, Field, FluentProvider, InfoLabel, Input, InteractionTag,
  InteractionTagPrimary, Link, List, ListItem, MenuButton, MenuItem, MenuItemCheckbox, MenuItemRadio, MenuItemSwitch, MenuList, MessageBar, MessageBarBody, MessageBarTitle, Option, Persona,
  PresenceBadge, ProgressBar, Radio, RadioGroup, RatingDisplay, SearchBox, Select, Skeleton, SkeletonItem, Slider, SpinButton, Spinner, SplitButton, Switch, Tab, Table, TableBody, TableCell,
  TableCellLayout, TableHeader, TableHeaderCell, TableRow, TableSelectionCell, TabList, Tag, TagGroup, teamsDarkTheme, teamsLightTheme, Text, Textarea, ToggleButton, Toolbar, ToolbarButton,
  ToolbarDivider, ToolbarRadioButton, ToolbarRadioGroup, ToolbarToggleButton, webDarkTheme, webLightTheme,
} from "@fluentui/react-components";
import {
  AddRegular, AlertRegular, BookmarkFilled, BookmarkRegular, CheckmarkCircleFilled, CheckmarkCircleRegular, CheckmarkRegular, DeleteRegular, GridRegular, HeartFilled, HeartRegular, HomeRegular, ListRegular,
  MailRegular, MicOffRegular, MicRegular, PersonRegular, PinFilled, PinRegular, SearchRegular, SettingsRegular, StarFilled, StarRegular, TextBoldRegular, TextItalicRegular, TextUnderlineRegular,
} from "@fluentui/react-icons";
import { useState } from "react";

const ICONS = [AddRegular, AlertRegular, DeleteRegular, HomeRegular, MailRegular, PersonRegular, SearchRegular, SettingsRegular, StarRegular];
// A tick in what is no toggle, and in no toggle that may be off.
const TICKED = [...ICONS, CheckmarkRegular];
const PAIRS = [[HeartRegular, HeartFilled], [StarRegular, StarFilled], [BookmarkRegular, BookmarkFilled], [PinRegular, PinFilled]];
const SHADES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160];

let theme;

const icon = (s, icons = ICONS) => {
  const Icon = s.pick(icons);
  return <Icon />;
};
const size = (s) => s.pick(["small", "medium", "medium", "large"]);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};
const words = (s) => (s.label ? { label: s.label } : { "aria-label": s.aria });
const state = (s) => ({ defaultChecked: s.checked, disabled: s.disabled });
const chosen = (s) => (s.checked ? "1" : "");

// A brand's sixteen shades from dark to light, with the accent in the middle.
const brand = (accent) => Object.fromEntries(SHADES.map((shade) => [shade, shade === 80 ? accent : `color-mix(in srgb, ${accent}, ${shade < 80 ? "black" : "white"} ${Math.abs(shade - 80)}%)`]));

function useToggle(s, props, Off, On = Off) {
  const [on, flip] = useOn(s);
  return <ToggleButton checked={on} onClick={flip} disabled={s.disabled} size={size(s)} shape={s.pick(["rounded", "circular", "square"])} icon={Off && (on ? <On /> : <Off />)} aria-label={s.aria} {...props} />;
}
function useMenu(s, children) {
  const [values, change] = useState({ choice: s.checked ? ["1"] : [] });
  return <MenuList style={{ maxWidth: 260 }} checkedValues={values} onCheckedValueChange={(_, { name, checkedItems }) => change({ ...values, [name]: checkedItems })}>{children}</MenuList>;
}
function useCard(s) {
  const [on, flip] = useOn(s);
  return (
    <Card size={size(s)} appearance={s.pick(["filled", "outline", "filled-alternative"])} style={{ maxWidth: 300 }} selected={on} onSelectionChange={flip} disabled={s.disabled}>
      <CardHeader header={<Text weight="semibold">{s.aria}</Text>} description={s.chance(0.5) ? <Text size={200}>{s.text("phrase")}</Text> : null} action={s.chance(0.7) && on ? <CheckmarkCircleFilled fontSize={20} primaryFill="var(--colorBrandForeground1)" /> : undefined} />
    </Card>
  );
}

export default {
  name: "fluentui",
  packages: ["@fluentui/react-components", "@fluentui/react-icons"],
  framework: "react",

  setup(env) {
    const { random, accent, dark } = env;
    const own = random.chance(0.5);
    const teams = random.chance(0.4);
    const dim = dark && [1, 3, 5].every((at) => parseInt(accent.slice(at, at + 2), 16) < 100);
    const made = dark ? createDarkTheme(brand(accent)) : createLightTheme(brand(accent));
    const base = own && !dim ? made : teams ? (dark ? teamsDarkTheme : teamsLightTheme) : dark ? webDarkTheme : webLightTheme;
    // Fluent's sizes are in pixels, 14 for its words.
    const scale = env.fontSize / 14;
    const sizes = Object.fromEntries(Object.entries(base).filter(([key]) => /^(fontSize|lineHeight)/.test(key)).map(([key, value]) => [key, `${Math.round(parseFloat(value) * scale)}px`]));
    theme = { ...base, ...sizes, fontFamilyBase: env.font };
    env.direction = env.rtl ? "rtl" : "ltr";
  },

  Provider: ({ env, children }) => <FluentProvider theme={theme} dir={env.direction} style={{ background: "none", color: "inherit" }}>{children}</FluentProvider>,

  toggles: {
    checkbox: (s) => <Checkbox {...state(s)} defaultChecked={s.indeterminate ? "mixed" : s.checked} {...words(s)} size={s.pick(["medium", "large"])} />,
    "checkbox-circular": (s) => <Checkbox {...state(s)} {...words(s)} shape="circular" size={s.pick(["medium", "large"])} />,
    "checkbox-before": (s) => <Checkbox {...state(s)} {...words(s)} labelPosition="before" />,
    "checkbox-field": (s) => <Field label={s.text("short")} validationState={s.pick(["error", "warning", "success", "none"])} validationMessage={s.text("phrase")} hint={s.chance(0.3) ? s.text("phrase") : undefined}><Checkbox {...state(s)} label={s.aria} /></Field>,
    "checkbox-group": (s) => <div role="group" aria-label={s.aria} style={s.chance(0.6) ? { display: "grid" } : { display: "flex", flexWrap: "wrap" }}>{s.options().map(({ id, label, checked }) => <Checkbox key={id} label={label} defaultChecked={checked} disabled={s.disabled} />)}</div>,
    radio: (s) => <Field label={s.label || undefined}><RadioGroup name={s.name} defaultValue={chosen(s)} disabled={s.disabled} aria-label={s.aria} layout={s.pick(["horizontal", "horizontal", "horizontal-stacked"])} style={{ flexWrap: "wrap" }}>{s.options().map(({ id, value, label }) => <Radio key={id} value={value} label={label} />)}</RadioGroup></Field>,
    "radio-vertical": (s) => <RadioGroup name={s.name} defaultValue={chosen(s)} disabled={s.disabled} aria-label={s.aria}>{s.options(2, 4, s.pick(["short", "phrase"])).map(({ id, value, label }) => <Radio key={id} value={value} label={label} />)}</RadioGroup>,
    switch: (s) => <Switch {...state(s)} {...words(s)} size={s.pick(["medium", "medium", "small"])} />,
    "switch-before": (s) => <Switch {...state(s)} {...words(s)} labelPosition={s.pick(["before", "above"])} />,
    "switch-row": (s) => <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center", gap: 16, maxWidth: 420 }}><span><Text weight="semibold">{s.aria}</Text>{s.chance(0.5) && <><br /><Text size={200}>{s.text("sentence")}</Text></>}</span><Switch {...state(s)} aria-label={s.aria} /></div>,
    "toggle-button": (s) => useToggle(s, { isAccessible: true, children: s.aria, appearance: s.pick(["secondary", "outline", "subtle"]) }, s.chance(0.5) ? s.pick(ICONS) : null),
    "toggle-icon": (s) => useToggle(s, { isAccessible: s.chance(0.5), appearance: s.pick(["secondary", "outline", "subtle", "transparent"]) }, ...s.pick(PAIRS)),
    "toggle-microphone": (s) => useToggle(s, { isAccessible: true }, MicOffRegular, MicRegular),
    toolbar: (s) => {
      const [values, change] = useState({ text: s.checked ? ["0"] : [] });
      return <Toolbar aria-label={s.aria} size={size(s)} checkedValues={values} onCheckedValueChange={(_, { name, checkedItems }) => change({ ...values, [name]: checkedItems })}>{[TextBoldRegular, TextItalicRegular, TextUnderlineRegular].map((Icon, i) => <ToolbarToggleButton key={i} name="text" value={`${i}`} disabled={s.disabled} aria-label={["bold", "italic", "underlined"][i]} icon={<Icon />} />)}</Toolbar>;
    },
    "toolbar-radios": (s) => {
      const [values, change] = useState({ view: ["0"] });
      return <Toolbar aria-label={s.aria} checkedValues={values} onCheckedValueChange={(_, { name, checkedItems }) => change({ ...values, [name]: checkedItems })}><ToolbarRadioGroup>{[GridRegular, ListRegular].map((Icon, i) => <ToolbarRadioButton key={i} name="view" value={`${i}`} appearance="subtle" disabled={s.disabled} aria-label={["grid", "list"][i]} icon={<Icon />} />)}</ToolbarRadioGroup></Toolbar>;
    },
    "tag-selectable": (s) => {
      const [on, flip] = useOn(s);
      return <InteractionTag selected={on} disabled={s.disabled} size={s.pick(["medium", "small", "extra-small"])} appearance={s.pick(["filled", "outline", "brand"])} shape={s.pick(["rounded", "circular"])}><InteractionTagPrimary aria-pressed={on} aria-label={s.aria} onClick={flip} icon={s.chance(0.5) ? icon(s) : null}>{s.aria}</InteractionTagPrimary></InteractionTag>;
    },
    "card-checkbox": (s) => {
      const [on, flip] = useOn(s);
      return <Card size={size(s)} style={{ maxWidth: 300 }} selected={on} onSelectionChange={flip} disabled={s.disabled} floatingAction={<Checkbox checked={on} onChange={flip} aria-label={s.aria} />}><CardHeader header={<Text weight="semibold">{s.aria}</Text>} description={<Text size={200}>{s.text("phrase")}</Text>} /></Card>;
    },
    "card-selectable": (s) => useCard(s),
    "menu-checkboxes": (s) => useMenu(s, s.options(2, 3).map(({ id, value, label }) => <MenuItemCheckbox key={id} name="choice" value={value} disabled={s.disabled} icon={s.chance(0.4) ? icon(s) : null}>{label}</MenuItemCheckbox>)),
    "menu-radios": (s) => useMenu(s, s.options(2, 3).map(({ id, value, label }) => <MenuItemRadio key={id} name="choice" value={value} disabled={s.disabled}>{label}</MenuItemRadio>)),
    "menu-switches": (s) => useMenu(s, s.options(1, 3).map(({ id, value, label }) => <MenuItemSwitch key={id} name="choice" value={value} disabled={s.disabled} icon={s.chance(0.4) ? icon(s) : null}>{label}</MenuItemSwitch>)),
    "list-selectable": (s) => <List selectionMode="multiselect" navigationMode="composite" defaultSelectedItems={s.checked ? ["1"] : []} style={{ maxWidth: 320 }}>{s.options(2, 3).map(({ id, value, label }) => <ListItem key={id} value={value} aria-label={label} disabledSelection={s.disabled} checkmark={{ "aria-label": label }}>{label}</ListItem>)}</List>,
    "table-rows": (s) => {
      const [values, change] = useState(s.checked ? [1] : []);
      const type = s.pick(["checkbox", "checkbox", "radio"]);
      const turn = (i) => change(values.includes(i) ? values.filter((other) => other !== i) : type === "radio" ? [i] : [...values, i]);
      return <Table size="small"><TableBody>{[1, 2].map((i) => <TableRow key={i} onClick={() => turn(i)} appearance={values.includes(i) ? "brand" : "none"}><TableSelectionCell type={type} checked={values.includes(i)} checkboxIndicator={{ "aria-label": s.aria }} radioIndicator={{ "aria-label": s.aria }} /><TableCell>{s.text("short")}</TableCell><TableCell>{s.text("price")}</TableCell></TableRow>)}</TableBody></Table>;
    },
  },

  others: {
    button: (s) => <Button appearance={s.pick(["primary", "secondary", "outline", "subtle", "transparent"])} size={size(s)} shape={s.pick(["rounded", "circular", "square"])} disabled={s.disabled} icon={s.chance(0.5) ? icon(s, TICKED) : null} iconPosition={s.pick(["before", "after"])}>{s.label}</Button>,
    "icon-button": (s) => <Button appearance={s.pick(["primary", "secondary", "outline", "subtle"])} size={size(s)} shape={s.pick(["rounded", "circular"])} icon={icon(s, TICKED)} aria-label={s.aria} />,
    "compound-button": (s) => <CompoundButton icon={icon(s, TICKED)} secondaryContent={s.text("phrase")} size="small">{s.text("word")}</CompoundButton>,
    "menu-button": (s) => <MenuButton icon={s.chance(0.5) ? icon(s, TICKED) : null} size={size(s)}>{s.text("word")}</MenuButton>,
    "split-button": (s) => <SplitButton icon={s.chance(0.4) ? icon(s, TICKED) : null} appearance={s.pick(["primary", "secondary"])} menuButton={{ "aria-label": s.aria }}>{s.text("word")}</SplitButton>,
    link: (s) => <Link href={`#${s.id}`} inline={s.chance(0.5)}>{s.label}</Link>,
    "icon-text": (s) => <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>{s.chance(0.3) ? <CheckmarkCircleRegular fontSize={20} /> : icon(s, TICKED)}<Text>{s.text("phrase")}</Text></span>,
    input: (s) => <Field label={s.text("word")} validationState={s.pick(["none", "error", "success"])} hint={s.chance(0.3) ? s.text("phrase") : undefined}><Input placeholder={s.text("short")} defaultValue={s.chance(0.5) ? s.text("name") : ""} appearance={s.pick(["outline", "underline", "filled-darker"])} size={size(s)} contentBefore={s.chance(0.4) ? icon(s, TICKED) : null} disabled={s.disabled} style={{ minWidth: 0, width: "100%" }} /></Field>,
    search: (s) => <SearchBox placeholder={s.text("word")} size={size(s)} />,
    "spin-button": (s) => <SpinButton defaultValue={s.int(0, 100)} aria-label={s.aria} size={s.pick(["small", "medium"])} />,
    textarea: (s) => <Textarea defaultValue={s.text("sentence")} aria-label={s.aria} />,
    select: (s) => <Select size={size(s)} disabled={s.disabled} aria-label={s.aria}>{s.options().map(({ id, label }) => <option key={id}>{label}</option>)}</Select>,
    dropdown: (s) => <Dropdown placeholder={s.text("short")} size={size(s)} style={{ minWidth: 0, width: "100%", maxWidth: 250 }} aria-label={s.aria}>{s.options().map(({ id, value, label }) => <Option key={id} value={value}>{label}</Option>)}</Dropdown>,
    slider: (s) => <Slider defaultValue={s.int(0, 100)} size={s.pick(["small", "medium"])} disabled={s.disabled} aria-label={s.aria} />,
    tabs: (s) => <TabList defaultSelectedValue="1" size={size(s)} appearance={s.pick(["transparent", "subtle", "subtle-circular", "filled-circular"])} style={{ flexWrap: "wrap" }}>{s.options(2, 3, "word").map(({ id, value, label }) => <Tab key={id} value={value} icon={s.chance(0.5) ? icon(s, TICKED) : null}>{label}</Tab>)}</TabList>,
    breadcrumb: (s) => <Breadcrumb><BreadcrumbItem><BreadcrumbButton icon={<HomeRegular />} aria-label={s.aria} /></BreadcrumbItem>{s.options(1, 2, "word").map(({ id, label }) => [<BreadcrumbDivider key={`${id}d`} />, <BreadcrumbItem key={id}><BreadcrumbButton>{label}</BreadcrumbButton></BreadcrumbItem>])}</Breadcrumb>,
    avatar: (s) => <Avatar icon={<PersonRegular />} image={s.chance(0.5) ? { src: s.image(40) } : undefined} shape={s.pick(["circular", "square"])} size={s.pick([24, 32, 48])} color={s.pick(["neutral", "brand", "red", "peach", "forest"])} />,
    "avatar-group": (s) => <AvatarGroup layout="stack">{[1, 2, 3].map((i) => <AvatarGroupItem key={i} image={{ src: s.image(32) }} />)}</AvatarGroup>,
    persona: (s) => <Persona primaryText={s.text("name")} secondaryText={s.text("email")} presence={{ status: s.pick(["available", "busy", "away", "out-of-office"]) }} avatar={{ icon: <PersonRegular />, image: s.chance(0.4) ? { src: s.image(40) } : undefined }} />,
    badge: (s) => <Badge appearance={s.pick(["filled", "ghost", "outline", "tint"])} color={s.pick(["brand", "danger", "important", "informative", "severe", "success", "warning"])} size={s.pick(["small", "medium", "large", "extra-large"])} shape={s.pick(["circular", "rounded", "square"])} icon={s.chance(0.4) ? icon(s, TICKED) : null}>{s.text("word")}</Badge>,
    "counter-presence": (s) => <span style={{ display: "inline-flex", gap: 10, alignItems: "center" }}><CounterBadge count={s.int(1, 90)} color={s.pick(["brand", "danger", "informative"])} /><PresenceBadge status={s.pick(["available", "busy", "away", "do-not-disturb", "offline"])} /><Text>{s.text("short")}</Text></span>,
    tag: (s) => <TagGroup aria-label={s.aria}>{s.options(1, 2).map(({ id, value, label }) => <Tag key={id} value={value} dismissible={s.chance(0.5)} appearance={s.pick(["filled", "outline", "brand"])} icon={s.chance(0.4) ? icon(s, TICKED) : null} size={s.pick(["medium", "small"])}>{label}</Tag>)}</TagGroup>,
    message: (s) => <MessageBar intent={s.pick(["info", "warning", "error", "success"])}><MessageBarBody><MessageBarTitle>{s.text("short")}</MessageBarTitle>{s.text("phrase")}</MessageBarBody></MessageBar>,
    progress: (s) => <Field label={s.text("short")}><ProgressBar value={s.int(1, 100) / 100} thickness={s.pick(["medium", "large"])} color={s.pick(["brand", "success", "error"])} /></Field>,
    spinner: (s) => <Spinner size={s.pick(["tiny", "small"])} label={s.text("short")} style={{ justifyContent: "flex-start" }} />,
    menu: (s) => <MenuList style={{ maxWidth: 240 }}>{s.options().map(({ id, label }) => <MenuItem key={id} icon={icon(s, TICKED)}>{label}</MenuItem>)}</MenuList>,
    list: (s) => <List>{s.options(2, 3).map(({ id, label }) => <ListItem key={id}><Persona size="small" primaryText={label} avatar={{ icon: icon(s, TICKED) }} /></ListItem>)}</List>,
    toolbar: (s) => <Toolbar aria-label={s.aria} size={size(s)}><ToolbarButton icon={icon(s, TICKED)} aria-label={s.aria} /><ToolbarDivider /><ToolbarButton appearance="primary" icon={icon(s, TICKED)} aria-label={s.text("word")} /></Toolbar>,
    accordion: (s) => <Accordion collapsible>{s.options(1, 2).map(({ id, value, label }) => <AccordionItem key={id} value={value}><AccordionHeader icon={s.chance(0.5) ? icon(s, TICKED) : null} expandIconPosition={s.pick(["start", "end"])}>{label}</AccordionHeader><AccordionPanel>{label}</AccordionPanel></AccordionItem>)}</Accordion>,
    card: (s) => <Card size="small" style={{ maxWidth: 280 }}><CardPreview><img alt="" src={s.image(280, 80)} /></CardPreview><CardHeader header={<Text weight="semibold">{s.text("short")}</Text>} description={<Text size={200}>{s.text("phrase")}</Text>} /></Card>,
    table: (s) => <Table size="small"><TableHeader><TableRow><TableHeaderCell>{s.text("word")}</TableHeaderCell><TableHeaderCell>{s.text("word")}</TableHeaderCell></TableRow></TableHeader><TableBody>{[1, 2].map((i) => <TableRow key={i}><TableCell><TableCellLayout media={s.chance(0.5) ? icon(s, TICKED) : null}>{s.text("short")}</TableCellLayout></TableCell><TableCell>{s.text("price")}</TableCell></TableRow>)}</TableBody></Table>,
    rating: (s) => <RatingDisplay value={s.int(2, 10) / 2} count={s.int(1, 999)} compact={s.chance(0.3)} />,
    "info-label": (s) => <InfoLabel info={s.text("phrase")}>{s.text("short")}</InfoLabel>,
    divider: (s) => <Divider>{s.text("word")}</Divider>,
    skeleton: (s) => <Skeleton aria-label={s.aria} animation="pulse"><SkeletonItem size={s.pick([16, 24, 40])} style={{ width: s.int(60, 200) }} /></Skeleton>,
  },
};
