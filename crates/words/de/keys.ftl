# Erklärungen der Angaben in den Definitionsdateien, für Editoren (mehrklang schema)

## monitoring
table-monitoring = Monitoring einer Kommune (open/monitoring.toml)
key-monitoring-name = Name der Kommune.
key-monitoring-title = Titel des Monitorings.
key-monitoring-code = Amtlicher Schlüssel der Kommune als Text; zugleich der Schlüssel des einen Gebiets der ersten Raumebene.
key-monitoring-kind = Stadt oder Gemeinde (city) oder Kreis (county).
key-monitoring-programme = Was beobachtet wird: integration (Voreinstellung) oder diversity.
key-monitoring-languages = Sprachen der Seiten, die wichtigste zuerst; Voreinstellung ["de"].
key-monitoring-why = Warum die Kommune Integration beobachtet.
key-monitoring-how = Wie sie dabei vorgeht.
key-monitoring-what = Was sie beobachtet.
key-monitoring-audiences = Für wen die Ergebnisse sind.
key-monitoring-publisher = Wer das Monitoring herausgibt.
key-monitoring-contact = Wohin man sich mit Fragen wendet.
key-monitoring-licence = Lizenz der veröffentlichten Zahlen, zum Beispiel dl-de/by-2-0.
key-monitoring-contributor-id = Kennung der Datenbereitsteller aus der Liste von DCAT-AP.de, für Datenportale.
key-monitoring-synthetic = Satz auf jeder Seite, wenn die Daten erfunden sind.
key-monitoring-base-period = Zeitraum, mit dem Veränderungen verglichen werden; sonst der erste jeder Reihe.
key-monitoring-statistics-office = Ob eine abgeschottete Statistikstelle mitarbeitet (shielded) oder nicht (none, Voreinstellung); ohne sie werden keine Einzeldaten angenommen.
key-monitoring-reliable-minimum = Kennzahlen über weniger Personen gelten als unsicher; Voreinstellung 100.
key-monitoring-design = Das Aussehen von Website, Bericht und Profilen.
key-design-accent = Farbe der Überschriften, Verweise und großen Zahlen, etwa #0d4a66; auf Weiß lesbar.
key-design-logo-says = Was das Logo in logo.svg neben dieser Datei zeigt, für alle, die es nicht sehen.

## levels
table-levels = Raumebenen (open/areas/levels.toml)
key-levels-level = Die Raumebenen von der Kommune abwärts.

## level
table-level = Raumebene
key-level-name = Name der Raumebene; so heißt auch die Datei ihrer Gebiete.
key-level-parent = Die Raumebene darüber; fehlt nur bei der ersten.
key-level-title = Bezeichnung in der Einzahl.
key-level-plural = Bezeichnung in der Mehrzahl.
key-level-published = Ob es Seiten und Tabellen für sie gibt; Voreinstellung true.
key-level-outlines = Woher die Umrisse ihrer Gebiete kommen.

## outlines
table-outlines = Umrisse einer Raumebene
key-outlines-file = Name der GeoJSON-Datei in open/areas.
key-outlines-property = Eigenschaft der Flächen, in der Schlüssel oder Schreibweise des Gebiets steht.
key-outlines-union-of = Raumebene, aus deren Umrissen sich diese zusammensetzen.

## areas
table-areas = Gebiete einer Raumebene (open/areas/…)
key-areas-area = Die Gebiete.

## area
table-area = Gebiet
key-area-code = Amtlicher oder örtlicher Schlüssel als Text, mit führenden Nullen.
key-area-name = Name des Gebiets.
key-area-parent = Schlüssel des Gebiets darüber; fehlt nur auf der ersten Raumebene.
key-area-aliases = Wie Lieferungen das Gebiet sonst noch schreiben.
key-area-also-in = Weitere Gebiete, in denen es liegt, von jeder Ebene eines: ein Schulbezirk, ein früherer Stadtteil.
key-area-residue = Rest wie „nicht zuzuordnen“: zählt im Ganzen mit, wird nie verglichen.
key-area-valid-from = Erster Zeitraum, in dem es das Gebiet gibt.
key-area-valid-to = Letzter Zeitraum, in dem es das Gebiet gibt.

