"use strict";
// Shows the findings that fit every choice; a draft without any is put away too.
(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  var output = form.querySelector("output");
  var drafts = Array.prototype.slice.call(document.querySelectorAll(".draft"));

  function fits(draft, finding) {
    var laws = JSON.parse(finding.dataset.law);
    var law = form.elements.law.value;
    return (
      (!form.elements.draft.value || form.elements.draft.value === draft.dataset.draft) &&
      (!form.elements.rule.value || form.elements.rule.value === finding.dataset.rule) &&
      (!form.elements.severity.value || form.elements.severity.value === finding.dataset.severity) &&
      (!law || laws.indexOf(law) >= 0)
    );
  }

  function show() {
    var all = 0, shown = 0;
    drafts.forEach(function (draft) {
      var here = 0;
      draft.querySelectorAll(".finding").forEach(function (finding) {
        finding.hidden = !fits(draft, finding);
        all += 1;
        here += finding.hidden ? 0 : 1;
      });
      draft.hidden = here === 0;
      shown += here;
    });
    output.textContent = output.dataset.told.replace("{shown}", shown).replace("{all}", all);
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  form.hidden = false;
  show();
})();
