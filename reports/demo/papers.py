"""Files that the demo's units hand in: the implementation plan as .docx or .pdf, and attendance as .xlsx."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from openpyxl import Workbook

from reports.demo import data
from reports.demo.data import UnitData
from reports.demo.days import Days
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


def problems_of(unit: UnitData) -> list[dict[str, str]]:
    """The problems that the unit sets out to solve: one of each category."""
    return [row for row in data.texts()["problem"] if unit.kind in row.get("kinds", [unit.kind])]


def plan_upload(unit: UnitData, days: Days, extension: str) -> SimpleUploadedFile:
    """The unit's plan as a file that is uploaded."""
    paper = plan_paper(unit, days)
    content = plan_pdf(paper) if extension == "pdf" else plan_docx(paper)
    name = data.filled(data.texts()["plan_file"], days, unit=unit.zh)
    return SimpleUploadedFile(f"{name}.{extension}", content)


def plan_paper(unit: UnitData, days: Days) -> PlanPaper:
    """The plan's words: the outline, with the unit's own problems in their place."""
    words, facts = data.texts()["plan"], data.facts_of(unit, days)
    lines = [
        data.filled(words["problem_line"], days, **(problem | {"due": data.filled(f"{{{problem['due']}}}", days)}))
        for problem in problems_of(unit)
    ]
    sections = [
        Section(
            row["heading"],
            [data.filled(text, days, **facts) for text in row["paragraphs"]] + (lines if "problems" in row else []),
        )
        for row in words["section"]
    ]
    return PlanPaper(
        title=data.filled(words["title"], days, **facts),
        intro=data.filled(words["intro"], days, **facts),
        sections=sections,
        schedule_title=words["schedule_title"],
        schedule_columns=words["schedule_columns"],
        schedule=[[data.filled(cell, days) for cell in row] for row in words["schedule"]],
    )


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
