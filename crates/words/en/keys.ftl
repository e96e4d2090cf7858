# Explanations of the keys of the definition files, for editors (mehrklang schema)

## monitoring
table-monitoring = Monitoring of a municipality (open/monitoring.toml)
key-monitoring-name = Name of the municipality.
key-monitoring-title = Title of the monitoring.
key-monitoring-code = Official key of the municipality as text; also the code of the one area at the first level.
key-monitoring-kind = City or single municipality, or county.
key-monitoring-programme = What is monitored: integration (default) or diversity.
key-monitoring-languages = Languages of the pages, the main one first; default ["de"].
key-monitoring-why = Why the municipality observes integration.
key-monitoring-how = How it goes about it.
key-monitoring-what = What it observes.
key-monitoring-audiences = Who the results are for.
key-monitoring-publisher = Who publishes the monitoring.
key-monitoring-contact = Where to turn with questions.
key-monitoring-licence = Licence of the published figures, such as dl-de/by-2-0.
key-monitoring-contributor-id = Identifier of the data provider from the list of DCAT-AP.de, for data portals.
key-monitoring-synthetic = Sentence on every page if the data are invented.
key-monitoring-base-period = Period with which changes are compared; otherwise the first of each series.
key-monitoring-statistics-office = Whether a shielded statistics office works with it (shielded) or not (none, default); without one no microdata are taken in.
key-monitoring-reliable-minimum = Figures over fewer persons are shown as unreliable; default 100.
key-monitoring-design = The look of site, report and profiles.
key-design-accent = Colour of headings, links and large figures, such as #0d4a66; readable on white.
key-design-logo-says = What the logo in logo.svg beside this file shows, for those who do not see it.

## levels
table-levels = Area levels (open/areas/levels.toml)
key-levels-level = The area levels, from the municipality downwards.

## level
table-level = Area level
key-level-name = Name of the level; the file of its areas is called the same.
key-level-parent = The level above; missing only at the first.
key-level-title = Title in the singular.
key-level-plural = Title in the plural.
key-level-published = Whether pages and tables are made for it; default true.
key-level-outlines = Where the outlines of its areas come from.

## outlines
table-outlines = Outlines of a level
key-outlines-file = Name of the GeoJSON file in open/areas.
key-outlines-property = Property of the features that holds the code or an alias of the area.
key-outlines-union-of = Level of whose outlines these are the union.

## areas
table-areas = Areas of a level (open/areas/…)
key-areas-area = The areas.

## area
table-area = Area
key-area-code = Official or local code as text, with leading zeros.
key-area-name = Name of the area.
key-area-parent = Code of the area above; missing only at the first level.
key-area-aliases = How deliveries write the area otherwise.
key-area-also-in = Other areas that it lies in, one of each level: a school district, a former quarter.
key-area-residue = A residue such as “not attributable”: counted in the whole, never compared.
key-area-valid-from = First period in which the area exists.
key-area-valid-to = Last period in which the area exists.

## variable
table-variable = Variable (open/variables/…)
key-variable-title = Title of the variable.
key-variable-reason = Why people are distinguished by it.
key-variable-definition = How its categories are defined.
key-variable-whole = What the whole is called, such as “total”.
key-variable-whole-aliases = How deliveries write the whole otherwise.
key-variable-concept = The concept (open/concepts/…) that the variable follows.
key-variable-version = The version of the concept that the variable follows.
key-variable-undeterminable = The category of people whose class cannot be determined from the register.
key-variable-complete = Whether the categories add up to the whole; default true.
key-variable-category = The categories in the order of the pages.

## category
table-category = Category
key-category-code = Code of the category.
key-category-title = Title of the category.
key-category-aliases = How deliveries write the category otherwise.
key-category-parent = The broader category that this one is part of.

