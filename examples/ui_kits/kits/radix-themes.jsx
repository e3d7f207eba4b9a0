// Radix Themes: its checkboxes, radios, switches, their cards and groups, segmented controls, and its other components.

import {
  BellIcon, BookmarkFilledIcon, BookmarkIcon, CalendarIcon, EnvelopeClosedIcon, FontBoldIcon, FontItalicIcon, GearIcon, HeartFilledIcon, HeartIcon, HomeIcon,
  InfoCircledIcon, MagnifyingGlassIcon, PersonIcon, PlusIcon, Share1Icon, StarFilledIcon, StarIcon, TrashIcon, UnderlineIcon, UploadIcon,
} from "@radix-ui/react-icons";
import {
  Avatar, Badge, Blockquote, Button, Callout, Card, Checkbox, CheckboxCards, CheckboxGroup, Code, DataList, Flex, Heading, IconButton, Kbd, Link, Progress, Quote,
  Radio, RadioCards, RadioGroup, SegmentedControl, Select, Separator, Skeleton, Slider, Spinner, Switch, Table, Tabs, TabNav, Text, TextArea, TextField, Theme,
} from "@radix-ui/themes";
import "@radix-ui/themes/styles.css";
import { useState } from "react";
import "./radix-themes.css";

const COLORS = ["gray", "tomato", "red", "crimson", "pink", "purple", "violet", "iris", "indigo", "blue", "cyan", "teal", "jade", "green", "grass", "brown", "orange", "sky", "mint", "lime", "yellow", "amber", "gold", "bronze"];
const ICONS = [BellIcon, CalendarIcon, EnvelopeClosedIcon, GearIcon, HomeIcon, InfoCircledIcon, MagnifyingGlassIcon, PersonIcon, PlusIcon, Share1Icon, TrashIcon, UploadIcon];
const PAIRS = [[HeartIcon, HeartFilledIcon], [StarIcon, StarFilledIcon], [BookmarkIcon, BookmarkFilledIcon]];

let theme;

const size = (s) => s.pick(["1", "2", "2", "3"]);
// Most controls keep the page's accent.
const color = (s) => (s.chance(0.5) ? undefined : s.pick(COLORS));
const style = (s) => ({ size: size(s), color: color(s), variant: s.pick(["surface", "surface", "classic", "soft"]), highContrast: s.chance(0.15) });
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};

// Radix has no words of its own at a control: a Text as its label, on either side.
const labelled = (s, Control, props) => {
  const before = s.chance(0.2);
  const control = <Control {...style(s)} disabled={s.disabled} aria-label={s.label ? undefined : s.aria} {...props} />;
  if (!s.label) return control;
  return <Text as="label" size={s.pick(["2", "3"])}><Flex as="span" gap="2" align="center" direction={before ? "row-reverse" : "row"} justify={before ? "end" : "start"}>{control}<span>{s.label}</span></Flex></Text>;
};

const checkable = (s) => {
  const [checked, onCheckedChange] = useState(s.indeterminate ? "indeterminate" : s.checked);
  return { checked, onCheckedChange };
};

const Pressed = ({ s, Control, variant, children, ...props }) => {
  const [on, turn] = useState(s.checked);
  return <Control aria-pressed={on} variant={on ? "solid" : variant} onClick={() => turn(!on)} disabled={s.disabled} aria-label={s.aria} {...props}>{children}</Control>;
};

const chosen = (options, none = "") => options.find(({ checked }) => checked)?.value ?? none;
const columns = (s) => s.pick(["1", "1", "2"]);

