# remarks

## program
remark-not-utf-8 = This file is not stored as UTF-8.
    .hint = Save the file in your editor with the encoding UTF-8.
remark-unknown-source = The source “{ $name }” is not known.
    .hint = Did you mean “{ $near }”?
remark-source-needed = There are several sources; please name one with --source: { $sources }
remark-unknown-indicator-asked = The indicator “{ $name }” is not known.
    .hint = Did you mean “{ $near }”?
remark-unknown-area-asked = The area “{ $name }” is not known.
    .hint = Did you mean “{ $near }”?
remark-unknown-group-asked = The group “{ $name }” is not known.
    .hint = Write variable=category, for example { $near }.
remark-unknown-period-asked = “{ $name }” is not a period.
    .hint = Write a year such as 2024 or a date such as 2024-12-31.
remark-unknown-release = There is no release “{ $name }”.
    .hint = Did you mean “{ $near }”?
remark-unknown-edition-asked = The edition “{ $name }” is not known.
    .hint = Did you mean “{ $near }”?
remark-edition-needed = Please name one of the editions: { $editions }
remark-no-release = There is no release yet.
    .hint = First “mehrklang receive” for the deliveries, then “mehrklang produce”.
remark-gate-blocks = Something is missing before publication: { $check ->
    [embargo] the embargo runs until { $open }.
    [signed-off] the statistics office has not signed the release { $open }.
   *[other] { $open }
}
    .hint = Do it, or record in edition.toml under [[override]] who lets it pass and why (check = "{ $check }").
remark-not-published = The edition “{ $name }” has not been published yet.
    .hint = Call “mehrklang publish { $name }” first.
remark-edition-followed = This edition is followed by “{ $later }”; it stays as it was published.
    .hint = Run “mehrklang publish { $later }”.
remark-superseding-needs-reason = The new release supersedes { $release }; that needs a reason.
    .hint = Give it with --because, for example: --because "school office corrected its delivery"
remark-unresolved-reference = There is no published value for { $reference }.
remark-definitions-newer = The definitions are newer than release { $release }: { $count ->
    [one] one file has
   *[other] { $count } files have
} changed.
    .hint = “mehrklang produce” makes a release from the new definitions.
remark-said-at-receipt = { $count ->
    [one] One remark stands in the receipt of its delivery
   *[other] { $count } remarks stand in the receipts of the deliveries
}; this is not repeated here.
remark-review-there = The file { $file } exists already; it stays as it is.
    .hint = Fill in there what is missing, or name another year.
remark-folder-not-empty = The folder “{ $folder }” is not empty and no demo.
    .hint = Choose another folder or empty this one.

## production and release
remark-release-file-missing = The release is incomplete: this file is missing.
remark-release-file-unexpected = This file does not belong to a release.
remark-release-newer = This release has format { $format }, which only a newer version of the program knows.
    .hint = Open it with a newer version of Mehrklang.
remark-release-manifest = The manifest of the release is not as it was sealed.
    .hint = A release is never edited. Restore the folder from the backup or from Git.
remark-release-changed = This file is no longer as it was sealed.
    .hint = A release is never edited. Restore the folder from the backup or from Git.
remark-release-malformed = This file of the release cannot be read.
remark-delivery-unknown-source = This delivery belongs to the source “{ $source }”, which is not known.
    .hint = Write open/sources/{ $source }.toml or check the name of the folder.
remark-source-without-delivery = There is no delivery of the source “{ $source }” that can be used. Its indicators stay empty.
    .hint = Take one in: mehrklang receive --source { $source } FILE
remark-cube-too-large = The variables of { $measure } have more combinations together than can be counted.
    .hint = Deliver fewer variables together.
remark-sum-too-large = A sum of { $measure } is larger than can be computed exactly.
    .hint = Check the numbers of the delivery, or the decimals in the definition of the source.
remark-table-not-delivered = The table { $measure } by { $by } is asked for by an indicator but not delivered.
remark-table-refused = { $measure } for { $period }: { $audience ->
        [public] the public
        [council] the council
       *[other] the administration
    } cannot be shown anything new of it; what is known already would let protected figures be computed.
    .hint = See what was published before, and whether the rules of the source have become stricter since.
remark-table-refused-zeros = { $measure } for { $period }: { $audience ->
        [public] the public
        [council] the council
       *[other] the administration
    } cannot be shown anything new of it: “group-disclosure” holds for one of the measures that belong together here, zeros are shown for another, and shown zeros tell what “group-disclosure” is to protect.
    .hint = Give the same “zeros” for all sources whose measures stand together in a share, or take “group-disclosure” back.
remark-table-refused-overlap = The table { $measure } (variables: { $by }) is not released for the level “{ $level }”: its areas cut across those of another level that is shown, and their differences would be small areas.
    .hint = Show the figures for one of the two divisions only.
remark-table-refused-too-large = The table { $measure } (variables: { $by }) is not released for the level “{ $level }”: together with the other tables of the same people it has too many cells to protect them all at once.
    .hint = Leave out a variable, merge categories, or choose larger areas.
remark-table-refused-contributions = The table { $measure } (variables: { $by }) is not released for the level “{ $level }”: a rule on single contributions holds for sums, and the delivery has none.
    .hint = Take back “dominance” and “p-percent” for this source, or have released sums delivered.
remark-table-refused-contradiction = { $measure } and what belongs to it is not released for { $period }: the delivered figures contradict each other. A part is larger than its whole, or parts do not add up to theirs.
    .hint = Have the delivery checked; correct it with “corrections.toml”.
