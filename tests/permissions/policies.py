"""Who gets which status at every address: a dozen policies, and for each address of the resolver its policy.

A policy says, by principal, the exact status of GET and of POST of a form in which nothing is filled in, on rows that
stand where the act begins. Everything else follows from the kind of address: whoever is not named by a policy of a
case may not know of the case (404); PUT and DELETE are nobody's (405); without login there is only the way to the
login page (302), but for public addresses.
"""

from dataclasses import dataclass, field
from functools import partial

from tests.permissions import building_world as world
from tests.permissions.building_world import Given
from tests.stages import building_findings as findings
from tests.stages import building_plans as plans
from tests.units import building_activities as activities
from tests.units import building_records as records

UNIT = ("liaison", "secretary")
TEAM = ("member", "leader")
OFFICE = ("director", "clerk")
OF_CASE = UNIT + TEAM + OFFICE
OUTSIDERS = ("other_leader", "other_liaison", "parent_liaison", "stranger")
EVERYBODY = OF_CASE + OUTSIDERS
# Who else has a side of the same kind: for them the other case is foreign. The office sees both.
SIDED = UNIT + TEAM

SHOWN, DONE, SENT_ON = 200, 302, 302
INVALID, FORBIDDEN, UNKNOWN, NO_METHOD = 400, 403, 404, 405


def by(*, otherwise: int, **people: int) -> dict[str, int]:
    """Statuses by principal; outsiders know of no case."""
    return dict.fromkeys(OF_CASE, otherwise) | dict.fromkeys(OUTSIDERS, UNKNOWN) | people


def allowing(names: tuple[str, ...], status: int, *, otherwise: int = FORBIDDEN, hidden: tuple[str, ...] = ()):
    """`status` for those named, 404 for those from whom the row is hidden, `otherwise` for the rest of the case."""
    return by(otherwise=otherwise, **dict.fromkeys(hidden, UNKNOWN), **dict.fromkeys(names, status))


NOBODY = dict.fromkeys(EVERYBODY, NO_METHOD)


@dataclass(frozen=True)
class Policy:
    """The statuses of GET and POST by principal; `public` addresses answer without login, too."""

    name: str
    get: dict[str, int]
    post: dict[str, int]
    anonymous: dict[str, int] = field(default_factory=lambda: {"get": SENT_ON, "post": SENT_ON})


def page_of(name: str, *people: str, hidden: tuple[str, ...] = ()) -> Policy:
    """A page that is only read."""
    return Policy(name, allowing(people, SHOWN, hidden=hidden), NOBODY)


def form_of(name: str, *people: str, empty: int = INVALID, hidden: tuple[str, ...] = ()) -> Policy:
    """A page with a form, which has its own reasons against one in which nothing is filled in."""
    return Policy(name, allowing(people, SHOWN, hidden=hidden), allowing(people, empty, hidden=hidden))


def act_of(name: str, *people: str, empty: int = INVALID, hidden: tuple[str, ...] = ()) -> Policy:
    """An act without a page of its own."""
    return Policy(name, NOBODY, allowing(people, empty, hidden=hidden))


def everybody(status: int) -> dict[str, int]:
    return dict.fromkeys(EVERYBODY, status)


def only(status: int, *people: str, otherwise: int) -> dict[str, int]:
    """Outside any case: nobody is an outsider."""
    return everybody(otherwise) | dict.fromkeys(people, status)


NOT_UNIT = TEAM + OFFICE  # those from whom the unit's drafts are hidden

