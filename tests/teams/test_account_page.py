"""The page about one's own account."""

from teams.services.codes import issue_code


def test_it_says_who_one_is_in_team_and_unit(cast, client):
    client.force_login(cast.leader)
    answer = client.get("/account/")
    assert f"{cast.team.name_zh} · 组长" in answer.text
    client.force_login(cast.liaison)
    assert "石桥县委 · 联络员" in client.get("/account/").text


def test_it_lists_the_resets(cast, client):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    client.force_login(cast.member)
    assert "办公室工作人员于" in client.get("/account/").text


def test_it_reads_in_english(cast, client):
    client.force_login(cast.leader)
    answer = client.get("/account/", headers={"accept-language": "en"})
    assert f"{cast.team.name_en} · Leader" in answer.text
