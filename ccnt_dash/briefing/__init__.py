"""What is there to tell of a period, in which order, and how is it written down for a reader elsewhere?"""

from ccnt_dash.briefing.decide import Decision, decided
from ccnt_dash.briefing.issue import Issue
from ccnt_dash.briefing.make import briefed, of_issue
from ccnt_dash.briefing.write import FORMATS, written

__all__ = ["FORMATS", "Decision", "Issue", "briefed", "decided", "of_issue", "written"]
