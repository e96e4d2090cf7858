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
remark-not-published = Die Ausgabe „{ $name }“ ist noch nicht veröffentlicht.
    .hint = Rufen Sie zuerst „mehrklang publish { $name }“ auf.
remark-superseding-needs-reason = Die neue Freigabe löst { $release } ab; dazu gehört ein Grund.
    .hint = Nennen Sie ihn mit --because, zum Beispiel: --because "Lieferung des Schulamts berichtigt"
remark-unresolved-reference = Im Text zu „{ $indicator }“ gibt es zu { $reference } keinen veröffentlichten Wert.
remark-definitions-newer = Die Definitionen sind neuer als die Freigabe { $release }: { $count ->
    [one] eine Datei hat
   *[other] { $count } Dateien haben
} sich geändert.
    .hint = Mit „mehrklang produce“ entsteht eine Freigabe nach den neuen Definitionen.
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
