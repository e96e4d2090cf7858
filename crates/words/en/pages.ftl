# pages

## pages
and = and
quoted = “{ $text }”
start-link = Home
areas-page = Areas
methods-page = Methods and definitions
data-page = Data and releases
definitions-page = What the definition changes

unit-percentage-points = percentage points
group-whole = total

period-school-year = school year { $years }
period-half = half-year { $half } of { $year }
period-quarter = quarter { $quarter } of { $year }
period-day = { $day } { $month } { $year }
period-span = { $first } to { $last }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

said-missing = not available
said-withheld = not published
said-unreliable = not certain enough
said-pending = to follow later
said-senseless = not meaningful
mark-provisional = provisional
mark-revised = revised
mark-estimated = estimated
mark-uncertain = of limited reliability

sign-missing = missing
sign-explained-nothing = – exactly zero
sign-explained-withheld = . not published, because unknown or confidential; this does not mean zero
sign-explained-unreliable = ( ) of limited reliability, for example because only few people stand behind it
sign-explained-uncertain = / not published, because not certain enough
sign-explained-pending = … to follow later
sign-explained-senseless = x not meaningful, for example because there is nobody to whom the figure refers
sign-explained-missing = missing: not available for this release
sign-explained-provisional = p provisional
sign-explained-revised = r revised
sign-explained-estimated = s estimated

change-sentence = { $to }: { $later }; { $from }: { $earlier }; change: { $difference }.
change-since = { $difference } since { $from }
gap-sentence = { $one } compared with { $other }: { $difference }.
gap-with-ratio = { $one } compared with { $other }: { $difference }, { $ratio } times as much.
share-sentence = { $group }: { $share } of the total.
not-comparable = not comparable
no-spark = too few periods
range = { $low } to { $high }
spark-says = { $title }, { $area }: { $from }: { $earlier }; { $to }: { $later }.

section-changes = What has changed?
section-rose = Risen
section-fell = Fallen
section-alone = Not yet comparable
section-fields = Fields of action
section-core = Core indicators
section-understanding = What we understand by integration
section-how = How we observe
section-indicators = Indicators
section-series = Development
section-groups = Groups compared
section-variables = By what we distinguish and why
section-areas = Areas
section-interpretation = Interpretation
section-definition = What the indicator tells and what it does not
section-source = Source and method
section-downloads = Download the data
section-children = Areas within
section-indicator-list = All indicators
section-comparison = How we compare
section-signs = Signs and reliability
section-protection = How we protect the people behind the figures
section-sources = Sources
section-release = This release
section-deliveries = Deliveries behind it
section-files = Files
section-citation = How to cite

start-summary = { $indicators ->
    [one] One indicator
   *[other] { $indicators } indicators
} of integration in { $fields ->
    [one] one field of action
   *[other] { $fields } fields of action
}: { $name }.
start-how = How
start-what = What
start-audiences = For whom
changes-intro = Each time the latest period is compared with the one before. Whether a change is desirable cannot be read from the figure alone.
indicator-count = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}
field-empty = No indicator has been set for this field of action yet.
field-summary = { $n ->
    [one] One indicator
   *[other] { $n } indicators
} in the field of action { $title }.

reading-none = There is no figure for this indicator yet.
reading-withheld = We do not publish this figure.
interpretation-none = No interpretation of this indicator has been written yet. The figure stands by itself and should not be read without its definition and its limits.
fact-change = Change since { $from }
fact-perspective = Point of view
fact-polarity = Agreed direction
fact-steering = Scope for action
perspective-strength = Strength: shows what succeeds
perspective-deficit = Obstacle: shows where participation is still lacking
perspective-context = Context: describes without judging
polarity-higher = More is regarded as better, as agreed.
polarity-lower = Less is regarded as better, as agreed.
polarity-none = No judgement: neither more nor less is regarded as better.
steering-own = The municipality can act by itself.
steering-shared = The municipality can act together with others.
steering-none = The municipality cannot influence the figure.
caution-small-base = This figure rests on fewer than { $minimum } persons or cases, or its source marks it as uncertain. It is of limited reliability.
caution-unreliable = The source marks this figure as uncertain. It is of limited reliability.
note-provisional = The latest figure is provisional.
note-revised = The latest figure has been revised.
note-estimated = The latest figure is estimated.
note-later = { $period }: { $said }. Shown is therefore the last period for which there is a figure.

