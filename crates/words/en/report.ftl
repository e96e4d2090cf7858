# report

report-title = Integration report
report-summary = Summary
report-about = Indicators, profiles of areas, methods and data of the integration monitoring
report-profile = Area profile: { $area }
report-foot = { $edition }, as of { $date }
report-contents = Contents
report-figure = Figure
report-values-of = Values of figure
report-table = Table
report-download = Report as PDF ({ $language ->
        [de] German
       *[en] English
    }, { $megabytes } MB)
section-report = Report
section-report-and-paper = Report and paper
section-paper-file = Paper to work on
paper-download = Paper for word processors (DOCX, { $language ->
        [de] German
       *[en] English
    }, { $megabytes } MB)
document-annex = Annex: indicators with a target over time
document-about = About this paper
document-key = Sign from the figure
command-profiles = Write the profiles of all areas as PDF
stage-report = Setting the report
stage-profiles = Setting the profiles
profiles-done = { $profiles } profiles in { $folder }
remark-report-letters = No PDF is written: its fonts lack the letters { $letters }
    .hint = Write the passage in Latin, Greek or Cyrillic script; the site does show these letters.
remark-report-logo = No PDF is written: the logo is not an SVG drawing that can be set.
    .hint = Save it as “plain SVG”, without embedded pictures and references to files.
trouble-report = The report cannot be set; this is a fault of the program: { $cause }
