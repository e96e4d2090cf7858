# remarks

## program
remark-not-utf-8 = Diese Datei ist nicht als UTF-8 gespeichert.
    .hint = Speichern Sie die Datei im Editor mit der Kodierung UTF-8.
remark-unknown-source = Die Quelle „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-source-needed = Es gibt mehrere Quellen; bitte nennen Sie mit --source eine von: { $sources }
remark-unknown-indicator-asked = Den Indikator „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-unknown-area-asked = Das Gebiet „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-unknown-group-asked = Die Gruppe „{ $name }“ kennen wir nicht.
    .hint = Schreiben Sie Merkmal=Ausprägung, zum Beispiel { $near }.
remark-unknown-period-asked = „{ $name }“ ist kein Zeitraum.
    .hint = Schreiben Sie ein Jahr wie 2024 oder ein Datum wie 2024-12-31.
remark-unknown-release = Die Freigabe „{ $name }“ gibt es nicht.
    .hint = Meinten Sie „{ $near }“?
remark-unknown-edition-asked = Die Ausgabe „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-edition-needed = Bitte nennen Sie eine der Ausgaben: { $editions }
remark-no-release = Es gibt noch keine Freigabe.
    .hint = Erst „mehrklang receive“ für die Lieferungen, dann „mehrklang produce“.
remark-gate-blocks = Vor der Veröffentlichung fehlt noch etwas: { $check ->
    [embargo] Die Sperrfrist läuft bis { $open }.
    [signed-off] Die Statistikstelle hat die Freigabe { $open } nicht unterzeichnet.
   *[other] { $open }
}
    .hint = Erledigen Sie den Punkt, oder halten Sie in edition.toml unter [[override]] fest, wer ihn warum übergeht (check = "{ $check }").
remark-not-published = Die Ausgabe „{ $name }“ ist noch nicht veröffentlicht.
    .hint = Rufen Sie zuerst „mehrklang publish { $name }“ auf.
remark-edition-followed = Auf diese Ausgabe folgt schon „{ $later }“; sie bleibt, wie sie veröffentlicht wurde.
    .hint = Rufen Sie „mehrklang publish { $later }“ auf.
remark-superseding-needs-reason = Die neue Freigabe löst { $release } ab; dazu gehört ein Grund.
    .hint = Nennen Sie ihn mit --because, zum Beispiel: --because "Lieferung des Schulamts berichtigt"
remark-unresolved-reference = Zu { $reference } gibt es keinen veröffentlichten Wert.
remark-definitions-newer = Die Definitionen sind neuer als die Freigabe { $release }: { $count ->
    [one] eine Datei hat
   *[other] { $count } Dateien haben
} sich geändert.
    .hint = Mit „mehrklang produce“ entsteht eine Freigabe nach den neuen Definitionen.
remark-said-at-receipt = { $count ->
    [one] Eine Bemerkung steht im Empfangsschein ihrer Lieferung
   *[other] { $count } Bemerkungen stehen in den Empfangsscheinen der Lieferungen
}; hier wird das nicht wiederholt.
remark-review-there = Die Datei { $file } gibt es schon; sie bleibt, wie sie ist.
    .hint = Tragen Sie dort ein, was noch fehlt, oder nennen Sie ein anderes Jahr.
remark-folder-not-empty = Der Ordner „{ $folder }“ ist nicht leer und keine Demo.
    .hint = Wählen Sie einen anderen Ordner oder leeren Sie diesen.

## production and release
remark-release-file-missing = Die Freigabe ist unvollständig: Diese Datei fehlt.
remark-release-file-unexpected = Diese Datei gehört nicht zu einer Freigabe.
remark-release-newer = Diese Freigabe hat das Format { $format }; das kennt erst eine neuere Fassung des Programms.
    .hint = Öffnen Sie sie mit einer neueren Fassung von Mehrklang.
remark-release-manifest = Das Verzeichnis der Freigabe ist nicht so, wie es versiegelt wurde.
    .hint = Eine Freigabe wird nie bearbeitet. Stellen Sie den Ordner aus der Sicherung oder aus Git wieder her.
remark-release-changed = Diese Datei ist nicht mehr so, wie sie versiegelt wurde.
    .hint = Eine Freigabe wird nie bearbeitet. Stellen Sie den Ordner aus der Sicherung oder aus Git wieder her.
remark-release-malformed = Diese Datei der Freigabe lässt sich nicht lesen.
remark-delivery-unknown-source = Diese Lieferung gehört zu der Quelle „{ $source }“; die kennen wir nicht.
    .hint = Legen Sie open/sources/{ $source }.toml an oder prüfen Sie den Namen des Ordners.
remark-source-without-delivery = Zur Quelle „{ $source }“ gibt es keine Lieferung, die sich verwenden lässt. Ihre Indikatoren bleiben leer.
    .hint = Nehmen Sie eine auf: mehrklang receive --source { $source } DATEI
remark-cube-too-large = Die Merkmale von { $measure } haben zusammen mehr Kombinationen, als sich zählen lassen.
    .hint = Liefern Sie weniger Merkmale gemeinsam.
remark-sum-too-large = Eine Summe von { $measure } ist größer, als sich genau rechnen lässt.
    .hint = Prüfen Sie die Zahlen der Lieferung oder die Nachkommastellen in der Definition der Quelle.
remark-table-not-delivered = Die Tabelle { $measure } nach { $by } wird von einem Indikator verlangt, aber nicht geliefert.
remark-table-refused = { $measure } für { $period }: { $audience ->
        [public] Der Öffentlichkeit
        [council] Dem Rat
       *[other] Der Verwaltung
    } kann davon nichts Neues gezeigt werden; was schon bekannt ist, ließe Geschütztes errechnen.
    .hint = Prüfen Sie, was früher veröffentlicht wurde und ob sich die Regeln der Quelle seither verschärft haben.
remark-table-refused-zeros = { $measure } für { $period }: { $audience ->
        [public] Der Öffentlichkeit
        [council] Dem Rat
       *[other] Der Verwaltung
    } kann davon nichts Neues gezeigt werden: Für eine der Größen, die hier zusammengehören, gilt „group-disclosure“, für eine andere werden Nullen gezeigt, und gezeigte Nullen verraten, was „group-disclosure“ schützen soll.
    .hint = Schreiben Sie für alle Quellen, deren Größen in einem Anteil zusammenstehen, dieselbe Angabe „zeros“, oder nehmen Sie „group-disclosure“ zurück.
remark-table-refused-overlap = Die Tabelle { $measure } (Merkmale: { $by }) wird für die Ebene „{ $level }“ nicht freigegeben: Deren Gebiete schneiden die einer anderen gezeigten Ebene, und ihre Unterschiede wären kleine Gebiete.
    .hint = Zeigen Sie die Zahlen nur für eine der beiden Gliederungen.
remark-table-refused-too-large = Die Tabelle { $measure } (Merkmale: { $by }) wird für die Ebene „{ $level }“ nicht freigegeben: Zusammen mit den übrigen Tabellen derselben Personen hat sie zu viele Felder, um alle auf einmal zu schützen.
    .hint = Nehmen Sie ein Merkmal heraus, fassen Sie Ausprägungen zusammen oder wählen Sie größere Gebiete.
remark-table-refused-contributions = Die Tabelle { $measure } (Merkmale: { $by }) wird für die Ebene „{ $level }“ nicht freigegeben: Für Summen gilt eine Regel über einzelne Beiträge, und die Lieferung enthält keine.
    .hint = Nehmen Sie „dominance“ und „p-percent“ für diese Quelle zurück, oder lassen Sie sich freigegebene Summen liefern.
remark-table-refused-contradiction = { $measure } und was dazu gehört wird für { $period } nicht freigegeben: Die gelieferten Zahlen widersprechen sich. Ein Teil ist größer als sein Ganzes, oder Teile ergeben ihr Ganzes nicht.
    .hint = Lassen Sie die Lieferung prüfen; berichtigen Sie sie mit „corrections.toml“.