## variable
table-variable = Merkmal (open/variables/…)
key-variable-title = Bezeichnung des Merkmals.
key-variable-reason = Warum Menschen danach unterschieden werden.
key-variable-definition = Wie die Ausprägungen festgelegt sind.
key-variable-whole = Wie das Ganze heißt, zum Beispiel „insgesamt“.
key-variable-whole-aliases = Wie Lieferungen das Ganze sonst noch schreiben.
key-variable-concept = Der Begriff (open/concepts/…), dem das Merkmal folgt.
key-variable-version = Die Fassung des Begriffs, der das Merkmal folgt.
key-variable-undeterminable = Die Ausprägung für Menschen, deren Zuordnung sich aus dem Register nicht bestimmen lässt.
key-variable-complete = Ob die Ausprägungen zusammen das Ganze ergeben; Voreinstellung true.
key-variable-category = Die Ausprägungen in der Reihenfolge der Seiten.

## category
table-category = Ausprägung
key-category-code = Schlüssel der Ausprägung.
key-category-title = Bezeichnung der Ausprägung.
key-category-aliases = Wie Lieferungen die Ausprägung sonst noch schreiben.
key-category-parent = Die weitere Ausprägung, zu der diese gehört.

## source
table-source = Quelle (open/sources/…)
key-source-title = Bezeichnung der Quelle.
key-source-provider = Wer die Daten hält.
key-source-legal-basis = Auf welcher Rechtsgrundlage sie erhoben und übermittelt werden.
key-source-method = Wie erhoben und gezählt wird, mit Grenzen.
key-source-periodicity = Wie oft geliefert wird.
key-source-due = Bis wann geliefert wird; die Ausgabe für die Verwaltung nennt die nächste Frist.
key-source-licence = Lizenz der Quelle.
key-source-attribution = Wie die Quelle genannt werden will.
key-source-address = Wo die Quelle veröffentlicht ist.
key-source-protection = Ob die Quelle ihre Zahlen schon veröffentlicht hat (already-public) oder nicht (confidential, Voreinstellung).
key-source-periods = Was ein Zeitraum ist: Kalenderjahr (year, Voreinstellung), Schuljahr (school-year) oder Stichtag (reference-date).
key-source-day = Stichtag im Jahr, zum Beispiel 12-31.
key-source-uncertainty = Wie unsicher ihre Zahlen sind: Zufall kleiner Zahlen (small-numbers, Voreinstellung), Stichprobe (survey) oder keine Aussage (none).
key-source-design-effect = Bei Stichproben: um wie viel größer die Varianz ist als bei einer einfachen Zufallsauswahl; Voreinstellung 1.
key-source-delivered = Was die liefernde Stelle mit den Zahlen gemacht hat; ihre Regel bindet diese Daten.
key-source-measure = Die Größen, die sie liefert.
key-source-layout = Wie ihre Dateien aufgebaut sind (Satzbeschreibung).
key-source-register = Wie Auszüge aus dem Melderegister aufgebaut sind und was daraus gezählt wird; statt „layout“.

## measure
table-measure = Größe
key-measure-name = Name der Größe innerhalb der Quelle.
key-measure-title = Bezeichnung der Größe.
key-measure-unit = Was gezählt wird: Personen, Haushalte, Jahre.
key-measure-kind = Anzahl (count), Summe (sum) oder fertige Kennzahl (figure).
key-measure-decimals = Nachkommastellen der gelieferten Zahlen; Voreinstellung 0.
key-measure-counted-by = Die Anzahl der Personen hinter jeder Summe oder Kennzahl.
key-measure-standard-error = Die Größe, in der die Standardfehler dieser Kennzahl stehen.

## layout
table-layout = Satzbeschreibung
key-layout-format = Dateiformat.
key-layout-encoding = Zeichenkodierung; sonst wird sie erkannt.
key-layout-delimiter = Trennzeichen; sonst wird es erkannt.
key-layout-sheet = Name des Tabellenblatts; sonst das erste.
key-layout-skip-rows = Zeilen über dem Tabellenkopf; Voreinstellung 0.
key-layout-head-rows = Zeilen des Tabellenkopfs; Voreinstellung 1.
key-layout-ends-before = Eine Zeile, die so beginnt, gehört nicht mehr zur Tabelle.
key-layout-decimal = Dezimalzeichen; Voreinstellung Komma.
key-layout-thousands = Tausenderzeichen; ein Leerzeichen steht für jede Art von Leerzeichen.
key-layout-signs = Zeichen dieser Quelle neben den amtlichen, und was sie bedeuten.
key-layout-absent = Was nicht geliefert wird, fehlt (missing, Voreinstellung) oder ist null (zero).
key-layout-only = Nur diese Zeilen werden gelesen: je Spalte die Texte, von denen einer darin steht.
key-layout-other-columns = Ob auf nicht beschriebene Spalten hingewiesen wird (remark, Voreinstellung) oder nicht (ignore).
key-layout-column = Die Spalten und was sie bedeuten.

