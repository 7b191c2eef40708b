"""What a unit does, and what it counts for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActivityKind(models.TextChoices):
    MOBILISATION = "MOBILISATION", _("Mobilisation meeting")
    STUDY_SESSION = "STUDY_SESSION", _("Study session")
    DISCUSSION = "DISCUSSION", _("Discussion and exchange")
    PARTY_LECTURE = "PARTY_LECTURE", _("Party lecture")
    SPECIAL_REPORT = "SPECIAL_REPORT", _("Thematic report")
    BRANCH_STUDY = "BRANCH_STUDY", _("Leaders' study in their branch")
    CENTRAL_GROUP = "CENTRAL_GROUP", _("Central study group")
    SOLICITING = "SOLICITING", _("Soliciting opinions")
    SELF_ANALYSIS = "SELF_ANALYSIS", _("Self-analysis")
    HEART_TO_HEART = "HEART_TO_HEART", _("Heart-to-heart talks")
    ORGANISATIONAL_LIFE = "ORGANISATIONAL_LIFE", _("Organisational-life meeting")
    DEMOCRATIC_LIFE = "DEMOCRATIC_LIFE", _("Democratic-life meeting")
    DEMOCRATIC_APPRAISAL = "DEMOCRATIC_APPRAISAL", _("Democratic appraisal")
    INDIVIDUAL_MEASURES = "INDIVIDUAL_MEASURES", _("Members' own rectification measures")


class SolicitingMethod(models.TextChoices):
    """Row 64: the five methods; 等 allows others."""

    ONE_TO_ONE_TALK = "ONE_TO_ONE_TALK", _("One-to-one talks")
    SYMPOSIUM = "SYMPOSIUM", _("Symposium")
    GRASSROOTS_VISIT = "GRASSROOTS_VISIT", _("Grassroots visit")
    OPINION_FORM = "OPINION_FORM", _("Opinion forms")
    SUGGESTION_BOX = "SUGGESTION_BOX", _("Suggestion box")
    OTHER = "OTHER", _("Other")


class OpinionSource(models.TextChoices):
    """Who was heard, as a group; never who (row 26)."""

    MEMBERS = "MEMBERS", pgettext_lazy("opinion source", "Party members")
    CADRES = "CADRES", _("Cadres")
    PUBLIC = "PUBLIC", _("The public")


class Organiser(models.TextChoices):
    """Who held it: only what reaches every member counts as collective study of the unit."""

    UNIT = "UNIT", _("Whole unit")
    BRANCHES = "BRANCHES", _("Series of all branches")
    GROUP = "GROUP", _("Part of the unit")


class ActivityState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("activity", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("activity", "To be verified")
    RETURNED = "RETURNED", pgettext_lazy("activity", "Returned")
    VERIFIED = "VERIFIED", pgettext_lazy("activity", "Verified")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("activity", "Withdrawn")


class CheckChoice(models.TextChoices):
    """What the team says of one activity among many; with figures of its own it is verified on its own page."""

    AS_DECLARED = "AS_DECLARED", _("The figures are right as declared")
    RETURN = "RETURN", _("Return to the unit")


class Measure(models.TextChoices):
    """What one figure of an activity measures; minutes and counts, whole numbers."""

    MINUTES = "MINUTES", _("Duration")
    EXPECTED = "EXPECTED", _("Members expected")
    ATTENDED = "ATTENDED", _("Members present")
    LEADERS_EXPECTED = "LEADERS_EXPECTED", _("Leading cadres expected")
    LEADERS_ATTENDED = "LEADERS_ATTENDED", _("Leading cadres present")
    BRANCHES_TOTAL = "BRANCHES_TOTAL", _("Branches in all")
    BRANCHES_HELD = "BRANCHES_HELD", _("Branches that held it")
    TIMES = "TIMES", _("Times")
    PEOPLE = "PEOPLE", _("People heard")
    OPINIONS = "OPINIONS", _("Opinions gathered")
    SUBSTANTIVE = "SUBSTANTIVE", _("Opinions of substance")
    TALKS = "TALKS", _("Talks")
    MEMBERS_TOTAL = "MEMBERS_TOTAL", _("Members in all")
    MEMBERS_DONE = "MEMBERS_DONE", _("Members who have done it")


class Quantity(models.TextChoices):
    """Sums over the figures of a case's activities; nobody types a total."""

    STUDY_MINUTES = "STUDY_MINUTES", _("Collective study")
    CONCENTRATED_DAYS = "CONCENTRATED_DAYS", _("Concentrated study days")
    DISCUSSIONS = "DISCUSSIONS", _("Discussions and exchanges")
    LEADERS_BRANCH_STUDY = "LEADERS_BRANCH_STUDY", _("Leaders' study in their branch")
    CENTRAL_GROUP_STUDY = "CENTRAL_GROUP_STUDY", _("Study of the central group")
    MOBILISATION = "MOBILISATION", _("Mobilisation meeting")
    SOLICITING_METHODS = "SOLICITING_METHODS", _("Methods of soliciting opinions")
    SELF_ANALYSIS_PERCENT = "SELF_ANALYSIS_PERCENT", _("Members who completed their self-analysis")
    HEART_TO_HEART_TALKS = "HEART_TO_HEART_TALKS", _("Heart-to-heart talks")
    BRANCH_MEETINGS_PERCENT = "BRANCH_MEETINGS_PERCENT", _("Branches that held their organisational-life meeting")
    DEMOCRATIC_LIFE_MEETINGS = "DEMOCRATIC_LIFE_MEETINGS", _("Democratic-life meetings")
    INDIVIDUAL_MEASURES_PERCENT = "INDIVIDUAL_MEASURES_PERCENT", _("Members whose measures are complete")