# What belongs to oneself, and the way in.
LOG_IN = Policy("log in", everybody(SENT_ON), everybody(SENT_ON), {"get": SHOWN, "post": INVALID})
LOG_OUT = Policy("log out", NOBODY, everybody(DONE), {"get": NO_METHOD, "post": DONE})
ACTIVATE = Policy("activate", everybody(SHOWN), everybody(INVALID), {"get": SHOWN, "post": INVALID})
LANGUAGE = Policy("language", everybody(SENT_ON), everybody(DONE), {"get": SENT_ON, "post": DONE})
OWN_PAGE = Policy("own page", everybody(SHOWN), NOBODY)
OWN_FORM = Policy("own form", everybody(SHOWN), everybody(INVALID))
OWN_ACT = Policy("own act", NOBODY, everybody(INVALID))
# The accounts of units and teams: the office reads, the clerk acts.
ACCOUNT_LIST = Policy("account list", only(SHOWN, *OFFICE, otherwise=FORBIDDEN), NOBODY)
ACCOUNT_PAGE = Policy("account page", only(SHOWN, *OFFICE, otherwise=UNKNOWN), NOBODY)
ISSUE_CODE = Policy("issue a code", NOBODY, only(SHOWN, "clerk", otherwise=UNKNOWN) | {"director": FORBIDDEN})
WITHDRAW_CODE = Policy("withdraw a code", NOBODY, only(DONE, "clerk", otherwise=UNKNOWN) | {"director": FORBIDDEN})
# Pages of a case.
CASE_PAGE = page_of("page of a case", *OF_CASE)
TEAM_PAPER = page_of("working paper", *NOT_UNIT, hidden=UNIT)
# Acts of a side.
UNIT_FORM = form_of("unit writes", *UNIT)
UNIT_DRAFT = form_of("unit's draft", *UNIT, hidden=NOT_UNIT)
UNIT_ACT = act_of("unit acts", *UNIT)
TEAM_FORM = form_of("team writes", *TEAM)
TEAM_DRAFT = form_of("team's draft", *TEAM, hidden=UNIT)
TEAM_ACT = act_of("team acts", *TEAM)
LEADER_FORM = form_of("leader judges", "leader")
SECRETARY_ACT = act_of("secretary acts", "secretary")
DIRECTOR_PAGE = page_of("decision desk", "director")
LEADER_DRAFT = form_of("leader withdraws the team's own", "leader", hidden=UNIT)
SECRETARY_FORM = form_of("secretary asks", "secretary")
DIRECTOR_FORM = form_of("director decides on a form", "director")
DIRECTOR_ACT = act_of("director decides", "director")

# Who acts in whose place: of a team it is that team's and the office's, of a unit also its own.
TEAM_DELEGATIONS = page_of("delegations of a team", *NOT_UNIT, hidden=UNIT)
LEADER_DELEGATES = form_of("leader or office", "leader", *OFFICE, hidden=UNIT)
SECRETARY_DELEGATES = form_of("secretary or office", "secretary", *OFFICE)

AT_ONCE = partial(act_of, empty=DONE)  # acts that ask for nothing but the person
SECRETARY_HANDS_IN = act_of("secretary hands in", "secretary", hidden=NOT_UNIT)

UNIT_FILES_FOR_SECRETARY = form_of("liaison hands in for the secretary", "liaison", hidden=NOT_UNIT)

