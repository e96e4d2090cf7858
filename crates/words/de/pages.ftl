# pages

## pages
and = und
quoted = „{ $text }“
start-link = Start
areas-page = Gebiete
methods-page = Methoden und Begriffe
data-page = Daten und Veröffentlichungen
definitions-page = Was die Definition ändert

unit-percentage-points = Prozentpunkte
group-whole = insgesamt

period-school-year = Schuljahr { $years }
period-half = { $half }. Halbjahr { $year }
period-quarter = { $quarter }. Quartal { $year }
period-day = { $day }. { $month } { $year }
period-span = { $first } bis { $last }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

said-missing = liegt nicht vor
said-withheld = nicht veröffentlicht
said-unreliable = nicht sicher genug
said-pending = folgt später
said-senseless = Aussage nicht sinnvoll
mark-provisional = vorläufig
mark-revised = berichtigt
mark-estimated = geschätzt
mark-uncertain = eingeschränkt aussagekräftig

sign-missing = fehlt
sign-explained-nothing = – genau null
sign-explained-withheld = . nicht veröffentlicht, weil unbekannt oder geheim zu halten; das heißt nicht null
sign-explained-unreliable = ( ) eingeschränkt aussagekräftig, etwa weil nur wenige Menschen dahinterstehen
sign-explained-uncertain = / nicht veröffentlicht, weil nicht sicher genug
sign-explained-pending = … folgt später
sign-explained-senseless = x Aussage nicht sinnvoll, etwa weil es niemanden gibt, auf den sich die Kennzahl bezieht
sign-explained-missing = fehlt: liegt für diese Veröffentlichung nicht vor
sign-explained-provisional = p vorläufig
sign-explained-revised = r berichtigt
sign-explained-estimated = s geschätzt

change-sentence = { $to }: { $later }; { $from }: { $earlier }; Veränderung: { $difference }.
change-since = { $difference } seit { $from }
gap-sentence = { $one } gegenüber { $other }: { $difference }.
gap-with-ratio = { $one } gegenüber { $other }: { $difference }, das { $ratio }-Fache.
share-sentence = { $group }: { $share } der Gesamtzahl.
not-comparable = nicht vergleichbar
no-spark = zu wenige Zeiträume
range = { $low } bis { $high }
spark-says = { $title }, { $area }: { $from }: { $earlier }; { $to }: { $later }.

section-changes = Was hat sich verändert?
section-rose = Gestiegen
section-fell = Gesunken
section-alone = Noch ohne Vergleich
section-fields = Handlungsfelder
section-core = Kernindikatoren
section-understanding = Was wir unter Integration verstehen
section-how = Wie wir beobachten
section-indicators = Kennzahlen
section-series = Entwicklung
section-groups = Gruppen im Vergleich
section-variables = Wonach wir unterscheiden und warum
section-areas = Gebiete
section-interpretation = Einordnung
section-definition = Was die Kennzahl sagt und was nicht
section-source = Quelle und Methode
section-downloads = Daten herunterladen
section-children = Teilgebiete
section-indicator-list = Alle Kennzahlen
section-comparison = Wie wir vergleichen
section-signs = Zeichen und Verlässlichkeit
section-protection = Wie wir Menschen hinter den Zahlen schützen
section-sources = Quellen
section-release = Diese Veröffentlichung
section-deliveries = Zugrunde liegende Lieferungen
section-files = Dateien
section-citation = So können Sie zitieren

start-summary = { $indicators ->
    [one] Eine Kennzahl
   *[other] { $indicators } Kennzahlen
} zur Integration in { $fields ->
    [one] einem Handlungsfeld
   *[other] { $fields } Handlungsfeldern
}: { $name }.
start-how = Wie
start-what = Was
start-audiences = Für wen
changes-intro = Verglichen ist jeweils der jüngste Zeitraum mit dem davor. Ob eine Veränderung erwünscht ist, lässt sich an der Zahl allein nicht ablesen.
indicator-count = { $n ->
    [one] 1 Kennzahl
   *[other] { $n } Kennzahlen
}
field-empty = In diesem Handlungsfeld ist noch keine Kennzahl festgelegt.
field-summary = { $n ->
    [one] Eine Kennzahl
   *[other] { $n } Kennzahlen
} zum Handlungsfeld { $title }.

reading-none = Für diese Kennzahl liegt noch kein Wert vor.
reading-withheld = Diese Zahl veröffentlichen wir nicht.
interpretation-none = Zu dieser Kennzahl wurde noch keine Einordnung geschrieben. Die Zahl steht für sich und sollte nicht ohne die Angaben zu Definition und Grenzen gedeutet werden.
fact-change = Veränderung seit { $from }
fact-perspective = Blickrichtung
fact-polarity = Vereinbarte Richtung
fact-steering = Einfluss der Kommune
perspective-strength = Stärke: zeigt, was gelingt
perspective-deficit = Hürde: zeigt, wo Teilhabe noch fehlt
perspective-context = Rahmen: beschreibt, ohne zu werten
polarity-higher = Mehr gilt als besser, so vereinbart.
polarity-lower = Weniger gilt als besser, so vereinbart.
polarity-none = Keine Wertung: Weder mehr noch weniger gilt als besser.
steering-own = Die Kommune kann selbst handeln.
steering-shared = Die Kommune kann gemeinsam mit anderen handeln.
steering-none = Die Kommune kann die Zahl nicht beeinflussen.
caution-small-base = Dieser Wert beruht auf weniger als { $minimum } Personen oder Fällen, oder die Quelle kennzeichnet ihn als unsicher. Er ist nur eingeschränkt aussagekräftig.
caution-unreliable = Die Quelle kennzeichnet diesen Wert als unsicher. Er ist nur eingeschränkt aussagekräftig.
note-provisional = Der jüngste Wert ist vorläufig.
note-revised = Der jüngste Wert wurde berichtigt.
note-estimated = Der jüngste Wert ist geschätzt.
note-later = { $period }: { $said }. Gezeigt wird deshalb der letzte Zeitraum, für den ein Wert vorliegt.