remark-table-refused-unsolved = { $measure } and what belongs to it is not released for { $period }: cells have been delivered suppressed already, and no table was found that agrees with all delivered figures.
    .hint = Have the figures delivered unsuppressed, or less broken down.
remark-table-loses-much = At the level “{ $level }” the table { $measure } (variables: { $by }) loses more { $audience ->
        [public] for the public
        [council] for the council
       *[other] for the administration
    } than the rules tolerate.
    .hint = Proposals to make it coarser stand in the protocol (advice.csv), with the loss that each would leave. What you enter under [[coarsen]] in policy.toml is applied the next time.
remark-proof-unreadable = The proof cannot be read from line { $line } on.
    .hint = Take the file as it lies under shielded/protocols/…/proofs/.
remark-proof-unknown-name = The proof names “{ $name }”, which the definitions of the release do not know.
    .hint = See whether proof and release belong together.
remark-proof-does-not-hold = The proof does not hold for this release.
    .hint = See whether proof and release belong together. If they do, the release should be withdrawn until this is cleared up.
remark-proof-of-other-audience = The proof belongs to the release for other readers.
remark-ledger-broken = The record of earlier releases cannot be read from line { $line } on. Without it nothing new can be protected.
    .hint = Restore the file from a backup; it must not be changed by hand.
remark-policy-no-secret = The method “cell-key” is chosen for the source { $source }, but the office's secret is missing or too short.
    .hint = Put shielded/secret.key back from the backup. With a new secret the same people would get other noise.
remark-policy-noise-infeasible = For the source { $source } there is no noise with this variance and this bound.
    .hint = Under “noise”, choose another variance, a larger bound, or fewer barred results.
remark-table-refused-uncounted = The table { $measure } (variables: { $by }) is not released for the level “{ $level }”: the source does not say how many people stand behind its values.
    .hint = Name the measure that counts these people under “counted-by” of the measure.

## definitions
remark-no-monitoring = There is no monitoring in this folder: the file open/monitoring.toml is missing.
    .hint = “mehrklang demo” lays out an example; --dir names another folder.
remark-syntax = { $problem ->
    [duplicate-key] This key stands here for the second time.
    [other-value] This key has another value already.
    [quotes] The closing quotation mark is missing here.
    [unclosed] A closing bracket is missing here.
    [value] The value is missing here.
    [comma] A comma is missing here, or there is one too many.
    [equals-sign] An equals sign belongs between key and value.
    [unquoted] This is not a value. Texts stand between two straight quotation marks.
    [trailing] Something stands behind the value that does not belong to it.
    [leading-zero] Numbers do not begin with 0; codes stand as text in quotation marks.
    [escape] A backslash has a meaning of its own in texts; write it twice.
    [key] This is not possible as a key: keys consist of a to z, digits and hyphens, followed by an equals sign.
   *[other] This is not valid TOML.
}
remark-unknown-key = The key “{ $key }” is not known here.
    .hint = Did you mean “{ $near }”?
remark-misplaced-key = The key “{ $key }” belongs only to { $other } = { $words }.
remark-missing-key = The key “{ $key }” is missing here.
remark-missing-translation = The { $language ->
    [en] English
   *[other] German
} text is missing here.
remark-empty-text = This text is empty.
remark-wrong-type = What belongs here is { $expected ->
    [local] a text in each language: the key with .de and with .en
    [text] a text in quotation marks
    [boolean] true or false
    [whole] a whole number
    [number] a number, with a point as decimal sign
    [period] a period as text, such as "2024", "2024-Q3" or "2024-12-31"
    [day] a day of the year as text, such as "12-31"
    [date] a day as text, such as "2024-12-31"
    [code] a code as text in quotation marks; as a number it would lose leading zeros
    [measure-key] a measure with its source, such as "einwohner.residents"
    [list] a list in square brackets
    [tables] a series of sections in double square brackets
   *[table] a group of keys in curly brackets or a section of its own
}.
remark-out-of-range = This number must lie between { $least } and { $most }.
remark-unknown-word = “{ $word }” is not possible here. Possible are: { $known }
    .hint = Did you mean “{ $near }”?
remark-either = Exactly one of these belongs here: { $ways }
remark-bad-name = “{ $name }” is not possible as a name or code.
    .hint = Write “{ $near }”, for example.
remark-file-name = “{ $name }” is not possible as the name of a file or folder here: it stands in addresses and consists of lower-case letters, digits and hyphens.
    .hint = Name the file or folder “{ $near }”.
remark-unknown-file = This file is not read: none is expected at this place.
    .hint = Did you mean { $near }?
remark-unused-file = No area level refers to this file.
remark-missing-file = The file { $file } is missing.
remark-unknown-reference = { $kind ->
    [field] There is no field of action “{ $name }”.
    [objective] There is no objective “{ $name }”.
    [target] There is no target “{ $name }”.
    [term] There is no expression “{ $name }”, neither here nor in the list of the program.
    [area] There is no area “{ $name }”.
    [level] There is no area level “{ $name }”.
    [variable] There is no variable “{ $name }”.
    [category] The variable “{ $of }” has no category “{ $name }”.
    [source] There is no source “{ $name }”.
    [concept] There is no concept “{ $name }”.
    [version] The concept “{ $of }” has no version “{ $name }”.
    [version-category] The version “{ $of }” has no category “{ $name }”.
    [measure] The source “{ $of }” delivers no measure “{ $name }”.
    [measure-here] This source delivers no measure “{ $name }”.
    [column] This record layout has no column “{ $name }”.
    [edition] There is no edition “{ $name }”.
    [audience] The audience “{ $name }” does not stand under “audiences”.
   *[indicator] There is no indicator “{ $name }”.
}
    .hint = Did you mean “{ $near }”?