series-title = { $title }, { $area }, over time ({ $unit })
groups-title = { $title }: { $breakdown }, { $area }, { $period }
areas-title = { $title }, { $plural }, { $period }
map-says = { $plural } ({ $n }): figures range from { $range }.
map-says-nothing = { $plural }: there is no figure that can be compared.
map-without = { $n ->
    [one] One area belongs to no class.
   *[other] { $n } areas belong to no class.
}
map-class = { $low } to under { $high }
map-counts = The map shows absolute numbers. Large areas stand out more, even where fewer people live in them.
parts-sentence = { $plural }, { $period }: { $above } above the figure for { $whole } as a whole ({ $value }), { $same } the same, { $below } below. Figures range from { $range }.
parts-left-out = { $n ->
    [one] For one area there is no figure that can be compared.
   *[other] For { $n } areas there is no figure that can be compared.
}
residue-note = “{ $area }” is part of the total and is not compared here.

head-period = Period
head-value = Figure ({ $unit })
head-numerator = Numerator
head-denominator = Denominator
head-gap = Gap to the total
head-share = Share of the total
head-change = Change ({ $unit })
head-change-since = Change
head-spark = Course
head-indicator = Indicator
head-kind = Kind
head-source = Source
head-provider = Provider
head-received = Received
head-periods = Periods

term-reason = Why we observe this
term-definition = Definition
term-formula = How it is computed
term-limits = What the indicator does not tell
term-reliable = Reliability
reliable-sentence = Figures that rest on fewer than { $minimum } persons or cases are in parentheses and of limited reliability.
variable-reason = Why we distinguish by it
variable-categories = Categories

kind-count = number
kind-share = share
kind-rate = rate
kind-ratio = ratio
kind-mean = mean
kind-dissimilarity = index of dissimilarity
kind-diversity = index of diversity
kind-given = computed by the source
formula-count = Number: { $of }.
formula-given = Computed by the source: { $of }.
formula-share = 100 times { $numerator } divided by { $denominator }.
formula-rate = { $per } times { $numerator } divided by { $denominator }.
formula-ratio = { $numerator } divided by { $denominator }.
formula-mean = Sum of { $numerator } divided by number of { $denominator }.
formula-dissimilarity = 50 times the sum of the differences between the shares of { $group } and of { $reference } that fall on each area ({ $areas }). The figures of all areas are used, even where not all are published; the result is published, checked on its own.
formula-diversity = 1 less the sum of the squared shares of { $of } by { $variable }.

source-provider = Data provider
source-legal-basis = Legal basis
source-method = Method
source-periodicity = How often
source-licence = Licence
source-attribution = Attribution
source-protection = Confidentiality
source-deliveries = Deliveries received
protection-intro = There are people behind every figure. Therefore every table is checked before it is published. What stays confidential appears as a dot; no reason is given, because the reason could give something away, too. Totals, shares, gaps and changes are computed from published figures only. Where one of them is missing, so is the result; a missing value is not filled in.
protection-already-public = The source has already published these figures itself.
protection-refusal = Tables with counts that are too small are not published at all. All figures shown are as they were delivered.
protection-suppression = Counts that are too small are not published, and neither are as many others as it takes so that the missing ones cannot be worked out. All figures shown are as they were delivered.
protection-cell-key = Each count is changed by a small random value: by at most { $bound } up or down, typically by { $typical } (standard deviation). On average the changes even out, and zero stays zero. As each figure is changed by itself, parts do not always add up to their exact total.
protection-rounding = Small counts, and in some tables larger ones, are rounded to multiples of { $base }. Figures shown may therefore differ a little from the true ones, and parts do not always add up to their exact total.
protection-not-released = Nothing from this source has been published here yet.

