"""Acts on findings: drafted by the team, issued by its leader, answered by the unit, closed by the leader."""

from stages.services.findings.answers import acknowledge_finding, answer_suggestion, dispute_finding
from stages.services.findings.drafts import discard_draft, draft_finding, save_draft
from stages.services.findings.given import FindingGiven
from stages.services.findings.issuing import close_finding, issue_finding, uphold_finding, withdraw_finding

__all__ = [
    "FindingGiven",
    "acknowledge_finding",
    "answer_suggestion",
    "close_finding",
    "discard_draft",
    "dispute_finding",
    "draft_finding",
    "issue_finding",
    "save_draft",
    "uphold_finding",
    "withdraw_finding",
]
