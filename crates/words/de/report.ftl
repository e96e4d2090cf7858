# report

report-title = Integrationsbericht
report-summary = Zusammenfassung
report-about = Indikatoren, Gebietsprofile, Methoden und Daten des Integrationsmonitorings
report-profile = Gebietsprofil { $area }
report-foot = { $edition }, Stand { $date }
report-contents = Inhalt
report-figure = Abbildung
report-values-of = Werte zu Abbildung
report-table = Tabelle
report-download = Bericht als PDF ({ $language ->
        [de] Deutsch
       *[en] Englisch
    }, { $megabytes } MB)
section-report = Bericht
section-report-and-paper = Bericht und Vorlage
section-paper-file = Vorlage zum Weiterarbeiten
paper-download = Vorlage für Textprogramme (DOCX, { $language ->
        [de] Deutsch
       *[en] Englisch
    }, { $megabytes } MB)
document-annex = Anlage: Kennzahlen mit Ziel im Verlauf
document-about = Zu dieser Vorlage
document-key = Zeichen aus der Abbildung
command-profiles = Profile aller Gebiete als PDF schreiben
stage-report = Bericht setzen
stage-profiles = Profile setzen
profiles-done = { $profiles } Profile unter { $folder }
remark-report-letters = Ein PDF wird nicht geschrieben: Seinen Schriften fehlen die Zeichen { $letters }
    .hint = Umschreiben Sie die Stelle in lateinischer, griechischer oder kyrillischer Schrift; die Website zeigt diese Zeichen.
remark-report-logo = Ein PDF wird nicht geschrieben: Das Logo ist keine Zeichnung in SVG, die sich setzen lässt.
    .hint = Speichern Sie es als „reines SVG“ ohne eingebettete Bilder und verweisende Dateien.
trouble-report = Der Bericht lässt sich nicht setzen; das ist ein Fehler des Programms: { $cause }