series-title = { $title }, { $area }, im Lauf der Zeit ({ $unit })
groups-title = { $title } nach { $breakdown }, { $area }, { $period }
areas-title = { $title }, { $plural }, { $period }
map-says = { $plural } ({ $n }): Die Werte reichen von { $range }.
map-says-nothing = { $plural }: Es liegt kein Wert vor, der sich vergleichen lässt.
map-without = { $n ->
    [one] Ein Gebiet ist keiner Klasse zugeordnet.
   *[other] { $n } Gebiete sind keiner Klasse zugeordnet.
}
map-class = { $low } bis unter { $high }
map-counts = Die Karte zeigt absolute Zahlen. Große Gebiete fallen stärker auf, auch wenn dort weniger Menschen leben.
parts-sentence = { $plural }, { $period }: { $above } über dem Wert für { $whole } insgesamt ({ $value }), { $same } gleichauf, { $below } darunter. Die Werte reichen von { $range }.
parts-left-out = { $n ->
    [one] Für ein Gebiet liegt kein Wert vor, der sich vergleichen lässt.
   *[other] Für { $n } Gebiete liegt kein Wert vor, der sich vergleichen lässt.
}
residue-note = „{ $area }“ ist im Gesamtwert enthalten und wird hier nicht verglichen.

head-period = Zeitraum
head-value = Wert ({ $unit })
head-numerator = Zähler
head-denominator = Nenner
head-gap = Abstand zum Gesamtwert
head-share = Anteil an der Gesamtzahl
head-change = Veränderung ({ $unit })
head-change-since = Veränderung
head-spark = Verlauf
head-indicator = Kennzahl
head-kind = Art
head-source = Quelle
head-provider = Stelle
head-received = Eingegangen
head-periods = Zeiträume

term-reason = Warum wir das beobachten
term-definition = Definition
term-formula = So wird gerechnet
term-limits = Was die Kennzahl nicht sagt
term-reliable = Verlässlichkeit
reliable-sentence = Werte, hinter denen weniger als { $minimum } Personen oder Fälle stehen, sind eingeklammert und nur eingeschränkt aussagekräftig.
variable-reason = Warum wir danach unterscheiden
variable-categories = Ausprägungen

kind-count = Anzahl
kind-share = Anteil
kind-rate = Quote
kind-ratio = Verhältnis
kind-mean = Durchschnitt
kind-dissimilarity = Segregationsindex
kind-diversity = Vielfaltsindex
kind-given = von der Quelle berechnet
formula-count = Anzahl: { $of }.
formula-given = Von der Quelle berechnet: { $of }.
formula-share = 100 mal { $numerator } geteilt durch { $denominator }.
formula-rate = { $per } mal { $numerator } geteilt durch { $denominator }.
formula-ratio = { $numerator } geteilt durch { $denominator }.
formula-mean = Summe { $numerator } geteilt durch Anzahl { $denominator }.
formula-dissimilarity = 50 mal die Summe der Unterschiede zwischen den Anteilen, die von { $group } und von { $reference } auf jedes Gebiet entfallen ({ $areas }). Gerechnet wird mit den Zahlen aller Gebiete, auch wenn nicht alle veröffentlicht sind; veröffentlicht wird das Ergebnis, eigens geprüft.
formula-diversity = 1 minus die Summe der quadrierten Anteile von { $of } nach { $variable }.

source-provider = Datenhaltende Stelle
source-legal-basis = Rechtsgrundlage
source-method = Methode
source-periodicity = Turnus
source-licence = Lizenz
source-attribution = Namensnennung
source-protection = Geheimhaltung
source-deliveries = Eingegangene Lieferungen
protection-intro = Hinter jeder Zahl stehen Menschen. Deshalb wird jede Tabelle geprüft, bevor sie veröffentlicht wird. Was geheim bleibt, erscheint als Punkt; ein Grund wird nicht genannt, weil auch er etwas verraten könnte. Summen, Anteile, Abstände und Veränderungen werden nur aus veröffentlichten Zahlen berechnet. Fehlt eine davon, so fehlt auch das Ergebnis; ein fehlender Wert wird nicht ergänzt.
protection-already-public = Die Quelle hat diese Zahlen bereits selbst veröffentlicht.
protection-refusal = Tabellen mit zu kleinen Fallzahlen werden als Ganzes nicht veröffentlicht. Alle gezeigten Zahlen sind so, wie sie geliefert wurden.
protection-suppression = Zu kleine Fallzahlen werden nicht veröffentlicht, und dazu so viele weitere, dass sich die fehlenden nicht ausrechnen lassen. Alle gezeigten Zahlen sind so, wie sie geliefert wurden.
protection-cell-key = Jede Fallzahl ist um einen kleinen Zufallswert verändert: um höchstens { $bound } nach oben oder unten, typisch um { $typical } (Standardabweichung). Im Mittel gleichen sich die Abweichungen aus, und eine Null bleibt eine Null. Weil jede Zahl für sich verändert ist, ergeben die Teile nicht immer genau die Summe.
protection-rounding = Kleine Fallzahlen, je nach Tabelle auch größere, sind auf Vielfache von { $base } gerundet. Gezeigte Zahlen können deshalb ein wenig von der wahren Zahl abweichen, und Teile ergeben nicht immer genau die Summe.
protection-not-released = Aus dieser Quelle ist hier noch nichts veröffentlicht.

