# What the program says in the terminal.




## Commands and options
command-mehrklang = Mehrklang: municipal integration monitoring, from the delivered file to the accessible site
command-check = Name all mistakes of the definitions, with place and hint
command-receive = Take in deliveries: read, check, lay down with a receipt
command-produce = Count, protect and seal a release
command-gate = Show the list of what is to be done before publication
command-publish = Write the site of an edition
command-show = Show one published figure with numerator, denominator and origin
command-releases = List the releases
command-diff = Compare two releases: added, changed, withdrawn figures
command-verify = Check proofs of confidentiality against a release
command-review = Write the form of a review of the set of indicators, with proposals
command-birthplaces = Suggest where places of birth lie whose spelling nobody has confirmed yet
command-retention = List extracts of registers with the days until which they are kept, or delete them
command-schema = Print JSON Schemas of the definition files, for editors
command-serve = Serve the published site
command-demo = Lay out Musterstadt, go the whole way and open the site

option-dir = Folder of the monitoring (default: the current one)
option-language = Language of the messages: de or en
option-json = Answer for machines
option-timings = Print the time of each stage at the end
option-help = This help
option-version = The version
option-source = Source that the delivery comes from
option-received = Day of receipt (default: today)
option-by = Who does it (default: your login name)
option-files = Files as delivered
option-delete = Delete: all whose time has run out, or those named; what was counted stays
option-extracts = Folders of deliveries (without: all)
option-on = Day that counts (default: today)
option-because = Why the new release supersedes the current one
option-edition = Edition (needed only if there are several)
option-indicator = Name of the indicator
option-area = Code of the area (default: the whole municipality)
option-period = Period, such as 2024 (default: the latest)
option-group = Group as variable=category; several times for combinations
option-earlier = Earlier release
option-later = Later release
option-release = Folder of the release
option-proofs = Proofs from the protocol (proofs/*.txt)
option-year = Year of the review
option-into = Folder into which one file a schema is written
option-site = Serve the site
option-address = Address and port (default: 127.0.0.1:8080)
option-demo-dir = Folder of the demo (default: musterstadt)
option-no-serve = Build only, do not serve

value-dir = FOLDER
value-language = LANGUAGE
value-command = COMMAND
value-source = SOURCE
value-received = DATE
value-by = NAME
value-files = FILE
value-on = DATE
value-because = REASON
value-edition = EDITION
value-indicator = INDICATOR
value-area = CODE
value-period = PERIOD
value-group = GROUP
value-release = RELEASE
value-year = YEAR
value-proofs = PROOF
value-earlier = EARLIER
value-later = LATER
value-address = ADDRESS

help-usage = Usage
help-commands = Commands
help-options = Options
help-arguments = With
help-any = [OPTIONS]
help-after = Result 0: done. 1: mistakes in the input, all of them named. 2: something the machine could not do.

usage-command = This command is not known: { $argument } { $value }
usage-unknown = This is not known here: { $argument } { $value }
usage-missing = Missing here: { $argument } { $value }
usage-empty = The value of { $argument } is missing { $value }
usage-value = The value “{ $value }” does not fit { $argument }
usage-other = The command line cannot be understood: { $argument } { $value }
usage-near = Did you mean “{ $near }”?
usage-help = Help: mehrklang --help

## Stages
stage-definitions = Reading the definitions
stage-generate = Generating Musterstadt
stage-receive = Reading and checking the delivery
stage-read = Reading the deliveries
stage-count = Counting
stage-protect = Protecting
stage-seal = Sealing the release
stage-open = Opening the release
stage-measure = Computing the measures
stage-compose = Composing the pages
stage-render = Rendering the pages
stage-write = Writing the files

## Answers
check-done = The definitions are in order: { $files ->
    [one] one file
   *[other] { $files } files
}, { $fields ->
    [one] one field of action
   *[other] { $fields } fields of action
}, { $indicators ->
    [one] one indicator
   *[other] { $indicators } indicators
} ({ $core } core), { $areas ->
    [one] one area
   *[other] { $areas } areas
}, { $sources ->
    [one] one source
   *[other] { $sources } sources
}.
receive-done = { $file }: taken in, laid down in { $folder }
receive-before = { $file }: is there already, in { $folder }
receive-refused = { $file }: not taken in { $folder }
produce-done = Release { $release }{ $audience }: { $tables } tables, { $figures } values.
produce-unchanged = Nothing has changed; release { $release }{ $audience } stays ({ $tables } tables, { $figures } values).
publish-done = Edition “{ $edition }” of release { $release }{ $audience }: { $pages } pages in { $folder }
review-written = Form for { $count ->
    [one] one indicator
   *[other] { $count } indicators
} written: { $file }
schema-done = { $count } schemas in { $folder }
serve-at = The site is at { $address }; stop it with Ctrl+C.
verify-holds = Proven: { $measures } for { $period }. { $withheld } withheld figures; from the { $published } published ones none can be shown to be small.
releases-none = No release yet.
retention-line = { $folder }/{ $file }: to be kept until { $until }{ $state ->
    [due] {", "}time has run out
    [deleted] {", "}deleted
   *[other] {""}
}
retention-none = There are no extracts of registers.
retention-deleted = Deleted: the extract in { $folder }. What was counted stays there; the deletion is on record in shielded/deleted-extracts.csv.
retention-nothing = Nothing to delete.
birthplaces-suggested = { $count ->
    [one] One spelling is
   *[other] { $count } spellings are
} open. Suggestions with a score stand in { $file }; move what you confirm to shielded/birthplaces.csv.
birthplaces-none = All spellings of places of birth are settled, or there is no extract.
releases-line = { $release }  { $tables } tables, { $figures } values{ $note }
releases-current = , current
releases-because = , supersedes { $earlier }: { $because }
diff-summary = { $added } added, { $changed } changed, { $withdrawn } withdrawn values.
diff-added = added
diff-changed = changed
diff-withdrawn = withdrawn
diff-more = … and { $count } more
show-head = { $title }
show-value = { $label }: { $value }
show-fraction = { $numerator } of { $denominator }
show-numerator = numerator
show-denominator = denominator
show-status = status
show-source = source
show-received = received on
show-release = release
show-whole = whole
status-value = value
status-nothing = nothing there (–)
status-withheld = not published (.)
status-unreliable = of little reliability ( )
status-pending = comes later (…)
status-senseless = makes no sense (x)
status-missing = not available
demo-done = Musterstadt lies in { $folder }; its start page is { $page }
demo-because = demo laid out again
demo-by = demo

## Remarks
severity-error = Error
severity-warning = Warning
severity-note = Note
severity-hint = Hint
place-row = { $file }, row { $row }
place-row-column = { $file }, row { $row }, column “{ $column }”
remarks-summary = { $errors ->
    [0] No errors
    [one] One error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] one note
   *[other] { $notes } notes
}.

## For whom
for-council = , for the council
for-administration = , for the administration
option-audience = For whom: public, council or administration (without: for everyone)
value-audience = AUDIENCE
remark-release-misplaced = This release is for “{ $audience }” and does not lie where the releases for them lie.
    .hint = Put the folder back. If a release for a few lay with those for everyone, find out who may have seen it.
remark-ledger-unexpected = This file does not belong in the ledger of what has been released.
    .hint = There is one file for each production, named by its number, such as 2026-001.csv, and nothing else. If one was renamed, give its name back to it.
remark-secret-made = The secret for the random values (cell-key) has been made.
    .hint = Back this file up where the deliveries are backed up, and give it to nobody. Without it, nothing that it protects can be released later.

## What the machine could not do
trouble = This did not work: { $trouble }
trouble-read = { $path } cannot be read ({ $cause }).
trouble-write = { $path } cannot be written ({ $cause }).
trouble-rename = { $path } cannot be renamed ({ $cause }).
trouble-remove = { $path } cannot be removed ({ $cause }).
trouble-list = The folder { $path } cannot be read ({ $cause }).
trouble-lock = { $path } cannot be locked ({ $cause }).
trouble-busy = Another run is at work in { $path }. Please wait until it is done.
trouble-panic = The program has a fault and stops here ({ $place }). Nothing half-written is left.
cause-not-found = there is no such file or folder
cause-permission-denied = no permission
cause-already-exists = it exists already
cause-storage-full = no space left
cause-address-in-use = the address is already in use
cause-not-a-folder = this is not a folder
cause-is-a-folder = this is a folder
cause-read-only = the medium is read-only

## Serving
serve-read = “{ $path }” cannot be read: { $cause }
serve-no-start = There is no published site in “{ $path }”: “index.html” is missing there. Run “mehrklang publish” first.
serve-in-use = Another program already answers at { $address }. Choose another address with “--address”.
serve-listen = The address { $address } cannot be opened: { $cause }
serve-run = The web service cannot run: { $cause }

## concepts
command-concept = Concepts: who counts by which version, and rules tried on invented persons
command-concept-list = List all concepts with their versions
command-concept-show = Show a concept or a version in words, with rule, purpose and limits
command-concept-apply = Apply a version to invented persons and say what decides each
command-concept-compare = Compare versions, by the release or on invented persons: whom does one count and the other not
command-concept-add = Copy a concept of the program into the monitoring
option-concept = Name of the concept
option-compared = Name of the concept, or of an indicator that counts by several versions
option-concept-version = Version of the concept (needed only if there are several)
option-versions = Versions, parted by commas (needed only for a concept)
option-persons = CSV file of invented persons; its head holds the attributes
value-concept = CONCEPT
value-compared = CONCEPT|INDICATOR
value-concept-version = VERSION
value-versions = VERSIONS
value-persons = FILE
concept-list = { $name }: { $title }
concept-list-own = { $name }: { $title } (in this monitoring)
concept-list-version = {"    "}{ $name }: { $title } – { $issuer }
concept-added = Copied: { $file }. The file is yours now.
concept-head = { $text }
concept-purpose = What for: { $text }
concept-criticism = Contested: { $text }
concept-version = Version: { $text }
concept-issuer = Issued by: { $text }
concept-source = Basis: { $text }
concept-address = To be read at: { $text }
concept-valid = Valid: { $text }
concept-population = Covers: { $text }
concept-covers = Covers, as a rule: { $text }
concept-missing = If an entry is missing: { $how ->
    [undeterminable] the person cannot be determined if it depends on the entry.
    [counts-as-false] what is not known counts as no.
   *[category] the person belongs to “{ $category }”.
}
concept-category = {"    "}{ $title } ({ $code }), if:
concept-category-broader = {"    "}{ $title } ({ $code }): the categories that belong to it, together
concept-category-missing = {"    "}{ $title } ({ $code }): if an entry is missing on which it depends
concept-category-rest = {"    "}{ $title } ({ $code }): all others
concept-attributes = It asks for: { $text }
concept-limits = Limits: { $text }
concept-criticism-version = Contested about this version: { $text }
concept-comparable = Comparable with { $version }: { $how ->
    [same] yes, both count the same people.
    [similar] similar. { $reason }
    [not] no. { $reason }
   *[unsaid] nobody has stated it; until then not.
}
concept-not-said = No comparison is made with versions that do not stand here.
concept-of-parent = parent { $number }: { $title }
concept-of-person = person: { $title }
concept-weak = { $title } (weak)
concept-class = { $class ->
    [category] { $category }
    [undeterminable] cannot be determined
    [nowhere] belongs to no category
    [contradiction] belongs to two categories that exclude each other
   *[not-covered] is not covered
}
concept-reason = { $class } ({ $why ->
    [decides] it is decided by
    [suffices] it suffices
   *[lacks] what is missing
}: { $attributes })
concept-row = Row { $row }: { $text }
concept-count = { $title }: { $count }{ $weak ->
    [0] {""}
   *[other] , of which { $weak } because of one weak attribute only
}
concept-compare-head = “{ $one }” and “{ $other }”
concept-compare-cell = {"    "}{ $one } / { $other }: { $count }
concept-compare-row = Row { $row }: { $one } / { $other }

gate-line = { $state ->
    [done] ✓
    [overridden] ~
    [blocks] ✗
   *[open] !
} { $check ->
    [embargo] Embargo
    [signed-off] Signature of the statistics office
    [references] Numbers in texts
    [interpretations] Interpretations in all languages
    [targets] Signatures under targets
    [balance] Strengths beside deficits
    [plain-language] Summary in plain language
    [texts] Texts newer than the release
   *[remarks] Open warnings about the definitions
}: { $state ->
    [done] done
    [overridden] open ({ $open }), let pass by { $by } on { $on }: { $because }
    [blocks] blocks ({ $open })
   *[open] open ({ $open })
}

# The interface of `serve`.
api-no-such-address = Nothing lies at this address. All addresses stand in /api/v2/openapi.json.
api-no-such-table = There is no table “{ $id }”. All tables stand at /api/v2/tables.
api-no-such-code-list = There are no code lists beside the codes of the tables.
api-no-such-dimension = The table has no dimension “{ $id }”. There are: { $known }.
api-no-such-code = No code of “{ $dimension }” fits “{ $asked }”. All codes stand in the metadata of the table.
api-no-selection = The body of the question is no selection. One looks like this: {"{"}"selection": [{"{"}"variableCode": "period", "valueCodes": ["*"]{"}"}]{"}"}
api-bad-parameter = “{ $name }” cannot be “{ $value }”. Possible: { $known }.
api-too-many = These are more than { $most } cells. Please choose fewer in several questions.
api-method = This address is not asked in this way. /api/v2/openapi.json says which questions there are.
serve-api-broken = “{ $path }” is no file as this program writes it. After “mehrklang publish” it is there anew.