remark-table-refused-unsolved = { $measure } und was dazu gehört wird für { $period } nicht freigegeben: Felder sind schon gesperrt geliefert worden, und es ließ sich keine Tabelle finden, die zu allen gelieferten Zahlen passt.
    .hint = Lassen Sie sich die Zahlen ungesperrt oder mit weniger Gliederung liefern.
remark-table-loses-much = Die Tabelle { $measure } (Merkmale: { $by }) verliert auf der Ebene „{ $level }“ { $audience ->
        [public] für die Öffentlichkeit
        [council] für den Rat
       *[other] für die Verwaltung
    } mehr, als die Regeln hinnehmen.
    .hint = Vorschläge, die Tabelle zu vergröbern, stehen mit dem Verlust, den sie übrig ließen, im Protokoll (advice.csv). Was Sie unter [[coarsen]] in policy.toml eintragen, wird beim nächsten Mal angewendet.
remark-proof-unreadable = Der Nachweis ist ab Zeile { $line } nicht lesbar.
    .hint = Nehmen Sie die Datei, wie sie unter shielded/protocols/…/proofs/ liegt.
remark-proof-unknown-name = Der Nachweis nennt „{ $name }“; die Definitionen der Freigabe kennen das nicht.
    .hint = Prüfen Sie, ob Nachweis und Freigabe zusammengehören.
remark-proof-does-not-hold = Der Nachweis gilt für diese Freigabe nicht.
    .hint = Prüfen Sie, ob Nachweis und Freigabe zusammengehören. Tun sie das, sollte die Freigabe zurückgezogen werden, bis das geklärt ist.
remark-proof-of-other-audience = Der Nachweis gehört zur Freigabe für andere Leserinnen und Leser.
remark-ledger-broken = Das Verzeichnis des früher Freigegebenen ist ab Zeile { $line } nicht lesbar. Ohne es kann nichts Neues geschützt werden.
    .hint = Stellen Sie die Datei aus einer Sicherung wieder her; sie darf nicht von Hand geändert werden.
remark-policy-no-secret = Für die Quelle { $source } ist das Verfahren „cell-key“ gewählt, aber das Geheimnis des Amtes fehlt oder ist zu kurz.
    .hint = Legen Sie shielded/secret.key aus der Sicherung zurück. Mit einem neuen Geheimnis bekämen dieselben Personen andere Zuschläge.
remark-policy-noise-infeasible = Für die Quelle { $source } gibt es keine Zuschläge mit dieser Streuung und dieser Grenze.
    .hint = Wählen Sie unter „noise“ eine andere Streuung, eine größere Grenze oder weniger ausgeschlossene Ergebnisse.
remark-table-refused-uncounted = Die Tabelle { $measure } (Merkmale: { $by }) wird für die Ebene „{ $level }“ nicht freigegeben: Die Quelle sagt nicht, wie viele Personen hinter ihren Werten stehen.
    .hint = Nennen Sie bei der Kennzahl unter „counted-by“ die Kennzahl, die diese Personen zählt.

## definitions
remark-no-monitoring = In diesem Ordner liegt kein Monitoring: Die Datei open/monitoring.toml fehlt.
    .hint = „mehrklang demo“ legt ein Beispiel an; mit --dir nennen Sie einen anderen Ordner.
remark-syntax = { $problem ->
    [duplicate-key] Diese Angabe steht hier zum zweiten Mal.
    [other-value] Diese Angabe hat schon einen anderen Wert.
    [quotes] Hier fehlt das schließende Anführungszeichen.
    [unclosed] Hier fehlt eine schließende Klammer.
    [value] Hier fehlt der Wert.
    [comma] Hier fehlt ein Komma, oder es ist eines zu viel.
    [equals-sign] Zwischen Angabe und Wert gehört ein Gleichheitszeichen.
    [unquoted] Das ist kein Wert. Texte stehen zwischen zwei geraden Anführungszeichen.
    [trailing] Hinter dem Wert steht noch etwas, das nicht dazugehört.
    [leading-zero] Zahlen beginnen nicht mit 0; Schlüssel stehen als Text in Anführungszeichen.
    [escape] Ein Rückwärtsstrich hat in Texten eine eigene Bedeutung; schreiben Sie ihn doppelt.
    [key] Das ist als Angabe nicht möglich: Angaben bestehen aus a bis z, Ziffern und Bindestrichen, dann folgt ein Gleichheitszeichen.
   *[other] Das ist kein gültiges TOML.
}
remark-unknown-key = Die Angabe „{ $key }“ kennen wir hier nicht.
    .hint = Meinten Sie „{ $near }“?
remark-misplaced-key = Die Angabe „{ $key }“ gehört nur zu { $other } = { $words }.
remark-missing-key = Hier fehlt die Angabe „{ $key }“.
remark-missing-translation = Hier fehlt der { $language ->
    [en] englische
   *[other] deutsche
} Text.
remark-empty-text = Dieser Text ist leer.
remark-wrong-type = Hier gehört { $expected ->
    [local] ein Text je Sprache hin: die Angabe mit .de und mit .en
    [text] ein Text in Anführungszeichen hin
    [boolean] true oder false hin
    [whole] eine ganze Zahl hin
    [number] eine Zahl hin, mit Punkt als Dezimalzeichen
    [period] ein Zeitraum als Text hin, zum Beispiel "2024", "2024-Q3" oder "2024-12-31"
    [day] ein Tag des Jahres als Text hin, zum Beispiel "12-31"
    [date] ein Tag als Text hin, zum Beispiel "2024-12-31"
    [code] ein Schlüssel als Text in Anführungszeichen hin; als Zahl verlöre er führende Nullen
    [measure-key] eine Größe mit ihrer Quelle hin, zum Beispiel "einwohner.residents"
    [list] eine Liste in eckigen Klammern hin
    [tables] eine Reihe von Abschnitten in doppelten eckigen Klammern hin
   *[table] eine Gruppe von Angaben in geschweiften Klammern oder ein eigener Abschnitt hin
}.
remark-out-of-range = Diese Zahl muss zwischen { $least } und { $most } liegen.
remark-unknown-word = „{ $word }“ ist hier nicht vorgesehen. Möglich sind: { $known }
    .hint = Meinten Sie „{ $near }“?
remark-either = Hier gehört genau eines davon hin: { $ways }
remark-bad-name = „{ $name }“ ist als Name oder Schlüssel nicht möglich.
    .hint = Schreiben Sie zum Beispiel „{ $near }“.
remark-file-name = „{ $name }“ ist als Name einer Datei oder eines Ordners hier nicht möglich: Er steht in Adressen und besteht aus Kleinbuchstaben, Ziffern und Bindestrichen.
    .hint = Nennen Sie die Datei oder den Ordner „{ $near }“.
remark-unknown-file = Diese Datei wird nicht gelesen: An dieser Stelle erwarten wir keine.
    .hint = Meinten Sie { $near }?
remark-unused-file = Auf diese Datei verweist keine Raumebene.
remark-missing-file = Dazu fehlt die Datei { $file }.
remark-unknown-reference = { $kind ->
    [field] Das Handlungsfeld „{ $name }“ gibt es nicht.
    [objective] Das Ziel „{ $name }“ gibt es nicht.
    [target] Den Zielwert „{ $name }“ gibt es nicht.
    [term] Den Ausdruck „{ $name }“ gibt es weder hier noch in der Liste des Programms.
    [area] Das Gebiet „{ $name }“ gibt es nicht.
    [level] Die Raumebene „{ $name }“ gibt es nicht.
    [variable] Das Merkmal „{ $name }“ gibt es nicht.
    [category] Das Merkmal „{ $of }“ hat keine Ausprägung „{ $name }“.
    [source] Die Quelle „{ $name }“ gibt es nicht.
    [concept] Den Begriff „{ $name }“ gibt es nicht.
    [version] Der Begriff „{ $of }“ hat keine Fassung „{ $name }“.
    [version-category] Die Fassung „{ $of }“ hat keine Kategorie „{ $name }“.
    [measure] Die Quelle „{ $of }“ liefert keine Größe „{ $name }“.
    [measure-here] Diese Quelle liefert keine Größe „{ $name }“.
    [column] Diese Satzbeschreibung hat keine Spalte „{ $name }“.
    [edition] Die Ausgabe „{ $name }“ gibt es nicht.
    [audience] Der Adressat „{ $name }“ steht nicht unter „audiences“.
   *[indicator] Den Indikator „{ $name }“ gibt es nicht.
}
    .hint = Meinten Sie „{ $near }“?