remark-duplicate = { $kind ->
    [objective] The objective “{ $name }” stands here for the second time.
    [target] The target “{ $name }” stands here for the second time.
    [term] There is an expression “{ $name }” already, here or in the list of the program.
    [answer] This warning about “{ $name }” has been answered already.
    [allowed] The expression “{ $name }” is allowed already.
    [source-effort] The source “{ $name }” stands in this review for the second time.
    [record] The indicator “{ $name }” stands in this review for the second time.
    [break] The break “{ $name }” stands here for the second time.
    [area] The code “{ $name }” is taken by another area.
    [level] The area level “{ $name }” stands here for the second time.
    [variable] The variable “{ $name }” stands here for the second time.
    [category] The category “{ $name }” stands here for the second time.
    [measure] The measure “{ $name }” stands here for the second time.
    [column] The column “{ $name }” has been described for the same rows.
    [audience] The audience “{ $name }” stands here for the second time.
    [version] The version “{ $name }” stands here for the second time.
    [comparable] Something has already been said here about comparability with “{ $name }”.
    [item] A column “{ $name }” is described already.
    [coarsening] This coarsening of “{ $name }” stands here for the second time.
   *[indicator] There is an indicator “{ $name }” in another field of action already; its name is its address.
}
remark-duplicate-alias = { $kind ->
    [area] The spelling “{ $name }” stands for another area of this level already.
   *[category] The spelling “{ $name }” stands for something else in this variable already.
}
remark-cycle = { $kind ->
    [objective] These objectives serve each other in a circle: { $way }
    [indicator] These indicators succeed one another in a circle: { $way }
    [target] These targets supersede each other in a circle: { $way }
    [level] These area levels lie above each other in a circle: { $way }
    [area] These areas lie within each other in a circle: { $way }
   *[category] These categories contain each other in a circle: { $way }
}
remark-first-level = { $count ->
    [0] No area level stands above all others.
   *[other] Exactly one area level stands above all others; here several have none above: { $names }
}
remark-first-level-areas = On the area level “{ $level }” there is exactly one area, the municipality itself; here there are { $count }.
remark-code-of-whole = The municipality has the code “{ $code }” here, but “{ $expected }” in open/monitoring.toml.
remark-also-in-level = { $area } cannot lie in { $other } (level “{ $level }”) under “also-in”: named is one area of each other division, none of its own level and none above or below it.
remark-area-without-parent = The key “parent” is missing for the area “{ $area }”: in which area of the level “{ $level }” it lies.
remark-parent-of-first = There is no area above “{ $area }”: it belongs to the first level.
remark-parent-level = The area “{ $area }” must lie in an area of the level “{ $level }”; this one belongs to “{ $found }”.
remark-validity-backwards = The validity ends before it begins.
remark-union-not-below = The area level “{ $of }” does not lie below “{ $level }”; its outlines cannot be united to it.
remark-outlines-absent = The file { $file } is not there; without it there is no map for the area level “{ $level }”.
remark-outlines-missing = { $count ->
    [one] One area
   *[other] { $count } areas
} of the level “{ $level }” have no outline, for example “{ $first }”.
remark-geojson-broken = This file is not a GeoJSON collection of features.
    .hint = Save the outlines in your geographic information system as “GeoJSON, FeatureCollection”.
remark-geojson-property = No feature has the property “{ $property }”.
remark-geojson-without-code = { $count ->
    [one] One feature lacks
   *[other] { $count } features lack
} the property “{ $property }”, for example feature number { $first }.
remark-geojson-unknown-code = { $count ->
    [one] One feature belongs
   *[other] { $count } features belong
} to no area of this level, for example “{ $first }”.
remark-geojson-no-polygon = { $count ->
    [one] One outline is
   *[other] { $count } outlines are
} not a Polygon or MultiPolygon, for example “{ $first }”.
remark-geojson-projection = { $count ->
    [one] One outline is
   *[other] { $count } outlines are
} not given in longitude and latitude, for example “{ $first }”.
    .hint = Save the outlines in the coordinate system WGS 84 (EPSG:4326).
remark-colour = “{ $colour }” is not a colour.
    .hint = Write a # and six digits from 0 to f, such as “#0d4a66”.
remark-colour-contrast = The colour “{ $colour }” is hard to read on white: a contrast of 4.5 to 1 is needed (WCAG 2.2, 1.4.3).
    .hint = The lightest readable colour of this hue is “{ $readable }”.
remark-logo-says-missing = It is not said what the logo shows; those who do not see it learn nothing of it.
    .hint = Write in { $file } under [design]: logo-says.en = "Coat of arms: …"
remark-logo-missing = This says what a logo shows, but no logo.svg lies beside this file.
    .hint = Put the logo at open/logo.svg, or leave out “logo-says”.
remark-edition-language = The edition is to appear in the language “{ $language }”, which open/monitoring.toml does not name.
remark-edition-address = This is no address of the web.
    .hint = Write it in full, such as address = "https://monitoring.musterstadt.example/".
remark-edition-follows = This edition cannot follow “{ $earlier }”.
    .hint = Each edition follows one other at most, for the same audience, none follows itself, and each is followed by one at most.
