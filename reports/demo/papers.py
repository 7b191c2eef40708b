"""Files that the demo's units hand in: the implementation plan as .docx or .pdf, and attendance as .xlsx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from openpyxl import Workbook

from reports.demo import data
from reports.demo.data import UnitData
from reports.demo.story import Story
from reports.rendering.pdf import set_html


@dataclass(frozen=True)
class Section:
    heading: str
    paragraphs: list[str]


@dataclass(frozen=True)
class PlanPaper:
    """A plan as its unit writes it."""

    title: str
    intro: str
    sections: list[Section]
    schedule_title: str
    schedule_columns: list[str]
    schedule: list[list[str]]


def problems_of(unit: UnitData) -> list[dict[str, Any]]:
    """The problems that the unit sets out to solve: one of each category."""
    return [row for row in data.texts()["problem"] if unit.kind in row.get("kinds", [unit.kind])]


def plan_upload(story: Story, extension: str) -> SimpleUploadedFile:
    """The unit's plan as a file that is uploaded."""
    paper = plan_paper(story)
    content = plan_pdf(paper) if extension == "pdf" else plan_docx(paper)
    return SimpleUploadedFile(f"{story.words(data.texts()['plan_words']['file'])}.{extension}", content)


def plan_paper(story: Story) -> PlanPaper:
    """The plan's words: the outline, with the unit's own problems in their place."""
    words = data.texts()["plan"]
    lines = [_problem_line(story, problem) for problem in problems_of(story.unit)]
    sections = [
        Section(
            row["heading"],
            [story.words(text) for text in row["paragraphs"]] + (lines if "problems" in row else []),
        )
        for row in words["section"]
    ]
    return PlanPaper(
        title=story.words(words["title"]),
        intro=story.words(words["intro"]),
        sections=sections,
        schedule_title=words["schedule_title"],
        schedule_columns=words["schedule_columns"],
        schedule=[[story.words(cell) for cell in row] for row in words["schedule"]],
    )


def _problem_line(story: Story, problem: Mapping[str, Any]) -> str:
    due = story.words(f"{{+{problem['due']}}}")
    return story.words(data.texts()["plan"]["problem_line"], **{**problem, "due": due})


def plan_docx(paper: PlanPaper) -> bytes:
    """The plan as Word writes it."""
    document = docx.Document()
    document.add_heading(paper.title, level=0)
    document.add_paragraph(paper.intro)
    for section in paper.sections:
        document.add_heading(section.heading, level=1)
        for text in section.paragraphs:
            document.add_paragraph(text)
    document.add_heading(paper.schedule_title, level=1)
    table = document.add_table(rows=0, cols=len(paper.schedule_columns), style="Table Grid")
    for row in (paper.schedule_columns, *paper.schedule):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def plan_pdf(paper: PlanPaper) -> bytes:
    """The plan as a PDF, in the documents' own fonts."""
    html = render_to_string("reports/pdf/demo_plan.html", {"paper": paper})
    content, _replaced = set_html(html, ("page.css", "review.css"))
    return content


def attendance_upload(*row: str | int) -> SimpleUploadedFile:
    """Who was expected and who came, as counts: no list of names."""
    words = data.texts()["activities"]
    book = Workbook()
    sheet = book.create_sheet(words["sheet_file"], 0)
    sheet.append(words["sheet_columns"])
    sheet.append(row)
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile(f"{words['sheet_file']}.xlsx", out.getvalue())
