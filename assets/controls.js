/* What the markup of Dash's controls says wrongly to those who can't see them, put right.

   Lists of boxes are no listboxes: their options hold the real boxes. The button of a dropdown gives its place in the
   tab order to a hidden field before it, is named without its label, and opens a dialog that has no name. React
   writes some of this again, so it is looked at whenever it changes. */
(function () {
  'use strict';
  const CURES = {
    '.dash-options-list[role]': (list) => list.removeAttribute('role'),
    '.dash-options-list-option[role]': (option) => option.removeAttribute('role'),
    '.dash-options-list-option[aria-selected]': (option) => option.removeAttribute('aria-selected'),
    '.dash-dropdown-focus-target:not([tabindex="-1"])': (field) => { field.tabIndex = -1; },
    'button.dash-dropdown:not([tabindex="0"])': (button) => { button.tabIndex = 0; },
    'button.dash-dropdown[aria-haspopup="listbox"]': name,
    '.dash-dropdown-content:not([aria-label])': function (dialog) {
      const button = document.querySelector('button.dash-dropdown[data-state="open"]');
      if (button && button.labels[0]) dialog.setAttribute('aria-label', button.labels[0].textContent);
    },
  };
  const WATCHED = {subtree: true, childList: true, attributes: true, attributeFilter: ['role', 'aria-selected', 'tabindex']};
  const CONCERNED = '.dash-options-list, .dash-options-list-option, .dash-dropdown-focus-target, button.dash-dropdown';

  function name(button) {
    const label = button.labels[0];
    button.setAttribute('aria-haspopup', 'dialog');
    if (!label) return;
    label.id = `${button.id}-label`;
    button.setAttribute('aria-labelledby', `${label.id} ${button.getAttribute('aria-labelledby')}`);
  }

  /* Charts are drawn of thousands of marks: none of them is looked at. */
  function concerns(record) {
    if (record.type === 'attributes') return record.target.matches(CONCERNED);
    return Array.from(record.addedNodes).some((node) => node instanceof HTMLElement);
  }

  new MutationObserver(function (records) {
    if (!records.some(concerns)) return;
    Object.entries(CURES).forEach(([ill, cure]) => document.querySelectorAll(ill).forEach(cure));
  }).observe(document.documentElement, WATCHED);
})();
