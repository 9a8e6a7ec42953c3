"""Names of months and weekdays as ``plain`` words, full and short, in many languages."""

from typing import Final

_NAMES: Final = """
    january jan januar janner janvier janv januari enero ene gennaio gen janeiro leden ledna led
    styczen stycznia sty tammikuu tammikuuta januara ianuarie ian ocak januaris sausio jaanuar
    jaan sijecanj sijecnja января янв январь січня ιανουαριου ιαν tammik
    |february feb februar feber fevrier fevr fev februari febrero febbraio fevereiro unor unora
    uno luty lutego lut helmikuu helmikuuta februara februarie subat februaris vasario veebruar
    pebruari veljace veljaca февраля фев февр февраль лютого φεβρουαριου φεβ helmik
    |march mar marz maerz mrz mars maart mrt marzo marco brezen brezna bre marzec marca maaliskuu
    maaliskuuta marts martie mart marcius marc kovo ozujka ozujak maret mac марта мар март березня
    μαρτιου μαρ maalisk
    |april apr avril avr abril abr aprile duben dubna dub kwiecien kwietnia kwi huhtikuu
    huhtikuuta aprila aprilie aprilis nisan nis balandzio aprill travnja travanj апреля апр апрель
    квітня απριλιου απρ huhtik
    |may mai mei mayo maggio mag maio kveten kvetna kve maj maja toukokuu toukokuuta mayis majus
    geguzes svibnja svibanj мая маи травня μαιου μαι toukok
    |june jun juni juin junio giugno giu junho cerven cervna czerwiec czerwca cze kesakuu
    kesakuuta iunie iun haziran haz junius birzelio junijs juuni lipnja июня июн июнь червня
    ιουνιου ιουν kesak
    |july jul juli juillet juil julio luglio lug julho cervenec cervence lipiec lipca lip heinakuu
    heinakuuta iulie iul temmuz tem julius liepos julijs juuli srpnja июля июл июль липня ιουλιου
    ιουλ heinak
    |august aug aout augustus agosto ago srpen srpna srp sierpien sierpnia sie augusti elokuu
    elokuuta agustos agu augusztus rugpjucio augusts kolovoza kolovoz agustus ogos августа авг
    август серпня αυγουστου αυγ elok
    |september sep sept septembre septiembre setiembre settembre set setembro zari zar wrzesien
    wrzesnia wrz syyskuu syyskuuta septembra septembrie eylul eyl szeptember szept rugsejo
    septembris rujna rujan сентября сен сент сентябрь вересня σεπτεμβριου σεπ syysk
    |october oct oktober okt octobre octubre ottobre ott outubro out rijen rijna rij pazdziernik
    pazdziernika paz lokakuu lokakuuta oktobra octombrie ekim eki spalio oktobris октября окт
    октябрь жовтня οκτωβριου οκτ lokak
    |november nov novembre noviembre novembro listopad listopadu listopada lis marraskuu marraskuuta
    novembra noiembrie kasim kas lapkricio novembris studenoga studeni nopember ноября ноя нояб
    ноябрь листопада νοεμβριου νοε marrask
    |december dec dezember dez decembre diciembre dic dicembre dezembro prosinec prosince pro
    grudzien grudnia gru joulukuu joulukuuta desember des decembra decembrie aralik ara gruodzio
    decembris prosinca disember декабря дек декабрь грудня δεκεμβριου δεκ jouluk
"""

MONTHS: Final = {
    name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()
}
"""Month number by name; ``listopad`` is November as in Czech and Polish, not October."""

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