downloads-intro = All published figures of this indicator with areas, periods and groups. Licence: { $licence }.
download-csv = Table (CSV)
download-json = For programs (JSON)
download-csv-german = Table for spreadsheets set to German (CSV with semicolons)
download-csv-metadata = Description of the CSV table (CSVW)
download-json-stat = JSON-stat
download-sdmx = SDMX-CSV
download-px = PX (PC-Axis)
download-xlsx = All figures as a workbook (XLSX)
download-parquet = All figures for programs (Parquet)
download-structure = Structure of the SDMX files (SDMX-ML)
download-catalog = Catalogue for data portals (DCAT-AP.de, Turtle)
download-catalog-json = Catalogue for data portals (DCAT-AP.de, JSON-LD)

area-lead-whole = All indicators of the whole municipality at a glance.
area-lead = Each indicator stands beside the figure of the whole municipality. Areas are not ranked.
area-part-of = part of
area-empty = No indicator has been published for this area.
area-summary = Indicators of integration: { $level } { $name }.
areas-lead = Each area has a profile with all indicators that are published for it. Areas stand in the order of their codes.

methods-lead = What we show, how it is computed and protected, and what the signs mean.
methods-table = Indicators with their kind and computation
methods-change = Changes compare two periods of the same indicator. Those of per cents are in percentage points. They are computed from the rounded figures that are shown, so that everyone can check every change and every gap.
methods-gap = Groups are compared with the total, and two groups also with each other, in both directions: as a gap and as a ratio.
methods-parts = Areas stand beside the figure of the whole municipality. What is said is how many lie above and below it.
methods-no-ranking = Groups and areas are not ranked. Differences between groups can have many reasons, such as age, rights or where people live.

data-lead = Which release is shown here, what it rests on and how you can use the data.
release-edition = Edition
release-id = Release
release-sealed = Sealed on
release-supersedes = Supersedes
release-licence = Licence
release-publisher = Published by
release-contact = Contact
supersedes-sentence = { $id }. Reason: { $because }
deliveries-table = Deliveries that the figures come from
files-intro = For each indicator there are all published figures as a table and for programs.
files-table = Files by indicator
citation-sentence = { $publisher }: { $title }, release { $release } of { $date }, licence { $licence }.
section-news = Keeping up
news-intro = The feed names each release, each correction and each change of the set of indicators. News readers and calendars can subscribe to it.
news-feed = News as a feed (Atom)
news-title = News
news-release = Release { $release }
news-correction = Correction
edition-earlier = Earlier edition
edition-later = There is a newer edition:
citation-figure = { $publisher }: { $figure }. In: { $title }, release { $release } of { $date }, licence { $licence }.
take-title = Take along and cite
take-picture = Picture as { $format }
take-preview = Page for embedding
take-snippet = This puts the figure on another website, without cookies and without requests to third parties:
take-cite = How to cite
take-whole = Whole page in “{ $title }”
picture-data = Data: { $sources }
picture-source = Source: { $publisher }, release { $release } of { $date }, licence { $licence }

## protection
withheld-sentence = Where there is a dot (.) or “not published”, we do not know the figure or keep it to ourselves so that nobody can recognise individual people behind it; it does not mean zero.
withheld-more = How we protect the people behind the figures
protection-more = How these figures are protected: { $source }
protection-rule = How we protect
protection-delivered = What happened before delivery
protection-questions = Who answers questions
protection-questions-sentence = About the delivered data: { $provider }. About the publication: { $contact }
delivered-nothing = We do not know of any change to the figures before they were delivered.
delivered-suppressed = The delivering office gives counts from { $minimum } on and zeros, and keeps some others back. What it keeps back appears as a dot here.
delivered-rounded = The delivering office has rounded the counts to multiples of { $base }.
delivered-noise = The delivering office has changed each count by a small random value: by at most { $bound } up or down, typically by { $typical } (standard deviation).
foot-noise = { $source }: Counts are changed by small random values (at most { $number } up or down). Parts therefore do not always add up to their exact total.
foot-rounded = { $source }: Counts are rounded (to multiples of { $number }). Parts therefore do not always add up to their exact total.
edition-for-public = This edition is for everyone; it shows only what everyone may know.
edition-for-council = This edition is for the council and not public. It may show figures that not everyone may see; please do not pass it on.
edition-for-administration = This edition is for the administration and not public. It may show figures that not everyone may see; please do not pass it on.
edition-for-readers = This edition is for { $readers } and not public. It can show figures that not everyone may see; please do not pass it on.
edition-for-readers-public = This edition is for { $readers }; it shows only what everyone may know.
release-audience = For whom
audience-public = everyone
audience-council = council
audience-administration = administration

