"""What a form says about a field that was left empty: what to do, not only that it has to be done."""

from django import forms

from koers.web.formulier import Formulier


class Proef(Formulier):
    dag = forms.DateField()
    keuze = forms.ChoiceField(choices=[("a", "a")])
    keuzes = forms.MultipleChoiceField(choices=[("a", "a")])
    vinkje = forms.BooleanField()
    bestand = forms.FileField()
    tekst = forms.CharField()
    aantal = forms.IntegerField()
    eigen = forms.CharField(error_messages={"required": "Schrijf op wie dit doet."})
    hoeft_niet = forms.CharField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["later"] = forms.CharField()  # as forms do that ask as much as there is


def test_an_empty_field_says_how_to_mend_it_by_its_kind():
    said = {naam: fouten[0] for naam, fouten in Proef({}).errors.items() if naam != "formulier_id"}
    assert said == {
        "dag": "Vul een dag in.",
        "keuze": "Maak een keuze.",
        "keuzes": "Maak een keuze.",
        "vinkje": "Zet hier een vinkje.",
        "bestand": "Kies een bestand.",
        "tekst": "Vul dit in.",
        "aantal": "Vul dit in.",
        "eigen": "Schrijf op wie dit doet.",
        "later": "Vul dit in.",
    }