remark-counted-by-no-count = “{ $measure }” is not a count, so it cannot say how many persons stand behind a number.
remark-noise-impossible = There is no noise with this variance: the variance is above zero and at most the square of the largest deviation (“bound”).
remark-same-signs = The decimal sign and the thousands sign are the same.
remark-layout-without-period = No column names the period.
    .hint = A column needs is = "period", or the heads of a wide table contain {"{"}period{"}"}.
remark-layout-without-measure = No column holds a measure (is = "measure").
remark-measure-kind = The measure “{ $measure }” does not suit this indicator: { $kind ->
    [given] “given” takes over finished figures of the source (kind = "figure").
   *[other] a finished figure (kind = "figure") cannot be computed with.
}
remark-not-delivered = The files of the source “{ $source }” do not tell people apart by the variable “{ $variable }”.
remark-against-itself = “{ $one }” and “{ $other }” are the same; the result would be certain beforehand.
remark-breakdown-fixed = No breakdown by the variable “{ $variable }” is possible here: the indicator itself fixes it.
remark-level-unpublished = The area level “{ $level }” is not published (published = false).
remark-core-incomplete = { $key ->
    [question] A core indicator says which question it answers: “question” is missing here.
   *[reason] A core indicator says why it is collected: “reason” is missing here.
}
    .hint = Add { $key }.de or take back core = true.
remark-core-many = There are { $count } core indicators. Nobody keeps more than { $most } in view.
    .hint = Consider which indicators do without core = true.
remark-core-few = { $count ->
    [0] There is no core indicator yet
    [one] There is one core indicator
   *[other] There are { $count } core indicators
}; at least { $least } are recommended.
remark-core-lopsided = Of the core indicators, { $strengths } show strengths and { $deficits } deficits. One side has more than three times as many as the other.
    .hint = Add indicators of the other side, so that the picture does not become one-sided.
remark-reference-malformed = { $problem ->
    [unclosed] The closing bracket to this curly bracket is missing.
    [empty] There is nothing between the curly brackets.
    [what] “{ $word }” is not known. Possible are: value, numerator, denominator, change, gap, period.
    [no-equals-sign] “{ $word }” needs the form word=value.
    [name] “{ $word }” is not possible as a name or code.
    [period] “{ $word }” is not a period. Possible are latest, first, base or, for example, 2024.
    [twice] “{ $word }” stands twice in the same reference.
    [only-change] “{ $word }” belongs to change only.
    [only-gap] “{ $word }” belongs to gap only.
    [gap-needs-group] A gap needs a group, for example sex=female.
    [against-several] With several variables it is not clear to which of them “{ $word }” belongs.
   *[needs-indicator] Here the reference must name the indicator: of=…
}
    .hint = Did you mean “{ $near }”?
remark-reference-impossible = { $problem ->
    [level] The indicator “{ $indicator }” does not exist for the area level “{ $word }”.
    [breakdown] The indicator “{ $indicator }” is not broken down by “{ $word }”.
   *[parts] The indicator “{ $indicator }” has no “{ $word }”: it is not a fraction of two numbers.
}
remark-typed-number = This number was typed by hand. It goes stale unnoticed, and nobody has checked whether it may be shown.
    .hint = Write a reference such as {"{"}value{"}"} or {"{"}value period=2012{"}"}; if it is not a figure, put it into `…`.
remark-text-untranslated = The English version { $file } is missing; the English pages show the German text.
remark-unsupported-markup = This is not carried over: texts hold headings, paragraphs, lists, quotations, emphasis and links.

## deliveries
remark-further-findings = The same ({ $rule }) stands { $in-column ->
    [yes] in the column “{ $column }” at { $count ->
        [one] one more place
       *[other] { $count } more places
    }
   *[no] at { $count ->
        [one] one more place
       *[other] { $count } more places
    }
}.
remark-other-format = This file is not in the agreed format ({ $declared }).
    .hint = { $near ->
        [xlsx] It looks like an Excel file (xlsx). Please save it in the agreed format, or state format = "xlsx" in the record layout.
        [xls] It looks like a file of an old Excel (xls). Please save it as xlsx or CSV.
        [parquet] It looks like a Parquet file. Please have it delivered in the agreed format, or state format = "parquet" in the record layout.
       *[csv] It looks like text. Please have it delivered in the agreed format, or state format = "csv" in the record layout.
    }
remark-other-encoding = The characters of this file are encoded otherwise than the record layout says.
    .hint = It looks like { $near }. Change the entry “encoding” or leave it out; then the encoding is detected.
remark-other-delimiter = The columns of this file are separated otherwise than the record layout says.
    .hint = It looks like “{ $near }”. Change the entry “delimiter” or leave it out; then the delimiter is detected.
remark-delivery-gone = This delivery cannot be read any more.
    .hint = Check whether the file is still there and who may read it.
remark-delivery-changed = This delivery is not what was received any more.
    .hint = Put the received file back. New figures are taken in by “mehrklang receive”; single corrections belong into “corrections.toml” beside it.
remark-unreadable-file = This file cannot be read as { $format }; perhaps it is incomplete.
    .hint = Ask for a new delivery, or open and save the file in the program that it comes from.
remark-no-such-sheet = The file has no sheet “{ $sheet }”.
    .hint = Check the entry “sheet” of the record layout; without it, the first sheet counts.
remark-missing-column = The column “{ $head }” is missing.
    .hint = { $found ->
        [row] This text stands in row { $row }. Are “skip-rows” and “head-rows” of the record layout right?
        [column] Did you mean the column { $near }? Its head is spelt alike.
       *[no] The head of the table was read in row { $row }. Are “skip-rows” and “head-rows” of the record layout right?
    }
