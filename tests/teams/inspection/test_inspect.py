"""Good files of every accepted kind come through, and what comes out is what may be stored."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile

from teams.inspection import EVIDENCE_FILES, PHOTO_FILES, PLAN_FILES, inspect
from tests.samples import GOOD, docx, pdf, uploaded


@pytest.mark.parametrize(
    ("accepted", "extensions"),
    [
        (PLAN_FILES, "doc docx ofd pdf wps"),
        (PHOTO_FILES, "jpeg jpg png webp"),
        (EVIDENCE_FILES, "doc docx jpeg jpg ofd pdf png webp wps xls xlsx"),
    ],
)
def test_it_accepts_plans_photos_and_evidence(accepted, extensions):
    assert " ".join(sorted(accepted)) == extensions


@pytest.mark.parametrize("extension", sorted(EVIDENCE_FILES))
def test_it_accepts_a_good_file_of_every_kind(extension):
    inspected = inspect(uploaded(f"实施方案.{extension}"), accept=EVIDENCE_FILES)

    assert inspected.name == f"实施方案.{extension}"
    assert inspected.extension == extension
    assert "/" in inspected.content_type


@pytest.mark.parametrize("extension", sorted(EVIDENCE_FILES))
def test_it_measures_what_will_be_stored(extension):
    inspected = inspect(uploaded(f"实施方案.{extension}"), accept=EVIDENCE_FILES)

    assert inspected.content.tell() == 0
    content = inspected.content.read()
    assert inspected.size == len(content)
    assert inspected.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("extension", sorted(EVIDENCE_FILES - PHOTO_FILES))
def test_it_leaves_documents_as_they_came(extension):
    sent = GOOD[extension]()

    assert inspect(uploaded(f"plan.{extension}", sent), accept=EVIDENCE_FILES).content.read() == sent


def test_it_takes_the_content_type_from_its_own_table():
    upload = uploaded("plan.pdf")
    upload.content_type = "text/html"

    assert inspect(upload, accept=PLAN_FILES).content_type == "application/pdf"


def test_it_reads_the_extension_in_any_case():
    inspected = inspect(uploaded("PLAN.DocX", docx()), accept=PLAN_FILES)

    assert (inspected.name, inspected.extension) == ("PLAN.DocX", "docx")


def test_it_reads_an_upload_that_was_read_before():
    upload = uploaded("plan.pdf")
    upload.read()

    assert inspect(upload, accept=PLAN_FILES).size == len(pdf())


def test_it_takes_what_django_keeps_on_disk_and_what_programs_make():
    on_disk = TemporaryUploadedFile("plan.pdf", "application/pdf", 0, None)
    on_disk.write(pdf())
    with on_disk:
        assert inspect(on_disk, accept=PLAN_FILES).content.read() == pdf()
    assert inspect(ContentFile(pdf(), name="plan.pdf"), accept=PLAN_FILES).content.read() == pdf()
