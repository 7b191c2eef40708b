"""Who acts, for what mandate, and the ledger of acts."""

from teams.models.activation_code import ActivationCode
from teams.models.campaign import Batch, Campaign
from teams.models.job import Job
from teams.models.ledger import AuditEntry, LedgerIsAppendOnly
from teams.models.mandate import Delegation, Mandate
from teams.models.meeting import Meeting
from teams.models.notification import Notification
from teams.models.stored_file import StoredFile
from teams.models.team import Membership, Team
from teams.models.user import User

__all__ = [
    "ActivationCode",
    "AuditEntry",
    "Batch",
    "Campaign",
    "Delegation",
    "Job",
    "LedgerIsAppendOnly",
    "Mandate",
    "Meeting",
    "Membership",
    "Notification",
    "StoredFile",
    "Team",
    "User",
]