URLS: dict[str, tuple[Policy, Given]] = {
    "set_language": (LANGUAGE, world.nothing),
    "login": (LOG_IN, world.nothing),
    "logout": (LOG_OUT, world.nothing),
    "activate": (ACTIVATE, world.nothing),
    "home": (OWN_PAGE, world.nothing),
    "cases": (OWN_PAGE, world.nothing),
    "account": (OWN_PAGE, world.nothing),
    "password_change": (OWN_FORM, world.nothing),
    "notices": (OWN_PAGE, world.nothing),
    "notices_read": (OWN_ACT, world.nothing),
    "accounts": (ACCOUNT_LIST, world.nothing),
    "account_codes": (ACCOUNT_PAGE, world.account),
    "account_issue_code": (ISSUE_CODE, world.account),
    "account_withdraw_code": (WITHDRAW_CODE, world.account_with_code),
    # acting for another
    "team_delegations": (TEAM_DELEGATIONS, world.of_team),
    "team_delegation_new": (LEADER_DELEGATES, world.leaders_post),
    "team_delegation_end": (LEADER_DELEGATES, world.delegation),
    "unit_delegations": (CASE_PAGE, world.of_unit),
    "unit_delegation_new": (SECRETARY_DELEGATES, world.secretarys_post),
    "unit_delegation_end": (
        form_of("secretary, office or delegate", *UNIT, *OFFICE),
        world.unit_delegation,
    ),
    # division of work
    "division": (page_of("team's own business", *NOT_UNIT), world.of_case),
    "division_begin": (AT_ONCE("leader divides", "leader"), world.member),
    "division_end": (AT_ONCE("leader divides", "leader"), world.division),
    # the unit's records
    "activities": (CASE_PAGE, world.of_case),
    "activity": (CASE_PAGE, world.activity(activities.submitted)),
    "activity_new": (UNIT_FORM, world.of_case),
    "activity_series": (UNIT_FORM, world.of_case),
    "activity_paste": (UNIT_FORM, world.of_case),
    "activities_hand_in": (UNIT_FORM, world.pile(activities.drafted)),
    "activities_check": (TEAM_FORM, world.pile(activities.submitted)),
    "activity_edit": (UNIT_DRAFT, world.activity(activities.drafted)),
    "activity_submit": (act_of("unit hands in", *UNIT, hidden=NOT_UNIT), world.activity(activities.drafted)),
    "activity_withdraw": (UNIT_ACT, world.activity(activities.submitted)),
    "activity_discard": (act_of("unit hands in", *UNIT, hidden=NOT_UNIT), world.activity(activities.drafted)),
    "activity_attach": (UNIT_ACT, world.activity(activities.submitted)),
    "activity_file_remove": (AT_ONCE("unit takes away", *UNIT, hidden=NOT_UNIT), world.photo_of_draft),
    "activity_verify": (TEAM_FORM, world.activity(activities.submitted)),
    "activity_return": (TEAM_ACT, world.activity(activities.submitted)),
    "activity_take_back": (form_of("who verified takes back", *TEAM), world.activity(activities.verified)),
    "activity_correct": (form_of("who verified corrects", *TEAM), world.activity(activities.verified)),
    "opinions": (CASE_PAGE, world.of_case),
    "opinion_new": (UNIT_FORM, world.of_case),
    "opinion_withdraw": (UNIT_FORM, world.opinion),
    "regulations": (CASE_PAGE, world.of_case),
    "regulation_new": (UNIT_FORM, world.of_case),
    "regulation_verify": (act_of("team verifies a rule", *TEAM), world.regulation(records.made_rule)),
    "regulation_take_back": (
        form_of("who verified takes back", *TEAM),
        world.regulation(records.verified_rule),
    ),
    "regulation_withdraw": (UNIT_FORM, world.regulation(records.made_rule)),
    "case_file": (CASE_PAGE, world.photo),
    "case_photo": (CASE_PAGE, world.photo),
    # documents
    "documents": (CASE_PAGE, world.of_case),
    "document": (TEAM_PAPER, world.review),
    "document_page": (CASE_PAGE, world.page_of_reply),
    "document_file": (CASE_PAGE, world.printed_reply),
    "original_attach": (form_of("office attaches", *OFFICE), world.printed_reply),
    "original_withdraw": (form_of("office withdraws", *OFFICE), world.original),
    "document_try_again": (AT_ONCE("try again", "leader", *OFFICE), world.failed_reply),
    # the case
    "case": (CASE_PAGE, world.of_case),
    "timeline": (CASE_PAGE, world.of_case),
    "enter": (LEADER_FORM, world.before_entry),
    "profile": (
        Policy("profile", allowing(OF_CASE, SHOWN), allowing(UNIT, INVALID)),
        world.of_case,
    ),
    "profile_confirm": (act_of("team confirms", *TEAM), world.profile_to_confirm),
    # the plan
    "plan": (CASE_PAGE, world.of_case),
    "plan_new": (UNIT_FORM, world.plan_returned),
    "plan_file": (UNIT_DRAFT, world.plan(plans.drafted_plan)),
    "plan_problems": (form_of("unit's list", *UNIT, hidden=NOT_UNIT), world.plan(plans.drafted_plan)),
    "plan_answers": (form_of("unit's answers", *UNIT, hidden=NOT_UNIT), world.plan_to_answer),
    "plan_submit": (SECRETARY_HANDS_IN, world.plan(plans.drafted_plan)),
    "plan_withdraw": (form_of("secretary's withdrawal", "secretary"), world.plan_to_review),
    "plan_submit_for": (UNIT_FILES_FOR_SECRETARY, world.plan(plans.drafted_plan)),
    "plan_review": (LEADER_FORM, world.plan_to_review),
    "plan_take_back": (LEADER_FORM, world.plan(plans.passed_plan)),
    "plan_rectification": (CASE_PAGE, world.in_last_stage),
    "plan_rectification_new": (UNIT_FORM, world.in_last_stage),
    # findings and measures
    "findings": (CASE_PAGE, world.of_case),
    "finding": (CASE_PAGE, world.finding(findings.issued)),
    "finding_new": (TEAM_FORM, world.of_case),
    "finding_edit": (TEAM_DRAFT, world.finding(findings.drafted)),
    "finding_discard": (AT_ONCE("author discards", "member", hidden=UNIT), world.finding(findings.drafted)),
    "finding_issue": (act_of("leader issues", "leader", hidden=UNIT), world.finding(findings.drafted)),
    "finding_set_aside": (form_of("author sets aside", *TEAM, hidden=UNIT), world.finding(findings.drafted)),
    "finding_take_up": (form_of("leader takes up", "leader", hidden=UNIT), world.finding(findings.set_aside)),
    "finding_issue_to_several": (
        form_of("leader issues to several", "leader", hidden=UNIT),
        world.finding(findings.drafted),
    ),
    "finding_acknowledge": (UNIT_FORM, world.finding(findings.issued)),
    "finding_dispute": (UNIT_FORM, world.finding(findings.issued)),
    "finding_answer": (UNIT_FORM, world.finding(findings.suggested)),
    "finding_uphold": (LEADER_FORM, world.finding(findings.disputed)),
    "finding_withdraw": (LEADER_FORM, world.finding(findings.issued)),
    "finding_close": (LEADER_FORM, world.finding_to_close),
    "rectification_new": (UNIT_FORM, world.finding(findings.acknowledged)),
    "rectifications": (CASE_PAGE, world.of_case),
    "rectification": (CASE_PAGE, world.measure(findings.planned)),
    "rectification_plan": (UNIT_FORM, world.measure_to_plan),
    "rectification_report": (UNIT_FORM, world.measure(findings.planned)),
    "rectification_verify": (form_of("team verifies", *TEAM), world.measure(findings.reported)),
    "rectification_reopen": (LEADER_FORM, world.measure(findings.verified)),
    # gates
    "gates": (CASE_PAGE, world.of_case),
    "gate": (CASE_PAGE, world.gate),
    "gate_assess": (form_of("leader judges a gate", "leader"), world.gate),
    "inspection_new": (TEAM_FORM, world.of_case),
    "discussion_new": (TEAM_FORM, world.discussion),
    "make_up_task": (CASE_PAGE, world.task),
    "make_up_answer": (UNIT_ACT, world.task),
    "make_up_clear": (act_of("team clears", *TEAM), world.task_answered),
    "make_up_return": (TEAM_ACT, world.task_answered),
    # the transition
    "transition": (CASE_PAGE, world.of_case),
    "look_back": (UNIT_FORM, world.look_back),
    "transition_draft": (AT_ONCE("unit begins", *UNIT), world.ready_to_request),
    "transition_edit": (form_of("unit writes its request", *UNIT, hidden=NOT_UNIT), world.request_drafted),
    "transition_submit": (SECRETARY_HANDS_IN, world.request_drafted),
    "transition_submit_for": (UNIT_FILES_FOR_SECRETARY, world.request_drafted),
    "transition_withdraw": (SECRETARY_ACT, world.request_submitted),
    "transition_review": (LEADER_FORM, world.request_submitted),
    "transition_decide": (DIRECTOR_PAGE, world.request_reviewed),
    "transition_approve": (DIRECTOR_ACT, world.request_reviewed),
    "transition_return": (DIRECTOR_ACT, world.request_reviewed),
    "transition_revoke": (DIRECTOR_FORM, world.request_approved),
    "gate_take_back": (LEADER_FORM, world.gate_judged),
    # what the team records of the later stages
    "on_the_spot": (CASE_PAGE, world.of_case),
    "sampling_new": (TEAM_FORM, world.of_case),
    "sampling_withdraw": (LEADER_DRAFT, world.sampling),
    "guidance_select": (LEADER_FORM, world.of_case),
    "guidance_give": (TEAM_FORM, world.guidance),
    "guidance_release": (LEADER_FORM, world.guidance),
    "survey_new": (TEAM_FORM, world.of_case),
    "survey_withdraw": (LEADER_FORM, world.survey),
    # longer time
    "extension_new": (SECRETARY_FORM, world.of_case),
    "extension_opine": (LEADER_FORM, world.extension_asked),
    "extension_decide": (DIRECTOR_FORM, world.extension_supported),
    "extension_refuse": (DIRECTOR_ACT, world.extension_supported),
    "extension_withdraw": (SECRETARY_FORM, world.extension_asked),
    # findings before they are issued, and on their way back
    "finding_share": (act_of("leader shares", "leader", hidden=UNIT), world.finding(findings.drafted)),
    "finding_unshare": (LEADER_FORM, world.finding(findings.shared)),
    "finding_send_back": (form_of("leader sends back", "leader", hidden=UNIT), world.finding(findings.drafted)),
    "finding_recommend": (form_of("leader recommends", "leader", hidden=UNIT), world.finding(findings.exemplar)),
    "finding_remark": (act_of("both sides write", *SIDED), world.finding(findings.issued)),
    "finding_amend": (LEADER_FORM, world.finding(findings.disputed)),
    "finding_reopen": (LEADER_FORM, world.finding(findings.closed)),
}