remark-duplicate = { $kind ->
    [objective] Das Ziel „{ $name }“ steht zum zweiten Mal hier.
    [target] Der Zielwert „{ $name }“ steht zum zweiten Mal hier.
    [answer] Auf diesen Hinweis zu „{ $name }“ ist schon geantwortet.
    [term] Den Ausdruck „{ $name }“ gibt es schon, hier oder in der Liste des Programms.
    [allowed] Der Ausdruck „{ $name }“ ist schon erlaubt.
    [source-effort] Die Quelle „{ $name }“ steht in dieser Prüfung zum zweiten Mal.
    [record] Der Indikator „{ $name }“ steht in dieser Prüfung zum zweiten Mal.
    [break] Der Bruch „{ $name }“ steht zum zweiten Mal hier.
    [area] Der Schlüssel „{ $name }“ ist schon an ein anderes Gebiet vergeben.
    [level] Die Raumebene „{ $name }“ steht zum zweiten Mal hier.
    [variable] Das Merkmal „{ $name }“ steht zum zweiten Mal hier.
    [category] Die Ausprägung „{ $name }“ steht zum zweiten Mal hier.
    [measure] Die Größe „{ $name }“ steht zum zweiten Mal hier.
    [column] Die Spalte „{ $name }“ ist für dieselben Zeilen schon beschrieben.
    [audience] Der Adressat „{ $name }“ steht zum zweiten Mal hier.
    [version] Die Fassung „{ $name }“ steht zum zweiten Mal hier.
    [comparable] Über die Vergleichbarkeit mit „{ $name }“ ist hier schon etwas gesagt.
    [item] Eine Spalte „{ $name }“ ist schon beschrieben.
    [coarsening] Diese Vergröberung von „{ $name }“ steht zum zweiten Mal hier.
   *[indicator] Einen Indikator „{ $name }“ gibt es schon in einem anderen Handlungsfeld; sein Name ist seine Adresse.
}
remark-duplicate-alias = { $kind ->
    [area] Die Schreibweise „{ $name }“ steht schon für ein anderes Gebiet dieser Raumebene.
   *[category] Die Schreibweise „{ $name }“ steht schon für etwas anderes in diesem Merkmal.
}
remark-cycle = { $kind ->
    [objective] Diese Ziele dienen einander im Kreis: { $way }
    [indicator] Diese Indikatoren folgen einander im Kreis nach: { $way }
    [target] Diese Zielwerte lösen einander im Kreis ab: { $way }
    [level] Diese Raumebenen liegen im Kreis übereinander: { $way }
    [area] Diese Gebiete liegen im Kreis ineinander: { $way }
   *[category] Diese Ausprägungen enthalten sich im Kreis: { $way }
}
remark-first-level = { $count ->
    [0] Keine Raumebene steht über allen anderen.
   *[other] Genau eine Raumebene steht über allen anderen; hier haben mehrere keine darüber: { $names }
}
remark-first-level-areas = Auf der Raumebene „{ $level }“ liegt genau ein Gebiet, die Kommune selbst; hier sind es { $count }.
remark-code-of-whole = Die Kommune hat hier den Schlüssel „{ $code }“, in open/monitoring.toml aber „{ $expected }“.
remark-also-in-level = { $area } kann unter „also-in“ nicht in { $other } (Ebene „{ $level }“) liegen: Genannt wird von jeder anderen Gliederung ein Gebiet, keines der eigenen Ebene und keines darüber oder darunter.
remark-area-without-parent = Für das Gebiet „{ $area }“ fehlt die Angabe „parent“: in welchem Gebiet der Raumebene „{ $level }“ es liegt.
remark-parent-of-first = Über dem Gebiet „{ $area }“ liegt keines: Es gehört zur ersten Raumebene.
remark-parent-level = Das Gebiet „{ $area }“ muss in einem Gebiet der Raumebene „{ $level }“ liegen; dieses hier gehört zu „{ $found }“.
remark-validity-backwards = Die Gültigkeit endet, bevor sie beginnt.
remark-union-not-below = Die Raumebene „{ $of }“ liegt nicht unter „{ $level }“; ihre Umrisse lassen sich nicht dazu vereinigen.
remark-outlines-absent = Die Datei { $file } ist nicht da; ohne sie gibt es für die Raumebene „{ $level }“ keine Karte.
remark-outlines-missing = { $count ->
    [one] Einem Gebiet
   *[other] { $count } Gebieten
} der Raumebene „{ $level }“ fehlt der Umriss, zum Beispiel „{ $first }“.
remark-geojson-broken = Diese Datei ist keine GeoJSON-Sammlung von Flächen.
    .hint = Speichern Sie die Flächen im Geoinformationssystem als „GeoJSON, FeatureCollection“.
remark-geojson-property = Keine Fläche hat die Eigenschaft „{ $property }“.
remark-geojson-without-code = { $count ->
    [one] Einer Fläche
   *[other] { $count } Flächen
} fehlt die Eigenschaft „{ $property }“, zum Beispiel der Fläche Nummer { $first }.
remark-geojson-unknown-code = { $count ->
    [one] Eine Fläche gehört
   *[other] { $count } Flächen gehören
} zu keinem Gebiet dieser Raumebene, zum Beispiel „{ $first }“.
remark-geojson-no-polygon = { $count ->
    [one] Ein Umriss ist
   *[other] { $count } Umrisse sind
} keine Fläche (Polygon oder MultiPolygon), zum Beispiel „{ $first }“.
remark-geojson-projection = { $count ->
    [one] Ein Umriss ist
   *[other] { $count } Umrisse sind
} nicht in Längen- und Breitengraden angegeben, zum Beispiel „{ $first }“.
    .hint = Speichern Sie die Flächen im Koordinatensystem WGS 84 (EPSG:4326).
remark-colour = „{ $colour }“ ist keine Farbe.
    .hint = Schreiben Sie ein # und sechs Ziffern von 0 bis f, etwa „#0d4a66“.
remark-colour-contrast = Die Farbe „{ $colour }“ ist auf Weiß nicht gut zu lesen: nötig ist ein Kontrast von 4,5 zu 1 (WCAG 2.2, 1.4.3).
    .hint = Die hellste lesbare Farbe dieses Tons ist „{ $readable }“.
remark-logo-says-missing = Zum Logo fehlt, was es zeigt; wer es nicht sieht, erfährt sonst nichts davon.
    .hint = Schreiben Sie in { $file } unter [design]: logo-says.de = "Wappen der Stadt: …"
remark-logo-missing = Hier steht, was ein Logo zeigt; aber neben dieser Datei liegt keine logo.svg.
    .hint = Legen Sie das Logo als open/logo.svg ab, oder streichen Sie „logo-says“.
remark-edition-language = Die Ausgabe soll in der Sprache „{ $language }“ erscheinen, die open/monitoring.toml nicht nennt.
remark-edition-address = Das ist keine Adresse im Netz.
    .hint = Schreiben Sie sie vollständig, zum Beispiel address = "https://monitoring.musterstadt.example/".
remark-edition-follows = Diese Ausgabe kann nicht auf „{ $earlier }“ folgen.
    .hint = Jede Ausgabe folgt auf höchstens eine andere mit demselben Adressaten (audience), keine auf sich selbst, und auf jede folgt höchstens eine.
