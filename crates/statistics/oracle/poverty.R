# Weighted quantiles and the at-risk-of-poverty rate as the package laeken has them, for incomes made up here.
source("common.R")
suppressMessages(library(laeken))
header("laeken", note = "Rows eusilc_*: sums computed from the data set eusilc of laeken, under GPL-2 or later.")
set.seed(8)
income <- round(rlnorm(151, 9.9, 0.5), 2)
weight <- round(runif(151, 300, 1000), 3)
row("data_income", 0, income)
row("data_weight", 0, weight)
for (p in c(0, 0.1, 0.25, 0.5, 0.731, 0.9, 1)) row("weighted_quantile", p, weightedQuantile(income, weight, p))
for (p in c(0.4, 0.5, 0.6, 0.7)) {
  rate <- arpr(income, weights = weight, p = p)
  row("poverty", p, c(rate$threshold, rate$value / 100))
}
# The synthetic Austrian sample eusilc of the package (14,827 persons; the package is under GPL-2 or later). Printed are
# not its records but sums: away from median and threshold, weights are added up in 120 classes with their mean income;
# within one per cent of the two, persons of equal income are added up. Rate and threshold stay what they are.
data(eusilc)
rate <- arpr("eqIncome", weights = "rb050", data = eusilc)
sorted <- eusilc[order(eusilc$eqIncome), c("eqIncome", "rb050")]
median <- incMedian(sorted$eqIncome, sorted$rb050)
near <- abs(sorted$eqIncome / median - 1) < 0.002 | abs(sorted$eqIncome / (0.6 * median) - 1) < 0.002
side <- (sorted$eqIncome > median) + (sorted$eqIncome > 0.6 * median)
class <- ifelse(near, paste0("n", sorted$eqIncome), paste0("c", side, "_", ceiling(seq_along(near) / 125)))
row("eusilc_income", 0, as.numeric(tapply(sorted$eqIncome, class, mean)))
row("eusilc_weight", 0, as.numeric(tapply(sorted$rb050, class, sum)))
row("eusilc_poverty", 0.6, c(rate$threshold, rate$value / 100))