remark-head-stands-twice = This column head stands twice in the table; otherwise the first column would be read.
    .hint = Ask for column heads that differ.
remark-undeclared-column = The record layout does not name the column { $letters }; it is not read.
    .hint = Name it with is = "ignored", or set other-columns = "ignore".
remark-delivery-without-period = This file does not say where the period comes from.
    .hint = Name a column with is = "period", or a column head with {"{"}period{"}"}.
remark-no-rows = The file holds no rows with numbers of this source.
    .hint = Are “skip-rows”, “head-rows”, “ends-before” and “only” of the record layout right?
remark-text-rows = { $count ->
    [one] One row in which only the first cell is filled was
   *[other] { $count } rows in which only the first cell is filled were
} taken for text and not read.
    .hint = For footnotes at the end, the entry “ends-before” helps.
remark-too-many-cells = This row has more cells than the head of the table.
    .hint = Often the delimiter stands in a text or number that is not quoted.
remark-too-few-cells = This row has fewer cells than the head of the table; the others count as empty.
    .hint = Perhaps the file is incomplete.
remark-unreadable-number = Here stands neither a number nor a known sign.
    .hint = Expected are the decimal sign “{ $decimal }”{ $has-thousands ->
        [yes] {" "}and the thousands sign “{ $thousands }”
       *[no] {""}
    }. Other signs of the source belong into the entry “signs”.
remark-too-precise = This number has more decimal places than agreed ({ $decimals }).
    .hint = If the places are to count, raise “decimals” of the measure “{ $measure }”.
remark-too-large = This number is too large.
remark-negative-count = Here stands a negative number where things are counted.
remark-unreadable-period = Here stands no period.
    .hint = { $kind ->
        [school-year] Expected is a school year such as 2014/15.
        [reference-date] Expected is a year or a date such as 31.12.2015; the reference date of this source is day { $day } of month { $month }.
       *[year] Expected is a year such as 2015.
    }
remark-other-day = Here stands another day than the reference date of the source.
    .hint = The reference date of this source is day { $day } of month { $month } (entry “day”).
remark-other-period = Here stands a period of another kind than the source delivers.
    .hint = { $kind ->
        [school-year] Expected is a school year such as 2014/15.
        [reference-date] Expected is a year or a date such as 31.12.2015; the reference date of this source is day { $day } of month { $month }.
       *[year] Expected is a year such as 2015.
    }
remark-unknown-code = Here stands a code or name that the code list does not know.
    .hint = { $has-near ->
        [yes] Did you mean “{ $near }”? Spellings of the source belong as “aliases” into { $list }.
       *[no] Spellings of the source belong as “aliases” into { $list }.
    }
remark-empty-code = This cell is empty; a code or name must stand here.
    .hint = If empty means “total”, put "" into “whole-aliases” of { $list }.
remark-ambiguous-code = What stands here fits several entries of the code list.
    .hint = Deliver the code instead of the name, or make the spellings in { $list } unique.
remark-undeclared-group = The record layout does not name this group.
    .hint = Name under “groups” each text of the column with the categories that it stands for.
remark-conflicting-categories = Row and column say different things on the variable “{ $variable }”.
    .hint = If the column always gives the total, the variable belongs into the entry “whole”.
remark-leading-zeros = Lost leading zeros were restored, in { $count ->
    [one] one row
   *[other] { $count } rows
} of this column.
    .hint = Official codes are text. Ask for the column to be delivered as text.
remark-duplicate-row = The same stands in row { $first } already.
    .hint = Ask for a delivery without repeated rows, or say with “only” which rows count.
remark-contradicting-rows = Row { $first } says otherwise about the same.
    .hint = Ask the data provider which number holds.
remark-missing-areas = { $count ->
    [one] One area of the level “{ $level }” is missing
   *[other] { $count } areas of the level “{ $level }” are missing
} ({ $areas }), { $periods ->
    [one] { $first }
   *[other] in { $periods } periods from { $first } to { $last }
}: { $measures }
remark-missing-years = { $count ->
    [one] One year is missing
   *[other] { $count } years are missing
} in the series ({ $years }): { $measures }
remark-area-not-valid = The area { $area } did not exist in the period { $period }, by the definitions.
remark-areas-do-not-add-up = { $partial ->
    [yes] The known areas of the level “{ $level }” alone add up to more than this number.
   *[no] The areas of the level “{ $level }” do not add up to this number.
}
remark-categories-do-not-add-up = { $partial ->
    [yes] The known categories of “{ $variable }” alone add up to more than this number.
   *[no] The categories of “{ $variable }” do not add up to this number.
}
remark-numerator-above-denominator = For the indicator “{ $indicator }” the numerator is above the denominator here.
remark-unreadable-figure = The delivered figure cannot be read; it is needed for comparison only.
remark-figure-differs = The delivered figure does not fit “{ $numerator }” and “{ $denominator }”.
remark-jump = The series jumps unusually far here in the period { $period }.
    .hint = Is it a slip, a new delimitation or a real change? Ask before you publish.
remark-corrections-unreadable = The corrections cannot be read.
    .hint = Each correction is a section [[correction]] with row, column, expect, set and reason.
remark-correction-unknown-key = We do not know this entry here.
    .hint = Possible are: { $keys }
remark-correction-lacks = This correction lacks the entry “{ $key }”.
    .hint = Each correction names row, column, expect, set and a reason, texts in quotes.
remark-correction-unknown-column = The delivery has no column “{ $head }”.
remark-correction-finds-no-row = This correction finds no row.
    .hint = Perhaps the data provider has mended the error; then the correction can go.