export default {
  name: "radix-themes",
  packages: ["@radix-ui/themes", "@radix-ui/react-icons"],
  framework: "react",

  setup(env) {
    theme = {
      appearance: env.dark ? "dark" : "light",
      accentColor: env.random.pick(COLORS),
      grayColor: env.random.pick(["auto", "slate", "sand", "mauve"]),
      radius: env.random.pick(["none", "small", "medium", "large", "full"]),
      scaling: env.random.pick(["90%", "95%", "100%", "105%", "110%"]),
      panelBackground: env.random.pick(["solid", "translucent"]),
    };
  },

  Provider: ({ children }) => <Theme {...theme} hasBackground={false}>{children}</Theme>,

  toggles: {
    checkbox: (s) => labelled(s, Checkbox, checkable(s)),
    "checkbox-group": (s) => {
      const options = s.options();
      const [value, change] = useState(options.filter(({ checked }) => checked).map(({ value }) => value));
      return <CheckboxGroup.Root {...style(s)} value={value} onValueChange={change} disabled={s.disabled} name={s.name} aria-label={s.aria}>{options.map(({ value, label }) => <CheckboxGroup.Item key={value} value={value}>{label}</CheckboxGroup.Item>)}</CheckboxGroup.Root>;
    },
    "checkbox-cards": (s) => {
      const options = s.options(1, 3);
      return <CheckboxCards.Root size={size(s)} color={color(s)} variant={s.pick(["surface", "classic"])} columns={columns(s)} defaultValue={s.checked ? [chosen(options)] : []} disabled={s.disabled} aria-label={s.aria}>{options.map(({ value, label }) => <CheckboxCards.Item key={value} value={value}><Flex direction="column"><Text weight="bold">{label}</Text>{s.chance(0.3) && <Text size="1" color="gray">{s.text("phrase")}</Text>}</Flex></CheckboxCards.Item>)}</CheckboxCards.Root>;
    },
    radio: (s) => {
      const options = s.options();
      const props = style(s);
      const [value, change] = useState(chosen(options));
      return <Flex direction={s.pick(["column", "row"])} wrap="wrap" gap="3" role="radiogroup" aria-label={s.aria}>{options.map((option) => <Text as="label" key={option.value} size="2"><Flex as="span" gap="2" align="center"><Radio {...props} name={s.name} value={option.value} checked={value === option.value} onValueChange={change} disabled={s.disabled} />{option.label}</Flex></Text>)}</Flex>;
    },
    "radio-group": (s) => {
      const options = s.options();
      return <RadioGroup.Root {...style(s)} defaultValue={chosen(options)} disabled={s.disabled} name={s.name} aria-label={s.aria}>{options.map(({ value, label }) => <RadioGroup.Item key={value} value={value}>{label}</RadioGroup.Item>)}</RadioGroup.Root>;
    },
    "radio-cards": (s) => {
      const options = s.options(2, 3);
      return <RadioCards.Root size={size(s)} color={color(s)} variant={s.pick(["surface", "classic"])} columns={columns(s)} defaultValue={chosen(options)} disabled={s.disabled} aria-label={s.aria}>{options.map(({ value, label }) => <RadioCards.Item key={value} value={value}><Flex direction="column" width="100%"><Text weight="bold">{label}</Text>{s.chance(0.3) && <Text size="1">{s.text("phrase")}</Text>}</Flex></RadioCards.Item>)}</RadioCards.Root>;
    },
    switch: (s) => {
      const [checked, onCheckedChange] = useState(s.checked);
      return labelled(s, Switch, { checked, onCheckedChange, radius: s.pick([undefined, undefined, "none", "small", "full"]) });
    },
    "segmented-control": (s) => {
      const options = s.options(2, 3);
      return <SegmentedControl.Root size={size(s)} variant={s.pick(["surface", "classic"])} radius={s.pick([undefined, "none", "large", "full"])} defaultValue={chosen(options, "1")} disabled={s.disabled} aria-label={s.aria}>{options.map(({ value, label }) => <SegmentedControl.Item key={value} value={value}>{label}</SegmentedControl.Item>)}</SegmentedControl.Root>;
    },
    "toggle-button": (s) => <Pressed s={s} Control={Button} variant={s.pick(["outline", "ghost", "soft", "surface"])} size={size(s)} color={s.pick([undefined, "gray", ...COLORS.slice(1, 12)])} style={{ margin: 0 }}>{s.chance(0.3) && icon(s)}{s.aria}</Pressed>,
    "toggle-icon-button": (s) => {
      const [on, turn] = useState(s.checked);
      const [Off, On] = s.pick(PAIRS);
      return <IconButton aria-pressed={on} variant={s.pick(["ghost", "outline", "surface"])} size={size(s)} color={s.pick(["red", "amber", undefined])} style={{ margin: 0 }} onClick={() => turn(!on)} disabled={s.disabled} aria-label={s.aria}>{on ? <On /> : <Off />}</IconButton>;
    },
    "toggle-icon-group": (s) => {
      const variant = s.pick(["outline", "surface"]);
      return <Flex gap="1">{[[FontBoldIcon, "bold"], [FontItalicIcon, "italic"], [UnderlineIcon, "underline"]].map(([Icon, name], i) => <Pressed key={name} s={{ ...s, aria: name, checked: s.checked === (i !== 1) }} Control={IconButton} variant={variant}><Icon /></Pressed>)}</Flex>;
    },
    "filter-badge": (s) => {
      const [on, turn] = useState(s.checked);
      const shade = s.pick(COLORS.slice(1, 15));
      return <Badge asChild size={s.pick(["2", "3"])} variant={on ? "solid" : "outline"} color={on ? shade : "gray"} radius={s.pick(["full", "medium"])}><button type="button" role="checkbox" aria-checked={on} disabled={s.disabled} onClick={() => turn(!on)}>{s.aria}</button></Badge>;
    },
    "setting-row": (s) => {
      const [checked, onCheckedChange] = useState(s.checked);
      return <Card size="2"><Flex justify="between" align="center" gap="4" asChild><label><span><Text as="div" weight="bold" size="2">{s.aria}</Text>{s.chance(0.6) && <Text as="div" size="1" color="gray">{s.text("sentence")}</Text>}</span><Switch {...style(s)} checked={checked} onCheckedChange={onCheckedChange} disabled={s.disabled} /></label></Flex></Card>;
    },
    "table-checkbox": (s) => <Table.Root size="1" variant={s.pick(["surface", "ghost"])}><Table.Body>{s.options(2, 3).map(({ value, label, checked }) => <Table.Row key={value} align="center"><Table.RowHeaderCell><Checkbox defaultChecked={checked} disabled={s.disabled} aria-label={label} /></Table.RowHeaderCell><Table.Cell>{label}</Table.Cell></Table.Row>)}</Table.Body></Table.Root>,
  },

  others: {
    button: (s) => <Button variant={s.pick(["classic", "solid", "soft", "surface", "outline", "ghost"])} size={size(s)} color={color(s)} disabled={s.disabled} style={{ margin: 0 }}>{s.chance(0.4) && icon(s)}{s.label}</Button>,
    "icon-button": (s) => <IconButton variant={s.pick(["classic", "solid", "soft", "surface", "outline"])} size={size(s)} color={color(s)} aria-label={s.aria}>{icon(s)}</IconButton>,
    "loading-button": (s) => <Button loading size={size(s)}>{s.label}</Button>,
    link: (s) => <Link href={`#${s.id}`} color={color(s)} underline={s.pick(["auto", "always"])}>{s.label}</Link>,
    input: (s) => <TextField.Root placeholder={s.text("phrase")} defaultValue={s.chance(0.5) ? s.text("name") : ""} size={size(s)} variant={s.pick(["surface", "classic", "soft"])} disabled={s.disabled} aria-label={s.aria}>{s.chance(0.5) && <TextField.Slot>{icon(s)}</TextField.Slot>}</TextField.Root>,
    textarea: (s) => <TextArea defaultValue={s.text("sentence")} size={size(s)} aria-label={s.aria} />,
    select: (s) => <Select.Root defaultValue="1" size={size(s)}><Select.Trigger variant={s.pick(["surface", "classic", "soft", "ghost"])} aria-label={s.aria} /><Select.Content>{s.options().map(({ value, label }) => <Select.Item key={value} value={value}>{label}</Select.Item>)}</Select.Content></Select.Root>,
    slider: (s) => <Slider defaultValue={s.chance(0.3) ? [s.int(0, 40), s.int(50, 100)] : [s.int(0, 100)]} size={size(s)} color={color(s)} variant={s.pick(["surface", "classic", "soft"])} aria-label={s.aria} />,
    badge: (s) => <Badge color={color(s)} variant={s.pick(["solid", "soft", "surface", "outline"])} size={size(s)}>{s.chance(0.4) && icon(s)}{s.text("short")}</Badge>,
    avatar: (s) => <Avatar src={s.chance(0.5) ? s.image(48) : undefined} fallback={s.text("name")[0]} size={s.pick(["2", "3", "4"])} color={color(s)} variant={s.pick(["solid", "soft"])} />,
    "avatar-name": (s) => <Flex gap="3" align="center"><Avatar src={s.chance(0.5) ? s.image(40) : undefined} fallback={s.text("name")[0]} radius="full" size="2" /><Text size="2">{s.text("name")}</Text></Flex>,
    callout: (s) => <Callout.Root color={color(s)} variant={s.pick(["soft", "surface", "outline"])} size={s.pick(["1", "2"])}><Callout.Icon>{icon(s)}</Callout.Icon><Callout.Text>{s.text("sentence")}</Callout.Text></Callout.Root>,
    progress: (s) => <Progress value={s.int(5, 100)} color={color(s)} variant={s.pick(["surface", "classic", "soft"])} size={size(s)} aria-label={s.aria} />,
    spinner: (s) => <Spinner size={size(s)} />,
    tabs: (s) => <Tabs.Root defaultValue="1"><Tabs.List wrap="wrap" size={s.pick(["1", "2"])} color={color(s)}>{s.options(2, 3).map(({ value, label }) => <Tabs.Trigger key={value} value={value}>{label}</Tabs.Trigger>)}</Tabs.List></Tabs.Root>,
    "tab-nav": (s) => <TabNav.Root wrap="wrap">{s.options(2, 3).map(({ id, label }, i) => <TabNav.Link key={id} href={`#${id}`} active={i === 0}>{label}</TabNav.Link>)}</TabNav.Root>,
    card: (s) => <Card size={s.pick(["1", "2"])} variant={s.pick(["surface", "classic"])}><Heading size="3">{s.text("phrase")}</Heading><Text as="p" size="2">{s.text("sentence")}</Text></Card>,
    "list-item": (s) => <Flex gap="2" align="center">{icon(s)}<Text size={s.pick(["2", "3"])}>{s.text("phrase")}</Text></Flex>,
    "nav-card": (s) => <Card asChild><a href={`#${s.id}`}><Flex gap="3" align="center">{icon(s)}<Text size="2">{s.text("phrase")}</Text></Flex></a></Card>,
    table: (s) => <Table.Root size="1" variant={s.pick(["surface", "ghost"])}><Table.Body>{[1, 2].map((i) => <Table.Row key={i}><Table.RowHeaderCell>{s.text("short")}</Table.RowHeaderCell><Table.Cell>{s.text("price")}</Table.Cell></Table.Row>)}</Table.Body></Table.Root>,
    "data-list": (s) => <DataList.Root size="1">{[1, 2].map((i) => <DataList.Item key={i}><DataList.Label>{s.text("word")}</DataList.Label><DataList.Value>{s.text("short")}</DataList.Value></DataList.Item>)}</DataList.Root>,
    kbd: (s) => <Kbd size="3">{s.pick(["⌘ K", "Ctrl", "Shift + Tab", "Esc"])}</Kbd>,
    code: (s) => <Code color={color(s)} variant={s.pick(["solid", "soft", "outline", "ghost"])}>{s.text("code")}</Code>,
    quote: (s) => (s.chance(0.5) ? <Blockquote size="2">{s.text("sentence")}</Blockquote> : <Quote>{s.text("phrase")}</Quote>),
    skeleton: (s) => <Skeleton width={`${s.int(80, 200)}px`} height={`${s.int(14, 48)}px`} />,
    separator: (s) => <Flex gap="3" align="center">{s.text("word")}<Separator orientation="vertical" />{s.text("word")}</Flex>,
    heading: (s) => <Heading size={s.pick(["2", "3", "4", "5"])} color={color(s)}>{s.text("phrase")}</Heading>,
  },
};
