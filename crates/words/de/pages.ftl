# pages

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
site-legend = Legende
site-look-nothing = genau null
site-look-withheld = nicht veröffentlicht oder unbekannt
site-look-unreliable = eingeschränkt aussagekräftig
site-look-pending = folgt später
site-look-senseless = Aussage nicht sinnvoll
site-look-missing = nicht geliefert