remark-counted-by-no-count = „{ $measure }“ ist keine Anzahl (count) und kann deshalb nicht sagen, wie viele Personen hinter einer Zahl stehen.
remark-noise-impossible = Eine Überlagerung mit dieser Varianz gibt es nicht: Die Varianz ist größer als null und höchstens das Quadrat der größten Abweichung („bound“).
remark-same-signs = Dezimalzeichen und Tausenderzeichen sind gleich.
remark-layout-without-period = Keine Spalte nennt den Zeitraum.
    .hint = Eine Spalte braucht is = "period", oder die Köpfe einer breiten Tabelle enthalten {"{"}period{"}"}.
remark-layout-without-measure = Keine Spalte enthält eine Größe (is = "measure").
remark-measure-kind = Die Größe „{ $measure }“ passt nicht zu diesem Indikator: { $kind ->
    [given] „given“ übernimmt fertige Kennzahlen der Quelle (kind = "figure").
   *[other] Mit einer fertigen Kennzahl (kind = "figure") lässt sich nicht weiterrechnen.
}
remark-not-delivered = Nach dem Merkmal „{ $variable }“ unterscheidet die Quelle „{ $source }“ in ihren Dateien nicht.
remark-against-itself = „{ $one }“ und „{ $other }“ sind dasselbe; das Ergebnis stünde immer schon fest.
remark-breakdown-fixed = Nach dem Merkmal „{ $variable }“ lässt sich hier nicht gliedern: Der Indikator legt es selbst fest.
remark-level-unpublished = Die Raumebene „{ $level }“ wird nicht veröffentlicht (published = false).
remark-core-incomplete = { $key ->
    [question] Ein Kernindikator sagt, welche Frage er beantwortet: Hier fehlt „question“.
   *[reason] Ein Kernindikator sagt, warum er erhoben wird: Hier fehlt „reason“.
}
    .hint = Ergänzen Sie { $key }.de oder nehmen Sie core = true zurück.
remark-core-many = Es sind { $count } Kernindikatoren. Mehr als { $most } behält niemand im Blick.
    .hint = Prüfen Sie, welche Indikatoren ohne core = true genügen.
remark-core-few = { $count ->
    [0] Es gibt noch keinen Kernindikator
    [one] Es gibt einen Kernindikator
   *[other] Es sind { $count } Kernindikatoren
}; empfohlen sind mindestens { $least }.
remark-core-lopsided = Von den Kernindikatoren zeigen { $strengths } Stärken und { $deficits } Defizite. Eine Seite hat mehr als das Dreifache der anderen.
    .hint = Nehmen Sie Indikatoren der anderen Seite auf, damit das Bild nicht einseitig wird.
remark-reference-malformed = { $problem ->
    [unclosed] Zu dieser geschweiften Klammer fehlt die schließende.
    [empty] Zwischen den geschweiften Klammern steht nichts.
    [what] „{ $word }“ kennen wir nicht. Möglich sind: value, numerator, denominator, change, gap, period.
    [no-equals-sign] „{ $word }“ braucht die Form Wort=Wert.
    [name] „{ $word }“ ist als Name oder Schlüssel nicht möglich.
    [period] „{ $word }“ ist kein Zeitraum. Möglich sind latest, first, base oder zum Beispiel 2024.
    [twice] „{ $word }“ steht zweimal im selben Verweis.
    [only-change] „{ $word }“ gehört nur zu change.
    [only-gap] „{ $word }“ gehört nur zu gap.
    [gap-needs-group] Ein Abstand (gap) braucht eine Gruppe, zum Beispiel sex=female.
    [against-several] Bei mehreren Merkmalen ist nicht klar, zu welchem „{ $word }“ gehört.
   *[needs-indicator] Hier muss der Verweis den Indikator nennen: of=…
}
    .hint = Meinten Sie „{ $near }“?
remark-reference-impossible = { $problem ->
    [level] Den Indikator „{ $indicator }“ gibt es nicht für die Raumebene „{ $word }“.
    [breakdown] Der Indikator „{ $indicator }“ wird nicht nach „{ $word }“ gegliedert.
   *[parts] Der Indikator „{ $indicator }“ hat keinen Wert „{ $word }“: Er ist kein Bruch aus zwei Zahlen.
}
remark-typed-number = Diese Zahl ist von Hand geschrieben. Sie veraltet unbemerkt, und niemand hat geprüft, ob sie gezeigt werden darf.
    .hint = Schreiben Sie einen Verweis wie {"{"}value{"}"} oder {"{"}value period=2012{"}"}; ist es keine Kennzahl, setzen Sie sie in `…`.
remark-text-untranslated = Dazu fehlt die englische Fassung { $file }; die englischen Seiten zeigen den deutschen Text.
remark-unsupported-markup = Das wird nicht übernommen: Texte enthalten Überschriften, Absätze, Listen, Zitate, Hervorhebungen und Verweise.

## deliveries
remark-further-findings = Dasselbe ({ $rule }) steht { $in-column ->
    [yes] in der Spalte „{ $column }“ an { $count ->
        [one] einer weiteren Stelle
       *[other] { $count } weiteren Stellen
    }
   *[no] an { $count ->
        [one] einer weiteren Stelle
       *[other] { $count } weiteren Stellen
    }
}.
remark-other-format = Diese Datei hat nicht das vereinbarte Format ({ $declared }).
    .hint = { $near ->
        [xlsx] Sie sieht aus wie eine Excel-Datei (xlsx). Bitte im vereinbarten Format speichern oder in der Satzbeschreibung format = "xlsx" angeben.
        [xls] Sie sieht aus wie eine Datei aus einem alten Excel (xls). Bitte als xlsx oder CSV speichern.
        [parquet] Sie sieht aus wie eine Parquet-Datei. Bitte im vereinbarten Format liefern lassen oder in der Satzbeschreibung format = "parquet" angeben.
       *[csv] Sie sieht aus wie Text. Bitte im vereinbarten Format liefern lassen oder in der Satzbeschreibung format = "csv" angeben.
    }
remark-other-encoding = Die Zeichen dieser Datei sind anders kodiert als in der Satzbeschreibung angegeben.
    .hint = Sie sieht nach { $near } aus. Ändern Sie die Angabe „encoding“ oder lassen Sie sie weg; dann wird die Kodierung erkannt.
remark-other-delimiter = Die Spalten dieser Datei sind anders getrennt als in der Satzbeschreibung angegeben.
    .hint = Sie sieht nach „{ $near }“ aus. Ändern Sie die Angabe „delimiter“ oder lassen Sie sie weg; dann wird das Trennzeichen erkannt.
remark-delivery-gone = Diese Lieferung lässt sich nicht mehr lesen.
    .hint = Prüfen Sie, ob die Datei noch da ist und wer sie lesen darf.
remark-delivery-changed = Diese Lieferung ist nicht mehr so, wie sie angenommen wurde.
    .hint = Stellen Sie die angenommene Datei wieder her. Neue Zahlen nimmt „mehrklang receive“ an; einzelne Berichtigungen gehören in „corrections.toml“ daneben.
remark-unreadable-file = Diese Datei lässt sich nicht als { $format } lesen; vielleicht ist sie unvollständig.
    .hint = Bitten Sie um eine neue Lieferung oder öffnen und speichern Sie die Datei in dem Programm, aus dem sie kommt.
remark-no-such-sheet = Die Datei hat kein Tabellenblatt „{ $sheet }“.
    .hint = Prüfen Sie die Angabe „sheet“ in der Satzbeschreibung; ohne sie gilt das erste Blatt.
remark-missing-column = Die Spalte „{ $head }“ fehlt.
    .hint = { $found ->
        [row] Dieser Text steht in Zeile { $row }. Stimmen „skip-rows“ und „head-rows“ in der Satzbeschreibung?
        [column] Meinten Sie die Spalte { $near }? Ihr Kopf ist ähnlich geschrieben.
       *[no] Der Tabellenkopf wurde in Zeile { $row } gelesen. Stimmen „skip-rows“ und „head-rows“ in der Satzbeschreibung?
    }