## rendering
site-skip = Skip to content
site-navigation = Main navigation
site-start = Home
site-fields = Fields of action
site-areas = Areas
site-methods = Methods
site-data = Data
site-releases = Data and releases
site-languages = Language
site-own-language = English
site-trail = You are here
site-parts = On this page
site-publisher = Published by
site-contact = Contact
site-licence = Licence of the data
site-made-with = Made with Mehrklang. This site uses no cookies and loads nothing from other providers.
site-not-found = Page not found
site-not-found-text = There is no page at this address.
site-note-information = Note:
site-note-caution = Please note:
site-note-break = Break in the series:
site-as-table = Values as a table
site-axis-broken = The vertical axis does not begin at zero.
site-withheld = Hatched (.): not published or unknown; this does not mean zero.
site-withheld-series = Not published: { $names }
site-legend = Legend
site-look-nothing = exactly zero
site-look-withheld = not published or unknown
site-look-unreliable = of limited reliability
site-look-pending = to follow later
site-look-senseless = not meaningful
site-look-missing = not available

## assessment
assess-placed = { $where }: { $sentence }
assess-everyone = everyone together
assess-sentence = { $comparison }. { $clear }
assess-group-and-whole = { $direction ->
    [above] { $one } is { $difference } above the figure for everyone
    [below] { $one } is { $difference } below the figure for everyone
    [same] { $one } shows the same figure as everyone together
   *[none] { $one } and everyone together cannot be compared
}
assess-groups = { $direction ->
    [above] { $one } is { $difference } above { $other }
    [below] { $one } is { $difference } below { $other }
    [same] { $one } and { $other } show the same figure
   *[none] { $one } and { $other } cannot be compared
}
assess-area-and-whole = { $direction ->
    [above] The figure ({ $one }) is { $difference } above that of { $whole }
    [below] The figure ({ $one }) is { $difference } below that of { $whole }
    [same] The figure ({ $one }) is the same as that of { $whole }
   *[none] The figure ({ $one }) cannot be compared with that of { $whole }
}
assess-change = { $direction ->
    [above] From { $from } to { $to } the figure ({ $one }) rose by { $difference }
    [below] From { $from } to { $to } the figure ({ $one }) fell by { $difference }
    [same] The figure ({ $one }) is the same in { $from } and { $to }
   *[none] { $from } and { $to } cannot be compared ({ $one })
}
assess-clear = { $clear ->
    [different] The difference is clear (possible range { $span }).
    [not-clearly-different] This is no clear difference (possible range { $span }).
   *[cannot-be-judged] { $reason ->
        [withheld] Whether that is clear cannot be said: one of the figures is not published or unknown.
        [missing] Whether that is clear cannot be said: one of the figures is not there.
        [too-few] Whether that is clear cannot be said: it is about too few people.
        [break] Whether that is clear cannot be said: what is measured changed in between.
        [no-model] Whether that is more than chance cannot be said: the source states no uncertainty.
       *[numbers] Whether that is clear cannot be said: the figures do not suit the method.
    }
}
assess-trend = { $outcome ->
    [rising] From { $from } to { $to } the figure clearly rises, by { $per-year } a year on average.
    [falling] From { $from } to { $to } the figure clearly falls, by { $per-year } a year on average.
    [rising-then-falling] Until { $turn } the figure clearly rises, since then it clearly falls.
    [falling-then-rising] Until { $turn } the figure clearly falls, since then it clearly rises.
    [steady] From { $from } to { $to } the figure stays the same.
    [fluctuating] From { $from } to { $to } the figure varies widely, without a clear direction.
    [no-clear-direction] From { $from } to { $to } there is no clear direction.
    [too-short] There are too few years for a trend; five are needed.
    [broken] There are too few years for a trend since the last break of the series.
   *[cannot-be-judged] Nothing can be said about a trend.
}
assess-gap = { $gap ->
    [closing] The gap between { $one } and { $other } is clearly closing.
    [widening] The gap between { $one } and { $other } is clearly widening.
    [crossed] { $one } and { $other } have changed places.
    [no-clear-change] The gap between { $one } and { $other } does not clearly change.
    [too-short] There are too few common years for the course of the gap between { $one } and { $other }; five are needed.
   *[cannot-be-judged] Nothing can be said about the course of the gap between { $one } and { $other }.
}
assess-cause = { $cause ->
    [both-rise] Both figures rise.
    [both-fall] Both figures fall.
    [higher-rises] The figure for { $higher } rises.
    [lower-rises] The figure for { $lower } rises.
    [higher-falls] The figure for { $higher } falls.
    [lower-falls] The figure for { $lower } falls.
    [towards] The figure for { $higher } falls, that for { $lower } rises.
    [apart] The figure for { $higher } rises, that for { $lower } falls.
   *[unclear] What causes it is not clear.
}{ $good ->
    [yes] { " " }The gap closes without anyone being worse off.
    [no] { " " }This is no progress: the gap closes because the better figures get worse.
   *[open] { "" }
}
assess-versus = { $one } compared with { $other }
assess-gap-value = a gap of { $value }
assess-no-target = No target is agreed.
assess-target = { $state ->
    [in-force] Target in force, agreed by { $agreed-by } ({ $decision }), signed by the integration office and the statistics office.
    [proposed] Proposed target ({ $agreed-by }, { $decision }); a signature is still missing.
   *[superseded] Former target ({ $agreed-by }, { $decision }); a new one has superseded it.
}
assess-standing = { $status ->
    [alarm] { $value } in { $period } is beyond the alarm threshold; { $to-goal } short of the target.
    [warning] { $value } in { $period } is beyond the warning threshold; { $to-goal } short of the target.
    [reached] The target is reached with { $value } in { $period }.
    [missed] { $value } in { $period }, { $to-goal } short of the target for { $by }.
    [on-path] { $value } in { $period }, still { $to-goal } short of the target for { $by }.
    [off-path] { $value } in { $period }, { $to-path } short of the agreed path and still { $to-goal } short of the target for { $by }.
   *[cannot-be-judged] { $reason ->
        [withheld] One of the figures is not published or unknown.
        [missing] One of the figures is not there.
        [too-few] It is about too few people.
        [break] What is measured has changed since the start.
        [no-model] The source states no uncertainty.
       *[numbers] The figures do not suit the method.
    }
}{ $sure ->
    [yes] { "" }
   *[no] { " " }This is not quite certain: the possible range reaches beyond the limit.
}
assess-arrival = { $arrival ->
    [in] If things went on as before, the target would be reached in { $year } (possible range { $earliest } to { $latest }).
    [moves-away] So far the figure moves away from the target.
    [too-far] If things went on as before, it would still take decades.
   *[not-clear] When the target would be reached cannot be said: the trend is not clear.
}
assess-warning = { $rule ->
    [alarm] { $value } in { $period } is beyond the alarm threshold of { $limit }.
    [threshold] { $value } in { $period } is beyond the warning threshold of { $limit }.
    [adverse-run] Since { $since } the figure has changed for the worse { $changes } times in a row, by { $value } in all.
    [widening] Since { $since } the gap to { $other } has become wider { $changes } times in a row, by { $value } in all.
    [jump] In { $period } the figure changed by { $value }; usual is { $limit } a year.
   *[overdue] The last figure is of { $period }, others reach up to { $value }.
}
status-alarm = Alarm
status-warning = Warning
status-reached = Reached
status-missed = Missed
status-on-path = On the way
status-off-path = Not on the way
status-cannot-be-judged = Cannot be judged
answer-different = clear
answer-not-clearly-different = not clear
answer-cannot-be-judged = cannot be judged