## column
table-column = Spalte
key-column-head = Spaltenkopf wie in der Datei; Platzhalter in geschweiften Klammern lösen breite Tabellen auf.
key-column-is = Was in der Spalte steht.
key-column-variable = Das Merkmal, dessen Ausprägung in der Spalte steht.
key-column-groups = Texte der Spalte und die Gruppen, für die sie stehen.
key-column-measure = Die Größe, deren Zahlen in der Spalte stehen.
key-column-of = Die Gruppe, für die die Spalte selbst steht.
key-column-whole = Merkmale, von denen die Spalte immer das Ganze enthält.
key-column-numerator = Kopf der Spalte mit den Zählern.
key-column-denominator = Kopf der Spalte mit den Nennern.
key-column-per = Faktor der fertigen Kennzahl; Voreinstellung 100.
key-column-only = Zeilen, für die die Spalte gilt.
key-column-optional = Ob die Spalte in einer Datei fehlen darf; Voreinstellung false.

## field
table-field = Handlungsfeld (open/fields/…/field.toml)
key-field-title = Bezeichnung des Handlungsfelds.
key-field-about = Worum es geht und warum es wichtig ist.
key-field-order = Platz in der Reihenfolge der Seiten; Voreinstellung 100.

## indicator
table-indicator = Indikator (open/fields/…)
key-indicator-title = Bezeichnung des Indikators.
key-indicator-question = Die Frage, die er beantwortet; für Kernindikatoren nötig.
key-indicator-reason = Warum er erhoben wird; für Kernindikatoren nötig.
key-indicator-reading = Ein einfacher Satz mit Verweisen auf die Zahlen: wie man die Kennzahl liest.
key-indicator-definition = Was gezählt wird, in Worten.
key-indicator-limits = Was er nicht sagen kann.
key-indicator-kind = Wie er berechnet wird.
key-indicator-numerator = Was über dem Bruchstrich steht.
key-indicator-denominator = Was unter dem Bruchstrich steht.
key-indicator-per = Je wie viele; Voreinstellung 100.
key-indicator-of = Die Größe, die gezeigt wird.
key-indicator-group = Die eine Gruppe.
key-indicator-reference = Die Gruppe, mit der verglichen wird.
key-indicator-across = Die Raumebene, über deren Gebiete verglichen wird.
key-indicator-by = Das Merkmal, dessen Vielfalt gemessen wird.
key-indicator-unit = Einheit, wie sie gezeigt wird; bei Anteilen von selbst %.
key-indicator-decimals = Gezeigte Nachkommastellen; Voreinstellung 1, bei Anzahlen 0.
key-indicator-breakdowns = Wonach gegliedert wird: Listen von Merkmalen.
key-indicator-levels = Raumebenen, für die er berechnet wird; Voreinstellung: alle veröffentlichten.
key-indicator-breaks = Brüche in der Zeitreihe; über einen Bruch hinweg wird nicht verglichen.
key-indicator-polarity = Welche Richtung nach gemeinsamer Übereinkunft besser ist.
key-indicator-perspective = Ob er auf Stärken, auf Defizite oder auf den Zusammenhang blickt.
key-indicator-steering = Ob die Kommune es beeinflussen kann: selbst, mit anderen oder nicht.
key-indicator-effort = Was die Erhebung kostet: Stunden, Tage oder Wochen.
key-indicator-core = Ob er zu den Kernindikatoren gehört; Voreinstellung false.
key-indicator-order = Platz im Handlungsfeld; Voreinstellung 100.
key-indicator-reliable-minimum = Kennzahlen über weniger Personen gelten als unsicher; sonst gilt die Angabe des Monitorings.
key-indicator-retired = Dass er nicht mehr fortgeführt wird; er bleibt lesbar.