downloads-intro = Alle veröffentlichten Werte dieser Kennzahl mit Gebieten, Zeiträumen und Gruppen. Lizenz: { $licence }.
download-csv = Tabelle (CSV)
download-json = Für Programme (JSON)
download-csv-german = Tabelle für deutsche Tabellenprogramme (CSV mit Semikolon)
download-csv-metadata = Beschreibung der CSV-Tabelle (CSVW)
download-json-stat = JSON-stat
download-sdmx = SDMX-CSV
download-px = PX (PC-Axis)
download-xlsx = Alle Werte als Arbeitsmappe (XLSX)
download-parquet = Alle Werte für Programme (Parquet)
download-structure = Struktur der SDMX-Dateien (SDMX-ML)
download-catalog = Katalog für Datenportale (DCAT-AP.de, Turtle)
download-catalog-json = Katalog für Datenportale (DCAT-AP.de, JSON-LD)

area-lead-whole = Alle Kennzahlen der ganzen Kommune auf einen Blick.
area-lead = Jede Kennzahl steht neben dem Wert der ganzen Kommune. Gebiete werden nicht in eine Rangfolge gebracht.
area-part-of = gehört zu
area-empty = Für dieses Gebiet ist keine Kennzahl veröffentlicht.
area-summary = Kennzahlen zur Integration: { $level } { $name }.
areas-lead = Für jedes Gebiet gibt es ein Profil mit allen Kennzahlen, die dort veröffentlicht sind. Die Gebiete stehen in der Reihenfolge ihrer Schlüssel.

methods-lead = Was wir zeigen, wie es berechnet und geschützt wird und was die Zeichen bedeuten.
methods-table = Kennzahlen mit Art und Berechnung
methods-change = Veränderungen vergleichen zwei Zeiträume derselben Kennzahl. Bei Prozentzahlen stehen sie in Prozentpunkten. Gerechnet wird mit den gerundeten Werten, die zu sehen sind, damit sich jede Veränderung und jeder Abstand nachrechnen lässt.
methods-gap = Gruppen werden mit dem Gesamtwert verglichen und zwei Gruppen auch miteinander, in beide Richtungen: als Abstand und als Verhältnis.
methods-parts = Gebiete stehen neben dem Wert der ganzen Kommune. Genannt wird, wie viele darüber und darunter liegen.
methods-no-ranking = Gruppen und Gebiete werden nicht in eine Rangfolge gebracht. Unterschiede zwischen Gruppen können viele Gründe haben, zum Beispiel Alter, Rechte oder Wohnort.

data-lead = Welche Veröffentlichung hier zu sehen ist, worauf sie beruht und wie Sie die Daten weiterverwenden können.
release-edition = Ausgabe
release-id = Freigabe
release-sealed = Versiegelt am
release-supersedes = Löst ab
release-licence = Lizenz
release-publisher = Herausgegeben von
release-contact = Kontakt
supersedes-sentence = { $id }. Grund: { $because }
deliveries-table = Lieferungen, aus denen die Zahlen stammen
files-intro = Für jede Kennzahl gibt es alle veröffentlichten Werte als Tabelle und für Programme.
files-table = Dateien nach Kennzahl
citation-sentence = { $publisher }: { $title }, Freigabe { $release } vom { $date }, Lizenz { $licence }.
section-news = Auf dem Laufenden bleiben
news-intro = Der Feed nennt jede Freigabe, jede Korrektur und jede Änderung am Satz der Kennzahlen. Programme für Nachrichten und Kalender können ihn abonnieren.
news-feed = Neuigkeiten als Feed (Atom)
news-title = Neuigkeiten
news-release = Freigabe { $release }
news-correction = Korrektur
edition-earlier = Ältere Ausgabe
edition-later = Es gibt eine neuere Ausgabe:
citation-figure = { $publisher }: { $figure }. In: { $title }, Freigabe { $release } vom { $date }, Lizenz { $licence }.
take-title = Mitnehmen und zitieren
take-picture = Bild als { $format }
take-preview = Seite zum Einbetten
take-snippet = So kommt die Abbildung auf eine andere Website, ohne Cookies und ohne Zugriffe auf Dritte:
take-cite = So zitieren
take-whole = Ganze Seite in „{ $title }“
picture-data = Daten: { $sources }
picture-source = Quelle: { $publisher }, Freigabe { $release } vom { $date }, Lizenz { $licence }

## protection
withheld-sentence = Wo ein Punkt (.) oder „nicht veröffentlicht“ steht, kennen wir die Zahl nicht oder behalten sie für uns, damit niemand einzelne Menschen dahinter erkennen kann; null bedeutet das nicht.
withheld-more = So schützen wir Menschen hinter den Zahlen
protection-more = Wie diese Zahlen geschützt sind: { $source }
protection-rule = Wie wir schützen
protection-delivered = Was vor der Lieferung geschah
protection-questions = Wer Fragen beantwortet
protection-questions-sentence = Zu den gelieferten Daten: { $provider }. Zur Veröffentlichung: { $contact }
delivered-nothing = Uns ist nicht bekannt, dass die Zahlen vor der Lieferung verändert wurden.
delivered-suppressed = Die liefernde Stelle nennt Fallzahlen erst ab { $minimum } sowie Nullen und hält einzelne weitere zurück. Was sie zurückhält, erscheint hier als Punkt.
delivered-rounded = Die liefernde Stelle hat die Fallzahlen auf Vielfache von { $base } gerundet.
delivered-noise = Die liefernde Stelle hat jede Fallzahl um einen kleinen Zufallswert verändert: um höchstens { $bound } nach oben oder unten, typisch um { $typical } (Standardabweichung).
foot-noise = { $source }: Die Fallzahlen sind um kleine Zufallswerte verändert (höchstens { $number } nach oben oder unten). Teile ergeben deshalb nicht immer genau die Summe.
foot-rounded = { $source }: Fallzahlen sind gerundet (auf Vielfache von { $number }). Teile ergeben deshalb nicht immer genau die Summe.
edition-for-public = Diese Ausgabe ist für alle; sie zeigt nur, was alle wissen dürfen.
edition-for-council = Diese Ausgabe ist für den Rat und nicht öffentlich. Sie kann Zahlen zeigen, die nicht alle sehen dürfen; bitte geben Sie sie nicht weiter.
edition-for-administration = Diese Ausgabe ist für die Verwaltung und nicht öffentlich. Sie kann Zahlen zeigen, die nicht alle sehen dürfen; bitte geben Sie sie nicht weiter.
edition-for-readers = Diese Ausgabe ist für { $readers } und nicht öffentlich. Sie kann Zahlen zeigen, die nicht alle sehen dürfen; bitte geben Sie sie nicht weiter.
edition-for-readers-public = Diese Ausgabe ist für { $readers }; sie zeigt nur, was alle wissen dürfen.
release-audience = Für wen
audience-public = alle
audience-council = Rat
audience-administration = Verwaltung

