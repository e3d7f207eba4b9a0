// Chakra UI: checkboxes, radios, switches, their cards, segment groups, lists and menus with marks, and its other components.

import {
  Accordion, Alert, Avatar, Badge, Blockquote, Breadcrumb, Button, Card, Checkbox, CheckboxCard, CheckboxGroup, Checkmark, ChakraProvider, CloseButton, Code, createListCollection, createSystem,
  DataList, defaultConfig, EmptyState, Fieldset, Field, Group, Heading, HStack, IconButton, Image, Input, InputGroup, Kbd, Link, List, Listbox, LocaleProvider, Menu,
  NativeSelect, NumberInput, Pagination, PinInput, Progress, ProgressCircle, RadioCard, RadioGroup, SegmentGroup, Separator, Skeleton, Slider, Spinner, Stack, Stat, Status,
  Steps, Switch, Table, Tabs, Tag, Text, Textarea, Timeline,
} from "@chakra-ui/react";
import bell from "lucide-static/icons/bell.svg" with { type: "text" };
import bold from "lucide-static/icons/bold.svg" with { type: "text" };
import check from "lucide-static/icons/check.svg" with { type: "text" };
import download from "lucide-static/icons/download.svg" with { type: "text" };
import heart from "lucide-static/icons/heart.svg" with { type: "text" };
import house from "lucide-static/icons/house.svg" with { type: "text" };
import italic from "lucide-static/icons/italic.svg" with { type: "text" };
import mail from "lucide-static/icons/mail.svg" with { type: "text" };
import moon from "lucide-static/icons/moon.svg" with { type: "text" };
import search from "lucide-static/icons/search.svg" with { type: "text" };
import settings from "lucide-static/icons/settings.svg" with { type: "text" };
import star from "lucide-static/icons/star.svg" with { type: "text" };
import sun from "lucide-static/icons/sun.svg" with { type: "text" };
import trash from "lucide-static/icons/trash-2.svg" with { type: "text" };
import underline from "lucide-static/icons/underline.svg" with { type: "text" };
import user from "lucide-static/icons/user.svg" with { type: "text" };
import x from "lucide-static/icons/x.svg" with { type: "text" };
import { useState } from "react";

const PALETTES = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "cyan", "purple", "pink"];
const ICONS = [bell, download, heart, house, mail, search, settings, star, trash, user];

let system;

const Icon = ({ of, filled, ...props }) => (
  <svg viewBox="0 0 24 24" width="1em" height="1em" fill={filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" {...props} dangerouslySetInnerHTML={{ __html: of.slice(of.indexOf(">", of.indexOf("<svg")) + 1, of.lastIndexOf("</svg>")) }} />
);
const icon = (s) => <Icon of={s.pick(ICONS)} />;
// The page's palette, unless the control has one of its own.
const palette = (s) => (s.chance(0.5) ? {} : { colorPalette: s.pick(PALETTES) });
const look = (s) => ({ ...palette(s), size: s.pick(["xs", "sm", "md", "md", "lg"]) });
const cardLook = (s) => ({ ...palette(s), size: s.pick(["sm", "md", "lg"]) });
const chosen = (s) => (s.checked ? "1" : null);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};

const Box = ({ label, first, aria, children, ...props }) => (
  <Checkbox.Root {...props}>
    <Checkbox.HiddenInput aria-label={label ? undefined : aria} />
    {first && label && <Checkbox.Label>{label}</Checkbox.Label>}
    <Checkbox.Control>{children ?? <Checkbox.Indicator />}</Checkbox.Control>
    {!first && label && <Checkbox.Label>{label}</Checkbox.Label>}
  </Checkbox.Root>
);
const Toggle = ({ label, first, aria, thumb, track, ...props }) => (
  <Switch.Root {...props}>
    <Switch.HiddenInput aria-label={label ? undefined : aria} />
    {first && label && <Switch.Label>{label}</Switch.Label>}
    <Switch.Control>{thumb ? <Switch.Thumb><Switch.ThumbIndicator fallback={<Icon of={thumb[1]} />}><Icon of={thumb[0]} /></Switch.ThumbIndicator></Switch.Thumb> : <Switch.Thumb />}{track && <Switch.Indicator fallback={track[1]}>{track[0]}</Switch.Indicator>}</Switch.Control>
    {!first && label && <Switch.Label>{label}</Switch.Label>}
  </Switch.Root>
);
const state = (s) => ({ label: s.label, aria: s.aria, defaultChecked: s.checked, disabled: s.disabled, first: s.chance(0.15) });

