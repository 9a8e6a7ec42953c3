"""Names of months and weekdays as ``plain`` words, full and short, in the languages of Europe."""

from typing import Final

_NAMES: Final = """
    january jan januar janner janvier janv januari enero ene gennaio gen janeiro leden ledna led
    styczen stycznia sty tammikuu tammikuuta
    |february feb februar feber fevrier fevr fev februari febrero febbraio fevereiro unor unora uno
    luty lutego lut helmikuu helmikuuta
    |march mar marz maerz mrz mars maart mrt marzo marco brezen brezna bre marzec marca
    maaliskuu maaliskuuta marts
    |april apr avril avr abril abr aprile duben dubna dub kwiecien kwietnia kwi huhtikuu huhtikuuta
    |may mai mei mayo maggio mag maio kveten kvetna kve maj maja toukokuu toukokuuta
    |june jun juni juin junio giugno giu junho cerven cervna czerwiec czerwca cze kesakuu kesakuuta
    |july jul juli juillet juil julio luglio lug julho cervenec cervence lipiec lipca lip heinakuu
    heinakuuta
    |august aug aout augustus agosto ago srpen srpna srp sierpien sierpnia sie augusti elokuu
    elokuuta
    |september sep sept septembre septiembre setiembre settembre set setembro zari zar wrzesien
    wrzesnia wrz syyskuu syyskuuta
    |october oct oktober okt octobre octubre ottobre ott outubro out rijen rijna rij pazdziernik
    pazdziernika paz lokakuu lokakuuta
    |november nov novembre noviembre novembro listopad listopadu lis marraskuu marraskuuta
    |december dec dezember dez decembre diciembre dic dicembre dezembro prosinec prosince pro
    grudzien grudnia gru joulukuu joulukuuta desember des
"""

MONTHS: Final = {
    name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()
}
"""Month number by name; ``listopad`` is November as in Czech and Polish."""

_DAY_NAMES: Final = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes
    miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo segunda terca quarta
    quinta sexta pondeli utery streda ctvrtek patek sobota nedele poniedzialek wtorek sroda czwartek
    piatek niedziela mandag tirsdag onsdag torsdag fredag lordag sondag tisdag maanantai tiistai
    keskiviikko torstai perjantai lauantai sunnuntai den le el il on
"""
WEEKDAYS: Final = frozenset(_DAY_NAMES.split())
"""Names of days, and the small words that may stand before a date in their place."""
