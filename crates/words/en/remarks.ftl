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
remark-not-published = The edition “{ $name }” has not been published yet.
    .hint = Call “mehrklang publish { $name }” first.
remark-superseding-needs-reason = The new release supersedes { $release }; that needs a reason.
    .hint = Give it with --because, for example: --because "school office corrected its delivery"
remark-unresolved-reference = In the text on “{ $indicator }” there is no published value for { $reference }.
remark-definitions-newer = The definitions are newer than release { $release }: { $count ->
    [one] one file has
   *[other] { $count } files have
} changed.
    .hint = “mehrklang produce” makes a release from the new definitions.
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
