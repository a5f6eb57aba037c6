"""The days of a merged record, out of those that its reports tell."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.dateranges import DateRange
from diplotext.models import Meeting, MilitaryExercise

_BASIS = {"explicit": 0, "relative": 1, "inferred": 2}


def days_of(reports: Sequence[Meeting | MilitaryExercise], *, longest: bool) -> DateRange | None:
    """The day that most reports can agree on.

    Months and years give way to days. Of what remains the shared days count, but of a
    visit or an exercise (``longest``) the whole stretch where one report gives it.
    """
    told = [r.when for r in reports if r.when]
    if not told:
        return None
    fine = [w for w in told if w.precision in ("day", "interval")] or told
    fine.sort(key=lambda w: (w.days, _BASIS[w.basis], w.start, w.end, w.precision))
    if longest:
        whole = [w for w in fine if w.days <= 45] or fine
        whole = [w for w in whole if not _overtaken(w, reports)] or whole
        ranked = sorted(whole, key=lambda w: (-sum(w.contains(o) for o in fine), _BASIS[w.basis]))
        return ranked[0]
    best = fine[0]
    for other in fine[1:]:
        best = best.intersect(other) or best
    support = [w for w in told if (w.start, w.end) == (best.start, best.end)]
    return min(support, key=lambda w: _BASIS[w.basis], default=best)


def _overtaken(when: DateRange, reports: Sequence[Meeting | MilitaryExercise]) -> bool:
    """Was it only planned for these days ("between May 5 and 7") and began on a later one, as all
    agree who told of it then?
    """
    came = [r.when for r in reports if r.when and r.status in ("ongoing", "held")]
    if when.days == 1 or any(w.basis == "inferred" and w.days > 1 for w in came) or len(came) < 3:
        return False
    first = {w.start for w in came}
    return len(first) == 1 and when.start < first.pop() <= when.end
