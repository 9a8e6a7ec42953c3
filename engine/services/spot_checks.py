"""Second looks at a sample of what went through unchanged, and what they say of the rest."""

from engine.processing.spot_checks import Population, SpotCheck, SpotFigure
from engine.services.rooms import Rooms


class SpotChecks(Rooms):
    """What can be done with samples."""

    def spot_checks(self) -> tuple[SpotCheck, ...]:
        """Every sample, the newest first."""
        return self._spot_checks.checks()

    def spot_figures(self) -> tuple[SpotFigure, ...]:
        """What all samples say together, by population."""
        return self._spot_checks.figures()

    def spot_check_totals(self) -> dict[Population, int]:
        """How many things of each population went through unchanged and were not drawn yet."""
        return self._spot_checks.totals()

    def draw_spot_check(
        self,
        population: Population,
        *,
        share: float | None = None,
        count: int | None = None,
        seed: int | None = None,
        by: str | None = None,
    ) -> SpotCheck:
        """Set a new sample aside: a share of all, or so many; the same ones for the same seed.

        Raises:
            InvalidInputError: the size is out of its range, or nothing is left to draw.
        """
        return self._spot_checks.draw(
            population, share=share, count=count, seed=seed, by=self._name(by)
        )

    def judge_spot(
        self,
        check_id: str,
        item_id: str,
        is_right: bool | None,
        note: str = "",
        *,
        by: str | None = None,
    ) -> SpotCheck:
        """Say what the second look at one thing found; None takes it back.

        Raises:
            NotFoundError: it was not drawn.
            InvalidInputError: the person accepted it themselves, or does not say what is wrong.
        """
        return self._spot_checks.judge(
            check_id, item_id, is_right, note, by=self._name(by), alone=self._me() is None
        )
