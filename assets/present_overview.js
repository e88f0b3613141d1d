/* All slides of a story side by side: one is chosen with the arrows and Enter, or by pointing at it. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {stage, state} = present;

  const picks = () => Array.from(stage.querySelectorAll('.pick'));
  present.surveying = () => stage.classList.contains('overview');

  present.survey = function (on) {
    if (on === present.surveying()) return;
    stage.classList.toggle('overview', on);
    present.shape();
    if (on) {
      const pick = picks()[state.at];
      pick.focus();
      pick.scrollIntoView({block: 'center'});
    } else {
      stage.scrollTop = 0;
      present.section(state.at).querySelector('.title').focus({preventScroll: true});
    }
    present.tell('surveyed', on);
  };

  present.listen('picked', function (at) {
    present.survey(false);
    present.go(at);
  });
  present.listen('built', function () {
    if (present.surveying()) picks()[state.at].focus();
  });

  /* How many stand side by side is seen from where they stand. */
  function columns() {
    const tops = picks().map((pick) => Math.round(pick.getBoundingClientRect().top));
    return tops.filter((top) => top === tops[0]).length || 1;
  }

  present.surveyKey = function (key) {
    const all = picks();
    const now = Math.max(0, all.indexOf(document.activeElement));
    const step = {ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns(), ArrowUp: -columns(), Home: -now, End: all.length - 1 - now}[key];
    if (step === undefined) return false;
    all[Math.max(0, Math.min(all.length - 1, now + step))].focus();
    return true;
  };
})();