remark-head-stands-twice = Dieser Spaltenkopf steht zweimal in der Tabelle; gelesen wird sonst die erste Spalte.
    .hint = Bitten Sie um eindeutige Spaltenköpfe.
remark-undeclared-column = Die Spalte { $letters } ist in der Satzbeschreibung nicht genannt; sie wird nicht gelesen.
    .hint = Nennen Sie sie mit is = "ignored", oder setzen Sie other-columns = "ignore".
remark-delivery-without-period = In dieser Datei steht nicht, woher der Zeitraum kommt.
    .hint = Nennen Sie eine Spalte mit is = "period" oder einen Spaltenkopf mit {"{"}period{"}"}.
remark-no-rows = Die Datei enthält keine Zeilen mit Zahlen dieser Quelle.
    .hint = Stimmen „skip-rows“, „head-rows“, „ends-before“ und „only“ in der Satzbeschreibung?
remark-text-rows = { $count ->
    [one] Eine Zeile, in der nur die erste Zelle gefüllt ist, wurde
   *[other] { $count } Zeilen, in denen nur die erste Zelle gefüllt ist, wurden
} als Text verstanden und nicht gelesen.
    .hint = Bei Fußnoten am Ende hilft die Angabe „ends-before“.
remark-too-many-cells = Diese Zeile hat mehr Zellen als der Tabellenkopf.
    .hint = Oft steht das Trennzeichen in einem Text oder einer Zahl, die nicht in Anführungszeichen gesetzt ist.
remark-too-few-cells = Diese Zeile hat weniger Zellen als der Tabellenkopf; die übrigen gelten als leer.
    .hint = Vielleicht ist die Datei unvollständig.
remark-unreadable-number = Hier steht weder eine Zahl noch ein bekanntes Zeichen.
    .hint = Erwartet wird das Dezimalzeichen „{ $decimal }“{ $has-thousands ->
        [yes] {" "}und das Tausenderzeichen „{ $thousands }“
       *[no] {""}
    }. Andere Zeichen der Quelle gehören in die Angabe „signs“.
remark-too-precise = Diese Zahl hat mehr Nachkommastellen als vereinbart ({ $decimals }).
    .hint = Wenn die Stellen gelten sollen, setzen Sie „decimals“ bei der Messgröße „{ $measure }“ höher.
remark-too-large = Diese Zahl ist zu groß.
remark-negative-count = Hier steht eine negative Zahl, wo gezählt wird.
remark-unreadable-period = Hier steht kein Zeitraum.
    .hint = { $kind ->
        [school-year] Erwartet wird ein Schuljahr wie 2014/15.
        [reference-date] Erwartet wird ein Jahr oder ein Datum wie 31.12.2015; der Stichtag dieser Quelle ist der { $day }.{ $month }.
       *[year] Erwartet wird ein Jahr wie 2015.
    }
remark-other-day = Hier steht ein anderer Tag als der Stichtag der Quelle.
    .hint = Der Stichtag dieser Quelle ist der { $day }.{ $month }. (Angabe „day“).
remark-other-period = Hier steht ein Zeitraum anderer Art, als die Quelle liefert.
    .hint = { $kind ->
        [school-year] Erwartet wird ein Schuljahr wie 2014/15.
        [reference-date] Erwartet wird ein Jahr oder ein Datum wie 31.12.2015; der Stichtag dieser Quelle ist der { $day }.{ $month }.
       *[year] Erwartet wird ein Jahr wie 2015.
    }
remark-unknown-code = Hier steht ein Schlüssel oder Name, den das Schlüsselverzeichnis nicht kennt.
    .hint = { $has-near ->
        [yes] Meinten Sie „{ $near }“? Schreibweisen der Quelle gehören als „aliases“ in { $list }.
       *[no] Schreibweisen der Quelle gehören als „aliases“ in { $list }.
    }
remark-empty-code = Diese Zelle ist leer; hier muss ein Schlüssel oder Name stehen.
    .hint = Wenn leer „insgesamt“ heißt, nehmen Sie "" in „whole-aliases“ von { $list } auf.
remark-ambiguous-code = Was hier steht, passt auf mehrere Einträge des Schlüsselverzeichnisses.
    .hint = Liefern Sie den Schlüssel statt des Namens, oder machen Sie die Schreibweisen in { $list } eindeutig.
remark-undeclared-group = Diese Gruppe ist in der Satzbeschreibung nicht genannt.
    .hint = Nennen Sie unter „groups“ jeden Text der Spalte mit den Ausprägungen, für die er steht.
remark-conflicting-categories = Zeile und Spalte sagen zum Merkmal „{ $variable }“ Verschiedenes.
    .hint = Gibt die Spalte immer die Gesamtzahl an, gehört das Merkmal in die Angabe „whole“.
remark-leading-zeros = Verlorene führende Nullen wurden ergänzt, in { $count ->
    [one] einer Zeile
   *[other] { $count } Zeilen
} dieser Spalte.
    .hint = Amtliche Schlüssel sind Text. Bitten Sie darum, die Spalte als Text zu liefern.
remark-duplicate-row = Diese Angabe steht schon in Zeile { $first }.
    .hint = Bitten Sie um eine Lieferung ohne doppelte Zeilen, oder nennen Sie mit „only“, welche Zeilen gelten.
remark-contradicting-rows = Dieselbe Angabe steht in Zeile { $first } anders.
    .hint = Fragen Sie bei der liefernden Stelle nach, welche Zahl gilt.
remark-missing-areas = { $count ->
    [one] Ein Gebiet der Ebene „{ $level }“ fehlt
   *[other] { $count } Gebiete der Ebene „{ $level }“ fehlen
} ({ $areas }), { $periods ->
    [one] { $first }
   *[other] in { $periods } Zeiträumen von { $first } bis { $last }
}: { $measures }
remark-missing-years = { $count ->
    [one] Ein Jahr fehlt
   *[other] { $count } Jahre fehlen
} in der Reihe ({ $years }): { $measures }
remark-area-not-valid = Das Gebiet { $area } gab es im Zeitraum { $period } nach den Definitionen nicht.
remark-areas-do-not-add-up = { $partial ->
    [yes] Schon die bekannten Gebiete der Ebene „{ $level }“ ergeben zusammen mehr als diese Zahl.
   *[no] Die Gebiete der Ebene „{ $level }“ ergeben zusammen nicht diese Zahl.
}
remark-categories-do-not-add-up = { $partial ->
    [yes] Schon die bekannten Ausprägungen von „{ $variable }“ ergeben zusammen mehr als diese Zahl.
   *[no] Die Ausprägungen von „{ $variable }“ ergeben zusammen nicht diese Zahl.
}
remark-numerator-above-denominator = Beim Indikator „{ $indicator }“ ist hier der Zähler größer als der Nenner.
remark-unreadable-figure = Die gelieferte Kennzahl ist nicht lesbar; sie wird nur zum Vergleich gebraucht.
remark-figure-differs = Die gelieferte Kennzahl passt nicht zu „{ $numerator }“ und „{ $denominator }“.
remark-jump = Die Reihe springt hier im Zeitraum { $period } ungewöhnlich weit.
    .hint = Ist es ein Tippfehler, eine neue Abgrenzung oder eine wirkliche Veränderung? Fragen Sie nach, bevor Sie veröffentlichen.
remark-corrections-unreadable = Die Berichtigungen lassen sich nicht lesen.
    .hint = Jede Berichtigung ist ein Abschnitt [[correction]] mit row, column, expect, set und reason.
remark-correction-unknown-key = Diese Angabe kennen wir hier nicht.
    .hint = Möglich sind: { $keys }
remark-correction-lacks = Dieser Berichtigung fehlt die Angabe „{ $key }“.
    .hint = Jede Berichtigung nennt row, column, expect, set und einen Grund (reason), Texte in Anführungszeichen.
remark-correction-unknown-column = Die Spalte „{ $head }“ gibt es in der Lieferung nicht.
remark-correction-finds-no-row = Diese Berichtigung findet keine Zeile.
    .hint = Vielleicht hat die liefernde Stelle den Fehler behoben; dann kann die Berichtigung entfallen.
