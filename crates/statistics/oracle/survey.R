# Stratified samples of clusters, by linearisation and by replicate weights. The data are made up here.
source("common.R")
suppressMessages(library(survey))
header("survey")
set.seed(3)
data <- data.frame(stratum = rep(1:4, c(18, 14, 20, 8)))
data$psu <- c(rep(1:4, c(5, 4, 4, 5)), rep(1:3, c(5, 4, 5)), rep(1:5, each = 4), rep(1:2, each = 4))
data$w <- round(runif(60, 20, 90), 1)
data$y <- round(rlnorm(60, 7 + data$stratum / 8 + data$psu / 10, 0.4), 1)
data$x <- round(runif(60, 1, 9), 1)
data$z <- as.integer(runif(60) < 0.25 + data$psu / 12)
data$g <- as.integer(runif(60) < 0.4)
for (name in names(data)) row(paste0("data_", name), 0, data[[name]])
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = data, nest = TRUE)
told <- function(asked, estimate) row(asked, 0, c(coef(estimate), SE(estimate)))
told("mean", svymean(~y, design))
told("total", svytotal(~y, design))
told("ratio", svyratio(~y, ~x, design))
told("share", svymean(~z, design))
told("within", svymean(~y, subset(design, g == 1)))
ci <- function(e, df) as.numeric(confint(e, df = df))
row("mean_interval", degf(design), ci(svymean(~y, design), degf(design)))
row("share_interval", degf(design), as.numeric(confint(svyciprop(~z, design, method = "logit"))))
told("unclustered", svymean(~y, svydesign(ids = ~1, weights = ~w, data = data)))
told("stratified", svymean(~y, svydesign(ids = ~1, strata = ~stratum, weights = ~w, data = data)))
data$fpc <- c(40, 12, 20, 4)[data$stratum]
told("corrected", svymean(~y, svydesign(ids = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = data, nest = TRUE)))
data$lone <- ifelse(data$stratum == 4, 1, data$psu)
lonely <- svydesign(ids = ~lone, strata = ~stratum, weights = ~w, data = data, nest = TRUE)
for (policy in c("remove", "adjust", "average")) {
  options(survey.lonely.psu = policy)
  told(paste0("lonely_", policy), svymean(~y, lonely))
}
for (mse in c(TRUE, FALSE)) {
  jk <- as.svrepdesign(design, type = "JKn", mse = mse)
  told(if (mse) "jackknife_full" else "jackknife_replicates", svymean(~y, jk))
}
# Half samples need two clusters in each stratum.
half <- data[(data$stratum == 4) | (data$psu <= 2), ]
halved <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = half, nest = TRUE)
for (fay in c(0, 0.3)) {
  brr <- as.svrepdesign(halved, type = if (fay == 0) "BRR" else "Fay", fay.rho = fay, mse = TRUE)
  estimate <- svymean(~y, brr, return.replicates = TRUE)
  row("balanced", c(fay, coef(estimate), estimate$replicates), SE(estimate))
}
set.seed(5)
boot <- as.svrepdesign(design, type = "subbootstrap", replicates = 30, mse = FALSE)
estimate <- svymean(~y, boot, return.replicates = TRUE)
row("bootstrap", c(coef(estimate), estimate$replicates), SE(estimate))
