# What the scripts share. Each prints a CSV to standard output: the function asked, its inputs, its answers; numbers with 17
# digits, several separated by blanks. From this folder: Rscript intervals.R > intervals.csv
options(digits = 17, warn = 1)
numbers <- function(x) paste(sprintf("%.17g", as.numeric(x)), collapse = " ")
header <- function(..., note = NULL) {
  packages <- c(...)
  cat("#", R.version.string, "\n", sep = " ")
  for (package in packages) cat("# package", package, as.character(packageVersion(package)), "\n")
  for (line in note) cat("#", line, "\n")
  cat("asked,inputs,answers\n")
}
row <- function(asked, inputs, answers) cat(asked, ",", numbers(inputs), ",", numbers(answers), "\n", sep = "")
