"""What somebody else read on an invoice's pages, held against what was read here. Pure."""

from engine.extraction.second_opinion.merge import Merged, weigh
from engine.extraction.second_opinion.opinion import Opinion, OpinionLine, opinions_joined

__all__ = ["Merged", "Opinion", "OpinionLine", "opinions_joined", "weigh"]
