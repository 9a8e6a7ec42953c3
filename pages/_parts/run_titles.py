"""What runs are called where one is chosen: when, and what came of them."""

from collections import Counter
from collections.abc import Iterable

from engine.presentation import moment, number, percent
from engine.services import ReconciliationLine
from pages._parts.uploads import zone


def run_titles(
    runs: Iterable[ReconciliationLine], *, with_threshold: bool = False
) -> dict[str, str]:
    """A title for each run by its id, in their order; no two are the same.

    A list of choices knows them by their titles, so that equal ones could not be told apart.
    """
    seen: Counter[str] = Counter()
    titles = {}
    for run in runs:
        title = (
            f"{moment(run.reconciliation_timestamp, zone())} · "
            f"{number(run.total_matches_found)} matched, "
            f"{number(run.partial_matches)} to look at"
        )
        if with_threshold:
            title += f", from {percent(float(run.confidence_threshold))}"
        seen[title] += 1
        again = f" ({seen[title]})" if seen[title] > 1 else ""
        titles[run.reconciliation_id] = title + again
    return titles