## rendering
site-skip = Zum Inhalt springen
site-navigation = Hauptnavigation
site-start = Start
site-fields = Handlungsfelder
site-areas = Gebiete
site-methods = Methoden
site-data = Daten
site-releases = Daten und Veröffentlichungen
site-languages = Sprache
site-own-language = Deutsch
site-trail = Sie sind hier
site-parts = Auf dieser Seite
site-publisher = Herausgegeben von
site-contact = Kontakt
site-licence = Lizenz der Daten
site-made-with = Erstellt mit Mehrklang. Diese Seite verwendet keine Cookies und lädt nichts von anderen Anbietern.
site-not-found = Seite nicht gefunden
site-not-found-text = Unter dieser Adresse gibt es hier keine Seite.
site-note-information = Hinweis:
site-note-caution = Bitte beachten:
site-note-break = Bruch in der Zeitreihe:
site-as-table = Werte als Tabelle
site-axis-broken = Die senkrechte Achse beginnt nicht bei null.
site-withheld = Schraffiert (.): nicht veröffentlicht oder unbekannt; das heißt nicht null.
site-withheld-series = Nicht veröffentlicht: { $names }
site-legend = Legende
site-look-nothing = genau null
site-look-withheld = nicht veröffentlicht oder unbekannt
site-look-unreliable = eingeschränkt aussagekräftig
site-look-pending = folgt später
site-look-senseless = Aussage nicht sinnvoll
site-look-missing = liegt nicht vor

