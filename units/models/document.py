"""Documents that the platform prints from a frozen snapshot."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import StoredFile, User
from units.enums import DocumentKind, DocumentState
from units.models.case import Case
from units.models.files import CaseFile


class Document(models.Model):
    """One paper: its snapshot is what was decided on, its file is the truth about its looks."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=30, choices=DocumentKind)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True, help_text="Document number (发文字号), if it has one")
    edition = models.PositiveSmallIntegerField(default=1)
    snapshot = models.TextField(help_text="Canonical JSON")
    snapshot_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=DocumentState, default=DocumentState.PREPARING)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="document")
    sha256 = models.CharField(max_length=64, blank=True)
    engine = models.TextField(blank=True, help_text="Versions of the renderer and its fonts, canonical JSON")
    created_at = models.DateTimeField(default=clock.now)
    ready_at = models.DateTimeField(null=True)
    superseded_at = models.DateTimeField(null=True, help_text="The act that it rests on was revoked")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[DocumentState.READY, DocumentState.SUPERSEDED],
                    file__isnull=False,
                    ready_at__isnull=False,
                )
                & ~Q(sha256="")
                | ~Q(state__in=[DocumentState.READY, DocumentState.SUPERSEDED])
                & Q(file=None, ready_at=None, sha256=""),
                name="ready_document_has_file_and_hash",
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.SUPERSEDED, superseded_at__isnull=False)
                | ~Q(state=DocumentState.SUPERSEDED) & Q(superseded_at=None),
                name="superseded_document_is_stamped",
            ),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="document_number_used_once"),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentPage(models.Model):
    """A picture of one page, shown beside the decision."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField()
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="document_page")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="page_number_once_per_document"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"


class DocumentOriginal(models.Model):
    """The scan of the stamped paper (原件) that belongs to a document, with the number that the paper bears."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="originals")
    file = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="original_of")
    paper_number = models.CharField(max_length=60)
    dated_on = models.DateField()
    attached_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attached_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(withdrawn_at=None), name="one_original_per_document"
            ),
            models.CheckConstraint(condition=~Q(paper_number=""), name="original_bears_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_original_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.paper_number


class NumberSeries(models.Model):
    """Numbers of an organ's papers in one year, counted without gaps."""

    organ = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organ", "year"], name="one_series_per_organ_and_year"),
        ]

    def __str__(self) -> str:
        return f"{self.organ}〔{self.year}〕"
