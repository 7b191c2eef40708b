"""Cases that are not entered yet wait for their team by a row, like every other duty."""

from django.db import migrations

ENTER, TEAM, RANK = "units.enter", "TEAM", 5


def open_duties(apps, schema_editor):
    Case, Todo = apps.get_model("units", "Case"), apps.get_model("units", "Todo")
    Assignment = apps.get_model("units", "Assignment")
    for case in Case.objects.filter(entered_on=None, closed_on=None):
        sent = Assignment.objects.filter(case=case, ended_at=None).first()
        since = sent.started_at if sent else case.opened_at
        Todo.objects.create(case=case, kind=ENTER, key=ENTER, party=TEAM, rank=RANK, since=since)
        case.holder, case.holder_since, case.holder_reason = TEAM, since, ENTER
        case.save(update_fields=["holder", "holder_since", "holder_reason"])


class Migration(migrations.Migration):
    dependencies = [("units", "0002_the_whole_road")]

    operations = [migrations.RunPython(open_duties, migrations.RunPython.noop)]
