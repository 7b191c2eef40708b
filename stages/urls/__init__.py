"""Addresses of this app, a file for each noun that has many; acts are verbs at the end."""

from django.urls import include, path

from stages.views import appraisal, discussions, entry, overview, taken_back, timeline

urlpatterns = [
    path("cases/<int:case_id>/", overview.case, name="case"),
    path("cases/<int:case_id>/enter/", entry.enter, name="enter"),
    path("cases/<int:case_id>/profile/", entry.profile, name="profile"),
    path("cases/<int:case_id>/profile/confirm/", entry.profile_confirm, name="profile_confirm"),
    path("cases/<int:case_id>/plan/", include("stages.urls.plans")),
    path("cases/<int:case_id>/timeline/", timeline.timeline, name="timeline"),
    path("cases/<int:case_id>/findings/", include("stages.urls.findings")),
    path("cases/<int:case_id>/rectifications/", include("stages.urls.rectifications")),
    path("cases/<int:case_id>/gates/", include("stages.urls.gates")),
    path(
        "cases/<int:case_id>/assessments/<int:assessment_id>/take-back/",
        taken_back.gate_take_back,
        name="gate_take_back",
    ),
    path("cases/<int:case_id>/make-up/", include("stages.urls.make_up")),
    path("cases/<int:case_id>/discussions/<str:matter>/new/", discussions.discussion_new, name="discussion_new"),
    path("cases/<int:case_id>/transition/", include("stages.urls.transitions")),
    path("cases/<int:case_id>/extensions/", include("stages.urls.extensions")),
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
]