## source
table-source = Source (open/sources/…)
key-source-title = Title of the source.
key-source-provider = Who holds the data.
key-source-legal-basis = On which legal basis they are collected and handed over.
key-source-method = How they are collected and counted, with limits.
key-source-periodicity = How often they come.
key-source-due = Until when they come; the edition for the administration tells the next deadline.
key-source-licence = Licence of the source.
key-source-attribution = How the source wants to be named.
key-source-address = Where the source is published.
key-source-protection = Whether the source has published its figures already (already-public) or not (confidential, default).
key-source-periods = What a period is: calendar year (year, default), school year (school-year) or reference date (reference-date).
key-source-day = Reference date of the year, such as 12-31.
key-source-uncertainty = How uncertain its figures are: chance of small numbers (small-numbers, default), a sample (survey) or nothing said (none).
key-source-design-effect = For samples: how much larger the variance is than with a simple random selection; default 1.
key-source-delivered = What the deliverer has done to the figures; its rule binds these data.
key-source-measure = The measures that it delivers.
key-source-layout = How its files are laid out (record layout).
key-source-register = How extracts of the population register are laid out and what is counted from them; instead of “layout”.

## measure
table-measure = Measure
key-measure-name = Name of the measure within its source.
key-measure-title = Title of the measure.
key-measure-unit = What is counted: persons, households, years.
key-measure-kind = A count, a sum, or a finished figure.
key-measure-decimals = Decimal places of the delivered numbers; default 0.
key-measure-counted-by = The count of persons behind each sum or figure.
key-measure-standard-error = The measure that holds the standard errors of this figure.

## layout
table-layout = Record layout
key-layout-format = File format.
key-layout-encoding = Encoding; otherwise it is detected.
key-layout-delimiter = Delimiter; otherwise it is detected.
key-layout-sheet = Name of the sheet; otherwise the first.
key-layout-skip-rows = Rows above the head; default 0.
key-layout-head-rows = Rows of the head; default 1.
key-layout-ends-before = A row that begins like this no longer belongs to the table.
key-layout-decimal = Decimal sign; default comma.
key-layout-thousands = Thousands sign; a space stands for any kind of space.
key-layout-signs = Signs of this source beside the official ones, and what they mean.
key-layout-absent = What is not delivered is missing (default) or zero.
key-layout-only = Only these rows are read: for each column the texts one of which it holds.
key-layout-other-columns = Whether columns that are not described are remarked (default) or ignored.
key-layout-column = The columns and what they mean.

## column
table-column = Column
key-column-head = Head as in the file; placeholders in curly brackets unpivot wide tables.
key-column-is = What the column holds.
key-column-variable = The variable whose category the column holds.
key-column-groups = Texts of the column and the groups that they stand for.
key-column-measure = The measure whose numbers the column holds.
key-column-of = The group that the column itself stands for.
key-column-whole = Variables of which the column always gives the whole.
key-column-numerator = Head of the column of numerators.
key-column-denominator = Head of the column of denominators.
key-column-per = Factor of the finished figure; default 100.
key-column-only = Rows for which the column counts.
key-column-optional = Whether a file may lack the column; default false.

## field
table-field = Field of action (open/fields/…/field.toml)
key-field-title = Title of the field of action.
key-field-about = What it is about and why it matters.
key-field-order = Place in the order of the pages; default 100.

## indicator
table-indicator = Indicator (open/fields/…)
key-indicator-title = Title of the indicator.
key-indicator-question = The question that it answers; needed for core indicators.
key-indicator-reason = Why it is collected; needed for core indicators.
key-indicator-reading = One plain sentence with references to the numbers: how to read the figure.
key-indicator-definition = What is counted, in words.
key-indicator-limits = What it cannot tell.
key-indicator-kind = How it is computed.
key-indicator-numerator = What stands above the line.
key-indicator-denominator = What stands below the line.
key-indicator-per = Per how many; default 100.
key-indicator-of = The measure that is shown.
key-indicator-group = The one part of the population.
key-indicator-reference = The part with which it is compared.
key-indicator-across = The level over whose areas is summed.
key-indicator-by = The variable whose diversity is measured.
key-indicator-unit = Unit as shown; % for shares by itself.
key-indicator-decimals = Decimal places shown; default 1, for counts 0.
key-indicator-breakdowns = Breakdowns: lists of variables.
key-indicator-levels = Levels for which it is computed; default: all published ones.
key-indicator-breaks = Breaks in the series; nothing is compared across a break.
key-indicator-polarity = Which direction is agreed to be better.
key-indicator-perspective = Whether it looks at strengths, deficits or context.
key-indicator-steering = Whether the municipality can steer it: by itself, together with others, or not.
key-indicator-effort = What it costs to collect: hours, days or weeks.
key-indicator-core = Whether it belongs to the core set; default false.
key-indicator-order = Place within the field; default 100.
key-indicator-reliable-minimum = Figures over fewer persons are shown as unreliable; otherwise that of the monitoring.
key-indicator-retired = That it is no longer continued; it stays readable.