## quantity
table-quantity = Größe einer Quelle für einen Teil der Menschen
key-quantity-measure = Quelle und Größe, zum Beispiel einwohner.residents.
key-quantity-of = Von welcher Gruppe.

## edition
table-edition = Ausgabe (open/editions/…/edition.toml)
key-edition-title = Titel der Ausgabe.
key-edition-audience = Für wen sie ist; Voreinstellung: für alle (public).
key-edition-readers = Wie ihre Leserinnen und Leser heißen, wenn sie nicht einfach der Adressat sind, zum Beispiel „den Integrationsbeirat“; „Diese Ausgabe ist für …“.
key-edition-languages = Sprachen der Ausgabe; Voreinstellung: die des Monitorings.
key-edition-core-only = Ob nur die Kernindikatoren erscheinen.
key-edition-fields = Nur diese Handlungsfelder, in dieser Reihenfolge; Voreinstellung: alle, wie im Monitoring.
key-edition-finest-level = Die feinste Raumebene, die erscheint; Voreinstellung: alle.
key-edition-design = Das Aussehen dieser Ausgabe, wo es vom Monitoring abweicht; ihr Logo liegt neben ihr.
key-edition-contact = Wer zu dieser Ausgabe Auskunft gibt; Voreinstellung: wie im Monitoring.
key-edition-licence = Lizenz dieser Ausgabe; Voreinstellung: die des Monitorings.
key-edition-address = Die Adresse, unter der die Website dieser Ausgabe liegt; mit ihr entstehen ein Katalog für Datenportale (DCAT-AP.de), eine Sitemap und Abbildungen zum Einbetten.
key-edition-follows = Die ältere Ausgabe, an deren Stelle diese tritt; beide verweisen aufeinander, wenn ihre Adressen bekannt sind.
key-edition-review = Ob sie die Prüfung des Indikatorensatzes zeigt; Voreinstellung: nur für die Verwaltung.
key-edition-report = Ob im Bericht alles steht (full), nur Veränderungen, Ziele, Hinweise und Vorlage (short), oder ob es keinen gibt (none); Voreinstellung: kurz für den Rat, sonst alles.
key-edition-foreword = Vorwort der Ausgabe.
key-edition-paper = Die Vorlage, mit der die Ausgabe in ein Gremium geht.
key-edition-embargo = Der erste Tag, an dem sie veröffentlicht werden darf.
key-edition-signed-off = Dass die Statistikstelle die Freigabe hinausgehen lässt; gilt für Freigaben, die bis zu diesem Tag versiegelt sind.
key-edition-texts-read = Dass jemand die Texte neben den Zahlen dieser Freigabe gelesen hat.
key-edition-override = Punkte der Prüfliste, die jemand übergeht.

## paper
table-paper = Vorlage für ein Gremium
key-paper-number = Nummer der Vorlage.
key-paper-date = Tag der Sitzung.
key-paper-subject = Gegenstand.
key-paper-financial-effects = Finanzielle Auswirkungen.
key-paper-decisions = Was beschlossen werden soll, Punkt für Punkt.

## signed-off
table-signed-off = Unterschrift der Statistikstelle
key-signed-off-by = Wer unterzeichnet.
key-signed-off-on = Tag der Unterschrift.

## texts-read
table-texts-read = Gelesene Texte
key-texts-read-by = Wer sie gelesen hat.
key-texts-read-on = Der Tag, an dem sie gelesen wurden; er liegt nicht vor dem der Freigabe.

## override
table-override = Übergangener Punkt der Prüfliste
key-override-check = Welcher Punkt: Sperrfrist (embargo), Unterschrift der Statistikstelle (signed-off), Zahlen in Texten (references), Einordnungen (interpretations), Ziele (targets), Ausgewogenheit (balance), Leichte Sprache (plain-language), Texte, die älter sind als die Zahlen (texts), offene Warnungen (remarks).
key-override-reason = Warum.
key-override-by = Wer.
key-override-on = Tag der Entscheidung.

## delivered
table-delivered = Was die liefernde Stelle mit den Zahlen gemacht hat
key-delivered-signs = Was geheime Zellen (Zeichen withheld) sind: suppressed, wenn die liefernde Stelle sie gesperrt hat; ohne Angabe sind sie nur unbekannt.
key-delivered-minimum-frequency = Ab welcher Fallzahl die liefernde Stelle zeigt; Voreinstellung 3.
key-delivered-rounded-to = Auf welche Vielfachen die Anzahlen gerundet sind, zum Beispiel 5.
key-delivered-noise = Überlagerung, mit der die Anzahlen geliefert werden (Cell-Key-Methode).