## assessment
assess-placed = { $where }: { $sentence }
assess-everyone = alle zusammen
assess-sentence = { $comparison }. { $clear }
assess-group-and-whole = { $direction ->
    [above] { $one } liegt um { $difference } über dem Wert für alle
    [below] { $one } liegt um { $difference } unter dem Wert für alle
    [same] { $one } zeigt denselben Wert wie alle zusammen
   *[none] { $one } und alle zusammen lassen sich nicht vergleichen
}
assess-groups = { $direction ->
    [above] { $one } liegt um { $difference } über { $other }
    [below] { $one } liegt um { $difference } unter { $other }
    [same] { $one } und { $other } zeigen denselben Wert
   *[none] { $one } und { $other } lassen sich nicht vergleichen
}
assess-area-and-whole = { $direction ->
    [above] Der Wert ({ $one }) liegt um { $difference } über dem für { $whole }
    [below] Der Wert ({ $one }) liegt um { $difference } unter dem für { $whole }
    [same] Der Wert ({ $one }) ist derselbe wie für { $whole }
   *[none] Der Wert ({ $one }) lässt sich mit dem für { $whole } nicht vergleichen
}
assess-change = { $direction ->
    [above] Von { $from } bis { $to } ist der Wert ({ $one }) um { $difference } gestiegen
    [below] Von { $from } bis { $to } ist der Wert ({ $one }) um { $difference } gesunken
    [same] { $from } und { $to } ist der Wert ({ $one }) derselbe
   *[none] { $from } und { $to } lassen sich nicht vergleichen ({ $one })
}
assess-clear = { $clear ->
    [different] Der Unterschied ist deutlich (mögliche Spanne { $span }).
    [not-clearly-different] Ein deutlicher Unterschied ist das nicht (mögliche Spanne { $span }).
   *[cannot-be-judged] { $reason ->
        [withheld] Ob das deutlich ist, lässt sich nicht sagen: Eine der Zahlen ist nicht veröffentlicht oder unbekannt.
        [missing] Ob das deutlich ist, lässt sich nicht sagen: Eine der Zahlen liegt nicht vor.
        [too-few] Ob das deutlich ist, lässt sich nicht sagen: Es geht um zu wenige Menschen.
        [break] Ob das deutlich ist, lässt sich nicht sagen: Dazwischen hat sich geändert, was gemessen wird.
        [no-model] Ob das mehr ist als Zufall, lässt sich nicht sagen: Die Quelle nennt keine Unsicherheit.
       *[numbers] Ob das deutlich ist, lässt sich nicht sagen: Die Zahlen passen nicht zum Verfahren.
    }
}
assess-trend = { $outcome ->
    [rising] Von { $from } bis { $to } steigt der Wert deutlich, im Mittel um { $per-year } im Jahr.
    [falling] Von { $from } bis { $to } sinkt der Wert deutlich, im Mittel um { $per-year } im Jahr.
    [rising-then-falling] Bis { $turn } steigt der Wert deutlich, seitdem sinkt er deutlich.
    [falling-then-rising] Bis { $turn } sinkt der Wert deutlich, seitdem steigt er deutlich.
    [steady] Von { $from } bis { $to } bleibt der Wert gleich.
    [fluctuating] Von { $from } bis { $to } schwankt der Wert stark, ohne klare Richtung.
    [no-clear-direction] Von { $from } bis { $to } zeigt sich keine klare Richtung.
    [too-short] Für eine Entwicklung sind es zu wenige Jahre; nötig sind fünf.
    [broken] Seit dem letzten Bruch der Zeitreihe sind es zu wenige Jahre für eine Entwicklung.
   *[cannot-be-judged] Über eine Entwicklung lässt sich nichts sagen.
}
assess-gap = { $gap ->
    [closing] Der Abstand zwischen { $one } und { $other } wird deutlich kleiner.
    [widening] Der Abstand zwischen { $one } und { $other } wird deutlich größer.
    [crossed] { $one } und { $other } haben die Plätze getauscht.
    [no-clear-change] Der Abstand zwischen { $one } und { $other } verändert sich nicht deutlich.
    [too-short] Für den Verlauf des Abstands zwischen { $one } und { $other } sind es zu wenige gemeinsame Jahre; nötig sind fünf.
   *[cannot-be-judged] Über den Verlauf des Abstands zwischen { $one } und { $other } lässt sich nichts sagen.
}
assess-cause = { $cause ->
    [both-rise] Beide Werte steigen.
    [both-fall] Beide Werte sinken.
    [higher-rises] Der Wert für { $higher } steigt.
    [lower-rises] Der Wert für { $lower } steigt.
    [higher-falls] Der Wert für { $higher } sinkt.
    [lower-falls] Der Wert für { $lower } sinkt.
    [towards] Der Wert für { $higher } sinkt, der für { $lower } steigt.
    [apart] Der Wert für { $higher } steigt, der für { $lower } sinkt.
   *[unclear] Woran das liegt, ist nicht deutlich.
}{ $good ->
    [yes] { " " }Der Abstand schließt sich, ohne dass sich jemandes Lage verschlechtert.
    [no] { " " }Ein Fortschritt ist das nicht: Der Abstand schließt sich, weil sich die günstigeren Werte verschlechtern.
   *[open] { "" }
}
assess-versus = { $one } gegenüber { $other }
assess-gap-value = { $value } Abstand
assess-no-target = Ein Zielwert ist nicht vereinbart.
assess-target = { $state ->
    [in-force] Zielwert in Kraft, vereinbart von { $agreed-by } ({ $decision }), unterzeichnet von Fachstelle Integration und Statistikstelle.
    [proposed] Vorgeschlagener Zielwert ({ $agreed-by }, { $decision }); noch fehlt eine Unterschrift.
   *[superseded] Früherer Zielwert ({ $agreed-by }, { $decision }); ein neuer hat ihn abgelöst.
}
assess-standing = { $status ->
    [alarm] { $value } im Zeitraum { $period } liegt jenseits der Alarmschwelle; zum Ziel fehlen { $to-goal }.
    [warning] { $value } im Zeitraum { $period } liegt jenseits der Warnschwelle; zum Ziel fehlen { $to-goal }.
    [reached] Das Ziel ist mit { $value } im Zeitraum { $period } erreicht.
    [missed] { $value } im Zeitraum { $period }; zum Ziel für { $by } fehlen { $to-goal }.
    [on-path] { $value } im Zeitraum { $period }; zum Ziel für { $by } fehlen noch { $to-goal }.
    [off-path] { $value } im Zeitraum { $period }; zum vereinbarten Weg fehlen { $to-path }, zum Ziel für { $by } noch { $to-goal }.
   *[cannot-be-judged] { $reason ->
        [withheld] Eine der Zahlen ist nicht veröffentlicht oder unbekannt.
        [missing] Eine der Zahlen liegt nicht vor.
        [too-few] Es geht um zu wenige Menschen.
        [break] Seit dem Beginn hat sich geändert, was gemessen wird.
        [no-model] Die Quelle nennt keine Unsicherheit.
       *[numbers] Die Zahlen passen nicht zum Verfahren.
    }
}{ $sure ->
    [yes] { "" }
   *[no] { " " }Ganz sicher ist das nicht: Die mögliche Spanne reicht über die Grenze.
}
assess-arrival = { $arrival ->
    [in] Ginge es weiter wie bisher, wäre das Ziel { $year } erreicht (mögliche Spanne { $earliest } bis { $latest }).
    [moves-away] Bisher entfernt sich der Wert vom Ziel.
    [too-far] Ginge es weiter wie bisher, würde es noch Jahrzehnte dauern.
   *[not-clear] Wann das Ziel erreicht wäre, lässt sich nicht sagen: Die Entwicklung ist nicht deutlich.
}
assess-warning = { $rule ->
    [alarm] { $value } im Zeitraum { $period } liegt jenseits der Alarmschwelle von { $limit }.
    [threshold] { $value } im Zeitraum { $period } liegt jenseits der Warnschwelle von { $limit }.
    [adverse-run] Seit { $since } hat sich der Wert { $changes }-mal nacheinander ungünstig verändert, zusammen um { $value }.
    [widening] Seit { $since } ist der Abstand zu { $other } { $changes }-mal nacheinander größer geworden, zusammen um { $value }.
    [jump] Im Zeitraum { $period } hat sich der Wert um { $value } verändert; üblich sind { $limit } im Jahr.
   *[overdue] Die letzte Zahl ist von { $period }, andere reichen bis { $value }.
}
status-alarm = Alarm
status-warning = Warnung
status-reached = Erreicht
status-missed = Verfehlt
status-on-path = Auf dem Weg
status-off-path = Nicht auf dem Weg
status-cannot-be-judged = Nicht zu beurteilen
answer-different = deutlich
answer-not-clearly-different = nicht deutlich
answer-cannot-be-judged = nicht zu beurteilen