remark-correction-finds-many = Diese Berichtigung passt auf mehrere Zeilen.
    .hint = Nennen Sie unter „row“ so viele Spalten, dass genau eine Zeile bleibt.
remark-correction-expectation-fails = Die Zelle hält nicht, was diese Berichtigung erwartet.
    .hint = Vielleicht hat die liefernde Stelle den Fehler behoben; dann kann die Berichtigung entfallen.

## policy
remark-policy-outside-of-default = Die Angabe „{ $key }“ gehört in den Abschnitt [default] oder in eine Ausnahme [[rule]].
    .hint = Setzen Sie die Zeile [default] darüber.
remark-policy-scheduler = Das ist kein Rechner mit Anschluss.
    .hint = Schreiben Sie zum Beispiel scheduler = "10.0.0.1:50050".
remark-policy-no-audience = Mindestens ein Adressat muss hier stehen; ohne die Angabe „audiences“ ist es die Öffentlichkeit.
remark-policy-audience-order = Die Adressaten stehen vom weitesten zum engsten Kreis: „{ $wider }“ gehört vor „{ $narrower }“.
remark-policy-edition-audience = Die Ausgabe „{ $edition }“ ist für „{ $audience }“; dieser Adressat steht nicht unter „audiences“. Für ihn gelten keine eigenen Regeln, er sieht nur, was alle sehen.
remark-policy-source-public = Die Quelle „{ $source }“ hat ihre Zahlen schon veröffentlicht (already-public); diese Ausnahme bewirkt nichts.
remark-policy-rule-for-all = Diese Ausnahme nennt weder Quelle noch Adressat. Was für alle gilt, gehört in den Abschnitt [default].
remark-policy-rule-empty = Diese Ausnahme legt nichts fest.
remark-policy-needs-method = Die Angabe „{ $key }“ wirkt nur mit method = "{ $method }"; hier gilt für niemanden dieses Verfahren.
remark-policy-attacker-needs-zeros = attacker = "positive" setzt voraus, dass Nullen immer gezeigt werden; hier dürfen sie gesperrt werden (zeros = "protected").
    .hint = Schreiben Sie attacker = "non-negative" oder lassen Sie die Angabe weg.
remark-policy-group-disclosure-needs-zeros = Dass eine Gruppe ganz in einer Ausprägung liegt, verraten die Nullen der anderen. Die Angabe „group-disclosure“ braucht deshalb zeros = "protected".
    .hint = Schreiben Sie zeros = "protected" dazu, oder heben Sie die Angabe mit group-disclosure = [] auf.
remark-policy-two-methods = Für dieselbe Quelle gelten bei „{ $wider }“ und „{ $narrower }“ verschiedene Verfahren. „{ $narrower }“ sieht beide Fassungen einer Zahl; zusammen verraten sie mehr als jede für sich.
remark-policy-stricter = Bei der Angabe „{ $key }“ gilt für „{ $narrower }“ eine strengere Regel als für „{ $wider }“. Das schützt nichts: „{ $narrower }“ sieht alles, was „{ $wider }“ sieht.
remark-policy-no-level-above = Über der Raumebene „{ $level }“ liegt keine, auf die sich ausweichen ließe.
remark-policy-variable-not-by = Das Merkmal „{ $variable }“ gehört nicht zu dieser Tabelle: Es steht nicht unter „by“.
remark-policy-nothing-to-merge = Die Ausprägungen des Merkmals „{ $variable }“ gehören zu keinen weiteren; es lässt sich nichts zusammenfassen.
    .hint = Legen Sie im Merkmal weitere Ausprägungen an und nennen Sie sie mit „parent“.

## goals
remark-target-without-figures = { $key ->
    [area] Für dieses Gebiet hat der Indikator „{ $indicator }“ keine Zahlen.
   *[group] Nach dieser Gruppe wird der Indikator „{ $indicator }“ nicht gegliedert.
}
remark-target-against-polarity = Beim Indikator „{ $indicator }“ ist die andere Richtung als die bessere vereinbart (polarity).
remark-target-backwards = Der Zielwert soll erreicht sein, bevor er beginnt.
remark-corridor-backwards = Das obere Ende des Korridors liegt unter dem unteren.
remark-step-order = Zwischenschritte liegen zwischen „start“ und „by“ und folgen der Zeit.
remark-threshold-side = Der Schwellenwert „{ $key }“ liegt auf der falschen Seite von „{ $other }“.
    .hint = Ein Wert, der das Ziel erreicht, kann keine Warnung sein, und ein Alarm liegt jenseits der Warnung.
remark-target-unsigned = Der Zielwert „{ $target }“ gilt als vorgeschlagen: Er ist erst in Kraft, wenn die Fachstelle Integration (integration-office) und die Statistikstelle (statistics-office) ihn unterzeichnet haben.
remark-target-twice = Für dieselben Zahlen gibt es schon den Zielwert „{ $other }“; „{ $name }“ kann nicht neben ihm gelten.
    .hint = Löst einer den anderen ab, gehört zum abgelösten die Angabe „superseded-by“.

## concepts
remark-rule = { $problem ->
    [empty] Hier fehlt die Regel.
    [too-long] Diese Regel ist zu lang.
    [too-deep] In dieser Regel stehen zu viele Klammern ineinander.
    [ends] Die Regel hört auf, bevor sie fertig ist.
    [syntax] „{ $word }“ ist an dieser Stelle kein SQL.
    [unknown-attribute] Das Attribut „{ $word }“ ist in diesem Begriff nicht erklärt.
    [unknown-function] Die Funktion „{ $word }“ gibt es in Regeln nicht.
    [argument-count] Die Funktion „{ $word }“ nimmt nicht { $other ->
        [one] einen Wert
       *[other] { $other } Werte
    }.
    [not-boolean] Hier gehört eine Bedingung hin, die zutrifft oder nicht; das ist { $word ->
        [boolean] ein Wahrheitswert
        [whole] eine ganze Zahl
        [decimal] eine Kommazahl
        [text] ein Text
        [date] ein Datum
       *[null] NULL
    }.
    [wrong-kind] Hier gehört { $word ->
        [boolean] ein Wahrheitswert
        [whole] eine ganze Zahl
        [decimal] eine Zahl
        [text] ein Text
        [date] ein Datum
       *[null] NULL
    } hin; das ist { $other ->
        [boolean] ein Wahrheitswert
        [whole] eine ganze Zahl
        [decimal] eine Kommazahl
        [text] ein Text
        [date] ein Datum
       *[null] NULL
    }.
    [different-kinds] Links steht { $word ->
        [boolean] ein Wahrheitswert
        [whole] eine ganze Zahl
        [decimal] eine Kommazahl
        [text] ein Text
        [date] ein Datum
       *[null] NULL
    }, rechts { $other ->
        [boolean] ein Wahrheitswert
        [whole] eine ganze Zahl
        [decimal] eine Kommazahl
        [text] ein Text
        [date] ein Datum
       *[null] NULL
    }; das lässt sich nicht vergleichen.
    [compared-with-null] Ein Vergleich mit NULL ist nie wahr und nie falsch. Gemeint ist wohl IS NULL.
    [bool-order] Wahrheitswerte haben keine Reihenfolge.
    [text-order] Die Reihenfolge von Texten hängt vom Programm ab; erlaubt ist sie nur für Schlüssel aus Ziffern.
    [unknown-code] Den Schlüssel „{ $word }“ hat dieses Attribut nicht; die Bedingung träfe nie zu.
    [no-common-code] Die beiden Attribute haben keinen Schlüssel gemeinsam; die Bedingung träfe nie zu.
    [division-by-expression] Geteilt wird nur durch eine hingeschriebene Zahl.
    [division-by-zero] Durch null lässt sich nicht teilen.
    [whole-division] Ganze Zahlen teilen manche Programme mit, andere ohne Rest. Schreiben Sie die zweite mit Komma, zum Beispiel 2.0.
    [may-overflow] Das Ergebnis kann größer werden, als sich rechnen lässt.
    [bad-number] Das ist hier keine mögliche Zahl.
    [bad-date] Diesen Tag gibt es nicht; ein Datum sieht so aus: DATE '2024-06-27'.
    [never-true] Diese Regel trifft nie zu, welche Werte die Attribute auch haben.
    [never-false] Diese Regel trifft immer zu, welche Werte die Attribute auch haben.
    [unsupported-quoted-name] Namen stehen in Regeln ohne Anführungszeichen und ohne Punkt.
    [unsupported-block-comment] Anmerkungen beginnen mit -- und reichen bis zum Ende der Zeile.
    [unsupported-chained-comparison] Mehrere Vergleiche hintereinander brauchen Klammern.
    [unsupported-pattern] Muster wie LIKE gibt es in Regeln nicht.
    [unsupported-subquery] Eine Abfrage gibt es in Regeln nicht.
    [unsupported-cast] Umwandlungen wie CAST gibt es in Regeln nicht.
    [unsupported-operator] Dieses Rechenzeichen gibt es in Regeln nicht.
    [unsupported-literal] Diese Schreibweise eines Werts gibt es in Regeln nicht.
    [unsupported-function-form] Diese Form der Funktion gibt es in Regeln nicht.
    [unsupported-date-part] Von einem Datum gibt es in Regeln YEAR, MONTH und DAY.
   *[unsupported-other] Das ist SQL, gehört aber nicht zu dem Teil davon, der überall dasselbe bedeutet.
}
    .hint = Meinten Sie „{ $near }“?
