const at = (id) => document.getElementById(id);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

let items = [];
let labels = [];
let shown = []; // indices of items that match the filters
let current = 0; // place in `shown`
const past = []; // decisions that undo takes back: [index, what was decided before]
let sending = Promise.resolve();
let unsaved = 0;

const item = () => items[shown[current]];
const cell = (index) => at("grid").querySelector(`[data-index="${index}"]`);
const tone = (label) => String(labels.indexOf(label) % 4);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// First letters where they are free, and numbers for all.
function keysOf(names) {
  const taken = new Set(["s", "z"]);
  return names.map((name, index) => {
    const letter = name[0].toLowerCase();
    const keys = [String(index + 1)];
    if (!taken.has(letter)) keys.unshift(letter);
    taken.add(letter);
    return keys;
  });
}

function drawCell(index) {
  const { label, given, review, probabilities } = items[index];
  const button = cell(index);
  if (!button) return;
  button.dataset.review = review;
  button.dataset.tone = tone(label);
  button.querySelector(".label").textContent = label;
  button.querySelector(".doubt").textContent = percent(probabilities[given]);
  button.querySelector(".mark").textContent = { kept: "✓", changed: "✎", skipped: "–" }[review] ?? "";
}

function drawProgress() {
  const of = (state) => items.filter(({ review }) => review === state).length;
  const done = items.length - of("open");
  at("bar").max = items.length;
  at("bar").value = done;
  at("count").textContent = `${done} of ${items.length}, ${of("changed")} changed`;
}

function drawStage() {
  at("empty").hidden = shown.length > 0;
  document.querySelector(".stage").classList.toggle("none", shown.length === 0);
  for (const button of at("grid").querySelectorAll("[aria-current]")) button.removeAttribute("aria-current");
  at("undo").disabled = past.length === 0;
  if (shown.length === 0) return;
  const { name, given, label, review, probabilities } = item();
  at("picture").src = `picture/${shown[current]}`;
  at("picture").alt = name;
  at("name").textContent = name;
  at("verdict").replaceChildren(
    "labelled ", element("b", {}, given),
    review === "changed" ? `, now ${label}` : "",
    review === "kept" ? ", kept" : "",
    review === "skipped" ? ", skipped" : "",
  );
  for (const button of at("choices").children) {
    const share = probabilities[button.dataset.label];
    button.setAttribute("aria-pressed", String(button.dataset.label === label));
    button.querySelector("meter").value = share;
    button.querySelector(".share").textContent = percent(share);
  }
  at("previous").disabled = current === 0;
  at("next").disabled = current === shown.length - 1;
  const button = cell(shown[current]);
  button.setAttribute("aria-current", "true");
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function go(place) {
  current = Math.max(0, Math.min(shown.length - 1, place));
  drawStage();
}

function save(index, decision) {
  const before = { label: items[index].label, review: items[index].review };
  const { given } = items[index];
  if (decision.label) {
    Object.assign(items[index], { label: decision.label, review: decision.label === given ? "kept" : "changed" });
  } else {
    Object.assign(items[index], { label: given, review: decision.skipped ? "skipped" : "open" });
  }
  drawCell(index);
  drawProgress();
  at("saved").textContent = "saving…";
  unsaved += 1;
  sending = sending.then(async () => {
    try {
      const response = await fetch("decision", { method: "POST", body: JSON.stringify({ index, ...decision }) });
      if (!response.ok) throw new Error(await response.text());
      if (unsaved === 1) at("saved").textContent = "saved";
      document.body.classList.remove("failed");
    } catch (error) {
      Object.assign(items[index], before);
      drawCell(index);
      drawProgress();
      drawStage();
      document.body.classList.add("failed");
      at("saved").textContent = `Not saved: ${error.message}. Is checkboxnet still running?`;
    } finally {
      unsaved -= 1;
    }
  });
}

function decide(decision) {
  if (shown.length === 0) return;
  const index = shown[current];
  const { label, review } = items[index];
  past.push([index, { kept: { label }, changed: { label }, skipped: { skipped: true } }[review] ?? {}]);
  save(index, decision);
  go(current + 1);
}

function undo() {
  if (past.length === 0) return;
  const [index, before] = past.pop();
  save(index, before);
  if (!shown.includes(index)) showAll();
  go(shown.indexOf(index));
}

function showAll() {
  at("by-label").value = at("by-review").value = "";
  fill();
}

function fill() {
  const [label, review] = [at("by-label").value, at("by-review").value];
  shown = [...items.keys()].filter(
    (index) => (!label || items[index].label === label) && (!review || items[index].review === review),
  );
  at("grid").replaceChildren(...shown.map((index, place) => {
    const { name } = items[index];
    const button = element(
      "button",
      { type: "button", class: "cell", "data-index": index, title: name, tabindex: "-1" },
      element("span", { class: "thumb" }, element("img", { loading: "lazy", src: `thumbnail/${index}`, alt: name })),
      element("span", { class: "caption" },
        element("span", { class: "label" }), element("span", { class: "mark" }), element("span", { class: "doubt" })),
    );
    button.addEventListener("click", () => go(place));
    return button;
  }));
  shown.forEach(drawCell);
  go(Math.max(0, shown.findIndex((index) => items[index].review === "open")));
}

function start(answer) {
  ({ items, labels } = answer);
  const keys = keysOf(labels);
  const actions = new Map([["s", () => decide({ skipped: true })], ["z", undo]]);
  labels.forEach((label, number) => {
    at("by-label").append(element("option", {}, label));
    const button = element(
      "button", { type: "button", "data-label": label, "data-tone": tone(label) },
      element("span", { class: "what" }, label, " ", element("kbd", {}, keys[number][0])),
      element("meter", { min: 0, max: 1, "aria-label": `probability of ${label}` }),
      element("span", { class: "share" }),
    );
    const choose = () => decide({ label });
    button.addEventListener("click", choose);
    at("choices").append(button);
    for (const key of keys[number]) actions.set(key, choose);
  });
  const columns = () => getComputedStyle(at("grid")).gridTemplateColumns.split(" ").length;
  actions.set("arrowleft", () => go(current - 1));
  actions.set("arrowright", () => go(current + 1));
  actions.set("arrowup", () => go(current - columns()));
  actions.set("arrowdown", () => go(current + columns()));
  addEventListener("keydown", (event) => {
    const undoes = (event.ctrlKey || event.metaKey) && event.key === "z";
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const action = actions.get(event.key.toLowerCase());
    if (!action || !(plain || undoes) || event.target.tagName === "SELECT") return;
    event.preventDefault();
    action();
  });
  at("undo").addEventListener("click", undo);
  at("skip").addEventListener("click", () => decide({ skipped: true }));
  at("previous").addEventListener("click", () => go(current - 1));
  at("next").addEventListener("click", () => go(current + 1));
  for (const filter of [at("by-label"), at("by-review")]) {
    filter.addEventListener("change", () => { filter.blur(); fill(); });
  }
  at("saved").textContent = answer.manifest;
  drawProgress();
  fill();
}

fetch("items").then((response) => response.json()).then(start);