## before the figures
section-foreword = Vorwort
section-paper = Vorlage
paper-page = Vorlage für das Gremium
paper-number = Nummer
paper-date = Sitzung
paper-subject = Gegenstand
paper-financial-effects = Finanzielle Auswirkungen
section-decisions = Was beschlossen werden soll
section-steering = Was die Kommune beeinflussen kann

## assessment on pages
targets-page = Ziele
targets-lead = Was für welche Kennzahl vereinbart ist, von wem, und wie weit es bis dahin ist. In Kraft ist ein Zielwert erst, wenn die Fachstelle Integration und die Statistikstelle unterzeichnet haben.
section-standings = Vereinbarte Ziele
standings-all = Alle Ziele mit Beschlüssen und Schwellen
section-target = Ziel und Stand
section-former-targets = Frühere Zielwerte
section-other-targets = Zielwerte ohne Handlungsziel
section-without-target = Kennzahlen ohne Zielwert
objective-mandate = Auftrag
to-indicator = Zur Kennzahl
target-wanted = Vereinbart
target-wanted-sentence = { $area }, { $group }: bis { $by } { $wanted ->
    [at-least] mindestens { $a }
    [at-most] höchstens { $a }
    [within] zwischen { $a } und { $b }
   *[gap] der Abstand zu { $b } beträgt höchstens { $a } dessen, was er am Anfang war
}
target-way = Weg
target-way-sentence = ab { $start }{ $known ->
    [yes] { " " }von { $from }
   *[no] { "" }
}, { $way ->
    [linear] in gleichen Schritten
    [stepwise] in Stufen ({ $steps })
   *[yearly] mit Zwischenwerten ({ $steps })
}
target-thresholds = Schwellen
target-warning = Warnung jenseits von { $value }
target-alarm = Alarm jenseits von { $value }
target-text = Erläuterung
target-file-number = Aktenzeichen
target-signatures = Unterzeichnet
target-signature = { $office }, { $on }
target-superseded-by = Abgelöst durch
target-successor = den Zielwert bis { $by }
changes-page = Was sich verändert hat
changes-lead = Jede Kennzahl für die ganze Kommune: der jüngste Zeitraum neben dem davor, und die Entwicklung über die Jahre. „Deutlich“ heißt: größer, als der Zufall allein erwarten lässt. Ob eine Veränderung erwünscht ist, lässt sich an der Zahl allein nicht ablesen.
changes-all = Alle Kennzahlen mit ihrer Entwicklung
section-unclear = Nicht deutlich verändert
section-unjudged = Nicht zu beurteilen
section-gaps = Abstände zwischen Gruppen
gaps-about = Genannt sind Abstände, deren Verlauf deutlich ist. Daneben steht, was die Werte beider Gruppen tun: Ein Abstand kann sich auch schließen, weil sich die günstigeren Werte verschlechtern.
section-developments = Alle Kennzahlen
head-latest = Wert
head-since-previous = Veränderung zum Zeitraum davor
head-verdict = Beurteilung
head-trend = Entwicklung
head-range = Mögliche Spanne (95 %)
answer-clearly-above = deutlich darüber
answer-clearly-below = deutlich darunter
break-sentence = ab { $from }. { $reason } Werte davor und danach werden nicht verglichen.
warnings-page = Frühe Hinweise
warnings-lead = Wo jemand hinsehen sollte, geordnet nach dem Anlass. Ein Hinweis ist noch keine Bewertung, und keine Rangfolge von Gruppen oder Gebieten.
warnings-none = Zurzeit gibt es keine Hinweise.
section-warning-alarm = Alarmschwelle überschritten
section-warning-threshold = Warnschwelle überschritten
section-warning-adverse-run = Mehrmals nacheinander ungünstig verändert
section-warning-widening = Abstand wird größer
section-warning-jump = Sprung
section-warning-overdue = Zahlen bleiben aus
warning-alarm-about = Der Wert liegt jenseits der vereinbarten Alarmschwelle.
warning-threshold-about = Der Wert liegt jenseits der vereinbarten Warnschwelle.
warning-adverse-run-about = Vier Veränderungen nacheinander gingen in die ungünstige Richtung. Ohne jede Entwicklung kommt das einmal unter 120 vor.
warning-widening-about = Der Abstand zwischen zwei Gruppen ist viermal nacheinander größer geworden.
warning-jump-about = Die letzte Veränderung ist ungewöhnlich groß, gemessen an denen davor. Das kann eine Entwicklung sein, aber auch ein Fehler oder eine geänderte Erfassung.
warning-overdue-about = Andere Kennzahlen dieser Veröffentlichung sind neuer.
site-changes = Veränderungen
site-targets = Ziele
site-warnings = Hinweise
site-range = Waagerechter Strich: mögliche Spanne (95 %).
section-judgement = Wie wir beurteilen
methods-answers = „Deutlich“ heißt: Der Unterschied ist größer, als der Zufall allein erwarten lässt. „Nicht deutlich“ heißt: Er kann Zufall sein; gleich müssen die Werte deshalb nicht sein. „Nicht zu beurteilen“ steht mit dem Grund.
methods-chance = Auch wo alle gezählt wurden, hätten es unter denselben Umständen etwas mehr oder weniger sein können. Je weniger Menschen, desto breiter ist die mögliche Spanne; in 95 von 100 Fällen umfasst sie den Wert, um den es geht. Zahlen, die zum Schutz gerundet oder überlagert sind, haben eine breitere.
methods-family = Wer viel vergleicht, findet auch im Zufall Unterschiede. Deshalb zählen alle Vergleiche einer Kennzahl und eines Gebiets zusammen: Von allen, die „deutlich“ heißen, ist im Mittel höchstens einer von zwanzig falsch (Benjamini und Hochberg 1995).
methods-trend = Eine Entwicklung nennen wir ab fünf Jahren, und nur, wenn sie deutlich ist. Wo sich geändert hat, was gemessen wird, beginnt die Reihe neu.
methods-formulas = Verfahren: Anteile nach Wilson (1927) und Newcombe (1998), Quoten und Anzahlen nach Garwood (1936) und Byar, Verhältnisse nach Donner und Zou (2012); Entwicklungen mit logistischer oder Poisson-Regression, sonst nach Theil und Sen mit dem Test von Mann und Kendall.