## before the figures
section-foreword = Foreword
section-paper = Paper
paper-page = Paper for the committee
paper-number = Number
paper-date = Sitting
paper-subject = Subject
paper-financial-effects = Financial effects
section-decisions = What is to be decided
section-steering = What the municipality can influence

## assessment on pages
targets-page = Targets
targets-lead = What is agreed for which indicator, by whom, and how far it is to get there. A target is in force only when the integration office and the statistics office have signed.
section-standings = Agreed targets
standings-all = All targets with decisions and thresholds
section-target = Target and standing
section-former-targets = Former targets
section-other-targets = Targets without an objective
section-without-target = Indicators without a target
objective-mandate = Mandate
to-indicator = To the indicator
target-wanted = Agreed
target-wanted-sentence = { $area }, { $group }: by { $by } { $wanted ->
    [at-least] at least { $a }
    [at-most] at most { $a }
    [within] between { $a } and { $b }
   *[gap] the gap to { $b } is at most { $a } of what it was at the start
}
target-way = Path
target-way-sentence = from { $start }{ $known ->
    [yes] { " " }at { $from }
   *[no] { "" }
}, { $way ->
    [linear] in equal steps
    [stepwise] in stages ({ $steps })
   *[yearly] with values in between ({ $steps })
}
target-thresholds = Thresholds
target-warning = warning beyond { $value }
target-alarm = alarm beyond { $value }
target-text = Explanation
target-file-number = File number
target-signatures = Signed
target-signature = { $office }, { $on }
target-superseded-by = Superseded by
target-successor = the target for { $by }
changes-page = What has changed
changes-lead = Each indicator for the whole municipality: the latest period beside the one before, and the development over the years. “Clear” means: larger than chance alone would lead to expect. Whether a change is wanted cannot be read from the figure alone.
changes-all = All indicators with their development
section-unclear = Not clearly changed
section-unjudged = Cannot be judged
section-gaps = Gaps between groups
gaps-about = Gaps whose course is clear, with what the figures of both groups do: a gap can also close because the better figures get worse.
section-developments = All indicators
head-latest = Figure
head-since-previous = Change from the period before
head-verdict = Verdict
head-trend = Development
head-range = Possible range (95%)
answer-clearly-above = clearly above
answer-clearly-below = clearly below
break-sentence = from { $from }. { $reason } Figures before and after are not compared.
warnings-page = Early warnings
warnings-lead = Where somebody should look, sorted by reason. A warning is no judgement yet, and no ranking of groups or areas.
warnings-none = There are no warnings at present.
section-warning-alarm = Alarm threshold crossed
section-warning-threshold = Warning threshold crossed
section-warning-adverse-run = Changed for the worse several times in a row
section-warning-widening = Gap becomes wider
section-warning-jump = Jump
section-warning-overdue = Figures are late
warning-alarm-about = The figure is beyond the agreed alarm threshold.
warning-threshold-about = The figure is beyond the agreed warning threshold.
warning-adverse-run-about = Four changes in a row went the adverse way. Without any trend that happens once in 120.
warning-widening-about = The gap between two groups has become wider four times in a row.
warning-jump-about = The last change is unusually large, measured by those before. That can be a development, but also a mistake or a change in recording.
warning-overdue-about = Other indicators of this publication are newer.
site-changes = Changes
site-targets = Targets
site-warnings = Early warnings
site-range = Horizontal line: possible range (95%).
section-judgement = How we judge
methods-answers = “Clear” means: the difference is larger than chance alone would lead to expect. “Not clear” means: it can be chance; the figures need not be equal for that. “Cannot be judged” stands with its reason.
methods-chance = Even where everyone was counted, it could have been a few more or fewer under the same circumstances. The fewer people, the wider the possible range; in 95 of 100 cases it holds the value that it is about. Figures that are rounded or perturbed for protection have a wider one.
methods-family = Who compares a lot will find differences in chance, too. So all comparisons of an indicator and an area count together: of all that are called “clear”, at most one in twenty is wrong on average (Benjamini and Hochberg 1995).
methods-trend = We speak of a development from five years on, and only if it is clear. Where what is measured has changed, the series begins anew.
methods-formulas = Methods: shares by Wilson (1927) and Newcombe (1998), rates and counts by Garwood (1936) and Byar, ratios by Donner and Zou (2012); developments by logistic or Poisson regression, otherwise by Theil and Sen with the test of Mann and Kendall.

