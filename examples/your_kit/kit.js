// Controls of the Salesforce Lightning Design System, in the markup that it documents.
let count = 0;
const input = (on, type = "checkbox", name = `n${++count}`) =>
  `type="${type}" id="c${++count}" name="${name}"${on ? " checked" : ""}`;

const controls = {
  checkbox: (words, on) => `<div class="slds-checkbox"><input ${input(on)}>
    <label class="slds-checkbox__label" for="c${count}"><span class="slds-checkbox_faux"></span>
    <span class="slds-form-element__label">${words}</span></label></div>`,
  radio: (words, on) => `<div class="slds-radio"><input ${input(on, "radio", "choice")}>
    <label class="slds-radio__label" for="c${count}"><span class="slds-radio_faux"></span>
    <span class="slds-form-element__label">${words}</span></label></div>`,
  toggle: (words, on) => `<label class="slds-checkbox_toggle slds-grid">
    <span class="slds-form-element__label slds-m-bottom_none">${words}</span><input ${input(on)}>
    <span class="slds-checkbox_faux_container"><span class="slds-checkbox_faux"></span>
    <span class="slds-checkbox_on">Enabled</span><span class="slds-checkbox_off">Disabled</span></span></label>`,
  add: (words, on) => `<div class="slds-grid slds-grid_vertical-align-center">
    <div class="slds-checkbox_add-button"><input class="slds-assistive-text" ${input(on)}>
    <label for="c${count}" class="slds-checkbox_faux"><span class="slds-assistive-text">Add ${words}</span></label></div>
    <span class="slds-m-left_small">${words}</span></div>`,
  day: (words, on) => `<span class="slds-button slds-checkbox_button"><input ${input(on)}>
    <label class="slds-checkbox_button__label" for="c${count}"><span class="slds-checkbox_faux">${words}</span></label></span>`,
  card: (words, on) => {
    const [title, ...rest] = words.split("|");
    return `<div class="slds-visual-picker slds-visual-picker_medium"><input ${input(on)}>
    <label for="c${count}"><span class="slds-visual-picker__figure slds-visual-picker__text slds-align_absolute-center">
    <span><span class="slds-text-heading_medium">${title}</span><span class="slds-text-title">${rest}</span></span></span></label></div>`;
  },
};

// Every second control starts on.
function show(title, groups) {
  const sections = Object.entries(groups).map(([kind, names]) => {
    const drawn = names.map((words, index) => controls[kind](words, index % 2 === 0));
    const row = kind === "card" || kind === "day";
    return `<div class="slds-m-bottom_large${row ? " slds-grid slds-wrap" : ""}">${
      drawn.map((html) => (row ? html : `<div class="slds-m-bottom_small">${html}</div>`)).join("")}</div>`;
  });
  document.title = title;
  document.body.className = "slds-p-around_large";
  document.body.innerHTML = `<div class="slds-box slds-theme_default">
    <h1 class="slds-text-heading_large slds-m-bottom_medium">${title}</h1>${sections.join("")}
    <p class="slds-m-bottom_medium">All fields can be changed later. <a href="#">Read more</a></p>
    <input class="slds-input slds-size_1-of-4" value="Ada Lovelace"> <span class="slds-badge">New</span>
    <button class="slds-button slds-button_brand">Save</button>
    <button class="slds-button slds-button_neutral">Cancel</button></div>`;
}
