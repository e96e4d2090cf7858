# Was das Programm im Terminal sagt.




## Befehle und Angaben
command-mehrklang = Mehrklang: kommunales Integrationsmonitoring, von der gelieferten Datei bis zur barrierefreien Website
command-check = Alle Fehler der Definitionen mit Ort und Hinweis nennen
command-receive = Lieferungen annehmen: lesen, prüfen, mit Empfangsschein ablegen
command-produce = Zählen, schützen und eine Freigabe versiegeln
command-gate = Die Prüfliste vor der Veröffentlichung zeigen
command-publish = Website und Bericht einer Ausgabe schreiben
command-show = Eine veröffentlichte Zahl mit Zähler, Nenner und Herkunft zeigen
command-releases = Die Freigaben auflisten
command-diff = Zwei Freigaben vergleichen: neue, geänderte, zurückgezogene Zahlen
command-verify = Nachweise der Geheimhaltung gegen eine Freigabe prüfen
command-review = Das Formular einer Prüfung des Indikatorensatzes anlegen, mit Vorschlägen
command-birthplaces = Vorschläge zu Geburtsorten machen, deren Schreibweise noch niemand bestätigt hat
command-retention = Auszüge von Registern mit ihrer Aufbewahrungsfrist auflisten oder löschen
command-schema = JSON-Schemas der Definitionsdateien ausgeben, für Editoren
command-serve = Die veröffentlichte Website ausliefern
command-demo = Musterstadt anlegen, den ganzen Weg gehen und die Website öffnen