## answers to early warnings
warning-answer = Answer ({ $by }, { $on }): { $reason }
section-answered-earlier = Answered earlier
section-warnings-files = Subscribe to warnings and reuse them
warnings-feed = Subscribe (Atom)
warnings-data = For programs (JSON)

## review
review-page = Review of the set of indicators
review-lead = Which figures have proved useful? Gathered here is what the series show and what people recorded. Proposals follow fixed rules; people decide.
review-none = No review has been recorded yet. Only what the series themselves show is seen here.
review-year = Review
review-responsible = Who reviewed
review-about = How the review went about it
review-next = Next review due on
section-review-proposals = Proposals and decisions
section-review-criteria = How we measure benefit
section-review-effort = Effort and benefit
section-review-series = What the series show
section-review-records = What was recorded
section-review-balance = Balance of the set
section-review-gaps = Gaps
section-review-gap-questions = Questions without data
section-review-gap-figures = Figures without a question
section-review-gap-data = Data that no indicator asks for
section-review-gap-fields = Fields of action without an indicator
section-review-gap-objectives = Objectives without an indicator
section-set-changes = How the set of indicators changed
section-retired = No longer continued
review-proposals-intro = A proposal is a hint with its reasons, not a decision. Beside it stands what people decided.
review-proposals-table = Proposal and decision for each indicator
review-criteria-intro = Six criteria, each by itself. How many are met is counted and not weighted; “not known” does not count as met.
review-criteria-table = Criteria for each indicator
review-series-table = Variation, completeness and kinship of the series
review-records-table = Effort, use and understanding of each indicator
review-balance-table = Indicators by perspective, scope for action, field and breakdown
review-effort-title = Effort and criteria met, for each indicator
review-effort-intro = The effort consists of the hours for the indicator itself and an equal part of those for its sources.
review-effort-none = No effort in hours has been recorded yet.
review-effort-says = { $n ->
    [one] An effort is recorded for one indicator
   *[other] An effort is recorded for { $n } indicators
}: from { $low } to { $high } hours in the cycle. { $least } to { $most } of { $all } criteria are met.{ $without ->
    [0] { "" }
    [one] { " " }For one more, no effort is known.
   *[other] { " " }For { $without } more, no effort is known.
}
review-point = { $hours } hours, { $met } of { $all } criteria met
review-criterion-moves = Moves clearly
review-criterion-punctual = Complete and on time
review-criterion-own = Says something of its own
review-criterion-steerable = Can be influenced
review-criterion-used = Is used
review-criterion-understood = Is understood
review-yes = yes
review-no = no
review-unknown = not known
review-effort-low = low: hours
review-effort-medium = medium: days
review-effort-high = high: weeks
review-what = { $what ->
    [add] add
    [keep] keep
    [change] change
    [merge] merge with “{ $into }”
   *[retire] no longer continue
}
review-decided = { $what } ({ $by }, { $on })
review-undecided = not decided yet
review-reason-none = Nothing speaks against keeping it as it is.{ $unknown ->
    [0] { "" }
    [one] { " " }Of one criterion nothing is known.
   *[other] { " " }Of { $unknown } criteria nothing is known.
}
review-reason-not-used = People looked where it is used and found nothing.
review-reason-does-not-move = Its figures do not move clearly.
review-reason-alike = “{ $other }” runs almost alike and meets at least as many criteria. This is only a hint.
review-reason-no-figures = There is no figure.
review-reason-incomplete = Only { $present } of { $expected } periods have a figure.
review-reason-withheld = { $share } of the figures are not published or unknown.
review-reason-late = The newest figure ({ $newest }) is later than its rhythm explains.
review-reason-not-understood = It is not understood well.
review-reason-costly = The effort is high, and { $met } criteria are met.
review-reason-no-question = It does not say which question it answers.
review-present = { $present } of { $expected }
review-newest = { $newest }{ $behind ->
    [0] { "" }
    [one] { " " }(one year behind the newest figures)
   *[other] { " " }({ $behind } years behind the newest figures)
}
review-alike = { $other } (rank correlation { $correlation } of { $changes } changes)
review-alike-none = none
review-unused = looked for and nothing found
review-use-interpretation = interpretation
review-use-discussion = discussion
review-use-decision = decision
review-understood = { $clarity ->
    [well] well
    [partly] in part
    [poorly] poorly
   *[unknown] too few answers
}{ $asked ->
    [0] { "" }
   *[other] , { $right } of { $asked } answered rightly
} ({ $source })
review-editions = Editions: { $public } for everyone, { $council } for the council, { $administration } for the administration. All editions show the same indicators.
review-aspect-field = Field of action
review-aspect-breakdown = Breakdown
review-aspect-whole = not broken down
review-gap-none = None.
head-proposal = Proposal
head-reasons = Reasons of the proposal
head-decision = Decision
head-because = Reason
head-met = Criteria met
head-unknown = Criteria not known
head-hours = Hours
head-cost = Cost in euro
head-effort = Collection
head-used = Used
head-understood = Understood
head-note = Note
head-spread = Range
head-variation = Coefficient of variation
head-present = Periods with a figure
head-withheld = Not published
head-newest = Newest figure
head-alike = Runs like
head-of-kind = Kind
head-aspect = Aspect
head-indicators = Indicators
head-core = of which core indicators
head-change-of-set = What changes
head-by = Who
set-changes-intro = A monitoring learns: indicators are added, changed or ended. What was stays readable.
set-changes-table = Decisions on the set of indicators, the newest first
retired-sentence = This indicator has not been continued since { $on }. Reason: { $reason }
retired-successor = Its place is taken by:
review-form-head =
    Review of the set of indicators { $year }
    Lines with # are hints and patterns. To record something, take the # away and replace the dots;
    each text has .en beside .de if the monitoring speaks English.
    What is not known is left out. used = [] says: looked for and nothing found.
    Proposals follow fixed rules from the published figures and from what the previous review holds.
    People decide.