## quantity
table-quantity = Measure of a source for a part of the people
key-quantity-measure = Source and measure, such as einwohner.residents.
key-quantity-of = Of which group.

## edition
table-edition = Edition (open/editions/…/edition.toml)
key-edition-title = Title of the edition.
key-edition-audience = Who it is for; default: everyone (public).
key-edition-readers = What its readers are called if they are not simply the audience, such as “the board for integration”; “This edition is for …”.
key-edition-languages = Languages of the edition; default: those of the monitoring.
key-edition-core-only = Whether core indicators only appear.
key-edition-fields = These fields of action only, in this order; default: all, as in the monitoring.
key-edition-finest-level = The finest level of areas that appears; default: all.
key-edition-design = The look of this edition where it is not that of the monitoring; its logo lies beside it.
key-edition-contact = Whom to ask about this edition; default: as in the monitoring.
key-edition-licence = Licence of this edition; default: that of the monitoring.
key-edition-address = The address at which the site of this edition lies; with it a catalogue for data portals (DCAT-AP.de), a sitemap and charts for embedding are written.
key-edition-follows = The earlier edition whose place this one takes; both lead to each other if their addresses are known.
key-edition-review = Whether it shows the review of the indicators; default: for the administration only.
key-edition-report = Whether its report holds everything (full), only changes, targets, warnings and the paper (short), or does not exist (none); default: short for the council, else everything.
key-edition-foreword = Foreword of the edition.
key-edition-paper = The paper by which the edition comes before a committee.
key-edition-embargo = The first day on which it may be published.
key-edition-signed-off = That the statistics office lets the release out; holds for releases sealed up to this day.
key-edition-texts-read = That someone has read the texts beside the figures of this release.
key-edition-override = Points of the gate that someone lets pass.

## paper
table-paper = Paper for a committee
key-paper-number = Number of the paper.
key-paper-date = Day of the sitting.
key-paper-subject = Subject.
key-paper-financial-effects = Financial effects.
key-paper-decisions = What is to be decided, point by point.

## signed-off
table-signed-off = Signature of the statistics office
key-signed-off-by = Who signs.
key-signed-off-on = Day of the signature.

## texts-read
table-texts-read = Texts that were read
key-texts-read-by = Who has read them.
key-texts-read-on = The day on which they were read, not before that of the release.

## override
table-override = Point of the gate that is let pass
key-override-check = Which point: embargo, signature of the statistics office (signed-off), numbers in texts (references), interpretations, targets, balance, summary in plain language (plain-language), texts that are older than the figures (texts), open warnings (remarks).
key-override-reason = Why.
key-override-by = Who.
key-override-on = Day of the decision.

## delivered
table-delivered = What the deliverer has done to the figures
key-delivered-signs = What withheld cells are: suppressed if the deliverer has withheld them to protect people; without this key they are just not known.
key-delivered-minimum-frequency = From which count on the deliverer shows figures; default 3.
key-delivered-rounded-to = To which multiples counts have been rounded, such as 5.
key-delivered-noise = Noise with which counts are delivered (cell key method).

## delivered-noise
table-delivered-noise = Noise of the delivered figures
key-delivered-noise-variance = Variance of the noise.
key-delivered-noise-bound = Largest deviation up and down.