## delivered-noise
table-delivered-noise = Überlagerung der gelieferten Zahlen
key-delivered-noise-variance = Varianz der Überlagerung.
key-delivered-noise-bound = Größte Abweichung nach oben und unten.

## due
table-due = Frist einer Lieferung
key-due-day = Der Tag, zum Beispiel 02-14, im Jahr nach dem Zeitraum, von dem die Lieferung spricht.
key-due-every = Nach wie vielen Jahren der nächste Zeitraum folgt; Voreinstellung 1.

## policy
table-policy = Geheimhaltung (shielded/policy.toml)
key-policy-audiences = Die Adressaten vom weitesten zum engsten Kreis; jeder sieht alles, was die weiteren sehen; Voreinstellung ["public"].
key-policy-default = Regeln für alle Quellen und Adressaten.
key-policy-rule = Ausnahmen für einzelne Quellen und Adressaten; passen mehrere, gilt jede Angabe aus der letzten.
key-policy-coarsen = Vergröberungen, die das Amt beschlossen hat.
key-policy-engine = Was Registerauszüge zählt: dieses Programm (embedded, Voreinstellung), DataFusion auf diesem Rechner (datafusion) oder Ballista auf mehreren Rechnern (ballista); die Zahlen sind dieselben.
key-policy-scheduler = Rechner und Anschluss des Verteilers von Ballista, zum Beispiel 10.0.0.1:50050.

## rules
table-rules = Regeln der Geheimhaltung
key-rules-source = Die Quelle, für die die Ausnahme gilt; ohne Angabe alle.
key-rules-audience = Der Adressat, für den die Ausnahme gilt; ohne Angabe alle.
key-rules-method = Verfahren: Zellen sperren (suppression, Voreinstellung), überlagern (cell-key), runden (rounding) oder ganze Tabellen zurückhalten (refusal).
key-rules-minimum-frequency = Kleinste Fallzahl, die gezeigt werden darf (außer null); Voreinstellung 3.
key-rules-zeros = Ob Nullen immer gezeigt werden (shown, Voreinstellung) oder gesperrt werden dürfen (protected).
key-rules-attacker = Was Datenangreifer wissen: nur Summen (linear), auch dass keine Zahl negativ ist (non-negative), auch dass gesperrte Zahlen mindestens 1 sind (positive). Voreinstellung: positive, wenn Nullen gezeigt werden, sonst non-negative.
key-rules-complement = Ob auch „alle bis auf ein oder zwei“ einer Gruppe geheim zu halten ist; Voreinstellung true.
key-rules-group-disclosure = Merkmale, bei denen geheim zu halten ist, dass eine Gruppe ganz in einer Ausprägung liegt; nur mit zeros = "protected".
key-rules-minimum-population = Gebiete mit weniger Menschen erscheinen nur mit ihrer Gesamtzahl; Voreinstellung 0.
key-rules-rounding-base = Worauf gerundet wird, 3 (Voreinstellung) oder 5; nur mit method = "rounding".
key-rules-dominance = Für Summen: Dominanzregel; eine Summe ist geheim zu halten, wenn die n größten Beiträge mehr als k Prozent ausmachen.
key-rules-p-percent = Für Summen: p-Prozent-Regel; niemand soll einen Beitrag auf so viele Prozent genau schätzen können.
key-rules-years = Ob jedes Jahr für sich steht (apart, Voreinstellung) oder eine Zelle, die in einem Jahr gesperrt ist, in allen gesperrt wird (together).
key-rules-loss = Je Raumebene: wie viel Prozent der Menschen in gesperrten Zellen liegen dürfen, bevor Vergröberungen vorgeschlagen werden; ohne Angabe 100.
key-rules-noise = Die Überlagerung; nur mit method = "cell-key".

## dominance
table-dominance = Dominanzregel
key-dominance-n = Wie viele der größten Beiträge zusammen betrachtet werden.
key-dominance-k = Welchen Anteil der Summe in Prozent sie höchstens ausmachen dürfen.