remark-attribute = { $problem ->
    [name] „{ $name }“ ist kein Name für ein Attribut: erlaubt sind kleine Buchstaben a–z, Ziffern und der Unterstrich.
    [reserved] „{ $name }“ ist ein Wort von SQL und kein möglicher Name für ein Attribut.
    [twice] Das Attribut „{ $name }“ steht zum zweiten Mal hier.
   *[type] Das Attribut „{ $name }“ hat keine möglichen Werte: „least“ ist höchstens „most“, und ohne Schlüssel gibt es keine „codes“.
}
remark-attribute-unused = Nach dem Attribut „{ $name }“ fragt keine Regel. Was niemand braucht, wird nicht erhoben.
remark-version-without-rules = Diese Fassung hat keine einzige Regel.
remark-version-too-large = { $kind ->
    [categories] Diese Fassung hat mehr als { $most } Kategorien.
   *[attributes] Die Regeln dieser Fassung fragen zusammen nach mehr als { $most } Attributen.
}
remark-second-without-rule = Der Kategorie „{ $category }“ fehlt die Regel; nur eine Kategorie nimmt die übrigen Menschen auf.
remark-category-unreachable = Zur Kategorie „{ $category }“ kann niemand gehören: Die Regeln davor lassen niemanden übrig.
remark-categories-overlap = Die Kategorien „{ $one }“ und „{ $other }“ sollen sich ausschließen, doch beide Regeln können zutreffen, zum Beispiel bei { $example }.
remark-broader-category = „{ $name }“ kann nicht die weitere Kategorie sein: Sie hat selbst eine Regel oder gehört schon zu einer weiteren.
remark-comparable-itself = Die Fassung „{ $version }“ muss mit sich selbst nicht verglichen werden.
remark-comparable-contradicts = „{ $version }“ und „{ $other }“ sagen über einander Verschiedenes: „{ $how }“ und „{ $back }“.
remark-missing-beside = Zu „{ $other }“ gehört auch „{ $key }“.
remark-versions-mixed = Die Merkmale „{ $one }“ und „{ $other }“ folgen verschiedenen Fassungen des Begriffs „{ $concept }“ ({ $earlier } und { $later }); { $how ->
    [similar] die beiden sind nur ähnlich.
    [not] die beiden sind nicht vergleichbar.
   *[unsaid] niemand hat festgestellt, dass sie vergleichbar sind.
}
    .hint = Was über die Vergleichbarkeit gesagt ist, zeigt: mehrklang concept show { $concept } --version { $later }

remark-unknown-concept-asked = Den Begriff „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-unknown-version-asked = Die Fassung „{ $name }“ kennen wir nicht.
    .hint = Meinten Sie „{ $near }“?
remark-version-needed = Der Begriff „{ $concept }“ hat mehrere Fassungen; bitte nennen Sie mit --version eine von: { $versions }
remark-versions-not-crossed = In der Freigabe sind die Fassungen { $versions } des Begriffs „{ $concept }“ nicht gemeinsam gezählt.
    .hint = Geben Sie einem Indikator der Art count eine Gliederung, die ein Merkmal je Fassung nennt: breakdowns = [["a", "b"]]. Oder nennen Sie eine Datei mit erfundenen Personen.
remark-indicator-not-crossed = Der Indikator „{ $indicator }“ zählt nicht nach mehreren Fassungen eines Begriffs zugleich.
    .hint = Geben Sie ihm, wenn er von der Art count ist, eine Gliederung, die ein Merkmal je Fassung nennt: breakdowns = [["a", "b"]].
remark-versions-needed = Zum Vergleichen gehören zwei Fassungen: --versions { $versions }
remark-concept-there = Die Datei { $file } gibt es schon und ist anders; sie bleibt, wie sie ist.
remark-persons-not-utf-8 = Diese Datei ist nicht als UTF-8 gespeichert.
remark-persons-without-rows = In dieser Datei steht keine Person.
remark-persons-too-many = In dieser Datei stehen mehr als { $most } Personen. Dieser Befehl ist für erfundene Personen da.
    .hint = Daten über wirkliche Menschen gehören in eine Lieferung: mehrklang receive
remark-persons-head-twice = Die Spalte „{ $column }“ gibt es zweimal.
remark-persons-head-unknown = Die Spalte „{ $column }“ ist kein Attribut dieser Fassung und wird nicht gelesen.
    .hint = Meinten Sie „{ $near }“?
remark-persons-head-missing = Die Spalte „{ $column }“ fehlt; ihr Wert gilt bei allen als unbekannt.
remark-persons-head-needed = Die Spalte „{ $column }“ fehlt; nach der Definition hat jede Person diesen Wert.
remark-persons-row = Diese Zeile hat mehr oder weniger Felder als der Kopf.
remark-persons-cell = { $expected ->
    [boolean] Hier gehört ja oder nein hin (auch true, false, t, f, 1, 0).
    [whole] Hier gehört eine ganze Zahl hin, die in den Grenzen des Attributs liegt.
    [decimal] Hier gehört eine Zahl hin, mit nicht mehr Nachkommastellen als das Attribut hat.
    [date] Hier gehört ein Datum hin, zum Beispiel 2024-12-31.
    [code] Hier gehört ein Schlüssel des Attributs hin.
   *[always] Hier fehlt ein Wert; nach der Definition hat jede Person einen.
}
    .hint = Möglich sind: { $known }

## language
remark-language = { $kind ->
    [stigma] „{ $word }“ wertet Menschen oder Orte ab.
    [deficit] „{ $word }“ schreibt Menschen als Mangel zu, was an ihren Umständen liegt.
    [imprecise] „{ $word }“ lässt offen, wer gezählt wurde.
    [ranking] „{ $word }“ stellt Gruppen oder Gebiete in eine Rangfolge.
   *[mixed] „{ $word }“ steht hier neben einem anderen Begriff, der andere Menschen zählt.
}
    .hint = Schreiben Sie stattdessen: { $near }. Ist das Wort hier richtig, erlauben Sie „{ $term }“ mit Grund in open/language.toml.
remark-term-pattern = „{ $word }“ findet zu viel oder nichts. Schreiben Sie ganze Wörter; * steht vor oder hinter mindestens drei Buchstaben für beliebige, # allein für eine Zahl.