## answers to early warnings
warning-answer = Antwort ({ $by }, { $on }): { $reason }
section-answered-earlier = Früher beantwortet
section-warnings-files = Hinweise abonnieren und weiterverwenden
warnings-feed = Abonnieren (Atom)
warnings-data = Für Programme (JSON)

## review
review-page = Prüfung des Indikatorensatzes
review-lead = Welche Kennzahlen haben sich bewährt? Zusammengetragen ist, was die Reihen zeigen und was Menschen festgehalten haben. Vorschläge folgen festen Regeln; entschieden wird von Menschen.
review-none = Bisher ist keine Prüfung festgehalten. Zu sehen ist nur, was die Reihen selbst zeigen.
review-year = Prüfung
review-responsible = Wer geprüft hat
review-about = Wie geprüft wurde
review-next = Nächste Prüfung fällig am
section-review-proposals = Vorschläge und Beschlüsse
section-review-criteria = Woran wir den Nutzen messen
section-review-effort = Aufwand und Nutzen
section-review-series = Was die Reihen zeigen
section-review-records = Was festgehalten wurde
section-review-balance = Ausgewogenheit des Satzes
section-review-gaps = Lücken
section-review-gap-questions = Fragen ohne Daten
section-review-gap-figures = Zahlen ohne Frage
section-review-gap-data = Daten, nach denen keine Kennzahl fragt
section-review-gap-fields = Handlungsfelder ohne Kennzahl
section-review-gap-objectives = Ziele ohne Kennzahl
section-set-changes = Wie sich der Indikatorensatz verändert hat
section-retired = Nicht mehr fortgeführt
review-proposals-intro = Ein Vorschlag ist ein Hinweis mit seinen Gründen, keine Entscheidung. Daneben steht, was Menschen beschlossen haben.
review-proposals-table = Vorschlag und Beschluss je Kennzahl
review-criteria-intro = Sechs Kriterien, jedes für sich. Wie viele erfüllt sind, ist gezählt und nicht gewichtet; „nicht bekannt“ zählt nicht als erfüllt.
review-criteria-table = Kriterien je Kennzahl
review-series-table = Schwankung, Vollständigkeit und Verwandtschaft der Reihen
review-records-table = Aufwand, Verwendung und Verständlichkeit je Kennzahl
review-balance-table = Kennzahlen nach Blickrichtung, Einfluss, Handlungsfeld und Gliederung
review-effort-title = Aufwand und erfüllte Kriterien je Kennzahl
review-effort-intro = Zum Aufwand gehören die Stunden für die Kennzahl selbst und ein gleicher Anteil an denen ihrer Quellen.
review-effort-none = Ein Aufwand in Stunden ist noch nicht festgehalten.
review-effort-says = { $n ->
    [one] Für eine Kennzahl ist ein Aufwand festgehalten
   *[other] Für { $n } Kennzahlen ist ein Aufwand festgehalten
}: von { $low } bis { $high } Stunden im Turnus. Erfüllt sind { $least } bis { $most } von { $all } Kriterien.{ $without ->
    [0] { "" }
    [one] { " " }Für eine weitere ist kein Aufwand bekannt.
   *[other] { " " }Für { $without } weitere ist kein Aufwand bekannt.
}
review-point = { $hours } Stunden, { $met } von { $all } Kriterien erfüllt
review-criterion-moves = Bewegt sich deutlich
review-criterion-punctual = Vollständig und pünktlich
review-criterion-own = Eigene Aussage
review-criterion-steerable = Beeinflussbar
review-criterion-used = Wird verwendet
review-criterion-understood = Wird verstanden
review-yes = ja
review-no = nein
review-unknown = nicht bekannt
review-effort-low = gering: Stunden
review-effort-medium = mittel: Tage
review-effort-high = hoch: Wochen
review-what = { $what ->
    [add] aufnehmen
    [keep] behalten
    [change] ändern
    [merge] zusammenlegen mit „{ $into }“
   *[retire] nicht mehr fortführen
}
review-decided = { $what } ({ $by }, { $on })
review-undecided = noch nicht entschieden
review-reason-none = Nichts spricht dagegen, sie so zu behalten.{ $unknown ->
    [0] { "" }
    [one] { " " }Zu einem Kriterium ist nichts bekannt.
   *[other] { " " }Zu { $unknown } Kriterien ist nichts bekannt.
}
review-reason-not-used = Es wurde gesucht, wo sie verwendet wird, und nichts gefunden.
review-reason-does-not-move = Ihre Zahlen bewegen sich nicht deutlich.
review-reason-alike = „{ $other }“ verläuft fast gleich und erfüllt mindestens so viele Kriterien. Das ist nur ein Hinweis.
review-reason-no-figures = Es liegt keine Zahl vor.
review-reason-incomplete = Nur { $present } von { $expected } Zeiträumen haben eine Zahl.
review-reason-withheld = { $share } der Zahlen sind nicht veröffentlicht oder unbekannt.
review-reason-late = Die jüngste Zahl ({ $newest }) ist später, als ihr Rhythmus erwarten lässt.
review-reason-not-understood = Sie wird nicht gut verstanden.
review-reason-costly = Der Aufwand ist hoch, erfüllt sind { $met } Kriterien.
review-reason-no-question = Sie sagt nicht, welche Frage sie beantwortet.
review-present = { $present } von { $expected }
review-newest = { $newest }{ $behind ->
    [0] { "" }
    [one] { " " }(ein Jahr hinter den jüngsten Zahlen)
   *[other] { " " }({ $behind } Jahre hinter den jüngsten Zahlen)
}
review-alike = { $other } (Rangkorrelation { $correlation } aus { $changes } Veränderungen)
review-alike-none = keine
review-unused = gesucht und nichts gefunden
review-use-interpretation = Einordnung
review-use-discussion = Gespräch
review-use-decision = Beschluss
review-understood = { $clarity ->
    [well] gut
    [partly] teilweise
    [poorly] schlecht
   *[unknown] zu wenige Antworten
}{ $asked ->
    [0] { "" }
   *[other] , { $right } von { $asked } haben richtig geantwortet
} ({ $source })
review-editions = Ausgaben: { $public } für alle, { $council } für den Rat, { $administration } für die Verwaltung. Alle Ausgaben zeigen dieselben Kennzahlen.
review-aspect-field = Handlungsfeld
review-aspect-breakdown = Gliederung
review-aspect-whole = ohne Gliederung
review-gap-none = Keine.
head-proposal = Vorschlag
head-reasons = Gründe des Vorschlags
head-decision = Beschluss
head-because = Grund
head-met = Erfüllte Kriterien
head-unknown = Nicht bekannte Kriterien
head-hours = Stunden
head-cost = Kosten in Euro
head-effort = Erhebung
head-used = Verwendet
head-understood = Verstanden
head-note = Anmerkung
head-spread = Spannweite
head-variation = Variationskoeffizient
head-present = Zeiträume mit Zahl
head-withheld = Nicht veröffentlicht
head-newest = Jüngste Zahl
head-alike = Verläuft wie
head-of-kind = Ausprägung
head-aspect = Gesichtspunkt
head-indicators = Kennzahlen
head-core = davon Kernindikatoren
head-change-of-set = Was sich ändert
head-by = Wer
set-changes-intro = Ein Monitoring lernt: Kennzahlen kommen hinzu, ändern sich oder enden. Was war, bleibt lesbar.
set-changes-table = Beschlüsse zum Indikatorensatz, die neuesten zuerst
retired-sentence = Diese Kennzahl führen wir seit { $on } nicht mehr fort. Grund: { $reason }
retired-successor = An ihre Stelle tritt:
review-form-head =
    Prüfung des Indikatorensatzes { $year }
    Zeilen mit # sind Hinweise und Vorlagen. Wer etwas festhält, nimmt das # weg und ersetzt die Punkte;
    zu jedem Text gehört neben .de auch .en, wenn das Monitoring Englisch spricht.
    Was nicht bekannt ist, bleibt weg. used = [] heißt: gesucht und nichts gefunden.
    Vorschläge folgen festen Regeln aus den veröffentlichten Zahlen und dem, was die vorige Prüfung festhält.
    Entschieden wird von Menschen.