remark-correction-finds-many = This correction fits several rows.
    .hint = Name so many columns under “row” that exactly one row remains.
remark-correction-expectation-fails = The cell does not hold what this correction expects.
    .hint = Perhaps the data provider has mended the error; then the correction can go.

## policy
remark-policy-outside-of-default = The key “{ $key }” belongs into the section [default] or into an exception [[rule]].
    .hint = Put the line [default] above it.
remark-policy-scheduler = This is no host with a port.
    .hint = Write for example scheduler = "10.0.0.1:50050".
remark-policy-no-audience = At least one audience must stand here; without the key “audiences” it is the public.
remark-policy-audience-order = The audiences stand from the widest to the narrowest: “{ $wider }” belongs before “{ $narrower }”.
remark-policy-edition-audience = The edition “{ $edition }” is for “{ $audience }”; this audience does not stand under “audiences”. No rules of its own hold for it, it sees only what everyone sees.
remark-policy-source-public = The source “{ $source }” has published its figures already (already-public); this exception has no effect.
remark-policy-rule-for-all = This exception names neither source nor audience. What holds for all belongs into the section [default].
remark-policy-rule-empty = This exception lays down nothing.
remark-policy-needs-method = The key “{ $key }” has an effect only with method = "{ $method }"; that method holds for nobody here.
remark-policy-attacker-needs-zeros = attacker = "positive" requires that zeros are always shown; here they may be withheld (zeros = "protected").
    .hint = Write attacker = "non-negative" or leave the key out.
remark-policy-group-disclosure-needs-zeros = That a group lies wholly in one category is betrayed by the zeros of the others. The key “group-disclosure” therefore needs zeros = "protected".
    .hint = Add zeros = "protected", or cancel the key with group-disclosure = [].
remark-policy-two-methods = For the same source, different methods hold for “{ $wider }” and “{ $narrower }”. “{ $narrower }” sees both versions of a figure; together they betray more than each alone.
remark-policy-stricter = With the key “{ $key }”, a stricter rule holds for “{ $narrower }” than for “{ $wider }”. That protects nothing: “{ $narrower }” sees all that “{ $wider }” sees.
remark-policy-no-level-above = There is no area level above “{ $level }” to move to.
remark-policy-variable-not-by = The variable “{ $variable }” does not belong to this table: it does not stand under “by”.
remark-policy-nothing-to-merge = The categories of the variable “{ $variable }” belong to no wider ones; there is nothing to merge.
    .hint = Lay down wider categories in the variable and name them with “parent”.

## goals
remark-target-without-figures = { $key ->
    [area] The indicator “{ $indicator }” has no figures for this area.
   *[group] The indicator “{ $indicator }” is not broken down by this group.
}
remark-target-against-polarity = For the indicator “{ $indicator }” the other direction is agreed to be the better one (polarity).
remark-target-backwards = The target is to be reached before it begins.
remark-corridor-backwards = The upper end of the corridor lies below the lower one.
remark-step-order = Steps lie between “start” and “by” and follow time.
remark-threshold-side = The threshold “{ $key }” lies on the wrong side of “{ $other }”.
    .hint = A value that reaches the target cannot be a warning, and an alarm lies beyond the warning.
remark-target-unsigned = The target “{ $target }” counts as proposed: it is in force only when the integration office (integration-office) and the statistics office (statistics-office) have signed it.
remark-target-twice = For the same figures there is already the target “{ $other }”; “{ $name }” cannot hold beside it.
    .hint = If one supersedes the other, the superseded one has the key “superseded-by”.

## concepts
remark-rule = { $problem ->
    [empty] The rule is missing here.
    [too-long] This rule is too long.
    [too-deep] Too many parentheses stand inside one another in this rule.
    [ends] The rule ends before it is complete.
    [syntax] “{ $word }” is not SQL at this place.
    [unknown-attribute] The attribute “{ $word }” is not declared in this concept.
    [unknown-function] Rules have no function “{ $word }”.
    [argument-count] The function “{ $word }” does not take { $other ->
        [one] one value
       *[other] { $other } values
    }.
    [not-boolean] A condition that holds or does not belongs here; this is { $word ->
        [boolean] a truth value
        [whole] a whole number
        [decimal] a decimal number
        [text] a text
        [date] a date
       *[null] NULL
    }.
    [wrong-kind] What belongs here is { $word ->
        [boolean] a truth value
        [whole] a whole number
        [decimal] a number
        [text] a text
        [date] a date
       *[null] NULL
    }; this is { $other ->
        [boolean] a truth value
        [whole] a whole number
        [decimal] a decimal number
        [text] a text
        [date] a date
       *[null] NULL
    }.
    [different-kinds] On the left stands { $word ->
        [boolean] a truth value
        [whole] a whole number
        [decimal] a decimal number
        [text] a text
        [date] a date
       *[null] NULL
    }, on the right { $other ->
        [boolean] a truth value
        [whole] a whole number
        [decimal] a decimal number
        [text] a text
        [date] a date
       *[null] NULL
    }; the two cannot be compared.
    [compared-with-null] A comparison with NULL is never true and never false. IS NULL is probably meant.
    [bool-order] Truth values have no order.
    [text-order] The order of texts depends on the program; it is allowed for codes of digits only.
    [unknown-code] This attribute has no code “{ $word }”; the condition would never hold.
    [no-common-code] The two attributes have no code in common; the condition would never hold.
    [division-by-expression] Only a number that is written out may divide.
    [division-by-zero] Nothing can be divided by zero.
    [whole-division] Some programs divide whole numbers with a remainder, others without. Write the second one with decimals, such as 2.0.
    [may-overflow] The result can become larger than can be computed.
    [bad-number] This is not a possible number here.
    [bad-date] There is no such day; a date looks like this: DATE '2024-06-27'.
    [never-true] This rule never holds, whatever the values of the attributes.
    [never-false] This rule always holds, whatever the values of the attributes.
    [unsupported-quoted-name] Names stand in rules without quotes and without a point.
    [unsupported-block-comment] Notes begin with -- and reach to the end of the line.
    [unsupported-chained-comparison] Several comparisons in a row need parentheses.
    [unsupported-pattern] Rules have no patterns such as LIKE.
    [unsupported-subquery] Rules have no queries.
    [unsupported-cast] Rules have no conversions such as CAST.
    [unsupported-operator] Rules do not have this operator.
    [unsupported-literal] Rules do not have this way to write a value.
    [unsupported-function-form] Rules do not have this form of the function.
    [unsupported-date-part] Of a date, rules have YEAR, MONTH and DAY.
   *[unsupported-other] This is SQL, but not of the part that means the same everywhere.
}
    .hint = Did you mean “{ $near }”?
