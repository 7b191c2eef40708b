"""Addresses of findings."""

from django.urls import path

from stages.views import finding_answers, finding_drafts, finding_exchange, finding_several, findings

urlpatterns = [
    path("", findings.findings, name="findings"),
    path("new/", finding_drafts.finding_new, name="finding_new"),
    path("<int:finding_id>/", findings.finding, name="finding"),
    path("<int:finding_id>/edit/", finding_drafts.finding_edit, name="finding_edit"),
    path("<int:finding_id>/discard/", finding_drafts.finding_discard, name="finding_discard"),
    path("<int:finding_id>/issue/", finding_drafts.finding_issue, name="finding_issue"),
    path("<int:finding_id>/acknowledge/", finding_answers.finding_acknowledge, name="finding_acknowledge"),
    path("<int:finding_id>/dispute/", finding_answers.finding_dispute, name="finding_dispute"),
    path("<int:finding_id>/answer/", finding_answers.finding_answer, name="finding_answer"),
    path("<int:finding_id>/uphold/", finding_answers.finding_uphold, name="finding_uphold"),
    path("<int:finding_id>/withdraw/", finding_answers.finding_withdraw, name="finding_withdraw"),
    path("<int:finding_id>/close/", finding_answers.finding_close, name="finding_close"),
    path("<int:finding_id>/measures/new/", finding_answers.rectification_new, name="rectification_new"),
    path("<int:finding_id>/share/", finding_exchange.finding_share, name="finding_share"),
    path("<int:finding_id>/unshare/", finding_exchange.finding_unshare, name="finding_unshare"),
    path("<int:finding_id>/set-aside/", finding_exchange.finding_set_aside, name="finding_set_aside"),
    path("<int:finding_id>/take-up/", finding_exchange.finding_take_up, name="finding_take_up"),
    path(
        "<int:finding_id>/issue-to-several/", finding_several.finding_issue_to_several, name="finding_issue_to_several"
    ),
    path("<int:finding_id>/send-back/", finding_exchange.finding_send_back, name="finding_send_back"),
    path("<int:finding_id>/recommend/", finding_exchange.finding_recommend, name="finding_recommend"),
    path("<int:finding_id>/remark/", finding_exchange.finding_remark, name="finding_remark"),
    path("<int:finding_id>/amend/", finding_answers.finding_amend, name="finding_amend"),
    path("<int:finding_id>/reopen/", finding_answers.finding_reopen, name="finding_reopen"),
]