## noise
table-noise = Überlagerung (Cell-Key-Methode)
key-noise-variance = Varianz der Überlagerung; Voreinstellung 2.
key-noise-bound = Größte Abweichung nach oben und unten; Voreinstellung 5.
key-noise-no-results-up-to = Fallzahlen von 1 bis zu dieser kommen im Ergebnis nicht vor; Voreinstellung 0.

## coarsen
table-coarsen = Vergröberung
key-coarsen-measure = Quelle und Größe der Tabelle, zum Beispiel einwohner.residents.
key-coarsen-by = Merkmale der Tabelle.
key-coarsen-level = Die Raumebene, auf der vergröbert wird.
key-coarsen-how = Eine Raumebene höher zeigen (up-a-level), ein Merkmal weglassen (drop) oder seine Ausprägungen zu den weiteren zusammenfassen, zu denen sie gehören (merge).
key-coarsen-variable = Das Merkmal, das weggelassen oder zusammengefasst wird.

## goals
table-goals = Ziele und Zielwerte (open/goals.toml)
key-goals-objective = Die Ziele, jedes mit dem, dem es dient.
key-goals-target = Die vereinbarten Zielwerte; abgelöste bleiben stehen.

## objective
key-objective-name = Name des Ziels.
key-objective-title = Bezeichnung des Ziels.
key-objective-text = Was gemeint ist.
key-objective-parent = Das Ziel, dem es dient.
key-objective-mandate = Wer den Auftrag gegeben hat, in welchem Beschluss.

## target
key-target-name = Name des Zielwerts.
key-target-objective = Das Ziel, dem er dient.
key-target-text = Was man über ihn wissen sollte.
key-target-indicator = Der Indikator; alle Zahlen des Zielwerts stehen in seiner Einheit.
key-target-area = Schlüssel des Gebiets; ohne Angabe die Kommune.
key-target-group = Die Gruppe; ohne Angabe alle.
key-target-kind = Was erreicht werden soll: ein Wert (value), ein Korridor (corridor) oder ein kleinerer Abstand zwischen zwei Gruppen (gap).
key-target-direction = Mindestens (at-least) oder höchstens (at-most) dieser Wert.
key-target-value = Der Wert.
key-target-from = Unteres Ende des Korridors.
key-target-to = Oberes Ende des Korridors.
key-target-versus = Die andere Gruppe; {"{}"} sind alle zusammen.
key-target-portion = Auf welchen Teil der Abstand sinken soll; 0.5 heißt: er halbiert sich.
key-target-start = Ab wann er gilt.
key-target-start-value = Wert oder Abstand zu Beginn; ohne Angabe die veröffentlichte Zahl.
key-target-by = Bis wann.
key-target-path = Der Weg: gleichmäßig (linear, Voreinstellung), in Stufen (stepwise) oder für einzelne Jahre vereinbart (yearly).
key-target-step = Die vereinbarten Zwischenschritte.
key-target-warning = Jenseits dieses Werts, oder bei einem größeren Abstand, wird gewarnt.
key-target-alarm = Jenseits dieses Werts, oder bei einem größeren Abstand, wird Alarm gegeben.
key-target-agreed-by = Wer ihn vereinbart hat.
key-target-decision = In welchem Beschluss.
key-target-file-number = Aktenzeichen.
key-target-integration-office = Unterschrift der Fachstelle Integration.
key-target-statistics-office = Unterschrift der Statistikstelle; erst mit beiden ist der Zielwert in Kraft.
key-target-superseded-by = Der Zielwert, der ihn ablöst.

## step
key-step-period = Wann.
key-step-value = Welcher Wert, oder welcher Abstand.

## signature
key-signature-office = Die Stelle.
key-signature-on = Der Tag, zum Beispiel 2024-12-31.

## break
key-break-period = Der erste Zeitraum, der neu gemessen wurde.
key-break-reason = Was sich geändert hat.

## concepts
table-concept = Begriff mit seinen Fassungen (open/concepts/…)
key-concept-title = Bezeichnung des Begriffs.
key-concept-purpose = Wozu danach gefragt wird; steht überall dabei, wo der Begriff verwendet wird.
key-concept-criticism = Was an dem Begriff umstritten ist.
key-concept-attribute = Die Attribute, nach denen die Regeln fragen dürfen.
key-concept-version = Die Fassungen: wer dazuzählt, und nach wem.