remark-attribute = { $problem ->
    [name] “{ $name }” is no name for an attribute: small letters a–z, digits and the underscore are allowed.
    [reserved] “{ $name }” is a word of SQL and no possible name for an attribute.
    [twice] The attribute “{ $name }” stands here for the second time.
   *[type] The attribute “{ $name }” has no possible values: “least” is at most “most”, and “codes” are not empty.
}
remark-attribute-unused = No rule asks for the attribute “{ $name }”. What nobody needs is not collected.
remark-version-without-rules = This version has not a single rule.
remark-version-too-large = { $kind ->
    [categories] This version has more than { $most } categories.
   *[attributes] The rules of this version ask for more than { $most } attributes together.
}
remark-second-without-rule = The category “{ $category }” lacks its rule; only one category takes the rest.
remark-category-unreachable = Nobody can belong to the category “{ $category }”: the rules before it leave nobody over.
remark-categories-overlap = The categories “{ $one }” and “{ $other }” are to exclude each other, but both rules can hold, for instance with { $example }.
remark-broader-category = “{ $name }” cannot be the broader category: it has a rule itself or belongs to a broader one already.
remark-comparable-itself = The version “{ $version }” need not be compared with itself.
remark-comparable-contradicts = “{ $version }” and “{ $other }” say different things of each other: “{ $how }” and “{ $back }”.
remark-missing-beside = “{ $other }” also needs “{ $key }”.
remark-versions-mixed = The variables “{ $one }” and “{ $other }” follow different versions of the concept “{ $concept }” ({ $earlier } and { $later }); { $how ->
    [similar] the two are only similar.
    [not] the two are not comparable.
   *[unsaid] nobody has stated that they are comparable.
}
    .hint = What has been said about comparing them is shown by: mehrklang concept show { $concept } --version { $later }

remark-unknown-concept-asked = We do not know the concept “{ $name }”.
    .hint = Did you mean “{ $near }”?
remark-unknown-version-asked = We do not know the version “{ $name }”.
    .hint = Did you mean “{ $near }”?
remark-version-needed = The concept “{ $concept }” has several versions; please name one with --version: { $versions }
remark-versions-not-crossed = The release does not count the versions { $versions } of the concept “{ $concept }” together.
    .hint = Give an indicator of kind count a breakdown that names a variable for each version: breakdowns = [["a", "b"]]. Or name a file of invented persons.
remark-indicator-not-crossed = The indicator “{ $indicator }” does not count by several versions of a concept at once.
    .hint = Give it, if it is of kind count, a breakdown that names a variable for each version: breakdowns = [["a", "b"]].
remark-versions-needed = Comparing takes two versions: --versions { $versions }
remark-concept-there = The file { $file } exists and differs; it stays as it is.
remark-persons-not-utf-8 = This file is not saved as UTF-8.
remark-persons-without-rows = There is no person in this file.
remark-persons-too-many = There are more than { $most } persons in this file. This command is for invented persons.
    .hint = Data about real people belong in a delivery: mehrklang receive
remark-persons-head-twice = The column “{ $column }” is there twice.
remark-persons-head-unknown = The column “{ $column }” is no attribute of this version and is not read.
    .hint = Did you mean “{ $near }”?
remark-persons-head-missing = The column “{ $column }” is missing; its value counts as unknown for everyone.
remark-persons-head-needed = The column “{ $column }” is missing; by the definition every person has this value.
remark-persons-row = This row has more or fewer fields than the head.
remark-persons-cell = { $expected ->
    [boolean] Yes or no belongs here (also true, false, t, f, 1, 0).
    [whole] A whole number within the bounds of the attribute belongs here.
    [decimal] A number with no more decimals than the attribute has belongs here.
    [date] A date such as 2024-12-31 belongs here.
    [code] A code of the attribute belongs here.
   *[always] A value is missing here; by the definition every person has one.
}
    .hint = Possible are: { $known }

## language
remark-language = { $kind ->
    [stigma] “{ $word }” belittles people or places.
    [deficit] “{ $word }” ascribes to people what lies in their circumstances.
    [imprecise] “{ $word }” leaves open who was counted.
    [ranking] “{ $word }” puts groups or areas in a ranking.
   *[mixed] “{ $word }” stands here beside another concept, which counts other people.
}
    .hint = Write instead: { $near }. If the word is right here, allow “{ $term }” with a reason in open/language.toml.