## due
table-due = Deadline of a delivery
key-due-day = The day, for example 02-14, in the year after the period that the delivery speaks of.
key-due-every = After how many years the next period follows; 1 by default.

## policy
table-policy = Disclosure control (shielded/policy.toml)
key-policy-audiences = The audiences from the widest to the narrowest; each sees all that the wider ones see; default ["public"].
key-policy-default = Rules for all sources and audiences.
key-policy-rule = Exceptions for single sources and audiences; if several fit, each key counts as in the last one that has it.
key-policy-coarsen = Coarsenings that the office has decided on.
key-policy-engine = What counts extracts of a register: this program (embedded, the default), DataFusion on this machine (datafusion), or Ballista on several machines (ballista); the figures are the same.
key-policy-scheduler = Host and port of Ballista's scheduler, for example 10.0.0.1:50050.

## rules
table-rules = Rules of disclosure control
key-rules-source = The source that the exception is for; all if left out.
key-rules-audience = The audience that the exception is for; all if left out.
key-rules-method = Method: withhold cells (suppression, default), add noise (cell-key), round (rounding) or hold back whole tables (refusal).
key-rules-minimum-frequency = The smallest count that may be shown (besides zero); default 3.
key-rules-zeros = Whether zeros are always shown (shown, default) or may be withheld (protected).
key-rules-attacker = What intruders know: only sums (linear), also that no count is negative (non-negative), also that withheld counts are at least 1 (positive). Default: positive if zeros are shown, else non-negative.
key-rules-complement = Whether “all but one or two” of a group is confidential, too; default true.
key-rules-group-disclosure = Variables for which it is confidential that a group lies wholly in one category; only with zeros = "protected".
key-rules-minimum-population = Areas with fewer people appear only with their total; default 0.
key-rules-rounding-base = To what is rounded, 3 (default) or 5; only with method = "rounding".
key-rules-dominance = For sums: dominance rule; a sum is confidential if its n largest contributions make up more than k per cent of it.
key-rules-p-percent = For sums: p per cent rule; nobody may be able to estimate a contribution to within this many per cent.
key-rules-years = Whether each year stands for itself (apart, default) or a cell that is withheld in one year is withheld in all (together).
key-rules-loss = For each area level: how many per cent of the people may lie in withheld cells before coarsenings are proposed; 100 if left out.
key-rules-noise = The noise; only with method = "cell-key".

## dominance
table-dominance = Dominance rule
key-dominance-n = How many of the largest contributions are looked at together.
key-dominance-k = At most what share of the sum, in per cent, they may make up.

## noise
table-noise = Noise (cell key method)
key-noise-variance = Variance of the noise; default 2.
key-noise-bound = Largest deviation up and down; default 5.
key-noise-no-results-up-to = Counts from 1 to this one do not appear in results; default 0.

## coarsen
table-coarsen = Coarsening
key-coarsen-measure = Source and measure of the table, such as einwohner.residents.
key-coarsen-by = Variables of the table.
key-coarsen-level = The area level at which it is made coarser.
key-coarsen-how = Show it one area level higher (up-a-level), leave out a variable (drop), or merge its categories into the wider ones that they belong to (merge).
key-coarsen-variable = The variable that is left out or merged.

## goals
table-goals = Objectives and targets (open/goals.toml)
key-goals-objective = The objectives, each with the one that it serves.
key-goals-target = The agreed targets; superseded ones stay.

## objective
key-objective-name = Name of the objective.
key-objective-title = Title of the objective.
key-objective-text = What is meant.
key-objective-parent = The objective that it serves.
key-objective-mandate = Who gave the mandate, in which decision.