table-attribute = Attribut
key-attribute-name = Name in den Regeln und im Kopf von Dateien: kleine Buchstaben, Ziffern, Unterstrich.
key-attribute-title = Bezeichnung des Attributs.
key-attribute-type = Was für Werte es hat: ja oder nein (boolean), ganze Zahl (whole), Kommazahl (decimal), Text (text), Schlüssel (code), Datum (date).
key-attribute-least = Der kleinste mögliche Wert.
key-attribute-most = Der größte mögliche Wert.
key-attribute-places = Wie viele Nachkommastellen es hat.
key-attribute-codes = Die möglichen Schlüssel.
key-attribute-of = Von wem es handelt: von der Person (person, Voreinstellung), von jedem Elternteil (parents; in Regeln parent1_… und parent2_…) oder von allen dreien (both).
key-attribute-always = Ob jede Person diesen Wert hat; Voreinstellung false.
key-attribute-weak = Ob es oft fehlt, verloren geht oder nicht stimmt; Voreinstellung false.

table-version = Fassung
key-version-name = Name der Fassung.
key-version-title = Bezeichnung der Fassung.
key-version-issuer = Wer sie herausgibt.
key-version-source = Gesetz oder Methode, in der sie steht.
key-version-address = Wo die Quelle zu lesen ist.
key-version-valid-from = Erster Zeitraum, für den sie gilt.
key-version-valid-to = Letzter Zeitraum, für den sie gilt.
key-version-population = Wen die Statistik erfasst, in Worten.
key-version-covers = Wen die Statistik erfasst, als Regel; ohne Angabe alle.
key-version-mode = Ob die erste zutreffende Kategorie gilt (first-match, Voreinstellung) oder höchstens eine zutreffen kann (exclusive).
key-version-missing = Was fehlende Werte bedeuten: nicht bestimmbar (undeterminable), sie zählen als nein (counts-as-false) oder gehören in eine Kategorie (category).
key-version-missing-category = Die Kategorie für Menschen, von denen etwas nicht bekannt ist.
key-version-category = Die Kategorien; die ohne Regel nimmt die übrigen Menschen auf.
key-version-limits = Was die Fassung nicht sagen kann.
key-version-criticism = Was an dieser Fassung umstritten ist.
key-version-comparable = Mit welchen anderen Fassungen des Begriffs sie verglichen werden darf; worüber nichts gesagt ist, das wird nicht verglichen.

table-concept-category = Kategorie
key-concept-category-code = Schlüssel der Kategorie.
key-concept-category-title = Bezeichnung der Kategorie.
key-concept-category-parent = Die weitere Kategorie, zu der diese gehört.
key-concept-category-rule = Die Regel als Bedingung in SQL.

table-comparable = Vergleichbarkeit
key-comparable-with = Die andere Fassung.
key-comparable-how = Ob beide dieselben Menschen zählen (same), ähnlich sind (similar) oder nicht verglichen werden dürfen (not).
key-comparable-reason = Warum.

## language
table-language = Wörter in Texten (open/language.toml)
key-language-term = Eigene Ausdrücke, die bemerkt werden.
key-language-allow = Ausdrücke, die nicht bemerkt werden.

table-term = Ausdruck
key-term-name = Name des Ausdrucks.
key-term-language = Sprache der Texte, in denen er bemerkt wird.
key-term-words = Die Wörter; * steht für beliebige Buchstaben davor oder dahinter, # für eine Zahl.
key-term-kind = Warum: abwertend (stigma), Mangel (deficit), ungenau (imprecise), Rangfolge (ranking) oder mehrere Begriffe in einer Datei (mixed).
key-term-instead = Was stattdessen zu schreiben ist, in der Sprache der Texte.
key-term-reason = Warum die Kommune ihn bemerken lässt.

table-allowed-term = Erlaubter Ausdruck
key-allowed-term-term = Name des Ausdrucks, aus der Liste des Programms oder der eigenen.
key-allowed-term-reason = Warum er hier richtig ist.

## corrections
table-corrections = Berichtigungen nach der Veröffentlichung (open/corrections.toml)
key-corrections-correction = Die Berichtigungen; sie bleiben stehen.
key-correction-on = Tag der Berichtigung.
key-correction-indicators = Die Indikatoren, deren Zahlen oder Texte falsch waren; ohne Angabe betrifft sie die ganze Veröffentlichung.
key-correction-text = Was falsch war und was jetzt richtig ist.
key-correction-reason = Wie es dazu kam.

