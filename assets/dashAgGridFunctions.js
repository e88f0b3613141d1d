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

  /* A title and, below, the other texts in which the words of a search stand, these words marked. */
  const make = (...told) => window.React.createElement(...told);
  const pieces = (parts) => parts.map(([text, hit], at) => make(hit ? 'mark' : 'span', {key: at}, text));
  components.FoundTitle = function (props) {
    if (!props.data.marks) return props.value;
    return make('div', {className: 'found'},
      make('div', {className: 'found-title'}, pieces(props.data.marks)),
      props.data.why.map((why, at) => make('div', {className: 'why', key: at},
        make('span', {className: 'why-field'}, why.field), make('span', {lang: why.lang}, pieces(why.parts)))));
  };

  components.SourceLink = function (props) {
    if (!props.data.link) return props.value;
    const title = document.querySelector('[data-open]').dataset.open;
    return window.React.createElement('a', {href: props.data.link, target: '_blank', rel: 'noopener', title}, props.value);
  };
})();
/* What the table of coverage does: its cells lead to what they count. */
(function () {
  'use strict';
  const functions = window.dashAgGridFunctions;
  const components = window.dashAgGridComponentFunctions;
  const make = (...told) => window.React.createElement(...told);

  /* Empty cells come last whichever way a column is sorted. */
  functions.emptyLast = function () {
    return function (one, other, _, __, descending) {
      const empty = (one == null) - (other == null);
      if (empty) return descending ? -empty : empty;
      return one < other ? -1 : Number(one > other);
    };
  };

  functions.byName = function () {
    return (one, other) => one.localeCompare(other, document.documentElement.lang);
  };

  functions.followCell = function (params) {
    if (!params.event || params.event.key !== 'Enter') return;
    const cell = params.event.target.closest('.ag-cell');
    const link = cell && cell.querySelector('a');
    if (link) link.click();
  };

  /* Arrows go from cell to cell; the tab key leaves the table, as it leaves any other part of the page. */
  functions.leaveGrid = function () { return false; };

  components.CoverCell = function (props) {
    const cell = props.data.cells[props.colDef.colId];
    if (!cell.n) return make('span', {className: `absent ${cell.reason}`, role: 'img', 'aria-label': cell.told});
    const [first, second] = props.lead === 'first' ? [cell.first || '–', cell.n] : [cell.n, cell.year || '–'];
    return make('a', {className: 'cover', href: props.to + props.data.key, tabIndex: -1, 'aria-label': cell.told},
      make('strong', null, first), make('small', null, second));
  };

  components.PlaceLink = function (props) {
    const path = props.data.nation ? '/national' : `/province/${props.data.key}`;
    return make('a', {href: path + props.to, tabIndex: -1}, props.value);
  };
})();