## target
key-target-name = Name of the target.
key-target-objective = The objective that it serves.
key-target-text = What people should know of it.
key-target-indicator = The indicator; all numbers of the target are in its unit.
key-target-area = Code of the area; the municipality if nothing is said.
key-target-group = The group; everyone if nothing is said.
key-target-kind = What is to be reached: a value (value), a corridor (corridor) or a smaller gap between two groups (gap).
key-target-direction = At least (at-least) or at most (at-most) this value.
key-target-value = The value.
key-target-from = Lower end of the corridor.
key-target-to = Upper end of the corridor.
key-target-versus = The other group; {"{}"} is everyone.
key-target-portion = To which portion the gap is to shrink; 0.5 means that it halves.
key-target-start = From when on it holds.
key-target-start-value = Value or gap at the start; the published figure if nothing is said.
key-target-by = By when.
key-target-path = The way: in equal steps (linear, default), stepwise (stepwise) or agreed for single years (yearly).
key-target-step = The agreed steps.
key-target-warning = Beyond this value, or with a larger gap, there is a warning.
key-target-alarm = Beyond this value, or with a larger gap, there is an alarm.
key-target-agreed-by = Who agreed it.
key-target-decision = In which decision.
key-target-file-number = File number.
key-target-integration-office = Signature of the integration office.
key-target-statistics-office = Signature of the statistics office; only with both is the target in force.
key-target-superseded-by = The target that supersedes it.

## step
key-step-period = When.
key-step-value = Which value, or which gap.

## signature
key-signature-office = The office.
key-signature-on = The day, such as 2024-12-31.

## break
key-break-period = The first period that was measured anew.
key-break-reason = What changed.

## concepts
table-concept = Concept with its versions (open/concepts/…)
key-concept-title = Title of the concept.
key-concept-purpose = What it is asked for; stands wherever the concept is used.
key-concept-criticism = What is contested about the concept.
key-concept-attribute = The attributes that rules may ask for.
key-concept-version = The versions: who counts, and according to whom.

table-attribute = Attribute
key-attribute-name = Name in rules and in heads of files: small letters, digits, underscore.
key-attribute-title = Title of the attribute.
key-attribute-type = What values it has: yes or no (boolean), whole number (whole), number with decimals (decimal), text (text), code (code), date (date).
key-attribute-least = The smallest possible value.
key-attribute-most = The largest possible value.
key-attribute-places = How many decimal places it has.
key-attribute-codes = The possible codes.
key-attribute-of = About whom it is: the person (person, default), each parent (parents; in rules parent1_… and parent2_…) or all three (both).
key-attribute-always = Whether every person has this value; default false.
key-attribute-weak = Whether it is often missing, lost or wrong; default false.

table-version = Version
key-version-name = Name of the version.
key-version-title = Title of the version.
key-version-issuer = Who issues it.
key-version-source = Law or method in which it stands.
key-version-address = Where the source can be read.
key-version-valid-from = First period for which it holds.
key-version-valid-to = Last period for which it holds.
key-version-population = Whom the statistic covers, in words.
key-version-covers = Whom the statistic covers, as a rule; everyone if nothing is said.
key-version-mode = Whether the first category that holds counts (first-match, default) or at most one can hold (exclusive).
key-version-missing = What missing values mean: undeterminable (undeterminable), they count as no (counts-as-false) or belong to a category (category).
key-version-missing-category = The category for people of whom something is not known.
key-version-category = The categories; the one without a rule takes the rest.
key-version-limits = What the version cannot tell.
key-version-criticism = What is contested about this version.
key-version-comparable = With which other versions of the concept it may be compared; what nothing is said about is not compared.

table-concept-category = Category
key-concept-category-code = Code of the category.
key-concept-category-title = Title of the category.
key-concept-category-parent = The broader category that this one is part of.
key-concept-category-rule = The rule as a condition in SQL.

table-comparable = Comparability
key-comparable-with = The other version.
key-comparable-how = Whether both count the same people (same), are similar (similar) or must not be compared (not).
key-comparable-reason = Why.

## language
table-language = Words in texts (open/language.toml)
key-language-term = Expressions of your own that are remarked.
key-language-allow = Expressions that are not remarked.