## answers
table-answers = Antworten auf frühe Hinweise (open/answers.toml)
key-answers-answer = Die Antworten; sie bleiben stehen, auch wenn es den Hinweis nicht mehr gibt.

table-answer = Antwort
key-answer-rule = Anlass des Hinweises: Alarmschwelle (alarm), Warnschwelle (threshold), ungünstige Folge (adverse-run), wachsender Abstand (widening), Sprung (jump) oder ausbleibende Zahlen (overdue).
key-answer-indicator = Der Indikator.
key-answer-area = Schlüssel des Gebiets; ohne Angabe die Kommune.
key-answer-group = Die Gruppe; ohne Angabe alle.
key-answer-versus = Bei Abständen die andere Gruppe; {"{}"} sind alle zusammen.
key-answer-period = Zeitraum des Hinweises.
key-answer-reason = Was dahintersteht oder was geschieht.
key-answer-by = Das Amt, das antwortet; keine Person.
key-answer-on = Tag der Antwort.

## review
table-review = Prüfung des Indikatorensatzes (open/reviews/…)
key-review-about = Wie geprüft wurde.
key-review-responsible = Wer geprüft hat.
key-review-next = Bis wann die nächste Prüfung fällig ist.
key-review-source = Was ganze Quellen gekostet haben, gleich welche Indikatoren daraus berechnet werden.
key-review-indicator = Was zu jedem Indikator festgehalten wurde.

key-source-effort-name = Die Quelle.
key-source-effort-hours = Arbeitsstunden in diesem Turnus: vereinbaren, holen, prüfen, schützen.
key-source-effort-cost = Weitere Kosten in diesem Turnus, in Euro.

key-record-name = Der Indikator.
key-record-hours = Arbeitsstunden in diesem Turnus.
key-record-cost = Weitere Kosten in diesem Turnus, in Euro.
key-record-used = Wo er verwendet wurde; [] heißt: gesucht und nichts gefunden.
key-record-understood = Ob er verstanden wird, und woher man das weiß.
key-record-note = Was sonst noch dazu gehört.
key-record-decision = Was Menschen beschlossen haben; das Programm schlägt nur vor.

key-use-kind = In einer Einordnung genannt (interpretation), besprochen (discussion) oder Grundlage eines Beschlusses (decision).
key-use-where = Wo: Bericht, Sitzung, Beschluss.
key-use-on = Wann.

key-understood-judgement = Urteil: gut (well), teilweise (partly) oder schlecht (poorly) verstanden.
key-understood-asked = Wie viele Menschen gefragt wurden, was er sagt.
key-understood-right = Wie viele davon richtig geantwortet haben.
key-understood-source = Woher man das weiß.

key-decision-what = Aufnehmen (add), behalten (keep), ändern (change), zusammenlegen (merge) oder nicht mehr fortführen (retire).
key-decision-into = Mit welchem Indikator er zusammengelegt wird.
key-decision-by = Wer beschlossen hat.
key-decision-on = Der Tag des Beschlusses.
key-decision-reason = Warum.

## retired
key-retired-on = Seit welchem Tag.
key-retired-reason = Warum.
key-retired-successor = Der Indikator, der an seine Stelle tritt.

## register
table-register = Auszug aus dem Melderegister
key-register-format = Dateiformat.
key-register-encoding = Zeichenkodierung; sonst wird sie erkannt.
key-register-delimiter = Trennzeichen; sonst wird es erkannt.
key-register-keep-days = Nach so vielen Tagen ist ein Auszug zu löschen; gezählt wird ab dem Stichtag oder dem Empfang, je nachdem, was später ist.
key-register-column = Die Spalten und was in ihnen steht.
key-register-count = Was gezählt wird.

## register-column
table-register-column = Spalte eines Auszugs
key-register-column-head = Kopf der Spalte wie in der Datei.
key-register-column-is = Was in der Spalte steht; das Kapitel über das Melderegister erklärt jedes Wort.
key-register-column-values = Was die Texte der Spalte bedeuten; "" ist die leere Zelle.

## register-count
table-register-count = Zählung aus dem Melderegister
key-register-count-measure = Die Größe, die gezählt wird.
key-register-count-where = Wer gezählt wird, als SQL-Bedingung; sonst alle.
key-register-count-by = Die Merkmale, nach denen unterschieden wird; jedes folgt der Fassung eines Begriffs.
