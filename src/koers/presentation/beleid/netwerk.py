"""Working together: bodies and how they connect, tasks by scale, projects, scenarios, the time line."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.policy import Ontbreekt
from koers.policy.kinds.money import Capaciteitsvraag, Inzet
from koers.policy.kinds.organisation import Gremium, Project, Verbinding
from koers.policy.kinds.scenarios import Scenario
from koers.policy.kinds.timeline import Gebeurtenis
from koers.presentation.beleid.delen import (
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    Tabel,
    Tabelrij,
    Woord,
    exact,
    lijst,
    links,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.koers import grouped
from koers.presentation.beleid.woorden import (
    GEBEURTENISSEN,
    GREMIUMSOORTEN,
    GREMIUMSTATUS,
    INGEVULD,
    VERBINDINGSTAAT,
)
from koers.presentation.opmaak import datum
from koers.presentation.woorden import ROLLEN


def gremia(om: Omgeving) -> tuple[Groep, ...]:
    """The bodies, by scale."""
    titels = {schaal.id: taal(schaal.naam) for schaal in om.beleid.schalen.values()}
    return grouped(((een.schaal, _gremium(een, om)) for een in om.beleid.gremia.values()), titels)


def _gremium(een: Gremium, om: Omgeving) -> Onderdeel:
    soort, woord = GREMIUMSTATUS[een.status]
    bevoegd = {True: _("ja"), False: _("nee"), None: ""}[een.besluitbevoegd]
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.doel),
        merken=(Merk(soort, str(woord)),),
        velden=velden(
            veld(_("Soort"), str(GREMIUMSOORTEN[een.soort])),
            veld(_("Wie"), een.leden),
            veld(_("Rollen in Koers"), ", ".join(str(ROLLEN[rol]) for rol in een.rollen)),
            veld(_("Hoe vaak"), _times(een.keren_per_jaar)),
            veld(_("Mag besluiten"), bevoegd),
            links(_("Bereidt voor"), om.noemen("gremia", een.bereidt_voor)),
            links(_("Splitst in"), om.noemen("gremia", een.splitst_in)),
            veld(_("Tijdelijk"), _("ja") if een.tijdelijk else ""),
            veld(_("Sinds"), een.sinds),
            veld(_("Tot"), een.tot),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def _times(keren: int | None) -> str:
    if keren is None:
        return ""
    return ngettext("%(keren)s keer per jaar", "%(keren)s keer per jaar", keren) % {"keren": keren}


def schalen(om: Omgeving) -> tuple[Groep, ...]:
    """The scales, with the bodies of each."""
    delen = []
    for een in om.beleid.schalen.values():
        daar = [gremium.id for gremium in om.beleid.gremia.values() if gremium.schaal == een.id]
        gevonden = velden(links(_("Gremia"), om.noemen("gremia", daar)))
        delen.append(
            Onderdeel(
                een.id,
                f"{een.nr}. {taal(een.naam)}",
                taal(een.uitleg),
                velden=gevonden,
                afkomst=om.afkomst(een.herkomst),
            )
        )
    return (Groep("", tuple(delen)),)


def verbindingen(om: Omgeving) -> tuple[Groep, ...]:
    """The links between bodies; what is missing first, because that is to be mended."""
    titels = {
        staat: str(VERBINDINGSTAAT[staat][1]).capitalize() for staat in ("ontbreekt", "zwak", "aanwezig")
    }
    return grouped(((een.staat, _verbinding(een, om)) for een in om.beleid.verbindingen.values()), titels)


def _verbinding(een: Verbinding, om: Omgeving) -> Onderdeel:
    soort, woord = VERBINDINGSTAAT[een.staat]
    van, naar = om.noem("gremia", een.van), om.noem("gremia", een.naar)
    return Onderdeel(
        een.id,
        _("Van %(van)s naar %(naar)s") % {"van": van.tekst, "naar": naar.tekst},
        taal(een.wat),
        merken=(Merk(soort, str(woord)),),
        velden=velden(links(_("Gremia"), (van, naar)), veld(_("Vindplaats"), om.bron(een.vindplaats))),
    )


def taakverdelingen(om: Omgeving) -> tuple[Groep, ...]:
    """Which task belongs on which scale."""
    return (
        Groep(
            "",
            tuple(
                Onderdeel(
                    een.id,
                    taal(een.naam),
                    taal(een.toelichting),
                    velden=velden(
                        links(_("Hoort bij scenario"), (om.noem("scenarios", een.scenario),)),
                        *(
                            lijst(
                                om.noem("schalen", deel.schaal).tekst,
                                [taal(taak.naam) for taak in deel.taken],
                            )
                            for deel in een.schalen
                        ),
                    ),
                    afkomst=om.afkomst(een.herkomst),
                )
                for een in om.beleid.taakverdelingen.values()
            ),
        ),
    )


def projecten(om: Omgeving) -> tuple[Groep, ...]:
    """The projects of the transformation."""
    return (Groep("", tuple(_project(een, om) for een in om.beleid.projecten.values())),)


def _project(een: Project, om: Omgeving) -> Onderdeel:
    hub = een.gezinnen_per_hub
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        merken=(Merk("goed", _("structureel")),) if een.structureel else (),
        velden=velden(
            veld(_("Stand"), f"{taal(een.stand.tekst)} ({taal(een.stand.peil)})" if een.stand else ""),
            veld(_("Afronding"), een.afronding),
            veld(_("Klaar op"), datum(een.doel_gereed) if een.doel_gereed else ""),
            veld(
                _("Inzet"),
                _("%(uren)s uur per week") % {"uren": exact(een.uren_per_week)} if een.uren_per_week else "",
            ),
            veld(_("Over die uren"), een.uren_toelichting),
            veld(_("Verplicht als"), een.verplicht_als),
            veld(_("Gezinnen per groep"), f"{hub.van}–{hub.tot_en_met}" if hub else ""),
            veld(
                _("Tot en met leeftijd"),
                _("%(leeftijd)s jaar") % {"leeftijd": een.leeftijd_tot_en_met}
                if een.leeftijd_tot_en_met
                else "",
            ),
            links(
                _("Onderdeel van"), om.noemen("projecten", [een.onderdeel_van] if een.onderdeel_van else [])
            ),
            links(_("Dossierhouder"), om.noemen("gremia", [een.dossierhouder] if een.dossierhouder else [])),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def dossiers(om: Omgeving) -> tuple[Groep, ...]:
    """The subjects that the region works on."""
    return (
        Groep(
            "",
            tuple(
                Onderdeel(een.id, taal(een.naam), taal(een.wat), afkomst=om.afkomst(een.herkomst))
                for een in om.beleid.dossiers.values()
            ),
        ),
    )


def capaciteit(om: Omgeving) -> tuple[Groep, ...]:
    """Hours asked, and whether they are there."""
    return (Groep("", tuple(_capaciteit(een, om) for een in om.beleid.capaciteit.values())),)


def _capaciteit(een: Capaciteitsvraag, om: Omgeving) -> Onderdeel:
    merken: tuple[Merk, ...] = ()
    if not isinstance(een.ingevuld, Ontbreekt):
        soort, woord = INGEVULD[een.ingevuld]
        merken = (Merk(soort, str(woord)),)
    uren = (
        taal(een.inzet) if isinstance(een.inzet, Ontbreekt) else "; ".join(_hours(deel) for deel in een.inzet)
    )
    return Onderdeel(
        een.id,
        taal(een.taak),
        merken=merken,
        velden=velden(
            veld(_("Uren"), uren),
            veld(_("Geld"), een.financiering),
            veld(_("Actie"), een.actie),
            links(_("Dossier"), om.noemen("dossiers", [een.dossier] if een.dossier else [])),
            links(_("Project"), om.noemen("projecten", [een.project] if een.project else [])),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def _hours(deel: Inzet) -> str:
    """ "24 tot 32 uur per week, 6 maanden lang"."""
    woorden = {"uren": exact(deel.uren), "tot": exact(deel.uren_tot) if deel.uren_tot else ""}
    if deel.per == "week":
        zin = _("%(uren)s tot %(tot)s uur per week") if deel.uren_tot else _("%(uren)s uur per week")
    else:
        zin = _("%(uren)s tot %(tot)s uur per maand") if deel.uren_tot else _("%(uren)s uur per maand")
    if deel.maanden is None:
        return zin % woorden
    lang = ngettext("%(maanden)s maand lang", "%(maanden)s maanden lang", deel.maanden)
    return f"{zin % woorden}, {lang % {'maanden': deel.maanden}}"


def scenarios(om: Omgeving) -> tuple[Groep, ...]:
    """Today's situation, and the ways to go on."""
    titels = {"nu": _("Zoals het nu is"), "straks": _("Zoals het kan worden")}
    return grouped(
        (("straks" if een.toekomst else "nu", _scenario(een, om)) for een in om.beleid.scenarios.values()),
        titels,
    )


