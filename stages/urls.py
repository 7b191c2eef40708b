"""Addresses of this app, grouped by noun; acts are verbs at the end."""

from django.urls import path

from stages.views import (
    appraisal,
    decisions,
    discussions,
    entry,
    extensions,
    filing,
    finding_answers,
    finding_drafts,
    finding_exchange,
    finding_several,
    findings,
    gates,
    inspections,
    make_up,
    overview,
    plans,
    rectifications,
    reviews,
    revocations,
    taken_back,
    timeline,
    transitions,
)
from units.enums import PlanKind

urlpatterns = [
    path("cases/<int:case_id>/", overview.case, name="case"),
    path("cases/<int:case_id>/enter/", entry.enter, name="enter"),
    path("cases/<int:case_id>/profile/", entry.profile, name="profile"),
    path("cases/<int:case_id>/profile/confirm/", entry.profile_confirm, name="profile_confirm"),
    path("cases/<int:case_id>/plan/", plans.plan, name="plan"),
    path(
        "cases/<int:case_id>/plan/rectification/",
        plans.plan,
        {"kind": PlanKind.RECTIFICATION},
        name="plan_rectification",
    ),
    path("cases/<int:case_id>/plan/<int:version_id>/review/", plans.plan_review, name="plan_review"),
    path("cases/<int:case_id>/plan/<int:version_id>/take-back/", plans.plan_take_back, name="plan_take_back"),
    path("cases/<int:case_id>/timeline/", timeline.timeline, name="timeline"),
    path("cases/<int:case_id>/findings/", findings.findings, name="findings"),
    path("cases/<int:case_id>/findings/new/", finding_drafts.finding_new, name="finding_new"),
    path("cases/<int:case_id>/findings/<int:finding_id>/", findings.finding, name="finding"),
    path("cases/<int:case_id>/findings/<int:finding_id>/edit/", finding_drafts.finding_edit, name="finding_edit"),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/discard/", finding_drafts.finding_discard, name="finding_discard"
    ),
    path("cases/<int:case_id>/findings/<int:finding_id>/issue/", finding_drafts.finding_issue, name="finding_issue"),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/acknowledge/",
        finding_answers.finding_acknowledge,
        name="finding_acknowledge",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/dispute/",
        finding_answers.finding_dispute,
        name="finding_dispute",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/answer/", finding_answers.finding_answer, name="finding_answer"
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/uphold/", finding_answers.finding_uphold, name="finding_uphold"
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/withdraw/",
        finding_answers.finding_withdraw,
        name="finding_withdraw",
    ),
    path("cases/<int:case_id>/findings/<int:finding_id>/close/", finding_answers.finding_close, name="finding_close"),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/measures/new/",
        finding_answers.rectification_new,
        name="rectification_new",
    ),
    path("cases/<int:case_id>/rectifications/", rectifications.rectifications, name="rectifications"),
    path(
        "cases/<int:case_id>/rectifications/<int:rectification_id>/",
        rectifications.rectification,
        name="rectification",
    ),
    path(
        "cases/<int:case_id>/rectifications/<int:rectification_id>/plan/",
        rectifications.rectification_plan,
        name="rectification_plan",
    ),
    path(
        "cases/<int:case_id>/rectifications/<int:rectification_id>/report/",
        rectifications.rectification_report,
        name="rectification_report",
    ),
    path(
        "cases/<int:case_id>/rectifications/<int:rectification_id>/verify/",
        rectifications.rectification_verify,
        name="rectification_verify",
    ),
    path(
        "cases/<int:case_id>/rectifications/<int:rectification_id>/reopen/",
        rectifications.rectification_reopen,
        name="rectification_reopen",
    ),
    path("cases/<int:case_id>/gates/", gates.gates, name="gates"),
    path("cases/<int:case_id>/gates/inspections/new/", inspections.inspection_new, name="inspection_new"),
    path("cases/<int:case_id>/gates/<int:gate_id>/", gates.gate, name="gate"),
    path("cases/<int:case_id>/gates/<int:gate_id>/assess/", gates.gate_assess, name="gate_assess"),
    path(
        "cases/<int:case_id>/assessments/<int:assessment_id>/take-back/",
        taken_back.gate_take_back,
        name="gate_take_back",
    ),
    path("cases/<int:case_id>/make-up/<int:task_id>/", make_up.make_up_task, name="make_up_task"),
    path("cases/<int:case_id>/make-up/<int:task_id>/answer/", make_up.make_up_answer, name="make_up_answer"),
    path("cases/<int:case_id>/make-up/<int:task_id>/clear/", make_up.make_up_clear, name="make_up_clear"),
    path("cases/<int:case_id>/make-up/<int:task_id>/return/", make_up.make_up_return, name="make_up_return"),
    path("cases/<int:case_id>/discussions/<str:matter>/new/", discussions.discussion_new, name="discussion_new"),
    path("cases/<int:case_id>/transition/", transitions.transition, name="transition"),
    path("cases/<int:case_id>/transition/look-back/", transitions.look_back, name="look_back"),
    path("cases/<int:case_id>/transition/draft/", transitions.transition_draft, name="transition_draft"),
    path("cases/<int:case_id>/transition/<int:request_id>/edit/", transitions.transition_edit, name="transition_edit"),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/submit/",
        transitions.transition_submit,
        name="transition_submit",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/submit-for/",
        filing.transition_submit_for,
        name="transition_submit_for",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/withdraw/",
        transitions.transition_withdraw,
        name="transition_withdraw",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/review/", reviews.transition_review, name="transition_review"
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/decide/", decisions.transition_decide, name="transition_decide"
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/approve/",
        decisions.transition_approve,
        name="transition_approve",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/return/",
        decisions.transition_return,
        name="transition_return",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/revoke/",
        revocations.transition_revoke,
        name="transition_revoke",
    ),
    path("cases/<int:case_id>/extensions/new/", extensions.extension_new, name="extension_new"),
    path(
        "cases/<int:case_id>/extensions/<int:extension_id>/opine/", extensions.extension_opine, name="extension_opine"
    ),
    path(
        "cases/<int:case_id>/extensions/<int:extension_id>/decide/",
        extensions.extension_decide,
        name="extension_decide",
    ),
    path(
        "cases/<int:case_id>/extensions/<int:extension_id>/refuse/",
        extensions.extension_refuse,
        name="extension_refuse",
    ),
    path(
        "cases/<int:case_id>/extensions/<int:extension_id>/withdraw/",
        extensions.extension_withdraw,
        name="extension_withdraw",
    ),
    path("cases/<int:case_id>/on-the-spot/", appraisal.on_the_spot, name="on_the_spot"),
    path("cases/<int:case_id>/samplings/new/", appraisal.sampling_new, name="sampling_new"),
    path(
        "cases/<int:case_id>/samplings/<int:sampling_id>/withdraw/",
        appraisal.sampling_withdraw,
        name="sampling_withdraw",
    ),
    path("cases/<int:case_id>/guidance/select/", appraisal.guidance_select, name="guidance_select"),
    path("cases/<int:case_id>/guidance/<int:guidance_id>/give/", appraisal.guidance_give, name="guidance_give"),
    path(
        "cases/<int:case_id>/guidance/<int:guidance_id>/release/",
        appraisal.guidance_release,
        name="guidance_release",
    ),
    path("cases/<int:case_id>/surveys/new/", appraisal.survey_new, name="survey_new"),
    path("cases/<int:case_id>/surveys/<int:survey_id>/withdraw/", appraisal.survey_withdraw, name="survey_withdraw"),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/share/",
        finding_exchange.finding_share,
        name="finding_share",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/unshare/",
        finding_exchange.finding_unshare,
        name="finding_unshare",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/set-aside/",
        finding_exchange.finding_set_aside,
        name="finding_set_aside",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/take-up/",
        finding_exchange.finding_take_up,
        name="finding_take_up",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/issue-to-several/",
        finding_several.finding_issue_to_several,
        name="finding_issue_to_several",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/send-back/",
        finding_exchange.finding_send_back,
        name="finding_send_back",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/recommend/",
        finding_exchange.finding_recommend,
        name="finding_recommend",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/remark/",
        finding_exchange.finding_remark,
        name="finding_remark",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/amend/",
        finding_answers.finding_amend,
        name="finding_amend",
    ),
    path(
        "cases/<int:case_id>/findings/<int:finding_id>/reopen/",
        finding_answers.finding_reopen,
        name="finding_reopen",
    ),
]
