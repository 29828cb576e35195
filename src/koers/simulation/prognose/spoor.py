"""How each stay came about: new, at once after another, back after a pause, or beside another. Compiled."""

from koers.simulation.prognose.toeval import compiled, inlined

NIEUW, AANSLUITEND, TERUG, ERNAAST = 0, 1, 2, 3
GEEN = -1
AANSLUITEN = 3  # days between two stays that still counts as moving on
TERUGZIEN = 50  # so many earlier stays of a person are looked at


@compiled
def trace_persons(grenzen, begin, einde, pauze, soort, ouder, vervolg, sluit):
    """Fills the last four, of stays in order of person and first day. `grenzen`: where each person begins,
    and the end of the last."""
    for p in range(len(grenzen) - 1):
        van, tot = grenzen[p], grenzen[p + 1]
        langst = van
        for i in range(van, tot):
            gat = begin[i] - einde[langst]
            if i > van and gat > 0:
                sluit[langst] = gat > AANSLUITEN
            soort[i], ouder[i] = _origin(begin, einde, vervolg, van, i, pauze)
            if soort[i] == AANSLUITEND or soort[i] == TERUG:
                vervolg[ouder[i]] = i
            if einde[i] >= einde[langst]:
                langst = i
        sluit[langst] = True


@inlined
def _origin(begin, einde, vervolg, van, i, pauze):
    naast = voor = GEEN
    for j in range(max(van, i - TERUGZIEN), i):
        if einde[j] > begin[i]:
            naast = j
        elif vervolg[j] == GEEN and (voor == GEEN or einde[j] >= einde[voor]):
            voor = j
    gat = begin[i] - einde[voor] if voor != GEEN else pauze + 1
    if voor != GEEN and gat <= AANSLUITEN:
        return AANSLUITEND, voor
    if naast != GEEN:
        return ERNAAST, naast
    if voor != GEEN and gat <= pauze:
        return TERUG, voor
    return NIEUW, GEEN