def _scenario(een: Scenario, om: Omgeving) -> Onderdeel:
    varianten = [
        _("%(naam)s: niveau %(van)s tot en met %(tot)s")
        % {"naam": taal(deel.naam), "van": deel.van_niveau, "tot": deel.tot_en_met_niveau}
        for deel in een.varianten
    ]
    intensiteit = "" if een.intensiteit is None else _("%(hoe)s van 10") % {"hoe": een.intensiteit}
    return Onderdeel(
        een.id,
        f"{een.nr}. {taal(een.naam)}" if een.toekomst else taal(een.naam),
        taal(een.ambitie),
        merken=(Merk("goed", _("advies van 2022")),) if een.advies else (),
        velden=velden(
            lijst(_("Samen in Drenthe"), een.op_drentse_schaal),
            veld(_("De inkoopregio’s"), een.taken_inkoopregios),
            lijst(_("Voor"), een.voor),
            lijst(_("Tegen"), een.tegen),
            lijst(_("Varianten"), varianten),
            veld(_("Vraagt"), een.vraagt),
            veld(_("Hoe nauw de samenwerking is"), intensiteit),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def scenariokader(om: Omgeving) -> tuple[Groep, ...]:
    """What scenarios are weighed by."""
    kader = om.beleid.scenariokader
    maten = [Onderdeel(een.id, taal(een.naam), taal(een.uitleg)) for een in kader.criteria]
    keuzes = [Onderdeel(een.id, taal(een.vraag), taal(een.uitleg)) for een in kader.keuzes]
    altijd = Onderdeel(
        kader.id,
        taal(kader.naam),
        taal(kader.toelichting),
        velden=velden(lijst(_("Geldt altijd"), kader.geldt_altijd)),
        afkomst=om.afkomst(kader.herkomst),
    )
    return (
        Groep(_("Het kader"), (altijd,)),
        Groep(_("Criteria"), tuple(maten)),
        Groep(_("Keuzes die erachter liggen"), tuple(keuzes)),
    )


def wiel(om: Omgeving) -> tuple[Groep, ...]:
    """The statements of the wheel by part, and the question to partners."""
    kader = om.beleid.wiel
    groepen = [
        Groep(
            taal(deel.naam),
            tuple(Onderdeel(een.id, taal(een.naam), taal(een.stelling)) for een in deel.indicatoren),
        )
        for deel in kader.categorieen
    ]
    partners = kader.partners
    woorden = {"hoogste": partners.hoogste, "vanaf": partners.voldoende_vanaf}
    eerst = Onderdeel(
        kader.id,
        taal(kader.naam),
        taal(kader.toelichting),
        velden=velden(
            lijst(
                _("Schaal"), [f"{nummer}. {taal(een)}" for nummer, een in enumerate(kader.schaal, start=1)]
            ),
            veld(_("Groepen verschillen vanaf"), exact(kader.verschil_vanaf)),
            veld(_("Vraag aan partners"), partners.vraag),
            veld(_("Cijfer"), _("1 tot en met %(hoogste)s; voldoende vanaf %(vanaf)s") % woorden),
            lijst(_("Soorten partners"), [een.naam for een in partners.soorten]),
        ),
        vragen=vragen(kader.open_vragen),
        afkomst=om.afkomst(kader.herkomst),
    )
    return (Groep(_("Het kader"), (eerst,)), *groepen)


def tijdlijn(om: Omgeving, besloten: Iterable[tuple[date, Tabelrij]] = ()) -> tuple[Groep, ...]:
    """What happened, in one table by year, as precise as the source.

    `besloten`: days with rows of what meetings decided since, between the others.
    """
    gebeurtenissen = om.beleid.tijdlijn.values()
    tabel = Tabel(
        (_("Wanneer"), _("Wat"), _("Soort"), _("Wie"), _("Hoort bij"), _("Bron")),
        tuple(_events(om, besloten)),
        bijschrift=_("De tijdlijn, van vroeger naar later"),
    )
    open_vragen = tuple(paar for een in gebeurtenissen for paar in vragen(een.open_vragen))
    return (Groep("", (Onderdeel("alles", _("Van vroeger naar later"), tabel=tabel, vragen=open_vragen),)),)


def _events(om: Omgeving, besloten: Iterable[tuple[date, Tabelrij]]) -> Iterator[Tabelrij]:
    dated = [(een.datum.vanaf, _event(een, om)) for een in om.beleid.tijdlijn.values()]
    jaar = 0
    for dag, regel in sorted([*dated, *besloten], key=lambda paar: paar[0]):
        if dag.year != jaar:
            jaar = dag.year
            yield Tabelrij((Woord(str(jaar)),), f"jaar-{jaar}", tussenkop=True)
        yield regel


def _event(een: Gebeurtenis, om: Omgeving) -> Tabelrij:
    soort = str(GEBEURTENISSEN[een.soort])
    if een.datum.vanaf > om.today:
        soort = _("%(soort)s, nog niet gebeurd") % {"soort": soort}
    gremium = om.noemen("gremia", [een.gremium] if een.gremium else [])
    indicator = om.noemen("indicatoren", [een.indicator] if een.indicator else [])
    hoort_bij = (*gremium, *indicator, Woord("–"))[0]
    wie = taal(een.door) or "–"
    return rij(when(een), taal(een.wat), soort, wie, hoort_bij, om.bron(een.vindplaats), anker=een.id)


def when(een: Gebeurtenis) -> str:
    """The date in words, no more precise than the source; and that it gives no end, where that is so."""
    dag = taal(een.datum)
    if een.datum.tot_en_met is None:
        return _("%(dag)s (de bron geeft geen einde)") % {"dag": dag}
    return dag
