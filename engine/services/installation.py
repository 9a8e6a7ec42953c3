"""One open installation: everything that screens, API and programs can have done.

What has an idea of its own is done in ``processing``; here it is put together and named.
"""

from engine.services.admission import Admission
from engine.services.arrivals import Arrivals
from engine.services.attachments import Attaching
from engine.services.boards import Boards
from engine.services.contents import Contents
from engine.services.corrections import Corrections
from engine.services.document_center import DocumentCenter
from engine.services.exploring import Exploring
from engine.services.hand_matching import HandMatching
from engine.services.listing import Listing
from engine.services.oversight import Oversight
from engine.services.periods import PeriodClosing
from engine.services.permissions import guarded
from engine.services.questions import Questions
from engine.services.rereading import Rereading
from engine.services.rules import OwnRules
from engine.services.runs import Runs
from engine.services.spot_checks import SpotChecks
from engine.services.teamwork import Teamwork
from engine.services.watching import Watching


@guarded
class Services(
    DocumentCenter,
    Admission,
    Oversight,
    Arrivals,
    Attaching,
    Contents,
    Listing,
    Corrections,
    OwnRules,
    Runs,
    HandMatching,
    PeriodClosing,
    Questions,
    Exploring,
    Boards,
    Teamwork,
    SpotChecks,
    Watching,
    Rereading,
):
    """One installation, open. Every method may be called from any thread."""