review-form-sources = Effort for whole sources in this cycle
review-form-proposal = Proposal: { $proposal }. { $reasons }

definitions-lead = Who counts as what is decided by the definition. Here the same people are counted by several versions, and it is said whom one counts and the other does not.
definitions-caption = By several versions: { $category }, { $area }, { $period }
definitions-by = { $category } (“{ $version }”)
definitions-pair = “{ $one }” and “{ $other }”
definitions-differ = By “{ $one }”: { $category }; by “{ $other }”: { $instead }. How many that is: { $figure }.
definitions-share = { $sentence } Share of the total: { $share }.
definitions-comparable = { $how ->
    [same] Both versions count the same people.
    [similar] The versions are similar. { $reason }
    [not] The versions cannot be compared. { $reason }
   *[unsaid] Nobody has stated that the versions can be compared.
}
definitions-why = Why they differ
definitions-rule = Rule for “{ $category }”: { $rule }.
head-version = Version

## corrections and plain language
section-corrections = Corrections
correction-said = Corrected on { $on }: { $text } Reason: { $reason }
corrections-data = Corrections as data (JSON)
plain-page = Plain language
plain-summary = The most important in plain language
plain-way = The most important also stands here in plain words:

## departments
departments-page = Offices, deadlines and completeness
departments-lead = For each office that delivers data: what came last, until when the next delivery is expected, and how complete the newest figures are.
departments-deliveries-table = { $office }: last delivery and next deadline
departments-figures-table = { $office }: the newest figures of each indicator over all areas and groups, and how many of them are open
departments-deadline = { $period }, until { $date }
departments-no-deadline = no deadline agreed
departments-nothing = nothing yet
head-last-period = Last period
head-periodicity = How often
head-due = Next delivery
head-newest-value = Newest value
head-figures = Figures
head-open = Provisional, estimated
head-unreliable = Uncertain
head-pending = Pending