const radios = (s, props, vertical) => (
  <RadioGroup.Root name={s.name} defaultValue={chosen(s)} disabled={s.disabled} aria-label={s.aria} {...look(s)} {...props}>
    {s.label && <RadioGroup.Label>{s.label}</RadioGroup.Label>}
    <Stack direction={vertical ? "column" : "row"} gap={vertical ? 2 : 5} wrap="wrap">
      {s.options().map(({ id, value, label }) => <RadioGroup.Item key={id} value={value}><RadioGroup.ItemHiddenInput /><RadioGroup.ItemIndicator /><RadioGroup.ItemText>{label}</RadioGroup.ItemText></RadioGroup.Item>)}
    </Stack>
  </RadioGroup.Root>
);
// Half of the groups are a row of buttons, whose chosen one is filled; the others have Chakra's moving indicator.
const segments = (s, items, props, filled = s.chance(0.5)) => (
  <SegmentGroup.Root name={s.name} defaultValue={s.pick(["1", "2"])} disabled={s.disabled} aria-label={s.aria} size={s.pick(["xs", "sm", "md", "lg"])} maxW="100%" {...props}>
    {!filled && <SegmentGroup.Indicator />}
    {items.map(({ value, label }) => <SegmentGroup.Item key={value} value={value} {...(filled ? { borderWidth: "1px", borderColor: "border.emphasized", _checked: { bg: "colorPalette.solid", color: "colorPalette.contrast" } } : {})}><SegmentGroup.ItemText>{label}</SegmentGroup.ItemText><SegmentGroup.ItemHiddenInput /></SegmentGroup.Item>)}
  </SegmentGroup.Root>
);