option-dir = Ordner des Monitorings (ohne Angabe: der aktuelle)
option-language = Sprache der Meldungen: de oder en
option-json = Antwort für Maschinen
option-timings = Am Ende die Zeit jedes Schrittes ausgeben
option-help = Diese Hilfe
option-version = Die Version
option-source = Quelle, von der die Lieferung kommt
option-received = Tag des Empfangs (ohne Angabe: heute)
option-by = Wer es tut (ohne Angabe: Ihr Anmeldename)
option-files = Dateien, wie sie geliefert wurden
option-delete = Löschen: alle, deren Frist abgelaufen ist, oder die genannten; was gezählt wurde, bleibt
option-extracts = Ordner von Lieferungen (ohne Angabe: alle)
option-on = Tag, der gilt (ohne Angabe: heute)
option-because = Warum die neue Freigabe die bisherige ablöst
option-edition = Ausgabe (nötig nur, wenn es mehrere gibt)
option-indicator = Name des Indikators
option-area = Schlüssel des Gebiets (ohne Angabe: die ganze Kommune)
option-period = Zeitraum, zum Beispiel 2024 (ohne Angabe: der jüngste)
option-group = Gruppe als Merkmal=Ausprägung; mehrfach für Kombinationen
option-earlier = Frühere Freigabe
option-later = Spätere Freigabe
option-release = Ordner der Freigabe
option-proofs = Nachweise aus dem Protokoll (proofs/*.txt)
option-year = Jahr der Prüfung
option-into = Ordner, in den je Schema eine Datei geschrieben wird
option-site = Die Website ausliefern
option-address = Adresse und Port (ohne Angabe: 127.0.0.1:8080)
option-demo-dir = Ordner der Demo (ohne Angabe: musterstadt)
option-no-serve = Nur bauen, nicht ausliefern

value-dir = ORDNER
value-language = SPRACHE
value-command = BEFEHL
value-source = QUELLE
value-received = DATUM
value-by = NAME
value-files = DATEI
value-on = DATUM
value-because = GRUND
value-edition = AUSGABE
value-indicator = INDIKATOR
value-area = SCHLÜSSEL
value-period = ZEITRAUM
value-group = GRUPPE
value-release = FREIGABE
value-year = JAHR
value-proofs = NACHWEIS
value-earlier = FRÜHERE
value-later = SPÄTERE
value-address = ADRESSE

help-usage = Aufruf
help-commands = Befehle
help-options = Angaben
help-arguments = Dazu
help-any = [ANGABEN]
help-after = Ergebnis 0: getan. 1: Fehler in der Eingabe, alle genannt. 2: etwas, das der Rechner nicht konnte.

usage-command = Diesen Befehl kennen wir nicht: { $argument } { $value }
usage-unknown = Diese Angabe kennen wir hier nicht: { $argument } { $value }
usage-missing = Hier fehlt: { $argument } { $value }
usage-empty = Zu { $argument } fehlt der Wert { $value }
usage-value = Der Wert „{ $value }“ passt nicht zu { $argument }
usage-other = Der Aufruf ist nicht zu verstehen: { $argument } { $value }
usage-near = Meinten Sie „{ $near }“?
usage-help = Hilfe: mehrklang --help

## Schritte
stage-definitions = Definitionen lesen
stage-generate = Musterstadt erzeugen
stage-receive = Lieferung lesen und prüfen
stage-read = Lieferungen lesen
stage-count = Zählen
stage-protect = Schützen
stage-seal = Freigabe versiegeln
stage-open = Freigabe öffnen
stage-measure = Kennzahlen berechnen
stage-compose = Seiten zusammenstellen
stage-render = Seiten schreiben
stage-write = Dateien ablegen

## Antworten
check-done = Die Definitionen sind in Ordnung: { $files ->
    [one] eine Datei
   *[other] { $files } Dateien
}, { $fields ->
    [one] ein Handlungsfeld
   *[other] { $fields } Handlungsfelder
}, { $indicators ->
    [one] ein Indikator
   *[other] { $indicators } Indikatoren
} ({ $core } im Kern), { $areas ->
    [one] ein Gebiet
   *[other] { $areas } Gebiete
}, { $sources ->
    [one] eine Quelle
   *[other] { $sources } Quellen
}.
receive-done = { $file }: angenommen und abgelegt unter { $folder }
receive-before = { $file }: liegt schon vor unter { $folder }
receive-refused = { $file }: nicht angenommen { $folder }
produce-done = Freigabe { $release }{ $audience }: { $tables } Tabellen, { $figures } Werte.
produce-unchanged = Nichts hat sich geändert; es bleibt bei der Freigabe { $release }{ $audience } ({ $tables } Tabellen, { $figures } Werte).
publish-done = Ausgabe „{ $edition }“ aus Freigabe { $release }{ $audience }: { $pages } Seiten unter { $folder }
review-written = Formular für { $count ->
    [one] einen Indikator
   *[other] { $count } Indikatoren
} angelegt: { $file }
schema-done = { $count } Schemas unter { $folder }
serve-at = Die Website liegt unter { $address }; beenden mit Strg+C.
verify-holds = Bewiesen: { $measures } für { $period }. { $withheld } gesperrte Zahlen; von keiner lässt sich aus den { $published } veröffentlichten zeigen, dass sie klein ist.
releases-none = Noch keine Freigabe.
retention-line = { $folder }/{ $file }: aufzubewahren bis { $until }{ $state ->
    [due] {", "}Frist abgelaufen
    [deleted] {", "}gelöscht
   *[other] {""}
}
retention-none = Es liegen keine Auszüge von Registern vor.
retention-deleted = Gelöscht: der Auszug in { $folder }. Was gezählt wurde, bleibt dort; die Löschung steht in shielded/deleted-extracts.csv.
retention-nothing = Nichts zu löschen.
birthplaces-suggested = { $count ->
    [one] Eine Schreibweise ist
   *[other] { $count } Schreibweisen sind
} offen. Vorschläge mit Punktwert stehen in { $file }; was Sie bestätigen, übernehmen Sie in shielded/birthplaces.csv.
birthplaces-none = Alle Schreibweisen von Geburtsorten sind geklärt, oder es liegt kein Auszug vor.
releases-line = { $release }  { $tables } Tabellen, { $figures } Werte{ $note }
releases-current = , gültig
releases-because = , löst { $earlier } ab: { $because }
diff-summary = { $added } neue, { $changed } geänderte, { $withdrawn } zurückgezogene Werte.
diff-added = neu
diff-changed = geändert
diff-withdrawn = zurückgezogen
diff-more = … und { $count } weitere
show-head = { $title }
show-value = { $label }: { $value }
show-fraction = { $numerator } von { $denominator }
show-numerator = Zähler
show-denominator = Nenner
show-status = Zustand
show-source = Quelle
show-received = geliefert am
show-release = Freigabe
show-whole = insgesamt
status-value = Wert
status-nothing = nichts vorhanden (–)
status-withheld = nicht veröffentlicht (.)
status-unreliable = wenig verlässlich ( )
status-pending = folgt später (…)
status-senseless = nicht sinnvoll (x)
status-missing = liegt nicht vor
demo-done = Musterstadt liegt in { $folder }; die Startseite ist { $page }
demo-because = Demo neu angelegt
demo-by = Demo

## Bemerkungen
severity-error = Fehler
severity-warning = Warnung
severity-note = Bemerkung
severity-hint = Tipp
place-row = { $file }, Zeile { $row }
place-row-column = { $file }, Zeile { $row }, Spalte „{ $column }“
remarks-summary = { $errors ->
    [0] Keine Fehler
    [one] Ein Fehler
   *[other] { $errors } Fehler
}, { $warnings ->
    [0] keine Warnungen
    [one] eine Warnung
   *[other] { $warnings } Warnungen
}, { $notes ->
    [0] keine Bemerkungen
    [one] eine Bemerkung
   *[other] { $notes } Bemerkungen
}.

## Für wen
for-council = , für den Rat
for-administration = , für die Verwaltung
option-audience = Für wen: public, council oder administration (ohne Angabe: für alle)
value-audience = ADRESSAT
remark-release-misplaced = Diese Freigabe ist für „{ $audience }“ und liegt nicht, wo deren Freigaben liegen.
    .hint = Legen Sie den Ordner zurück. Lag eine Freigabe für wenige bei denen für alle, prüfen Sie, wer sie gesehen haben kann.
remark-ledger-unexpected = Diese Datei gehört nicht in das Verzeichnis des früher Freigegebenen.
    .hint = Dort liegt für jede Produktion eine Datei mit ihrer Nummer, zum Beispiel 2026-001.csv, und nichts anderes. Wurde eine umbenannt, geben Sie ihr den Namen zurück.
remark-secret-made = Das Geheimnis für die Zufallswerte (cell-key) wurde neu angelegt.
    .hint = Sichern Sie diese Datei dort, wo auch die Lieferungen gesichert werden, und geben Sie sie niemandem. Ohne sie kann später nichts mehr freigegeben werden, was mit ihr geschützt ist.

## Was der Rechner nicht konnte
trouble = Das ging nicht: { $trouble }
trouble-read = { $path } lässt sich nicht lesen ({ $cause }).
trouble-write = { $path } lässt sich nicht schreiben ({ $cause }).
trouble-rename = { $path } lässt sich nicht umbenennen ({ $cause }).
trouble-remove = { $path } lässt sich nicht entfernen ({ $cause }).
trouble-list = Der Ordner { $path } lässt sich nicht lesen ({ $cause }).
trouble-lock = { $path } lässt sich nicht sperren ({ $cause }).
trouble-busy = In { $path } arbeitet gerade ein anderer Lauf. Bitte warten Sie, bis er fertig ist.
trouble-panic = Das Programm hat einen Fehler und hört hier auf ({ $place }). Geschrieben ist nichts Halbes.
cause-not-found = gibt es nicht
cause-permission-denied = keine Berechtigung
cause-already-exists = gibt es schon
cause-storage-full = kein Platz mehr
cause-address-in-use = die Adresse ist schon belegt
cause-not-a-folder = das ist kein Ordner
cause-is-a-folder = das ist ein Ordner
cause-read-only = der Datenträger ist schreibgeschützt

## Serving
serve-read = „{ $path }“ lässt sich nicht lesen: { $cause }
serve-no-start = In „{ $path }“ liegt keine veröffentlichte Seite: dort fehlt „index.html“. Zuerst hilft „mehrklang publish“.
serve-in-use = An { $address } antwortet schon ein anderes Programm. Mit „--address“ lässt sich eine andere Adresse wählen.
serve-listen = Die Adresse { $address } lässt sich nicht öffnen: { $cause }
serve-run = Der Webdienst lässt sich nicht betreiben: { $cause }

## concepts
command-concept = Begriffe: wer nach welcher Fassung dazuzählt, und Regeln an erfundenen Personen ausprobieren
command-concept-list = Alle Begriffe mit ihren Fassungen auflisten
command-concept-show = Einen Begriff oder eine Fassung in Worten zeigen, mit Regel, Zweck und Grenzen
command-concept-apply = Eine Fassung auf erfundene Personen anwenden und sagen, was jeweils entscheidet
command-concept-compare = Fassungen vergleichen, an der Freigabe oder an erfundenen Personen: wen zählt die eine und die andere nicht
command-concept-add = Einen mitgelieferten Begriff in das Monitoring übernehmen
option-concept = Name des Begriffs
option-compared = Name des Begriffs, oder eines Indikators, der nach mehreren Fassungen zählt
option-concept-version = Fassung des Begriffs (nötig nur, wenn es mehrere gibt)
option-versions = Fassungen, durch Kommas getrennt (nötig nur bei einem Begriff)
option-persons = CSV-Datei mit erfundenen Personen; im Kopf stehen die Attribute
value-concept = BEGRIFF
value-compared = BEGRIFF|INDIKATOR
value-concept-version = FASSUNG
value-versions = FASSUNGEN
value-persons = DATEI
concept-list = { $name }: { $title }
concept-list-own = { $name }: { $title } (in diesem Monitoring)
concept-list-version = {"    "}{ $name }: { $title } – { $issuer }
concept-added = Übernommen: { $file }. Die Datei gehört jetzt Ihnen.
concept-head = { $text }
concept-purpose = Wozu: { $text }
concept-criticism = Umstritten: { $text }
concept-version = Fassung: { $text }
concept-issuer = Herausgegeben von: { $text }
concept-source = Grundlage: { $text }
concept-address = Nachzulesen: { $text }
concept-valid = Gültig: { $text }
concept-population = Erfasst werden: { $text }
concept-covers = Erfasst werden, als Regel: { $text }
concept-missing = Fehlt eine Angabe: { $how ->
    [undeterminable] Die Person ist nicht bestimmbar, wenn es auf die Angabe ankommt.
    [counts-as-false] Was nicht bekannt ist, zählt als nein.
   *[category] Die Person gehört zu „{ $category }“.
}
concept-category = {"    "}{ $title } ({ $code }), wenn:
concept-category-broader = {"    "}{ $title } ({ $code }): zusammen die Kategorien, die dazugehören
concept-category-missing = {"    "}{ $title } ({ $code }): wenn eine Angabe fehlt, auf die es ankommt
concept-category-rest = {"    "}{ $title } ({ $code }): alle übrigen
concept-attributes = Gefragt wird nach: { $text }
concept-limits = Grenzen: { $text }
concept-criticism-version = Umstritten an dieser Fassung: { $text }
concept-comparable = Vergleichbar mit { $version }: { $how ->
    [same] ja, beide zählen dieselben Menschen.
    [similar] ähnlich. { $reason }
    [not] nein. { $reason }
   *[unsaid] niemand hat es festgestellt; bis dahin nicht.
}
concept-not-said = Mit allen Fassungen, die hier nicht stehen, wird nicht verglichen.
concept-of-parent = Elternteil { $number }: { $title }
concept-of-person = Person: { $title }
concept-weak = { $title } (schwach)
concept-class = { $class ->
    [category] { $category }
    [undeterminable] nicht bestimmbar
    [nowhere] gehört in keine Kategorie
    [contradiction] gehört in zwei Kategorien, die sich ausschließen
   *[not-covered] wird nicht erfasst
}
concept-reason = { $class } ({ $why ->
    [decides] es entscheidet
    [suffices] es genügt
   *[lacks] es fehlt
}: { $attributes })
concept-row = Zeile { $row }: { $text }
concept-count = { $title }: { $count }{ $weak ->
    [0] {""}
   *[other] , davon { $weak } nur wegen eines schwachen Attributs
}
concept-compare-head = „{ $one }“ und „{ $other }“
concept-compare-cell = {"    "}{ $one } / { $other }: { $count }
concept-compare-row = Zeile { $row }: { $one } / { $other }

gate-line = { $state ->
    [done] ✓
    [overridden] ~
    [blocks] ✗
   *[open] !
} { $check ->
    [embargo] Sperrfrist
    [signed-off] Unterschrift der Statistikstelle
    [references] Zahlen in Texten
    [interpretations] Einordnungen in allen Sprachen
    [targets] Unterschriften unter Zielen
    [balance] Stärken neben Defiziten
    [plain-language] Zusammenfassung in Leichter Sprache
    [texts] Texte neuer als die Freigabe
   *[remarks] Offene Warnungen zu den Definitionen
}: { $state ->
    [done] erledigt
    [overridden] offen ({ $open }), übergangen von { $by } am { $on }: { $because }
    [blocks] blockiert ({ $open })
   *[open] offen ({ $open })
}

# Die Schnittstelle von „serve“.
api-no-such-address = Unter dieser Adresse liegt nichts. Alle Adressen stehen in /api/v2/openapi.json.
api-no-such-table = Eine Tabelle „{ $id }“ gibt es nicht. Alle Tabellen stehen unter /api/v2/tables.
api-no-such-code-list = Es gibt keine Schlüssellisten neben den Schlüsseln der Tabellen.
api-no-such-dimension = Eine Angabe „{ $id }“ hat die Tabelle nicht. Es gibt: { $known }.
api-no-such-code = Bei „{ $dimension }“ passt kein Schlüssel zu „{ $asked }“. Alle Schlüssel stehen in den Metadaten der Tabelle.
api-no-selection = Der Inhalt der Anfrage ist keine Auswahl. So sieht eine aus: {"{"}"selection": [{"{"}"variableCode": "period", "valueCodes": ["*"]{"}"}]{"}"}
api-bad-parameter = „{ $name }“ kann nicht „{ $value }“ sein. Möglich: { $known }.
api-too-many = Das sind mehr als { $most } Zellen. Bitte in mehreren Anfragen weniger auswählen.
api-method = Diese Adresse wird nicht so gefragt. Welche Anfragen es gibt, steht in /api/v2/openapi.json.
serve-api-broken = „{ $path }“ ist keine Datei, wie sie dieses Programm schreibt. Nach „mehrklang publish“ liegt sie neu vor.
