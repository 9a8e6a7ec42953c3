"""How probable it is that what was read is right: features of each value, weighed by a model.

The features say in words what speaks for a value and against it; the model's weights are fitted by
``tools/fit_extraction.py`` to documents whose values are known.
"""

from engine.extraction.invoices.confidence.judge import Judgement, judge
from engine.extraction.invoices.confidence.model import Model, Reason, load_model
from engine.extraction.invoices.confidence.signals import Signals, field_signals, line_signals

__all__ = [
    "Judgement",
    "Model",
    "Reason",
    "Signals",
    "field_signals",
    "judge",
    "line_signals",
    "load_model",
]