## reviews
remark-review-name = Eine Prüfung ist nach ihrem Jahr benannt, zum Beispiel open/reviews/2025.toml.
remark-more-right-than-asked = Es können nicht mehr richtig geantwortet haben (right), als gefragt wurden (asked).
remark-retired-core = Ein Indikator, der nicht mehr fortgeführt wird (retired), gehört nicht zu den Kernindikatoren.
remark-retired-target = Für den Indikator „{ $indicator }“ gilt noch ein Zielwert, obwohl er nicht mehr fortgeführt wird.
    .hint = Lösen Sie den Zielwert in open/goals.toml mit „superseded-by“ ab, oder nehmen Sie ihn heraus.
remark-decision-not-carried-out = Beschlossen ist, den Indikator „{ $indicator }“ nicht mehr fortzuführen; in seiner Datei steht das noch nicht.
    .hint = Schreiben Sie in die Datei des Indikators den Abschnitt [retired] mit „on“ und „reason“, und mit „successor“, wenn ein anderer an seine Stelle tritt.

## register
remark-microdata-refused = Einzeldaten darf nur eine abgeschottete Statistikstelle verarbeiten (§ 16 Absatz 5 Bundesstatistikgesetz; für Sozialdaten § 53 Absatz 6 SGB II). Für dieses Monitoring ist keine angegeben.
    .hint = Gibt es eine Statistikstelle, die durch Satzung abgeschottet ist, schreiben Sie in open/monitoring.toml: statistics-office = "shielded". Sonst lassen Sie sich Tabellen statt Einzeldaten liefern.
remark-engine-missing = Das Programm „{ $program }“, das die gewählte Rechenmaschine (engine) ansprechen soll, liegt nicht neben diesem Programm.
    .hint = Bauen Sie es aus dem Ordner crates/scale-out und legen Sie es daneben (Handbuch 11), oder streichen Sie die Angabe „engine“; dann zählt dieses Programm selbst.
remark-engine-unanswered = Die gewählte Rechenmaschine (engine) hat auf die Frage nach diesem Auszug nicht geantwortet.
    .hint = Laufen Verteiler und Ausführer, und sehen sie den Ordner des Monitorings unter demselben Pfad? Ohne die Angabe „engine“ zählt dieses Programm selbst.
remark-register-not-built = Dieses Programm wurde ohne die Verarbeitung von Registerauszügen gebaut.
    .hint = Lassen Sie sich Tabellen liefern, oder verwenden Sie ein Programm mit der Eigenschaft „register“.
remark-unknown-extract = Einen Auszug „{ $name }“ gibt es nicht.
    .hint = Meinten Sie „{ $near }“?
remark-extract-not-counted = Dieser Auszug lässt sich nicht zählen; er wird deshalb nicht gelöscht.
    .hint = Beheben Sie, was die anderen Meldungen nennen, oder löschen Sie die Datei von Hand: Ihre Zahlen fehlen dann bei der nächsten Freigabe.
remark-counted-line = Zeile { $line } dieser aufbewahrten Zählung ist nicht zu verstehen, oder sie nennt ein Gebiet oder eine Ausprägung, die es nicht mehr gibt.
remark-counted-otherwise = Die Einzeldaten sind gelöscht, und „{ $measure }“ wurde damals nicht so gezählt, wie es jetzt verlangt ist; für diesen Stichtag fehlt es.
    .hint = Nachholen lässt es sich nicht. Soll die alte Zählung weiter gelten, lassen Sie ihre Merkmale und deren Fassungen, wie sie waren, und zählen Sie das Neue unter einem anderen Namen.
remark-register-without = In der Satzbeschreibung fehlt die Spalte „{ $item }“; ohne sie lässt sich niemand zählen.
    .hint = Ergänzen Sie eine [[register.column]] mit is = "{ $item }".
remark-register-counts = Aus einem Register werden Personen gezählt; „{ $measure }“ ist keine Anzahl ohne Nachkommastellen.
remark-register-variable = Das Merkmal „{ $variable }“ folgt keiner Fassung eines Begriffs; aus einem Register lässt es sich nicht berechnen.
    .hint = Nennen Sie in open/variables/{ $variable }.toml „concept“ und „version“.
remark-register-attribute = Das Attribut „{ $attribute }“, nach dem das Merkmal „{ $variable }“ fragt, hat im Begriff einen anderen Typ oder engere Grenzen als im Register.
remark-register-unknown = Für das Merkmal „{ $variable }“ fehlt im Register, was seine Regel braucht: { $attributes }. { $count ->
    [one] Dieses Attribut gilt
   *[other] Diese Attribute gelten
} bei allen als unbekannt.
remark-register-column-missing = Die Spalte „{ $column }“ der Satzbeschreibung fehlt in der Datei.
    .hint = Meinten Sie „{ $near }“?
remark-register-area = Dieses Gebiet gibt es in diesem Monitoring nicht.
    .hint = Ergänzen Sie das Gebiet, eine andere Schreibweise („aliases“) oder die Bedeutung unter „values“.
remark-register-no-area = Hier fehlt das Gebiet, in dem die Person wohnt.
    .hint = Gibt es ein Gebiet „nicht zuzuordnen“, schreiben Sie unter „values“: "" = "…".
remark-register-value = Was hier steht, hat keine erklärte Bedeutung.
    .hint = Ergänzen Sie die Schreibweise unter „values“ dieser Spalte.
remark-register-birth-date = Hier steht kein Geburtsdatum, das vor dem Stichtag und höchstens 130 Jahre zurückliegt.
    .hint = Üblich sind 1980-02-29, 29.02.1980 und 19800229; unbekannte Tage und Monate sind 00. Lassen Sie das Datum im Register berichtigen.
remark-register-other-day = Hier steht ein anderer Stichtag als am Anfang der Datei, oder keiner.
    .hint = Eine Datei gilt für einen Stichtag; liefern Sie für jeden eine eigene.
remark-register-no-person = Hier fehlt der Schlüssel der Person.
    .hint = Jede Zeile braucht einen Schlüssel, der in der Datei nur einmal vorkommt.
remark-register-twice = Dieser Schlüssel einer Person steht schon in einer früheren Zeile.
    .hint = Lassen Sie Doppelfälle bereinigen; niemand darf zweimal gezählt werden.
remark-register-day = Was hier steht, ist kein Datum; es gilt als nicht bekannt.
    .hint = Üblich sind 1980-02-29, 29.02.1980 und 19800229.
remark-register-state = Diesen Staat gibt es in der Liste der Staatsangehörigkeiten nicht (Staats- und Gebietssystematik); die Person zählt als ausländisch.
    .hint = Prüfen Sie den Schlüssel; was er bedeutet, können Sie bei der Spalte unter „values“ erklären.
remark-register-later-state = Diesen Staat gab es am Stichtag noch nicht.
    .hint = Prüfen Sie Schlüssel und Stichtag.
remark-register-undeterminable = Beim Merkmal „{ $variable }“ lassen sich nicht alle Personen zuordnen, weil Angaben fehlen; es hat keinen Platz für sie.
    .hint = Geben Sie dem Merkmal eine Ausprägung „nicht bestimmbar“ und nennen Sie ihren Schlüssel mit „undeterminable“, oder schreiben Sie complete = false.
remark-register-nowhere = Beim Merkmal „{ $variable }“ gehören Personen zu keiner seiner Ausprägungen, obwohl diese zusammen alle umfassen sollen.
    .hint = Ergänzen Sie die fehlende Ausprägung, oder schreiben Sie complete = false.
remark-birthplaces-heads = Die Tabelle der Geburtsorte braucht den Kopf: { $heads }
remark-birthplaces-state = Hier gehört der dreistellige Schlüssel des Staates hin (000 für Deutschland) oder abroad.
    .hint = Maßgeblich sind die heutigen Grenzen.
remark-birthplaces-year = Hier gehört ein Jahr hin oder nichts.
    .hint = Wer vor diesem Jahr dort geboren ist, ist im damaligen Reichsgebiet geboren.
remark-birthplaces-twice = Diese Schreibweise steht schon weiter oben.
    .hint = Groß- und Kleinschreibung und Leerzeichen machen keinen Unterschied.