remark-term-pattern = “{ $word }” finds too much or nothing. Write whole words; * stands for any letters in front of or behind at least three, # by itself for a number.

## reviews
remark-review-name = A review is named by its year, for example open/reviews/2025.toml.
remark-more-right-than-asked = No more can have answered rightly (right) than were asked (asked).
remark-retired-core = An indicator that is no longer continued (retired) is not one of the core indicators.
remark-retired-target = A target still holds for the indicator “{ $indicator }”, although it is no longer continued.
    .hint = Supersede the target in open/goals.toml with “superseded-by”, or take it out.
remark-decision-not-carried-out = It was decided no longer to continue the indicator “{ $indicator }”; its file does not say so yet.
    .hint = Write the section [retired] with “on” and “reason” into the file of the indicator, and with “successor” if another one takes its place.

## register
remark-microdata-refused = Only a shielded statistics office may process microdata (section 16 (5) of the Federal Statistics Act; for social data section 53 (6) of Book II of the Social Code). None is declared for this monitoring.
    .hint = If there is a statistics office shielded by by-law, write in open/monitoring.toml: statistics-office = "shielded". Otherwise have tables delivered instead of microdata.
remark-engine-missing = The program “{ $program }”, which is to speak to the chosen engine, does not lie beside this program.
    .hint = Build it from the folder crates/scale-out and put it there (handbook 11), or leave out the entry “engine”; then this program counts by itself.
remark-engine-unanswered = The chosen engine has not answered the question about this extract.
    .hint = Do scheduler and executors run, and do they see the folder of the monitoring under the same path? Without the entry “engine” this program counts by itself.
remark-register-not-built = This program was built without the processing of register extracts.
    .hint = Have tables delivered, or use a program with the feature “register”.
remark-unknown-extract = There is no extract “{ $name }”.
    .hint = Did you mean “{ $near }”?
remark-extract-not-counted = This extract cannot be counted; therefore it is not deleted.
    .hint = Mend what the other remarks name, or delete the file by hand: its figures will then be missing from the next release.
remark-counted-line = Line { $line } of these kept counts cannot be understood, or it names an area or a category that does not exist any more.
remark-counted-otherwise = The microdata are deleted, and “{ $measure }” was not counted then as it is asked for now; it is missing for this reference date.
    .hint = It cannot be made up for. If the old count is to stand, leave its variables and their versions as they were, and count what is new under another name.
remark-register-without = The record layout lacks the column “{ $item }”; without it nobody can be counted.
    .hint = Add a [[register.column]] with is = "{ $item }".
remark-register-counts = From a register, persons are counted; “{ $measure }” is no count without decimals.
remark-register-variable = The variable “{ $variable }” follows no version of a concept; it cannot be computed from a register.
    .hint = Name “concept” and “version” in open/variables/{ $variable }.toml.
remark-register-attribute = The attribute “{ $attribute }”, which the variable “{ $variable }” asks for, has another type or narrower bounds in the concept than in the register.
remark-register-unknown = For the variable “{ $variable }” the register lacks what its rule needs: { $attributes }. { $count ->
    [one] This attribute counts
   *[other] These attributes count
} as unknown for everyone.
remark-register-column-missing = The column “{ $column }” of the record layout is not in the file.
    .hint = Did you mean “{ $near }”?
remark-register-area = This area does not exist in this monitoring.
    .hint = Add the area, another spelling (“aliases”) or its meaning under “values”.
remark-register-no-area = The area in which the person lives is missing here.
    .hint = If there is an area “not assignable”, write under “values”: "" = "…".
remark-register-value = What stands here has no declared meaning.
    .hint = Add the spelling under “values” of this column.
remark-register-birth-date = This is no day of birth before the reference date and at most 130 years ago.
    .hint = Usual are 1980-02-29, 29.02.1980 and 19800229; unknown days and months are 00. Have the day corrected in the register.
remark-register-other-day = Another reference date stands here than at the beginning of the file, or none.
    .hint = A file is for one reference date; deliver one file for each.
remark-register-no-person = The key of the person is missing here.
    .hint = Each row needs a key that occurs only once in the file.
remark-register-twice = This key of a person stands in an earlier row already.
    .hint = Have duplicates cleared; nobody may be counted twice.
remark-register-day = What stands here is no day; it counts as not known.
    .hint = Usual are 1980-02-29, 29.02.1980 and 19800229.
remark-register-state = This state is not in the list of citizenships (Staats- und Gebietssystematik); the person counts as foreign.
    .hint = Check the key; what it means can be declared with “values” at the column.
remark-register-later-state = This state did not exist yet on the reference date.
    .hint = Check key and reference date.
remark-register-undeterminable = Of the variable “{ $variable }” not everyone's category can be determined, because entries are missing; it has no place for these people.
    .hint = Give the variable a category “cannot be determined” and name its code with “undeterminable”, or write complete = false.
remark-register-nowhere = Of the variable “{ $variable }” people belong to none of its categories, although these should make up everyone together.
    .hint = Add the missing category, or write complete = false.
remark-birthplaces-heads = The table of birth places needs the head: { $heads }
remark-birthplaces-state = The three-digit key of the state belongs here (000 for Germany), or abroad.
    .hint = Today's borders count.
remark-birthplaces-year = A year belongs here, or nothing.
    .hint = Who was born there before this year was born in what was German territory then.
remark-birthplaces-twice = This spelling stands further up already.
    .hint = Capital letters and spaces make no difference.
