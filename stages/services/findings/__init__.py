"""Acts on findings: drafted by the team, issued by its leader, answered by the unit, closed by the leader."""

from stages.services.findings.answers import acknowledge_finding, answer_suggestion, dispute_finding
from stages.services.findings.disputes import amend_finding, uphold_finding
from stages.services.findings.drafts import discard_draft, draft_finding, save_draft
from stages.services.findings.exchange import share_draft, take_back_sharing
from stages.services.findings.exemplars import recommend_exemplar
from stages.services.findings.given import FindingGiven
from stages.services.findings.issuing import close_finding, issue_finding, withdraw_finding
from stages.services.findings.rebounds import reopen_finding
from stages.services.findings.remarks import write_remark
from stages.services.findings.returning import send_back_draft
from stages.services.findings.set_aside import set_aside_draft, take_up_draft
from stages.services.findings.several import issue_to_several

__all__ = [
    "FindingGiven",
    "acknowledge_finding",
    "amend_finding",
    "answer_suggestion",
    "close_finding",
    "discard_draft",
    "dispute_finding",
    "draft_finding",
    "issue_finding",
    "issue_to_several",
    "recommend_exemplar",
    "reopen_finding",
    "save_draft",
    "send_back_draft",
    "set_aside_draft",
    "share_draft",
    "take_back_sharing",
    "take_up_draft",
    "uphold_finding",
    "withdraw_finding",
    "write_remark",
]
