"""What stands around the page: three people's masts."""

from tests.gallery.words import say


def item(english, chinese, icon, *, current=False, count=0):
    return {"label": say(english, chinese), "url": "#", "icon": icon, "count": count, "current": current}


def mast(name, current, *, todo=7):
    menu = [
        item("To do", "待办", "inbox", current=current == "todo", count=todo),
        item("Cases", "案卷", "folder2-open", current=current == "cases"),
        item("Findings", "督导发现", "binoculars", current=current == "findings"),
        item("Rectification ledger", "整改台账", "list-check", current=current == "ledger", count=3),
        item("Documents", "文件", "file-earmark-text", current=current == "documents"),
    ]
    return {
        "name": name,
        "campaign": say("First batch · 2005", "第一批 · 2005"),
        "menu": menu,
        "tabs": [*menu[:3], item("Me", "我的", "person")],
        "notice_count": 5,
        "notices_url": "#",
        "account_url": "#",
    }


def leader(current, **counts):
    return mast(say("Supervision team 1, leader", "第一督导组 组长"), current, **counts)


def liaison(current):
    return mast(say("Provincial Government Offices Administration, liaison", "省机关事务局 联络员"), current)


def director(current):
    return mast(say("Leading group office, director", "领导小组办公室 主任"), current)