table-term = Expression
key-term-name = Name of the expression.
key-term-language = Language of the texts in which it is remarked.
key-term-words = The words; * stands for any letters in front or behind, # for a number.
key-term-kind = Why: it belittles (stigma), ascribes a lack (deficit), is imprecise (imprecise), ranks (ranking), or several concepts in one file (mixed).
key-term-instead = What to write instead, in the language of the texts.
key-term-reason = Why the municipality has it remarked.

table-allowed-term = Allowed expression
key-allowed-term-term = Name of the expression, of the list of the program or your own.
key-allowed-term-reason = Why it is right here.

## corrections
table-corrections = Corrections after publication (open/corrections.toml)
key-corrections-correction = The corrections; they stay on record.
key-correction-on = Day of the correction.
key-correction-indicators = The indicators whose figures or texts were wrong; without it the correction concerns the whole publication.
key-correction-text = What was wrong and what is right now.
key-correction-reason = How it came about.

## answers
table-answers = Answers to early warnings (open/answers.toml)
key-answers-answer = The answers; they stay, even when the warning is gone.

table-answer = Answer
key-answer-rule = Reason of the warning: alarm threshold (alarm), warning threshold (threshold), adverse run (adverse-run), widening gap (widening), jump (jump) or late figures (overdue).
key-answer-indicator = The indicator.
key-answer-area = Code of the area; without it the municipality.
key-answer-group = The group; without it everyone.
key-answer-versus = Of gaps, the other group; {"{}"} is everyone.
key-answer-period = Period of the warning.
key-answer-reason = What stands behind it, or what is done.
key-answer-by = The office that answers; no person.
key-answer-on = Day of the answer.

## review
table-review = Review of the set of indicators (open/reviews/…)
key-review-about = How the review went about it.
key-review-responsible = Who reviewed.
key-review-next = By when the next review is due.
key-review-source = What whole sources cost, whichever indicators are computed from them.
key-review-indicator = What was recorded for each indicator.

key-source-effort-name = The source.
key-source-effort-hours = Hours of work in this cycle: agreeing, fetching, checking, protecting.
key-source-effort-cost = Further cost in this cycle, in euro.

key-record-name = The indicator.
key-record-hours = Hours of work in this cycle.
key-record-cost = Further cost in this cycle, in euro.
key-record-used = Where it was used; [] says: looked for and nothing found.
key-record-understood = Whether it is understood, and how that is known.
key-record-note = What else should be known.
key-record-decision = What people decided; the program only proposes.

key-use-kind = Cited in an interpretation (interpretation), talked about (discussion) or basis of a decision (decision).
key-use-where = Where: report, meeting, resolution.
key-use-on = When.

key-understood-judgement = Judgement: understood well (well), in part (partly) or poorly (poorly).
key-understood-asked = How many people were asked what it says.
key-understood-right = How many of them answered rightly.
key-understood-source = How that is known.

key-decision-what = Add (add), keep (keep), change (change), merge (merge) or no longer continue (retire).
key-decision-into = With which indicator it is merged.
key-decision-by = Who decided.
key-decision-on = The day of the decision.
key-decision-reason = Why.

## retired
key-retired-on = Since which day.
key-retired-reason = Why.
key-retired-successor = The indicator that takes its place.

## register
table-register = Extract of the population register
key-register-format = File format.
key-register-encoding = Character encoding; otherwise it is detected.
key-register-delimiter = Delimiter; otherwise it is detected.
key-register-keep-days = After so many days an extract is to be deleted, counted from the reference date or the receipt, whichever is later.
key-register-column = The columns and what they hold.
key-register-count = What is counted.

## register-column
table-register-column = Column of an extract
key-register-column-head = Head of the column as in the file.
key-register-column-is = What the column holds; the chapter about the population register explains each word.
key-register-column-values = What the texts of the column mean; "" is the empty cell.

## register-count
table-register-count = Count from the population register
key-register-count-measure = The measure that is counted.
key-register-count-where = Who is counted, as a condition in SQL; otherwise everyone.
key-register-count-by = The variables by which people are told apart; each follows a version of a concept.
