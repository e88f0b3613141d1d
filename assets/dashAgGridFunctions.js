/* What the policy table does with clicks, keys and sorting: the server sorts and opens. */
(function () {
  'use strict';
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const components = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});

  /* Rows stay in the order in which the server has sent them. */
  functions.keepOrder = function () {
    return function () { return 0; };
  };

  functions.chooseRow = function (params) {
    const pressed = params.event;
    if (pressed && pressed.type === 'keydown' && pressed.key !== 'Enter') return;
    if (params.column.getColId() === 'source') return;
    window.ccnt.send({type: 'toggle', field: 'policies', value: params.data.key, add: Boolean(pressed && pressed.shiftKey)});
  };

  functions.choosePolicy = function (params) {
    const pressed = params.event;
    if (pressed && pressed.type === 'keydown' && pressed.key !== 'Enter') return;
    window.ccnt.send({type: 'toggle', field: 'policies', value: params.data.policy, add: Boolean(pressed && pressed.shiftKey)});
  };

  functions.chooseSort = function (params) {
    if (params.source !== 'uiColumnSorted') return;
    const sorted = params.api.getColumnState().find((column) => column.sort);
    if (sorted) window.ccnt.send({type: 'set', field: 'sort', value: `${sorted.colId}-${sorted.sort}`});
  };

  /* Enter on a cell opens the link in it. */
  functions.followLink = function (params) {
    const link = params.event.key === 'Enter' && params.event.target.querySelector && params.event.target.querySelector('a');
    if (link) link.click();
  };

  /* A page of this site, in the same window. */
  components.PageLink = function (props) {
    if (!props.data.page) return props.value;
    return window.React.createElement('a', {href: props.data.page}, props.value);
  };

  components.SourceLink = function (props) {
    if (!props.data.link) return props.value;
    const title = document.querySelector('[data-open]').dataset.open;
    return window.React.createElement('a', {href: props.data.link, target: '_blank', rel: 'noopener', title}, props.value);
  };
})();
