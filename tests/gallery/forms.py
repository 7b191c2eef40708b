"""A form with one field of each kind."""

from django import forms

from tests.gallery.words import say


class EveryKind(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.CharField(label=say("Topic", "主题"), max_length=60)
        self.fields["held_on"] = forms.DateField(
            label=say("Date", "日期"), widget=forms.DateInput(attrs={"type": "date"})
        )
        self.fields["minutes"] = forms.IntegerField(
            label=say("Minutes", "时长（分钟）"),
            min_value=1,
            max_value=720,
            help_text=say("One session has at most 720 minutes.", "一次不超过 720 分钟。"),
        )
        self.fields["kind"] = forms.ChoiceField(
            label=say("Kind", "类别"),
            choices=[("", "---------"), ("study", say("Collective study", "集体学习"))],
        )
        self.fields["scope"] = forms.ChoiceField(
            label=say("Held by", "组织者"),
            widget=forms.RadioSelect,
            choices=[("unit", say("The unit", "单位组织")), ("branch", say("The branches", "各支部分别"))],
        )
        self.fields["reading"] = forms.MultipleChoiceField(
            label=say("Required reading covered", "必读篇目"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[
                ("charter", say("The Party charter", "《党章》")),
                ("opinions", say("The implementation opinions", "《实施意见》")),
            ],
        )
        self.fields["late"] = forms.BooleanField(label=say("Entered afterwards", "补录"), required=False)
        self.fields["gist"] = forms.CharField(
            label=say("What was done", "内容"),
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=say("Practice and facts, no names of persons.", "写做法和事实，不写个人姓名。"),
        )
        self.fields["file"] = forms.FileField(
            label=say("Evidence", "佐证材料"),
            widget=forms.FileInput(attrs={"accept": ".pdf, .docx, .jpg, .png"}),
        )
        self.fields["file"].max_bytes = 20 * 1024 * 1024


class Filters(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"] = forms.CharField(label=say("Unit", "单位"), required=False)
        self.fields["stage"] = forms.ChoiceField(
            label=say("Stage", "阶段"), required=False, choices=[("", say("Any", "不限"))]
        )


class Login(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"] = forms.CharField(label=say("Username", "用户名"))
        self.fields["password"] = forms.CharField(label=say("Password", "密码"), widget=forms.PasswordInput)


class NewPassword(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(label=say("One-time code", "一次性激活码"))
        self.fields["first"] = forms.CharField(
            label=say("New password", "新密码"),
            widget=forms.PasswordInput,
            help_text=say("At least 12 characters.", "至少 12 个字符。"),
        )
        self.fields["second"] = forms.CharField(label=say("The same again", "再输一次"), widget=forms.PasswordInput)