review-form-sources = Aufwand für ganze Quellen in diesem Turnus
review-form-proposal = Vorschlag: { $proposal }. { $reasons }

definitions-lead = Wer wozu zählt, entscheidet die Definition. Hier sind dieselben Menschen nach mehreren Fassungen gezählt, und es steht dabei, wen die eine zählt und die andere nicht.
definitions-caption = Nach mehreren Fassungen: { $category }, { $area }, { $period }
definitions-by = { $category } („{ $version }“)
definitions-pair = „{ $one }“ und „{ $other }“
definitions-differ = Nach „{ $one }“: { $category }; nach „{ $other }“: { $instead }. Wie viele das sind: { $figure }.
definitions-share = { $sentence } Anteil an der Gesamtzahl: { $share }.
definitions-comparable = { $how ->
    [same] Beide Fassungen zählen dieselben Menschen.
    [similar] Die Fassungen sind ähnlich. { $reason }
    [not] Die Fassungen sind nicht vergleichbar. { $reason }
   *[unsaid] Dass die Fassungen vergleichbar wären, hat niemand festgestellt.
}
definitions-why = Warum sie sich unterscheiden
definitions-rule = Regel für „{ $category }“: { $rule }.
head-version = Fassung

## corrections and plain language
section-corrections = Berichtigungen
correction-said = Berichtigt am { $on }: { $text } Grund: { $reason }
corrections-data = Berichtigungen als Daten (JSON)
plain-page = Leichte Sprache
plain-summary = Das Wichtigste in Leichter Sprache
plain-way = Das Wichtigste steht hier auch in einfachen Worten:

## departments
departments-page = Stellen, Fristen und Vollständigkeit
departments-lead = Je Stelle, die Daten liefert: was zuletzt eingegangen ist, bis wann die nächste Lieferung erwartet wird und wie vollständig die jüngsten Zahlen sind.
departments-deliveries-table = { $office }: letzte Lieferung und nächste Frist
departments-figures-table = { $office }: die jüngsten Zahlen jeder Kennzahl über alle Gebiete und Gruppen, und wie viele davon offen sind
departments-deadline = { $period }, bis { $date }
departments-no-deadline = keine Frist vereinbart
departments-nothing = noch nichts
head-last-period = Letzter Zeitraum
head-periodicity = Turnus
head-due = Nächste Lieferung
head-newest-value = Jüngster Wert
head-figures = Zahlen
head-open = Vorläufig, geschätzt
head-unreliable = Unsicher
head-pending = Ausstehend