export default {
  name: "chakra",
  packages: ["@chakra-ui/react", "@emotion/react", "lucide-static"],
  framework: "react",

  setup(env) {
    const { random, accent } = env;
    const dim = env.dark && [1, 3, 5].every((at) => parseInt(accent.slice(at, at + 2), 16) < 100);
    const own = random.chance(0.5);
    const named = random.pick(["gray", "blue", "teal", "green", "purple", "orange", "pink"]);
    const corners = random.pick([null, null, ["0", "0", "0"], ["0.5rem", "0.75rem", "1rem"]]);
    const tint = (percent) => ({ value: `color-mix(in srgb, ${accent} ${percent}%, transparent)` });
    const fg = { value: env.dark ? `color-mix(in srgb, ${accent}, white 35%)` : `color-mix(in srgb, ${accent}, black 15%)` };
    // Chakra's lines are made for a plain white or black page: on others an empty box would vanish.
    const border = random.pick(env.dark ? ["gray.600", "gray.500"] : ["gray.300", "gray.400"]);
    system = createSystem(defaultConfig, {
      globalCss: { html: { colorPalette: own && !dim ? "brand" : named } },
      theme: {
        tokens: { fonts: { body: { value: env.font }, heading: { value: env.font } } },
        semanticTokens: {
          colors: { border: { DEFAULT: { value: `{colors.${border}}` }, emphasized: { value: `{colors.${border}}` } }, brand: { solid: { value: accent }, contrast: { value: "#fff" }, fg, subtle: tint(12), muted: tint(22), emphasized: tint(35), focusRing: { value: accent }, border: tint(50) } },
          ...(corners ? { radii: Object.fromEntries(corners.map((value, i) => [`l${i + 1}`, { value }])) } : {}),
        },
      },
    });
    // Everything is measured in rem.
    document.documentElement.style.fontSize = `${(env.fontSize * 16) / 15}px`;
  },

  Provider: ({ env, children }) => <ChakraProvider value={system}><LocaleProvider locale={env.rtl ? env.lang : "en"}>{children}</LocaleProvider></ChakraProvider>,

  toggles: {
    checkbox: (s) => <Box {...state(s)} {...look(s)} defaultChecked={s.indeterminate ? "indeterminate" : s.checked} variant={s.pick(["solid", "solid", "outline", "subtle"])} invalid={s.chance(0.06)} />,
    "checkbox-icon": (s) => {
      const of = s.pick([x, heart, star, bell, check]);
      return <Box {...state(s)} {...look(s)} variant={s.pick(["solid", "outline"])} rounded={s.pick([undefined, "full"])}><Checkbox.Indicator checked={<Icon of={of} />} /></Box>;
    },
    "checkbox-outline": (s) => <Box {...state(s)} {...look(s)} variant="outline" />,
    "checkbox-group": (s) => <Fieldset.Root disabled={s.disabled}><CheckboxGroup defaultValue={s.checked ? ["1"] : []}><Fieldset.Legend fontSize="sm" mb={2}>{s.aria}</Fieldset.Legend>{s.options().map(({ id, value, label }) => <Box key={id} value={value} label={label} size="sm" />)}</CheckboxGroup></Fieldset.Root>,
    "checkbox-card": (s) => (
      <CheckboxCard.Root defaultChecked={s.checked} disabled={s.disabled} variant={s.pick(["outline", "surface", "subtle", "solid"])} {...cardLook(s)} maxW="300px">
        <CheckboxCard.HiddenInput />
        <CheckboxCard.Control><CheckboxCard.Content><CheckboxCard.Label>{s.aria}</CheckboxCard.Label>{s.chance(0.5) && <CheckboxCard.Description>{s.text("phrase")}</CheckboxCard.Description>}</CheckboxCard.Content><CheckboxCard.Indicator /></CheckboxCard.Control>
        {s.chance(0.2) && <CheckboxCard.Addon>{s.text("short")}</CheckboxCard.Addon>}
      </CheckboxCard.Root>
    ),
    radio: (s) => radios(s, { variant: s.pick(["solid", "outline", "subtle"]) }, false),
    "radio-vertical": (s) => radios(s, { variant: s.pick(["solid", "outline"]) }, true),
    "radio-card": (s) => (
      <RadioCard.Root name={s.name} defaultValue={chosen(s)} disabled={s.disabled} variant={s.pick(["outline", "surface", "subtle", "solid"])} {...cardLook(s)} aria-label={s.aria}>
        <Stack direction={s.pick(["column", "row"])} wrap="wrap" maxW="360px">
          {s.options(2, 3).map(({ id, value, label }) => <RadioCard.Item key={id} value={value}><RadioCard.ItemHiddenInput /><RadioCard.ItemControl><RadioCard.ItemText>{label}</RadioCard.ItemText><RadioCard.ItemIndicator /></RadioCard.ItemControl></RadioCard.Item>)}
        </Stack>
      </RadioCard.Root>
    ),
    switch: (s) => <Toggle {...state(s)} {...look(s)} variant={s.pick(["solid", "solid", "raised"])} invalid={s.chance(0.05)} />,
    "switch-raised": (s) => <Toggle {...state(s)} {...look(s)} variant="raised" />,
    "switch-thumb-icon": (s) => <Toggle {...state(s)} {...palette(s)} size={s.pick(["md", "lg"])} thumb={[check, x]} />,
    "switch-track-icon": (s) => <Toggle {...state(s)} {...palette(s)} size={s.pick(["md", "lg"])} track={s.pick([[<Icon of={sun} />, <Icon of={moon} />], [<Icon of={check} color="white" />, <Icon of={x} />], ["1", "0"]])} />,
    "switch-row": (s) => <HStack justify="space-between" maxW="420px" gap={4}><Stack gap={0}><Text textStyle="sm" fontWeight="medium">{s.aria}</Text>{s.chance(0.5) && <Text textStyle="xs" color="fg.muted">{s.text("sentence")}</Text>}</Stack><Toggle {...state(s)} label="" {...look(s)} /></HStack>,
    segments: (s) => segments(s, s.options(2, 3, "word")),
    "segments-icons": (s) => segments(s, [sun, moon, settings].map((of, i) => ({ value: `${i + 1}`, label: <HStack gap={1}><Icon of={of} />{s.chance(0.3) && s.text("word")}</HStack> }))),
    "toggle-button": (s) => {
      const [on, flip] = useOn(s);
      const off = s.pick(["outline", "outline", "ghost"]);
      return <Button aria-pressed={on} variant={on ? "solid" : off} {...palette(s)} size={s.pick(["xs", "sm", "md"])} onClick={flip} disabled={s.disabled}>{s.chance(0.4) && icon(s)}{s.aria}</Button>;
    },
    "toggle-icon": (s) => {
      const [on, flip] = useOn(s);
      const of = s.pick([heart, star, bell]);
      return <IconButton aria-pressed={on} aria-label={s.aria} variant={s.pick(["ghost", "outline", "subtle"])} colorPalette={s.pick(PALETTES)} size={s.pick(["xs", "sm", "md"])} onClick={flip} disabled={s.disabled}><Icon of={of} filled={on} /></IconButton>;
    },
    "toggle-group": (s) => {
      const [on, change] = useState(s.checked ? [0] : []);
      const props = { ...palette(s), size: s.pick(["xs", "sm", "md"]) };
      return <Group attached>{[bold, italic, underline].map((of, i) => <IconButton key={i} {...props} aria-label={["bold", "italic", "underlined"][i]} aria-pressed={on.includes(i)} variant={on.includes(i) ? "solid" : "outline"} disabled={s.disabled} onClick={() => change(on.includes(i) ? on.filter((other) => other !== i) : [...on, i])}><Icon of={of} /></IconButton>)}</Group>;
    },
    "choice-tag": (s) => {
      const [on, flip] = useOn(s);
      return <Tag.Root as="button" role="checkbox" aria-checked={on} onClick={flip} disabled={s.disabled} variant={on ? "solid" : "outline"} {...palette(s)} size={s.pick(["md", "lg", "xl"])} cursor="pointer">{on && <Tag.StartElement><Icon of={check} /></Tag.StartElement>}<Tag.Label>{s.aria}</Tag.Label></Tag.Root>;
    },
    listbox: (s) => {
      const collection = createListCollection({ items: s.options(2, 3) });
      return (
        <Listbox.Root collection={collection} selectionMode="multiple" defaultValue={s.checked ? ["1"] : []} disabled={s.disabled} maxW="280px">
          <Listbox.Content>{collection.items.map((item) => <Listbox.Item key={item.value} item={item}><Listbox.ItemContext>{({ selected }) => <Checkmark filled size="sm" checked={selected} />}</Listbox.ItemContext><Listbox.ItemText>{item.label}</Listbox.ItemText></Listbox.Item>)}</Listbox.Content>
        </Listbox.Root>
      );
    },
    "table-rows": (s) => <Table.Root size="sm" variant={s.pick(["line", "outline"])}><Table.Body>{[1, 2].map((i) => <Table.Row key={i}><Table.Cell w="10"><Box aria={s.aria} defaultChecked={s.chance(0.5)} size="sm" /></Table.Cell><Table.Cell>{s.text("short")}</Table.Cell><Table.Cell>{s.text("price")}</Table.Cell></Table.Row>)}</Table.Body></Table.Root>,
    "card-with-checkbox": (s) => <Card.Root size="sm" maxW="320px" variant={s.pick(["outline", "elevated", "subtle"])}><Card.Body><Box {...state(s)} {...look(s)} label={s.aria} first={false} /></Card.Body></Card.Root>,
  },

  others: {
    button: (s) => <Button maxW="100%" whiteSpace="normal" height="auto" py={1.5} variant={s.pick(["solid", "subtle", "surface", "outline", "ghost", "plain"])} {...palette(s)} size={s.pick(["xs", "sm", "md", "lg"])} disabled={s.disabled} loading={s.chance(0.05)}>{s.chance(0.4) && icon(s)}{s.label}{s.chance(0.2) && icon(s)}</Button>,
    "icon-button": (s) => <IconButton aria-label={s.aria} variant={s.pick(["solid", "subtle", "surface", "outline", "ghost"])} {...palette(s)} size={s.pick(["xs", "sm", "md"])} rounded={s.pick([undefined, "full"])}>{icon(s)}</IconButton>,
    "button-group": (s) => <Group attached>{s.options(2, 3, "word").map(({ id, label }) => <Button key={id} size="xs" variant="outline">{label}</Button>)}</Group>,
    "close-button": (s) => <CloseButton aria-label={s.aria} size={s.pick(["xs", "sm"])} variant={s.pick(["ghost", "outline"])} />,
    link: (s) => <Link href={`#${s.id}`} variant={s.pick(["underline", "plain"])} {...palette(s)}>{s.label}{s.chance(0.3) && icon(s)}</Link>,
    "icon-text": (s) => <HStack gap={2}><Icon of={s.pick([...ICONS, check, x])} /><Text textStyle="sm">{s.text("phrase")}</Text></HStack>,
    input: (s) => <Field.Root invalid={s.chance(0.15)} disabled={s.disabled}><Field.Label>{s.text("word")}</Field.Label><InputGroup startElement={s.chance(0.4) ? icon(s) : undefined}><Input placeholder={s.text("short")} defaultValue={s.chance(0.5) ? s.text("name") : ""} variant={s.pick(["outline", "subtle", "flushed"])} size={s.pick(["sm", "md"])} /></InputGroup><Field.HelperText>{s.text("phrase")}</Field.HelperText></Field.Root>,
    textarea: (s) => <Textarea defaultValue={s.text("sentence")} aria-label={s.aria} />,
    select: (s) => <NativeSelect.Root size={s.pick(["xs", "sm", "md"])} disabled={s.disabled}><NativeSelect.Field aria-label={s.aria}>{s.options().map(({ id, value, label }) => <option key={id} value={value}>{label}</option>)}</NativeSelect.Field><NativeSelect.Indicator /></NativeSelect.Root>,
    "number-input": (s) => <NumberInput.Root defaultValue={`${s.int(0, 100)}`} maxW="160px" size={s.pick(["sm", "md"])}><NumberInput.Control /><NumberInput.Input aria-label={s.aria} /></NumberInput.Root>,
    "pin-input": (s) => <PinInput.Root size="sm"><PinInput.HiddenInput /><PinInput.Control>{[0, 1, 2, 3].map((i) => <PinInput.Input key={i} index={i} />)}</PinInput.Control></PinInput.Root>,
    slider: (s) => <Slider.Root defaultValue={[s.int(0, 100)]} {...cardLook(s)} variant={s.pick(["outline", "solid"])} disabled={s.disabled} aria-label={[s.aria]}><Slider.Control><Slider.Track><Slider.Range /></Slider.Track><Slider.Thumbs /></Slider.Control></Slider.Root>,
    badge: (s) => <Badge variant={s.pick(["solid", "subtle", "outline", "surface"])} {...palette(s)} size={s.pick(["xs", "sm", "md", "lg"])}>{s.chance(0.4) && icon(s)}{s.text("word")}</Badge>,
    tag: (s) => <Tag.Root variant={s.pick(["subtle", "solid", "outline", "surface"])} {...palette(s)} size={s.pick(["sm", "md", "lg"])}>{s.chance(0.4) && <Tag.StartElement>{icon(s)}</Tag.StartElement>}<Tag.Label>{s.text("short")}</Tag.Label>{s.chance(0.4) && <Tag.EndElement><Tag.CloseTrigger /></Tag.EndElement>}</Tag.Root>,
    status: (s) => <Status.Root colorPalette={s.pick(PALETTES)} size={s.pick(["sm", "md", "lg"])}><Status.Indicator />{s.text("short")}</Status.Root>,
    avatar: (s) => <HStack gap={3}><Avatar.Root size={s.pick(["sm", "md"])} shape={s.pick(["full", "rounded"])} colorPalette={s.pick(PALETTES)}><Avatar.Fallback><Icon of={user} /></Avatar.Fallback>{s.chance(0.5) && <Avatar.Image src={s.image(40)} />}</Avatar.Root><Stack gap={0}><Text textStyle="sm">{s.text("name")}</Text><Text textStyle="xs" color="fg.muted">{s.text("email")}</Text></Stack></HStack>,
    alert: (s) => <Alert.Root status={s.pick(["info", "warning", "success", "error", "neutral"])} variant={s.pick(["subtle", "surface", "outline", "solid"])} size={s.pick(["sm", "md"])}><Alert.Indicator /><Alert.Title>{s.text("sentence")}</Alert.Title></Alert.Root>,
    progress: (s) => <Progress.Root defaultValue={s.int(0, 100)} {...palette(s)} size={s.pick(["xs", "sm", "md"])} striped={s.chance(0.3)}><Progress.Label mb={1}>{s.text("short")}</Progress.Label><Progress.Track><Progress.Range /></Progress.Track></Progress.Root>,
    "progress-circle": (s) => <ProgressCircle.Root value={s.int(5, 100)} size={s.pick(["sm", "md", "lg"])} {...palette(s)}><ProgressCircle.Circle><ProgressCircle.Track /><ProgressCircle.Range /></ProgressCircle.Circle></ProgressCircle.Root>,
    spinner: (s) => <HStack><Spinner size={s.pick(["xs", "sm", "md"])} /><Text textStyle="sm">{s.text("short")}</Text></HStack>,
    tabs: (s) => <Tabs.Root defaultValue="1" variant={s.pick(["line", "subtle", "enclosed", "outline"])} size="sm"><Tabs.List>{s.options(2, 3, "word").map(({ id, value, label }) => <Tabs.Trigger key={id} value={value}>{s.chance(0.5) && icon(s)}{label}</Tabs.Trigger>)}</Tabs.List></Tabs.Root>,
    pagination: (s) => <Pagination.Root count={s.int(20, 50)} pageSize={10} defaultPage={s.int(1, 2)}><Group wrap="wrap"><Pagination.PrevTrigger asChild><IconButton size="xs" variant="ghost" aria-label="previous">‹</IconButton></Pagination.PrevTrigger><Pagination.Items render={(page) => <IconButton size="xs" variant={{ base: "ghost", _selected: "outline" }}>{page.value}</IconButton>} /><Pagination.NextTrigger asChild><IconButton size="xs" variant="ghost" aria-label="next">›</IconButton></Pagination.NextTrigger></Group></Pagination.Root>,
    breadcrumb: (s) => <Breadcrumb.Root size={s.pick(["sm", "md"])} variant={s.pick(["plain", "underline"])}><Breadcrumb.List flexWrap="wrap"><Breadcrumb.Item><Breadcrumb.Link href="#"><Icon of={house} /></Breadcrumb.Link></Breadcrumb.Item><Breadcrumb.Separator />{s.options(1, 2).map(({ id, label }) => <Breadcrumb.Item key={id}><Breadcrumb.CurrentLink>{label}</Breadcrumb.CurrentLink></Breadcrumb.Item>)}</Breadcrumb.List></Breadcrumb.Root>,
    steps: (s) => <Steps.Root defaultStep={1} count={2} size="xs" orientation="vertical" height="120px"><Steps.List>{s.options(2, 2).map(({ id, label }, i) => <Steps.Item key={id} index={i}><Steps.Indicator /><Steps.Title>{label}</Steps.Title><Steps.Separator /></Steps.Item>)}</Steps.List></Steps.Root>,
    timeline: (s) => <Timeline.Root variant={s.pick(["subtle", "solid", "outline"])} size="sm">{s.options(2, 3).map(({ id, label }) => <Timeline.Item key={id}><Timeline.Connector><Timeline.Separator /><Timeline.Indicator><Icon of={s.pick([check, ...ICONS])} /></Timeline.Indicator></Timeline.Connector><Timeline.Content><Timeline.Title>{label}</Timeline.Title></Timeline.Content></Timeline.Item>)}</Timeline.Root>,
    list: (s) => <List.Root variant="plain" align="center" gap={1}>{s.options(2, 3, "phrase").map(({ id, label }) => <List.Item key={id}><List.Indicator asChild color={s.pick(["green.500", "red.500", "fg.muted"])}><Icon of={s.pick([check, x, ...ICONS])} /></List.Indicator>{label}</List.Item>)}</List.Root>,
    accordion: (s) => <Accordion.Root collapsible variant={s.pick(["outline", "subtle", "enclosed", "plain"])} size="sm">{s.options(1, 2).map(({ id, value, label }) => <Accordion.Item key={id} value={value}><Accordion.ItemTrigger>{s.chance(0.4) && icon(s)}<span style={{ flex: 1 }}>{label}</span><Accordion.ItemIndicator /></Accordion.ItemTrigger></Accordion.Item>)}</Accordion.Root>,
    card: (s) => <Card.Root maxW="280px" size="sm" variant={s.pick(["outline", "elevated", "subtle"])} overflow="hidden"><Image src={s.image(280, 80)} alt="" /><Card.Body><Card.Title>{s.text("short")}</Card.Title><Card.Description>{s.text("sentence")}</Card.Description></Card.Body><Card.Footer><Button size="xs" variant="outline">{s.text("word")}</Button></Card.Footer></Card.Root>,
    table: (s) => <Table.Root size="sm" striped={s.chance(0.4)} variant={s.pick(["line", "outline"])}><Table.Header><Table.Row><Table.ColumnHeader>{s.text("word")}</Table.ColumnHeader><Table.ColumnHeader>{s.text("word")}</Table.ColumnHeader></Table.Row></Table.Header><Table.Body>{[1, 2].map((i) => <Table.Row key={i}><Table.Cell>{s.text("short")}</Table.Cell><Table.Cell>{s.text("price")}</Table.Cell></Table.Row>)}</Table.Body></Table.Root>,
    "data-list": (s) => <DataList.Root orientation="horizontal" size="sm">{s.options(2, 3, "word").map(({ id, label }) => <DataList.Item key={id}><DataList.ItemLabel>{label}</DataList.ItemLabel><DataList.ItemValue>{s.text("short")}</DataList.ItemValue></DataList.Item>)}</DataList.Root>,
    menu: (s) => <Menu.Root><Menu.Trigger asChild><Button variant="outline" size="sm">{icon(s)}{s.text("word")}</Button></Menu.Trigger></Menu.Root>,
    stat: (s) => <Stat.Root><Stat.Label>{s.text("short")}</Stat.Label><Stat.ValueText>{s.text("price")}</Stat.ValueText><Badge colorPalette={s.pick(["green", "red"])}>{s.pick([<Stat.UpIndicator key="up" />, <Stat.DownIndicator key="down" />])}{s.text("percent")}</Badge></Stat.Root>,
    heading: (s) => <Heading size={s.pick(["sm", "md", "lg"])}>{s.text("phrase")}</Heading>,
    code: (s) => <HStack><Kbd>Ctrl</Kbd><Kbd>{s.pick(["K", "S"])}</Kbd><Code>{s.text("code")}</Code></HStack>,
    quote: (s) => <Blockquote.Root {...palette(s)}><Blockquote.Content>{s.text("sentence")}</Blockquote.Content></Blockquote.Root>,
    empty: (s) => <EmptyState.Root size="sm"><EmptyState.Content><EmptyState.Indicator>{icon(s)}</EmptyState.Indicator><EmptyState.Title>{s.text("short")}</EmptyState.Title></EmptyState.Content></EmptyState.Root>,
    separator: (s) => <HStack><Separator flex="1" /><Text textStyle="sm" flexShrink="0">{s.text("word")}</Text><Separator flex="1" /></HStack>,
    skeleton: (s) => <Skeleton height={`${s.int(10, 40)}px`} width={`${s.int(60, 200)}px`} variant="none" />,
  },
};
